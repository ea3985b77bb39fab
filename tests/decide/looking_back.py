"""What a history says of an expression, read the slow way, window by window."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from fractions import Fraction

import attrs

from policyc.core.actions import Ground
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
    Window,
)
from policyc.core.numbers import exact


@attrs.frozen
class Noted:
    """Something that happened, to a debt."""

    at: datetime
    what: Ground
    debt: str


def value(history: History, now: datetime, noted: Sequence[Noted], debt: str) -> Value:
    """What the history says, for one borrower and one of the borrower's debts."""
    about = [n for n in noted if history.subject != "debt" or n.debt == debt]
    found = [n for n in about if history.pattern.covers(n.what)]
    latest = max((n.at for n in found), default=None)
    match history:
        case Ever():
            return latest is not None
        case Elapsed():
            return None if latest is None else exact(Fraction(_seconds(now - latest), 3600))
        case ElapsedDays():
            return None if latest is None else (_midnight(now) - _midnight(latest)).days
        case Count(_, SinceEvent(event), _):
            places = [i for i, n in enumerate(about) if event.covers(n.what)]
            last = max(places, key=lambda i: (about[i].at, i), default=None)
            if last is None:
                return len(found)
            after = [n for i, n in enumerate(about) if (n.at, i) > (about[last].at, last)]
            return sum(history.pattern.covers(n.what) for n in after)
        case Count(_, window, _):
            return sum(_within(window, n.at, now) for n in found)


def _seconds(length: timedelta) -> int:
    return length // timedelta(seconds=1)


def _midnight(at: datetime) -> datetime:
    return at.replace(hour=0, minute=0, second=0, microsecond=0)


def _within(window: Window, at: datetime, now: datetime) -> bool:
    match window:
        case AllTime():
            return True
        case CalendarWindow.TODAY:
            return at >= _midnight(now)
        case CalendarWindow.THIS_WEEK:
            return at >= _midnight(now) - timedelta(days=now.weekday())
        case CalendarWindow.THIS_MONTH:
            return at >= _midnight(now).replace(day=1)
        case Rolling(seconds, 0):
            return at > now - timedelta(seconds=seconds)
        case Rolling(_, months):
            start = now
            for _ in range(months):
                start = _midnight(start).replace(day=1) - timedelta(days=1)
            start = start.replace(day=min(now.day, start.day), hour=now.hour, minute=now.minute)
            return at > start
        case _:
            raise AssertionError(window)
