"""Why a rule applies in no case: what of the scope and of the assumptions rules its cases out."""

from collections.abc import Iterable
from typing import TypeAlias

import attrs

from policyc.core.conditions import All, Condition, conjoin
from policyc.core.policy import Assumption, Clause, Policy
from policyc.space.space import Space
from policyc.space.undecided import SPENT, BudgetSpent, Undecided


@attrs.frozen
class Scoped:
    """A part of what a policy is limited to."""

    condition: Condition


Limit: TypeAlias = Scoped | Assumption
"""What cases are limited to."""


def ruled_out(policy: Policy, rule: str) -> tuple[Limit, ...] | Undecided:
    """What no case satisfies together with a rule's condition; none of it can be left out.

    Nothing where the condition contradicts itself.
    """
    clauses = [clause for clause in policy.clauses if clause.rule == rule]
    core: list[Limit] = [*map(Scoped, _parts(policy.scope)), *policy.assumptions]
    try:
        for limit in tuple(core):
            rest = [other for other in core if other is not limit]
            if not _applies(policy, clauses, rest):
                core = rest
    except BudgetSpent:
        return SPENT
    return tuple(core)


def _parts(condition: Condition) -> tuple[Condition, ...]:
    return condition.parts if isinstance(condition, All) else (condition,)


def _applies(policy: Policy, clauses: Iterable[Clause], limits: Iterable[Limit]) -> bool:
    """Whether some case of one of the clauses lies within these limits. Raises `BudgetSpent`."""
    within = list(limits)
    scope = [limit.condition for limit in within if isinstance(limit, Scoped)]
    bare = attrs.evolve(
        policy,
        clauses=tuple(
            attrs.evolve(clause, guard=conjoin([*scope, *_own(policy, clause)]))
            for clause in clauses
        ),
        defaults=(),
        assumptions=tuple(limit for limit in within if isinstance(limit, Assumption)),
    )
    space = Space((bare,))
    applying = zip(bare.clauses, space.sides[0].applying, strict=True)
    return any(
        space.exists(clause.pattern.name, dict(box), ())
        for clause, boxes in applying
        for box in boxes
    )


def _own(policy: Policy, clause: Clause) -> Iterable[Condition]:
    """The parts of a clause's guard that are not the scope."""
    scope = _parts(policy.scope)
    return (part for part in _parts(clause.guard) if part not in scope)
