"""Boxes: one mask per axis that is restricted, as sorted literals `(place, mask)`."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

Literal: TypeAlias = tuple[int, int]
"""The cells of `mask` on the axis at `place`."""

Box: TypeAlias = tuple[Literal, ...]
"""A conjunction of literals, places ascending, no mask full and none empty; `()` is every case."""

Masks: TypeAlias = dict[int, int]
"""A box under work: place to mask."""

EVERYWHERE: Box = ()

FEW = 8
"""Up to so many boxes are compared one with another; more are indexed."""


def meet(left: Box, right: Box) -> Box | None:
    """The cases in both boxes; `None` where there is none."""
    if not left:
        return right
    if not right:
        return left
    found = dict(left)
    for place, mask in right:
        kept = mask & found.get(place, mask)
        if not kept:
            return None
        found[place] = kept
    return tuple(sorted(found.items()))


def inside(inner: Box, outer: Box) -> bool:
    """Whether every case of the one is in the other."""
    if not outer:
        return True
    masks = dict(inner)
    for place, mask in outer:
        mine = masks.get(place)
        if mine is None or mine & ~mask:
            return False
    return True


def absorbed(boxes: Iterable[Box]) -> list[Box]:
    """The boxes without those inside another, each once, in their order."""
    each = list(dict.fromkeys(boxes))
    if len(each) <= FEW:
        return [b for b in each if not any(inside(b, other) for other in each if other is not b)]
    around = _Containing(each)
    return [box for number, box in enumerate(each) if around(box) == 1 << number]


def indexed(boxes: Iterable[Box]) -> dict[int, dict[int, int]]:
    """For each axis, the set of boxes (as bits of an integer) per mask that occurs on it."""
    by_place: dict[int, dict[int, int]] = {}
    for number, box in enumerate(boxes):
        bit = 1 << number
        for place, mask in box:
            masks = by_place.setdefault(place, {})
            masks[mask] = masks.get(mask, 0) | bit
    return by_place


class _Containing:
    """Which of many boxes contain a box, as bits of an integer."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self._all = (1 << len(boxes)) - 1
        self._by_place = indexed(boxes)
        self._narrower: dict[tuple[int, int | None], int] = {}

    def __call__(self, box: Box) -> int:
        masks = dict(box)
        found = self._all
        for place in self._by_place:
            found &= ~self._narrower_than(place, masks.get(place))
        return found

    def _narrower_than(self, place: int, mask: int | None) -> int:
        """The boxes that restrict an axis to less than the cells of a mask; `None` is all cells."""
        key = (place, mask)
        if key not in self._narrower:
            found = 0
            for other, bits in self._by_place[place].items():
                if mask is None or mask & ~other:
                    found |= bits
            self._narrower[key] = found
        return self._narrower[key]


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
