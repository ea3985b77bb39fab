"""Laws of tests, over random policies and cases, by the definition of the language."""

from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import assume, given

from policyc.core.actions import Ground
from policyc.core.axes import Axis, Numbers, Value
from policyc.core.conditions import ALWAYS, Within
from policyc.core.meaning import consistent, decide
from policyc.core.policy import Policy
from policyc.space.grid.relations import relations
from policyc.space.grid.substitute import substitute
from policyc.testing.answers import Answer, answer
from policyc.testing.liveness import Known, liveness
from policyc.testing.mutants import mutants
from policyc.testing.thresholds import shifted, thresholds
from tests.strategies.core import (
    EVERYTHING,
    FACTS,
    grounds,
    policies,
    random_case,
    random_numbers,
    random_policy,
    randoms,
    used_axes,
)

pytestmark = pytest.mark.property


@given(policies(EVERYTHING), randoms())
def test_in_a_complete_case_the_live_clauses_are_those_of_the_definition(
    policy: Policy, random: Random
) -> None:
    case = random_case(random, used_axes(policy))
    action = random.choice(list(grounds()))
    live = [c for c, is_live in liveness(Known.of(policy, action, case)) if is_live]
    assert {id(c) for c in live} == {id(c) for c in decide(policy, action, case).live}


def has_a_past(policy: Policy, action: Ground, case: Mapping[str, Value]) -> bool:
    """Whether some history is as the case says, as far as the relations of the space tell."""
    signature = policy.vocabulary.actions[action.name]
    members = dict(zip((p.name for p in signature.parameters), action.arguments, strict=True))
    axes = [policy.axes[key] for key in case]
    return all(
        substitute(relation.condition, case) == ALWAYS
        for relation in relations(policy.vocabulary, axes, signature)
        if all(members[name] in wanted for name, wanted in relation.guard.items())
    )


@given(policies(EVERYTHING), randoms())
def test_what_is_said_to_be_live_or_not_is_so_in_every_completion(
    policy: Policy, random: Random
) -> None:
    case = random_case(random, used_axes(policy))
    known = {key: value for key, value in case.items() if random.random() < 0.5}
    action = random.choice(list(grounds()))
    assume(has_a_past(policy, action, case))
    live = {id(c) for c in decide(policy, action, case).live}
    for clause, is_live in liveness(Known.of(policy, action, known)):
        assert is_live is None or is_live is (id(clause) in live)


@given(policies(), randoms())
def test_an_answer_to_a_complete_case_is_the_verdict_of_the_definition(
    policy: Policy, random: Random
) -> None:
    case = random_case(random, used_axes(policy))
    action = random.choice(list(grounds()))
    if consistent(policy, action, case):
        said = answer(policy, action, case)
        assert isinstance(said, Answer)
        outcome = decide(policy, action, case)
        assert said.verdict is outcome.verdict
        assert set(said.deciding) == {clause.rule for clause in outcome.deciding}


@given(randoms())
def test_a_condition_differs_at_a_threshold_and_just_beyond_it(random: Random) -> None:
    axis = FACTS[0]
    assert isinstance(axis.domain, Numbers)
    atom = Within(axis.key, random_numbers(random, 0, 12))
    for threshold in thresholds({axis.key: axis}, atom):
        at, beyond = threshold.conditions({axis.key: axis})
        tried = {
            number: (number in at.numbers, number in beyond.numbers)
            for number in range(13)
            if isinstance(at, Within) and isinstance(beyond, Within)
        }
        (here,) = (number for number, (is_at, _) in tried.items() if is_at)
        (there,) = (number for number, (_, is_beyond) in tried.items() if is_beyond)
        assert (here in atom.numbers) is not (there in atom.numbers)
        assert threshold.tried([here, there]) == (True, True)


@given(randoms())
def test_every_change_of_truth_of_a_condition_on_whole_days_is_a_threshold(random: Random) -> None:
    axis = FACTS[0]
    atom = Within(axis.key, random_numbers(random, 0, 12))
    found = {
        frozenset((t.number, t.number + (1 if t.upwards else -1)))
        for t in thresholds({axis.key: axis}, atom)
    }
    changes = {
        frozenset((day, day + 1))
        for day in range(12)
        if (day in atom.numbers) is not (day + 1 in atom.numbers)
    }
    assert found == changes


@given(randoms())
def test_a_moved_threshold_changes_the_condition_at_one_of_its_sides(random: Random) -> None:
    axis = FACTS[0]
    axes: dict[str, Axis] = {axis.key: axis}
    atom = Within(axis.key, random_numbers(random, 0, 12))
    moved = list(shifted(axes, atom))
    assert len(moved) == 2 * len(list(thresholds(axes, atom)))
    for other in moved:
        assert isinstance(other, Within)
        assert any((n in atom.numbers) is not (n in other.numbers) for n in range(-1, 14))


@given(randoms())
def test_a_mutant_decides_only_actions_of_its_patterns_otherwise(random: Random) -> None:
    policy = random_policy(random)
    case = random_case(random, used_axes(policy))
    found = list(mutants(policy, ()))
    for mutant in random.sample(found, min(len(found), 5)):
        for action in grounds():
            if not any(pattern.covers(action) for pattern in mutant.patterns):
                before, after = (decide(p, action, case) for p in (policy, mutant.policy))
                assert before.verdict is after.verdict
