"""Formulas: conditions over cells, in negation normal form.

A negated atom is the atom with the other cells, so no negation is left. Comparisons with what
never happened are false either way round, and the cell *never* keeps it so.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product
from typing import TypeAlias, assert_never

import attrs

from policyc.core.conditions import (
    All,
    Among,
    AnyOf,
    Condition,
    Constant,
    Holds,
    Linear,
    Not,
    Within,
)
from policyc.engines.python.grid import Grid, mask_of, name_of


@attrs.frozen
class Test:
    """The subject of this number lies in one of the cells: some, not all of its `full` ones."""

    subject: int
    mask: int
    full: int = attrs.field(eq=False, repr=False)


@attrs.frozen
class Every:
    """Every part holds; two or more, at most one `Test` of a subject."""

    parts: tuple["Formula", ...]


@attrs.frozen
class Some:
    """Some part holds; two or more, at most one `Test` of a subject."""

    parts: tuple["Formula", ...]


Formula: TypeAlias = bool | Test | Every | Some

Box: TypeAlias = Mapping[int, int]
"""Subject numbers to masks: the points that lie in every one of them."""


def formula_of(grid: Grid, condition: Condition) -> Formula:
    """The formula of a condition whose atoms the grid was cut for."""
    return _translate(grid, condition, positive=True)


def _translate(grid: Grid, condition: Condition, *, positive: bool) -> Formula:
    match condition:
        case Constant(value):
            return value is positive
        case Holds() | Among() | Within() | Linear():
            subject = grid[name_of(condition)]
            mask = mask_of(subject, condition)
            return test(subject.number, mask if positive else subject.full & ~mask, subject.full)
        case Not(part):
            return _translate(grid, part, positive=not positive)
        case All(parts) | AnyOf(parts):
            join = every if isinstance(condition, All) is positive else some
            return join(_translate(grid, part, positive=positive) for part in parts)
        case _:
            assert_never(condition)


def test(subject: int, mask: int, full: int) -> Formula:
    """The test for a mask; a constant where that is no cell or all of them."""
    return False if not mask else True if mask == full else Test(subject, mask, full)


def every(parts: Iterable[Formula]) -> Formula:
    """The conjunction, flat; tests of one subject are one."""
    return _join(parts, Every, decided=False, meet=int.__and__)


def some(parts: Iterable[Formula]) -> Formula:
    """The disjunction, flat; tests of one subject are one."""
    return _join(parts, Some, decided=True, meet=int.__or__)


def _join(
    parts: Iterable[Formula],
    same: type[Every] | type[Some],
    *,
    decided: bool,
    meet: Callable[[int, int], int],
) -> Formula:
    masks: dict[int, Test] = {}
    kept: dict[Formula | int, None] = {}
    for part in _flat(parts, same):
        match part:
            case bool():
                if part is decided:
                    return decided
            case Test(subject, mask):
                joined = test(subject, meet(masks.get(subject, part).mask, mask), part.full)
                if not isinstance(joined, Test):
                    return decided
                masks[subject] = joined
                kept[subject] = None
            case _:
                kept[part] = None
    found = tuple(masks[key] if isinstance(key, int) else key for key in kept)
    return not decided if not found else found[0] if len(found) == 1 else same(found)


def _flat(parts: Iterable[Formula], same: type[Every] | type[Some]) -> Iterator[Formula]:
    for part in parts:
        if isinstance(part, same):
            yield from part.parts
        else:
            yield part


def tests(formula: Formula) -> Iterator[Test]:
    """The tests, from left to right, repeated ones too."""
    match formula:
        case bool():
            return
        case Test():
            yield formula
        case Every(parts) | Some(parts):
            for part in parts:
                yield from tests(part)
        case _:
            assert_never(formula)


def expected_tests(formula: Formula) -> float:
    """How many tests reading from left to right takes on average, were each even odds."""
    match formula:
        case bool():
            return 0
        case Test():
            return 1
        case Every(parts) | Some(parts):
            return sum(expected_tests(part) * 0.5**place for place, part in enumerate(parts))
        case _:
            assert_never(formula)


def restrict(formula: Formula, subject: int, cell: int) -> Formula:
    """What is left of a formula once a subject is known to lie in a cell (a mask of one bit)."""
    match formula:
        case bool():
            return formula
        case Test(number, mask):
            return formula if number != subject else bool(mask & cell)
        case Every(parts):
            return every(restrict(part, subject, cell) for part in parts)
        case Some(parts):
            return some(restrict(part, subject, cell) for part in parts)
        case _:
            assert_never(formula)


def boxes(formula: Formula, most: int) -> list[Box] | None:
    """Boxes whose union the formula is; nothing where that takes more than `most`."""
    match formula:
        case bool():
            return [{}] if formula else []
        case Test(subject, mask):
            return [{subject: mask}]
        case Some(parts):
            found: list[Box] = []
            for part in parts:
                more = boxes(part, most - len(found))
                if more is None:
                    return None
                found += more
            return found if len(found) <= most else None
        case Every(parts):
            return _product([boxes(part, most) for part in parts], most)
        case _:
            assert_never(formula)


def _product(factors: list[list[Box] | None], most: int) -> list[Box] | None:
    known = [factor for factor in factors if factor is not None]
    count = 1
    for factor in known:
        count *= len(factor)
    if len(known) < len(factors) or count > most:
        return None
    met = (_meet(choice) for choice in product(*known))
    return [box for box in met if box is not None]


def _meet(choice: tuple[Box, ...]) -> Box | None:
    """The points in every box; nothing where there is none."""
    box: dict[int, int] = {}
    for part in choice:
        for subject, mask in part.items():
            box[subject] = box.get(subject, -1) & mask
            if not box[subject]:
                return None
    return box
