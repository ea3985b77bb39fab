"""policyc as a library: its documentation holds, and importing it costs nothing."""

import doctest
import subprocess
import sys
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

import policyc
from policyc import api
from policyc.core.policy import Verdict

CALLS = """
rule calls: when overdue in 8..30 then allow contact(borrower, phone)
rule cap: limit contact(any, phone) to 3 per day
rule late: when amount > 10 * instalment and unreachable > 72h then allow contact(emergency)
"""
TODAY = "count(contact(any, phone), today)"


@pytest.fixture
def policy() -> policyc.Policy:
    return policyc.read(CALLS, "calls")


@pytest.mark.parametrize("module", [api, policyc])
def test_the_samples_of_the_documentation_hold(module: object) -> None:
    found = doctest.testmod(module)  # type: ignore[arg-type]  # both are modules
    assert found.attempted > 2
    assert found.failed == 0


def test_importing_the_package_imports_nothing_else() -> None:
    code = "import sys, policyc; print([m for m in sys.modules if m.startswith('policyc.')])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_every_public_name_has_a_home_and_is_listed() -> None:
    assert all(getattr(policyc, name) is not None for name in policyc.__all__)
    assert set(policyc.__all__) <= set(dir(policyc))
    assert set(policyc._HOMES) == set(policyc.__all__)
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = policyc.no_such_name  # type: ignore[attr-defined]  # that is the point


def test_facts_go_by_keyword_label_or_mapping(policy: policyc.Policy) -> None:
    asked = "contact(borrower, phone)"
    assert policy.verdict(asked, {TODAY: 0}, overdue=20) is Verdict.ALLOWED
    assert policy.verdict("联系(本人, 电话)", {TODAY: 0}, 逾期="20天") is Verdict.ALLOWED
    assert policy.decide(asked, {TODAY: 0, "overdue": 20}).allowed
    assert not policy.decide(asked, {TODAY: 3, "overdue": 20}).allowed


def test_a_fact_that_is_given_twice_is_an_error(policy: policyc.Policy) -> None:
    with pytest.raises(policyc.CaseError, match="`overdue` is stated twice"):
        policy.decide("contact(borrower, phone)", {"overdue": 20}, overdue=20)


@pytest.mark.parametrize("amount", [Decimal("10000.01"), Fraction(1_000_001, 100), "10000.01 CNY"])
def test_numbers_are_exact(policy: policyc.Policy, amount: object) -> None:
    facts = {"amount": amount, "instalment": 1000, "unreachable": "73h"}
    assert policy.verdict("contact(emergency, sms)", facts) is Verdict.ALLOWED
    with pytest.raises(policyc.CaseError, match="binary fraction"):
        policy.verdict("contact(emergency, sms)", {**facts, "amount": 10000.01})


def test_a_history_may_stand_for_what_it_amounts_to(policy: policyc.Policy) -> None:
    times = ("2025-05-06T07:00", "2025-05-06T08:00", datetime.fromisoformat("2025-05-06T09:00"))
    calls = [{"at": at, "action": "contact(employer, phone)"} for at in times]
    asked, now = "contact(borrower, phone)", "2025-05-06T10:00"
    assert policy.verdict(asked, overdue=20, now=now, history=calls) is Verdict.FORBIDDEN
    assert policy.verdict(asked, overdue=20, now=now, history=calls[:2]) is Verdict.ALLOWED


def test_a_pattern_is_decided_action_by_action(policy: policyc.Policy) -> None:
    decisions = policy.decide_all("contact(borrower)", {TODAY: 0}, overdue=20)
    assert [str(d.action) for d in decisions if d.allowed] == ["contact(borrower, phone)"]
    assert "contact(borrower, not phone)" in policy.text(*decisions)


def test_the_nearest_change_is_told(policy: policyc.Policy) -> None:
    found = policy.why_not(Verdict.ALLOWED, "contact(borrower, phone)", {TODAY: 5}, overdue=31)
    assert {c.key: c.after for c in found.changes or ()} == {TODAY: 2, "overdue": 30}


def test_a_decision_becomes_the_object_that_the_command_prints(policy: policyc.Policy) -> None:
    value = policy.json(policy.decide("contact(borrower, phone)", {TODAY: 0}, overdue=20), "zh")
    assert (value["schema"], value["verdict"]) == ("decision/1", "allowed")


def test_a_compiled_policy_answers_quickly_and_takes_literals_too(policy: policyc.Policy) -> None:
    compiled = policy.compile()
    answer = compiled("contact(borrower, phone)", {"overdue": 20, TODAY: 3})
    assert (answer.verdict, answer.rules) == (Verdict.FORBIDDEN, ("calls", "cap"))
    again = compiled("contact(borrower, phone)", {"overdue": "20 days", TODAY: 3})
    assert again == answer
    with pytest.raises(policyc.CaseError, match="needs `count"):
        compiled("contact(borrower, phone)", {"overdue": 20})
    with pytest.raises(policyc.CaseError, match="it goes from"):
        compiled("contact(borrower, phone)", {"overdue": -1, TODAY: 3})


def test_a_mistake_in_a_policy_is_raised_with_its_findings() -> None:
    with pytest.raises(policyc.PolicyError, match="overdu") as caught:
        policyc.read("when overdu > 3 then allow contact(emergency)")
    assert [finding.code.name for finding in caught.value.findings] == ["unknown-fact"]


def test_a_text_without_a_policy_or_with_two_is_no_policy() -> None:
    with pytest.raises(policyc.PolicyError, match="holds no policy"):
        policyc.read("vocabulary words\nfact overdue: days")
    with pytest.raises(policyc.PolicyError, match="several policies"):
        policyc.read("policy a\nuses collection\nforbid threaten\npolicy b\nuses collection")


def test_a_policy_is_found_by_name_and_by_path_in_the_version_of_a_day(tmp_path: Path) -> None:
    (tmp_path / "lender.policy").write_text(
        "policy lender\nuses collection\neffective 2024-01-01 until 2025-01-01\nforbid threaten\n"
        "policy lender\nuses collection\neffective 2025-01-01\nforbid outsource\n",
        "utf-8",
    )
    old = policyc.load("lender", on="2024-06-01", folder=tmp_path)
    new = policyc.load(tmp_path / "lender.policy", on=date(2025, 1, 1))
    assert old.verdict("threaten") is Verdict.FORBIDDEN
    assert new.verdict("threaten") is Verdict.SILENT
    assert (old.name, old.label, old.core.period.end) == ("lender", None, date(2025, 1, 1))
    with pytest.raises(policyc.PolicyError, match="no version of `lender` is in force on 2023"):
        policyc.load("lender@2023-01-01", folder=tmp_path)
    with pytest.raises(policyc.PolicyError, match="there is no policy `lendr`"):
        policyc.load("lendr", folder=tmp_path)


def test_a_policy_lists_what_it_can_be_asked_about(policy: policyc.Policy) -> None:
    assert "contact(borrower, phone)" in policy.actions
    assert repr(policy) == "<policyc.Policy calls>"
