"""The grid: every axis cut into cells at the values that some condition asks about.

Within a cell no condition can tell two values apart, so a set of values is a set of cells: one
Python integer, bit `i` for cell `i` (a *mask*). An axis is a fact, an open term, an argument place
of an action, a linear form, or a compound condition.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TypeAlias, assert_never

import attrs

from policyc.core.axes import Axis, Domain, Members, Numbers, Unit, Value, YesNo
from policyc.core.conditions import Condition, LinearForm, axes_of
from policyc.core.numbers import Interval, Number, NumberSet, exact
from policyc.space.grid.cuts import Cut, ends

NO, YES = 1, 2
"""The masks of a yes/no axis."""

MINUTE = 60
"""How many steps of a time of day are a minute: nobody says 22:00:01."""


@attrs.frozen
class Place:
    """An argument place of an action, which is an axis too."""

    action: str
    parameter: str


@attrs.frozen
class Compound:
    """A condition that is an axis of its own: yes where it holds."""

    number: int
    condition: Condition = attrs.field(eq=False, repr=False)


Name: TypeAlias = str | Place | LinearForm | Compound
"""What an axis of the grid is known by: a key, a place, a form or a compound condition."""


def is_about(name: Name, key: str) -> bool:
    """Whether the cell on an axis of the grid depends on the value of a fact, history or term."""
    match name:
        case str():
            return name == key
        case LinearForm(parts):
            return any(key == part for part, _ in parts)
        case Compound(_, condition):
            return key in axes_of(condition)
        case Place():
            return False
        case _:
            assert_never(name)


@attrs.frozen(eq=False)
class GridAxis:
    """One axis and its cells.

    Yes/no: no is cell 0, yes cell 1. Members: in the kind's order. Numbers: the cells between
    `cuts` in ascending order; an optional axis has one more cell, the last, for *never*.
    `written` says how a cut was written as the end of an interval: `(cut, is upper)` to the
    value and whether it is open.
    """

    place: int
    name: Name
    domain: Domain
    axis: Axis | None = None
    cuts: tuple[Cut, ...] = ()
    written: dict[tuple[Cut, bool], tuple[Number, bool]] = attrs.field(factory=dict, repr=False)
    _intervals: dict[tuple[int, int], Interval] = attrs.field(factory=dict, init=False, repr=False)

    @property
    def size(self) -> int:
        """How many cells there are."""
        match self.domain:
            case YesNo():
                return 2
            case Members(kind):
                return len(kind.members)
            case Numbers(optional=optional):
                return len(self.cuts) + 1 + optional
            case _:
                assert_never(self.domain)

    @property
    def full(self) -> int:
        """The mask of every cell."""
        return (1 << self.size) - 1

    @property
    def never(self) -> int:
        """The mask of the cell *never*; 0 where there is none."""
        domain = self.domain
        return 1 << len(self.cuts) + 1 if isinstance(domain, Numbers) and domain.optional else 0

    @property
    def circular(self) -> bool:
        """Whether the last cell meets the first: times of day."""
        return isinstance(self.domain, Numbers) and self.domain.unit is Unit.TIME_OF_DAY

    def mask_of_members(self, members: Iterable[str]) -> int:
        """The mask of members; those that the axis does not know are left out."""
        if not isinstance(self.domain, Members):
            raise TypeError(f"{self.name} takes no members")
        chosen = set(members)
        return sum(1 << i for i, m in enumerate(self.domain.kind.members) if m in chosen)

    def mask_of_numbers(self, numbers: NumberSet) -> int:
        """The mask of the numbers of a set; its ends must be cuts or outside the domain."""
        if not isinstance(self.domain, Numbers):
            raise TypeError(f"{self.name} takes no numbers")
        mask = 0
        for interval in numbers.intervals:
            found = ends(self.domain, interval)
            if found is not None:
                low, high = found
                first = 0 if low is None else bisect_right(self.cuts, low)
                last = len(self.cuts) if high is None else bisect_left(self.cuts, high)
                mask |= (1 << last + 1) - (1 << first)
        return mask

    def cell_of(self, value: Value) -> int:
        """The number of the cell that a value lies in."""
        match self.domain:
            case YesNo():
                return int(value is True)
            case Members(kind):
                return kind.members.index(str(value))
            case Numbers():
                if value is None:
                    return len(self.cuts) + 1
                if isinstance(value, str):
                    raise TypeError(f"{self.name} takes no {value!r}")
                return bisect_right(self.cuts, (value, 0))
            case _:
                assert_never(self.domain)

    def interval(self, first: int, last: int) -> Interval:
        """The numbers from one cell to another, both included, with the ends as written."""
        if not isinstance(self.domain, Numbers):
            raise TypeError(f"{self.name} takes no numbers")
        lower, lower_open = self._end(self.cuts[first - 1], False) if first else (None, False)
        upper, upper_open = (
            self._end(self.cuts[last], True) if last < len(self.cuts) else (None, False)
        )
        return Interval(lower, upper, lower_open, upper_open)

    def exact_interval(self, first: int, last: int) -> Interval:
        """The numbers from one cell to another within the bounds; closed ends on a stepped axis."""
        known = self._intervals.get((first, last))
        if known is None:
            known = self._intervals[first, last] = self._exact_interval(first, last)
        return known

    def _exact_interval(self, first: int, last: int) -> Interval:
        domain = self.domain
        if not isinstance(domain, Numbers):
            raise TypeError(f"{self.name} takes no numbers")
        low = self.cuts[first - 1] if first else None
        high = self.cuts[last] if last < len(self.cuts) else None
        if domain.step is None:
            return Interval(
                domain.lower if low is None else low[0],
                domain.upper if high is None else high[0],
                low is not None and low[1] == 1,
                high is not None and high[1] == 0,
            )
        bounds = domain.interval.on_grid(domain.step)
        return Interval(
            bounds.lower if low is None else low[0],
            bounds.upper if high is None else exact(Fraction(high[0]) - Fraction(domain.step)),
        )

    def numbers(self, mask: int) -> NumberSet:
        """The numbers of a mask, *never* left out, with the ends as they were written."""
        return NumberSet(tuple(self.interval(a, b) for a, b in runs(mask & ~self.never)))

    def _end(self, cut: Cut, upper: bool) -> tuple[Number, bool]:
        if (cut, upper) in self.written:
            return self.written[cut, upper]
        domain = self.domain
        step = domain.step if isinstance(domain, Numbers) else None
        if step is None:
            return cut[0], (cut[1] == 0) == upper
        if step == 1 and not self.circular:
            return exact(Fraction(cut[0]) - upper), False
        if (cut, not upper) in self.written:
            value, is_open = self.written[cut, not upper]
            return value, not is_open
        before = exact(Fraction(cut[0]) - Fraction(step))
        unit = MINUTE if self.circular else 1
        nicer = Fraction(cut[0]) % unit and not Fraction(before) % unit
        return (before, not upper) if nicer else (cut[0], upper)


def runs(mask: int) -> Iterator[tuple[int, int]]:
    """The first and last cells of each run of neighbours in a mask, in ascending order."""
    cell = 0
    while mask:
        skipped = (mask & -mask).bit_length() - 1
        cell += skipped
        mask >>= skipped
        length = (~mask & mask + 1).bit_length() - 1
        yield cell, cell + length - 1
        cell += length
        mask >>= length
