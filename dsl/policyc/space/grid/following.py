"""What holds among counts since an event and the times that have passed.

`count(P, since F)` counts what came after the latest F; of the same time the one listed later.
Only times to the moment are compared: on the same day either may have been first.
"""

from collections.abc import Iterator, Sequence

from policyc.core.actions import Pattern, Signature, Vocabulary
from policyc.core.axes import Axis, Count, Elapsed, SinceEvent
from policyc.core.conditions import Condition, Within, disjoin, negate
from policyc.core.numbers import EVERY_NUMBER, Interval, NumberSet
from policyc.space.grid.linear import linear_condition
from policyc.space.grid.patterns import Guard, both, contained

_NOT_BELOW, _ABOVE = Interval(0, None), Interval(0, None, lower_open=True)
_SOME = NumberSet((Interval(1, None),))


def followings(
    vocabulary: Vocabulary, axes: Sequence[Axis], proposed: Signature
) -> Iterator[tuple[Condition, Guard]]:
    """What always holds of counts since an event, and for which proposed actions."""
    times = [(axis.key, axis.origin) for axis in axes if isinstance(axis.origin, Elapsed)]

    def lies(inner: Pattern, outer: Pattern) -> list[Guard]:
        return contained(inner, outer, vocabulary.signature(inner.name), proposed)

    for axis in axes:
        match axis.origin:
            case Count(pattern, SinceEvent(start), subject):
                own = [(key, time.pattern) for key, time in times if time.subject == subject]
            case _:
                continue
        for last, what in own:
            for since, event in own:
                for guard in both(lies(what, pattern), lies(start, event)):
                    yield _is_counted(axis.key, last, since), guard
                for guard in both(lies(pattern, what), lies(event, start)):
                    yield _came_after(axis.key, last, since), guard


def _is_counted(count: str, last: str, since: str) -> Condition:
    """What happened later than the event is counted; all of it where there was no event."""
    later = linear_condition({since: 1, last: -1}, NumberSet((_ABOVE,)))
    after = disjoin([later, _never(since)])
    return disjoin([Within(count, _SOME), _never(last), negate(after)])


def _came_after(count: str, last: str, since: str) -> Condition:
    """Where something is counted, the latest of it is no earlier than the event, if any was."""
    no_earlier = linear_condition({since: 1, last: -1}, NumberSet((_NOT_BELOW,)))
    return disjoin([negate(Within(count, _SOME)), no_earlier, _never(since)])


def _never(key: str) -> Condition:
    return negate(Within(key, EVERY_NUMBER))
