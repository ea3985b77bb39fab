"""Which version of a policy a test is about."""

from datetime import date
from pathlib import Path

from tests.testing.running import WORDS, codes, findings, report

VERSIONS = """
policy firm
uses calling
effective 2024-01-01 until 2025-01-01
rule calls: allow contact(borrower, phone)
{first}
policy firm
uses calling
effective 2025-01-01
rule calls: forbid contact(borrower, phone)
{second}
"""

SCENARIOS = """
scenarios asking
uses calling
scenario "a call":
  {on}
  given overdue = 1
  ask contact(borrower, phone)
  expect firm {verdict}
"""


def asking(verdict: str, on: str = "") -> str:
    return SCENARIOS.format(verdict=verdict, on=on)


def versions(first: str = "", second: str = "") -> str:
    return VERSIONS.format(first=first, second=second)


def test_a_scenario_asks_the_version_of_the_day(tmp_path: Path) -> None:
    firm, asked = versions(), asking("allowed")
    assert report(tmp_path, firm=firm, asking=asked, day=date(2024, 12, 31)).passed
    assert codes(report(tmp_path, firm=firm, asking=asked, day=date(2025, 1, 1))) == [
        "wrong-verdict"
    ]


def test_the_day_that_a_scenario_says_comes_before_that_of_the_run(tmp_path: Path) -> None:
    asked = asking("allowed", on="on 2024-06-01")
    assert report(tmp_path, firm=versions(), asking=asked, day=date(2025, 6, 1)).passed


def test_a_test_in_a_policy_is_about_that_version_whatever_the_day(tmp_path: Path) -> None:
    test = 'test "{0}":\n  given overdue = 1\n  expect contact(borrower, phone) {1}'
    firm = versions(test.format("old", "allowed"), test.format("new", "forbidden"))
    assert report(tmp_path, firm=firm, day=date(2030, 1, 1)).passed


def test_a_table_in_a_policy_that_names_it_is_about_that_version(tmp_path: Path) -> None:
    table = (
        'table "calls":\n  ask contact(borrower, phone)\n'
        "  | overdue | firm      |\n  | 1       | {} |"
    )
    firm = versions(table.format("allowed  "), table.format("forbidden"))
    assert report(tmp_path, firm=firm, day=date(2030, 1, 1)).passed


def test_a_test_on_a_day_that_its_version_does_not_see_fails(tmp_path: Path) -> None:
    late = 'test "late":\n  on 2025-03-01\n  given overdue = 1\n  expect contact(borrower) silent'
    found = report(tmp_path, firm=versions(late))
    assert codes(found) == ["not-in-force"]


def test_where_no_version_is_in_force_the_periods_are_listed(tmp_path: Path) -> None:
    found = report(tmp_path, firm=versions(), asking=asking("silent", on="on 2023-05-01"))
    (finding,) = findings(found)
    assert finding.message() == "no version of `firm` is in force on 2023-05-01"
    assert finding.help() == (
        "its versions: effective 2024-01-01 until 2025-01-01, effective 2025-01-01; "
        "`on DATE` in a test, or `--on DATE`, chooses one"
    )


def test_a_policy_of_several_versions_is_named_with_its_first_day(tmp_path: Path) -> None:
    found = report(tmp_path, firm=versions(), asking=asking("silent"))
    assert "`firm@2025-01-01` says `forbidden`" in findings(found)[0].message()


def test_a_scenario_finds_a_policy_as_uses_does_from_where_it_stands(tmp_path: Path) -> None:
    near = "policy firm\nuses calling\nrule calls: require contact(borrower, phone)\n"
    found = report(
        tmp_path,
        files={"firm": versions(), "inner/firm": near, "inner/asking": asking("required")},
    )
    assert found.passed


def test_a_policy_with_errors_cannot_be_asked(tmp_path: Path) -> None:
    broken = "policy firm\nuses calling\nrule calls: allow call\n"
    found = report(tmp_path, firm=broken, asking=asking("silent"))
    assert codes(found) == ["broken-document"]


def test_a_scenario_in_other_words_than_the_policys_is_told_so(tmp_path: Path) -> None:
    hourly = WORDS.replace('overdue "逾期": days from 0 to 3650', 'overdue "逾期": hours')
    hourly = hourly.replace("vocabulary calling", "vocabulary hourly")
    firm = "policy firm\nuses hourly\nrule calls: when overdue > 3h then allow outsource\n"
    found = report(tmp_path, hourly=hourly, firm=firm, asking=asking("silent"))
    (finding,) = findings(found)
    assert finding.message() == "`overdue` means something else in `firm` than here"


def test_an_action_that_the_policys_words_do_not_have_is_no_silence(tmp_path: Path) -> None:
    few = "vocabulary few\nsubject borrower\naction wave\nfact overdue: days\n"
    firm = "policy firm\nuses few\nrule waves: allow wave\n"
    found = report(tmp_path, few=few, firm=firm, asking=asking("silent"))
    assert codes(found) == ["unknown-to-policy"]


def test_a_value_outside_what_the_policys_fact_can_be_is_no_case(tmp_path: Path) -> None:
    short = WORDS.replace("from 0 to 3650", "from 0 to 30").replace("calling", "shortly")
    firm = "policy firm\nuses shortly\nrule calls: when overdue > 3 then allow outsource\n"
    asked = asking("silent").replace("overdue = 1", "overdue = 31")
    found = report(tmp_path, shortly=short, firm=firm, asking=asked)
    (finding,) = findings(found)
    assert finding.code.name == "impossible-case"
    assert "`overdue` lies from 0 days to 30 days" in finding.message()
