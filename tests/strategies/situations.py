"""Random cases as an action's own standpoint states them, and policies that bring duties."""

from collections.abc import Sequence
from random import Random

import attrs

from policyc.core.actions import Ground
from policyc.core.axes import Axis, Value
from policyc.core.keys import grounded_key, is_relative
from policyc.core.policy import Duty, Policy
from tests.strategies.core import (
    Shape,
    random_condition,
    random_pattern,
    random_policy,
    random_value,
    used_axes,
)


def own_keys(policy: Policy, action: Ground, axes: Sequence[Axis]) -> dict[str, str]:
    """Axis keys to those under which a case states them for an action, where it can."""
    stated = [axis for axis in axes if action.arguments or not is_relative(axis)]
    return {axis.key: grounded_key(policy.vocabulary, axis, action) for axis in stated}


def random_situation(
    random: Random, policy: Policy, action: Ground, *, unknown: float = 0
) -> dict[str, Value]:
    """A value for each axis that rules ask about, under the action's own keys; some left out."""
    case: dict[str, Value] = {}
    for key, own in own_keys(policy, action, asked_axes(policy)).items():
        if random.random() >= unknown:
            case.setdefault(own, random_value(random, policy.axes[key]))
    return case


def completed(
    random: Random, policy: Policy, action: Ground, known: dict[str, Value]
) -> dict[str, Value]:
    """A case that states what another does, and the rest at random."""
    return random_situation(random, policy, action) | known


def asked_axes(policy: Policy) -> list[Axis]:
    """The axes that rules, duties and assumptions ask about."""
    conditions = [c for duty in policy.duties for c in (duty.guard, duty.requirement)]
    as_clauses = (attrs.evolve(policy.clauses[0], guard=condition) for condition in conditions)
    return used_axes(attrs.evolve(policy, clauses=(*policy.clauses, *as_clauses)))


def dutiful_policy(random: Random, shape: Shape) -> Policy:
    """A random policy some of whose actions bring duties."""
    policy = random_policy(random, shape)
    axes = [axis for axis in shape.axes if not is_relative(axis)]
    duties = tuple(
        Duty(
            f"r{place}",
            random_pattern(random),
            random_condition(random, axes[:3], shape),
            random_condition(random, axes[:2], shape),
        )
        for place in range(random.randint(0, 2))
    )
    return attrs.evolve(policy, duties=duties)
