"""The values that a numeric fact takes."""

from fractions import Fraction

import pytest

from policyc.core.axes import Axis, Fact, Numbers, Unit
from policyc.core.numbers import Interval, Number


@pytest.mark.parametrize(
    ("value", "admitted"),
    [
        (-1, False),
        (0, True),
        (Fraction(1, 2), True),
        (Fraction(1, 4), False),
        (3, True),
        (Fraction(7, 2), False),
    ],
)
def test_a_number_is_within_the_bounds_and_on_the_grid(value: Number, admitted: bool) -> None:
    assert Numbers(Unit.DAYS, 0, 3, Fraction(1, 2)).admits(value) is admitted


def test_without_a_step_every_number_within_the_bounds_is_a_value() -> None:
    assert Numbers(Unit.HOURS, 0, 3).admits(Fraction(1, 7))
    assert not Numbers(Unit.HOURS, 0, 3).admits(Fraction(-1, 7))
    assert Numbers(Unit.HOURS).admits(-5)
    assert Numbers(Unit.HOURS, 0, 3).interval == Interval(0, 3)


def test_a_question_that_says_nothing_of_its_origin_is_a_fact_that_never_is_missing() -> None:
    axis = Axis("overdue", Numbers(Unit.DAYS))
    assert axis.origin == Fact(by_judgement=False)
    assert axis.label is None
    assert Numbers(Unit.DAYS).optional is False
