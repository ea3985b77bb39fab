"""Whether the case of a test is one that a policy admits, in the words that both share."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

import attrs

from policyc.core.actions import Ground, Pattern
from policyc.core.axes import (
    Axis,
    Count,
    Domain,
    History,
    Members,
    Numbers,
    SinceEvent,
    Value,
    YesNo,
)
from policyc.core.policy import Policy
from policyc.decide.consistency import Consistency
from policyc.diagnostics.diagnostic import Wording


@attrs.frozen
class UnknownAction:
    """The policy's vocabulary has no such action."""

    action: Ground


@attrs.frozen
class OtherSense:
    """The policy uses the key of a fact for something of another kind or unit."""

    key: str


@attrs.frozen
class Inadmissible:
    """The value lies outside what the policy's fact can be."""

    axis: Axis
    value: Value


@attrs.frozen
class Contradictory:
    """The facts contradict what always holds of a case or a history, in words."""

    reason: Wording


Misfit: TypeAlias = UnknownAction | OtherSense | Inadmissible | Contradictory


def misfits(
    policy: Policy, axes: Mapping[str, Axis], action: Ground, case: Mapping[str, Value]
) -> Iterator[Misfit]:
    """What speaks against asking the policy about this action in this case, the gravest first.

    `axes` holds what the test means by the keys of its case.
    """
    if not _knows(policy, action):
        yield UnknownAction(action)
        return
    for key, value in case.items():
        own, meant = policy.axes.get(key), axes.get(key)
        if own is None:
            continue
        if meant is not None and not _same_sense(own.domain, meant.domain):
            yield OtherSense(key)
        elif not _admits(own.domain, value):
            yield Inadmissible(own, value)
    known = {key: value for key, value in case.items() if key in policy.axes}
    for finding in Consistency(policy).findings(action, known, {}):
        yield Contradictory(finding.arguments["reason"])


def with_history(policy: Policy, axes: Mapping[str, Axis], case: Mapping[str, Value]) -> Policy:
    """The policy with the history that the case states, so that what follows from it is known.

    That nobody was called today says that the borrower was not.
    """
    stated = {
        key: axis
        for key, axis in axes.items()
        if key in case and key not in policy.axes and isinstance(axis.origin, History)
        if _speaks_of(policy, axis)
    }
    return attrs.evolve(policy, axes={**policy.axes, **stated}) if stated else policy


def _speaks_of(policy: Policy, axis: Axis) -> bool:
    """Whether the policy's vocabulary has what a history axis is about."""
    assert isinstance(axis.origin, History)
    patterns = [axis.origin.pattern]
    if isinstance(axis.origin, Count) and isinstance(axis.origin.window, SinceEvent):
        patterns.append(axis.origin.window.pattern)
    return axis.origin.subject in ("", *policy.vocabulary.subjects) and all(
        _has(policy, pattern) for pattern in patterns
    )


def _has(policy: Policy, pattern: Pattern) -> bool:
    """Whether an action or event of the vocabulary takes these arguments."""
    try:
        signature = policy.vocabulary.signature(pattern.name)
    except KeyError:
        return False
    return len(signature.parameters) == len(pattern.arguments) and all(
        not isinstance(argument, frozenset) or argument <= set(parameter.kind.members)
        for argument, parameter in zip(pattern.arguments, signature.parameters, strict=True)
    )


def _knows(policy: Policy, action: Ground) -> bool:
    signature = policy.vocabulary.actions.get(action.name)
    return (
        signature is not None
        and len(signature.parameters) == len(action.arguments)
        and all(
            argument in parameter.kind.members
            for argument, parameter in zip(action.arguments, signature.parameters, strict=True)
        )
    )


def _same_sense(own: Domain, meant: Domain) -> bool:
    match own, meant:
        case YesNo(), YesNo():
            return True
        case Members(one), Members(other):
            return one.name == other.name
        case Numbers(), Numbers():
            return own.unit == meant.unit
        case _:
            return False


def _admits(domain: Domain, value: Value) -> bool:
    match domain:
        case YesNo():
            return isinstance(value, bool)
        case Members(kind):
            return value in kind.members
        case Numbers():
            if value is None:
                return domain.optional
            return not isinstance(value, bool | str) and domain.admits(value)
