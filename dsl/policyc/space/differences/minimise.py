"""Fewer and simpler drafts for the same cases."""

from collections.abc import Iterable, Iterator

import attrs

from policyc.space.boxes.box import Box, Masks
from policyc.space.boxes.index import Index, Some, numbers
from policyc.space.differences.drafts import Cut, Draft, exceptions
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
    """Drafts with the same exceptions that differ on one axis become one, where it reads well."""
    kept = list(found)
    places = sorted({place for draft in found for place, _ in draft.base})
    again = True
    while again:
        again = False
        for place in places:
            fewer = _joined_on(space, place, kept)
            again |= len(fewer) < len(kept)
            kept = fewer
    return kept


def _joined_on(space: Space, place: int, found: list[Draft]) -> list[Draft]:
    """The drafts with those joined that are the same but for one axis."""
    alike: dict[object, list[Draft]] = {}
    for number, draft in enumerate(found):
        group = alike.setdefault(_beside(place, draft) or number, [])
        for i, other in enumerate(group):
            union = _join(space, place, other, draft)
            if union is not None:
                group[i] = union
                break
        else:
            group.append(draft)
    return [draft for group in alike.values() for draft in group]


def _beside(place: int, draft: Draft) -> tuple[Box, frozenset[Box]] | None:
    """A draft's other bounds and its exceptions; nothing where it has no bound on the axis."""
    for i, (bounded, _) in enumerate(draft.base):
        if bounded == place:
            rest = draft.base[:i] + draft.base[i + 1 :]
            return rest, frozenset(cut.box for cut in draft.exceptions)
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
        if rest != blockers and not space.perhaps(draft.action, masks, Some(index, rest)):
            kept = rest
    return [draft for draft, base in zip(found, bases, strict=True) if base & kept]


def relaxed(space: Space, draft: Draft) -> Draft:
    """Without bounds on the base that always hold where the others do."""
    base = dict(draft.base)
    for place in sorted(base.keys() & space.correlated, reverse=True):
        beyond = {**base, place: space.grid.full[place] & ~base[place]}
        if not space.possible(draft.action, beyond):
            del base[place]
    return attrs.evolve(draft, base=tuple(sorted(base.items())))


def pruned(space: Space, draft: Draft) -> Draft:
    """Without exceptions that cut out no case, or none that the others leave; bounds relaxed."""
    base = dict(draft.base)
    kept: list[Cut] = []
    for cut in draft.exceptions:
        masks = _within(base, cut.box)
        if masks is None:
            continue
        if space.correlated.isdisjoint(masks):
            kept.append(cut)
        elif space.possible(draft.action, masks):
            kept.append(attrs.evolve(cut, box=_relaxed_cut(space, draft.action, base, cut.box)))
    return attrs.evolve(draft, exceptions=tuple(_needed(space, draft.action, base, kept)))


def _needed(space: Space, action: str, base: Masks, cuts: list[Cut]) -> list[Cut]:
    """The exceptions without those that others cut out of the base together, long ones first."""
    if len(cuts) <= 1:
        return cuts
    index = space.index(action)
    bits = [1 << len(index.boxes) + number for number in range(len(cuts))]
    kept = index.add(cut.box for cut in cuts)
    for number in sorted(range(len(cuts)), key=lambda i: -len(cuts[i].box)):
        masks = _within(base, cuts[number].box)
        rest = kept & ~bits[number]
        if masks is not None and not space.perhaps(action, masks, Some(index, rest)):
            kept = rest
    return [cut for cut, bit in zip(cuts, bits, strict=True) if bit & kept]


def _within(base: Masks, box: Box) -> Masks | None:
    """The box inside the base; `None` where they do not meet."""
    masks = dict(base)
    for place, mask in box:
        masks[place] = masks.get(place, mask) & mask
        if not masks[place]:
            return None
    return masks


def _relaxed_cut(space: Space, action: str, base: Masks, box: Box) -> Box:
    """The exception without bounds that hold wherever the rest of it does, inside the base."""
    kept = list(box)
    for place, mask in reversed(box):
        if place not in space.correlated:
            continue
        rest = tuple(literal for literal in kept if literal[0] != place)
        beyond = _within(base, rest)
        if beyond is None or not rest:
            continue
        beyond[place] = beyond.get(place, space.grid.full[place]) & ~mask
        if not beyond[place] or not space.possible(action, beyond):
            kept = list(rest)
    return tuple(kept)
