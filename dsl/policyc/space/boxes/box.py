"""Boxes: one mask per axis that is restricted, as sorted literals `(place, mask)`."""

from typing import TypeAlias

Literal: TypeAlias = tuple[int, int]
"""The cells of `mask` on the axis at `place`."""

Box: TypeAlias = tuple[Literal, ...]
"""A conjunction of literals, places ascending, no mask full and none empty; `()` is every case."""

Masks: TypeAlias = dict[int, int]
"""A box under work: place to mask."""

EVERYWHERE: Box = ()


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
