"""What two sets of boxes have in common."""

from collections.abc import Iterator, Sequence
from functools import cached_property

import attrs

from policyc.space.boxes.box import Box, Masks, meet
from policyc.space.boxes.boxset import BoxSet
from policyc.space.live import Tag


@attrs.frozen(eq=False, slots=False)
class Overlap:
    """The cases in a box of both sets; a box that both have stands for itself alone.

    They may be as many as the pairs of boxes, and are worked out only where they are asked for.
    """

    left: BoxSet[Tag]
    right: BoxSet[Tag]

    def __len__(self) -> int:
        """How many boxes there are at most."""
        return len(self.left) * len(self.right)

    @cached_property
    def whole(self) -> BoxSet[Tag]:
        """All of them, each once."""
        return BoxSet((box, tag) for box, tags in self.met_by({}) for tag in tags)

    def met_by(self, masks: Masks) -> Iterator[tuple[Box, Sequence[Tag]]]:
        """The boxes that meet a box, with tags; one may come again, with other tags."""
        alone = []
        for box in self.left.meeting(masks):
            if box in self.right:
                yield box, (*self.left.tags[box], *self.right.tags[box])
            else:
                alone.append(box)
        for box in alone:
            inside = {**masks, **{place: mask & masks.get(place, mask) for place, mask in box}}
            for other in self.right.meeting(inside):
                if other not in self.left and (met := meet(box, other)) is not None:
                    yield met, (*self.left.tags[box], *self.right.tags[other])
