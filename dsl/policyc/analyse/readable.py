"""Examples that read well: ordinary times of day in place of odd ones that say the same."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

import attrs

from policyc.core.actions import Ground
from policyc.core.axes import Axis, Numbers, Unit, Value
from policyc.core.meaning import Outcome, consistent, decide
from policyc.core.policy import Verdict
from policyc.space.grid.joint import Joint
from policyc.space.replay import Witness

HOURS = (10, 15, 21, 9, 23, 12, 18, 20, 7, 22, 6, 1)
"""Hours that a person would give as an example, the likeliest first."""

_MINUTE, _HOUR = 60, 3600
_ROUND = (30 * _MINUTE, 15 * _MINUTE, 5 * _MINUTE, _MINUTE)

Fits: TypeAlias = Callable[[Ground, Mapping[str, Value]], bool]
"""Whether an action and a case are still an example of what is to be shown."""


def at_ordinary_times(joint: Joint, witness: Witness, fits: Fits) -> Witness:
    """The witness with times of day that are ordinary hours, where what policies say stays so."""
    found = witness
    for axis in _clocks(joint, witness):
        for time in _ordinary_times(found.case[axis.key]):
            if found.case[axis.key] == time:
                break
            moved = _moved(joint, found, axis, time, fits)
            if moved is not None:
                found = moved
                break
    return found


def _ordinary_times(odd: Value) -> Iterator[int]:
    """Times that a person would give, then the round ones right after an odd one."""
    yield from (hour * _HOUR for hour in HOURS)
    if isinstance(odd, int):
        yield from (odd + -odd % size for size in _ROUND if odd % _MINUTE)


def at_whole_minutes(joint: Joint, witness: Witness) -> Witness:
    """The witness with times of day without seconds, where what policies say stays so."""
    found = witness
    for axis in _clocks(joint, witness):
        value = found.case[axis.key]
        if isinstance(value, int) and value % _MINUTE:
            found = _moved(joint, found, axis, value - value % _MINUTE, _any) or found
    return found


def _any(action: Ground, case: Mapping[str, Value]) -> bool:  # noqa: ARG001  # any will do
    return True


def _clocks(joint: Joint, witness: Witness) -> list[Axis]:
    axes = (joint.axes[key] for key in witness.case)
    return [
        axis
        for axis in axes
        if isinstance(axis.domain, Numbers) and axis.domain.unit is Unit.TIME_OF_DAY
    ]


def _moved(joint: Joint, witness: Witness, axis: Axis, value: int, fits: Fits) -> Witness | None:
    """The witness at another time, if it still fits and every policy says the same of it."""
    assert isinstance(axis.domain, Numbers), "a clock shows numbers"
    if not axis.domain.admits(value):
        return None
    return _same(joint, witness, {**witness.case, axis.key: value}, fits)


def _same(joint: Joint, witness: Witness, case: Mapping[str, Value], fits: Fits) -> Witness | None:
    """The witness with another case, if that fits and every policy says the same of it."""
    if not fits(witness.action, case):
        return None
    pairs = [(p, joint.case(number, case)) for number, p in enumerate(joint.policies)]
    if not all(consistent(policy, witness.action, own) for policy, own in pairs):
        return None
    outcomes = tuple(decide(policy, witness.action, own) for policy, own in pairs)
    if _said(outcomes) != _said(witness.outcomes):
        return None
    return attrs.evolve(witness, case=case, outcomes=outcomes)


def _said(outcomes: tuple[Outcome, ...]) -> list[tuple[Verdict, bool]]:
    return [(outcome.verdict, outcome.rebuttable) for outcome in outcomes]


def carried(joint: Joint, before: Witness, after: Witness, onto: Mapping[str, Value]) -> Witness:
    """What changed from one witness to another, on another case; if policies say the same of it."""
    changed = {key: value for key, value in after.case.items() if before.case.get(key) != value}
    case = {**onto, **changed}
    return after if case == after.case else _same(joint, after, case, _any) or after
