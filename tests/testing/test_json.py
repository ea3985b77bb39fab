"""The report of a run as a program reads it."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from policyc.resources import schemas_folder
from policyc.testing.reports.as_json import render
from policyc.testing.suite import Wanted
from tests.testing.running import report
from tests.testing.test_text import OTHER, RULES, SCENARIOS

ALL = Wanted(coverage=True, mutation=True)


def schema(name: str) -> Any:
    return json.loads((schemas_folder() / name).read_text("utf-8"))


def validator() -> Draft202012Validator:
    names = ("test-1.json", "diagnostics-1.json")
    registry: Registry[Any] = Registry().with_resources(
        (name, Resource.from_contents(schema(name))) for name in names
    )
    return Draft202012Validator(schema("test-1.json"), registry=registry)


@pytest.mark.parametrize("wanted", [Wanted(), ALL], ids=["plain", "all"])
@pytest.mark.parametrize(
    "rules", [RULES, "rule one: when overdu > 3 then allow outsource\n"], ids=["good", "broken"]
)
def test_every_report_is_as_the_schema_says(rules: str, wanted: Wanted, tmp_path: Path) -> None:
    found = report(tmp_path, rules, other=OTHER, asking=SCENARIOS, wanted=wanted)
    assert list(validator().iter_errors(json.loads(render(found)))) == []


def test_the_schema_itself_is_one() -> None:
    Draft202012Validator.check_schema(schema("test-1.json"))


def test_an_expectation_tells_what_came_of_each_action(tmp_path: Path) -> None:
    found = json.loads(render(report(tmp_path, RULES)))
    assert found["counts"] == {
        "tests": 4,
        "failed_tests": 3,
        "proofs": 1,
        "failed_proofs": 1,
        "failed": 4,
    }
    test = found["tests"][2]
    assert test["given"] == {"overdue": 10}
    (expectation,) = test["expectations"]
    assert (expectation["ask"], expectation["expected"]) == ("contact(borrower, phone)", "allowed")
    assert expectation["answers"] == [
        {
            "action": "contact(borrower, phone)",
            "verdict": "undetermined",
            "rules": [],
            "possible": ["forbidden", "allowed"],
            "turns_on": ["time", "identified"],
            "taken_as_zero": [],
        }
    ]
    assert [finding["code"] for finding in expectation["findings"]] == ["unknown-matters"]


def test_values_stand_in_the_facts_own_units(tmp_path: Path) -> None:
    test = (
        'test "one":\n  given overdue = 3, unreachable = 90min, amount = 10.01 CNY, time = 07:05,\n'
        "        ever(notice), not identified\n  expect outsource silent\n"
    )
    found = json.loads(render(report(tmp_path, "rule one: allow contact(any)\n", test)))
    assert found["tests"][0]["given"] == {
        "overdue": 3,
        "unreachable": 1.5,
        "amount": 10.01,
        "time": "07:05",
        "ever(notice)": True,
        "identified": False,
    }


def test_a_counterexample_is_a_case_to_decide(tmp_path: Path) -> None:
    found = json.loads(render(report(tmp_path, RULES)))
    (proof,) = found["proofs"]
    assert proof["counterexample"]["ask"].endswith("phone)")
    assert proof["counterexample"]["identified"] is True


def test_the_kinds_of_tests_are_told_apart(tmp_path: Path) -> None:
    found = json.loads(render(report(tmp_path, RULES, other=OTHER, asking=SCENARIOS)))
    kinds = [(test["kind"], test["title"]) for test in found["tests"] if test["kind"] != "test"]
    assert kinds == [
        ("scenario", "a call in the morning of day 10, the first one"),
        ("table", "hours [1]"),
        ("table", "hours [2]"),
    ]


def test_missing_coverage_and_survivors_are_told_in_words_too(tmp_path: Path) -> None:
    found = json.loads(render(report(tmp_path, RULES, wanted=ALL)))
    (coverage,) = found["coverage"]
    assert "rule `agency`: `allow outsource` is never live" in coverage["missing"]
    (mutation,) = found["mutation"]
    assert mutation["noticed"] + len(mutation["survivors"]) == mutation["total"]
    survivor = next(s for s in mutation["survivors"] if s["change"] == "drop unless")
    assert survivor["text"] == "rule `quiet`: `unless identified` is gone"
    assert survivor["test"].startswith('test "rule quiet: unless identified is gone":\n  given ')
