"""Cuts: where the cells of a numeric axis meet."""

from fractions import Fraction
from math import ceil, floor
from typing import TypeAlias

from policyc.core.axes import Numbers
from policyc.core.numbers import Interval, Number, exact

Cut: TypeAlias = tuple[Number, int]
"""Where two cells meet: just before a value (side 0) or just after it (side 1)."""


def cut_at(step: Number | None, value: Number, after: bool) -> Cut:
    """The cut just before or just after a value; on a stepped axis between two multiples."""
    if step is None:
        return (value, int(after))
    if step == 1 and isinstance(value, int):
        return (value + after, 0)
    quotient = Fraction(value) / Fraction(step)
    return (exact((floor(quotient) + 1 if after else ceil(quotient)) * Fraction(step)), 0)


def ends(domain: Numbers, interval: Interval) -> tuple[Cut | None, Cut | None] | None:
    """The cuts at the ends of an interval within a domain; `None` ends lie at or beyond its bounds.

    Nothing where no value of the domain lies in the interval.
    """
    step = domain.step
    low = None if interval.lower is None else cut_at(step, interval.lower, interval.lower_open)
    high = None if interval.upper is None else cut_at(step, interval.upper, not interval.upper_open)
    first = None if domain.lower is None else cut_at(step, domain.lower, False)
    last = None if domain.upper is None else cut_at(step, domain.upper, True)
    if low is not None and (
        (last is not None and low >= last) or (high is not None and low >= high)
    ):
        return None
    if high is not None and first is not None and high <= first:
        return None
    if low is not None and first is not None and low <= first:
        low = None
    if high is not None and last is not None and high >= last:
        high = None
    return low, high
