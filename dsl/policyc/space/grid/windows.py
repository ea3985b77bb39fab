"""How the windows of counts lie in one another, whenever one asks.

Times are local wall-clock times that are never put forward or back, so a calendar day is 24 hours.
"""

from collections.abc import Mapping
from functools import cache

import attrs

from policyc.core.actions import Pattern, Signature, Vocabulary
from policyc.core.axes import AllTime, CalendarWindow, Rolling, SinceEvent, Window
from policyc.space.grid.patterns import UNGUARDED, Guard, contained

DAY = 86_400
LENGTHS: Mapping[CalendarWindow, int] = {
    CalendarWindow.TODAY: 1,
    CalendarWindow.THIS_WEEK: 7,
    CalendarWindow.THIS_MONTH: 31,
}
"""The most days that a calendar window reaches over, the present one included."""

_MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LEAP = (31, 29, *_MONTHS[2:])


@cache
def month_span(months: int) -> tuple[int, int]:
    """The least and the most days that a window of so many months reaches back.

    It reaches to the same day of an earlier month, or to that month's last day where that comes
    first. Leap years are every four years, or eight years apart.
    """
    spans: list[int] = []
    for cycle in ((*_LEAP, *_MONTHS * 3), _MONTHS * 7):
        lengths = cycle * (months // len(cycle) + 2)
        for start in range(len(cycle)):
            days = sum(lengths[start : start + months])
            spans += [days, days + max(0, lengths[start + months] - lengths[start])]
    return min(spans), max(spans)


@attrs.frozen
class Windows:
    """When one window lies within another, seen from an action of one signature."""

    vocabulary: Vocabulary
    proposed: Signature

    def within(self, inner: Window, outer: Window) -> list[Guard]:
        """The proposed actions for which the first window lies within the second."""
        match inner, outer:
            case _, AllTime():
                return [UNGUARDED]
            case CalendarWindow(), _:
                return [UNGUARDED] if _calendar_within(inner, outer) else []
            case Rolling(), Rolling():
                return [UNGUARDED] if _rolling_within(inner, outer) else []
            case SinceEvent(late), SinceEvent(early):
                return self._contained(early, late)
            case _:
                return []

    def _contained(self, inner: Pattern, outer: Pattern) -> list[Guard]:
        event = self.vocabulary.signature(inner.name)
        return contained(inner, outer, event, self.proposed)


def _calendar_within(inner: CalendarWindow, outer: Window) -> bool:
    if inner is outer or (inner is CalendarWindow.TODAY and isinstance(outer, CalendarWindow)):
        return True
    match outer:
        case Rolling(seconds=span, months=0):
            return span >= LENGTHS[inner] * DAY
        case Rolling(months=months):
            return months >= 1
        case _:
            return False


def _rolling_within(inner: Rolling, outer: Rolling) -> bool:
    if not inner.months and not outer.months:
        return inner.seconds <= outer.seconds
    if inner.months and outer.months:
        return inner.months <= outer.months
    if outer.months:
        return inner.seconds <= DAY * month_span(outer.months)[0]
    return DAY * month_span(inner.months)[1] <= outer.seconds
