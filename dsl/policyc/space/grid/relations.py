"""What always holds among history axes, whatever the history.

Each relation is sound for every history of one subject; none is claimed between subjects. Times
are local wall-clock times, so a calendar day is 24 hours at most. The proposed action itself is in
no history. The relations, for patterns P within Q (every event of P is one of Q) and windows:

* `count(P, V) <= count(Q, W)` where V lies within W: what is counted on the left is on the right.
* `ever(P)` implies `ever(Q)`; `ever(P)` holds exactly where `since(P)` and `days_since(P)` are
  numbers, and exactly where the count over all time is not 0.
* `since(Q) <= since(P)` and `days_since(Q) <= days_since(P)`: the latest of more is no earlier.
* `count(P, W) > 0` implies `ever(Q)`.
* `count(P, last S) > 0` implies `since(Q) < S`; `count(Q, last S) = 0` implies `since(P) >= S` or
  never: the window does not contain its far end.
* `count(P, today) > 0` implies `days_since(Q) = 0`, and `days_since(P) = 0` implies
  `count(Q, today) > 0`; so for a week with at most 6 days and a month with at most 30, one way.
* `24 (d - 1) < h < 24 (d + 1)` for h hours and d calendar days since the same event.
* What `covering` says of patterns that make up another, and `following` of counts since an event.
"""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

import attrs

from policyc.core.actions import Signature, Vocabulary
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
    Window,
)
from policyc.core.conditions import Condition, Holds, Within, conjoin, disjoin, negate
from policyc.core.numbers import EVERY_NUMBER, Interval, Number, NumberSet, exact
from policyc.space.grid.covering import coverings
from policyc.space.grid.following import followings
from policyc.space.grid.linear import at_most, linear_condition
from policyc.space.grid.patterns import Guard, both, contained
from policyc.space.grid.windows import DAY, LENGTHS, Windows, month_span


@attrs.frozen
class Relation:
    """A condition that holds of every case, for the proposed actions that the guard names."""

    condition: Condition
    guard: Guard = attrs.field(factory=dict)


@attrs.frozen
class _History:
    key: str
    origin: History


def relations(
    vocabulary: Vocabulary, axes: Iterable[Axis], proposed: Signature
) -> Iterator[Relation]:
    """What always holds among these axes for actions of one signature."""
    axes = list(axes)
    yield from _of_two(vocabulary, axes, proposed)
    yield from (Relation(condition) for condition in coverings(vocabulary, axes))
    yield from (Relation(*found) for found in followings(vocabulary, axes, proposed))


def _of_two(
    vocabulary: Vocabulary, axes: Iterable[Axis], proposed: Signature
) -> Iterator[Relation]:
    """What holds between every two of the axes."""
    histories = [_History(a.key, a.origin) for a in axes if isinstance(a.origin, History)]
    for left in histories:
        for right in histories:
            if left.origin.subject != right.origin.subject:
                continue
            same_pattern = left.origin.pattern.name == right.origin.pattern.name
            if left is right or not same_pattern:
                continue
            event = vocabulary.signature(left.origin.pattern.name)
            guards = contained(left.origin.pattern, right.origin.pattern, event, proposed)
            if guards:
                within = Windows(vocabulary, proposed).within
                yield from _between(left, right, guards, within)


def _between(
    left: _History, right: _History, guards: list[Guard], within: "_Within"
) -> Iterator[Relation]:
    """The relations of two axes where the left pattern lies within the right one."""
    a, b = left.key, right.key
    match left.origin, right.origin:
        case Count(_, inner, _), Count(_, outer, _):
            guards = both(guards, within(inner, outer))
            yield from _guarded(at_most(a, b), guards)
        case Ever(), Ever():
            yield from _guarded(_implies(Holds(a), Holds(b)), guards)
        case (Elapsed(), Elapsed()) | (ElapsedDays(), ElapsedDays()):
            yield from _guarded(_implies(_there(a), _there(b)), guards)
            yield from _guarded(at_most(b, a), guards)
        case ((Ever() | Elapsed() | ElapsedDays()), (Ever() | Elapsed() | ElapsedDays())):
            happened = _happened(left), _happened(right)
            yield from _guarded(_implies(*happened), guards)
            yield from _guarded(_hours_and_days(left, right), guards)
        case Count(_, window, _), (Ever() | Elapsed() | ElapsedDays()):
            found = conjoin([_happened(right), _recent(right, window)])
            yield from _guarded(_implies(_some(a), found), guards)
        case ((Ever() | Elapsed() | ElapsedDays()), Count(_, window, _)):
            early = _surely_in(left, window)
            if early is not None:
                yield from _guarded(_implies(early, _some(b)), guards)
        case _:  # mypy does not see that the pairs above are all
            raise TypeError(f"no histories: {left.key}, {right.key}")


def _guarded(condition: Condition, guards: Iterable[Guard]) -> Iterator[Relation]:
    for guard in guards:
        yield Relation(condition, guard)


def _implies(condition: Condition, consequence: Condition) -> Condition:
    return disjoin([negate(condition), consequence])


def _there(key: str) -> Condition:
    return Within(key, EVERY_NUMBER)


def _some(key: str) -> Condition:
    return Within(key, NumberSet((Interval(1, None),)))


def _happened(history: _History) -> Condition:
    return Holds(history.key) if isinstance(history.origin, Ever) else _there(history.key)


def _upto(key: str, limit: Number, is_open: bool = False) -> Condition:
    return Within(key, NumberSet((Interval(None, limit, False, is_open),)))


def _recent(history: _History, window: Window) -> Condition:
    """What an event in the window says of the latest one."""
    days: Number | None
    match window:
        case CalendarWindow():
            days, seconds = LENGTHS[window] - 1, None
        case Rolling(seconds=span, months=0):
            days, seconds = -(-span // DAY), span
        case Rolling(months=months):
            days, seconds = month_span(months)[1], None
        case _:
            return conjoin([])
    if isinstance(history.origin, ElapsedDays):
        return _upto(history.key, days)
    if isinstance(history.origin, Elapsed):
        if seconds is not None:
            return _upto(history.key, exact(Fraction(seconds, 3600)), True)
        return _upto(history.key, 24 * (days + 1), True)
    return conjoin([])


def _surely_in(history: _History, window: Window) -> "Condition | None":
    """What of the latest event makes sure that it lies in the window."""
    key = history.key
    match history.origin, window:
        case _, AllTime():
            return _happened(history)
        case Elapsed(), Rolling(seconds=span, months=0):
            return _upto(key, exact(Fraction(span, 3600)), True)
        case Elapsed(), Rolling(months=months):
            return _upto(key, 24 * month_span(months)[0], True)
        case ElapsedDays(), Rolling(seconds=span, months=0) if span >= DAY:
            return _upto(key, span // DAY - 1)
        case ElapsedDays(), Rolling(months=months) if months:
            return _upto(key, month_span(months)[0] - 1)
        case ElapsedDays(), CalendarWindow():
            return _upto(key, 0)
        case _:
            return None


def _hours_and_days(left: _History, right: _History) -> Condition:
    """Bounds between the hours since the latest of more and the days since the latest of fewer.

    `left` lies within `right`, so the latest event of `right` is no earlier than that of `left`.
    """
    match left.origin, right.origin:
        case ElapsedDays(), Elapsed():
            difference = {right.key: 1, left.key: -24}
            limit = 24
        case Elapsed(), ElapsedDays():
            difference = {right.key: 24, left.key: -1}
            limit = 24
        case _:
            return conjoin([])
    below = NumberSet((Interval(None, limit, False, True),))
    absent = [negate(_there(left.key)), negate(_there(right.key))]
    return disjoin([*absent, linear_condition(difference, below)])


_Within = Callable[[Window, Window], list[Guard]]
