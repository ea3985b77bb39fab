"""Claims about every case: they hold, or a case against them is shown."""

from pathlib import Path

import pytest

from policyc.space.undecided import Undecided
from policyc.testing.reports.text import render
from tests.testing.running import findings, report

RULES = """
rule calls: when overdue >= 8 then allow contact(borrower, phone)
rule quiet: when time from 20:00 to 08:00 then forbid contact(any, phone)
"""


def test_a_claim_that_holds_passes(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        RULES,
        """
prove "never in the evening": contact(any, phone) is always forbidden when time >= 20:00
prove contact(borrower, phone) is not allowed when overdue < 8
""",
    )
    assert [claim.passed for claim in found.proofs] == [True, True]
    assert found.passed


def test_a_claim_that_fails_shows_a_case_that_is_a_test(tmp_path: Path) -> None:
    claim = 'prove "no calls": contact(borrower, phone) is never allowed\n'
    found = report(tmp_path, RULES, claim)
    (finding,) = findings(found)
    assert not found.passed
    assert finding.code.name == "failed-proof"
    assert finding.message() == (
        "this does not hold in every case: "
        "for `contact(borrower, phone)` `lender` may say `allowed`"
    )
    (decides,) = finding.related
    assert finding.remark(decides).startswith("this rule decides, given `overdue = ")
    english, chinese = finding.case("en"), finding.case("zh")
    assert english is not None
    assert english.startswith('test "no calls":\n  given ')
    assert report(tmp_path, RULES, english).passed
    assert chinese is not None
    assert chinese.startswith('测试 "no calls":\n  给定 ')
    assert report(tmp_path, RULES, chinese).passed


def test_a_counterexample_states_only_what_matters(tmp_path: Path) -> None:
    found = report(tmp_path, RULES, "prove contact(borrower, sms) is always allowed\n")
    (claim,) = found.proofs
    assert claim.counterexample is not None
    assert claim.counterexample.facts == {}
    (finding,) = claim.failures
    assert finding.related == ()


def test_a_counterexample_states_the_claims_own_condition(tmp_path: Path) -> None:
    claim = """
prove "4": contact(any, phone) is never forbidden when time from 08:00 to 21:30 and identified
"""
    rules = "rule always: forbid contact(any, phone)\n"
    (claimed,) = report(tmp_path, rules, claim).proofs
    assert claimed.counterexample is not None
    facts = claimed.counterexample.facts
    assert facts.keys() == {"time", "identified"}
    assert facts["identified"] is True
    (finding,) = claimed.failures
    test = finding.case("en")
    assert test is not None
    assert "identified" in test
    assert report(tmp_path, rules, test).passed


def test_a_claim_speaks_only_of_the_policys_scope(tmp_path: Path) -> None:
    rules = "scope: identified\nrule one: forbid outsource\n"
    assert report(tmp_path, rules, "prove outsource is always forbidden\n").passed


def test_the_proofs_of_a_policy_with_errors_are_not_tried(tmp_path: Path) -> None:
    rules = "rule one: when overdu > 3 then allow outsource\n"
    assert report(tmp_path, rules, "prove outsource is never allowed\n").proofs == ()


def test_a_claim_that_was_not_settled_fails_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "policyc.testing.proofs.prove", lambda *_: Undecided("the search budget ran out")
    )
    found = report(tmp_path, RULES, "prove contact(borrower, sms) is never allowed\n")
    (finding,) = findings(found)
    assert finding.code.name == "open-proof"
    assert finding.message().endswith("the search budget ran out")
    assert not found.passed


def test_a_claim_about_no_case_is_doubted(tmp_path: Path) -> None:
    claim = 'prove "v": contact(borrower, phone) is allowed when overdue < 3 and overdue > 5\n'
    found = report(tmp_path, RULES, claim)
    (claimed,) = found.proofs
    (doubt,) = claimed.doubts
    assert found.passed
    assert doubt.code.name == "empty-proof"
    assert doubt.span is not None
    assert doubt.span.text.startswith('prove "v"')
    assert "warning[empty-proof]: no case of `lender` satisfies" in render(found)


def test_a_claim_outside_scope_or_assumptions_is_about_no_case(tmp_path: Path) -> None:
    rules = "scope: identified\nassume overdue >= 3\nrule one: forbid outsource\n"
    claims = """
prove outsource is always forbidden when overdue >= 3
prove outsource is never forbidden when not identified
prove outsource is never forbidden when overdue < 3
"""
    doubts = [claim.doubts for claim in report(tmp_path, rules, claims).proofs]
    assert [bool(found) for found in doubts] == [False, True, True]


def test_a_claim_may_ask_about_the_same_target_as_the_action(tmp_path: Path) -> None:
    rules = "rule r: when ever(stop_request(same target)) then forbid contact(any)\n"
    claims = """
prove contact(any, sms) is silent when identified and not ever(stop_request(same target))
prove contact(any, sms) is always forbidden when ever(stop_request(same target))
prove contact(employer, sms) is always forbidden when ever(stop_request(employer))
prove "any": contact(any, sms) is always forbidden when ever(stop_request(any))
"""
    found = report(tmp_path, rules, claims)
    assert [claim.passed for claim in found.proofs] == [True, True, True, False]
    assert [claim.doubts for claim in found.proofs] == [()] * 4
    test = found.proofs[-1].failures[0].case("en")
    assert test is not None
    assert report(tmp_path, rules, test).passed


def test_a_claim_about_an_action_without_a_target_cannot_say_the_same(tmp_path: Path) -> None:
    claim = "prove outsource is silent when ever(stop_request(same target))\n"
    found = report(tmp_path, RULES, claim)
    assert [finding.code.name for finding in found.errors] == ["same-out-of-place"]
