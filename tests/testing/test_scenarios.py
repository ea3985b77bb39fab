"""Scenarios speak to several policies, and tell the whole story of the counts."""

from pathlib import Path

from policyc.analyse.reports.style import PLAIN
from policyc.core.policy import Verdict
from policyc.diagnostics.diagnostic import Language
from policyc.testing.answers import Answer
from policyc.testing.reports.grid_text import grid_lines
from tests.testing.running import codes, report

STRICT = """
policy strict
uses calling
rule cap: limit contact(any, phone) to 3 per day
rule calls: when overdue >= 8 then allow contact(borrower, phone)
"""
MILD = """
policy mild
uses calling
rule calls: when ever(notice) then allow contact(borrower, phone)
"""


def scenarios(body: str) -> str:
    return "scenarios asking\nuses calling\n" + body


def test_a_count_that_a_scenario_does_not_state_is_0(tmp_path: Path) -> None:
    body = """
scenario "a call":
  given overdue = 10
  ask contact(borrower, phone)
  expect strict allowed by calls
"""
    found = report(tmp_path, strict=STRICT, asking=scenarios(body))
    assert found.passed
    (said,) = found.tests[0].results[0].answers
    assert isinstance(said, Answer)
    assert said.assumed == ("count(contact(any, phone), today)",)


def test_a_count_that_a_test_of_a_policy_does_not_state_is_unknown(tmp_path: Path) -> None:
    test = 'test "a call":\n  given overdue = 10\n  expect contact(borrower, phone) allowed\n'
    found = report(tmp_path, strict=STRICT + test)
    assert codes(found) == ["unknown-matters"]


def test_a_count_that_a_scenario_states_is_not_0(tmp_path: Path) -> None:
    body = """
scenario "a fourth call":
  given overdue = 10, count(contact(any, phone), today) = 3
  ask contact(borrower, phone)
  expect strict forbidden by cap

scenario "what implies the count is enough":
  given overdue = 10, count(contact(borrower, phone), today) = 3
  ask contact(borrower, phone)
  expect strict forbidden by cap
"""
    assert report(tmp_path, strict=STRICT, asking=scenarios(body)).passed


def test_other_history_that_a_scenario_does_not_state_is_unknown(tmp_path: Path) -> None:
    body = """
scenario "a call":
  given overdue = 10
  ask contact(borrower, phone)
  expect mild silent
"""
    assert codes(report(tmp_path, mild=MILD, asking=scenarios(body))) == ["unknown-matters"]


def test_a_scenario_may_expect_what_its_unstated_counts_leave_undetermined(
    tmp_path: Path,
) -> None:
    body = """
scenario "a call":
  given overdue = 10
  ask contact(borrower, phone)
  expect strict undetermined
"""
    assert report(tmp_path, strict=STRICT, asking=scenarios(body)).passed


TABLE = """
table "calls":
  given overdue = 10, ever(notice)
  ask contact(borrower, phone)
  | count(contact(any, phone), today) | strict    | mild    |
  | 2                                 | allowed   | allowed |
  | 3                                 | forbidden | -       |
  | 4                                 | allowed   | silent  |
"""


def test_each_row_of_a_table_is_a_test_of_every_policy_in_its_heading(tmp_path: Path) -> None:
    found = report(tmp_path, strict=STRICT, mild=MILD, asking=scenarios(TABLE))
    assert [ran.test.title for ran in found.tests] == ["calls [1]", "calls [2]", "calls [3]"]
    assert [[r.passed for r in ran.results] for ran in found.tests] == [
        [True, True],
        [True],
        [False, False],
    ]


def test_the_grid_shows_what_each_policy_says_also_where_nothing_was_expected(
    tmp_path: Path,
) -> None:
    found = report(tmp_path, strict=STRICT, mild=MILD, asking=scenarios(TABLE))
    (grid,) = found.grids
    assert grid.policies == ("strict", "mild")
    first, second, third = grid.rows
    assert [cell.verdicts for cell in second.cells] == [(Verdict.FORBIDDEN,), (Verdict.ALLOWED,)]
    assert [cell.passed for cell in first.cells] == [True, True]
    assert [cell.passed for cell in second.cells] == [True, None]
    assert [cell.passed for cell in third.cells] == [False, False]
    assert [dict(row.varied) for row in grid.rows] == [
        {"count(contact(any, phone), today)": count} for count in (2, 3, 4)
    ]


def test_a_grid_lists_every_verdict_on_the_actions_asked_about(tmp_path: Path) -> None:
    body = """
scenario "every call":
  given overdue = 10, count(contact(any, phone), today) = 0
  ask contact(any, phone)
  expect strict silent
"""
    found = report(tmp_path, strict=STRICT, asking=scenarios(body))
    (row,) = found.grids[0].rows
    assert row.cells[0].verdicts == (Verdict.ALLOWED, Verdict.SILENT)
    assert row.cells[0].passed is False


def test_a_policy_that_cannot_be_asked_has_an_empty_cell(tmp_path: Path) -> None:
    body = """
scenario "a call":
  given overdue = 10, count(contact(any, phone), today) = 0
  ask contact(borrower, phone)
  expect strict allowed

scenario "another":
  given overdue = 10
  ask contact(borrower, sms)
  expect strict silent
  expect broken silent
"""
    broken = "policy broken\nuses calling\nrule calls: allow call\n"
    found = report(tmp_path, strict=STRICT, broken=broken, asking=scenarios(body))
    first, second = found.grids[0].rows
    assert [cell.verdicts for cell in first.cells] == [(Verdict.ALLOWED,), ()]
    assert [cell.passed for cell in second.cells] == [True, False]


ASKED = """
table "calls":
  given overdue = 10, ever(notice)
  | ask                      | count(contact(any, phone), today) | strict    |
  | contact(borrower, phone) | 2                                 | allowed   |
  | contact(any, sms)        | 2                                 | silent    |
"""


def grid_text(folder: Path, language: Language, body: str) -> list[str]:
    found = report(folder, strict=STRICT, asking=scenarios(body))
    return list(grid_lines(found.grids[0], language, PLAIN))


def test_rows_that_ask_about_other_actions_are_called_by_them(tmp_path: Path) -> None:
    _, title, first, second, *_ = grid_text(tmp_path, "en", ASKED)
    assert title == "calls"
    assert first.startswith("  contact(borrower, phone)  allowed")
    assert second.startswith("  contact(any, sms)         silent")


def test_they_are_called_in_chinese_by_their_labels(tmp_path: Path) -> None:
    assert grid_text(tmp_path, "zh", ASKED)[2].startswith("  联系(本人, 电话)")


def test_rows_that_ask_about_one_action_are_not_called_by_it(tmp_path: Path) -> None:
    body = ASKED.replace("contact(any, sms)       ", "contact(borrower, phone)").replace(
        "| 2                                 | silent ",
        "| 3                                 | forbidden",
    )
    first = grid_text(tmp_path, "en", body)[2]
    assert first.startswith("  count(contact(any, phone), today) = 2  allowed")
