"""Histories, and what the expressions of the language make of them."""

from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given

from policyc.core.actions import Ground
from policyc.core.axes import History, Value
from policyc.decide.cases import Case
from policyc.decide.summary import with_history
from tests.decide.lender import case, decided, point, problems
from tests.decide.looking_back import Noted, value
from tests.strategies.core import randoms

CALL = "contact(borrower, phone)"
CALLER = Ground("contact", ("borrower", "phone"))
TODAY = "count(contact(any, phone), today)"
WEEK = "count(contact(any, phone), this week)"
MONTH = "count(contact(any, phone), this month)"
DAY = "count(contact(any, phone), last 24h)"
SEVEN = "count(contact(any, phone), last 7 days)"
MONTHS = "count(contact(any, phone), last 3 months)"
ALL = "count(contact(any, phone))"
HOURS = "since(conversation(borrower))"
DAYS = "days_since(conversation(borrower))"


def entries(*times: str, action: str = CALL) -> list[dict[str, Any]]:
    return [{"at": at, "action": action} for at in times]


def said(expression: str, now: str, history: list[dict[str, Any]], **more: Any) -> Value:
    """What a history says of one expression."""
    found = case({"now": now, "history": history, **more})
    axis = point().reader.facts.axis(expression)
    assert not isinstance(axis, tuple)
    assert isinstance(axis.origin, History)
    assert found.past is not None
    return found.past.value(expression, axis.origin)


@pytest.mark.parametrize(
    ("expression", "inside", "outside"),
    [
        (TODAY, "2025-05-07T00:00", "2025-05-06T23:59"),
        (WEEK, "2025-05-05T00:00", "2025-05-04T23:59"),
        (MONTH, "2025-05-01T00:00", "2025-04-30T23:59"),
        (DAY, "2025-05-06T10:31", "2025-05-06T10:30"),
        (SEVEN, "2025-04-30T10:31", "2025-04-30T10:30"),
        (MONTHS, "2025-02-07T10:31", "2025-02-07T10:30"),
        ("count(contact(any, phone), last 1 year)", "2024-05-07T10:31", "2024-05-07T10:30"),
    ],
)
def test_a_window_ends_now_and_begins_where_it_says(
    expression: str, inside: str, outside: str
) -> None:
    now = "2025-05-07T10:30"
    assert said(expression, now, entries(inside, now)) == 2
    assert said(expression, now, entries(outside)) == 0
    assert said(ALL, now, entries(inside, outside)) == 2


def test_a_month_before_its_last_day_is_the_last_day_of_a_shorter_month() -> None:
    one = "count(contact(any, phone), last 1 month)"
    assert said(one, "2025-03-31T10:00", entries("2025-02-28T10:01")) == 1
    assert said(one, "2025-03-31T10:00", entries("2025-02-28T10:00")) == 0


def test_the_week_begins_on_monday_also_across_the_year() -> None:
    assert said(WEEK, "2025-01-01T10:00", entries("2024-12-30T00:00", "2024-12-29T23:59")) == 1


def test_elapsed_time_is_exact_and_days_are_of_the_calendar() -> None:
    talked = entries("2025-05-05T23:50", action="conversation(borrower)")
    assert said(HOURS, "2025-05-06T00:20", talked) == pytest.approx(0.5, abs=0)
    assert said(DAYS, "2025-05-06T00:20", talked) == 1
    assert said(HOURS, "2025-05-06T00:20", []) is None
    assert said(DAYS, "2025-05-06T00:20", []) is None


def test_the_order_of_the_list_tells_what_came_after_at_the_same_time() -> None:
    both = entries("2025-05-05T10:00", action="withdrawal")
    given = entries("2025-05-05T10:00", action="consent")
    expression = "count(consent, since withdrawal)"
    assert said(expression, "2025-05-06T10:00", both + given) == 1
    assert said(expression, "2025-05-06T10:00", given + both) == 0
    assert said(expression, "2025-05-06T10:00", given) == 1


def test_an_entry_counts_for_the_debt_that_it_is_about() -> None:
    expression = "count(contact(borrower, phone), last 7 days, for each debt)"
    history = [
        {**entry, "debt": debt}
        for entry, debt in zip(entries(*["2025-05-05T10:00"] * 3), ("A", "B", "A"), strict=True)
    ]
    now = "2025-05-06T10:00"
    assert said(expression, now, history, debt="A") == 2
    assert said(expression, now, history, 债务="B") == 1
    assert said(TODAY, "2025-05-05T10:00", history, debt="A") == 3


def test_which_debt_is_asked_only_where_it_matters() -> None:
    history = entries("2025-05-05T10:00")
    given = {"now": "2025-05-06T10:00", "history": history}
    assert problems(given, CALL) == ["missing-subject"]
    assert problems({**given, "debt": "A"}, CALL) == ["missing-subject"]
    assert problems({**given, "history": []}, CALL) == []
    assert problems(given, "contact(emergency, sms)") == []


def test_entries_about_another_borrower_do_not_count() -> None:
    history = [{**entry, "borrower": 7} for entry in entries("2025-05-06T09:00")]
    assert said(TODAY, "2025-05-06T10:00", history, borrower=7) == 1
    assert said(TODAY, "2025-05-06T10:00", history, borrower=8) == 0
    given = {"now": "2025-05-06T10:00", "history": history, "debt": "A"}
    assert problems(given, "contact(emergency, phone)") == ["missing-subject"]


def test_the_proposed_action_s_own_argument_is_looked_for() -> None:
    stopped = entries("2025-05-05T10:00", action="stop_request(borrower)")
    given = {"now": "2025-05-06T10:00", "history": stopped, "overdue": 5}
    assert decided("contact(borrower, sms)", given).verdict.value == "forbidden"
    assert [c.rule for c in decided("contact(emergency, sms)", given).rules] == ["emergency"]


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ({"at": "2025-05-06T10:01", "action": CALL}, "after-now"),
        ({"at": "2025-05-06", "action": CALL}, "no-moment"),
        ({"at": "2025-05-06 25:00", "action": CALL}, "no-moment"),
        ({"at": 5, "action": CALL}, "no-moment"),
        ({"action": CALL}, "no-moment"),
        ({"at": "2025-05-06T09:00"}, "not-an-event"),
        ({"at": "2025-05-06T09:00", "action": CALL, "event": "notice"}, "not-an-event"),
        ({"at": "2025-05-06T09:00", "action": CALL, "debts": "A"}, "not-an-event"),
        ({"at": "2025-05-06T09:00", "action": CALL, "debt": 1.5}, "not-a-subject"),
        ({"at": "2025-05-06T09:00", "action": CALL, "debt": True}, "not-a-subject"),
        ({"at": "2025-05-06T09:00", "action": "contact(borrower)"}, "not-ground"),
        ({"at": "2025-05-06T09:00", "action": "contact(borower, sms)"}, "unknown-member"),
        ({"at": "2025-05-06T09:00", "action": 5}, "not-an-action"),
        ({"at": "2025-05-06T09:00+08:00", "action": CALL}, "mixed-offsets"),
        ("yesterday", "not-an-event"),
    ],
)
def test_an_entry_that_says_nothing_clear_is_reported(entry: Any, code: str) -> None:
    assert problems({"now": "2025-05-06T10:00", "history": [entry]}) == [code]


def test_every_wrong_entry_is_reported() -> None:
    history = [
        {"at": "x", "action": CALL},
        *entries("2025-05-06T09:00"),
        {"at": "2025-05-06T09:00"},
    ]
    assert problems({"now": "2025-05-06T10:00", "history": history}) == [
        "no-moment",
        "not-an-event",
    ]


def test_a_history_needs_a_now_and_is_a_list() -> None:
    assert problems({"history": []}) == ["history-without-now"]
    assert problems({"now": "2025-05-06T10:00", "history": "none"}) == ["not-an-event"]
    assert problems({"now": "2025-05-06T10:00"}) == []


def test_what_is_stated_besides_a_history_must_agree_with_it() -> None:
    history = [{**entry, "debt": "A"} for entry in entries("2025-05-06T09:00")]
    given = {"now": "2025-05-06T10:00", "history": history, "debt": "A"}
    assert problems({**given, TODAY: 1}, CALL) == []
    assert problems({**given, TODAY: 2}, CALL) == ["stated-otherwise"]
    assert problems({**given, "ever(stop_request(same target))": True}, CALL) == [
        "stated-otherwise"
    ]


THINGS = (
    *("contact(borrower, sms)", "contact(borrower, phone)", "contact(employer, phone)"),
    *("conversation(borrower)", "stop_request(borrower)", "notice", "consent", "withdrawal"),
)


def random_history(random: Random) -> tuple[datetime, list[Noted]]:
    """A moment and what happened before it, much of it at the ends of windows."""
    now = datetime.fromisoformat("2025-01-31T10:30") + timedelta(hours=random.randrange(8_760))
    noted = []
    for _ in range(random.choice((0, 1, 3, 6))):
        back = random.choice((0, 60, 1439, 1440, 1441, 7 * 1440, 7 * 1440 + 1, 31 * 1440))
        at = now - timedelta(minutes=back if random.random() < 0.5 else random.randint(0, back))
        if random.random() < 0.2:
            at = at.replace(hour=0, minute=0)
        (what,) = point().reader.asker._grounds("", random.choice(THINGS), action=False)
        noted.append(Noted(at, what, random.choice("AB")))
    return now, noted


def stated(now: datetime, noted: list[Noted], debt: str) -> Case:
    """The history as a case in JSON states it."""
    history = [{"at": n.at.isoformat(), "action": str(n.what), "debt": n.debt} for n in noted]
    return case({"now": now.isoformat(), "history": history, "debt": debt})


@pytest.mark.property
@given(randoms())
def test_a_decision_from_a_history_is_the_decision_from_what_it_amounts_to(random: Random) -> None:
    now, noted = random_history(random)
    debt = random.choice("AB")
    told = stated(now, noted, debt)
    derived = with_history(point().policy, CALLER, {}, told.past)
    asked = {k: a.origin for k, a in point().policy.axes.items() if isinstance(a.origin, History)}
    for key, history in asked.items():
        if "same" not in key:
            assert derived[key] == value(history, now, noted, debt), key
    facts = case({"overdue": random.randint(0, 120), "identified": True, "time": "10:00"})
    summed = Case({**facts.values, **derived}, facts.axes)
    both = Case(facts.values, facts.axes, told.past)
    assert point().decide(CALLER, both) == point().decide(CALLER, summed)
