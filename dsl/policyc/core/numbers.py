"""Exact numbers and sets of them.

A number is an `int` where it is whole and a `Fraction` otherwise, never a float. Sets of numbers
are sorted disjoint intervals whose ends are open or closed, or missing where there is no bound.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import TypeAlias

import attrs

Number: TypeAlias = int | Fraction


def exact(value: Fraction | int) -> Number:
    """The same number, as an `int` where it is whole."""
    return value.numerator if value.denominator == 1 else value


@attrs.frozen
class Interval:
    """The numbers between two ends; an end of `None` is no bound."""

    lower: Number | None = None
    upper: Number | None = None
    lower_open: bool = False
    upper_open: bool = False

    def __contains__(self, value: Number) -> bool:
        if self.lower is not None and (
            value < self.lower or (self.lower_open and value == self.lower)
        ):
            return False
        return self.upper is None or not (
            value > self.upper or (self.upper_open and value == self.upper)
        )

    @property
    def empty(self) -> bool:
        """Whether no number lies in it."""
        if self.lower is None or self.upper is None:
            return False
        return self.lower > self.upper or (
            self.lower == self.upper and (self.lower_open or self.upper_open)
        )

    def meet(self, other: "Interval") -> "Interval":
        """The numbers in both."""
        lower, lower_open = max(
            (self.lower, self.lower_open), (other.lower, other.lower_open), key=_lower_rank
        )
        upper, upper_open = min(
            (self.upper, self.upper_open), (other.upper, other.upper_open), key=_upper_rank
        )
        return Interval(lower, upper, lower_open, upper_open)

    def on_grid(self, step: Number) -> "Interval":
        """The same multiples of `step`, with closed ends."""
        lower, upper = self.lower, self.upper
        if lower is not None:
            first = -(-lower // step)
            lower = exact((first + (self.lower_open and first * step == lower)) * step)
        if upper is not None:
            last = upper // step
            upper = exact((last - (self.upper_open and last * step == upper)) * step)
        return Interval(lower, upper)


def _lower_rank(end: tuple[Number | None, bool]) -> tuple[int, Number, bool]:
    return (0, 0, False) if end[0] is None else (1, end[0], end[1])


def _upper_rank(end: tuple[Number | None, bool]) -> tuple[int, Number, bool]:
    return (1, 0, False) if end[0] is None else (0, end[0], not end[1])


@attrs.frozen
class NumberSet:
    """A union of intervals, sorted, disjoint and not touching; build with `NumberSet.of`."""

    intervals: tuple[Interval, ...]

    @classmethod
    def of(cls, intervals: Iterable[Interval]) -> "NumberSet":
        """The union of any intervals, normalised."""
        kept: list[Interval] = []
        for interval in sorted(
            (i for i in intervals if not i.empty),
            key=lambda i: _lower_rank((i.lower, i.lower_open)),
        ):
            if kept and _touches(kept[-1], interval):
                previous = kept[-1]
                upper, upper_open = max(
                    (previous.upper, previous.upper_open),
                    (interval.upper, interval.upper_open),
                    key=_upper_rank,
                )
                kept[-1] = attrs.evolve(previous, upper=upper, upper_open=upper_open)
            else:
                kept.append(interval)
        return cls(tuple(kept))

    def __contains__(self, value: Number) -> bool:
        return any(value in interval for interval in self.intervals)

    def complement(self) -> "NumberSet":
        """The numbers outside."""
        gaps = []
        lower: Number | None = None
        lower_open = False
        for interval in self.intervals:
            if interval.lower is not None:
                gaps.append(Interval(lower, interval.lower, lower_open, not interval.lower_open))
            if interval.upper is None:
                return NumberSet.of(gaps)
            lower, lower_open = interval.upper, not interval.upper_open
        gaps.append(Interval(lower, None, lower_open))
        return NumberSet.of(gaps)

    def meet(self, other: "NumberSet") -> "NumberSet":
        """The numbers in both."""
        return NumberSet.of(a.meet(b) for a in self.intervals for b in other.intervals)

    def join(self, other: "NumberSet") -> "NumberSet":
        """The numbers in either."""
        return NumberSet.of(self.intervals + other.intervals)

    def on_grid(self, step: Number) -> "NumberSet":
        """The same multiples of `step`, neighbours joined, with closed ends."""
        intervals = [i.on_grid(step) for i in self.intervals]
        kept: list[Interval] = []
        for interval in (i for i in intervals if not i.empty):
            upper = kept[-1].upper if kept else None
            if upper is not None and interval.lower is not None and interval.lower - upper <= step:
                kept[-1] = Interval(kept[-1].lower, interval.upper)
            else:
                kept.append(interval)
        return NumberSet(tuple(kept))


EVERY_NUMBER = NumberSet((Interval(),))
NO_NUMBER = NumberSet(())


def _touches(left: Interval, right: Interval) -> bool:
    """Whether two intervals, the left one starting first, have no number between them."""
    if left.upper is None or right.lower is None:
        return True
    return left.upper > right.lower or (
        left.upper == right.lower and not (left.upper_open and right.lower_open)
    )
