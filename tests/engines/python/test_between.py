"""The values that a module tries for an unknown fact: one from each range, if any lies in it."""

import re
from fractions import Fraction
from itertools import product
from typing import TypeAlias

import pytest

from policyc.core.numbers import Number, exact
from policyc.engines.python.standalone.numbers import between, bound, fits, quotient, ratio
from policyc.engines.python.standalone.values import Fact

Cut: TypeAlias = tuple[Number, int]
"""Just before (0) or just after (1) a number."""

FINE = [exact(Fraction(n, 12)) for n in range(-60, 61)]
PLACES: list[Number] = [-2, Fraction(-3, 4), 0, Fraction(1, 3), Fraction(1, 2), 1, 2]
CUTS: list[Cut | None] = [None, *((place, side) for place in PLACES for side in (0, 1))]
STEPS: list[tuple[int, int] | None] = [None, (1, 1), (2, 1), (1, 2), (3, 4)]


def lies(value: Number, start: Cut | None, end: Cut | None) -> bool:
    """Whether a number lies between two cuts, one side at a time."""
    above = start is None or value > start[0] or (value == start[0] and start[1] == 0)
    below = end is None or value < end[0] or (value == end[0] and end[1] == 1)
    return above and below


@pytest.mark.parametrize("step", STEPS)
def test_a_number_is_found_wherever_there_is_one(step: tuple[int, int] | None) -> None:
    for start, end in product(CUTS, CUTS):
        multiples = [n for n in FINE if step is None or n % Fraction(*step) == 0]
        there = [n for n in multiples if lies(n, start, end)]
        found = between(start, end, step)
        assert (found is None) == (not there), (start, end)
        if found is not None:
            assert lies(found, start, end), (start, end, found)
            assert step is None or found % Fraction(*step) == 0
            assert isinstance(found, int) or found.denominator > 1


@pytest.mark.parametrize("step", STEPS)
def test_a_number_fits_between_two_cuts_on_a_multiple(step: tuple[int, int] | None) -> None:
    for value, start, end in product(FINE[::3], CUTS, CUTS):
        on_grid = step is None or value % Fraction(*step) == 0
        assert fits(value, start, end, step) == (on_grid and lies(value, start, end))


@pytest.mark.parametrize("step", [None, (1, 1)])
def test_a_whole_number_is_preferred(step: tuple[int, int] | None) -> None:
    assert isinstance(between((Fraction(1, 3), 0), (2, 0), step), int)
    assert isinstance(between(None, (Fraction(-1, 3), 0), step), int)
    assert isinstance(between((Fraction(1, 3), 1), None, step), int)
    assert between(None, None, step) == 0


def test_a_range_without_a_whole_number_has_its_first_number_or_its_middle() -> None:
    third, half = Fraction(1, 3), Fraction(1, 2)
    assert between((third, 0), (half, 0), None) == third
    assert between((third, 1), (half, 0), None) == Fraction(5, 12)
    assert between((third, 1), (half, 0), (1, 12)) == Fraction(5, 12)


@pytest.mark.parametrize(
    ("text", "number"),
    [("12_000", 12_000), ("0.5", Fraction(1, 2)), ("-1/3", Fraction(-1, 3)), ("-2.50", -2.5)],
)
def test_a_number_is_read_exactly(text: str, number: Number) -> None:
    assert quotient(*ratio(text)) == bound(text) == number


@pytest.mark.parametrize("text", ["", "-", "1/0", "1e3", "1.2.3", "--1", "１", "1/-2", "9" * 61])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text) or r"^$|invalid literal"):
        ratio(text)


def test_sixty_characters_are_read_and_no_more() -> None:
    assert ratio("9" * 60) == (10**60 - 1, 1)


def test_from_each_range_that_no_rule_tells_apart_one_value_is_tried() -> None:
    days = Fact("days", "days", lower=0, upper=30, step=1, before=(3, 10), after=(10,))
    assert list(days.choices()) == [0, 3, 10, 11]
    assert list(days.choices([(5, 0), (31, 0), (-1, 1)])) == [0, 3, 5, 10, 11]
    halves = Fact("half", "days", lower="1/2", step="1/2", after=(2,), never=True)
    assert list(halves.choices()) == [1, 3, None]
    anything = Fact("hours", "hours", before=("1/3",), after=("1/3",))
    assert list(anything.choices()) == [0, Fraction(1, 3), 1]


def test_a_range_without_a_value_is_not_tried() -> None:
    tens = Fact("tens", "count", lower=0, upper=20, step=10, before=(3, 7), after=(20,))
    assert list(tens.choices()) == [0, 10]


def test_every_member_and_both_truths_are_tried() -> None:
    colour = Fact("colour", "member", members={"red": None, "green": "绿"})
    assert list(colour.choices()) == ["red", "green"]
    assert list(Fact("dry", "yes/no").choices()) == [False, True]
