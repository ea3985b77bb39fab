"""A statute clause by clause: what a policy permits, or leaves out, against each of its rules."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property

import attrs

from policyc.analyse.example import Example, example
from policyc.analyse.membership import Membership
from policyc.analyse.open_terms import open_terms
from policyc.analyse.readable import at_ordinary_times
from policyc.core.axes import OpenTerm
from policyc.core.conditions import NEVER, axes_of
from policyc.core.policy import Clause, Effect, Policy
from policyc.space.differences.parts import Part, Unknown
from policyc.space.grid.joint import Joint
from policyc.space.questions.compliance import Cases, held_against
from policyc.space.questions.terms import Complying, complying
from policyc.space.space import Space
from policyc.space.undecided import Undecided


@attrs.frozen(eq=False, slots=False)
class Breach:
    """Cases in which a statute forbids (or requires) and the policy permits (or does not).

    `rules` are the policy's and the statute's that make it so. The example is worked out when it is
    first asked for: a finding shows one of many.
    """

    part: Part
    rules: tuple[tuple[str, ...], tuple[str, ...]]
    _joint: Joint = attrs.field(repr=False)

    @cached_property
    def example(self) -> Example:
        """A case of these at an ordinary time, with what both say of it.

        It states whatever the statute's rules turn on, so that one sees that they speak of it.
        """
        joint, part = self._joint, self.part
        member = Membership.of(joint, part.where, [cut.where for cut in part.exceptions])
        keys = {key for bound in part.where.bounds for key in axes_of(bound.condition)}
        asked = asked_by(joint, 1, part.where.pattern.name, self.rules[1])
        shown = {k for k in keys if k in asked or not isinstance(joint.axes[k].origin, OpenTerm)}
        return example(joint, at_ordinary_times(joint, part.witness, member), shown)

    @property
    def terms(self) -> tuple[str, ...]:
        """The open terms that bound these cases, by their joint keys."""
        places = (self.part.where, *(cut.where for cut in self.part.exceptions))
        return open_terms(self._joint.axes, places)


@attrs.frozen(eq=False)
class Provision:
    """A rule of a statute, and every case in which a policy does not keep to it.

    The first of the `breaches` speaks best for all: of no open term if there is one, with few
    bounds. `terms`: with which values of the open terms there is no such case; `None` where there
    is one that no open term bounds.
    """

    rule: str
    breaches: tuple[Breach, ...]
    terms: Complying | Undecided | None

    @property
    def certain(self) -> bool:
        """Whether there is such a case whatever the open terms are."""
        found = self.terms
        return found is None or (
            isinstance(found, Complying) and found.condition == NEVER and found.exact
        )

    @property
    def permitting(self) -> tuple[str, ...]:
        """The policy's rules that make it so, each once."""
        return tuple(dict.fromkeys(rule for breach in self.breaches for rule in breach.rules[0]))


SPARED = {
    Effect.FORBID: Effect.ALLOW,
    Effect.REQUIRE: Effect.ALLOW,
    Effect.DISCOURAGE: Effect.RECOMMEND,
}
"""What stands for an effect in the clauses not asked about: defaults act as before beside it."""


def provisions(
    space: Space, effect: Effect, cases: Cases, actions: Sequence[str]
) -> tuple[tuple[Provision, ...], tuple[Unknown, ...]]:
    """The statute's rules of an effect that a policy does not keep to, and what was not settled.

    The policy comes first in the space. What several rules say of the same cases is one breach.
    """
    statute = space.joint.policies[1]
    unknown: dict[Unknown, None] = {}
    found: dict[str, list[Part]] = {}
    for rule, about in _speaking(statute, effect, actions).items():
        alone = space.instead(1, only(statute, rule, effect))
        for part in held_against(space, cases, about, alone):
            if isinstance(part, Unknown):
                unknown[part] = None
            else:
                found.setdefault(rule, []).append(part)
    breaches = _breaches(space, found.values())
    each = (
        _provision(space, rule, effect, cases, [breaches[_key(part)] for part in parts])
        for rule, parts in found.items()
    )
    return tuple(each), tuple(unknown)


def only(statute: Policy, rule: str, effect: Effect) -> Policy:
    """The statute where one rule alone has an effect; all else is decided as before."""

    def spared(clauses: Iterable[Clause]) -> tuple[Clause, ...]:
        return tuple(
            attrs.evolve(clause, effect=SPARED[effect])
            if clause.effect is effect and clause.rule != rule
            else clause
            for clause in clauses
        )

    return attrs.evolve(statute, clauses=spared(statute.clauses), defaults=spared(statute.defaults))


def _speaking(statute: Policy, effect: Effect, actions: Sequence[str]) -> dict[str, list[str]]:
    """The rules that have an effect on some of the actions, and on which."""
    found: dict[str, dict[str, None]] = {}
    for clause in (*statute.clauses, *statute.defaults):
        if clause.effect is effect and clause.pattern.name in actions:
            found.setdefault(clause.rule, {})[clause.pattern.name] = None
    return {rule: list(names) for rule, names in found.items()}


def _breaches(space: Space, found: Iterable[Sequence[Part]]) -> dict[object, Breach]:
    """One breach for each set of cases, with the rules of all parts that are this set."""
    alike: dict[object, list[Part]] = {}
    for part in (part for parts in found for part in parts):
        alike.setdefault(_key(part), []).append(part)
    return {key: Breach(same[0], _rules(same), space.joint) for key, same in alike.items()}


def _key(part: Part) -> object:
    return part.where, frozenset(cut.where for cut in part.exceptions)


def _rules(parts: Sequence[Part]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found = [pair for part in parts for pair in part.rules]
    mine, yours = (
        tuple(dict.fromkeys(rule for side, rule in found if side == number)) for number in (0, 1)
    )
    return mine, yours


def _provision(
    space: Space, rule: str, effect: Effect, cases: Cases, breaches: Sequence[Breach]
) -> Provision:
    terms = None
    plainest_first = sorted(breaches, key=lambda b: (len(b.terms), len(b.part.where.bounds)))
    if all(breach.terms for breach in breaches):
        policy, statute = space.joint.policies
        actions = dict.fromkeys(breach.part.where.pattern.name for breach in breaches)
        terms = complying(policy, only(statute, rule, effect), list(actions), cases)
    return Provision(rule, tuple(plainest_first), terms)


def asked_by(joint: Joint, side: int, action: str, rules: Collection[str]) -> set[str]:
    """The joint axes that some rules about an action turn on, and those that override them."""
    policy = joint.policies[side]
    clauses = [c for c in (*policy.clauses, *policy.defaults) if c.pattern.name == action]
    bearing = set(rules)
    while more := {c.rule for c in clauses if not bearing.isdisjoint(c.overrides)} - bearing:
        bearing |= more
    return {
        key
        for clause in clauses
        if clause.rule in bearing
        for key in axes_of(joint.condition(side, clause.guard))
    }


def each_once(found: Iterable[Provision]) -> Iterator[Breach]:
    """The breaches of some provisions, those of several of them once."""
    yield from {id(breach): breach for each in found for breach in each.breaches}.values()
