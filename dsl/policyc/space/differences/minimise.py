"""Fewer and simpler drafts for the same cases."""

from collections.abc import Iterable, Iterator
from itertools import cycle

import attrs

from policyc.space.boxes.box import Box
from policyc.space.boxes.index import Index, Some, numbers
from policyc.space.differences.drafts import Draft, exceptions
from policyc.space.differences.prune import pruned, relaxed
from policyc.space.grid.grid import GridAxis, runs
from policyc.space.space import Space


def minimised(space: Space, found: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts of one class and one set of blockers, merged, joined, pruned."""
    kept = _joined(space, _merged(list(found)))
    kept = _irredundant(space, kept)
    for draft in kept:
        yield pruned(space, relaxed(space, draft))


def _merged(found: list[Draft]) -> list[Draft]:
    """Without drafts inside another: their rules go to it."""
    order = sorted(found, key=lambda d: len(d.seed))
    seeds, bases = Index(d.seed for d in order), Index(d.base for d in order)
    homes: dict[int, list[Draft]] = {}
    kept = 0
    for number, draft in enumerate(order):
        masks = dict(draft.base)
        around = kept & (seeds.around(masks) | bases.around(masks))
        home = next(numbers(around), number)
        kept |= 1 << home
        homes.setdefault(home, []).append(draft)
    place = {draft.seed: i for i, draft in enumerate(found)}
    merged = [
        attrs.evolve(order[home], tags=tuple(dict.fromkeys(t for d in inner for t in d.tags)))
        for home, inner in homes.items()
    ]
    return sorted(merged, key=lambda d: place[d.seed])


def _joined(space: Space, found: list[Draft]) -> list[Draft]:
    """Drafts with the same exceptions that differ on one axis become one, where it reads well.

    One axis after another is gone through, and all of them again, until none joins any.
    """
    kept = found
    places = sorted({place for draft in found for place, _ in draft.base})
    idle = 0
    for place in cycle(places):
        fewer = _joined_on(space, place, kept)
        idle = 0 if len(fewer) < len(kept) else idle + 1
        if idle == len(places):
            break
        kept = fewer
    return kept


def _joined_on(space: Space, place: int, found: list[Draft]) -> list[Draft]:
    """The drafts with those joined that are the same but for one axis, where the first stood."""
    kept: list[Draft] = []
    alike: dict[object, list[int]] = {}
    for draft in found:
        beside = _beside(place, draft)
        group = [] if beside is None else alike.setdefault(beside, [])
        for i in group:
            union = _join(space, place, kept[i], draft)
            if union is not None:
                kept[i] = union
                break
        else:
            group.append(len(kept))
            kept.append(draft)
    return kept


def _beside(place: int, draft: Draft) -> tuple[Box, frozenset[Box]] | None:
    """A draft's other bounds and its exceptions; nothing where it has no bound on the axis."""
    for i, (bounded, _) in enumerate(draft.base):
        if bounded == place:
            return draft.base[:i] + draft.base[i + 1 :], draft.cut_out
    return None


def _join(space: Space, place: int, left: Draft, right: Draft) -> Draft | None:
    """One draft for two that are the same but for one axis."""
    full = space.grid.full
    mask = dict(left.base).get(place, full[place]) | dict(right.base)[place]
    if not reads_well(space.grid.axes[place], mask):
        return None
    masks = {**dict(left.base), place: mask}
    base = tuple(sorted((p, m) for p, m in masks.items() if m != full[p]))
    cut = exceptions(base, left.blockers.meeting(dict(base)))
    if len(cut) > len(left.exceptions):
        return None
    tags = tuple(dict.fromkeys((*left.tags, *right.tags)))
    return Draft(left.action, base, base, cut, tags, left.found, left.blockers)


def reads_well(axis: GridAxis, mask: int) -> bool:
    """Whether a mask is one range (round the clock for times of day) or a set of members."""
    if not axis.cuts:
        return True
    numbers = mask & ~axis.never
    last = 1 << len(axis.cuts)
    around = axis.circular and numbers & 1 and numbers & last
    return len(list(runs(numbers))) <= 1 + bool(around)


def _irredundant(space: Space, found: list[Draft]) -> list[Draft]:
    """Without drafts whose cases the others have, those with most bounds tried first."""
    if len(found) <= 1:
        return found
    index = found[0].blockers.index.copied()
    blockers = index.all
    bases = [index.add([draft.base]) for draft in found]
    kept = index.all
    for number in sorted(range(len(found)), key=lambda i: -len(found[i].base)):
        draft, rest = found[number], kept & ~bases[number]
        masks = dict(draft.base)
        if rest != blockers and not space.perhaps(
            draft.action, masks, Some(index, rest), draft.found
        ):
            kept = rest
    return [draft for draft, base in zip(found, bases, strict=True) if base & kept]
