"""Questions about one policy: conflicts, gaps, proofs, assumptions that nothing satisfies."""

from collections.abc import Iterable, Iterator

import attrs

from policyc.core.actions import Pattern
from policyc.core.conditions import Condition, conjoin
from policyc.core.policy import Assumption, Effect, Policy, Proof, Quantity, Verdict
from policyc.space.boxes.box import Box, meet
from policyc.space.differences.classes import VERDICTS
from policyc.space.differences.parts import Part, Unknown, example, parts, within
from policyc.space.effects import Alternative, alternatives, having
from policyc.space.replay import Disproved, Witness
from policyc.space.space import Space
from policyc.space.undecided import SPENT, BudgetSpent, Undecided


def conflicts(space: Space, number: int = 0) -> Iterator[Part | Unknown]:
    """Where a policy both requires and forbids an action."""
    for action in space.actions:
        both = alternatives(space.sides[number], action, (Effect.FORBID, Effect.REQUIRE), ())
        yield from parts(space, action, both)


def gaps(space: Space, pattern: Pattern, number: int = 0) -> Iterator[Part | Unknown]:
    """Where, in its scope, a policy is silent about the actions of a pattern.

    The scope must be one of the space's questions where no clause is within it.
    """
    silent = having(space.sides[number], pattern.name, Verdict.SILENT)
    scope = space.joint.condition(number, space.joint.policies[number].scope)
    around = _within(space, pattern, scope)
    yield from parts(space, pattern.name, within(silent, around))


def _within(space: Space, pattern: Pattern, guard: Condition) -> list[Box]:
    """The boxes of a pattern's cases that satisfy a condition."""
    base = _pattern(space, pattern)
    return [met for box in space.boxes(guard) if (met := meet(base, box)) is not None]


def _pattern(space: Space, pattern: Pattern) -> Box:
    return tuple(sorted(space.grid.pattern(pattern, space.actions[pattern.name])))


@attrs.frozen
class Proved:
    """A claim that holds in every case of the policy's scope; `empty` where it is about none."""

    empty: bool = False


def prove(policy: Policy, proof: Proof) -> Proved | Witness | Undecided:
    """Whether a claim holds in every case of the scope; a counterexample where it does not."""
    guard = conjoin([policy.scope, proof.guard])
    space = Space((policy,), [guard])
    around = _within(space, proof.pattern, guard)
    name = proof.pattern.name
    try:
        found = example(space, name, within(_against(space, name, proof), around))
    except BudgetSpent:
        return SPENT
    if found is None:
        return Proved(not any(space.perhaps(name, dict(box), ()) for box in around))
    holds = (found.outcomes[0].verdict is proof.verdict) == (proof.quantity is Quantity.IS)
    if holds or not proof.pattern.covers(found.action):
        raise Disproved(f"{found.action} in {found.case} is no counterexample")
    return found


def _against(space: Space, action: str, proof: Proof) -> Iterator[Alternative]:
    """Where the verdict is not as the claim says."""
    for verdict in VERDICTS:
        if (verdict is proof.verdict) == (proof.quantity is Quantity.IS_NOT):
            yield from having(space.sides[0], action, verdict)


def unsatisfiable(policy: Policy) -> tuple[Assumption, ...] | Undecided:
    """Assumptions that no case satisfies together, none of which can be left out; usually none."""
    try:
        if _satisfiable(policy, policy.assumptions):
            return ()
        core = list(policy.assumptions)
        for assumption in policy.assumptions:
            rest = [other for other in core if other is not assumption]
            if not _satisfiable(policy, rest):
                core = rest
        return tuple(core)
    except BudgetSpent:
        return SPENT


def _satisfiable(policy: Policy, assumptions: Iterable[Assumption]) -> bool:
    bare = attrs.evolve(policy, assumptions=tuple(assumptions), clauses=(), defaults=())
    space = Space((bare,))
    return any(space.exists(action, {}, ()) for action in space.actions)
