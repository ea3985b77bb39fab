"""Is a box covered by others? The search that every question comes down to.

Mostly a part that no blocker meets is come upon by leaving blocker after blocker, next to a known
part or from the box itself. Else it is Davis-Putnam-Logemann-Loveland over cells: a blocker inside
the box with one literal left cuts it off the box (unit propagation); otherwise the search branches
on which literal of a short blocker fails. A step budget bounds it; then the local diagram of the
blockers answers, under a bound on its nodes; then `BudgetSpent`.
"""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from policyc.space.boxes.box import Box, Literal, Masks
from policyc.space.boxes.diagram import Diagrams, TooLarge
from policyc.space.boxes.index import ANYWHERE, AxisIndex, Index, Some, open_literals
from policyc.space.undecided import BudgetSpent

STEPS = 2_000
"""Branching steps before the diagram is tried."""

Axes: TypeAlias = Sequence[tuple[int, AxisIndex]]
"""Axes of an index, with their places."""

NODES = 50_000
"""Nodes of the diagram before the question stays open."""


def uncovered(masks: Masks, blockers: Iterable[Box], full: Sequence[int]) -> Masks | None:
    """A part of a box that no blocker meets, or `None` where the blockers cover it all.

    Raises `BudgetSpent` where neither could be found out.
    """
    index = Index(blockers)
    return left_over(masks, Some(index, index.all), full)


def left_over(
    masks: Masks, blockers: Some, full: Sequence[int], near: Masks | None = None
) -> Masks | None:
    """As `uncovered`, for some boxes of an index; first tried is the part next to another box."""
    if near is not None:
        part = _nearest(masks, near)
        found = _straight(part, Some(blockers.index, blockers.meeting(part)), full, False)
        if found is not None:
            return found
    start, index = dict(masks), blockers.index
    left = settled(start, blockers, full)
    if left is None:
        return None
    for last in (False, True):
        found = _straight(start, Some(index, left), full, last)
        if found is not None:
            return found
    try:
        return _Search(index, full).found(start, left, list(index.axes.items()))
    except BudgetSpent:
        relative = [tuple(open_literals(box, start)) for box in index.chosen(left)]
        return _by_diagram(start, relative, full)


def _nearest(masks: Masks, near: Masks) -> Masks:
    """The part of a box that agrees with another box on every axis where they meet."""
    found = dict(masks)
    for place, mask in near.items():
        found[place] = found.get(place, mask) & mask or found[place]
    return found


def _straight(masks: Masks, blockers: Some, full: Sequence[int], last: bool) -> Masks | None:
    """A part of a box that no blocker meets, if going straight leads to one; it mostly does.

    The first blocker left, or the last, is left by the literal whose denial parts with most others.
    """
    found, left = dict(masks), blockers.bits
    boxes, axes = blockers.index.boxes, blockers.index.axes
    while left:
        ways = [
            ((still := left & ~axes[place][rest][0]).bit_count(), place, rest, still)
            for place, mask in boxes[(left if last else left & -left).bit_length() - 1]
            if (rest := found.get(place, full[place]) & ~mask)
        ]
        if not ways:
            return None
        _, place, rest, left = min(ways)
        found[place] = rest
    return found


def settled(masks: Masks, blockers: Some, full: Sequence[int]) -> int | None:
    """The blockers that meet a box, as bits; `None` where they cover it.

    Where one has a single literal that does not hold all over the box, the box loses its cells, in
    place, until each blocker left has two.
    """
    return _settled(masks, blockers.bits, list(blockers.index.axes.items()), full)


def _settled(masks: Masks, blockers: int, axes: Axes, full: Sequence[int]) -> int | None:
    while True:
        once = twice = apart = 0
        for place, axis in axes:
            out, partly = axis[masks.get(place, ANYWHERE)]
            apart |= out
            twice |= once & partly
            once |= partly
        blockers &= ~apart
        if blockers & ~once:
            return None
        single = blockers & ~twice
        if not single:
            return blockers
        if not _cut(masks, single, axes, full):
            return None


def _cut(masks: Masks, single: int, axes: Axes, full: Sequence[int]) -> bool:
    """Cuts boxes with one literal left off another; whether anything of it is left."""
    for place, axis in axes:
        if cutting := single & axis[masks.get(place, ANYWHERE)][1]:
            masks[place] = axis.outside(masks.get(place, full[place]), cutting)
            if not masks[place]:
                return False
    return True


class _Search:
    """A search for what some boxes of an index leave over, within a budget of steps."""

    def __init__(self, index: Index, full: Sequence[int]) -> None:
        self._index, self._full = index, full
        self._steps = STEPS

    def found(self, masks: Masks, blockers: int, axes: Axes) -> Masks | None:
        """A part of a box that no blocker meets; it must be settled. Raises `BudgetSpent`.

        All literals that do not hold all over the box are on some of the axes.
        """
        if not blockers:
            return masks
        self._steps -= 1
        if self._steps < 0:
            raise BudgetSpent
        bounding = [
            (bits, place, axis)
            for place, axis in axes
            if (bits := blockers & axis[masks.get(place, ANYWHERE)][1])
        ]
        axes = [(place, axis) for _, place, axis in bounding]
        here = dict(masks)
        for place, mask in self._branches(masks, blockers, [bits for bits, _, _ in bounding]):
            mine = here.get(place, self._full[place])
            part = {**here, place: mine & ~mask}
            if part[place]:
                left = _settled(part, blockers, axes, self._full)
                found = None if left is None else self.found(part, left, axes)
                if found is not None:
                    return found
            here[place] = mine & mask
            if not here[place]:
                return None
        return None

    def _branches(self, masks: Masks, blockers: int, bounding: Sequence[int]) -> list[Literal]:
        """The literals of a short blocker; first those whose denial leaves fewest blockers."""
        short = _shortest(blockers, bounding)
        often = max([short & boxes for boxes in bounding], key=int.bit_count)
        box = self._index.boxes[(often & -often).bit_length() - 1]
        literals = open_literals(box, masks)
        return sorted(literals, key=lambda literal: self._left(masks, blockers, *literal))

    def _left(self, masks: Masks, blockers: int, place: int, mask: int) -> int:
        """How many blockers meet a box where a literal fails."""
        rest = masks.get(place, self._full[place]) & ~mask
        return (blockers & ~self._index.axes[place][rest][0]).bit_count()


def _shortest(blockers: int, bounding: Iterable[int]) -> int:
    """The blockers with two literals left, of those that each axis bounds; any if there is none."""
    once = twice = thrice = 0
    for boxes in bounding:
        thrice |= twice & boxes
        twice |= once & boxes
        once |= boxes
    return blockers & ~thrice or blockers


def _by_diagram(masks: Masks, blockers: list[Box], full: Sequence[int]) -> Masks | None:
    places = sorted({place for blocker in blockers for place, _ in blocker})
    diagrams: Diagrams = Diagrams([full[place].bit_length() for place in places], NODES)
    level = {place: i for i, place in enumerate(places)}
    try:
        covered = diagrams.union([tuple((level[p], m) for p, m in blocker) for blocker in blockers])
        box = tuple((level[p], m) for p, m in sorted(masks.items()) if p in level)
        found = diagrams.path(diagrams.difference(diagrams.box(box), covered))
    except TooLarge as error:
        raise BudgetSpent from error
    if found is None:
        return None
    return {**masks, **{places[i]: mask for i, mask in found.items()}}
