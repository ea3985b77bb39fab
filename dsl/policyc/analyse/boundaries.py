"""Cases on the edges of differences: tests that one policy passes and the other fails."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

import attrs

from policyc.analyse.boxing import box_of
from policyc.analyse.classes import class_of
from policyc.analyse.difference import Difference, Entry
from policyc.analyse.example import Example, example
from policyc.core.actions import Ground
from policyc.core.axes import Numbers, Unit, Value
from policyc.core.conditions import LinearForm
from policyc.core.numbers import Number, exact
from policyc.space.boxes.box import Box, meet
from policyc.space.differences.classes import Topic
from policyc.space.grid.bound import Bound
from policyc.space.grid.grid import GridAxis, Place, runs
from policyc.space.grid.ordinary import closest
from policyc.space.replay import Disproved, Witness, outcomes
from policyc.space.space import Space
from policyc.space.theory.witness import choose
from policyc.space.undecided import BudgetSpent

MINUTE = 60


@attrs.frozen(eq=False)
class Edge:
    """A case just inside a region: `bound` names the axis on whose bound it lies, if on one."""

    entry: Entry
    example: Example
    bound: Bound | None


def edges(found: Difference) -> Iterator[Edge]:
    """The example of each region, and a case at each end of each range that bounds it.

    Regions in which both verdicts are the same and one can be rebutted have none: no test tells
    them apart. Neither has an end at which the region holds no case.
    """
    space = Space(found.policies)
    for entry in found.entries:
        if entry.region.cls.topic is not Topic.STANDS:
            yield from _Edges(space, entry).all()


@attrs.frozen
class _Goal:
    """A part of a region, and the value that its case should have on one axis."""

    masks: tuple[tuple[int, int], ...]
    place: int
    value: Number
    bound: Bound


class _Edges:
    """The edges of one region."""

    def __init__(self, space: Space, entry: Entry) -> None:
        self._space, self._entry = space, entry
        region = entry.region
        self._action = region.where.pattern.name
        self._base = box_of(space, region.where)
        self._cuts = [box_of(space, part.where) for part in region.exceptions]

    def all(self) -> Iterator[Edge]:
        """The example, then the ends of the bounds, then those of the exceptions."""
        yield Edge(self._entry, self._entry.example, None)
        seen = {_identity(self._entry.example.action, self._entry.example.whole)}
        for goal in (*self._inner(), *self._outer()):
            witness = self._case(goal)
            if witness is not None and _identity(witness.action, witness.case) not in seen:
                seen.add(_identity(witness.action, witness.case))
                shown = [k for k in [goal.bound.name] if isinstance(k, str)]
                yield Edge(self._entry, example(self._space.joint, witness, shown), goal.bound)

    def _inner(self) -> Iterator[_Goal]:
        """The last values inside the region's own bounds."""
        for bound in self._entry.region.where.bounds:
            for axis, mask in self._numeric(bound):
                masks = dict(self._base)
                for first, last in runs(mask & ~axis.never):
                    for cell, upper in ((first, False), (last, True)):
                        value = _end(axis, cell, upper)
                        if value is not None:
                            part = {**masks, axis.place: 1 << cell}
                            yield _Goal(tuple(part.items()), axis.place, value, bound)

    def _outer(self) -> Iterator[_Goal]:
        """The first values outside the bounds of exceptions."""
        for part, cut in zip(self._entry.region.exceptions, self._cuts, strict=True):
            for bound in part.where.bounds:
                for axis, mask in self._numeric(bound):
                    for cell, upper in _neighbours(axis, mask):
                        value = _end(axis, cell, upper)
                        met = meet(self._base, _replaced(cut, axis.place, 1 << cell))
                        if value is not None and met is not None:
                            yield _Goal(met, axis.place, value, bound)

    def _numeric(self, bound: Bound) -> Iterator[tuple[GridAxis, int]]:
        """The axis of a bound and its cells, where it takes numbers."""
        if isinstance(bound.name, str | LinearForm) and isinstance(bound.domain, Numbers):
            boxes = self._space.boxes(bound.condition)
            for box in boxes:
                for place, mask in box:
                    yield self._space.grid.axes[place], mask

    def _case(self, goal: _Goal) -> Witness | None:
        """A case of the region at the goal; `None` where it holds none there."""
        try:
            found = self._space.find(self._action, dict(goal.masks), self._cuts)
        except BudgetSpent:
            return None
        if found is None:
            return None
        axis = self._space.grid.axes[goal.place]
        wishes: dict[int, Value] = {}
        if isinstance(axis.name, str):
            wishes[goal.place] = goal.value
        chosen = choose(self._space.theory, found, wishes)
        return None if chosen is None else self._replayed(axis, goal.value, chosen)

    def _replayed(self, axis: GridAxis, wanted: Number, chosen: Mapping[int, Value]) -> Witness:
        """The chosen case, on the edge of a sum if it can be put there; confirmed."""
        axes = self._space.grid.axes
        case = {a.name: chosen[a.place] for a in axes if isinstance(a.name, str)}
        names = (p.name for p in self._space.actions[self._action].parameters)
        places = (self._space.grid.places[Place(self._action, name)] for name in names)
        action = Ground(self._action, tuple(str(chosen[place]) for place in places))
        if isinstance(axis.name, LinearForm):
            for moved in _moved(self._space, axis.name, wanted, case):
                if self._inside(action, moved):
                    return Witness(action, moved, outcomes(self._space, action, moved))
        if not self._inside(action, case):
            raise Disproved(f"{action} in {case} is not in the region it was taken from")
        return Witness(action, case, outcomes(self._space, action, case))

    def _inside(self, action: Ground, case: Mapping[str, Value]) -> bool:
        """Whether the policies differ in a case in the way of the region."""
        if not self._space.cases.admits(action, case):
            return False
        left, right = outcomes(self._space, action, case)
        return class_of(left, right) == self._entry.region.cls


def _identity(action: Ground, case: Mapping[str, Value]) -> object:
    return action, tuple(sorted((key, str(value)) for key, value in case.items()))


def _end(axis: GridAxis, cell: int, upper: bool) -> Number | None:
    """The last value of a cell at one end; `None` where there only the domain ends."""
    domain = axis.domain
    if not isinstance(domain, Numbers) or (cell == len(axis.cuts) if upper else cell == 0):
        return None
    interval = axis.exact_interval(cell, cell)
    end = interval.upper if upper else interval.lower
    assert end is not None, "a cut bounds the cell"
    value = closest(domain, interval, end)
    if domain.unit is Unit.TIME_OF_DAY:
        whole = exact(value - value % MINUTE)
        return whole if whole in interval else value
    return value


def _neighbours(axis: GridAxis, mask: int) -> Iterator[tuple[int, bool]]:
    """The cells beside the runs of a mask, and whether the run lies above them."""
    for first, last in runs(mask & ~axis.never):
        if first:
            yield first - 1, True
        if last < len(axis.cuts):
            yield last + 1, False


def _replaced(box: Box, place: int, mask: int) -> Box:
    return tuple(sorted({**dict(box), place: mask}.items()))


def _moved(
    space: Space, form: LinearForm, wanted: Number, case: Mapping[str, Value]
) -> Iterator[dict[str, Value]]:
    """The case with one part of a sum changed so that the sum has the wanted value."""
    for key, factor in reversed(form.parts):
        rest = Fraction(wanted)
        for other, times in form.parts:
            value = case[other]
            if value is None or isinstance(value, str):
                return
            rest -= times * Fraction(value) if other != key else 0
        moved = exact(rest / factor)
        domain = space.joint.axes[key].domain
        if isinstance(domain, Numbers) and domain.admits(moved):
            yield {**case, key: moved}
