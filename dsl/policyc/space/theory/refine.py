"""Where the open terms begin and cease to matter: further cuts of the facts' axes.

With a term open, `overdue >= late_from` may or may not hold. For each combination of cells of the
terms and of the forms over them, eliminating the terms tells for which facts the combination can
be; its ends become cuts. Then which combinations can be is the same all over a cell of the facts.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from math import prod

from policyc.core.axes import OpenTerm
from policyc.core.conditions import Condition, Constant, LinearForm
from policyc.core.numbers import Interval, NumberSet, exact
from policyc.space.grid.grid import GridAxis
from policyc.space.grid.gridding import Grid
from policyc.space.grid.linear import linear_condition
from policyc.space.grid.projection import AtMost, TooMany, bounded, eliminated
from policyc.space.theory.theory import Group, Theory

COMBINATIONS = 400
"""How many combinations of cells are looked at for one group of axes."""


def is_term(axis: GridAxis) -> bool:
    """Whether an axis is an open term."""
    return axis.axis is not None and isinstance(axis.axis.origin, OpenTerm)


def term_places(grid: Grid) -> set[int]:
    """The places of the open terms and of the forms over them."""
    terms = {axis.place for axis in grid.axes if is_term(axis)}
    return terms | {
        axis.place
        for axis in grid.axes
        if isinstance(axis.name, LinearForm)
        and any(grid.places[key] in terms for key, _ in axis.name.parts)
    }


def refinement(theory: Theory, of_terms: bool = False) -> tuple[list[Condition], bool]:
    """Conditions over facts alone whose cuts tell where the open terms matter.

    With `of_terms` the other way round: over the terms, where they matter to the facts. Also
    whether that is all, or some group had too many combinations.
    """
    found: dict[Condition, None] = {}
    complete = True
    for group in theory.groups:
        if any(is_term(theory.grid.axes[place]) for place in group.parts):
            conditions, whole = _group(theory.grid, group, of_terms)
            found.update(dict.fromkeys(conditions))
            complete &= whole
    return [condition for condition in found if not isinstance(condition, Constant)], complete


def _group(grid: Grid, group: Group, of_terms: bool) -> tuple[list[Condition], bool]:
    open_places = term_places(grid)
    left_out = [p for p in group.parts if (p in open_places) != of_terms]
    forms = [p for p in group.forms if p in open_places or of_terms]
    places = (*left_out, *forms)
    cells = [range(len(grid.axes[p].cuts) + 1) for p in places]
    found: dict[Condition, None] = {}
    complete = prod(map(len, cells)) <= COMBINATIONS
    alone = [[(cell, cell) for cell in each] for each in cells]
    combinations = product(*alone) if complete else _one_at_a_time(cells)
    for chosen in combinations:
        constraints = [
            constraint
            for place, run in zip(places, chosen, strict=True)
            for constraint in _run(grid, grid.axes[place], *run)
        ]
        try:
            left = eliminated(constraints, left_out)
        except TooMany:
            complete = False
        else:
            found.update(dict.fromkeys(_condition(grid, c) for c in left if c.factors))
    return list(found), complete


def _one_at_a_time(cells: Sequence[range]) -> Iterator[tuple[tuple[int, int], ...]]:
    """Each cell of each axis, with the others anywhere."""
    anywhere = tuple((each[0], each[-1]) for each in cells)
    for place, each in enumerate(cells):
        for cell in each:
            yield (*anywhere[:place], (cell, cell), *anywhere[place + 1 :])


def _run(grid: Grid, axis: GridAxis, first: int, last: int) -> Iterator[AtMost]:
    """That an axis is in some run of its cells."""
    interval = axis.exact_interval(first, last)
    name = axis.name
    if isinstance(name, LinearForm):
        interval = Interval(
            interval.lower if first else None,
            interval.upper if last < len(axis.cuts) else None,
            interval.lower_open,
            interval.upper_open,
        )
        yield from bounded({grid.places[key]: f for key, f in name.parts}, interval)
    else:
        yield from bounded({axis.place: 1}, interval)


def _condition(grid: Grid, constraint: AtMost) -> Condition:
    parts = {str(grid.axes[place].name): factor for place, factor in constraint.factors}
    limit = Interval(None, exact(constraint.limit), False, constraint.strict)
    return linear_condition(parts, NumberSet((limit,)))
