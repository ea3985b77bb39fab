"""Where boxes overlap and others do not reach, as "base box except boxes".

A class of differences is the union, over the boxes of the doing side (*seeds*), of the seed minus
the boxes that lead out of the class (*blockers*). Each seed with a case left becomes a draft:
exact by construction, and never more drafts than seeds.
"""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from policyc.space.box import EVERYWHERE, Box, Masks, absorbed, meet
from policyc.space.cover import relative
from policyc.space.effects import Set
from policyc.space.live import Tag
from policyc.space.space import Space
from policyc.space.undecided import BudgetSpent


@attrs.frozen
class Cut:
    """A box that is cut out of a base, relative to it, and where it comes from."""

    box: Box
    tags: tuple[Tag, ...]


@attrs.frozen(eq=False)
class Blockers:
    """The boxes that lead out of a class, from several sets."""

    sets: tuple[Set, ...]

    def covers(self, box: Box) -> bool:
        """Whether some blocker is the very box."""
        return any(box in s for s in self.sets)

    def meeting(self, masks: Masks) -> dict[Box, tuple[Tag, ...]]:
        """The blockers that meet a box, with their tags."""
        found: dict[Box, tuple[Tag, ...]] = {}
        for s in self.sets:
            for box in s.meeting(masks):
                tags = tuple(s.tags[box])
                found[box] = (*found[box], *tags) if box in found else tags
        return found


@attrs.frozen
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


Seed = tuple[Box, tuple[Tag, ...]]


def seeds(space: Space, action: str, within: Sequence[Set], blockers: Blockers) -> Iterator[Seed]:
    """The boxes that lie in one of each set, with their tags; every case where there is no set.

    Boxes that are blockers themselves, or that the blockers cover, are left out early.
    """
    if len(within) <= 1:
        yield from _whole(within[0], blockers) if within else [(EVERYWHERE, ())]
        return
    by_count = sorted(within, key=lambda s: sum(not blockers.covers(box) for box in s.boxes))
    found: Iterable[Seed] = (
        (box, tags)
        for box, tags in _whole(by_count[0], blockers)
        if space.perhaps(action, dict(box), blockers.meeting(dict(box)))
    )
    for s in by_count[1:]:
        found = _narrowed(found, s, blockers)
    seen: dict[Box, tuple[Tag, ...]] = {}
    for box, tags in found:
        seen[box] = tuple(dict.fromkeys((*seen.get(box, ()), *tags)))
    yield from seen.items()


def _whole(s: Set, blockers: Blockers) -> Iterator[Seed]:
    return ((box, tuple(s.tags[box])) for box in s.boxes if not blockers.covers(box))


def _narrowed(found: Iterable[Seed], other: Set, blockers: Blockers) -> Iterator[Seed]:
    for box, tags in found:
        for second in other.meeting(dict(box)):
            if not blockers.covers(second):
                met = meet(box, second)
                assert met is not None  # it meets
                yield met, (*tags, *other.tags[second])


@attrs.frozen
class Unsettled:
    """A seed of which it was not found out whether a case is left."""

    action: str
    seed: Box
    tags: tuple[Tag, ...]


def drafts(
    space: Space, action: str, within: Sequence[Set], without: Sequence[Set]
) -> Iterator[Draft | Unsettled]:
    """The cases in a box of each of `within` and in none of `without`."""
    blockers = Blockers(tuple(without))
    for seed, tags in seeds(space, action, within, blockers):
        try:
            draft = drafted(space, action, seed, tags, blockers)
        except BudgetSpent:
            yield Unsettled(action, seed, tags)
        else:
            if draft is not None:
                yield draft


def drafted(
    space: Space, action: str, seed: Box, tags: tuple[Tag, ...], blockers: Blockers
) -> Draft | None:
    """The draft of one seed, or nothing where no case is left of it. Raises `BudgetSpent`."""
    masks = dict(seed)
    meeting = blockers.meeting(masks)
    if relative(masks, meeting, space.grid.full) is None:
        return None
    base = tuple(sorted(masks.items()))
    cut = exceptions(base, meeting)
    found = space.find(action, masks, [e.box for e in cut])
    return None if found is None else Draft(action, seed, base, cut, tags, found, blockers)


def exceptions(base: Box, meeting: dict[Box, tuple[Tag, ...]]) -> tuple[Cut, ...]:
    """What blockers cut out of a base, each relative to it, without those inside another."""
    masks = dict(base)
    found: dict[Box, tuple[Tag, ...]] = {}
    for box, tags in meeting.items():
        if meet(base, box) is not None:
            rest = tuple(
                (place, mask & masks.get(place, mask))
                for place, mask in box
                if place not in masks or masks[place] & ~mask
            )
            found[rest] = tuple(dict.fromkeys((*found.get(rest, ()), *tags)))
    return tuple(Cut(box, found[box]) for box in absorbed(found))
