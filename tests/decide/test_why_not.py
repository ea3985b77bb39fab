"""The nearest change of facts that gives another verdict."""

from policyc.api import read
from policyc.core.meaning import decide
from policyc.core.policy import Verdict
from policyc.decide.decision import WhyNot
from policyc.decide.decision_text import why_not_text
from tests.decide.lender import COMPLETE, point


def asked(action: str, given: dict[str, object], wanted: Verdict) -> WhyNot:
    (ground,) = point().actions(action)
    return point().why_not(ground, point().read(given), wanted)


def changes(found: WhyNot) -> dict[str, tuple[object, object]]:
    return {change.key: (change.before, change.after) for change in found.changes or ()}


def test_as_few_facts_change_by_as_little_as_gives_the_verdict() -> None:
    night = {**COMPLETE, "time": "21:00", "overdue": 7}
    found = changes(asked("contact(borrower, phone)", night, Verdict.ALLOWED))
    assert found.keys() == {"time", "overdue"}
    assert found["overdue"] == (7, 8)
    before, after = found["time"]
    assert before == 75_600
    assert isinstance(after, int)
    assert 71_900 <= after < 72_000


def test_the_whole_case_has_the_verdict() -> None:
    found = asked("contact(emergency, sms)", COMPLETE, Verdict.ALLOWED)
    (action,) = point().actions("contact(emergency, sms)")
    assert decide(point().policy, action, found.case).verdict is Verdict.ALLOWED


def test_a_fact_that_was_not_stated_is_told_apart() -> None:
    found = asked("contact(borrower, sms)", {}, Verdict.ALLOWED)
    assert {change.stated for change in found.changes or ()} == {False}


TERM = """
term x: days from 40 to 60, unspecified
rule late: when overdue >= x then allow contact(borrower, visit)
rule early: when x = 40 days and holiday then forbid contact(borrower, sms)
"""


def test_changes_suffice_for_every_value_of_an_open_term() -> None:
    policy = read(TERM)
    found = policy.why_not(Verdict.SILENT, "contact(borrower, visit)", overdue=60)
    assert changes(found) == {"overdue": (60, 39)}
    assert found.terms == {}
    found = policy.why_not(Verdict.ALLOWED, "contact(borrower, visit)", overdue=50)
    assert changes(found) == {"overdue": (50, 60)}
    assert found.terms == {}


def test_an_open_term_is_no_change_that_anybody_can_make() -> None:
    policy = read(TERM)
    found = policy.why_not(Verdict.FORBIDDEN, "contact(borrower, sms)", holiday=False)
    assert changes(found) == {"holiday": (False, True)}
    assert found.terms == {"x": 40}
    decision = policy.decide("contact(borrower, sms)", holiday=False)
    assert why_not_text(decision, found) == (
        "it would be forbidden with:\n  holiday instead of no\nif the text's x is 40 days\n"
    )
    found = policy.why_not(Verdict.FORBIDDEN, "contact(borrower, sms)", holiday=True)
    decision = policy.decide("contact(borrower, sms)", holiday=True)
    assert why_not_text(decision, found) == ("it would be forbidden if the text's x is 40 days\n")


def test_only_what_is_needed_has_to_be_stated() -> None:
    rules = """
rule a: when unreachable > 72h and identified and amount > 100 CNY then allow contact(emergency)
otherwise forbid contact(any)
"""
    found = read(rules).why_not(Verdict.FORBIDDEN, "contact(emergency, phone)", overdue=20)
    assert len(found.changes or ()) == 1


def test_a_verdict_that_no_case_has_is_said_to_be_out_of_reach() -> None:
    found = asked("contact(employer, sms)", COMPLETE, Verdict.ALLOWED)
    assert (found.changes, found.why) == (None, None)


def test_what_a_history_says_may_have_to_change_too() -> None:
    history = [
        {"at": f"2025-05-06T0{hour}:00", "action": "contact(employer, phone)", "debt": "A"}
        for hour in (7, 8, 9)
    ]
    stated = {k: v for k, v in COMPLETE.items() if "(" not in k}
    given = {**stated, "now": "2025-05-06T10:00", "history": history, "debt": "A"}
    found = asked("contact(borrower, phone)", given, Verdict.ALLOWED)
    assert changes(found) == {"count(contact(any, phone), today)": (3, 2)}
