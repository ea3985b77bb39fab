"""Whether a difference holds for every value of the open terms.

A case of a region, its open terms left open, is *certain* where the two policies differ whatever
values the terms have, and *possible* where they differ for some and agree for others. The axes of
the terms are the bottom levels of a diagram of the two outcomes, and each part below the facts
becomes the set of what it can be; so both parts are exact as long as `exact` says so.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from enum import Enum

import attrs

from policyc.core.conditions import LinearForm
from policyc.core.meaning import gives, verdict_of
from policyc.core.policy import Effect
from policyc.space.boxes.box import Box, Masks, meet
from policyc.space.boxes.diagram import Diagrams, TooLarge
from policyc.space.boxes.shortcover import short_cover
from policyc.space.differences.classes import Class, is_of
from policyc.space.differences.drafts import Draft
from policyc.space.effects import Set
from policyc.space.grid.grid import GridAxis
from policyc.space.grid.gridding import Grid
from policyc.space.live import RULING, Tag
from policyc.space.space import Space
from policyc.space.theory.refine import term_places
from policyc.space.theory.simplex import Open
from policyc.space.theory.theory import Group, Run, cell_runs
from policyc.space.undecided import BudgetSpent
from policyc.space.where import Where, where

NODES = 30_000
"""The most nodes of a region's diagram."""

MOST = 8
"""The most boxes in which the certain part of a region is told exactly."""


class Level(Enum):
    """For which values of the open terms the policies differ in the cases of a region."""

    CERTAIN = "certain"
    POSSIBLE = "possible"


@attrs.frozen
class Certainty:
    """How sure a region is. `CERTAIN`: all its cases are differences whatever the open terms are.

    Otherwise the region's cases inside `certain` are, and those inside `possible` depend on the
    terms. `exact` is false where that would take too long, or too many words: what is said to be
    certain is, but some of `possible` may be too. What is certain is `one_way`, in the class of the
    region whatever the terms are, or `various`: for some values it may be in another class.
    """

    level: Level
    certain: tuple[Where, ...] = ()
    possible: tuple[Where, ...] = ()
    exact: bool = True
    one_way: tuple[Where, ...] = ()
    various: tuple[Where, ...] = ()


CERTAIN = Certainty(Level.CERTAIN)


class _Case(Enum):
    DIFFERENT = "different, in the region"
    ELSEWHERE = "different in the same way, in another region"
    OTHERWISE = "different in another way"
    EQUAL = "equal"


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
        return _split(space, draft, cls, open_places, sets, boxes)
    except (TooLarge, BudgetSpent):
        return Certainty(Level.POSSIBLE, exact=False)


def _untouched(draft: Draft, open_places: set[int]) -> bool:
    """Whether no term bears on being in the region: neither its base nor what leads out of it."""
    base = {place: mask for place, mask in draft.base if place not in open_places}
    boxes = [draft.base, *draft.blockers.meeting(base)]
    return not any(place in open_places for box in boxes for place, _ in box)


Marked = list[tuple[Tag, Box]]


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


def _split(
    space: Space,
    draft: Draft,
    cls: Class,
    open_places: set[int],
    sets: list[Marked],
    boxes: list[Box],
) -> Certainty:
    base = _facts_only(space, draft.base)
    own = _relative(draft.base, base)
    found, exact = _denied(space, draft, base, [draft.base, *boxes])
    denied = list(dict.fromkeys(_relative(box, base) for box in found))
    used = {place for box in (own, *boxes, *denied) for place, _ in box}
    related = _related(space, open_places)
    order = sorted(used, key=lambda p: (p in open_places, p not in related, p))
    facts = sum(place not in open_places for place in order)
    level = {place: i for i, place in enumerate(order)}
    d: Diagrams = Diagrams([space.grid.axes[p].size for p in order], NODES)

    def placed(box: Box) -> Box:
        return tuple(sorted((level[place], mask) for place, mask in box))

    left, right = (_outcome(d, found, placed) for found in sets)
    inside = d.difference(d.box(placed(own)), d.union([placed(c.box) for c in draft.exceptions]))
    cases = d.apply(_case, d.apply(_difference(cls), left, right), inside)
    possible = d.difference(
        d.box(placed(tuple((p, m) for p, m in sorted(base.items()) if p in used))),
        d.union(map(placed, denied)),
    )
    cases = d.apply(lambda case, there: case if there else None, cases, possible)
    summed = d.collapsed(cases, facts, _summed)
    if Level.POSSIBLE not in d.values(summed):
        return CERTAIN

    def unplaced(box: Box) -> Where:
        return where(space, draft.action, tuple(sorted((order[lv], mask) for lv, mask in box)))

    return _Facts(d, summed, len(used & related), unplaced).certainty(exact)


@attrs.frozen
class _Facts:
    """What cases are, as a diagram of the facts; no term speaks of those after the first few."""

    diagrams: Diagrams
    summed: int
    spoken_of: int
    where: Callable[[Box], Where]

    def certainty(self, exact: bool) -> Certainty:
        """The cases in words, `exact` where they are. Raises `BudgetSpent`."""
        d = self.diagrams
        plain = d.mapped(lambda found: Level.CERTAIN if found is VARIOUS else found, self.summed)
        for node in self.told(plain):
            try:
                sure = self.parts(node, Level.CERTAIN)
                rest = self.parts(node, Level.POSSIBLE, MIXED)
            except BudgetSpent:
                continue
            whole = MIXED not in d.values(node)
            return Certainty(Level.POSSIBLE, sure, rest, exact and whole, *self.ways(sure, whole))
        raise BudgetSpent

    def told(self, node: int) -> list[int]:
        """What to tell, the best first: by all facts, or by those alone that terms speak of."""
        first = self.diagrams.collapsed(node, self.spoken_of, _pure)
        return [first] if MIXED not in self.diagrams.values(first) else [node, first]

    def ways(
        self, sure: tuple[Where, ...], whole: bool
    ) -> tuple[tuple[Where, ...], tuple[Where, ...]]:
        """What of the certain is so in one way, and what in various, or perhaps so.

        The certain is told apart only where all of it was told, and in few words.
        """
        if VARIOUS not in self.diagrams.values(self.summed):
            return sure, ()
        if whole:
            node = self.told(self.summed)[0]
            with suppress(BudgetSpent):
                return self.parts(node, Level.CERTAIN), self.parts(node, VARIOUS)
        return (), sure

    def parts(self, node: int, *wanted: object) -> tuple[Where, ...]:
        """The cases that are one of some things. Raises `BudgetSpent` where those are many."""
        found = short_cover(
            self.diagrams, node, lambda v: v in wanted, lambda v: v is None, tight=True, most=MOST
        )
        return tuple(map(self.where, found))


def _denied(space: Space, draft: Draft, base: Masks, boxes: list[Box]) -> tuple[list[Box], bool]:
    """The boxes without a case that meet the base, and whether they are all that matter."""
    here = tuple(sorted(base.items()))
    found = [box for box in space.rules(draft.action) if meet(here, box) is not None]
    masks: dict[int, set[int]] = {}
    for place, mask in (literal for box in (*boxes, *found) for literal in box):
        masks.setdefault(place, set()).add(mask)
    exact = space.refined
    for group in space.theory.groups:
        if masks.keys() & set(group.forms):
            denied = space.theory.denials(group, _choices(space, group, masks))
            if isinstance(denied, Open):
                exact = False
                denied = space.theory.denials(group, _choices(space, group, masks, sums=False))
            if not isinstance(denied, Open):
                found += [box for box in denied if meet(here, box) is not None]
    return list(dict.fromkeys(found)), exact


def _choices(
    space: Space, group: Group, masks: dict[int, set[int]], *, sums: bool = True
) -> list[list[Run]]:
    """For each place of a group the runs of cells that must be told apart.

    All cells of facts that a term's form speaks of, and of sums of these; elsewhere the cells that
    the boxes tell apart. Without `sums` some of what is certain looks possible only.
    """
    grid = space.grid
    related = _spoken_of(grid, {place for place in group.forms if place in masks})
    if not sums:
        related -= set(group.forms)
    return [
        cell_runs(grid.axes[place], grid.full[place])
        if place in related
        else list(_told_apart(grid.axes[place], masks.get(place, set())))
        for place in group.places
    ]


def _told_apart(axis: GridAxis, masks: set[int]) -> Iterator[Run]:
    """The longest runs of cells that no mask tells apart."""
    start = 0
    for cell in range(1, len(axis.cuts) + 1):
        if any((mask >> cell ^ mask >> cell - 1) & 1 for mask in masks):
            yield start, cell - 1
            start = cell
    yield start, len(axis.cuts)
    if axis.never:
        yield None


def _outcome(d: Diagrams, found: Marked, placed: Callable[[Box], Box]) -> int:
    """The verdict of one side and whether it can be rebutted."""
    groups: dict[tuple[bool, Effect, bool], list[int]] = {}
    for tag, box in found:
        key = (tag.default, tag.effect, tag.rebuttable)
        groups.setdefault(key, []).append(d.box(placed(box)))
    nodes = [
        d.mapped(_tagger(key), d.merge(boxes, lambda a, b: a or b, False))
        for key, boxes in groups.items()
    ]
    return d.mapped(_verdict, d.merge(nodes, _union, frozenset()))


def _tagger(key: tuple[bool, Effect, bool]) -> Callable[[object], object]:
    return lambda live: frozenset((key,)) if live else frozenset()


def _union(left: object, right: object) -> object:
    assert isinstance(left, frozenset)
    assert isinstance(right, frozenset)
    return left | right


def _verdict(found: object) -> object:
    """The verdict of live clauses `(default, effect, rebuttable)`, and whether it is rebuttable."""
    assert isinstance(found, frozenset)
    ruled = any(not default and effect in RULING for default, effect, _ in found)
    acting = [(effect, soft) for default, effect, soft in found if not (default and ruled)]
    verdict = verdict_of(effect for effect, _ in acting)
    giving = [soft for effect, soft in acting if gives(effect, verdict)]
    return verdict, bool(giving) and all(giving)


def _difference(cls: Class) -> Callable[[object, object], object]:
    """Tells of two outcomes whether they are equal, or differ in the way of a class."""

    def told(left: object, right: object) -> object:
        if left == right:
            return _Case.EQUAL
        assert isinstance(left, tuple)
        assert isinstance(right, tuple)
        return _Case.ELSEWHERE if is_of(cls, left, right) else _Case.OTHERWISE

    return told


def _case(difference: object, inside: object) -> object:
    return _Case.DIFFERENT if inside and difference is not _Case.EQUAL else difference


def _related(space: Space, open_places: set[int]) -> set[int]:
    """The facts that are in one form with a term, and the sums of these."""
    return _spoken_of(space.grid, open_places)


def _spoken_of(grid: Grid, places: set[int]) -> set[int]:
    """The facts that the terms' forms among some places speak of, and the sums of these facts."""
    open_places = term_places(grid)
    facts = {part for place in places & open_places for part in _parts(grid, place)} - open_places
    sums = {axis.place for axis in grid.axes if isinstance(axis.name, LinearForm)} - open_places
    return facts | {place for place in sums if facts.issuperset(_parts(grid, place))}


def _parts(grid: Grid, place: int) -> list[int]:
    """The places of a form's parts; none where it is no form."""
    name = grid.axes[place].name
    return [grid.places[key] for key, _ in name.parts] if isinstance(name, LinearForm) else []


MIXED = "mixed"
"""What cases are that are certain or possible depending on facts of which no term speaks."""


def _pure(levels: frozenset[object]) -> object:
    """What all cases of the region are that have these values of the facts terms speak of."""
    found = levels - {None}
    return MIXED if len(found) > 1 else next(iter(found), None)


VARIOUS = "various"
"""What a case is that is certain to be a difference, and for some values one of another class."""


def _summed(cases: frozenset[object]) -> object:
    """What a case is when its terms are open: certain, possible, or outside the region (`None`)."""
    if _Case.DIFFERENT not in cases:
        return None
    if _Case.EQUAL in cases:
        return Level.POSSIBLE
    return VARIOUS if _Case.OTHERWISE in cases else Level.CERTAIN
