"""Modules as programs: cases in, decisions out."""

from fractions import Fraction
from pathlib import Path
from typing import Any

from policyc.core.conditions import ALWAYS, Within
from policyc.core.numbers import Interval, NumberSet
from tests.engines.python.modules import asking, program


def test_as_a_program_it_decides_one_case_a_line(tmp_path: Path) -> None:
    guard = Within("unreachable", NumberSet((Interval(Fraction(1, 2)),)))
    lines = [
        '{"ask": "contact(phone)", "unreachable": 0.5}',
        "",
        '{"ask": "联系(短信)", "unreachable": 0}',
    ]
    status, answers = program(asking(guard), tmp_path, lines)
    assert status == 0
    assert [answer["verdict"] for answer in answers] == ["forbidden", "silent"]
    rule: dict[str, Any] = {
        "rule": "asking",
        "effect": "forbid",
        "title": None,
        "sources": [],
        "deadline": None,
    }
    assert answers[0] == {
        "schema": "compiled/1",
        "policy": "p",
        "version": {"effective": None, "until": None},
        "action": "contact(phone)",
        "verdict": "forbidden",
        "rules": [rule],
        "defeated": [],
        "duties": [],
        "rebuttable": False,
        "residual": None,
        "possible_rules": [],
        "depends_on": [],
        "open_terms": [],
        "undecided": None,
    }


def test_as_a_program_it_says_in_its_place_what_is_wrong_with_a_line(tmp_path: Path) -> None:
    lines = [
        "nonsense",
        "[1]",
        '{"overdue": 3}',
        '{"ask": "contact(phone)", "history": []}',
        '{"ask": "contact(phone)", "overdue": 1e400}',
        '{"ask": "contact(phone)", "overdue": 3E2}',
        '{"ask": "contact(phone)", "overdue": 3, "overdue": 4}',
        "[" * 100_000,
        '{"ask": "threaten"}',
    ]
    status, answers = program(asking(ALWAYS), tmp_path, lines)
    assert status == 2
    assert [answer.get("line") for answer in answers] == [1, 2, 3, 4, 5, None, 7, 8, None]
    assert [answer.get("error") for answer in answers] == [
        "this line is no JSON object",
        "this line is no JSON object",
        '`ask` names the action: "ask": "…"',
        "nothing is derived from a history here: state the counts and times themselves",
        "`overdue` is a number of days, not `1e400`",
        None,
        "a key stands there twice",
        "this line is no JSON object",
        None,
    ]
    status, answers = program(asking(ALWAYS), tmp_path, lines, "--lang", "zh")
    assert status == 2
    assert [answer.get("error") for answer in answers] == [
        "此行不是 JSON 对象",
        "此行不是 JSON 对象",
        '“ask”应为要问的行为："ask": "…"',
        "此程序不从历史记录推算：请直接给出次数和时间",
        "“overdue”应为以 天 为单位的数，不能是 `1e400`",
        None,
        "同一个键出现了两次",
        "此行不是 JSON 对象",
        None,
    ]


def test_what_a_case_calls_itself_comes_back_with_its_answer(tmp_path: Path) -> None:
    lines = [
        '{"id": 7, "ask": "contact(phone)"}',
        '{"id": {"row": 8}, "ask": "sue"}',
        '{"id": null, "ask": "contact(phone)", "now": "2025-01-01"}',
        '{"ask": "contact(phone)"}',
    ]
    _, answers = program(asking(ALWAYS), tmp_path, lines)
    assert [answer.get("id", "none") for answer in answers] == [7, {"row": 8}, None, "none"]
    assert [answer.get("line") for answer in answers] == [None, 2, 3, None]


def test_one_wrong_line_is_enough_for_the_exit_code_and_stops_no_other_line(
    tmp_path: Path,
) -> None:
    lines = ['{"ask": "sue"}', '{"ask": "contact(phone)"}']
    status, answers = program(asking(ALWAYS), tmp_path, lines)
    assert status == 2
    assert answers[0] == {"line": 1, "error": "the policy has no action `sue`"}
    assert answers[1]["verdict"] == "forbidden"


def test_an_exponent_is_written_out_as_long_as_the_number_can_be_shown(tmp_path: Path) -> None:
    lines = [f'{{"ask": "contact(phone)", "amount": 1e{power}}}' for power in (59, 61, -61)]
    _, answers = program(asking(ALWAYS), tmp_path, lines)
    assert [answer.get("error") for answer in answers] == [
        None,
        "`amount` is a number of CNY, not `1e61`",
        "`amount` is a number of CNY, not `1e-61`",
    ]
