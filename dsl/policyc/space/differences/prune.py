"""Drafts in fewer words: without bounds and exceptions that go without saying."""

import attrs

from policyc.space.boxes.box import Box, Masks
from policyc.space.boxes.index import Some
from policyc.space.differences.drafts import Cut, Draft
from policyc.space.space import Space


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
    return attrs.evolve(draft, exceptions=tuple(_needed(space, draft, kept)))


def _needed(space: Space, draft: Draft, cuts: list[Cut]) -> list[Cut]:
    """The exceptions without those that others cut out of the base together, long ones first.

    What only one of them cuts out is often next to what none does.
    """
    if len(cuts) <= 1:
        return cuts
    action, base = draft.action, dict(draft.base)
    index = space.index(action)
    bits = [1 << len(index.boxes) + number for number in range(len(cuts))]
    kept = index.add(cut.box for cut in cuts)
    for number in sorted(range(len(cuts)), key=lambda i: -len(cuts[i].box)):
        masks = _within(base, cuts[number].box)
        rest = kept & ~bits[number]
        if masks is not None and not space.perhaps(action, masks, Some(index, rest), draft.found):
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
