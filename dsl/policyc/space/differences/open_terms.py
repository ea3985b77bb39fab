"""Whether a difference holds for every value of the open terms.

A case of a region, its open terms left open, is *certain* where the two policies differ whatever
values the terms have, and *possible* where they differ for some and agree for others. The axes of
the terms are the bottom levels of a diagram of the two outcomes, and each part below the facts
becomes the set of what it can be; so both parts are exact as long as `exact` says so.
"""

from collections.abc import Iterable

import attrs

from policyc.core.policy import Effect
from policyc.space.boxes.box import Box, Masks
from policyc.space.boxes.diagram import Diagrams, TooLarge
from policyc.space.differences.certainty import CERTAIN, VARIOUS, Certainty, Facts, Level
from policyc.space.differences.classes import Class
from policyc.space.differences.denials import denied, spoken_of
from policyc.space.differences.drafts import Draft
from policyc.space.differences.outcomes import Kind, Marked, compared, located, outcome
from policyc.space.effects import Set
from policyc.space.space import Space
from policyc.space.theory.refine import term_places
from policyc.space.undecided import BudgetSpent
from policyc.space.where import Where, where

NODES = 30_000
"""The most nodes of a region's diagram."""


def certainty(space: Space, draft: Draft, cls: Class, pair: tuple[int, int]) -> Certainty:
    """How sure the cases of a draft, which is part of a class, are."""
    open_places = term_places(space.grid)
    if not open_places or _untouched(draft, open_places):
        return CERTAIN
    sets = [_sets(space, draft, side) for side in pair]
    boxes = [box for found in sets for _, box in found] + [c.box for c in draft.exceptions]
    if not any(place in open_places for box in (draft.base, *boxes) for place, _ in box):
        return CERTAIN
    try:
        return _split(space, draft, cls, sets, boxes)
    except (TooLarge, BudgetSpent):
        return Certainty(Level.POSSIBLE, exact=False)


def _untouched(draft: Draft, open_places: set[int]) -> bool:
    """Whether no term bears on being in the region: neither its base nor what leads out of it."""
    base = {place: mask for place, mask in draft.base if place not in open_places}
    boxes = [draft.base, *draft.blockers.meeting(base)]
    return not any(place in open_places for box in boxes for place, _ in box)


def _sets(space: Space, draft: Draft, side: int) -> Marked:
    """The boxes of a side that meet the cases of the base, whatever the terms are."""
    base = _facts_only(space, draft.base)
    found: Marked = []
    for effect in Effect:
        for boxes in _both(space, side, draft.action, effect):
            for box in boxes.meeting(base):
                found += [(tag, _relative(box, base)) for tag in boxes.tags[box]]
    return list(dict.fromkeys(found))


def _relative(box: Box, base: Masks) -> Box:
    """A box that meets a base, without what holds all over the base."""
    return tuple((place, mask) for place, mask in box if place not in base or base[place] & ~mask)


def _both(space: Space, side: int, action: str, effect: Effect) -> Iterable[Set]:
    yield space.sides[side].live_set(action, effect)
    yield space.sides[side].default_set(action, effect)


def _facts_only(space: Space, box: Box) -> Masks:
    open_places = term_places(space.grid)
    return {place: mask for place, mask in box if place not in open_places}


@attrs.frozen
class _Levels:
    """The axes of a diagram: facts that terms speak of, then other facts, then the terms."""

    space: Space
    action: str
    order: list[int]

    @classmethod
    def of(cls, space: Space, action: str, boxes: Iterable[Box]) -> "_Levels":
        """Those on which some box has a bound."""
        used = {place for box in boxes for place, _ in box}
        terms = term_places(space.grid)
        first = spoken_of(space.grid, terms)
        return cls(space, action, sorted(used, key=lambda p: (p in terms, p not in first, p)))

    @property
    def facts(self) -> int:
        """How many levels are of facts."""
        return len(self.order) - len(term_places(self.space.grid) & set(self.order))

    @property
    def spoken_of(self) -> int:
        """How many are of facts that terms speak of; they are the first."""
        grid = self.space.grid
        return len(spoken_of(grid, term_places(grid)) & set(self.order))

    def diagrams(self) -> Diagrams:
        """A store of diagrams over the levels."""
        return Diagrams([self.space.grid.axes[place].size for place in self.order], NODES)

    def placed(self, box: Box) -> Box:
        """A box by levels."""
        return tuple(sorted((self.order.index(place), mask) for place, mask in box))

    def where(self, box: Box) -> Where:
        """A box by levels as values."""
        literals = sorted((self.order[level], mask) for level, mask in box)
        return where(self.space, self.action, tuple(literals))


def _split(
    space: Space, draft: Draft, cls: Class, sets: list[Marked], boxes: list[Box]
) -> Certainty:
    """What of a draft is certain and what possible. Raises `BudgetSpent` and `TooLarge`."""
    base = _facts_only(space, draft.base)
    own = _relative(draft.base, base)
    found, exact = denied(space, draft, base, [draft.base, *boxes])
    impossible = list(dict.fromkeys(_relative(box, base) for box in found))
    levels = _Levels.of(space, draft.action, (own, *boxes, *impossible))
    d, placed = levels.diagrams(), levels.placed
    left, right = (outcome(d, found, placed) for found in sets)
    inside = d.difference(d.box(placed(own)), d.union([placed(c.box) for c in draft.exceptions]))
    cases = d.apply(located, d.apply(compared(cls), left, right), inside)
    bounds = tuple(literal for literal in sorted(base.items()) if literal[0] in levels.order)
    possible = d.difference(d.box(placed(bounds)), d.union(map(placed, impossible)))
    cases = d.apply(lambda case, there: case if there else None, cases, possible)
    summed = d.collapsed(cases, levels.facts, _summed)
    if Level.POSSIBLE not in d.values(summed):
        return CERTAIN
    return Facts(d, summed, levels.spoken_of, levels.where).certainty(exact)


def _summed(cases: frozenset[object]) -> object:
    """What a case is when its terms are open: certain, possible, or outside the region (`None`)."""
    if Kind.DIFFERENT not in cases:
        return None
    if Kind.EQUAL in cases:
        return Level.POSSIBLE
    return VARIOUS if Kind.OTHERWISE in cases else Level.CERTAIN
