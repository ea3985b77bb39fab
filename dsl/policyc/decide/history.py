"""What a list of past actions and events says of every history expression of a policy.

`docs/reference/history.md` defines the windows; the words here follow it:

* `today`, `this week` (from Monday, ISO 8601) and `this month` are of the wall clock's calendar;
* `last 24h` is everything after now minus 24 hours, up to and with now: an event exactly that long
  ago is out. `last 3 months` begins, by the wall clock, at the same time of the same day three
  months before, or of that month's last day;
* `since EVENT` is what came after the latest of these events; entries of one time came in the
  order in which they are listed;
* an expression looks at one subject: at the entries whose `debt` is the case's own `debt`.
"""

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from fractions import Fraction
from itertools import chain
from typing import TypeAlias, assert_never

import attrs

from policyc.core.actions import Ground, Pattern
from policyc.core.axes import (
    AllTime,
    CalendarWindow,
    Count,
    Elapsed,
    ElapsedDays,
    Ever,
    History,
    Rolling,
    SinceEvent,
    Value,
)
from policyc.core.numbers import Number, exact
from policyc.decide.clock import CASE, START, Moment, entry
from policyc.decide.findings import CaseError, finding
from policyc.diagnostics.catalogue import deciding
from policyc.diagnostics.diagnostic import Wording

Identity: TypeAlias = str | int
"""What tells one debt (borrower, …) from another."""


@attrs.frozen
class Happened:
    """An entry of a history; `number` is its place in the list as it was given, from 1."""

    at: Moment
    what: Ground
    subjects: Mapping[str, Identity]
    number: int


class Past:
    """A history up to a moment.

    `subjects` are the case's own: they say which entries concern it. Where neither case nor
    entries speak of the `usual` subject, all of them concern the one that the case is about.
    """

    def __init__(
        self,
        now: Moment,
        entries: Iterable[Happened],
        subjects: Mapping[str, Identity],
        usual: str = "",
    ) -> None:
        self.now = now
        self._subjects = subjects
        self._usual = usual
        self._by_what: dict[Ground, list[Happened]] = {}
        for happened in sorted(entries, key=_order):
            self._by_what.setdefault(happened.what, []).append(happened)

    def value(self, key: str, history: History) -> Value:
        """What a history expression without `same` is. `key` is how messages call it.

        Raises `CaseError` where it is not known which entries concern the case's own subject.
        """
        found = self._matching(key, history.pattern, history.subject)
        match history:
            case Ever():
                return bool(found)
            case Elapsed():
                return _hours(self.now.passed - found[-1].at.passed) if found else None
            case ElapsedDays():
                return (self.now.wall.date() - found[-1].at.wall.date()).days if found else None
            case Count(_, window, subject):
                if isinstance(window, SinceEvent):
                    return _after(found, self._matching(key, window.pattern, subject))
                return sum(self._within(window, happened.at) for happened in found)
            case _:
                assert_never(history)

    def _within(self, window: CalendarWindow | Rolling | AllTime, at: Moment) -> bool:
        """Whether a moment lies in a window that ends now."""
        now = self.now.wall
        match window:
            case AllTime():
                return True
            case CalendarWindow.TODAY:
                return at.wall.date() == now.date()
            case CalendarWindow.THIS_WEEK:
                return at.wall.isocalendar()[:2] == now.isocalendar()[:2]
            case CalendarWindow.THIS_MONTH:
                return (at.wall.year, at.wall.month) == (now.year, now.month)
            case Rolling(seconds, 0):
                return self.now.passed - at.passed < seconds * _SECOND
            case Rolling(_, months):
                return at.wall > months_before(now, months)
            case _:
                assert_never(window)

    def _matching(self, key: str, pattern: Pattern, subject: str) -> list[Happened]:
        """The entries of a pattern that concern the case's own subject, the earliest first."""
        groups = [group for what, group in self._by_what.items() if pattern.covers(what)]
        if len(groups) == 1:
            return self._own(key, groups[0], subject)
        return self._own(key, sorted(chain.from_iterable(groups), key=_order), subject)

    def _own(self, key: str, found: list[Happened], subject: str) -> list[Happened]:
        own = self._subjects.get(subject)
        if own is None and not any(subject in happened.subjects for happened in found):
            if found and subject != self._usual:
                raise _missing(key, subject, CASE)
            return found
        for happened in found:
            if subject not in happened.subjects:
                raise _missing(key, subject, entry(happened.number))
        if own is None:
            raise _missing(key, subject, CASE)
        return [happened for happened in found if happened.subjects[subject] == own]


_SECOND = 1_000_000
_HOUR = 3_600 * _SECOND


def _order(happened: Happened) -> tuple[int, int]:
    return happened.at.passed, happened.number


def _hours(microseconds: int) -> Number:
    return exact(Fraction(microseconds, _HOUR))


def _after(found: Sequence[Happened], events: Sequence[Happened]) -> int:
    """How many came after the latest of some events; all where there was none."""
    if not events:
        return len(found)
    latest = _order(events[-1])
    return sum(_order(happened) > latest for happened in found)


def months_before(at: datetime, months: int) -> datetime:
    """The same time so many calendar months before, on the month's last day if it has no such day.

    Before the first year there is only its beginning.
    """
    year, month = divmod(at.year * 12 + at.month - 1 - months, 12)
    if year < START.year:
        return START
    last = monthrange(year, month + 1)[1]
    return at.replace(year=year, month=month + 1, day=min(at.day, last))


def _missing(key: str, subject: str, place: Wording) -> CaseError:
    error = finding(deciding.MISSING_SUBJECT, key=key, subject=subject, place=place)
    return CaseError((error,))
