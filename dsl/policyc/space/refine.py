"""Where the open terms begin and cease to matter: further cuts of the facts' axes.

With a term open, `overdue >= late_from` may or may not hold. For each combination of cells of the
terms and of the forms over them, eliminating the terms tells for which facts the combination can
be; its ends become cuts. Then which combinations can be is the same all over a cell of the facts.
"""

from collections.abc import Iterator
from itertools import product

from policyc.core.axes import OpenTerm
from policyc.core.conditions import Condition, Constant, LinearForm
from policyc.core.numbers import Interval, NumberSet, exact
from policyc.space.grid import GridAxis
from policyc.space.gridding import Grid
from policyc.space.linear import linear_condition
from policyc.space.projection import AtMost, TooMany, bounded, eliminated
from policyc.space.theory import Group, Theory

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
    cells = [range(len(grid.axes[p].cuts) + 1) for p in (*left_out, *forms)]
    found: list[Condition] = []
    for tried, chosen in enumerate(product(*cells)):
        if tried >= COMBINATIONS:
            return found, False
        constraints = [
            constraint
            for place, cell in zip((*left_out, *forms), chosen, strict=True)
            for constraint in _cell(grid, grid.axes[place], cell)
        ]
        try:
            left = eliminated(constraints, left_out)
        except TooMany:
            return found, False
        found += [_condition(grid, c) for c in left if c.factors]
    return found, True


def _cell(grid: Grid, axis: GridAxis, cell: int) -> Iterator[AtMost]:
    interval = axis.exact_interval(cell, cell)
    name = axis.name
    if isinstance(name, LinearForm):
        interval = Interval(
            interval.lower if cell else None,
            interval.upper if cell < len(axis.cuts) else None,
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
