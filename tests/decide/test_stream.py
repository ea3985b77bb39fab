"""Lines of cases: each says what the single case says, however it is come by."""

import json
from random import Random
from typing import Any

import pytest
from hypothesis import given

from policyc.decide import forgetful, quick_keys
from policyc.decide.decision_json import Renderer, compact
from policyc.decide.exact_json import as_object, read_pairs
from policyc.decide.findings import CaseError
from policyc.decide.stream import LineDecider
from tests.decide.lender import COMPLETE, point
from tests.strategies.core import randoms

ASKS: list[Any] = [
    *("contact(borrower, phone)", "contact(borrower, sms)", "contact(emergency, phone)"),
    *("联系(本人, 电话)", "contact(employer, sms)", "report", "contact(borrower)", "contact"),
    *("contact(nobody)", "report(1)", "", None, 5),
]
VALUES: dict[str, list[Any]] = {
    "overdue": [0, 1, 7, 8, 20, 89, 90, 91, 3650, 3651, -1, 1.5, 20.0, "20", "3 weeks", True, "x"],
    "逾期": [5, None],
    "unreachable": [10, 72, 73, "73h", "4 days", 72.5, None, "", []],
    "amount": [0, 10_000, 10_001, 10_000.01, 0.001, "12_000 CNY", "5 USD", 10**41],
    "instalment": [1_000, 0, 1_000.0],
    "identified": [True, False, "yes", "no", 1, 0, None],
    "time": ["10:00", "20:00", "21:30", "7:59", "24:00", 36_000, None],
    "status": ["borrower", "本人", "nobody", 1],
    "grace": [1, 3, 10, 11],
    "ever(notice)": [True, False, None],
    "since(notice)": ["never", 3, None],
    "count(contact(any, phone), today)": [0, 2, 3, 4, -1],
    "次数(联系(任何, 电话), 今日)": [0],
    "count(contact(any, phone), this week)": [0, 3, 7, -1, 1.5, "2"],
    "count(contact(borrower, phone), last 7 days, for each debt)": [0, 7],
    "count(consent, since withdrawal)": [0, 1],
    "ever(stop_request(same target))": [True, False],
    "ever(stop_request(borrower))": [True, False],
    "id": [1, "a", None, True, {}],
    "debt": ["A", 1, None, True],
    "borrower": ["B"],
    "now": ["2025-05-06T10:00", "x"],
    "history": [[], [{"at": "2025-05-06T09:00", "action": "notice", "debt": "A"}], 5],
    "overdu": [1],
}


def random_line(random: Random) -> str:
    """A line, most of it right: complete or not, keys in any order, now and then a mess."""
    case: dict[str, Any] = {k: v for k, v in COMPLETE.items() if random.random() < 0.9}
    case["ask"] = random.choice(ASKS[:6] if random.random() < 0.8 else ASKS)
    for key in random.sample(list(VALUES), random.choice((0, 1, 2, 4))):
        case[key] = random.choice(VALUES[key])
    items = list(case.items())
    random.shuffle(items)
    text = json.dumps(dict(items), ensure_ascii=random.random() < 0.5)
    match random.randrange(30):
        case 0:
            return text[: random.randrange(len(text))]
        case 1:
            return text[:-1] + ', "overdue": 5}'
        case 2:
            return f" {text}\t"
        case 3:
            return f"[{text}]"
        case _:
            return text


def slowly(line: str, language: str = "en") -> str | list[str]:
    """What the single case says, or the codes of what is wrong with it."""
    try:
        case = point().read(as_object(read_pairs(line)))
        if case.asked is None:
            return ["no-action"]
        decisions = [point().decide(action, case) for action in point().actions(case.asked)]
        renderer = Renderer(point().policy, "zh" if language == "zh" else "en")
        return compact(renderer.answer(case.asked, decisions, case.identity))
    except CaseError as error:
        return [finding.code.name for finding in error.findings]


def quickly(decider: LineDecider, line: str) -> str | list[str]:
    try:
        return decider.answer(line)
    except CaseError as error:
        return [finding.code.name for finding in error.findings]


@pytest.mark.property
@given(randoms())
def test_a_line_says_what_its_case_says(random: Random) -> None:
    decider = LineDecider(point(), "zh")
    for _ in range(20):
        line = random_line(random)
        assert quickly(decider, line) == slowly(line, "zh"), line


def test_most_lines_need_no_second_look() -> None:
    decider = LineDecider(point())
    line = json.dumps({"ask": "contact(borrower, phone)", **COMPLETE})
    assert decider._quickly(line) == slowly(line)
    partial = json.dumps({"ask": "contact(borrower, phone)", "overdue": 5, "time": "10:00"})
    assert decider._quickly(partial) == slowly(partial)


def test_what_is_asked_may_be_said_once_for_all_lines() -> None:
    decider = LineDecider(point(), asked="contact(borrower, phone)")
    said = json.loads(decider.answer(json.dumps(COMPLETE)))
    assert said["action"] == "contact(borrower, phone)"
    other = json.loads(decider.answer(json.dumps({**COMPLETE, "ask": "report"})))
    assert other["action"] == "report"


def test_the_identity_of_a_case_is_handed_through() -> None:
    decider = LineDecider(point(), asked="report")
    said = [json.loads(decider.answer(json.dumps({**COMPLETE, "id": i}))) for i in ("甲", 7)]
    assert [answer["id"] for answer in said] == ["甲", 7]


def test_a_pattern_is_answered_action_by_action_the_same_together() -> None:
    evening = {**COMPLETE, "ever(stop_request(same target))": True, "overdue": 0}
    said = json.loads(LineDecider(point(), asked="contact(any, sms)").answer(json.dumps(evening)))
    assert said["schema"] == "decisions/1"
    assert [answer.pop("actions") for answer in said["decisions"]] == [
        ["contact(borrower, sms)"],
        ["contact(emergency, sms)"],
        ["contact(employer, sms)"],
    ]
    quiet = {key: value for key, value in COMPLETE.items() if key != "unreachable"}
    named = json.loads(LineDecider(point(), asked="contact").answer(json.dumps(quiet)))
    answers = [{**answer, "actions": None} for answer in named["decisions"]]
    assert all(answer not in answers[:place] for place, answer in enumerate(answers))
    listed = [action for answer in named["decisions"] for action in answer["actions"]]
    assert sorted(listed) == sorted(map(str, point().actions("contact")))


def test_a_stream_without_end_is_remembered_only_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forgetful, "REMEMBERED", 10)
    monkeypatch.setattr(quick_keys, "REMEMBERED", 10)
    decider = LineDecider(point(), asked="contact(borrower, phone)")
    for minute in range(60):
        beyond = f"count(contact(any), last {minute + 1}min)"
        case = {**COMPLETE, "time": f"10:{minute:02}", "overdue": minute, beyond: 0}
        line = json.dumps(case)
        assert decider.answer(line) == slowly(line.replace("{", '{"ask": "联系(本人, 电话)", ', 1))
    assert all(len(key.texts) <= 10 for key in decider._keys.values())
    assert len(decider._keys) <= 10
    assert len(decider._keys.more) <= 10
    (telling,) = decider._tellings.values()
    assert len(telling._answered) <= 10


def test_however_an_action_is_written_it_is_made_ready_once() -> None:
    decider = LineDecider(point())
    for asked in ("contact(borrower, phone)", "contact( borrower ,phone)", "联系(本人, 电话)"):
        decider.answer(json.dumps({"ask": asked, **COMPLETE}))
    assert len(decider._tellings) == 3
    assert len(set(map(id, decider._tellings.values()))) == 1
