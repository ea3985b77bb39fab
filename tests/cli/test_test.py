"""`policyc test`."""

import json
from xml.etree import ElementTree as ET  # the tests read what they wrote

import pytest

from tests.cli.calling import Shell

GOOD = """
rule reminders: when overdue in 1..7 then allow contact(borrower, sms)

test "a reminder":
  given overdue = 3
  expect contact(borrower, sms) allowed
"""
BAD = GOOD.replace("overdue = 3", "overdue = 8")


def test_all_as_expected_exits_with_0(shell: Shell) -> None:
    shell.write("good.policy", GOOD)
    called = shell.call("test", "good.policy")
    assert (called.code, called.err) == (0, "")
    assert called.out == "good  good.policy  1 test: as expected\n\n1 test: as expected\n"


def test_a_failed_test_exits_with_1(shell: Shell) -> None:
    shell.write("bad.policy", BAD)
    called = shell.call("test", "bad.policy")
    assert (called.code, called.err) == (1, "")
    assert "error[wrong-verdict]" in called.out


def test_a_failed_proof_exits_with_1(shell: Shell) -> None:
    shell.write("bad.policy", GOOD + "prove contact(borrower) is never allowed\n")
    called = shell.call("test", "bad.policy")
    assert called.code == 1
    assert called.out.endswith("1 test, 1 proof: 1 not as expected\n")


def test_an_error_in_a_policy_exits_with_1(shell: Shell) -> None:
    shell.write("broken.policy", GOOD.replace("overdue in", "overdu in"))
    called = shell.call("test", "broken.policy")
    assert called.code == 1
    assert "error[unknown-fact]" in called.out


def test_a_file_that_cannot_be_read_exits_with_2_after_the_others_were_tested(
    shell: Shell,
) -> None:
    shell.write("good.policy", GOOD)
    called = shell.call("test", "good.policy", "missing.policy")
    assert called.code == 2
    assert "missing.policy" in called.err
    assert "1 test: as expected" in called.out


def test_a_folder_is_tested_with_everything_below_it(shell: Shell) -> None:
    (shell.folder / "inner").mkdir()
    shell.write("good.policy", GOOD)
    shell.write("inner/other.policy", GOOD)
    called = shell.call("test", ".")
    assert called.out.endswith("2 tests: as expected\n")


def test_json_is_one_object_and_nothing_else(shell: Shell) -> None:
    shell.write("bad.policy", BAD)
    called = shell.call("test", "bad.policy", "--format", "json", "--coverage", "--mutate")
    found = json.loads(called.out)
    assert called.code == 1
    assert found["schema"] == "test/1"
    assert found["passed"] is False
    assert found["coverage"][0]["policy"] == found["mutation"][0]["policy"] == "bad"


def test_junit_is_written_beside_the_report(shell: Shell) -> None:
    shell.write("bad.policy", BAD)
    called = shell.call("test", "bad.policy", "--junit", "report.xml")
    assert called.code == 1
    root = ET.parse(shell.folder / "report.xml").getroot()  # noqa: S314  # written by us
    assert root.get("failures") == "1"


def test_a_report_that_cannot_be_written_is_a_wrong_call(shell: Shell) -> None:
    shell.write("good.policy", GOOD)
    called = shell.call("test", "good.policy", "--junit", "no/such/folder.xml")
    assert called.code == 2
    assert "`no/such/folder.xml` cannot be written" in called.err
    assert "as expected" in called.out


VERSIONS = """
policy firm
uses collection
effective 2024-01-01 until 2025-01-01
rule one: allow outsource

policy firm
uses collection
effective 2025-01-01
rule one: forbid outsource

scenarios asking
uses collection
scenario "one":
  given overdue = 1
  ask outsource
  expect firm allowed
"""


@pytest.mark.parametrize(("day", "code"), [("2024-12-31", 0), ("2025-01-01", 1)])
def test_on_chooses_the_version(day: str, code: int, shell: Shell) -> None:
    shell.write("firm.policy", VERSIONS)
    assert shell.call("test", "firm.policy", "--on", day).code == code


@pytest.mark.parametrize(
    "arguments",
    [("--format", "yaml"), ("--lang", "fr"), ("--on", "yesterday"), ("--nonsense",)],
)
def test_wrong_usage_exits_with_2_and_says_why(arguments: tuple[str, ...], shell: Shell) -> None:
    shell.write("good.policy", GOOD)
    called = shell.call("test", "good.policy", *arguments)
    assert called.code == 2
    assert called.out == ""
    assert called.err.startswith("policyc: ")


def test_the_report_is_chinese_where_that_is_asked_for(shell: Shell) -> None:
    shell.write("good.policy", GOOD)
    assert shell.call("test", "good.policy", "--lang", "zh").out.endswith("1个测试：全部符合预期\n")


def test_coverage_and_mutation_are_shown_only_where_asked_for(shell: Shell) -> None:
    shell.write("good.policy", GOOD)
    plain = shell.call("test", "good.policy").out
    whole = shell.call("test", "good.policy", "--coverage", "--mutate").out
    assert "what the tests try" not in plain
    assert "what the tests try of good" in whole
    assert "small changes of good" in whole
