"""The report of a run as build servers read it."""

from pathlib import Path
from xml.etree import ElementTree as ET  # the tests read what they wrote

import pytest

from policyc.diagnostics.diagnostic import Language
from policyc.testing.reports.junit import render
from tests.testing.running import report
from tests.testing.test_text import OTHER, RULES, SCENARIOS

COUNTS = ("tests", "failures", "errors")


def suites(text: str) -> ET.Element:
    return ET.fromstring(text.encode())  # noqa: S314  # written a moment ago, by us


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_document_is_a_suite_and_each_test_and_proof_a_case(
    language: Language, tmp_path: Path
) -> None:
    root = suites(render(report(tmp_path, RULES, other=OTHER, asking=SCENARIOS), language))
    assert root.tag == "testsuites"
    counted = {suite.get("name"): [suite.get(c) for c in COUNTS] for suite in root}
    assert counted == {"lender": ["5", "4", "0"], "asking": ["3", "1", "0"]}
    assert [root.get(c) for c in COUNTS] == ["8", "5", "0"]


def test_the_counts_are_those_of_the_elements(tmp_path: Path) -> None:
    for suite in suites(render(report(tmp_path, RULES, asking=SCENARIOS, other=OTHER))):
        assert int(suite.get("tests", "")) == len(suite.findall("testcase"))
        assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure"))
        assert int(suite.get("errors", "")) == len(suite.findall("testcase/error"))
        assert all(case.get("name") and case.get("classname") for case in suite)


def test_a_failure_has_the_code_the_message_and_the_place(tmp_path: Path) -> None:
    root = suites(render(report(tmp_path, RULES)))
    failure = root.find("testsuite/testcase[@name='some call']/failure")
    assert failure is not None
    assert failure.get("type") == "unknown-matters"
    assert "turns on what is not given here" in (failure.get("message") or "")
    assert "lender.policy:24:3: error[unknown-matters]" in (failure.text or "")


def test_a_proof_about_no_case_passes_with_a_remark(tmp_path: Path) -> None:
    proof = 'prove "ends": outsource is allowed when overdue < 3 and overdue > 5\n'
    (suite,) = suites(render(report(tmp_path, "rule one: forbid outsource\n" + proof)))
    assert [suite.get(c) for c in COUNTS] == ["1", "0", "0"]
    remark = suite.findtext("testcase/system-out") or ""
    assert "warning[empty-proof]: no case of `lender`" in remark


def test_a_document_with_errors_is_a_case_with_an_error(tmp_path: Path) -> None:
    rules = "rule one: when overdu > 3 then allow outsource\n"
    (suite,) = suites(render(report(tmp_path, rules)))
    assert [suite.get(c) for c in COUNTS] == ["1", "0", "1"]
    error = suite.find("testcase/error")
    assert error is not None
    assert error.get("type") == "unknown-fact"


def test_titles_cannot_break_the_form(tmp_path: Path) -> None:
    title = 'a < b & \\"c\\" ]]> \x1b[31m \x01 \ufffe \u202e'
    test = f'test "{title}":\n  given overdue = 1\n  expect outsource allowed\n'
    text = render(report(tmp_path, "rule one: forbid outsource\n" + test))
    (suite,) = suites(text)
    assert suite[0].get("name") == 'a < b & "c" ]]> ␛[31m ␁ \ufffd <U+202E>'
    assert "\x1b" not in text


def test_a_run_without_tests_is_an_empty_report(tmp_path: Path) -> None:
    root = suites(render(report(tmp_path, "rule one: forbid outsource\n")))
    assert list(root) == []
    assert [root.get(c) for c in COUNTS] == ["0", "0", "0"]
