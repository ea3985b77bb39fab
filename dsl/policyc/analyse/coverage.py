"""Whether boxes of cases are covered by others: the one question behind "means the same"."""

from collections.abc import Iterable, Sequence

from policyc.space.boxes.box import Box, meet
from policyc.space.space import Space
from policyc.space.undecided import BudgetSpent


def covered(space: Space, action: str, boxes: Iterable[Box], by: Sequence[Box]) -> bool | None:
    """Whether every case in the boxes is in one of the others; `None` where that stayed open."""
    undecided = False
    for box in boxes:
        walls = [other for other in by if meet(box, other) is not None]
        try:
            if space.exists(action, dict(box), walls):
                return False
        except BudgetSpent:
            undecided = True
    return None if undecided else True


def same_cases(space: Space, action: str, left: Sequence[Box], right: Sequence[Box]) -> bool | None:
    """Whether two lists of boxes hold the same cases; `None` where it was not found out."""
    if set(left) == set(right):
        return True
    first = covered(space, action, left, right)
    return first and covered(space, action, right, left)
