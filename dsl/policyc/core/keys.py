"""The canonical text of history expressions: the keys of their axes."""

from typing import assert_never

import attrs

from policyc.core.actions import Ground, Pattern, Same, Vocabulary
from policyc.core.axes import (
    AllTime,
    Axis,
    CalendarWindow,
    Count,
    Elapsed,
    ElapsedDays,
    Ever,
    Fact,
    History,
    OpenTerm,
    Rolling,
    SinceEvent,
    Window,
)


def history_key(vocabulary: Vocabulary, history: History) -> str:
    """A history expression in the language itself, the one canonical way to write it."""
    pattern = pattern_text(vocabulary, history.pattern)
    default = vocabulary.subjects[0] if vocabulary.subjects else ""
    suffix = "" if history.subject == default else f", for each {history.subject}"
    match history:
        case Count(_, window, _):
            period = window_text(vocabulary, window)
            return f"count({pattern}{', ' if period else ''}{period}{suffix})"
        case Elapsed():
            return f"since({pattern}{suffix})"
        case ElapsedDays():
            return f"days_since({pattern}{suffix})"
        case Ever():
            return f"ever({pattern}{suffix})"
        case _:
            assert_never(history)


def pattern_text(vocabulary: Vocabulary, pattern: Pattern) -> str:
    """A pattern in the language itself."""
    return pattern.text(vocabulary.signature(pattern.name))


def window_text(vocabulary: Vocabulary, window: Window) -> str:
    """A count's window in the language itself; nothing for the whole history."""
    match window:
        case CalendarWindow():
            return window.value
        case Rolling(seconds, months):
            return f"last {_length(seconds, months)}"
        case SinceEvent(pattern):
            return f"since {pattern_text(vocabulary, pattern)}"
        case AllTime():
            return ""
        case _:
            assert_never(window)


def _length(seconds: int, months: int) -> str:
    if months:
        return f"{months // 12} years" if months % 12 == 0 else f"{months} months"
    for size, unit in ((86_400, " days"), (3_600, "h"), (60, "min")):
        if seconds % size == 0:
            return f"{seconds // size}{unit}"
    return f"{seconds}s"


def grounded_history(vocabulary: Vocabulary, history: History, action: Ground) -> History:
    """A history expression with `same` arguments replaced by the proposed action's own."""
    places = {p.name: i for i, p in enumerate(vocabulary.actions[action.name].parameters)}
    grounded = attrs.evolve(history, pattern=history.pattern.grounded(action, places))
    if isinstance(grounded, Count) and isinstance(grounded.window, SinceEvent):
        window = SinceEvent(grounded.window.pattern.grounded(action, places))
        grounded = attrs.evolve(grounded, window=window)
    return grounded


def is_relative(axis: Axis) -> bool:
    """Whether an axis depends on the proposed action's arguments."""
    return bool(same_parameters(axis))


def same_parameters(axis: Axis) -> tuple[str, ...]:
    """The proposed action's parameters that an axis depends on."""
    if isinstance(axis.origin, Fact | OpenTerm):
        return ()
    patterns = [axis.origin.pattern]
    if isinstance(axis.origin, Count) and isinstance(axis.origin.window, SinceEvent):
        patterns.append(axis.origin.window.pattern)
    found = [a.parameter for p in patterns for a in p.arguments if isinstance(a, Same)]
    return tuple(dict.fromkeys(found))


def grounded_key(vocabulary: Vocabulary, axis: Axis, action: Ground) -> str:
    """The key under which a case states the axis for this action."""
    if isinstance(axis.origin, Fact | OpenTerm) or not is_relative(axis):
        return axis.key
    return history_key(vocabulary, grounded_history(vocabulary, axis.origin, action))
