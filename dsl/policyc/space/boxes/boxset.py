"""Many boxes with tags, indexed so that those that meet a box are found by a few `and`s."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from policyc.space.boxes.box import Box, Masks
from policyc.space.boxes.index import Index

Tag = TypeVar("Tag")


class BoxSet(Generic[Tag]):
    """Boxes in order, each once, with the tags of all that has this box; `bare` ones have none."""

    def __init__(self, tagged: Iterable[tuple[Box, Tag]], bare: Iterable[Box] = ()) -> None:
        found: dict[Box, dict[Tag, None]] = {box: {} for box in bare}
        for box, tag in tagged:
            found.setdefault(box, {})[tag] = None
        self.tags: dict[Box, list[Tag]] = {box: list(tags) for box, tags in found.items()}
        self.boxes: list[Box] = list(self.tags)

    @cached_property
    def index(self) -> Index:
        """The boxes, each under its number in the order."""
        return Index(self.boxes)

    def __contains__(self, box: Box) -> bool:
        return box in self.tags

    def __len__(self) -> int:
        return len(self.boxes)

    def meeting(self, masks: Masks) -> Iterator[Box]:
        """The boxes that meet a box, in order."""
        return self.index.chosen(self.index.meeting(masks)) if self.boxes else iter(())

    def met_by(self, masks: Masks) -> Iterator[tuple[Box, Sequence[Tag]]]:
        """The boxes that meet a box, in order, with their tags."""
        return ((box, self.tags[box]) for box in self.meeting(masks))
