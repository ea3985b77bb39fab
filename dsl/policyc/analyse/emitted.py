"""Differences as tests of the left policy: each passes on it and fails on the right one."""

from collections.abc import Iterator, Mapping, Sequence

import attrs

from policyc.analyse.boundaries import Edge, edges
from policyc.analyse.difference import Difference, Entry, difference
from policyc.analyse.membership import Membership
from policyc.core.actions import Ground, Vocabulary
from policyc.core.axes import Axis, Count, History, Numbers, SinceEvent, Value
from policyc.core.policy import Policy, Verdict
from policyc.space.differences.classes import Topic
from policyc.space.questions.partial import possible_verdicts


@attrs.frozen(eq=False)
class EmittedTest:
    """A case by the left policy's own keys and what that policy says of it."""

    edge: Edge
    action: Ground
    facts: Mapping[str, Value]
    axes: Mapping[str, Axis]
    verdict: Verdict


@attrs.frozen(eq=False)
class Emitted:
    """The tests that were made of a difference, and how many of its regions none of them tells.

    Of `alike` both policies say the same where the open terms that they call the same have the same
    values, as they have in a test. Of `rebuttable` both verdicts are the same, and one of the two
    can be rebutted.
    """

    found: Difference
    tests: tuple[EmittedTest, ...]
    alike: int
    rebuttable: int


def emitted(found: Difference) -> Emitted:
    """One test for each edge of each region, and what they leave out."""
    rebuttable = [e for e in found.entries if e.region.cls.topic is Topic.STANDS]
    told = [entry for entry in found.entries if entry not in rebuttable]
    shared = _shared_terms(found)
    if not shared:
        return Emitted(found, tuple(_tests(found)), 0, len(rebuttable))
    same = _set_alike(found, shared)
    tests = [test for test in _tests(same) if not _passes(found.policies[1], test)]
    untold = [entry for entry in told if not _has_test(found, entry, tests)]
    return Emitted(same, tuple(tests), len(untold), len(rebuttable))


def _tests(found: Difference) -> Iterator[EmittedTest]:
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


def _shared_terms(found: Difference) -> tuple[str, ...]:
    """The open terms that each policy has for itself and a test states for both."""
    left, right = found.policies
    both = (key for key in found.joint.names[0] if key in found.joint.names[1])
    return tuple(key for key in both if _is_alike(left.axes[key], right.axes[key]))


def _is_alike(left: Axis, right: Axis) -> bool:
    """Whether a value of the one can be one of the other."""
    if isinstance(left.domain, Numbers) and isinstance(right.domain, Numbers):
        return left.domain.unit == right.domain.unit
    return left.domain == right.domain


def _set_alike(found: Difference, terms: Sequence[str]) -> Difference:
    """How the policies differ where these open terms of the right one are those of the left one."""
    left, right = found.policies
    axes = {**right.axes, **{key: left.axes[key] for key in terms}}
    return difference(left, attrs.evolve(right, axes=axes), found.actions)


def _passes(policy: Policy, test: EmittedTest) -> bool:
    """Whether a policy gives the expected verdict whatever is not stated."""
    return possible_verdicts(policy, test.action, test.facts) == (test.verdict,)


def _has_test(found: Difference, entry: Entry, tests: Sequence[EmittedTest]) -> bool:
    """Whether the case of some test lies in a region."""
    region = entry.region
    inside = Membership.of(found.joint, region.where, [part.where for part in region.exceptions])
    return any(inside(test.action, _both(found, test)) for test in tests)


def _both(found: Difference, test: EmittedTest) -> dict[str, Value]:
    """The case of a test, with the open terms of both policies by the joint keys."""
    case = dict(test.edge.example.whole)
    named = [pair for names in found.joint.names for pair in names.items()]
    return {**case, **{joint: case[own] for own, joint in named if own in case}}


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
