"""The combinations of cells of facts and open terms that no case has."""

from collections.abc import Iterator

from policyc.core.conditions import LinearForm
from policyc.space.boxes.box import Box, Masks, meet
from policyc.space.differences.drafts import Draft
from policyc.space.grid.grid import GridAxis
from policyc.space.grid.gridding import Grid
from policyc.space.space import Space
from policyc.space.theory.refine import term_places
from policyc.space.theory.simplex import Open
from policyc.space.theory.theory import Group, Run, cell_runs


def denied(space: Space, draft: Draft, base: Masks, boxes: list[Box]) -> tuple[list[Box], bool]:
    """The boxes without a case that meet the base, and whether they are all that matter."""
    here = tuple(sorted(base.items()))
    found = [box for box in space.rules(draft.action) if meet(here, box) is not None]
    masks: dict[int, set[int]] = {}
    for place, mask in (literal for box in (*boxes, *found) for literal in box):
        masks.setdefault(place, set()).add(mask)
    exact = space.refined
    for group in space.theory.groups:
        if masks.keys() & set(group.forms):
            boxless = space.theory.denials(group, _choices(space, group, masks))
            if isinstance(boxless, Open):
                exact = False
                boxless = space.theory.denials(group, _choices(space, group, masks, sums=False))
            if not isinstance(boxless, Open):
                found += [box for box in boxless if meet(here, box) is not None]
    return list(dict.fromkeys(found)), exact


def _choices(
    space: Space, group: Group, masks: dict[int, set[int]], *, sums: bool = True
) -> list[list[Run]]:
    """For each place of a group the runs of cells that must be told apart.

    All cells of facts that a term's form speaks of, and of sums of these; elsewhere the cells that
    the boxes tell apart. Without `sums` some of what is certain looks possible only.
    """
    grid = space.grid
    related = spoken_of(grid, {place for place in group.forms if place in masks})
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


def spoken_of(grid: Grid, places: set[int]) -> set[int]:
    """The facts that the terms' forms among some places speak of, and the sums of these facts."""
    open_places = term_places(grid)
    facts = {part for place in places & open_places for part in _parts(grid, place)} - open_places
    sums = {axis.place for axis in grid.axes if isinstance(axis.name, LinearForm)} - open_places
    return facts | {place for place in sums if facts.issuperset(_parts(grid, place))}


def _parts(grid: Grid, place: int) -> list[int]:
    """The places of a form's parts; none where it is no form."""
    name = grid.axes[place].name
    return [grid.places[key] for key, _ in name.parts] if isinstance(name, LinearForm) else []
