"""Where boxes overlap and others do not reach, as "base box except boxes".

A class of differences is the union, over the boxes of the doing side (*seeds*), of the seed minus
the boxes that lead out of the class (*blockers*). Each seed with a case left becomes a draft:
exact by construction, and never more drafts than seeds.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import attrs

from policyc.space.boxes.box import EVERYWHERE, Box, Masks, meet
from policyc.space.boxes.cover import settled
from policyc.space.boxes.fewer import absorbed
from policyc.space.boxes.index import Index, Some, open_literals
from policyc.space.effects import Set
from policyc.space.live import Tag
from policyc.space.overlap import Overlap
from policyc.space.space import Space
from policyc.space.undecided import SPENT, TOO_MANY, BudgetSpent, Undecided


@attrs.frozen
class Cut:
    """A box that is cut out of a base, relative to it, and where it comes from."""

    box: Box
    tags: tuple[Tag, ...]


@attrs.frozen(eq=False, slots=False)
class Blockers:
    """The boxes that lead out of a class, from several sets."""

    sets: tuple[Set, ...]

    @cached_property
    def index(self) -> Index:
        """All of them by number; a box of two sets has two."""
        found = Index()
        for s in self.sets:
            found.extend(s.index)
        return found

    def covers(self, box: Box) -> bool:
        """Whether some blocker is the very box."""
        return any(box in s for s in self.sets)

    def near(self, masks: Masks) -> Some:
        """Those that meet a box."""
        return Some(self.index, self.index.meeting(masks))

    def tagged(self, boxes: Iterable[Box]) -> dict[Box, tuple[Tag, ...]]:
        """Some of them, with their tags."""
        return {
            box: tuple(tag for s in self.sets if box in s for tag in s.tags[box]) for box in boxes
        }

    def meeting(self, masks: Masks) -> dict[Box, tuple[Tag, ...]]:
        """The blockers that meet a box, with their tags."""
        return self.tagged(self.index.chosen(self.index.meeting(masks)))


@attrs.frozen(slots=False)
class Draft:
    """Cases of one action: those in the base and in no exception. `tags` are the seed's.

    `found` is a part of them with a case in it. `blockers` are those of the whole class.
    """

    action: str
    seed: Box
    base: Box
    exceptions: tuple[Cut, ...]
    tags: tuple[Tag, ...]
    found: Masks = attrs.field(eq=False)
    blockers: Blockers = attrs.field(eq=False)

    @cached_property
    def cut_out(self) -> frozenset[Box]:
        """The exceptions' boxes, in no order."""
        return frozenset(cut.box for cut in self.exceptions)


Seed = tuple[Box, tuple[Tag, ...]]


def seeds(
    space: Space, action: str, within: Sequence[Set | Overlap], blockers: Blockers
) -> Iterator[Seed]:
    """The boxes that lie in one of each set, with their tags; every case where there is no set.

    Boxes that are blockers themselves, or that the blockers cover, are left out early.
    """
    if len(within) <= 1:
        yield from _whole(within[0], blockers) if within else [(EVERYWHERE, ())]
        return
    yield from _once(
        seed for _, found in _by_origin(space, action, within, blockers) for seed in found
    )


def _by_origin(
    space: Space, action: str, within: Sequence[Set | Overlap], blockers: Blockers
) -> Iterator[tuple[Seed, Iterator[Seed]]]:
    """The boxes of the smallest set, each with its parts that lie in one of each other set."""
    first, *others = sorted(within, key=lambda s: _size(s, blockers))
    for origin in _whole(first, blockers):
        masks = dict(origin[0])
        if space.perhaps(action, masks, blockers.near(masks)):
            found: Iterator[Seed] = iter((origin,))
            for other in others:
                found = _narrowed(found, other, blockers)
            yield origin, found


def _size(s: Set | Overlap, blockers: Blockers) -> int:
    """How many boxes of a set are no blockers, at most."""
    return len(s) if isinstance(s, Overlap) else sum(not blockers.covers(box) for box in s.boxes)


def _once(found: Iterable[Seed], most: int | None = None) -> Iterator[Seed]:
    """Each box once, with all its tags; where there are more than so many, one more than these."""
    seen: dict[Box, tuple[Tag, ...]] = {}
    for box, tags in found:
        seen[box] = tuple(dict.fromkeys((*seen.get(box, ()), *tags)))
        if most is not None and len(seen) > most:
            break
    yield from seen.items()


def _whole(s: Set | Overlap, blockers: Blockers) -> Iterator[Seed]:
    boxes = s.whole if isinstance(s, Overlap) else s
    return ((box, tuple(boxes.tags[box])) for box in boxes.boxes if not blockers.covers(box))


def _narrowed(found: Iterable[Seed], other: Set | Overlap, blockers: Blockers) -> Iterator[Seed]:
    for box, tags in found:
        for second, more in other.met_by(dict(box)):
            if not blockers.covers(second):
                met = meet(box, second)
                assert met is not None  # it meets
                yield met, (*tags, *more)


@attrs.frozen
class Unsettled:
    """A seed of which it was not found out which cases are left, and why not."""

    action: str
    seed: Box
    tags: tuple[Tag, ...]
    why: Undecided


def drafts(
    space: Space,
    action: str,
    within: Sequence[Set | Overlap],
    without: Sequence[Set],
    most: int | None = None,
) -> Iterator[Draft | Unsettled]:
    """The cases in a box of each of `within` and in none of `without`.

    A box of the smallest set that falls into more parts than `most` is left whole and unsettled.
    """
    blockers = Blockers(tuple(without))
    if most is None:
        found = seeds(space, action, within, blockers)
    else:
        countable, endless = _countable(space, action, within, blockers, most)
        yield from endless
        found = _once(countable)
    for seed, tags in found:
        try:
            draft = drafted(space, action, seed, tags, blockers)
        except BudgetSpent:
            yield Unsettled(action, seed, tags, SPENT)
        else:
            if draft is not None:
                yield draft


def _countable(
    space: Space, action: str, within: Sequence[Set | Overlap], blockers: Blockers, most: int
) -> tuple[list[Seed], list[Unsettled]]:
    """The seeds of boxes with few parts, and the boxes that have too many."""
    seeds: list[Seed] = []
    endless = []
    for (box, tags), parts in _by_origin(space, action, within, blockers):
        found = list(_once(parts, most))
        if len(found) > most:
            endless.append(Unsettled(action, box, tags, TOO_MANY))
        else:
            seeds += found
    return seeds, endless


def drafted(
    space: Space, action: str, seed: Box, tags: tuple[Tag, ...], blockers: Blockers
) -> Draft | None:
    """The draft of one seed, or nothing where no case is left of it. Raises `BudgetSpent`."""
    masks = dict(seed)
    index = blockers.index
    meeting = settled(masks, blockers.near(masks), space.grid.full)
    if meeting is None:
        return None
    found = space.find(action, masks, Some(index, meeting))
    if found is None:
        return None
    base = tuple(sorted(masks.items()))
    cut = exceptions(base, blockers.tagged(index.chosen(meeting)))
    return Draft(action, seed, base, cut, tags, found, blockers)


def exceptions(base: Box, meeting: dict[Box, tuple[Tag, ...]]) -> tuple[Cut, ...]:
    """What blockers that meet a base cut out of it, each relative, without those inside another."""
    masks = dict(base)
    found: dict[Box, tuple[Tag, ...]] = {}
    for box, tags in meeting.items():
        rest = tuple([(p, m & masks[p] if p in masks else m) for p, m in open_literals(box, masks)])
        found[rest] = tuple(dict.fromkeys((*found.get(rest, ()), *tags)))
    return tuple(Cut(box, found[box]) for box in absorbed(found))
