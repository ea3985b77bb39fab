"""Axes that ask about the proposed action: which of a policy's keys ask the same about one."""

from collections.abc import Mapping

from policyc.core.actions import Ground
from policyc.core.axes import Axis, Value
from policyc.core.keys import grounded_key, is_relative
from policyc.core.policy import Policy


def representatives(policy: Policy, action: Ground) -> dict[str, str]:
    """One of the policy's keys for each relative axis: axes that ask the same have the same."""
    found: dict[str, str] = {}
    first: dict[str, str] = {}
    relative = [axis for axis in policy.axes.values() if is_relative(axis)]
    for axis in relative:
        own = _own_key(policy, axis, action)
        if own is not None:
            first.setdefault(own, own if own in policy.axes else axis.key)
            found[axis.key] = first[own]
    return found


def _own_key(policy: Policy, axis: Axis, action: Ground) -> str | None:
    """The key for this action; none where the axis speaks of an argument that it does not have."""
    try:
        return grounded_key(policy.vocabulary, axis, action)
    except KeyError:
        return None


def settled(policy: Policy, action: Ground, known: Mapping[str, Value]) -> dict[str, Value]:
    """The known values by the policy's own keys, each axis under its representative."""
    names = representatives(policy, action)
    found: dict[str, Value] = {}
    for key, axis in policy.axes.items():
        own = _own_key(policy, axis, action) if key in names else key
        name = names.get(key, key)
        if own is not None and own in known:
            found[name] = known[own]
        elif key in known:
            found.setdefault(name, known[key])
    return found
