"""Modules of random policies against the definition."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given, settings

from policyc.core.actions import Ground, Pattern
from policyc.core.axes import Axis, Value, YesNo
from policyc.core.conditions import Condition
from policyc.core.meaning import consistent, decide
from policyc.core.policy import Clause, Effect, Policy, Verdict
from tests.engines.python.modules import decider, run
from tests.strategies.core import (
    EVERYTHING,
    FACTS,
    OPEN,
    SMALL,
    TERMS,
    VOCABULARY,
    Shape,
    every_case,
    grounds,
    random_condition,
    randoms,
)
from tests.strategies.situations import asked_axes, dutiful_policy, random_situation

SINGLE = Shape(axes=SMALL.axes, rules=5, linear=False)
SEVERAL = Shape(axes=(*FACTS[3:], *(Axis(name, YesNo()) for name in "abc")), linear=False)
SUMS = attrs.evolve(OPEN, axes=(*FACTS[:2], *TERMS), rules=4)
PHONE = Ground("contact", ("borrower", "phone"))


def _stated(case: Mapping[str, Value]) -> dict[str, Any]:
    """A case as JSON has it: what never happened is a word, a fraction is a text."""
    return {key: _json_value(value) for key, value in case.items()}


def _json_value(value: Value) -> object:
    if value is None:
        return "never"
    return str(value) if isinstance(value, Fraction) else value


@pytest.mark.property
@settings(max_examples=settings().max_examples * 2 // 5)
@given(randoms())
def test_a_complete_case_is_decided_as_the_definition_decides_it(random: Random) -> None:
    policy = attrs.evolve(dutiful_policy(random, EVERYTHING), assumptions=())
    decided = decider(policy)
    for action in random.sample(list(grounds()), 3):
        case = random_situation(random, policy, action)
        outcome = decide(policy, action, case)
        found = decided(str(action), _stated(case))
        assert found["verdict"] == outcome.verdict.value
        assert found["rebuttable"] == outcome.rebuttable
        assert found["residual"] is None
        live = [(clause.rule, clause.effect.value) for clause in outcome.live]
        assert [(rule["rule"], rule["effect"]) for rule in found["rules"]] == live
        defeated = [clause.rule for clause in outcome.defeated]
        assert [rule["rule"] for rule in found["defeated"]] == defeated
        owed = [(d.rule, _holds(policy, action, d.requirement, case)) for d in outcome.duties]
        assert [(duty["rule"], duty["met"]) for duty in found["duties"]] == owed
        assert all(duty["when"] is None for duty in found["duties"])


def _holds(policy: Policy, action: Ground, condition: Condition, case: Mapping[str, Value]) -> bool:
    """Whether a condition holds, by the definition."""
    anything = Pattern(action.name, (None,) * len(action.arguments))
    asking = Clause("asking", Effect.FORBID, anything, condition)
    asked = attrs.evolve(policy, clauses=(asking,), defaults=())
    return decide(asked, action, case).verdict is Verdict.FORBIDDEN


def _completions(
    policy: Policy, action: Ground, known: Mapping[str, Value]
) -> Iterator[Mapping[str, Value]]:
    """The completions of a case that the assumptions allow."""
    unknown = [axis for axis in asked_axes(policy) if axis.key not in known]
    cases = ({**rest, **known} for rest in every_case(unknown))
    return (case for case in cases if consistent(policy, action, case))


def _verdicts(policy: Policy, action: Ground, known: Mapping[str, Value]) -> set[str]:
    """The verdicts of all completions that the assumptions allow."""
    cases = _completions(policy, action, known)
    return {decide(policy, action, case).verdict.value for case in cases}


@pytest.mark.property
@settings(max_examples=settings().max_examples * 3 // 5)
@given(randoms())
def test_a_partial_case_gets_the_verdict_that_every_completion_gives(random: Random) -> None:
    policy = dutiful_policy(random, SINGLE)
    module = run(policy)
    for action in random.sample(list(grounds()), 2):
        known = random_situation(random, policy, action, unknown=0.6)
        verdicts = _verdicts(policy, action, known)
        if not verdicts:
            with pytest.raises(module["CaseError"]):
                module["decide"](str(action), known)
            continue
        found = module["decide"](str(action), known)
        assert found["verdict"] == (verdicts.pop() if len(verdicts) == 1 else "undetermined")
        named = set(found["residual"].split(":")[0].split(" or ")) if found["residual"] else set()
        assert named == (verdicts if found["residual"] else set())


@pytest.mark.property
@settings(max_examples=settings().max_examples * 3 // 5)
@given(randoms())
def test_facts_that_a_verdict_does_not_depend_on_make_no_difference_to_it(random: Random) -> None:
    guards = [random_condition(random, SEVERAL.axes, SEVERAL, depth=3) for _ in range(2)]
    effects = (Effect.FORBID, Effect.RECOMMEND)
    anything = Pattern("report")
    clauses = [Clause(e.value, e, anything, g) for e, g in zip(effects, guards, strict=True)]
    axes = {axis.key: axis for axis in SEVERAL.axes}
    policy = Policy("p", axes, VOCABULARY, tuple(clauses))
    needed = decider(policy)("report", {})["depends_on"]
    verdicts: dict[tuple[Value, ...], set[Verdict]] = {}
    for case in every_case(SEVERAL.axes):
        verdict = decide(policy, Ground("report"), case).verdict
        verdicts.setdefault(tuple(case[key] for key in needed), set()).add(verdict)
    assert all(len(found) == 1 for found in verdicts.values())


@pytest.mark.property
@settings(max_examples=settings().max_examples * 3 // 5)
@given(randoms())
def test_unknown_sums_never_make_it_claim_what_some_completion_denies(random: Random) -> None:
    policy = dutiful_policy(random, SUMS)
    module = run(policy)
    for action in random.sample(list(grounds()), 2):
        known = random_situation(random, policy, action, unknown=0.5)
        verdicts = _verdicts(policy, action, known)
        if verdicts:
            found = module["decide"](str(action), known)
            assert verdicts == {found["verdict"]} or found["verdict"] == "undetermined"


@pytest.mark.property
@settings(max_examples=settings().max_examples * 3 // 5)
@given(randoms())
def test_one_unknown_part_of_a_sum_is_looked_into_exactly(random: Random) -> None:
    policy = dutiful_policy(random, SUMS)
    module = run(policy)
    for action in random.sample(list(grounds()), 2):
        known = random_situation(random, policy, action)
        known.pop(random.choice([*known, ""]), None)
        verdicts = _verdicts(policy, action, known)
        if verdicts:
            found = module["decide"](str(action), known)
            assert found["verdict"] == (verdicts.pop() if len(verdicts) == 1 else "undetermined")
