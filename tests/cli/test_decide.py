"""`policyc decide`: a case, a pattern, many cases; what it says where it cannot."""

import io
import json
import sys
from typing import Protocol

import pytest

from policyc.cli import cases
from tests.cli.calling import Called, Shell
from tests.decide.test_rendering import check

TEXT = """policy lender "放贷人"
uses collection
rule calls "calls": when overdue in 8..30 then allow contact(borrower, phone)
rule cap: limit contact(any, phone) to 3 per day
rule night: when time from 20:00 to 08:00 then forbid contact(any, phone)
"""
TODAY = "count(contact(any, phone), today)"
COMPLETE = {"overdue": 20, "time": "10:00", TODAY: 0}
ASK = "contact(borrower, phone)"


class Deciding(Protocol):
    """Runs `policyc decide` with these arguments and this on standard input."""

    def __call__(self, *arguments: str, given: str = "") -> Called: ...


@pytest.fixture
def decide(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Deciding:
    """The command in a folder with the lender's policy."""
    shell.write("lender.policy", TEXT)

    def run(*arguments: str, given: str = "") -> Called:
        bytes_given = io.BytesIO(given.encode("utf-8", "surrogateescape"))
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(bytes_given))
        return shell.call("decide", *arguments)

    return run


def test_a_case_is_decided_from_what_is_given(decide: Deciding) -> None:
    found = decide("lender", ASK, "--given", f"overdue = 20, time = 10:00, {TODAY} = 0")
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith("contact(borrower, phone) is allowed by lender.\n")
    assert "calls “calls” allows it" in found.out


def test_the_answer_may_be_chinese(decide: Deciding) -> None:
    found = decide("lender", "联系(本人, 电话)", "--given", "逾期 = 20", "--lang", "zh")
    assert "不能确定" in found.out
    assert "当地时间" in found.out


def test_facts_may_come_from_a_file_and_from_the_line(decide: Deciding, shell: Shell) -> None:
    shell.write("case.json", json.dumps({"ask": ASK, **COMPLETE}))
    whole = decide("lender", "--facts", "case.json", "--format", "json")
    assert json.loads(whole.out)["verdict"] == "allowed"
    piped = decide("lender", "--facts", "-", "--format", "json", given=json.dumps({"overdue": 20}))
    assert piped.code == 2
    shell.write("part.json", json.dumps({"overdue": 20, "time": "10:00"}))
    joined = decide("lender", ASK, "--facts", "part.json", "--given", f"{TODAY} = 3")
    assert "is forbidden" in joined.out
    twice = decide("lender", ASK, "--facts", "part.json", "--given", "overdue = 3")
    assert (twice.code, "stated twice" in twice.err, twice.out) == (2, True, "")


def test_a_pattern_is_answered_for_each_action(decide: Deciding) -> None:
    found = decide("lender", "contact(borrower)", "--given", "overdue = 20, time = 21:00")
    assert "lender is silent about contact(borrower, not phone)" in found.out
    assert "contact(borrower, phone) is forbidden by lender" in found.out
    value = json.loads(decide("lender", "contact(borrower)", "--format", "json").out)
    assert value["schema"] == "decisions/1"


def test_why_not_names_the_nearest_change(decide: Deciding) -> None:
    given = f"overdue = 5, time = 10:00, {TODAY} = 0"
    found = decide("lender", ASK, "--given", given, "--why-not", "allowed")
    assert found.out.endswith("it would be allowed with:\n  overdue = 8 days instead of 5 days\n")
    value = json.loads(
        decide("lender", ASK, "--given", given, "--why-not", "允许", "--format", "json").out
    )
    assert [change["fact"] for change in value["why_not"]["changes"]] == ["overdue"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("lender",), "name an action"),
        (("lendr", ASK), "[no-such-policy]"),
        (("lender", "contact(borower)"), "[unknown-member]"),
        (("lender", ASK, "--given", "overdu = 3"), "[unknown-fact]"),
        (("lender", ASK, "--given", "overdue ="), "the text stops here, before it is complete"),
        (("lender", ASK, "--given", "overdue = 3 CNY"), "write a value like `16 days`"),
        (("lender", ASK, "--given", "overdue = "), "[unfinished-statement]"),
        (("lender", ASK, "--facts", "absent.json"), "[unreadable-file]"),
        (("lender", ASK, "--cases", "absent.jsonl"), "[unreadable-file]"),
        (("lender", ASK, "--cases", "."), "[unreadable-file]"),
        (("lender", ASK, "--why-not", "permitted"), "--why-not cannot be `permitted`"),
        (("lender", "contact(borrower)", "--why-not", "allowed"), "[not-ground]"),
        (("lender", ASK, "--cases", "x", "--given", "overdue = 3"), "--cases goes with neither"),
        (("lender", ASK, "--format", "xml"), "--format cannot be `xml`"),
        (("lender", ASK, "--on", "someday"), "no date"),
        (("lender", ASK, "--given", "instalment = 0 CNY"), "[contradictory-facts]"),
    ],
)
def test_a_wrong_question_is_answered_with_what_is_wrong(
    decide: Deciding, arguments: tuple[str, ...], said: str
) -> None:
    found = decide(*arguments)
    assert (found.code, found.out) == (2, "")
    assert said in found.err


def test_a_policy_with_a_mistake_decides_nothing(decide: Deciding, shell: Shell) -> None:
    shell.write("wrong.policy", "when overdu > 3 then allow outsource")
    found = decide("wrong", "outsource")
    assert (found.code, found.out) == (1, "")
    assert "[unknown-fact]" in found.err


def lines(*given: object) -> str:
    return "".join(json.dumps(case, ensure_ascii=False) + "\n" for case in given)


def test_each_line_says_what_the_single_case_says_in_its_order(
    decide: Deciding, shell: Shell
) -> None:
    given = [
        {"ask": ASK, **COMPLETE, "overdue": overdue, "id": overdue} for overdue in (20, 5, None, 9)
    ]
    many = decide("lender", "--cases", "-", given=lines(*given))
    assert (many.code, many.err) == (0, "")
    answers = [json.loads(line) for line in many.out.splitlines()]
    assert [answer.get("id") for answer in answers] == [20, 5, None, 9]
    for case, answer in zip(given, answers, strict=True):
        shell.write("one.json", json.dumps(case))
        alone = json.loads(decide("lender", "--facts", "one.json", "--format", "json").out)
        assert alone == answer


def test_a_bad_line_is_told_by_its_number_and_the_others_go_on(decide: Deciding) -> None:
    good = lines({**COMPLETE})
    given = f"{good}nonsense\n\n{lines({'overdue': -1})}{good}"
    found = decide("lender", ASK, "--cases", "-", given=given)
    assert found.code == 1
    answers = [json.loads(line) for line in found.out.splitlines()]
    assert [a.get("line", a.get("verdict")) for a in answers] == ["allowed", 2, 4, "allowed"]
    first, second = found.err.splitlines()
    assert first.startswith("<stdin>:2: error[not-json]: ")
    assert second.startswith("<stdin>:4: error[out-of-bounds]: `overdue` is -1 days")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_bad_line_is_answered_with_what_is_wrong_and_the_help(
    decide: Deciding, language: str
) -> None:
    given = lines({"id": "A-17", "overdu": 3, "ask": ASK})
    found = decide("lender", "--cases", "-", "--lang", language, given=given)
    answer = json.loads(found.out)
    check(answer)
    assert (answer["schema"], answer["id"], answer["line"]) == ("refusal/1", "A-17", 1)
    (wrong,) = answer["findings"]
    assert wrong["code"] == "unknown-fact"
    assert "`overdue`" in wrong["help"]
    help_ = f"（{wrong['help']}）" if language == "zh" else f" ({wrong['help']})"
    assert found.err.rstrip("\n").endswith(wrong["message"] + help_)


@pytest.mark.parametrize("line", ['{"id": 7', '{"id": [7], "x": 1}', "[7]", '{"id": 1, "id": 2}'])
def test_a_line_whose_identity_cannot_be_made_out_has_its_number(
    decide: Deciding, line: str
) -> None:
    answer = json.loads(decide("lender", ASK, "--cases", "-", given=f"\n{line}\n").out)
    check(answer)
    assert (answer["line"], "id" in answer) == (2, False)


def test_a_line_in_which_a_key_is_repeated_is_refused_soon(decide: Deciding) -> None:
    many = ", ".join(f'"k{i}": 1' for i in range(100_000))
    answer = json.loads(decide("lender", ASK, "--cases", "-", given=f'{{{many}, "k99999": 2}}').out)
    assert [found["code"] for found in answer["findings"]] == ["repeated-key"]


def test_lines_may_end_in_any_way_and_begin_with_a_mark(decide: Deciding) -> None:
    one = json.dumps(COMPLETE)
    found = decide("lender", ASK, "--cases", "-", given=f"\ufeff{one}\r\n  {one}  \n{one}")
    assert (found.code, len(found.out.splitlines())) == (0, 3)


def test_a_tally_counts_verdicts_and_the_rules_they_rest_on(decide: Deciding) -> None:
    given = lines(
        {"ask": ASK, **COMPLETE},
        {"ask": ASK, **COMPLETE, "time": "21:00"},
        {"ask": ASK, **COMPLETE, "time": "21:00", TODAY: 3},
        {"ask": "contact(any, phone)", "time": "21:00"},
        {"ask": "contakt"},
    )
    found = decide("lender", "--cases", "-", "--tally", given=given)
    assert found.code == 1
    members = len(json.loads(found.out.splitlines()[3])["decisions"][0]["actions"])
    assert found.err.splitlines()[1:] == [
        f"{3 + members} decisions, 1 line without one",
        f"  forbidden {2 + members}",
        f"    night {2 + members}",
        "    cap 1",
        "  allowed 1",
        "    calls 1",
    ]
    assert "共" in decide("lender", "--cases", "-", "--tally", "--lang", "zh", given=given).err


def test_only_many_cases_are_tallied(decide: Deciding) -> None:
    found = decide("lender", ASK, "--tally")
    assert found.code == 2
    assert "--tally goes with --cases only" in found.err


def test_a_line_that_is_no_utf8_is_told(decide: Deciding) -> None:
    found = decide("lender", ASK, "--cases", "-", given="{}\n\udcff\n")
    assert found.code == 1
    assert json.loads(found.out.splitlines()[1])["findings"][0]["code"] == "not-utf8"
    assert found.err.startswith("<stdin>:2: error[not-utf8]")


def test_a_line_that_is_too_long_is_skipped_whole(
    decide: Deciding, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cases, "LONGEST", 100)
    monkeypatch.setattr(cases, "CHUNK", 64)
    one = json.dumps({"overdue": 5})
    found = decide("lender", ASK, "--cases", "-", given=f"{one}\n{'x' * 1000}\n{one}\n{'y' * 500}")
    assert ["findings" in json.loads(line) for line in found.out.splitlines()] == [
        False, True, False, True,
    ]  # fmt: skip
    assert [line[:20] for line in found.err.splitlines()] == [
        "<stdin>:2: error[too",
        "<stdin>:4: error[too",
    ]


def test_what_a_bad_line_holds_cannot_act_on_a_terminal(decide: Deciding) -> None:
    found = decide("lender", ASK, "--cases", "-", given=lines({"\x1b[2J": 1}))
    assert "\x1b" not in found.err


def test_an_empty_text_states_nothing(decide: Deciding) -> None:
    assert decide("lender", ASK, "--given", " ") == decide("lender", ASK)


def test_a_case_without_a_question_or_a_name_is_told(decide: Deciding) -> None:
    found = decide("lender", "--cases", "-", given=lines({"ask": " "}, {"ask": ASK, "": 3}))
    first, second = found.err.splitlines()
    assert "error[no-action]" in first
    assert "error[not-a-statement-of-fact]" in second


def test_a_file_of_cases_that_cannot_be_read_to_its_end_is_told(
    decide: Deciding, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Torn(io.BytesIO):
        def read1(self, size: int | None = -1, /) -> bytes:  # noqa: ARG002  # of a stream
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(cases, "standard_input", Torn)
    found = decide("lender", ASK, "--cases", "-")
    assert (found.code, found.out) == (2, "")
    assert "cannot be read: Input/output error" in found.err
