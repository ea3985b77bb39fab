"""The boxes that no case is in, as far as they are known; some are learned on the way."""

from collections.abc import Collection, Mapping, Sequence

from policyc.space.boxes.box import Box
from policyc.space.boxes.index import Index, Some


class Impossible:
    """For each action, the boxes that no case is in. What is learned comes after what was known."""

    def __init__(
        self, related: Mapping[str, Collection[Box]], everywhere: Sequence[Collection[Box]]
    ) -> None:
        self._sources = {action: (boxes, *everywhere) for action, boxes in related.items()}
        self._indexes = {action: Index() for action in related}
        self._known: dict[str, set[Box]] = {action: set() for action in related}
        self._counts = dict.fromkeys(related, 0)

    def boxes(self, action: str) -> Sequence[Box]:
        """Those that questions about an action have to know."""
        index, sources = self._indexes[action], self._sources[action]
        count = sum(map(len, sources))
        if count > self._counts[action]:
            self._counts[action] = count
            known = self._known[action]
            new = dict.fromkeys(box for boxes in sources for box in boxes if box not in known)
            known.update(new)
            index.empty |= index.add(new)
            index.known = len(index.boxes)
        return index.boxes

    def index(self, action: str) -> Index:
        """An index of them alone, to which others can be added."""
        self.boxes(action)
        return self._indexes[action].copied()

    def beside(self, blockers: Some, action: str) -> Some:
        """Them too; the index of the blockers is of this action from now on."""
        index, boxes = blockers.index, self.boxes(action)
        if len(boxes) > index.known:
            index.empty |= index.add(boxes[index.known :])
            index.known = len(boxes)
        return Some(index, blockers.bits | index.empty)
