"""Every engine says of every case what the suite says, and the suite is what its writing says."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from policyc.core.actions import Ground
from policyc.core.meaning import Outcome, UnknownValueError, decide
from policyc.core.policy import Clause, Verdict
from policyc.decide.point import DecisionPoint
from policyc.engines.python import Answer, compile_policy
from tests.conformance import make
from tests.conformance.reading import Given, case_of, complete, elaborated, policy_of, suites
from tests.engines.python import modules

SCHEMA = Path(__file__).parent / "conformance-1.schema.json"
PLAIN = [suite for suite in suites() if not suite.needs & {"history", "literals", "names"}]
"""Suites of plain values, which the definition and the compiled engines take."""

each_suite = pytest.mark.parametrize("suite", suites(), ids=str)
each_plain_suite = pytest.mark.parametrize("suite", PLAIN, ids=str)


def action_of(suite: Given, ask: str) -> Ground:
    return next(a for a in policy_of(suite).ground_actions() if str(a) == ask)


def effects(clauses: tuple[Clause, ...]) -> list[dict[str, str]]:
    """Clauses as the suites name them, each once."""
    found = {(c.rule, c.effect.value): None for c in clauses}
    return [{"rule": rule, "effect": effect} for rule, effect in found]


def said(found: Outcome | Answer) -> dict[str, Any]:
    return {
        "verdict": found.verdict.value,
        "rules": effects(found.live),
        "defeated": effects(found.defeated),
        "rebuttable": found.rebuttable,
    }


def wanted(decision: dict[str, Any], like: dict[str, Any]) -> dict[str, Any]:
    """What a decision says of the parts that an engine speaks of."""
    return {key: decision[key] for key in like if key in decision}


def test_the_suites_are_what_their_writing_says() -> None:
    assert make.stale() == []


def test_there_are_enough_decisions() -> None:
    assert sum(len(suite.decisions) for suite in suites()) >= 400


@each_suite
def test_a_suite_is_of_its_schema(suite: Given) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    content = json.loads((make.FOLDER / f"{suite.name}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(content)] == []


@each_suite
def test_completions_give_every_verdict_that_is_listed(suite: Given) -> None:
    for decision in suite.decisions:
        if "completions" in decision:
            given = sorted({more["verdict"] for more in decision["completions"]})
            assert given == decision["verdicts"]
            one = given[0] if len(given) == 1 else "undetermined"
            assert decision["verdict"] == one


@each_plain_suite
def test_the_definition_says_so(suite: Given) -> None:
    policy = policy_of(suite)
    for decision in complete(suite):
        case = case_of(policy, decision["ask"], decision["facts"])
        outcome = decide(policy, action_of(suite, decision["ask"]), case)
        found = said(outcome)
        assert found == {**found, **wanted(decision, found)}, decision
        if "duties" in decision:
            assert [d.rule for d in outcome.duties] == [d["rule"] for d in decision["duties"]]


@each_plain_suite
def test_the_definition_asks_for_what_an_undetermined_case_leaves_out(suite: Given) -> None:
    policy = policy_of(suite)
    for decision in suite.decisions:
        if decision["verdict"] == Verdict.UNDETERMINED.value:
            case = case_of(policy, decision["ask"], decision["facts"])
            with pytest.raises(UnknownValueError):
                decide(policy, action_of(suite, decision["ask"]), case)


@each_plain_suite
def test_the_compiled_engine_says_so(suite: Given) -> None:
    policy = policy_of(suite)
    compiled = compile_policy(policy)
    for decision in complete(suite):
        case = case_of(policy, decision["ask"], decision["facts"])
        answer = compiled.decide(decision["ask"], case)
        assert isinstance(answer, Answer), decision
        found = said(answer)
        assert found == {**found, **wanted(decision, found)}, decision


@each_suite
def test_the_generated_module_says_so(suite: Given) -> None:
    if suite.needs & {"history", "names"}:
        return  # a list of what happened and other names are read by policyc alone
    decided = modules.decider(policy_of(suite))
    for decision in [*complete(suite), *suite.decisions]:
        answer = decided(decision["ask"], decision["facts"])
        if "implications" in suite.needs and "completions" in decision:
            assert answer["verdict"] in (decision["verdict"], "undetermined")
            continue
        assert answer["verdict"] == decision["verdict"], decision
        if "rules" in decision:
            named = [{"rule": r["rule"], "effect": r["effect"]} for r in answer["rules"]]
            assert named == decision["rules"], decision
            assert answer["rebuttable"] == decision["rebuttable"], decision


@each_suite
def test_decide_says_so(suite: Given) -> None:
    document, documents = elaborated(suite)
    point = DecisionPoint(document, documents, confirmed=True)
    for decision in suite.decisions:
        (action,) = point.actions(decision["ask"])
        found = point.decide(action, point.read(decision["facts"]))
        assert found.verdict.value == decision["verdict"], decision
        if "completions" in decision:
            if len(decision["verdicts"]) > 1:
                verdicts = sorted(outcome.verdict.value for outcome in found.outcomes)
                assert verdicts == decision["verdicts"], decision
            continue
        assert effects(found.rules) == decision["rules"], decision
        assert effects(found.defeated) == decision["defeated"], decision
        assert found.rebuttable == decision["rebuttable"], decision
        duties = [{"rule": owed.duty.rule, "met": owed.met} for owed in found.duties]
        assert duties == decision["duties"], decision


@each_suite
def test_the_command_says_so(suite: Given, tmp_path: Path) -> None:
    """All cases of a suite in one stream, as commands.md promises them."""
    path = tmp_path / f"{suite.name}.policy"
    path.write_text(suite.text, encoding="utf-8")
    cases = tmp_path / "cases.jsonl"
    content = json.loads((make.FOLDER / f"{suite.name}.json").read_text(encoding="utf-8"))
    lines = [{"ask": d["ask"], **d["facts"]} for d in content["decisions"]]
    cases.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    start = "from policyc.cli.main import main; main()"
    command = [sys.executable, "-c", start, "decide", f"{path}#{suite.policy}", "--cases", cases]
    day = ["--on", "2025-07-01"]
    completed = subprocess.run(
        [*map(str, command), *day], capture_output=True, check=False, encoding="utf-8"
    )
    assert completed.stderr == ""
    answers = [json.loads(line) for line in completed.stdout.splitlines()]
    assert len(answers) == len(lines)
    for answer, decision in zip(answers, suite.decisions, strict=True):
        assert answer["verdict"] == decision["verdict"], decision
        if "rules" in decision:
            named = [{"rule": r["rule"], "effect": r["effect"]} for r in answer["rules"]]
            assert named == decision["rules"], decision
            duties = [{"rule": d["rule"], "met": d["met"]} for d in answer["duties"]]
            assert duties == decision["duties"], decision
