"""Axes: everything about a case that a condition may ask.

A case is a point: one value per axis. An axis is named by its key, the canonical English text of
the expression (`overdue`, `count(contact(any, phone), today)`), the same in every engine and in
JSON cases.
"""

from enum import Enum
from typing import TypeAlias

import attrs

from policyc.core.actions import Kind, Pattern
from policyc.core.numbers import Interval, Number

Value: TypeAlias = bool | str | int | Number | None
"""yes/no · a member's name · an exact number in the axis's unit · `None`: never happened."""


class Unit(Enum):
    """What the numbers of an axis count, besides currencies."""

    COUNT = "count"
    NUMBER = "number"
    DAYS = "days"
    HOURS = "hours"
    MINUTES = "minutes"
    MONTHS = "months"
    YEARS = "years"
    PERCENT = "percent"
    TIME_OF_DAY = "time of day"
    DATE = "date"


@attrs.frozen
class Currency:
    """An ISO 4217 currency; `step` is its smallest coin."""

    code: str


@attrs.frozen
class YesNo:
    """The domain of a yes/no axis."""


@attrs.frozen
class Members:
    """The domain of an axis that takes members of a kind (weekdays are a kind)."""

    kind: Kind


@attrs.frozen
class Numbers:
    """The domain of a numeric axis, in the unit its fact was declared in.

    `step` is the grid its values lie on (1 for days, 1/100 for CNY), `None` where every exact
    number is possible. Times of day count seconds from midnight (0 to 86399), dates days of the
    proleptic Gregorian calendar (`date.toordinal`). `optional` axes may be `None`: an elapsed
    time where the event never happened.
    """

    unit: Unit | Currency
    lower: Number | None = None
    upper: Number | None = None
    step: Number | None = None
    optional: bool = False

    @property
    def interval(self) -> Interval:
        """The bounds, both included."""
        return Interval(self.lower, self.upper)

    def admits(self, value: Number) -> bool:
        """Whether a number is within the bounds and on the grid."""
        return value in self.interval and (self.step is None or value % self.step == 0)


Domain: TypeAlias = YesNo | Members | Numbers


@attrs.frozen
class Fact:
    """An axis whose value a case states; `by_judgement` where only a person can."""

    by_judgement: bool = False


class Direction(Enum):
    """Which way a term is stricter."""

    MORE = "more is stricter"
    LESS = "less is stricter"


@attrs.frozen
class OpenTerm:
    """A published number whose value the text leaves open.

    Open terms of one `declared_in` (the document's name) and key are one unknown, in every policy
    that uses them; those of different documents are different unknowns.
    """

    declared_in: str


class CalendarWindow(Enum):
    """A calendar period in local time, up to now."""

    TODAY = "today"
    THIS_WEEK = "this week"
    THIS_MONTH = "this month"


@attrs.frozen
class Rolling:
    """The last `seconds` up to now, or the last `months` calendar months; one of them is 0."""

    seconds: int = 0
    months: int = 0


@attrs.frozen
class SinceEvent:
    """After the latest event of the pattern; everything where there was none."""

    pattern: Pattern


@attrs.frozen
class AllTime:
    """The whole history."""


Window: TypeAlias = CalendarWindow | Rolling | SinceEvent | AllTime


@attrs.frozen
class Count:
    """How many of the pattern came in the window, for one subject; the proposed one excluded."""

    pattern: Pattern
    window: Window
    subject: str


@attrs.frozen
class Elapsed:
    """Exact time since the latest of the pattern, in hours; never: `None`."""

    pattern: Pattern
    subject: str


@attrs.frozen
class ElapsedDays:
    """Calendar days since the latest of the pattern, its own day being 0; never: `None`."""

    pattern: Pattern
    subject: str


@attrs.frozen
class Ever:
    """Whether one of the pattern ever happened."""

    pattern: Pattern
    subject: str


History: TypeAlias = Count | Elapsed | ElapsedDays | Ever
Origin: TypeAlias = Fact | OpenTerm | Count | Elapsed | ElapsedDays | Ever


@attrs.frozen
class Axis:
    """One thing that a condition may ask about a case."""

    key: str
    domain: Domain
    origin: Origin = Fact()
    label: str | None = None
