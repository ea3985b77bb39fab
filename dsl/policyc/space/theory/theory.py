"""What always holds among the axes of a grid, checked only where a search has found a case.

Some of it is known as boxes that no case is in: denied assumptions, compound axes, and that a
linear form is *never* exactly where one of its parts is. The rest is arithmetic: axes that share
forms make a *group*, and whether a group has a point in given cells is asked of `simplex`. Where
it has none, the bounds that clash are a box that no case is in, as large as the proof allows.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from math import prod
from typing import TypeAlias

import attrs

from policyc.core.axes import Numbers, Value
from policyc.core.conditions import LinearForm
from policyc.core.numbers import Interval, Number
from policyc.space.boxes.box import Box, Masks
from policyc.space.grid.grid import GridAxis, runs
from policyc.space.grid.gridding import Grid
from policyc.space.theory.simplex import Clash, Open, Point, solve

Run: TypeAlias = tuple[int, int] | None
"""The first and last cells of neighbours on an axis; `None` is the cell *never*."""

Values: TypeAlias = dict[int, Number | None]
"""A value per place of an axis in some group."""


COMBINATIONS = 600
"""How many combinations of cells `Theory.denials` asks about before the question stays open."""


@attrs.frozen(eq=False)
class Group:
    """Axes that share linear forms: the places of the axes and of the forms over them."""

    parts: tuple[int, ...]
    forms: tuple[int, ...]

    @property
    def places(self) -> tuple[int, ...]:
        """Every place of the group."""
        return self.parts + self.forms


class Theory:
    """The theory of one grid; learned boxes are kept for later searches.

    So are ordinary values, for later examples: the `ordinary` one of an axis in a mask, by place
    and mask; those that the axes of a group have `together`, by its first place and its masks.
    """

    def __init__(self, grid: Grid, rules: Iterable[Box]) -> None:
        self.grid = grid
        self.groups = _groups(grid)
        self.rules: list[Box] = [*rules, *(box for g in self.groups for box in _absent(grid, g))]
        self.learned: dict[Box, None] = {}
        self.ordinary: dict[tuple[int, int], Value] = {}
        self.together: dict[tuple[int, ...], Values | None] = {}
        self._known: dict[tuple[int, ...], Values | list[Box]] = {}
        self._denials: dict[tuple[int, tuple[tuple[Run, ...], ...]], list[Box] | Open] = {}

    def check(self, masks: Masks) -> Values | list[Box] | Open:
        """Values of the groups' axes for a case in these cells, or boxes that no case is in.

        Together the boxes deny every case in the cells.
        """
        values: Values = {}
        for group in self.groups:
            found = self._group(group, masks)
            if not isinstance(found, dict):
                return found
            values.update(found)
        return values

    def _group(self, group: Group, masks: Masks) -> Values | list[Box] | Open:
        full = self.grid.full
        if all(masks.get(place, full[place]) == full[place] for place in group.forms):
            return {}
        cells = tuple(masks.get(place, full[place]) for place in group.places)
        key = (group.parts[0], *cells)
        known = self._known.get(key)
        if known is None:
            answer = self._search(group, dict(zip(group.places, cells, strict=True)))
            if isinstance(answer, Open):
                return answer
            known = self._known[key] = answer
            if isinstance(known, list):
                self.learned.update(dict.fromkeys(known))
        return known

    def _search(self, group: Group, cells: Masks) -> Values | list[Box] | Open:
        """Try the runs of the cells one combination after another."""
        denied: list[Box] = []
        is_open = False
        for chosen in product(*(_runs(self.grid.axes[p], cells[p]) for p in group.places)):
            here = dict(zip(group.places, chosen, strict=True))
            if any(all(_denied(self.grid.axes[p], here[p], m) for p, m in box) for box in denied):
                continue
            answer = self.solved(group, here, {})
            if isinstance(answer, dict):
                return answer
            if isinstance(answer, Open):
                is_open = True
            elif answer is not None:
                denied.append(answer)
        return Open() if is_open else denied

    def denials(self, group: Group, choices: Sequence[Sequence[Run]]) -> list[Box] | Open:
        """Boxes that together deny exactly the combinations of runs without a case.

        `choices` holds the runs to tell apart for each place of the group.
        """
        key = (group.parts[0], tuple(tuple(runs) for runs in choices))
        if key not in self._denials:
            many = prod(map(len, choices)) > COMBINATIONS
            self._denials[key] = Open() if many else self._denied(group, choices)
        return self._denials[key]

    def _denied(self, group: Group, choices: Sequence[Sequence[Run]]) -> list[Box] | Open:
        denied: list[Box] = []
        for chosen in product(*choices):
            here = dict(zip(group.places, chosen, strict=True))
            if any(all(_denied(self.grid.axes[p], here[p], m) for p, m in box) for box in denied):
                continue
            answer = self.solved(group, here, {})
            if isinstance(answer, Open):
                return answer
            if isinstance(answer, tuple):
                denied.append(answer)
        return denied

    def solved(
        self, group: Group, here: dict[int, Run], fixed: Values
    ) -> Values | Box | Open | None:
        """Values of the group's axes in these runs, some of them fixed, or a box without a case.

        `None` where a form is *never* and none of its parts is, or the other way round.
        """
        parts = [p for p in group.parts if here[p] is not None]
        rows, forms = [], []
        for place in group.forms:
            form = self.grid.axes[place].name
            assert isinstance(form, LinearForm)
            members = [(self.grid.places[key], factor) for key, factor in form.parts]
            if (here[place] is None) != any(here[p] is None for p, _ in members):
                return None
            if here[place] is not None:
                rows.append({parts.index(p): factor for p, factor in members})
                forms.append(place)
        places = parts + forms
        intervals = [self._interval(place, here[place], place in group.forms) for place in places]
        for place, value in fixed.items():
            if place in parts:
                intervals[parts.index(place)] = Interval(value, value)
        answer = solve(rows, intervals, [_step(self.grid.axes[p]) for p in parts])
        match answer:
            case Point(found):
                return {
                    **dict.fromkeys(group.parts),
                    **dict(zip(parts, found[: len(parts)], strict=True)),
                }
            case Clash(bounds):
                return self._box(places, here, bounds)
            case Open():
                return answer

    def _interval(self, place: int, run: Run, is_form: bool) -> Interval:
        assert run is not None
        axis = self.grid.axes[place]
        exactly = axis.exact_interval(*run)
        if not is_form:
            return exactly
        return Interval(
            exactly.lower if run[0] else None,
            exactly.upper if run[1] < len(axis.cuts) else None,
            exactly.lower_open,
            exactly.upper_open,
        )

    def _box(
        self, places: Sequence[int], here: dict[int, Run], bounds: frozenset[tuple[int, bool]]
    ) -> Box:
        """The cells that the clashing bounds alone leave."""
        masks: Masks = {}
        for variable, upper in bounds:
            place = places[variable]
            run = here[place]
            assert run is not None
            numbers = self.grid.full[place] & ~self.grid.axes[place].never
            kept = (1 << run[1] + 1) - 1 if upper else numbers & -(1 << run[0])
            masks[place] = masks.get(place, numbers) & kept
        return tuple(sorted((p, m) for p, m in masks.items() if m != self.grid.full[p]))


def _step(axis: GridAxis) -> Number | None:
    return axis.domain.step if isinstance(axis.domain, Numbers) else None


def _runs(axis: GridAxis, mask: int) -> list[Run]:
    numbers: list[Run] = list(runs(mask & ~axis.never))
    return [*numbers, None] if mask & axis.never else numbers


def cell_runs(axis: GridAxis, mask: int) -> list[Run]:
    """Each cell of a mask as a run of its own, *never* last."""
    cells: list[Run] = [(c, c) for c in range(axis.size) if mask & ~axis.never & 1 << c]
    return [*cells, None] if mask & axis.never else cells


def _denied(axis: GridAxis, run: Run, mask: int) -> bool:
    cells = axis.never if run is None else (1 << run[1] + 1) - (1 << run[0])
    return not cells & ~mask


def _absent(grid: Grid, group: Group) -> Iterator[Box]:
    """That a form is *never* exactly where one of its parts is."""
    for place in group.forms:
        axis = grid.axes[place]
        if not axis.never:
            continue
        assert isinstance(axis.name, LinearForm)
        parts = [grid.axes[grid.places[key]] for key, _ in axis.name.parts]
        optional = [part for part in parts if part.never]
        for part in optional:
            yield tuple(sorted([(part.place, part.never), (place, axis.full & ~axis.never)]))
        there = [(part.place, part.full & ~part.never) for part in optional]
        yield tuple(sorted([*there, (place, axis.never)]))


def _groups(grid: Grid) -> list[Group]:
    """The connected components of axes under forms."""
    parts: list[set[int]] = []
    forms: list[list[int]] = []
    for axis in grid.axes:
        if not isinstance(axis.name, LinearForm):
            continue
        members = {grid.places[key] for key, _ in axis.name.parts}
        mine = [axis.place]
        for i in reversed(range(len(parts))):
            if parts[i] & members:
                members |= parts.pop(i)
                mine += forms.pop(i)
        parts.append(members)
        forms.append(mine)
    return [Group(tuple(sorted(p)), tuple(sorted(f))) for p, f in zip(parts, forms, strict=True)]
