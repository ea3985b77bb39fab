"""Many boxes with tags, indexed so that those that meet a box are found by a few `and`s."""

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from policyc.space.boxes.box import Box, Masks

Tag = TypeVar("Tag")


class BoxSet(Generic[Tag]):
    """Boxes in order, each once, with the tags of everything that has this box; `bare` have none.

    For each axis, the set of boxes (as bits of an integer) per mask that occurs on it.
    """

    def __init__(self, tagged: Iterable[tuple[Box, Tag]], bare: Iterable[Box] = ()) -> None:
        found: dict[Box, dict[Tag, None]] = {box: {} for box in bare}
        for box, tag in tagged:
            found.setdefault(box, {})[tag] = None
        self.tags: dict[Box, list[Tag]] = {box: list(tags) for box, tags in found.items()}
        self.boxes: list[Box] = list(self.tags)
        self._by_axis: dict[int, dict[int, int]] = {}
        self._touching: dict[tuple[int, int], int] = {}
        self._indexed = False

    def __contains__(self, box: Box) -> bool:
        return box in self.tags

    def __len__(self) -> int:
        return len(self.boxes)

    def _index(self) -> None:
        self._indexed = True
        for number, box in enumerate(self.boxes):
            bit = 1 << number
            for place, mask in box:
                masks = self._by_axis.setdefault(place, {})
                masks[mask] = masks.get(mask, 0) | bit

    def apart(self, place: int, mask: int) -> int:
        """The boxes, as bits, that do not meet the cells of a mask on an axis."""
        key = (place, mask)
        found = self._touching.get(key)
        if found is None:
            found = 0
            for other, bits in self._by_axis.get(place, {}).items():
                if not other & mask:
                    found |= bits
            self._touching[key] = found
        return found

    def meeting(self, masks: Mapping[int, int] | Masks) -> list[Box]:
        """The boxes that meet a box, in order."""
        if not self.boxes:
            return []
        if not self._indexed:
            self._index()
        bits = (1 << len(self.boxes)) - 1
        for place, mask in masks.items():
            bits &= ~self.apart(place, mask)
        found = []
        while bits:
            low = bits & -bits
            found.append(self.boxes[low.bit_length() - 1])
            bits ^= low
        return found
