"""By when what both policies require is due: where their deadlines are not the same."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

import attrs

from policyc.core.actions import Pattern
from policyc.core.axes import Unit
from policyc.core.policy import Clause, Deadline, Effect
from policyc.elaborate import units
from policyc.space.boxes.box import Box, meet
from policyc.space.space import Space


@attrs.frozen
class DeadlineDifference:
    """Two obligations that meet in some case and are due at different times.

    `clauses` are the left and the right one; `pattern` the actions that both require. `stricter`
    is the side of the shorter time, where the two run from the same event.
    """

    pattern: Pattern
    clauses: tuple[Clause, Clause]
    stricter: int | None


def deadline_differences(
    space: Space, actions: Sequence[str], pair: tuple[int, int] = (0, 1)
) -> tuple[DeadlineDifference, ...]:
    """Where both policies require an action, by when either wants it, if that differs."""
    return tuple(_differences(space, actions, pair))


def _differences(
    space: Space, actions: Sequence[str], pair: tuple[int, int]
) -> Iterator[DeadlineDifference]:
    left, right = (list(_obligations(space, number, actions)) for number in pair)
    for mine, boxes in left:
        for yours, others in right:
            both = _shared(mine.pattern, yours.pattern)
            if both is None or mine.deadline == yours.deadline:
                continue
            met = [m for a in boxes for b in others if (m := meet(a, b)) is not None]
            if any(space.perhaps(both.name, dict(box), ()) for box in met):
                stricter = shorter(mine.deadline, yours.deadline)
                yield DeadlineDifference(both, (mine, yours), stricter)


def _obligations(
    space: Space, number: int, actions: Sequence[str]
) -> Iterator[tuple[Clause, list[Box]]]:
    side = space.sides[number]
    for clause, boxes in zip(side.policy.clauses, side.clause_boxes, strict=True):
        if clause.effect is Effect.REQUIRE and clause.pattern.name in actions:
            yield clause, boxes


def _shared(left: Pattern, right: Pattern) -> Pattern | None:
    """The actions of both patterns, which hold no `same`; `None` where there are none."""
    if left.name != right.name:
        return None
    arguments = []
    for mine, yours in zip(left.arguments, right.arguments, strict=True):
        sets = [argument for argument in (mine, yours) if isinstance(argument, frozenset)]
        both = frozenset.intersection(*sets) if sets else None
        if both is not None and not both:
            return None
        arguments.append(both)
    return Pattern(left.name, tuple(arguments))


def shorter(left: Deadline | None, right: Deadline | None) -> int | None:
    """The side of the shorter deadline; one beats none; `None` where they cannot be compared."""
    if left is None or right is None:
        return None if left is right else 0 if right is None else 1
    if (left.event is None) != (right.event is None) or left.event != right.event:
        return None
    mine, yours = _length(left), _length(right)
    if mine[0] != yours[0] or mine[1] == yours[1]:
        return None
    return 0 if mine[1] < yours[1] else 1


def _length(deadline: Deadline) -> tuple[str, Fraction]:
    unit = Unit(deadline.unit)
    return units.dimension(unit), deadline.amount * units.exact_base(unit)
