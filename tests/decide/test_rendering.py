"""Decisions as people and programs read them."""

import json
from random import Random
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from syrupy.assertion import SnapshotAssertion

import policyc
from policyc.analyse.reports.layout import wrapped
from policyc.core.policy import Verdict
from policyc.decide import partial
from policyc.decide.decision import Decision
from policyc.decide.decision_json import Renderer
from policyc.decide.decision_text import decisions_text, why_not_text
from policyc.decide.exact_json import as_object, read_pairs
from policyc.decide.findings import CaseError
from policyc.decide.grouping import patterns_of
from policyc.decide.stream import LineDecider
from policyc.diagnostics.diagnostic import Language
from policyc.resources import schemas_folder
from policyc.space.undecided import Undecided
from tests.decide.lender import COMPLETE, decided, point
from tests.decide.test_stream import random_line
from tests.engines.python.modules import decider
from tests.strategies.core import randoms

SCHEMAS: dict[str, Any] = {
    name: json.loads((schemas_folder() / name).read_text("utf-8"))
    for name in ("decision-1.json", "decisions-1.json", "refusal-1.json", "compiled-1.json")
}
REGISTRY: Registry[Any] = Registry().with_resources(
    (name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items()
)
CAPPED = {**COMPLETE, "count(contact(any, phone), today)": 3}
CASES: dict[str, tuple[str, dict[str, object]]] = {
    "allowed": ("contact(borrower, phone)", COMPLETE),
    "forbidden": ("contact(borrower, phone)", {**CAPPED, "time": "21:00"}),
    "overridden": ("contact(borrower, phone)", {**CAPPED, "count(consent, since withdrawal)": 1}),
    "rebuttable": (
        "contact(borrower, phone)",
        {**COMPLETE, "count(contact(borrower, phone), last 7 days, for each debt)": 9},
    ),
    "silent": ("contact(borrower, sms)", COMPLETE),
    "required": ("report", {**COMPLETE, "overdue": 91}),
    "recommended": ("report", COMPLETE),
    "discouraged": ("contact(borrower, sms)", {**COMPLETE, "overdue": 2}),
    "undetermined": ("contact(emergency, phone)", {"unreachable": 100, "identified": False}),
    "open term": ("contact(borrower, sms)", {"overdue": 5, "ever(stop_request(borrower))": False}),
    "nothing known": ("contact(borrower, phone)", {}),
}


def check(value: dict[str, Any]) -> None:
    """Raises where an object is not what the schema that it names says."""
    schema = SCHEMAS[value["schema"].replace("/", "-") + ".json"]
    Draft202012Validator(schema, registry=REGISTRY).validate(value)


def all_of(asked: str, given: dict[str, object]) -> list[Decision]:
    case = point().read(given)
    return [point().decide(action, case) for action in point().actions(asked)]


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_decision_as_text(name: str, language: Language, snapshot: SnapshotAssertion) -> None:
    asked, given = CASES[name]
    assert decisions_text(point().policy, all_of(asked, given), language) == snapshot


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_pattern_as_text(language: Language, snapshot: SnapshotAssertion) -> None:
    decisions = all_of("contact", {**COMPLETE, "identified": None})
    assert decisions_text(point().policy, decisions, language) == snapshot


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("wanted", "action"),
    [
        (Verdict.ALLOWED, "contact(borrower, phone)"),
        (Verdict.FORBIDDEN, "contact(borrower, phone)"),
        (Verdict.ALLOWED, "contact(employer, sms)"),
        (Verdict.ALLOWED, "contact(emergency, sms)"),
    ],
)
def test_why_not_as_text(
    wanted: Verdict, action: str, language: Language, snapshot: SnapshotAssertion
) -> None:
    given = {key: value for key, value in CAPPED.items() if key != "ever(notice)"}
    (ground,) = point().actions(action)
    case = point().read(given)
    found = point().why_not(ground, case, wanted)
    assert why_not_text(point().decide(ground, case), found, language) == snapshot


@pytest.mark.parametrize("name", CASES)
def test_a_decision_as_json(name: str, snapshot: SnapshotAssertion) -> None:
    asked, given = CASES[name]
    (decision,) = all_of(asked, given)
    value = Renderer(point().policy).decision(decision)
    check(value)
    assert json.dumps(value, indent=1, ensure_ascii=False) == snapshot


def test_the_nearest_change_as_json() -> None:
    (ground,) = point().actions("contact(borrower, phone)")
    case = point().read({**COMPLETE, "overdue": 3, "amount": "12_000.50 CNY"})
    decision = point().decide(ground, case)
    found = point().why_not(ground, case, Verdict.ALLOWED)
    value = Renderer(point().policy).decision(decision, why_not=found)
    check(value)
    (change,) = value["why_not"]["changes"]
    assert change == {"fact": "overdue", "from": 3, "to": 8, "stated": True}
    assert value["why_not"]["case"]["amount"] == pytest.approx(12_000.5, abs=0)
    assert value["why_not"]["case"]["time"] == "10:00"
    replayed = as_object(read_pairs(json.dumps(value["why_not"]["case"])))
    assert decided(replayed["ask"], replayed).verdict is Verdict.ALLOWED


@pytest.mark.property
@given(randoms())
def test_whatever_is_decided_is_what_the_schema_says(random: Random) -> None:
    try:
        check(json.loads(LineDecider(point()).answer(random_line(random))))
    except CaseError:
        return


def test_a_question_that_is_too_large_is_said_to_be_open(monkeypatch: pytest.MonkeyPatch) -> None:
    why = "too many combinations of unknown facts"
    monkeypatch.setattr(partial, "possibilities", lambda *_: Undecided(why))
    (decision,) = all_of("contact(borrower, phone)", {"time": "21:00"})
    assert (decision.verdict, decision.outcomes, decision.why) == (Verdict.UNDETERMINED, (), why)
    assert [clause.rule for clause in decision.rules] == ["quiet"]
    value = Renderer(point().policy, "zh").decision(decision)
    check(value)
    assert (value["residual"], value["undecided"]) == (None, "未知事实的组合过多")
    assert why in decisions_text(point().policy, [decision])


def test_a_fact_that_takes_a_person_is_marked() -> None:
    policy = policyc.read(
        "fact heavy: yes/no, by judgement\nwhen heavy then forbid contact(borrower)"
    )
    said = policy.decide("contact(borrower, sms)")
    assert "heavy (by judgement)" in policy.text(said)
    assert "heavy（凭判断）" in policy.text(said, language="zh")


def test_the_schemas_are_schemas() -> None:
    for schema in SCHEMAS.values():
        Draft202012Validator.check_schema(schema)


def test_a_residual_is_a_sentence_with_the_longest_condition_left_out() -> None:
    given = {**COMPLETE, "unreachable": 100, "amount": 20_000, "ever(notice)": None}
    (decision,) = all_of("contact(emergency, sms)", given)
    english = Renderer(point().policy).decision(decision)
    chinese = Renderer(point().policy, "zh").decision(decision)
    assert english["residual"] == "allowed if ever(notice); forbidden otherwise"
    assert chinese["residual"] == "若发生过(通知)，则允许；否则禁止"
    assert [o["when"] for o in english["outcomes"]] == ["not ever(notice)", "ever(notice)"]


@pytest.mark.property
@given(randoms())
def test_patterns_cover_just_the_actions_that_they_stand_for(random: Random) -> None:
    signature = point().policy.vocabulary.actions["contact"]
    every = list(signature.ground())
    chosen = [action for action in every if random.random() < 0.5]
    patterns = patterns_of(signature, chosen)
    covered = [action for action in every for p in patterns if p.covers(action)]
    assert covered == chosen
    assert len(patterns) <= len(chosen)


def test_how_well_a_source_is_attested_is_told() -> None:
    text = """
    source law "The Act" official
    source report "A report" secondary
    source rumour "A rumour" unverified
    source note "A note"
    forbid threaten
      cite law "1" cite report "2" cite rumour cite note "3"
    """
    policy = policyc.read(text)
    decision = policy.decide("threaten")
    told = "sources  law (official text), report (reported by others), rumour (not verified)\n"
    assert told in decisions_text(policy.core, [decision])
    chinese = "来源  law（官方文本）、report（他人转述）、rumour（未经核实）\n"
    assert chinese in decisions_text(policy.core, [decision], "zh")
    value = Renderer(policy.core).decision(decision)
    check(value)
    given = [source["attestation"] for source in value["rules"][0]["sources"]]
    assert given == ["official", "secondary", "unverified", None]
    compiled = decider(policy.core)("threaten", {})
    check(compiled)
    assert compiled["rules"] == value["rules"]


def test_lines_are_folded_below_their_text() -> None:
    decisions = all_of("contact(emergency, phone)", {})
    folded = decisions_text(
        point().policy, decisions, fold=lambda text, head: wrapped(text, 40, head)
    )
    lines = folded.splitlines()
    assert max(map(len, lines)) <= 40
    plain = decisions_text(point().policy, decisions)
    assert " ".join(folded.split()) == " ".join(plain.split())
    place = next(i for i, line in enumerate(lines) if line.startswith("  not stated  "))
    assert lines[place + 1].startswith(" " * len("  not stated  "))
