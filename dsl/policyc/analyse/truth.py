"""Whether a condition holds where only some values are known: yes, no, or not plain.

Three values in the manner of Kleene: what is called true or false is so in every case that has the
known values; what is open may still be settled, by parts that bear on one another.
"""

from collections.abc import Iterable, Mapping
from typing import TypeAlias, assert_never

from policyc.core.axes import Axis, Members, Numbers, Value, YesNo
from policyc.core.conditions import (
    All,
    Among,
    AnyOf,
    Condition,
    Constant,
    Holds,
    Linear,
    Not,
    Within,
)
from policyc.space.grid.substitute import number, substitute

Truth: TypeAlias = bool | None
"""`None` is unknown."""

_NOTHING: Mapping[str, Value] = {}


def truth(
    condition: Condition, axes: Mapping[str, Axis], known: Mapping[str, Value] = _NOTHING
) -> Truth:
    """Whether a condition holds in every case with the known values, in none, or neither is plain.

    The other axes may have any value of their domains.
    """
    match condition:
        case Constant(value):
            return value
        case Holds(key):
            return known[key] is True if key in known else None
        case Among(key, members):
            return known[key] in members if key in known else _among(axes[key], members)
        case Within(key):
            return _at(known[key], condition) if key in known else _within(axes[key], condition)
        case Linear(form):
            if not any(key in known for key, _ in form.parts):
                return None
            return truth(substitute(condition, known), axes)
        case Not(part):
            inner = truth(part, axes, known)
            return None if inner is None else not inner
        case All(parts):
            return _joined(False, (truth(part, axes, known) for part in parts))
        case AnyOf(parts):
            return _joined(True, (truth(part, axes, known) for part in parts))
        case _:
            assert_never(condition)


def _joined(settling: bool, found: Iterable[Truth]) -> Truth:
    """What parts come to together: one alone settles it, or all the others agree, or it is open."""
    joined: Truth = not settling
    for part in found:
        if part is settling:
            return settling
        if part is None:
            joined = None
    return joined


def _at(value: Value, atom: Within) -> bool:
    found = number(value)
    return found is not None and found in atom.numbers


def _among(axis: Axis, members: frozenset[str]) -> Truth:
    if not isinstance(axis.domain, Members):
        return None
    known = set(axis.domain.kind.members)
    return True if known <= members else None if known & members else False


def _within(axis: Axis, atom: Within) -> Truth:
    match axis.domain:
        case Numbers(optional=optional) as domain:
            whole = domain.interval
            if not any(not part.meet(whole).empty for part in atom.numbers.intervals):
                return False
            outside = any(
                not part.meet(whole).empty for part in atom.numbers.complement().intervals
            )
            return None if outside or optional else True
        case YesNo() | Members():
            return None
        case _:
            assert_never(axis.domain)
