"""What a condition asks of the history: counts, elapsed times, whether something ever happened."""

from collections.abc import Mapping
from typing import assert_never

from policyc.core.actions import Pattern
from policyc.core.axes import (
    AllTime,
    Axis,
    CalendarWindow,
    Count,
    Domain,
    Elapsed,
    ElapsedDays,
    Ever,
    History,
    Numbers,
    Rolling,
    SinceEvent,
    Unit,
    Window,
    YesNo,
)
from policyc.core.conditions import Holds
from policyc.core.keys import history_key
from policyc.core.numbers import Number
from policyc.diagnostics.catalogue import naming, typing
from policyc.elaborate import units
from policyc.elaborate.amounts import Amount
from policyc.elaborate.arithmetic import literal
from policyc.elaborate.context import Context
from policyc.elaborate.lookup import look_up
from policyc.elaborate.operands import BROKEN, Broken, Truth
from policyc.elaborate.patterns import pattern
from policyc.syntax import nodes as n

DOMAINS: Mapping[type[History], Domain] = {
    Count: Numbers(Unit.COUNT, 0, None, 1),
    Elapsed: Numbers(Unit.HOURS, 0, None, None, optional=True),
    ElapsedDays: Numbers(Unit.DAYS, 0, None, 1, optional=True),
    Ever: YesNo(),
}
"""The values that each kind of history axis takes."""


def history_operand(
    context: Context, node: n.Count | n.Elapsed | n.ElapsedDays | n.Ever
) -> Amount | Truth | Broken:
    """The operand of a history expression."""
    history = _history(context, node)
    if history is None:
        return BROKEN
    axis = history_axis(context, history)
    match history:
        case Count():
            return Amount("plain", 0, {axis.key: 1})
        case Elapsed():
            return Amount("time", 0, {axis.key: units.base(Unit.HOURS)})
        case ElapsedDays():
            return Amount("time", 0, {axis.key: units.base(Unit.DAYS)}, Unit.DAYS)
        case Ever():
            return Truth(Holds(axis.key), axis.key)
        case _:
            assert_never(history)


def history_axis(context: Context, history: History) -> Axis:
    """The axis of a history expression; from here on, the policy speaks of it."""
    key = history_key(context.environment.vocabulary(), history)
    return context.axes.setdefault(key, Axis(key, DOMAINS[type(history)], history))


def _history(
    context: Context, node: n.Count | n.Elapsed | n.ElapsedDays | n.Ever
) -> History | None:
    found = pattern(context, node.pattern, action=False, relative=True)
    subject = _subject(context, node.subject)
    if found is None or subject is None:
        return None
    match node:
        case n.Count(window=given):
            window = AllTime() if given is None else _window(context, given)
            return None if window is None else Count(found, window, subject)
        case n.Elapsed():
            return Elapsed(found, subject)
        case n.ElapsedDays():
            return ElapsedDays(found, subject)
        case n.Ever():
            return Ever(found, subject)
        case _:
            assert_never(node)


def counted(context: Context, of: Pattern, window: Window, subject: n.Name | None) -> Amount | None:
    """The count of a pattern that is already known, as `limit` needs it."""
    name = _subject(context, subject)
    if name is None:
        return None
    axis = history_axis(context, Count(of, window, name))
    return Amount("plain", 0, {axis.key: 1})


def _subject(context: Context, node: n.Name | None) -> str | None:
    subjects = context.environment.subjects
    if node is None:
        return next((declared.name for declared in subjects), "")
    declared = look_up(context, subjects, naming.UNKNOWN_SUBJECT, node, node.text)
    return None if declared is None else declared.name


def _window(context: Context, node: n.Window) -> Window | None:
    match node.how:
        case "last":
            assert node.length is not None, "the grammar demands a length"
            return rolling(context, node.length)
        case "since":
            assert node.event is not None, "the grammar demands an event"
            event = pattern(context, node.event, action=False, relative=True)
            return None if event is None else SinceEvent(event)
        case how:
            return CalendarWindow(how)


def rolling(context: Context, node: n.Quantity) -> Rolling | None:
    """The window of a length of time up to now; `None` after a finding."""
    found = duration(context, node)
    if found is None:
        return None
    amount, dimension = found
    if amount != int(amount) or amount <= 0:
        context.report(typing.BAD_DURATION, node, text=node.span.text)
        return None
    return Rolling(months=int(amount)) if dimension == "months" else Rolling(seconds=int(amount))


def duration(context: Context, node: n.Quantity) -> tuple[Number, str] | None:
    """A length in base units, and its dimension (`time` or `months`); `None` after a finding."""
    found = literal(context, node)
    if isinstance(found, Broken):
        return None
    if found.dimension not in ("time", "months"):
        context.report(typing.BAD_DURATION, node, text=node.span.text)
        return None
    return found.constant, found.dimension
