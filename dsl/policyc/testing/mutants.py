"""Mutants: a policy changed in one small way, as a slip of the pen would change it."""

from collections.abc import Callable, Iterable, Iterator
from enum import Enum

import attrs

from policyc.core.actions import Pattern
from policyc.core.conditions import (
    All,
    AnyOf,
    Atom,
    Condition,
    Constant,
    Not,
    atoms,
    conjoin,
    disjoin,
    negate,
)
from policyc.core.policy import Clause, Effect, Policy
from policyc.testing.thresholds import shifted
from policyc.wording.readings import Reading
from policyc.wording.tidying import tidied


class Change(Enum):
    """The ways in which a policy is changed."""

    DROP_RULE = "drop rule"
    FLIP_EFFECT = "flip effect"
    MOVE_THRESHOLD = "move threshold"
    NEGATE_CONDITION = "negate condition"
    DROP_UNLESS = "drop unless"
    DROP_OVERRIDE = "drop override"


@attrs.frozen(eq=False)
class Mutant:
    """A changed policy; `rule` is `None` where its scope was changed.

    `before` and `after` hold the condition or effect that was changed, and what it became; a rule
    that is no longer overridden is `overridden`. Only actions of `patterns` may be decided
    otherwise.
    """

    change: Change
    rule: str | None
    policy: Policy
    patterns: tuple[Pattern, ...]
    before: "Condition | Effect | None" = None
    after: "Condition | Effect | None" = None
    overridden: str | None = None


_FLIPPED = {
    Effect.ALLOW: Effect.FORBID,
    Effect.FORBID: Effect.ALLOW,
    Effect.REQUIRE: Effect.FORBID,
    Effect.DISCOURAGE: Effect.RECOMMEND,
    Effect.RECOMMEND: Effect.DISCOURAGE,
}


def mutants(policy: Policy, readings: Iterable[Reading]) -> Iterator[Mutant]:
    """Every mutant, rule by rule. `readings` tells what the rules' `unless` are."""
    exempt = {reading.rule.name: reading.unless for reading in readings}
    scope = tuple(dict.fromkeys(real_atoms(policy, policy.scope)))
    yield from _in_conditions(policy, None, _all(policy), scope)
    for rule in dict.fromkeys(clause.rule for clause in _all(policy)):
        own = [clause for clause in _all(policy) if clause.rule == rule]
        yield _changed(Change.DROP_RULE, policy, rule, own, lambda _: None)
        yield from _flipped(policy, rule, own)
        found = dict.fromkeys(a for c in own for a in real_atoms(policy, c.guard) if a not in scope)
        yield from _in_conditions(policy, rule, own, found)
        unless = exempt.get(rule)
        if unless is not None:
            yield _without_unless(policy, rule, own, unless)
        for name in sorted({name for clause in own for name in clause.overrides}):
            yield _without_override(policy, rule, own, name)


def real_atoms(policy: Policy, condition: Condition) -> Iterator[Atom]:
    """The atoms of a condition that are true of some values and false of others."""
    for atom in atoms(condition):
        if not isinstance(tidied(policy.axes, atom), Constant):
            yield atom


def _all(policy: Policy) -> tuple[Clause, ...]:
    return (*policy.clauses, *policy.defaults)


def _changed(
    change: Change,
    policy: Policy,
    rule: str | None,
    own: Iterable[Clause],
    alter: Callable[[Clause], Clause | None],
) -> Mutant:
    """The mutant in which each of some clauses is altered, or gone where `alter` gives `None`."""
    touched = tuple(own)
    altered = {id(clause): alter(clause) for clause in touched}

    def kept(clauses: Iterable[Clause]) -> tuple[Clause, ...]:
        found = (altered.get(id(clause), clause) for clause in clauses)
        return tuple(clause for clause in found if clause is not None)

    mutated = attrs.evolve(policy, clauses=kept(policy.clauses), defaults=kept(policy.defaults))
    patterns = tuple(dict.fromkeys(clause.pattern for clause in touched))
    return Mutant(change, rule, mutated, patterns)


def _flipped(policy: Policy, rule: str, own: Iterable[Clause]) -> Iterator[Mutant]:
    for clause in own:
        after = _FLIPPED[clause.effect]
        flipped = attrs.evolve(clause, effect=after, deadline=None)
        mutant = _changed(Change.FLIP_EFFECT, policy, rule, [clause], _becoming(flipped))
        yield attrs.evolve(mutant, before=clause.effect, after=after)


def _becoming(clause: Clause) -> Callable[[Clause], Clause]:
    return lambda _: clause


def _in_conditions(
    policy: Policy, rule: str | None, own: Iterable[Clause], found: Iterable[Atom]
) -> Iterator[Mutant]:
    """The mutants in which one atom of the clauses is negated, or one of its ends moved."""
    clauses = tuple(own)
    for atom in found:
        yield _with(Change.NEGATE_CONDITION, policy, rule, clauses, atom, negate(atom))
        for other in shifted(policy.axes, atom):
            yield _with(Change.MOVE_THRESHOLD, policy, rule, clauses, atom, other)


def _with(
    change: Change,
    policy: Policy,
    rule: str | None,
    own: Iterable[Clause],
    before: Atom,
    after: Condition,
) -> Mutant:
    def alter(clause: Clause) -> Clause:
        return attrs.evolve(clause, guard=replaced(clause.guard, before, after))

    return attrs.evolve(_changed(change, policy, rule, own, alter), before=before, after=after)


def _without_unless(policy: Policy, rule: str, own: Iterable[Clause], unless: Condition) -> Mutant:
    """The mutant in which nothing exempts from the rule."""
    kept_from = negate(unless)
    gone = set(kept_from.parts if isinstance(kept_from, All) else (kept_from,))

    def alter(clause: Clause) -> Clause:
        guard = clause.guard
        parts = guard.parts if isinstance(guard, All) else (guard,)
        return attrs.evolve(clause, guard=conjoin(part for part in parts if part not in gone))

    return attrs.evolve(_changed(Change.DROP_UNLESS, policy, rule, own, alter), before=unless)


def _without_override(policy: Policy, rule: str, own: Iterable[Clause], name: str) -> Mutant:
    def alter(clause: Clause) -> Clause:
        return attrs.evolve(clause, overrides=clause.overrides - {name})

    return attrs.evolve(_changed(Change.DROP_OVERRIDE, policy, rule, own, alter), overridden=name)


def replaced(condition: Condition, before: Atom, after: Condition) -> Condition:
    """The condition with one atom replaced wherever it stands."""
    match condition:
        case Constant():
            return condition
        case Not(part):
            return negate(replaced(part, before, after))
        case All(parts):
            return conjoin(replaced(part, before, after) for part in parts)
        case AnyOf(parts):
            return disjoin(replaced(part, before, after) for part in parts)
        case _:
            return after if condition == before else condition
