"""Random histories, and what they say of history axes: an independent reading of the language."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from fractions import Fraction
from random import Random

import attrs

from policyc.core.actions import Ground, Pattern, Vocabulary
from policyc.core.axes import (
    AllTime,
    Axis,
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
from policyc.core.keys import grounded_history
from policyc.core.numbers import exact

EVER_SINCE = datetime(1, 1, 1)  # noqa: DTZ001  # histories are in local time


@attrs.frozen
class Happened:
    """One thing that happened at some minute, in local time."""

    at: datetime
    what: Ground


def random_history(random: Random, grounds: Iterable[Ground]) -> tuple[datetime, list[Happened]]:
    """A moment and what happened up to it, much of it recent and near the ends of windows."""
    choices = list(grounds)
    now = datetime(  # noqa: DTZ001  # histories are in local time
        2025,
        random.randint(1, 12),
        random.randint(1, 28),
        random.randint(0, 23),
        random.choice((0, 0, 30, 59)),
    )
    spans = (60, 1439, 1440, 1441, 7 * 1440, 8 * 1440, 32 * 1440, 70 * 1440)
    happened = []
    for _ in range(random.choice((0, 1, 2, 3, 8))):
        span = random.choice(spans)
        minutes = span if random.random() < 0.3 else random.randint(0, span)
        at = now - timedelta(minutes=minutes)
        if random.random() < 0.2:
            at = at.replace(hour=0, minute=0)
        happened.append(Happened(at, random.choice(choices)))
    return now, sorted(happened, key=lambda h: h.at)


def read(
    vocabulary: Vocabulary,
    axes: Iterable[Axis],
    action: Ground,
    now: datetime,
    past: list[Happened],
) -> Mapping[str, Value]:
    """The value of each history axis, by its own key, from the standpoint of an action."""
    found: dict[str, Value] = {}
    for axis in axes:
        if isinstance(axis.origin, History):
            found[axis.key] = _value(grounded_history(vocabulary, axis.origin, action), now, past)
    return found


def _value(history: History, now: datetime, past: list[Happened]) -> Value:
    times = _times(history.pattern, past)
    match history:
        case Ever():
            return bool(times)
        case Elapsed():
            return exact(Fraction(int((now - times[-1]).total_seconds()), 3600)) if times else None
        case ElapsedDays():
            return (now.date() - times[-1].date()).days if times else None
        case Count(_, window, _):
            return sum(history.pattern.covers(h.what) for h in _counted(window, now, past))


def _times(pattern: Pattern, past: list[Happened]) -> list[datetime]:
    return [h.at for h in past if pattern.covers(h.what)]


def _counted(window: Window, now: datetime, past: list[Happened]) -> list[Happened]:
    """What lies in a window. A rolling one does not contain its far end."""
    if isinstance(window, SinceEvent):
        latest = [n for n, h in enumerate(past) if window.pattern.covers(h.what)]
        return past[latest[-1] + 1 :] if latest else past
    start = _start(window, now)
    if isinstance(window, Rolling):
        return [h for h in past if h.at > start]
    return [h for h in past if h.at >= start]


def _start(window: CalendarWindow | Rolling | AllTime, now: datetime) -> datetime:
    midnight = now.replace(hour=0, minute=0)
    match window:
        case CalendarWindow.TODAY:
            return midnight
        case CalendarWindow.THIS_WEEK:
            return midnight - timedelta(days=now.weekday())
        case CalendarWindow.THIS_MONTH:
            return midnight.replace(day=1)
        case Rolling(seconds, months):
            return _months_before(now, months) - timedelta(seconds=seconds)
        case AllTime():
            return EVER_SINCE
    raise AssertionError(window)


def _months_before(now: datetime, months: int) -> datetime:
    year, month = divmod(now.year * 12 + now.month - 1 - months, 12)
    for day in (now.day, 30, 29, 28):
        try:
            return now.replace(year=year, month=month + 1, day=min(day, now.day))
        except ValueError:
            continue
    raise AssertionError(now)
