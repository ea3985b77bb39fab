"""What programs read: the objects against their schemas, and what the members mean."""

import json
from typing import Any

import jsonschema
import pytest

from policyc.analyse.comparison import comparison
from policyc.analyse.difference import difference
from policyc.analyse.reports.compare_json import compare_json
from policyc.analyse.reports.diff_json import diff_json
from policyc.core.policy import Policy
from policyc.diagnostics.diagnostic import Language
from policyc.resources import schemas_folder
from tests.analyse.loading import named

MEASURED = [f"measured.policy#m_{name}" for name in ("tianxing", "xiaohua", "guideline")]
PAIRS = [
    ("tianxing", "xiaohua"),
    ("tianxing", "pipl"),
    ("features.policy", "tianxing_zh"),
    (MEASURED[0], MEASURED[1]),
    (MEASURED[2], MEASURED[1]),
    ("tianxing", "tianxing"),
]


def check(name: str, found: dict[str, Any]) -> None:
    schema = json.loads((schemas_folder() / f"{name}.json").read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    validator.validate(json.loads(json.dumps(found)))


def policies(names: list[str]) -> list[Policy]:
    return [named(name) for name in names]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_a_difference_is_as_its_schema_says(left: str, right: str, language: Language) -> None:
    check("diff-1", diff_json(difference(named(left), named(right)), language))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_comparison_is_as_its_schema_says(language: Language) -> None:
    check(
        "compare-1",
        compare_json(comparison(policies(MEASURED[:2]), [named(MEASURED[2])]), language),
    )
    check(
        "compare-1", compare_json(comparison(policies(["tianxing", "xiaohua", "pipl"])), language)
    )
    many = [named("tianxing"), named("xiaohua")] * 7
    assert compare_json(comparison(many), language)["disputes"] is None
    check("compare-1", compare_json(comparison(many), language))


def region(found: dict[str, Any], rule: str) -> dict[str, Any]:
    return next(r for r in found["regions"] if rule in [x["rule"] for x in r["left_rules"]])


def test_a_region_says_where_in_the_facts_own_units() -> None:
    found = diff_json(difference(named(MEASURED[0]), named(MEASURED[1])))
    where = region(found, "r3")["where"]
    assert where["target"] == ["emergency"]
    assert where["overdue"] == [{"ge": 16, "le": 30}]
    assert where["unreachable"] == [{"gt": 72}]
    assert where["dial_ratio"] == [{"le": 30}]
    assert where["notice_sent"] == [True]
    assert where["amount - 10 * instalment"] == [{"gt": 0}]
    assert where["time"] == [{"ge": "08:00", "lt": "20:00"}]


def test_a_night_is_one_interval_from_evening_to_morning() -> None:
    found = diff_json(difference(named(MEASURED[0]), named(MEASURED[1])))
    assert region(found, "r6")["where"]["time"] == [{"ge": "20:00", "lt": "08:00"}]


def test_an_argument_that_is_called_like_a_fact_goes_by_its_full_name() -> None:
    found = diff_json(difference(named("features.policy"), named("pipl")))
    keys = {key for region in found["regions"] for key in region["where"]}
    assert "weekday" in keys
    assert all(isinstance(r["where"]["action"], list) for r in found["regions"])


def test_what_is_certain_of_a_possible_region_is_said() -> None:
    found = diff_json(difference(named(MEASURED[0]), named(MEASURED[1])))
    late = next(r for r in found["regions"] if r["where"]["action"] == ["outsource"])
    assert late["certainty"] == "possible"
    assert late["certain"]["overdue"] == [{"ge": 180}]
    assert [part["overdue"] for part in late["possible_parts"]] == [[{"ge": 31, "le": 179}]]


def test_the_members_of_facts_are_english_whatever_the_language() -> None:
    found = difference(named("tianxing"), named("xiaohua"))
    one, other = diff_json(found, "en"), diff_json(found, "zh")
    for english, chinese in zip(one["regions"], other["regions"], strict=True):
        assert english["where"] == chinese["where"]
        assert english["witness"] == chinese["witness"]
        assert english["text"] != chinese["text"]


def test_equal_policies_are_equivalent_and_complete() -> None:
    found = diff_json(difference(named("tianxing"), named("tianxing")))
    assert (found["equivalent"], found["complete"], found["regions"]) == (True, True, [])


def test_the_relations_of_a_comparison_are_a_square_of_signs() -> None:
    found = compare_json(comparison(policies([MEASURED[2], MEASURED[1], MEASURED[2]])))
    assert found["relations"] == ["=>=", "<=<", "=>="]
    assert found["classes"] == [[0, 2], [1]]
    assert found["stricter"] == [[0, 1]]


def test_a_dispute_has_one_column_for_each_policy() -> None:
    found = compare_json(comparison(policies(MEASURED)))
    assert found["disputes"]
    for dispute in found["disputes"]:
        assert len(dispute["policies"]) == len(dispute["verdicts"]) == 3
        for column, verdict in zip(dispute["policies"], dispute["verdicts"], strict=True):
            assert verdict in [said["verdict"] for said in column]


def test_a_breach_cites_the_clauses_of_both_sides() -> None:
    found = compare_json(comparison(policies(MEASURED[:1]), [named(MEASURED[2])]))
    (against,) = found["against"]
    assert against["complies"] is False
    told = [
        ([r["rule"] for r in b["policy_rules"]], [r["rule"] for r in b["statute_rules"]])
        for b in against["breaches"]
    ]
    assert told == [(["r3"], ["g1"]), (["r2"], ["g2"]), (["r3"], ["g2"]), (["r1"], ["g3"])]
    clauses = against["clauses"]["breaches"]
    assert [(c["rule"]["rule"], c["cases"]) for c in clauses] == [
        ("g1", [0]),
        ("g2", [1, 2]),
        ("g3", [3]),
    ]
    assert clauses[2]["text"] == ["contact(borrower, sms) even when time from 22:00 to 08:00"]
    assert [c["certainty"] for c in clauses] == ["certain"] * 3
