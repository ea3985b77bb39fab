"""The nearest change of facts that gives another verdict."""

from policyc.core.meaning import decide
from policyc.core.policy import Verdict
from policyc.decide.decision import WhyNot
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
