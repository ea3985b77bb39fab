"""Whatever a person writes means the same to every engine, in both scripts.

Random documents go the whole way as text. `POLICYC_ROUNDS` multiplies how many (`make fuzz`).
"""

import os
from random import Random

import pytest

from policyc.core.meaning import decide
from policyc.core.policy import Policy
from policyc.engines.python import Answer, compile_policy
from policyc.engines.python.answers import answer_of
from policyc.source import Source
from policyc.syntax.format.checked import formatted
from tests.strategies.texts import random_text
from tests.whole.opinion import Opinion, grounded_case
from tests.whole.reading import policy_of, random_case, thresholds

ROUNDS = int(os.environ.get("POLICYC_ROUNDS", "1"))
SHARDS = 8
DOCUMENTS = 35
CASES = 80
"""Shards × documents × cases × actions: over 200,000 decisions are compared in every run."""


@pytest.mark.property
@pytest.mark.parametrize("shard", range(SHARDS * ROUNDS))
def test_compiled_policies_decide_as_the_definition_does(shard: int) -> None:
    """Verdict, live rules, defeated rules and rebuttability, in every case tried."""
    compared = 0
    for place in range(DOCUMENTS):
        random = Random(f"{shard}/{place}")
        policy = policy_of(random_text(random))
        compiled = compile_policy(policy)
        near = thresholds(policy)
        axes = list(policy.axes.values())
        for _ in range(CASES):
            case = random_case(random, axes, near)
            for action in policy.ground_actions():
                expected = answer_of(decide(policy, action, case))
                answer = compiled.decide(action, case)

                assert isinstance(answer, Answer)
                assert expected == answer, (action, case)
                compared += 1

    assert compared >= DOCUMENTS * CASES * 10


@pytest.mark.property
@pytest.mark.parametrize("shard", range(4 * ROUNDS))
def test_z3_gives_the_same_verdicts(shard: int) -> None:
    """An independent opinion: the policy as one formula per action."""
    for place in range(12):
        random = Random(f"z3/{shard}/{place}")
        policy = policy_of(random_text(random))
        near = thresholds(policy)
        axes = list(policy.axes.values())
        for action in policy.ground_actions()[::3]:
            opinion = Opinion(policy, action)
            formula = opinion.formula()
            for _ in range(15):
                case = grounded_case(policy, action, random_case(random, axes, near))

                assert decide(policy, action, case).verdict is opinion.verdict(formula, case)


@pytest.mark.property
@pytest.mark.parametrize("shard", range(4 * ROUNDS))
def test_both_scripts_say_the_same(shard: int) -> None:
    """A document in Chinese elaborates to what the English one does, and comes back unchanged."""
    for place in range(40):
        text = random_text(Random(f"scripts/{shard}/{place}"))
        chinese = _rewritten(text, "zh")
        english = _rewritten(chinese, "en")

        assert _said(policy_of(text)) == _said(policy_of(chinese))
        assert _rewritten(text, "en") == english


def _rewritten(text: str, script: str) -> str:
    result = formatted(Source("random.policy", text), script="zh" if script == "zh" else "en")
    assert result.text is not None, (text, [f.message() for f in result.findings])
    return result.text


def _said(policy: Policy) -> tuple[object, ...]:
    return (
        policy.clauses,
        policy.defaults,
        policy.duties,
        policy.assumptions,
        dict(policy.terms),
        dict(policy.axes),
    )
