"""Masks and boxes back to core conditions."""

from collections.abc import Iterable

from policyc.core.axes import Members, YesNo
from policyc.core.conditions import (
    ALWAYS,
    NEVER,
    Among,
    Condition,
    Holds,
    Linear,
    LinearForm,
    Within,
    conjoin,
    disjoin,
    negate,
)
from policyc.space.boxes.box import Box
from policyc.space.grid.grid import YES, Compound, GridAxis, Place
from policyc.space.grid.gridding import Grid


def condition_of(axis: GridAxis, mask: int) -> Condition:
    """The condition that holds in the cells of a mask; an argument goes by its parameter's name."""
    mask &= axis.full
    if mask == axis.full:
        return ALWAYS
    if not mask:
        return NEVER
    name = axis.name
    match name:
        case Place(_, parameter):
            return Among(parameter, _members(axis, mask))
        case Compound(_, condition):
            return condition if mask == YES else negate(condition)
        case LinearForm():
            if mask & axis.never:
                return negate(Linear(name, axis.numbers(axis.full & ~mask)))
            return Linear(name, axis.numbers(mask))
        case str():
            pass
    match axis.domain:
        case YesNo():
            return Holds(name) if mask == YES else negate(Holds(name))
        case Members():
            return Among(name, _members(axis, mask))
        case _:
            if mask & axis.never:
                return negate(Within(name, axis.numbers(axis.full & ~mask)))
            return Within(name, axis.numbers(mask))


def _members(axis: GridAxis, mask: int) -> frozenset[str]:
    if not isinstance(axis.domain, Members):
        raise TypeError(f"{axis.name} takes no members")
    return frozenset(m for i, m in enumerate(axis.domain.kind.members) if mask >> i & 1)


def condition_of_box(grid: Grid, box: Box) -> Condition:
    """The condition that holds in a box without argument places."""
    return conjoin(condition_of(grid.axes[place], mask) for place, mask in box)


def condition_of_boxes(grid: Grid, boxes: Iterable[Box]) -> Condition:
    """The condition that holds in some of the boxes."""
    return disjoin(condition_of_box(grid, box) for box in boxes)
