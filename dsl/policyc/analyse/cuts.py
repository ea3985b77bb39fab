"""Where prohibitions cut into permissions: a quiet hour into the permission to call."""

from collections.abc import Iterator

from policyc.core.policy import Effect, Policy
from policyc.space.boxes.box import meet
from policyc.space.space import Space


def cuts(policy: Policy) -> dict[str, tuple[str, ...]]:
    """For each rule that allows something, the rules that forbid part of it in some case.

    Where the search's budget does not settle that, the rule is named: it may.
    """
    space = Space((policy,))
    found: dict[str, dict[str, None]] = {}
    for permission, prohibition in _pairs(policy):
        rules = policy.clauses[permission].rule, policy.clauses[prohibition].rule
        if rules[1] not in found.get(rules[0], {}) and _meet(space, permission, prohibition):
            found.setdefault(rules[0], {})[rules[1]] = None
    return {rule: tuple(others) for rule, others in found.items()}


def _pairs(policy: Policy) -> Iterator[tuple[int, int]]:
    """The places of a clause that allows and one of another rule that forbids the same action."""
    for i, allowing in enumerate(policy.clauses):
        for j, forbidding in enumerate(policy.clauses):
            if (
                (allowing.effect, forbidding.effect) == (Effect.ALLOW, Effect.FORBID)
                and allowing.pattern.name == forbidding.pattern.name
                and allowing.rule != forbidding.rule
            ):
                yield i, j


def _meet(space: Space, one: int, other: int) -> bool:
    """Whether both clauses are live in some case."""
    side = space.sides[0]
    name = side.policy.clauses[one].pattern.name
    return any(
        met is not None and space.perhaps(name, dict(met), ())
        for box in side.clause_boxes[one]
        for wall in side.clause_boxes[other]
        for met in (meet(box, wall),)
    )
