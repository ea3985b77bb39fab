"""Effects to clauses and duties; `limit` and `require … for` become prohibitions."""

from collections.abc import Iterable
from typing import assert_never

import attrs

from policyc.core.actions import Parameter, Pattern
from policyc.core.axes import CalendarWindow, Ever, Unit, Window
from policyc.core.conditions import Condition, Holds, conjoin, negate
from policyc.core.numbers import Number, exact
from policyc.core.policy import Clause, Deadline, Duty, Effect
from policyc.diagnostics.catalogue import typing
from policyc.elaborate import units
from policyc.elaborate.amounts import Amount, compare
from policyc.elaborate.context import Context
from policyc.elaborate.expressions import condition
from policyc.elaborate.history import counted, duration, history_axis, rolling
from policyc.elaborate.patterns import pattern
from policyc.syntax import nodes as n


@attrs.frozen
class Origin:
    """What the clauses of one rule share."""

    rule: str
    overrides: frozenset[str] = frozenset()
    rebuttable: bool = False


def clauses(
    context: Context, origin: Origin, effect: n.Effect, guard: Condition
) -> tuple[list[Clause], list[Duty]]:
    """The clauses and duties of one effect under a guard; none after a finding."""
    found = pattern(context, effect.pattern, action=True)
    if found is None:
        return [], []
    match effect:
        case n.Permission():
            return [_clause(origin, Effect.ALLOW, found, guard)], []
        case n.Prohibition():
            return [_clause(origin, Effect.FORBID, found, guard)], []
        case n.AdviceAgainst():
            return [_clause(origin, Effect.DISCOURAGE, found, guard)], []
        case n.Advice():
            return [_clause(origin, Effect.RECOMMEND, found, guard)], []
        case n.Obligation(deadline=deadline):
            return _obligation(context, origin, found, guard, deadline), []
        case n.ConditionDuty(wanted, _):
            requirement = condition(context, wanted)
            unmet = conjoin([guard, negate(requirement)])
            duty = Duty(origin.rule, found, guard, requirement)
            return [_clause(origin, Effect.FORBID, found, unmet)], [duty]
        case n.Limit():
            return _limit(context, origin, effect, found, guard), []
        case _:
            assert_never(effect)


def _clause(
    origin: Origin,
    effect: Effect,
    of: Pattern,
    guard: Condition,
    deadline: Deadline | None = None,
) -> Clause:
    return Clause(origin.rule, effect, of, guard, origin.overrides, origin.rebuttable, deadline)


def _obligation(
    context: Context, origin: Origin, of: Pattern, guard: Condition, node: n.Deadline | None
) -> list[Clause]:
    """A deadline runs from an event, so that the obligation holds only once it happened."""
    if node is None:
        return [_clause(origin, Effect.REQUIRE, of, guard)]
    length = duration(context, node.length)
    if length is None:
        return []
    if length[0] <= 0:
        context.report(typing.BAD_DURATION, node.length, text=node.length.span.text)
        return []
    amount, unit = _in_unit(node.length, length[0])
    if node.event is None:
        return [_clause(origin, Effect.REQUIRE, of, guard, Deadline(amount, unit, None))]
    event = pattern(context, node.event, action=False)
    if event is None:
        return []
    subject = next((d.name for d in context.environment.subjects), "")
    happened = history_axis(context, Ever(event, subject))
    when = conjoin([guard, Holds(happened.key)])
    return [_clause(origin, Effect.REQUIRE, of, when, Deadline(amount, unit, event))]


def _in_unit(node: n.Quantity, in_base: Number) -> tuple[Number, str]:
    """The length in the unit that it was written in."""
    found = units.unit_of(node.unit or "")
    assert found is not None, "a length has a unit"
    measure, _ = found
    assert isinstance(measure, Unit), "a length is no amount of money"
    return exact(in_base / units.exact_base(measure)), measure.value


_WINDOWS = {
    "day": CalendarWindow.TODAY,
    "week": CalendarWindow.THIS_WEEK,
    "month": CalendarWindow.THIS_MONTH,
}


def _limit(
    context: Context, origin: Origin, node: n.Limit, of: Pattern, guard: Condition
) -> list[Clause]:
    window = _window(context, node.period)
    number = units.number(node.number)
    if not isinstance(number, int):
        context.report(typing.BAD_LIMIT, node, number=node.number)
        return []
    if window is None:
        return []
    done = counted(context, of, window, node.subject)
    if done is None:
        return []
    reached = compare(done, ">=", Amount("plain", number))
    return [_clause(origin, Effect.FORBID, of, conjoin([guard, reached]))]


def _window(context: Context, node: n.Period) -> Window | None:
    if node.length is not None:
        return rolling(context, node.length)
    return _WINDOWS[node.how]


def parameters_of(context: Context, effects: tuple[n.Effect, ...]) -> dict[str, Parameter]:
    """The parameters that `same` may name in a rule: those that all its actions share."""
    return parameters_shared(context, [effect.pattern for effect in effects])


def parameters_shared(context: Context, patterns: Iterable[n.Pattern]) -> dict[str, Parameter]:
    """The parameters that all the actions of some patterns share, by name."""
    shared: dict[str, Parameter] | None = None
    for about in patterns:
        declared = context.environment.signatures.find(about.name.text)
        if declared is None:
            continue
        own = {p.name: p for p in declared.entry.parameters}
        kept = own if shared is None else {k: p for k, p in shared.items() if own.get(k) == p}
        shared = kept
    return shared or {}
