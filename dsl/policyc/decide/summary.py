"""A history as facts: the value of every history expression that a policy speaks of."""

from collections.abc import Iterator, Mapping

import attrs

from policyc.core.actions import Ground
from policyc.core.axes import Axis, History, Value
from policyc.core.conditions import axes_of
from policyc.core.keys import grounded_history, grounded_key
from policyc.core.policy import Policy
from policyc.decide.findings import CaseError, finding
from policyc.decide.history import Past
from policyc.diagnostics.catalogue import deciding
from policyc.diagnostics.diagnostic import Diagnostic, Wording
from policyc.wording.conditions import value_text
from policyc.wording.speech import Speech


@attrs.frozen
class Derived:
    """What a history says of one axis; `name` is its key from the action's standpoint."""

    axis: Axis
    name: str
    value: Value


def with_history(
    policy: Policy, action: Ground, values: Mapping[str, Value], past: Past | None
) -> Mapping[str, Value]:
    """The stated values and what the history says. Raises `CaseError` where the two differ."""
    if past is None:
        return values
    derived = list(summary(policy, action, past))
    wrong = [
        _otherwise(policy, found, values[key])
        for found in derived
        for key in dict.fromkeys((found.name, found.axis.key))
        if key in values and values[key] != found.value
    ]
    if wrong:
        raise CaseError(tuple(wrong))
    return {**values, **{found.name: found.value for found in derived}}


def summary(policy: Policy, action: Ground, past: Past) -> Iterator[Derived]:
    """What a history says of the policy's history expressions, from an action's standpoint.

    An expression that does not bear on the action is left out where the history does not say which
    entries concern it; for one that does, `CaseError` is raised.
    """
    needed = frozenset(_asked(policy, action))
    for key, axis in policy.axes.items():
        if not isinstance(axis.origin, History):
            continue
        try:
            name = grounded_key(policy.vocabulary, axis, action)
            origin = grounded_history(policy.vocabulary, axis.origin, action)
        except KeyError:
            continue  # it speaks of an argument that the action does not have
        try:
            yield Derived(axis, name, past.value(key, origin))
        except CaseError:
            if key in needed:
                raise


def _asked(policy: Policy, action: Ground) -> Iterator[str]:
    """The keys that rules and duties on an action ask about, and what is assumed."""
    for clause in (*policy.clauses, *policy.defaults):
        if clause.pattern.covers(action):
            yield from axes_of(clause.guard)
    for duty in policy.duties:
        if duty.pattern.covers(action):
            yield from axes_of(duty.guard)
            yield from axes_of(duty.requirement)
    for assumption in policy.assumptions:
        yield from axes_of(assumption.condition)


def _otherwise(policy: Policy, found: Derived, stated: Value) -> Diagnostic:
    said, derived = (_both(policy, found.axis, value) for value in (stated, found.value))
    return finding(deciding.STATED_OTHERWISE, name=found.name, stated=said, derived=derived)


def _both(policy: Policy, axis: Axis, value: Value) -> Wording:
    """A value in both languages."""
    speech = Speech({axis.key: axis}, policy.vocabulary)
    chinese = attrs.evolve(speech, language="zh")
    return {
        "en": value_text(speech, axis.key, value),
        "zh": value_text(chinese, axis.key, value),
    }
