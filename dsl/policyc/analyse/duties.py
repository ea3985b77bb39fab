"""What must hold when an action is done: duties that one policy attaches and the other does not."""

from collections.abc import Iterator, Sequence

import attrs

from policyc.analyse.verdicts import PERMITS, verdicts_in
from policyc.core.actions import Pattern
from policyc.core.conditions import Condition, conjoin, negate
from policyc.core.policy import Duty, Effect
from policyc.space.boxes.box import Box, meet
from policyc.space.space import Space


@attrs.frozen
class DutyDifference:
    """A duty of one side that the other does not attach wherever it applies.

    `forbidden` says that the other side forbids the action all the same wherever the duty is not
    met, in other words than a duty.
    """

    side: int
    duty: Duty
    forbidden: bool


def duty_differences(
    space: Space, actions: Sequence[str], pair: tuple[int, int] = (0, 1)
) -> tuple[DutyDifference, ...]:
    """The duties that only one of two policies attaches, the left one's first."""
    return tuple(
        found
        for side in (0, 1)
        for found in _only(space, actions, side, (pair[side], pair[1 - side]))
    )


def _only(
    space: Space, actions: Sequence[str], side: int, numbers: tuple[int, int]
) -> Iterator[DutyDifference]:
    mine, yours = (space.joint.policies[number] for number in numbers)
    theirs = [box for duty in yours.duties for box in unmet(space, numbers[1], duty)]
    for duty in mine.duties:
        action = duty.pattern.name
        if action not in actions:
            continue
        boxes = unmet(space, numbers[0], duty)
        if any(space.perhaps(action, dict(box), _meeting(box, theirs)) for box in boxes):
            told = _joint(space, numbers[0], duty)
            yield DutyDifference(side, told, _forbidden(space, numbers[1], action, boxes))


def _joint(space: Space, number: int, duty: Duty) -> Duty:
    """The duty over the joint axes."""
    guard, requirement = (
        space.joint.condition(number, condition) for condition in (duty.guard, duty.requirement)
    )
    return attrs.evolve(duty, guard=guard, requirement=requirement)


def _forbidden(space: Space, number: int, action: str, boxes: Sequence[Box]) -> bool:
    """Whether a policy's prohibitions reach over all of the boxes."""
    walls = list(space.sides[number].live_set(action, Effect.FORBID).boxes)
    return not any(space.perhaps(action, dict(box), _meeting(box, walls)) for box in boxes)


def permits(space: Space, number: int, duty: Duty) -> bool:
    """Whether a policy permits a duty's action in some case that it applies to, met or not.

    The duty is over the joint axes.
    """
    action = duty.pattern.name
    boxes = _boxes(space, duty.pattern, duty.guard)
    return any(verdicts_in(space, number, action, box, PERMITS) for box in boxes)


def _meeting(box: Box, others: Sequence[Box]) -> list[Box]:
    return [other for other in others if meet(box, other) is not None]


def unmet(space: Space, number: int, duty: Duty) -> list[Box]:
    """The cases where a policy's duty applies and is not met, as boxes."""
    condition = space.joint.condition(number, conjoin([duty.guard, negate(duty.requirement)]))
    return _boxes(space, duty.pattern, condition)


def _boxes(space: Space, pattern: Pattern, condition: Condition) -> list[Box]:
    """The cases of some actions in which a condition over the joint axes holds."""
    literals = tuple(sorted(space.grid.pattern(pattern, space.actions[pattern.name])))
    return [met for box in space.boxes(condition) if (met := meet(literals, box)) is not None]
