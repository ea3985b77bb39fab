"""Conditions as texts, and back."""

from random import Random

import pytest
from hypothesis import given

from policyc.core.conditions import ALWAYS, NEVER, Linear, Within, conjoin
from policyc.core.numbers import Interval, NumberSet
from policyc.space.grid.substitute import substitute
from policyc.wording.conditions import condition_text, fact_text, form_text, value_text
from policyc.wording.speech import Speech
from policyc.wording.tidying import tidied
from tests.strategies.core import randoms
from tests.strategies.wording import everything, near, random_condition, scaled
from tests.wording.reading import AXES, canonical, read

POLICY = everything().policy
assert POLICY is not None
ENGLISH, CHINESE = Speech.of(POLICY), Speech.of(POLICY, "zh")


def test_the_document_that_has_everything_is_right() -> None:
    assert everything().usable


@pytest.mark.property
@given(randoms())
def test_a_text_is_read_as_the_condition_that_it_was_written_for(random: Random) -> None:
    condition = random_condition(random, AXES)
    for speech in (ENGLISH, CHINESE):
        text = condition_text(speech, condition)
        assert canonical(read(text)) == canonical(condition), text


@pytest.mark.property
@given(randoms())
def test_tidying_changes_the_truth_of_no_case(random: Random) -> None:
    condition = random_condition(random, AXES)
    values = Random(random.getrandbits(32))
    for _ in range(20):
        case = {key: near(values, axis) for key, axis in AXES.items()}
        truth = substitute(condition, case)
        assert truth in (ALWAYS, NEVER)
        assert substitute(tidied(AXES, condition), case) == truth


@pytest.mark.parametrize(
    "text",
    [
        "overdue >= 16 days",
        "overdue < 16 days",
        "overdue in 8..15 days",
        "overdue = 3 days",
        "overdue != 3 days",
        "overdue in {1, 3, 5, 7}",
        "overdue not in {1, 3}",
        "overdue < 3 days or overdue >= 60 days",
        "unreachable > 72h",
        "24h < unreachable <= 72h",
        "unreachable in 24..72h",
        "since(answered(any)) in 24h..72h",
        "amount >= 12_000.5 CNY",
        "paid_in_dollars > 5 USD",
        "rate > 30%",
        "rate in 10%..30%",
        "time from 20:00 to 08:00",
        "time in 20:00..08:00",
        "time from 08:00 to 20:00",
        "time < 08:00 or time > 20:00",
        "signed >= 2025-03-31",
        "weekday in {sat, sun}",
        "weekday not in {sat, sun}",
        "weekday != sun",
        "role = borrower",
        "not disputed",
        "disputed and (holiday or overdue > 3 days)",
        "not (days_since(answered(not borrower)) < 7 days)",
        "days_since(answered(not borrower)) >= 0 days",
        "since(withdrawn, for each debt) = 1h / 3",
        "count(contact(any), today) in 1..2",
        "count(contact(borrower | friend), last 36h) > 1",
        "count(answered(any), since withdrawn, for each debt) > 2",
        "ever(contact(same target))",
        "amount > 10 * fee",
        "amount < 30% of fee",
        "amount > 10 * fee + 500 CNY",
        "amount + 500 CNY > 10 * fee",
        "overdue >= grace",
        "overdue > unreachable",
        "overdue > 2 * unreachable + 12h",
        "tenure + 6 months < age",
        "signed > due_date",
        "signed + overdue > due_date + 5 days",
        "signed + overdue >= 2025-03-31",
        "score > -1.5",
        "calls < cap",
    ],
)
def test_what_a_person_would_write_is_written_so(text: str) -> None:
    assert condition_text(ENGLISH, read(text)) == text


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("overdue >= 8 and disputed and overdue <= 15", "overdue in 8..15 days and disputed"),
        ("overdue in 1..7 or overdue in 8..30", "overdue in 1..30 days"),
        ("overdue from 16 to 31", "overdue in 16..30 days"),
        ("role = borrower or role = emergency", "role in {borrower, emergency}"),
        ("not not disputed", "disputed"),
        ("disputed and not disputed", "no"),
        ("overdue >= 0", "yes"),
        ("fee <= 500 CNY and amount > 0.5 CNY", "amount > 0.5 CNY"),
        ("3 * fee > 10 * amount", "amount < 30% of fee"),
        ("grace <= overdue", "overdue >= grace"),
        ("(disputed and holiday) and calls > 3", "disputed and holiday and calls > 3"),
        ("disputed or holiday and calls > 3", "disputed or (holiday and calls > 3)"),
        ("overdue >= grace + 1", "overdue > grace"),
        ("overdue <= grace - 1", "overdue < grace"),
        ("overdue = grace + 1", "overdue = grace + 1 day"),
        ("overdue >= grace + 2", "overdue >= grace + 2 days"),
        ("amount >= fee + 0.01 CNY", "amount > fee"),
    ],
)
def test_what_concerns_one_fact_is_said_once(written: str, said: str) -> None:
    assert condition_text(ENGLISH, read(written)) == said


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("unreachable > 72h", "失联 > 72小时"),
        ("time from 20:00 to 08:00", "当地时间 从 20:00 至 08:00"),
        ("not disputed or amount > 5_000 CNY", "非 有异议 或 金额 > 5000元"),
        ("count(contact(any), today) >= 3", "次数(联系(任何), 今日) >= 3"),
        ("weekday in {sat, sun}", "星期几 在 {周六, 周日}"),
        ("amount < 30% of fee", "金额 < 30% 的 费用"),
    ],
)
def test_in_chinese_words_and_names_are_chinese(english: str, chinese: str) -> None:
    assert condition_text(CHINESE, read(english)) == chinese


def test_a_label_that_could_be_misread_gives_way_to_the_name() -> None:
    two_facts_have_it = fact_text(CHINESE, "rate")
    a_word_of_the_language = fact_text(CHINESE, "holiday")
    two_members_have_it = value_text(CHINESE, "role", "friend")
    assert (two_facts_have_it, a_word_of_the_language, two_members_have_it) == (
        "rate",
        "holiday",
        "friend",
    )


def test_a_sum_alone_names_what_is_added_first() -> None:
    condition = scaled({"amount": -10, "fee": 1}, NumberSet((Interval(None, 0),)))
    assert isinstance(condition, Linear)
    assert form_text(ENGLISH, condition.form) == "10 * amount - fee"


@pytest.mark.parametrize(
    ("text", "chinese"),
    [
        ("unreachable = 73h", "73小时"),
        ("amount = 12_000 CNY", "12_000元"),
        ("time = 20:00", "20:00"),
        ("rate = 30%", "30%"),
        ("overdue = 1 day", "1天"),
        ("calls = 3", "3"),
    ],
)
def test_numbers_carry_their_units(text: str, chinese: str) -> None:
    condition = read(text)
    assert isinstance(condition, Within)
    (point,) = condition.numbers.intervals
    assert value_text(ENGLISH, condition.axis, point.lower) == text.partition(" = ")[2]
    assert value_text(CHINESE, condition.axis, point.lower) == chinese


def test_what_is_no_number_is_a_word_of_the_language_or_a_name() -> None:
    ever = "since(withdrawn, for each debt)"
    both = [
        [
            value_text(speech, "disputed", True),
            value_text(speech, ever, None),
            value_text(speech, "role", "emergency"),
        ]
        for speech in (ENGLISH, CHINESE)
    ]
    assert both == [["yes", "never", "emergency"], ["是", "从未", "紧急联系人"]]


def test_equal_conditions_have_equal_texts() -> None:
    parts = [read("disputed"), read("overdue > 3 days")]
    assert condition_text(ENGLISH, conjoin(parts)) == condition_text(ENGLISH, conjoin(list(parts)))
