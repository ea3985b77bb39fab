"""The same cases in fewer boxes."""

from collections.abc import Iterable, Sequence

from policyc.space.boxes.box import Box, inside
from policyc.space.boxes.index import Index

FEW = 8
"""Up to so many boxes are compared one with another; more are indexed."""


def absorbed(boxes: Iterable[Box]) -> list[Box]:
    """The boxes without those inside another, each once, in their order."""
    each = list(dict.fromkeys(boxes))
    if len(each) <= FEW:
        return [b for b in each if not any(inside(b, other) for other in each if other is not b)]
    index = Index(each)
    return [box for number, box in enumerate(each) if index.around(dict(box)) == 1 << number]


def joined(boxes: Iterable[Box], full: Sequence[int]) -> list[Box]:
    """The same cases in fewer boxes: those that differ on one axis only become one."""
    kept = absorbed(boxes)
    again = len(kept) > 1
    while again:
        again = False
        for i, left in enumerate(kept):
            for j in range(i + 1, len(kept)):
                union = _join(left, kept[j], full)
                if union is not None:
                    rest = [box for k, box in enumerate(kept) if k not in (i, j)]
                    kept = absorbed([*rest[:i], union, *rest[i:]])
                    again = len(kept) > 1
                    break
            if again:
                break
    return kept


def _join(left: Box, right: Box, full: Sequence[int]) -> Box | None:
    """One box for the cases of two, where they restrict the same axes and differ on one."""
    if len(left) != len(right):
        return None
    differing = -1
    for i, (mine, yours) in enumerate(zip(left, right, strict=True)):
        if mine != yours:
            if mine[0] != yours[0] or differing >= 0:
                return None
            differing = i
    place, mask = left[differing][0], left[differing][1] | right[differing][1]
    middle: Box = () if mask == full[place] else ((place, mask),)
    return left[:differing] + middle + left[differing + 1 :]
