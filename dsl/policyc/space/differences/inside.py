"""What one policy says inside a region, and by which rules."""

from collections.abc import Iterable, Iterator

import attrs

from policyc.core.policy import Verdict
from policyc.space.boxes.box import Box, Masks, meet
from policyc.space.differences.classes import VERDICTS
from policyc.space.differences.drafts import Blockers, Draft, seeds
from policyc.space.effects import Alternative, having
from policyc.space.live import Tag
from policyc.space.space import Space


@attrs.frozen
class Said:
    """A verdict that is given in some case of a region, and every rule that gives it in some."""

    verdict: Verdict
    rules: tuple[str, ...]


def said(
    space: Space, draft: Draft, side: int, among: Iterable[Verdict] = VERDICTS
) -> tuple[Said, ...]:
    """The verdicts that a policy gives inside a draft, by precedence; it gives none but `among`."""
    found = []
    for verdict in among:
        tags = list(_giving(space, draft, side, verdict))
        if tags:
            rules = dict.fromkeys(tag.rule for tag in tags if tag is not None)
            found.append(Said(verdict, tuple(rules)))
    return tuple(found)


def _giving(space: Space, draft: Draft, side: int, verdict: Verdict) -> Iterator[Tag | None]:
    """The tags of the boxes by which a verdict is given somewhere inside; `None` for silence."""
    cuts = [cut.box for cut in draft.exceptions]
    for alternative in having(space.sides[side], draft.action, verdict):
        blockers = Blockers(alternative.without)
        for seed, tags in _seeds(space, draft, alternative, blockers):
            met = meet(draft.base, seed)
            if met is None:
                continue
            masks: Masks = dict(met)
            walls: list[Box] = [*cuts, *blockers.meeting(masks)]
            if _shown(draft.found, met, walls) or space.perhaps(draft.action, masks, walls):
                yield from tags or (None,)


def _shown(found: Masks, box: Box, walls: Iterable[Box]) -> bool:
    """Whether a part that has a case lies in a box and meets no wall: there it needs no search."""
    return all(place in found and not found[place] & ~mask for place, mask in box) and not any(
        all(found.get(place, mask) & mask for place, mask in wall) for wall in walls
    )


def _seeds(
    space: Space, draft: Draft, alternative: Alternative, blockers: Blockers
) -> Iterator[tuple[Box, tuple[Tag, ...]]]:
    """The seeds of an alternative that may meet a base."""
    if len(alternative.within) == 1:
        (only,) = alternative.within
        for box, tags in only.met_by(dict(draft.base)):
            if not blockers.covers(box):
                yield box, tuple(tags)
    else:
        yield from seeds(space, draft.action, alternative.within, blockers)
