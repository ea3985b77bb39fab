"""Sets of exact numbers, against asking number by number."""

from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyc.core.numbers import (
    EVERY_NUMBER,
    NO_NUMBER,
    Interval,
    Number,
    NumberSet,
    exact,
)

ENDS: tuple[Number | None, ...] = (None, 0, Fraction(1, 2), 1, 2)
SAMPLES: tuple[Number, ...] = tuple(exact(Fraction(n, 4)) for n in range(-4, 13))
"""Each end, a number between any two, and numbers beyond all of them."""
INTERVALS = [
    Interval(lower, upper, lower_open, upper_open)
    for lower, upper in product(ENDS, ENDS)
    for lower_open in ([False, True] if lower is not None else [False])
    for upper_open in ([False, True] if upper is not None else [False])
]
BEFORE, AFTER = Fraction(-1000), Fraction(1000)


def members(numbers: Interval | NumberSet) -> set[Number]:
    """The samples that are in it, those far away included."""
    return {n for n in (BEFORE, *SAMPLES, AFTER) if n in numbers}


def between(interval: Interval) -> set[Number]:
    """What the ends of an interval say, number by number."""
    found = set()
    for n in (BEFORE, *SAMPLES, AFTER):
        low = interval.lower is None or n > interval.lower
        high = interval.upper is None or n < interval.upper
        at_low = n == interval.lower and not interval.lower_open
        at_high = n == interval.upper and not interval.upper_open
        if (low or at_low) and (high or at_high):
            found.add(n)
    return found


def sets() -> st.SearchStrategy[NumberSet]:
    return st.lists(st.sampled_from(INTERVALS), max_size=4).map(NumberSet.of)


def apart(intervals: Iterable[Interval]) -> bool:
    """Whether a number lies between each two neighbours, or is left out where they meet."""
    found = list(intervals)
    for left, right in pairwise(found):
        assert left.upper is not None
        assert right.lower is not None
        if left.upper > right.lower:
            return False
        if left.upper == right.lower and not (left.upper_open and right.lower_open):
            return False
    return True


def test_a_whole_number_is_an_int_and_any_other_a_fraction() -> None:
    assert exact(Fraction(6, 3)) == 2
    assert isinstance(exact(Fraction(6, 3)), int)
    assert isinstance(exact(7), int)
    assert exact(Fraction(1, 3)) == Fraction(1, 3)


@pytest.mark.parametrize("interval", INTERVALS, ids=str)
def test_an_open_end_is_left_out_and_a_closed_one_belongs(interval: Interval) -> None:
    assert members(interval) == between(interval)


def test_an_interval_without_ends_holds_every_number() -> None:
    assert members(Interval()) == {BEFORE, *SAMPLES, AFTER}
    assert Interval(1, 2) == Interval(1, 2, lower_open=False, upper_open=False)


@pytest.mark.parametrize("interval", INTERVALS, ids=str)
def test_an_interval_is_empty_where_no_number_lies_in_it(interval: Interval) -> None:
    assert interval.empty == (not between(interval))


def test_what_two_intervals_share_lies_in_both() -> None:
    for left, right in product(INTERVALS, INTERVALS):
        assert members(left.meet(right)) == members(left) & members(right), (left, right)


def test_the_shared_interval_keeps_the_ends_that_are_there() -> None:
    assert Interval().meet(Interval()) == Interval()
    assert Interval(1, 3).meet(Interval(1, 3, lower_open=True)) == Interval(1, 3, True, False)
    assert Interval(1, 3).meet(Interval(1, 3, upper_open=True)) == Interval(1, 3, False, True)
    assert Interval(-5, None).meet(Interval(None, 5)) == Interval(-5, 5)


@pytest.mark.parametrize("interval", INTERVALS, ids=str)
@pytest.mark.parametrize("step", [1, Fraction(1, 2), Fraction(3, 4)])
def test_on_a_grid_an_interval_ends_at_its_first_and_last_multiple(
    interval: Interval, step: Number
) -> None:
    gridded = interval.on_grid(step)
    multiples = [n for n in SAMPLES if n % step == 0]
    assert not gridded.lower_open
    assert not gridded.upper_open
    assert {n for n in multiples if n in gridded} == {n for n in multiples if n in interval}
    for end in (gridded.lower, gridded.upper):
        assert end is None or end % step == 0
        assert end == exact(Fraction(end)) if end is not None else True
        assert not isinstance(end, Fraction) or end.denominator > 1


@given(st.lists(st.sampled_from(INTERVALS), max_size=4))
def test_a_set_holds_what_any_of_its_intervals_holds(intervals: list[Interval]) -> None:
    union = NumberSet.of(intervals)
    assert members(union) == {n for i in intervals for n in members(i)}


@given(st.lists(st.sampled_from(INTERVALS), max_size=4))
def test_equal_sets_are_written_alike_whatever_they_were_made_of(
    intervals: list[Interval],
) -> None:
    union = NumberSet.of(intervals)
    assert apart(union.intervals)
    assert not any(interval.empty for interval in union.intervals)
    assert NumberSet.of(reversed(union.intervals)) == union
    assert NumberSet.of([*intervals, *union.intervals]) == union


def test_intervals_that_touch_are_one() -> None:
    assert NumberSet.of([Interval(2, 3), Interval(0, 2, upper_open=True)]) == NumberSet(
        (Interval(0, 3),)
    )
    left_out = (Interval(0, 2, upper_open=True), Interval(2, 3, lower_open=True))
    assert NumberSet.of(left_out).intervals == left_out
    assert NumberSet.of([Interval(0, None), Interval(5, 7)]) == NumberSet((Interval(0),))
    assert NumberSet.of([Interval(5, 7), Interval(None, 6)]) == NumberSet((Interval(None, 7),))


def test_of_two_intervals_that_overlap_the_farther_end_counts() -> None:
    assert NumberSet.of([Interval(0, 9), Interval(1, 2)]) == NumberSet((Interval(0, 9),))
    closed = NumberSet.of([Interval(0, 2, upper_open=True), Interval(1, 2)])
    assert closed == NumberSet((Interval(0, 2),))


@given(sets())
def test_a_number_is_in_a_set_or_in_its_complement(numbers: NumberSet) -> None:
    outside = numbers.complement()
    assert members(outside) == {BEFORE, *SAMPLES, AFTER} - members(numbers)
    assert apart(outside.intervals)
    assert outside.complement() == numbers


@given(sets(), sets())
def test_sets_are_met_and_joined_number_by_number(left: NumberSet, right: NumberSet) -> None:
    assert members(left.meet(right)) == members(left) & members(right)
    assert members(left.join(right)) == members(left) | members(right)


def test_every_number_and_no_number_are_each_others_complement() -> None:
    assert EVERY_NUMBER.complement() == NO_NUMBER
    assert NO_NUMBER.complement() == EVERY_NUMBER


@given(sets(), st.sampled_from([1, Fraction(1, 2), Fraction(1, 4)]))
def test_on_a_grid_a_set_keeps_its_multiples_and_no_gap_without_one(
    numbers: NumberSet, step: Number
) -> None:
    gridded = numbers.on_grid(step)
    multiples = [n for n in SAMPLES if n % step == 0]
    assert {n for n in multiples if n in gridded} == {n for n in multiples if n in numbers}
    for left, right in pairwise(gridded.intervals):
        assert left.upper is not None
        assert right.lower is not None
        assert right.lower - left.upper > step


def test_neighbours_on_a_grid_are_one_interval() -> None:
    apart_by_one = NumberSet((Interval(0, 2), Interval(3, 5)))
    assert apart_by_one.on_grid(1) == NumberSet((Interval(0, 5),))
    assert apart_by_one.on_grid(Fraction(1, 2)) == apart_by_one
    three = NumberSet((Interval(None, 0), Interval(1, 1), Interval(3, None)))
    assert three.on_grid(1) == NumberSet((Interval(None, 1), Interval(3, None)))
    no_multiple = NumberSet((Interval(0, 1, True, True), Interval(4, 5)))
    assert no_multiple.on_grid(1) == NumberSet((Interval(4, 5),))
