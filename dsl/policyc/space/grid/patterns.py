"""When one pattern names only events that another names too, seen from a proposed action."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from policyc.core.actions import Argument, Kind, Pattern, Same, Signature

Guard: TypeAlias = Mapping[str, frozenset[str]]
"""Which members the proposed action's arguments must be; parameters not named may be any."""

UNGUARDED: Guard = {}


def contained(inner: Pattern, outer: Pattern, event: Signature, proposed: Signature) -> list[Guard]:
    """The proposed actions for which every event of the one pattern is one of the other.

    As guards, of which one must hold; none where it never is so.
    """
    if inner.name != outer.name:
        return []
    kinds = {parameter.name: parameter.kind for parameter in proposed.parameters}
    found: list[Guard] = [UNGUARDED]
    for small, large, parameter in zip(
        inner.arguments, outer.arguments, event.parameters, strict=True
    ):
        found = both(found, _argument(small, large, parameter.kind, kinds))
    return found


def both(left: Iterable[Guard], right: Iterable[Guard]) -> list[Guard]:
    """Where a guard of each holds."""
    right = list(right)
    return [met for a in left for b in right if (met := _meet(a, b)) is not None]


def _meet(left: Guard, right: Guard) -> Guard | None:
    found = dict(left)
    for parameter, members in right.items():
        found[parameter] = found.get(parameter, members) & members
        if not found[parameter]:
            return None
    return found


def _argument(
    small: Argument, large: Argument, kind: Kind, kinds: Mapping[str, Kind]
) -> list[Guard]:
    everything = frozenset(kind.members)
    for argument in (small, large):
        if isinstance(argument, Same) and argument.parameter not in kinds:
            return []
    if large is None or (isinstance(large, frozenset) and large >= everything):
        return [UNGUARDED]
    if isinstance(small, Same):
        if isinstance(large, Same):
            return _equal(small.parameter, large.parameter, kinds)
        return [{small.parameter: large}] if large else []
    members = everything if small is None else small & everything
    if not members:
        return [UNGUARDED]
    if isinstance(large, Same):
        return [{large.parameter: members}] if len(members) == 1 else []
    return [UNGUARDED] if members <= large else []


def _equal(left: str, right: str, kinds: Mapping[str, Kind]) -> list[Guard]:
    if left == right:
        return [UNGUARDED]
    return [
        {left: frozenset((member,)), right: frozenset((member,))}
        for member in kinds[left].members
        if member in kinds[right].members
    ]
