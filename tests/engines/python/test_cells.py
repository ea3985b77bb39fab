"""Cells: no rule tells two values of one apart, and the code that is written finds the right."""

import ast
from bisect import bisect_right
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from random import Random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyc.core.axes import Axis, Members, Numbers, Unit, Value, YesNo
from policyc.core.conditions import Among, Atom, Holds, Linear, LinearForm, Within
from policyc.core.numbers import Interval, NumberSet, exact
from policyc.engines.python.comparing import lies_in
from policyc.engines.python.grid import Subject, grid_of, mask_of
from policyc.engines.python.making import made
from policyc.engines.python.reading import load
from policyc.engines.python.rows import Tables
from tests.strategies.core import PRODUCT, random_numbers, randoms

HALF = Fraction(1, 2)
DOMAINS = [
    Numbers(Unit.DAYS, 0, 12, 1),
    Numbers(Unit.DAYS, 4, 12, 1),
    Numbers(Unit.DAYS, 0, 12, HALF),
    Numbers(Unit.DAYS, HALF, 12, HALF),
    Numbers(Unit.DAYS, 0, 10, 5),
    Numbers(Unit.DAYS, 0, 10**6, 1),
    Numbers(Unit.DAYS, 0, None, 1),
    Numbers(Unit.DAYS, None, 12, 1),
    Numbers(Unit.HOURS, 0, None),
    Numbers(Unit.HOURS, 0, 8),
    Numbers(Unit.HOURS),
]


def written(subject: Subject, expression: ast.expr, tables: Tables) -> Iterator[tuple[int, object]]:
    """For values of the subject: the cell that each lies in, and what the expression is of it."""
    found = made(["value"], [ast.Return(expression)], tables)
    for value in values(subject):
        yield cell_of(subject, value), found(value)


def cell_of(subject: Subject, value: Value) -> int:
    """The number of the cell, counted from the cuts."""
    match subject.domain:
        case YesNo():
            return int(value is True)
        case Members(kind):
            return kind.members.index(str(value))
        case Numbers():
            if value is None:
                return len(subject.cuts) + 1
            assert isinstance(value, int | Fraction)
            return bisect_right(subject.cuts, (value, 0))


def values(subject: Subject) -> list[Value]:
    """Values of the domain in, between and around the places where random conditions ask."""
    match subject.domain:
        case YesNo():
            return [False, True]
        case Members(kind):
            return list(kind.members)
        case Numbers() as domain:
            fine = [exact(Fraction(n, 8)) for n in range(-24, 120)]
            found: list[Value] = [n for n in fine if domain.admits(n)]
            return [*found, None] if domain.optional else found


def subject_of(axis: Axis, atoms: list[Atom]) -> Subject:
    (subject,) = grid_of({axis.key: axis}, atoms).values()
    return subject


def numeric(random: Random, domain: Numbers) -> tuple[Subject, list[NumberSet]]:
    """A subject over a domain, and the sets that its conditions ask about."""
    asked = [random_numbers(random, -2, 14) for _ in range(random.randint(1, 4))]
    return subject_of(Axis("n", domain), [Within("n", numbers) for numbers in asked]), asked


def domains() -> st.SearchStrategy[Numbers]:
    """The domains, and each with *never* besides."""
    optional = [attrs.evolve(domain, optional=True) for domain in DOMAINS]
    return st.sampled_from([*DOMAINS, *optional])


@pytest.mark.property
@given(domains(), randoms())
def test_a_condition_holds_in_whole_cells(domain: Numbers, random: Random) -> None:
    subject, asked = numeric(random, domain)
    assert list(subject.cuts) == sorted(set(subject.cuts))
    assert subject.full == (1 << subject.size) - 1
    for numbers in asked:
        mask = mask_of(subject, Within("n", numbers))
        assert mask & ~subject.full == 0
        for value in values(subject):
            holds = value is not None and value in numbers  # type: ignore[operator]  # a number
            assert bool(mask >> cell_of(subject, value) & 1) == holds, (numbers, value)


@pytest.mark.property
@given(domains(), randoms())
def test_no_cell_is_without_a_value(domain: Numbers, random: Random) -> None:
    subject, _ = numeric(random, domain)
    beyond = -3 if domain.lower is None else domain.lower
    if not all(beyond <= cut[0] <= 14 for cut in subject.cuts):
        return
    assert {cell_of(subject, value) for value in values(subject)} == set(range(subject.size))


@pytest.mark.property
@given(domains(), randoms())
def test_the_code_of_a_set_of_cells_is_true_of_their_values(
    domain: Numbers, random: Random
) -> None:
    subject, _ = numeric(random, domain)
    if not subject.cuts:
        return
    for _ in range(3):
        mask = random.randint(1, subject.full - 1)
        expression = lies_in(subject, mask, lambda: load("value"))
        for cell, found in written(subject, expression, Tables()):
            assert found is bool(mask >> cell & 1), (subject.cuts, bin(mask), cell)


@pytest.mark.property
@given(domains(), randoms())
def test_the_row_that_is_looked_up_is_that_of_the_value_s_cell(
    domain: Numbers, random: Random
) -> None:
    subject, _ = numeric(random, domain)
    if not subject.cuts:
        return
    rows = [random.getrandbits(8) for _ in range(subject.size)]
    tables = Tables()
    expression = tables.row(subject, rows, lambda: load("value"))
    for cell, found in written(subject, expression, tables):
        assert found == rows[cell], (subject.cuts, cell)


def test_single_numbers_are_listed_and_longer_runs_are_not_taken_for_one() -> None:
    whole = Numbers(Unit.DAYS, None, None, 1)
    for cuts, mask in (((-1, 2, 4, 5), 0b01010), ((0, 1, 4, 5), 0b01010), ((3, 4, 6, 7), 0b10101)):
        subject = Subject(0, "n", whole, tuple((cut, 0) for cut in cuts))
        expression = lies_in(subject, mask, lambda: load("value"))
        for cell, found in written(subject, expression, Tables()):
            assert found is bool(mask >> cell & 1), (cuts, cell)


SUM = LinearForm((("a", 1), ("b", 1)))


@pytest.mark.parametrize("name", ["n", SUM], ids=["a fact", "a sum"])
@pytest.mark.parametrize(
    ("domain", "cuts", "entries"),
    [
        (Numbers(Unit.DAYS, 0, 12, 1), (3, 4), 13),
        (Numbers(Unit.DAYS, 0, 12, 1), (4, 8), 4),
        (Numbers(Unit.DAYS, 4, 12, 1), (6, 9), 9),
        (Numbers(Unit.DAYS, 4, 12, 1), (7, 10), 3),
        (Numbers(Unit.DAYS, -3, 9, 1), (0,), 5),
        (Numbers(Unit.DAYS, 0, 12, 5), (5, 10), 3),
        (Numbers(Unit.DAYS, 0, 4095, 1), (1,), 4096),
        (Numbers(Unit.DAYS, 0, 4096, 1), (1,), 2),
        (Numbers(Unit.DAYS, 0, Fraction(19, 2), 1), (2, 6), 5),
    ],
)
def test_a_small_range_has_a_table_by_value_and_a_large_one_by_cell(
    domain: Numbers, cuts: tuple[int, ...], entries: int, name: str | LinearForm
) -> None:
    subject = Subject(0, name, domain, tuple((cut, 0) for cut in cuts))
    rows = [3, 5, 7][: subject.size]
    tables = Tables()
    found = made(["value"], [ast.Return(tables.row(subject, rows, lambda: load("value")))], tables)
    (kept,) = [table for table in tables.named.values() if isinstance(table, tuple)]
    assert len(kept) == entries
    for value in values(subject):
        assert found(value) == rows[cell_of(subject, value)], value
        if name is SUM:
            assert found(Fraction(str(value))) == rows[cell_of(subject, value)], value


@pytest.mark.parametrize(
    ("axis", "atom", "mask"),
    [
        (Axis("threat", YesNo()), Holds("threat"), 0b10),
        (Axis("product", Members(PRODUCT)), Among("product", frozenset({"card", "car"})), 0b101),
    ],
)
def test_yes_no_and_members_are_cells_in_their_order(axis: Axis, atom: Atom, mask: int) -> None:
    subject = subject_of(axis, [atom])
    assert mask_of(subject, atom) == mask
    for chosen in range(1, subject.full):
        expression = lies_in(subject, chosen, lambda: load("value"))
        for cell, found in written(subject, expression, Tables()):
            assert bool(found) == bool(chosen >> cell & 1)
    rows = [11 * (cell + 1) for cell in range(subject.size)]
    tables = Tables()
    looked_up = tables.row(subject, rows, lambda: load("value"))
    for cell, found in written(subject, looked_up, tables):
        assert found == rows[cell]


PARTS = {
    "a": Axis("a", Numbers(Unit.DAYS, 1, 9, 1)),
    "b": Axis("b", Numbers(Unit.DAYS, 0, 4, HALF)),
    "c": Axis("c", Numbers(Unit.DAYS, 0, None, 1)),
    "d": Axis("d", Numbers(Unit.HOURS, 0, 9, optional=True)),
}


@pytest.mark.parametrize(
    ("factors", "reach"),
    [
        ({"a": 1, "b": 1}, Numbers(Unit.NUMBER, 1, 13, HALF)),
        ({"a": 2, "b": -2}, Numbers(Unit.NUMBER, -6, 18, 1)),
        ({"a": -1, "c": 1}, Numbers(Unit.NUMBER, -9, None, 1)),
        ({"a": 1, "c": -1}, Numbers(Unit.NUMBER, None, 9, 1)),
        ({"a": 3, "c": 6}, Numbers(Unit.NUMBER, 3, None, 3)),
        ({"a": 1, "d": 2}, Numbers(Unit.NUMBER, 1, 27, None, optional=True)),
    ],
)
def test_a_sum_reaches_from_its_least_to_its_greatest_value(
    factors: dict[str, int], reach: Numbers
) -> None:
    form = LinearForm(tuple(factors.items()))
    somewhere = Linear(form, NumberSet((Interval(2, 3),)))
    (subject,) = grid_of(PARTS, [somewhere]).values()
    assert subject.domain == reach
    assert subject.keys == tuple(factors)


@given(st.integers(1, 2**9 - 1))
def test_neighbouring_cells_are_one_run(mask: int) -> None:
    subject = Subject(0, "n", Numbers(Unit.DAYS, 0, 99, 1), tuple((n, 0) for n in range(1, 9)))
    runs = list(subject.runs(mask))
    cells = [cell for first, last in runs for cell in range(first, last + 1)]
    assert cells == [cell for cell in range(9) if mask >> cell & 1]
    assert all(last + 1 < first for (_, last), (first, _) in pairwise(runs))
