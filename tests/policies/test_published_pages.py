"""The two published pages that the library begins with: each statement is accounted for."""

import re
from datetime import date

import pytest

from policyc.diagnostics.diagnostic import Severity
from policyc.library.project import Project, open_project
from policyc.resources import library_folder
from policyc.testing.report import Report
from policyc.testing.suite import Wanted, run_suite

PAGES = ("tianxing", "xiaohua")
DAY = date(2025, 6, 1)


@pytest.fixture(scope="module")
def project() -> Project:
    return open_project([library_folder() / f"{name}.policy" for name in PAGES])


@pytest.fixture(scope="module")
def report(project: Project) -> Report:
    return run_suite(project, DAY, Wanted(coverage=True, mutation=True))


@pytest.mark.parametrize(("page", "numbers"), [("xiaohua", "CN-A"), ("tianxing", "CN-B")])
def test_every_numbered_statement_stands_beside_what_it_became(page: str, numbers: str) -> None:
    text = (library_folder() / f"{page}.policy").read_text("utf-8")
    found = {int(n) for n in re.findall(rf"\b{numbers}-(\d+)\b", text)}
    count = {"CN-A": 13, "CN-B": 19}[numbers]
    assert found == set(range(1, count + 1))


def test_nothing_in_them_is_an_error(project: Project) -> None:
    assert [f for f in project.findings if f.severity is Severity.ERROR] == []


def test_everything_that_they_say_cites_its_place(project: Project) -> None:
    for document in project.documents:
        policy = document.policy
        assert policy is not None
        uncited = [rule.name for rule in policy.rules.values() if not rule.citations]
        uncited += [each.statement for each in policy.unmodelled if not each.citations]
        assert uncited == []


def test_their_tests_and_proofs_come_out(report: Report) -> None:
    assert [f.message() for item in report.items for f in item.failures] == []
    assert len(report.tests) > 40
    assert len(report.proofs) >= 5


def test_their_tests_try_every_effect_condition_and_threshold(report: Report) -> None:
    assert report.coverage is not None
    assert {c.subject.name: c.complete for c in report.coverage} == dict.fromkeys(PAGES, True)


def test_their_tests_notice_every_small_change_of_a_verdict(report: Report) -> None:
    assert report.mutation is not None
    assert {m.subject.name: len(m.survivors) for m in report.mutation} == dict.fromkeys(PAGES, 0)
