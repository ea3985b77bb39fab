"""Many boxes with tags, indexed so that those that meet a box are found by a few `and`s."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Generic, TypeVar

from policyc.space.boxes.box import Box, Masks, indexed

Tag = TypeVar("Tag")


class BoxSet(Generic[Tag]):
    """Boxes in order, each once, with the tags of all that has this box; `bare` ones have none."""

    def __init__(self, tagged: Iterable[tuple[Box, Tag]], bare: Iterable[Box] = ()) -> None:
        found: dict[Box, dict[Tag, None]] = {box: {} for box in bare}
        for box, tag in tagged:
            found.setdefault(box, {})[tag] = None
        self.tags: dict[Box, list[Tag]] = {box: list(tags) for box, tags in found.items()}
        self.boxes: list[Box] = list(self.tags)
        self._touching: dict[tuple[int, int], int] = {}

    @cached_property
    def _by_axis(self) -> dict[int, dict[int, int]]:
        return indexed(self.boxes)

    def __contains__(self, box: Box) -> bool:
        return box in self.tags

    def __len__(self) -> int:
        return len(self.boxes)

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
        bits = (1 << len(self.boxes)) - 1
        for place, mask in masks.items():
            bits &= ~self.apart(place, mask)
            if not bits:
                return []
        found = []
        while bits:
            low = bits & -bits
            found.append(self.boxes[low.bit_length() - 1])
            bits ^= low
        return found
