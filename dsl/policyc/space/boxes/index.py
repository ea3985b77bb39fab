"""Many boxes at once: a set of them is the bits of one integer, one per box.

For each axis and each mask on it, two sets of boxes are worked out once: those that do not meet
the cells of the mask, and those that meet some of them only. With these, which of a thousand boxes
meet a box, or lie around it, takes a few operations on integers.
"""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from policyc.space.boxes.box import Box, Literal, Masks

ANYWHERE = 0
"""Stands for the mask of an axis that is not restricted; no mask of a box is empty."""


def numbers(bits: int) -> Iterator[int]:
    """The numbers of the bits that are set, ascending."""
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low


class AxisIndex(dict[int, tuple[int, int]]):
    """The boxes with a literal on one axis.

    The entry of a mask holds the boxes that do not meet its cells, and those that leave some out.
    """

    def __init__(self) -> None:
        super().__init__()
        self.bounded = 0
        """All of them."""
        self.alike: dict[int, int] = {}
        """Those that take the very cells of a mask."""

    def add(self, alike: Mapping[int, int], shift: int = 0) -> None:
        """More boxes, by the mask that they take; their bits are shifted."""
        for mask, boxes in alike.items():
            self.alike[mask] = self.alike.get(mask, 0) | boxes << shift
            self.bounded |= boxes << shift
        self.clear()

    def copied(self) -> "AxisIndex":
        """The same boxes, to which others can be added."""
        found = AxisIndex()
        found.bounded, found.alike = self.bounded, dict(self.alike)
        return found

    def __missing__(self, mask: int) -> tuple[int, int]:
        if mask == ANYWHERE:
            apart, partly = 0, self.bounded
        elif mask & mask - 1:
            apart, partly = self.bounded, 0
            for cell in _cells(mask):
                beyond, _ = self[cell]
                apart &= beyond
                partly |= beyond
        else:
            apart = 0
            for other, boxes in self.alike.items():
                if not other & mask:
                    apart |= boxes
            partly = apart
        self[mask] = apart, partly
        return apart, partly

    def outside(self, mask: int, boxes: int) -> int:
        """The cells of a mask that each of some boxes leaves out."""
        found = 0
        for cell in _cells(mask):
            if not boxes & ~self[cell][0]:
                found |= cell
        return found


def _cells(mask: int) -> Iterator[int]:
    """Each cell of a mask as a mask of its own."""
    while mask:
        cell = mask & -mask
        yield cell
        mask ^= cell


class Index:
    """Boxes in order. More can be added; those there keep their bits."""

    def __init__(self, boxes: Iterable[Box] = ()) -> None:
        self.boxes: list[Box] = []
        self.axes: dict[int, AxisIndex] = {}
        self.empty = 0
        """Which of them no case is in; `known` counts those of all such boxes that were added."""
        self.known = 0
        self._own: set[int] = set()
        self.add(boxes)

    def copied(self) -> "Index":
        """The same boxes, to which others can be added. What is worked out about them stays so."""
        found = Index()
        found.boxes, found.axes = list(self.boxes), dict(self.axes)
        found.empty, found.known = self.empty, self.known
        self._own = set()
        return found

    @property
    def all(self) -> int:
        """Every box but the empty ones."""
        return self._every & ~self.empty

    @property
    def _every(self) -> int:
        return (1 << len(self.boxes)) - 1

    def add(self, boxes: Iterable[Box]) -> int:
        """Adds boxes, and returns them as bits."""
        before = self._every
        bit = before + 1
        added: dict[int, dict[int, int]] = {}
        for box in boxes:
            self.boxes.append(box)
            for place, mask in box:
                alike = added.setdefault(place, {})
                alike[mask] = alike.get(mask, 0) | bit
            bit <<= 1
        for place, alike in added.items():
            self._axis(place).add(alike)
        return self._every ^ before

    def extend(self, other: "Index") -> int:
        """Adds the boxes of another index, and returns them as bits."""
        before = self._every
        for place, axis in other.axes.items():
            self._axis(place).add(axis.alike, len(self.boxes))
        self.boxes += other.boxes
        return self._every ^ before

    def _axis(self, place: int) -> AxisIndex:
        """An axis that is this index's alone, and so may be changed."""
        if place not in self._own:
            self._own.add(place)
            shared = self.axes.get(place)
            self.axes[place] = AxisIndex() if shared is None else shared.copied()
        return self.axes[place]

    def chosen(self, bits: int) -> Iterator[Box]:
        """The boxes of a set, in order."""
        return map(self.boxes.__getitem__, numbers(bits))

    def apart(self, masks: Masks) -> int:
        """The boxes that do not meet a box."""
        found = 0
        for place, mask in masks.items():
            if place in self.axes:
                found |= self.axes[place][mask][0]
        return found

    def meeting(self, masks: Masks) -> int:
        """The boxes that meet a box, without the empty ones."""
        return self.all & ~self.apart(masks)

    def around(self, masks: Masks) -> int:
        """The boxes that a box lies in."""
        partly = 0
        for place, axis in self.axes.items():
            partly |= axis[masks.get(place, ANYWHERE)][1]
        return self.all & ~partly


@attrs.frozen
class Some:
    """Some boxes of an index."""

    index: Index
    bits: int

    def meeting(self, masks: Masks) -> int:
        """Those of them that meet a box, as bits."""
        return self.bits & ~self.index.apart(masks)


def open_literals(box: Box, masks: Masks) -> list[Literal]:
    """The literals of a box that do not hold all over another."""
    return [(p, mask) for p, mask in box if p not in masks or masks[p] & ~mask]
