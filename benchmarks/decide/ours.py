"""policyc's own engine, given the rules as a policy's core."""

from benchmarks.decide.workload import (
    CHANNELS,
    TARGETS,
    Between,
    Fact,
    Is,
    MoreThan,
    OneOf,
    Outside,
    Rule,
    Test,
    Workload,
)
from policyc.core.actions import Ground, Kind, Parameter, Pattern, Signature, Vocabulary
from policyc.core.axes import Axis, Members, Numbers, Unit, YesNo
from policyc.core.conditions import (
    Among,
    Condition,
    Holds,
    Linear,
    LinearForm,
    Within,
    conjoin,
    negate,
)
from policyc.core.numbers import Interval, NumberSet
from policyc.core.policy import Clause, Effect, Policy

_TARGET = Kind("target", TARGETS)
_CHANNEL = Kind("channel", CHANNELS)
_CONTACT = Signature("contact", (Parameter("target", _TARGET), Parameter("channel", _CHANNEL)))


def policy_of(workload: Workload) -> Policy:
    """The workload's rules as a policy."""
    return Policy(
        workload.name,
        {fact.name: _axis(fact) for fact in workload.facts},
        Vocabulary({"target": _TARGET, "channel": _CHANNEL}, {"contact": _CONTACT}),
        tuple(_clause(rule) for rule in workload.rules),
    )


def action(target: str, channel: str) -> Ground:
    """The action of contacting a target through a channel."""
    return Ground("contact", (target, channel))


def _axis(fact: Fact) -> Axis:
    if fact.members:
        return Axis(fact.name, Members(Kind(fact.name, fact.members)))
    if fact.lower is None:
        return Axis(fact.name, YesNo())
    return Axis(fact.name, Numbers(Unit.COUNT, fact.lower, fact.upper, 1))


def _clause(rule: Rule) -> Clause:
    pattern = Pattern(
        "contact",
        (
            frozenset(rule.targets) or None,
            frozenset(rule.channels) or None,
        ),
    )
    return Clause(rule.name, Effect(rule.effect), pattern, conjoin(map(_condition, rule.tests)))


def _condition(test: Test) -> Condition:
    match test:
        case Is(fact, value):
            return Holds(fact) if value else negate(Holds(fact))
        case OneOf(fact, values):
            members = frozenset(value for value in values if isinstance(value, str))
            numbers = (Interval(value, value) for value in values if isinstance(value, int))
            return Among(fact, members) if members else Within(fact, NumberSet.of(numbers))
        case Between(fact, lower, upper):
            return Within(fact, NumberSet((Interval(lower, upper, upper_open=True),)))
        case Outside(fact, lower, upper):
            below, above = Interval(None, lower, upper_open=True), Interval(upper)
            return Within(fact, NumberSet((below, above)))
        case MoreThan(fact, factor, other):
            form = LinearForm(tuple(sorted(((fact, 1), (other, -factor)))))
            return Linear(form, NumberSet((Interval(0, None, lower_open=True),)))
