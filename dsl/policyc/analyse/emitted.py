"""Differences as tests of the left policy: each passes on it and fails on the right one."""

from collections.abc import Iterator, Mapping

import attrs

from policyc.analyse.boundaries import Edge, edges
from policyc.analyse.difference import Difference
from policyc.core.actions import Ground, Vocabulary
from policyc.core.axes import Axis, Count, History, SinceEvent, Value
from policyc.core.policy import Policy, Verdict


@attrs.frozen(eq=False)
class EmittedTest:
    """A case by the left policy's own keys and what that policy says of it."""

    edge: Edge
    action: Ground
    facts: Mapping[str, Value]
    axes: Mapping[str, Axis]
    verdict: Verdict


def emitted_tests(found: Difference) -> Iterator[EmittedTest]:
    """One test for each edge of each region.

    Its facts are those that settle what the left policy says, and those others that settle the
    right one's answer and that the left one has words for.
    """
    own_names = {joint: own for own, joint in found.joint.names[0].items()}
    for edge in edges(found):
        outcome = edge.example.outcomes[0]
        facts: dict[str, Value] = {}
        axes: dict[str, Axis] = {}
        for key, value in edge.example.facts.items():
            axis = edge.example.axes[key]
            own = attrs.evolve(axis, key=own_names.get(key, key))
            if can_state(found.policies[0], own):
                facts[own.key], axes[own.key] = value, own
        yield EmittedTest(edge, edge.example.action, facts, axes, outcome.verdict)


def can_state(policy: Policy, axis: Axis) -> bool:
    """Whether a policy has words for what an axis is about."""
    if axis.key in policy.axes:
        return True
    if not isinstance(axis.origin, History):
        return False
    patterns = [axis.origin.pattern]
    if isinstance(axis.origin, Count) and isinstance(axis.origin.window, SinceEvent):
        patterns.append(axis.origin.window.pattern)
    known: Vocabulary = policy.vocabulary
    return all(
        pattern.name in known.actions or pattern.name in known.events for pattern in patterns
    )
