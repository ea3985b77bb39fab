"""The report of a run as a person reads it."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from policyc.analyse.reports.style import Style
from policyc.core.policy import Verdict
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.terminal import columns
from policyc.testing.report import Report
from policyc.testing.reports.text import render
from policyc.testing.suite import Wanted
from policyc.wording.verdicts import verdict_word
from tests.testing.running import report

RULES = """
rule reminders "第一周短信提醒":
  when overdue in 1..7 then allow contact(borrower, sms)
rule calls:
  when overdue >= 8 then allow contact(borrower, phone)
rule quiet:
  when time from 20:00 to 08:00 then forbid contact(any, phone) unless identified
term late: days from 30 to 90, unspecified
rule agency: when overdue >= late then allow outsource

test "a reminder on the first day":
  given overdue = 1
  expect contact(borrower, sms) allowed by reminders

test "a call in the evening":
  given overdue = 10, time = 21:00, not identified
  expect contact(borrower, phone) allowed by calls
  expect contact(borrower, sms) allowed

test "some call":
  given overdue = 10
  expect contact(borrower, phone) allowed

test "day 40 is late":
  given overdue = 40
  expect outsource allowed

prove "nobody is called at night":
  contact(any, phone) is always forbidden when time from 22:00 to 06:00
"""

OTHER = """
policy other
uses calling
rule calls: when overdue >= 8 then allow contact(borrower, phone)
rule cap: limit contact(any, phone) to 1 per day
"""

SCENARIOS = """
scenarios asking "并排比较"
uses calling

scenario "a call in the morning of day 10, the first one":
  given overdue = 10, time = 10:00, identified
  ask contact(borrower, phone)
  expect lender allowed
  expect other allowed

table "hours":
  given overdue = 10, not identified
  ask contact(borrower, phone)
  | time  | lender    | other   |
  | 07:59 | forbidden | -       |
  | 08:00 | forbidden | allowed |
"""


@pytest.fixture
def found(tmp_path: Path) -> Report:
    wanted = Wanted(coverage=True, mutation=True)
    return report(tmp_path, RULES, other=OTHER, asking=SCENARIOS, wanted=wanted)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_report_shows_documents_tables_coverage_mutants_failures_and_counts(
    language: Language, found: Report, snapshot: SnapshotAssertion
) -> None:
    assert render(found, language, Style(width=100)) == snapshot


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [60, 100])
def test_the_columns_of_a_table_stand_under_one_another(
    language: Language, width: int, found: Report
) -> None:
    lines = render(found, language, Style(width=width)).splitlines()
    start = next(
        i for i, line in enumerate(lines) if line.startswith("asking ") and "other" in line
    )
    at = columns(lines[start].partition("other")[0])
    said = [_cut(line, at) for line in lines[start + 1 : start + 5] if columns(line) > at]
    word = verdict_word(Verdict.ALLOWED, language)
    assert [right for _, right in said] == [f"{word} ✓", word, f"{word} ✓"]
    assert all(left.endswith("  ") for left, _ in said)
    assert max(columns(line) for line in lines[start : start + 5]) <= width


def _cut(line: str, at: int) -> tuple[str, str]:
    """A line cut at a column."""
    for place in range(len(line) + 1):
        if columns(line[:place]) == at:
            return line[:place], line[place:]
    raise AssertionError(f"no character begins at column {at}: {line}")


def test_a_report_is_the_same_without_colour_but_for_the_colour(found: Report) -> None:
    plain = render(found, "en", Style(width=100))
    coloured = render(found, "en", Style(width=100, colour=True))
    for sequence in (
        "\033[0m",
        "\033[1m",
        "\033[2m",
        "\033[1;31m",
        "\033[34m",
        "\033[31m",
        "\033[36m",
    ):
        coloured = coloured.replace(sequence, "")
    assert [line.rstrip() for line in coloured.splitlines()] == plain.splitlines()


def test_what_acts_on_a_terminal_is_shown_and_not_sent(tmp_path: Path) -> None:
    test = 'test "bell \a and \x1b[31m red":\n  given overdue = 1\n  expect outsource allowed\n'
    text = render(report(tmp_path, "rule one: forbid outsource\n" + test))
    assert "\a" not in text
    assert "\x1b" not in text
    assert "bell ␇ and ␛[31m red" in text


def test_a_run_without_tests_says_so(tmp_path: Path) -> None:
    text = render(report(tmp_path, "rule one: forbid outsource\n"))
    assert text == "no tests, scenarios or proofs here\n"


def test_a_document_with_errors_is_listed_with_what_is_wrong(tmp_path: Path) -> None:
    text = render(report(tmp_path, "rule one: when overdu > 3 then forbid outsource\n"))
    assert "error[unknown-fact]" in text
    assert "lender  lender.policy  has errors, so nothing of it was tested" in text
