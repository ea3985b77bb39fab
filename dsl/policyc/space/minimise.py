"""Fewer and simpler drafts for the same cases."""

from collections.abc import Iterable

import attrs

from policyc.space.box import Box, Masks, inside
from policyc.space.drafts import Cut, Draft, exceptions
from policyc.space.grid import GridAxis, runs
from policyc.space.space import Space


def minimised(space: Space, found: Iterable[Draft]) -> list[Draft]:
    """The drafts of one class and one set of blockers, merged, joined, pruned."""
    kept = _joined(space, _merged(list(found)))
    kept = _irredundant(space, kept)
    return [pruned(space, relaxed(space, draft)) for draft in kept]


def _merged(found: list[Draft]) -> list[Draft]:
    """Without drafts inside another: their rules go to it."""
    kept: list[Draft] = []
    for draft in sorted(found, key=lambda d: len(d.seed)):
        home = next((i for i, k in enumerate(kept) if _contains(k, draft)), None)
        if home is None:
            kept.append(draft)
        else:
            tags = tuple(dict.fromkeys((*kept[home].tags, *draft.tags)))
            kept[home] = attrs.evolve(kept[home], tags=tags)
    order = {draft.seed: i for i, draft in enumerate(found)}
    return sorted(kept, key=lambda d: order[d.seed])


def _contains(outer: Draft, inner: Draft) -> bool:
    """Whether one draft's cases are all the other's; both must have the same blockers."""
    return inside(inner.base, outer.seed) or inside(inner.base, outer.base)


def _joined(space: Space, found: list[Draft]) -> list[Draft]:
    """Drafts with the same exceptions that differ on one axis become one, where it reads well."""
    kept = list(found)
    again = True
    while again:
        again = False
        for i, left in enumerate(kept):
            for j in range(i + 1, len(kept)):
                union = _join(space, left, kept[j])
                if union is not None:
                    kept = [*kept[:i], union, *kept[i + 1 : j], *kept[j + 1 :]]
                    again = True
                    break
            if again:
                break
    return kept


def _join(space: Space, left: Draft, right: Draft) -> Draft | None:
    base = _one_axis(space, left.base, right.base)
    if base is None or {e.box for e in left.exceptions} != {e.box for e in right.exceptions}:
        return None
    cut = exceptions(base, left.blockers.meeting(dict(base)))
    if len(cut) > len(left.exceptions):
        return None
    tags = tuple(dict.fromkeys((*left.tags, *right.tags)))
    return Draft(left.action, base, base, cut, tags, left.found, left.blockers)


def _one_axis(space: Space, left: Box, right: Box) -> Box | None:
    """The union of two boxes that differ on one axis, where it is no odd set of values."""
    if len(left) != len(right) or left == right:
        return None
    differing = [i for i, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]
    if len(differing) != 1 or left[differing[0]][0] != right[differing[0]][0]:
        return None
    place = left[differing[0]][0]
    mask = left[differing[0]][1] | right[differing[0]][1]
    if not reads_well(space.grid.axes[place], mask):
        return None
    middle: Box = () if mask == space.grid.full[place] else ((place, mask),)
    return left[: differing[0]] + middle + left[differing[0] + 1 :]


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
    kept = list(found)
    for draft in sorted(found, key=lambda d: -len(d.base)):
        others = [d.base for d in kept if d is not draft]
        blockers = [e.box for e in draft.exceptions] + others
        if others and not space.perhaps(draft.action, dict(draft.base), blockers):
            kept = [d for d in kept if d is not draft]
    return kept


def relaxed(space: Space, draft: Draft) -> Draft:
    """Without bounds on the base that always hold where the others do."""
    base = dict(draft.base)
    for place in sorted(base.keys() & space.correlated, reverse=True):
        beyond = {**base, place: space.grid.full[place] & ~base[place]}
        if not space.perhaps(draft.action, beyond, ()):
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
        elif space.perhaps(draft.action, masks, ()):
            kept.append(attrs.evolve(cut, box=_relaxed_cut(space, draft.action, base, cut.box)))
    for cut in sorted(kept, key=lambda c: -len(c.box)):
        masks = _within(base, cut.box)
        others = [c.box for c in kept if c is not cut]
        if masks is not None and not space.perhaps(draft.action, masks, others):
            kept = [c for c in kept if c is not cut]
    return attrs.evolve(draft, exceptions=tuple(kept))


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
        if not beyond[place] or not space.perhaps(action, beyond, ()):
            kept = list(rest)
    return tuple(kept)
