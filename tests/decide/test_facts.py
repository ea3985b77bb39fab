"""Facts as they are stated, to values; what is wrong in the words of whoever stated it."""

from datetime import date, time, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from policyc.core.axes import Value
from tests.decide.lender import case, messages, problems


@pytest.mark.parametrize(
    ("key", "given", "value"),
    [
        ("overdue", 20, 20),
        ("overdue", Decimal(20), 20),
        ("overdue", "20", 20),
        ("overdue", "20 days", 20),
        ("overdue", "2 weeks", 14),
        ("overdue", "20天", 20),
        ("逾期", 20, 20),
        ("unreachable", "73h", 73),
        ("unreachable", "4 days", 96),
        ("unreachable", "90min", Fraction(3, 2)),
        ("unreachable", "1h / 3", Fraction(1, 3)),
        ("unreachable", timedelta(minutes=90), Fraction(3, 2)),
        ("amount", "12_000 CNY", 12_000),
        ("amount", "¥12000", 12_000),
        ("amount", "12000.50元", Fraction(24001, 2)),
        ("amount", Decimal("12000.50"), Fraction(24001, 2)),
        ("rate", 30, 30),
        ("rate", "30%", 30),
        ("identified", True, True),
        ("identified", "no", False),
        ("identified", "是", True),
        ("time", "20:00", 72_000),
        ("time", time(20, 0), 72_000),
        ("signed", "2025-03-31", date(2025, 3, 31).toordinal()),
        ("signed", date(2025, 3, 31), date(2025, 3, 31).toordinal()),
        ("status", "emergency", "emergency"),
        ("status", "紧急联系人", "emergency"),
        ("since(notice)", "never", None),
        ("since(notice)", "从未", None),
        ("days_since(conversation(borrower))", 3, 3),
        ("grace", 5, 5),
    ],
)
def test_a_value_may_be_given_in_any_way_that_says_it_exactly(
    key: str, given: object, value: Value
) -> None:
    ((_, found),) = case({key: given}).values.items()
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    "key",
    [
        "count(contact(any, phone), today)",
        "count( contact( any,phone ),today )",
        "count(contact(channel = phone), today)",
        "count(contact(any, phone), today, for each borrower)",
        "次数(联系(任何, 电话), 今日)",
        "次数（联系（任何，电话），今天）",
    ],
)
def test_what_the_history_says_goes_by_any_spelling_of_the_expression(key: str) -> None:
    assert case({key: 2}).values == {"count(contact(any, phone), today)": 2}


def test_null_is_unknown() -> None:
    assert case({"overdue": None, "since(notice)": None}).values == {}


@pytest.mark.parametrize(
    ("key", "given", "code"),
    [
        ("overdue", -1, "out-of-bounds"),
        ("overdue", 3651, "out-of-bounds"),
        ("overdue", "11 years", "wrong-value"),
        ("overdue", Decimal("1.5"), "not-on-grid"),
        ("amount", Decimal("0.001"), "not-on-grid"),
        ("overdue", True, "wrong-fact-value"),
        ("overdue", [1], "wrong-fact-value"),
        ("overdue", "", "wrong-fact-value"),
        ("overdue", "twenty", "wrong-value"),
        ("overdue", "1, 2", "wrong-fact-value"),
        ("overdue", "unreachable", "wrong-value"),
        ("overdue", Decimal("NaN"), "wrong-fact-value"),
        ("overdue", 10**41, "wrong-fact-value"),
        ("overdue", 20.0, "inexact-number"),
        ("identified", 1, "wrong-fact-value"),
        ("identified", "true", "wrong-fact-value"),
        ("identified", "identified", "wrong-fact-value"),
        ("time", 72_000, "wrong-fact-value"),
        ("time", "24:00", "out-of-bounds"),
        ("time", "25:00", "no-such-time"),
        ("signed", "2025-02-30", "no-such-date"),
        ("signed", 738_000, "wrong-fact-value"),
        ("status", "emergancy", "unknown-member"),
        ("amount", "5 USD", "wrong-value"),
        ("overdu", 1, "unknown-fact"),
        ("count(contact(any, phon), today)", 1, "unknown-member"),
        ("count(contact(any, phone), toda)", 1, "misspelt-word"),
        ("overdue > 3", 1, "not-a-statement-of-fact"),
        ("overdue, amount", 1, "not-a-statement-of-fact"),
        ("amount - instalment", 1, "not-a-statement-of-fact"),
        ("", 1, "not-a-statement-of-fact"),
    ],
)
def test_a_wrong_fact_is_reported(key: str, given: object, code: str) -> None:
    assert problems({key: given})[:1] == [code]


def test_everything_that_is_wrong_is_told_at_once() -> None:
    given = {"overdue": -1, "amout": 5, "time": 3, "identified": True}
    assert problems(given) == ["out-of-bounds", "unknown-fact", "wrong-fact-value"]


def test_a_fact_under_its_name_and_its_label_is_stated_twice() -> None:
    assert problems({"overdue": 1, "逾期": 1}) == ["fact-stated-twice"]


def test_messages_name_the_fact_as_it_was_stated() -> None:
    assert messages({"逾期": -1}) == ["`逾期` is -1 days, and it goes from 0 days to 3650 days"]
    assert messages({"time": 72_000}, "zh") == ["`time`应为一个时刻，却给出了`72000`"]


def test_a_case_is_an_object_of_bounded_size() -> None:
    assert problems([1]) == ["not-a-case"]
    assert problems({f"f{i}": 1 for i in range(1001)}) == ["too-much"]


def test_a_long_text_is_no_value_and_is_not_shown_whole() -> None:
    (message,) = messages({"overdue": "9" * 100_000})
    assert len(message) < 300
