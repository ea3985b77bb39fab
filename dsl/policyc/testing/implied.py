"""What a case says of the past without stating it: what never happened, and what did.

Where no event of a pattern ever came, there is no time since one, and none is counted; where one
came, one of every wider pattern did. (That holds of every history; the solver's own relations, from
which these are the ones that settle a value, are those of `space.relations`.)
"""

from collections.abc import Iterator, Mapping

import attrs

from policyc.core.actions import Ground
from policyc.core.axes import AllTime, Axis, Count, Elapsed, ElapsedDays, Ever, History, Value
from policyc.core.keys import is_relative
from policyc.core.policy import Policy
from policyc.space.grid.patterns import UNGUARDED, contained


def implied(policy: Policy, action: Ground, values: Mapping[str, Value]) -> dict[str, Value]:
    """The values of other axes of the past that follow from those that a case states.

    Axes that are relative to the proposed action are left out: their patterns say too little.
    """
    past = [axis for axis in policy.axes.values() if _is_plain(axis)]
    seen = [_Seen(axis, happened) for axis in past for happened in _happened(axis, values)]
    found: dict[str, Value] = {}
    for axis in past:
        if axis.key not in values:
            for value in _following(policy, action, axis, seen):
                found[axis.key] = value
    return found


@attrs.frozen
class _Seen:
    """An axis by which an event of its pattern certainly happened, or never did."""

    axis: Axis
    happened: bool


def _is_plain(axis: Axis) -> bool:
    return isinstance(axis.origin, History) and not is_relative(axis)


def _happened(axis: Axis, values: Mapping[str, Value]) -> Iterator[bool]:
    if axis.key not in values:
        return
    value = values[axis.key]
    match axis.origin:
        case Ever():
            yield bool(value)
        case Elapsed() | ElapsedDays():
            yield value is not None
        case Count(window=window) if value or isinstance(window, AllTime):
            yield bool(value)


def _following(policy: Policy, action: Ground, axis: Axis, seen: list[_Seen]) -> Iterator[Value]:
    """The one value that the axis can have after what was seen, if that leaves one."""
    for other in seen:
        narrow, wide = (other.axis, axis) if other.happened else (axis, other.axis)
        if not _lies_within(policy, action, narrow, wide):
            continue
        match axis.origin:
            case Ever():
                yield other.happened
            case Elapsed() | ElapsedDays() if not other.happened:
                yield None
            case Count() if not other.happened:
                yield 0


def _lies_within(policy: Policy, action: Ground, narrow: Axis, wide: Axis) -> bool:
    """Whether every event of one pattern is one of the other's, for the same subject."""
    inner, outer = narrow.origin, wide.origin
    assert isinstance(inner, History), "only the past has patterns"
    assert isinstance(outer, History), "only the past has patterns"
    if inner.subject != outer.subject or inner.pattern.name != outer.pattern.name:
        return False
    event = policy.vocabulary.signature(inner.pattern.name)
    proposed = policy.vocabulary.actions[action.name]
    return UNGUARDED in contained(inner.pattern, outer.pattern, event, proposed)
