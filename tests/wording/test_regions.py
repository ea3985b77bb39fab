"""Parts of the space of cases in words: the policies' own operators, units and names."""

from collections.abc import Sequence
from fractions import Fraction

import attrs
import pytest

from policyc.core.actions import Kind, Parameter, Pattern, Signature, Vocabulary
from policyc.core.axes import Axis, Currency, Numbers, OpenTerm, Unit, YesNo
from policyc.core.conditions import (
    AnyOf,
    Condition,
    Holds,
    Linear,
    LinearForm,
    Not,
    Within,
    conjoin,
)
from policyc.core.numbers import Interval, Number, NumberSet
from policyc.core.policy import Stage
from policyc.wording.regions import NamedStage, Teller, mirrored
from policyc.wording.speech import Speech

TARGET = Kind(
    "target",
    ("borrower", "emergency", "address_book", "employer"),
    "联系对象",
    ("本人", "紧急联系人", "通讯录联系人", "单位"),
)
CHANNEL = Kind("channel", ("sms", "phone", "letter"), "渠道", ("短信", "电话", "信函"))
CONTACT = Signature("contact", (Parameter("target", TARGET), Parameter("channel", CHANNEL)), "联系")
REPORT = Signature("report", (), "上报")
VOCABULARY = Vocabulary(
    {"target": TARGET, "channel": CHANNEL},
    {"contact": CONTACT, "report": REPORT},
    {},
    ("borrower",),
)
AXES = {
    axis.key: axis
    for axis in (
        Axis("overdue", Numbers(Unit.DAYS, 0, 3650, 1), label="逾期"),
        Axis("unreachable", Numbers(Unit.HOURS, 0), label="失联"),
        Axis("amount", Numbers(Currency("CNY"), 0, None, Fraction(1, 100)), label="逾期金额"),
        Axis("instalment", Numbers(Currency("CNY"), 0, None, Fraction(1, 100)), label="当期应还"),
        Axis("time", Numbers(Unit.TIME_OF_DAY, 0, 86_399, 1), label="当地时间"),
        Axis("identified", YesNo(), label="已表明身份"),
        Axis("late_from", Numbers(Unit.DAYS, 3, 365, 1), OpenTerm("p"), "后期起始日"),
        Axis("middle_from", Numbers(Unit.DAYS, 2, 90, 1), OpenTerm("p"), "中期起始日"),
    )
}


@attrs.frozen
class Bound:
    condition: Condition


@attrs.frozen
class Part:
    pattern: Pattern
    bounds: tuple[Bound, ...]


def numbers(lower: Number | None, upper: Number | None, *open_ends: str) -> NumberSet:
    return NumberSet((Interval(lower, upper, "lower" in open_ends, "upper" in open_ends),))


def form(**parts: int) -> LinearForm:
    return LinearForm(tuple(sorted(parts.items())))


def part(target: str | None, channel: str | None, *conditions: Condition) -> Part:
    arguments = tuple(
        None if members is None else frozenset(members.split()) for members in (target, channel)
    )
    return Part(Pattern("contact", arguments), tuple(map(Bound, conditions)))


def teller(language: str = "en", stages: Sequence[NamedStage] = ()) -> Teller:
    chinese = language == "zh"
    speech = Speech(AXES, VOCABULARY, "zh" if chinese else "en", labels=chinese)
    return Teller(speech, tuple(stages))


LOST = Within("unreachable", numbers(72, None, "lower"))
NIGHT = Within(
    "time",
    NumberSet((Interval(None, 8 * 3600, False, True), Interval(20 * 3600, None))),
)
LATE = Linear(form(late_from=1, overdue=-1), numbers(None, 0))
EARLY = Within("overdue", numbers(1, 7))


@pytest.mark.parametrize(
    ("of", "english", "chinese"),
    [
        (part("emergency", "phone"), "contact(emergency, phone)", "联系(紧急联系人, 电话)"),
        (part("emergency", None), "contact(emergency)", "联系(紧急联系人)"),
        (part(None, None), "contact(any)", "联系(任何)"),
        (part(None, "phone"), "contact(any, phone)", "联系(任何, 电话)"),
        (
            part("borrower emergency employer", None),
            "contact(any but address_book)",
            "联系(通讯录联系人以外)",
        ),
        (
            part("borrower", "sms phone"),
            "contact(borrower, any but letter)",
            "联系(本人, 信函以外)",
        ),
        (
            part("borrower emergency", None),
            "contact(borrower | emergency)",
            "联系(本人 | 紧急联系人)",
        ),
        (Part(Pattern("report", ()), ()), "report", "上报"),
    ],
)
def test_actions_go_by_their_members_or_by_those_left_out(
    of: Part, english: str, chinese: str
) -> None:
    assert teller().part(of) == english
    assert teller("zh").part(of) == chinese


@pytest.mark.parametrize(
    ("conditions", "english", "chinese"),
    [
        ([LOST], "unreachable > 72h", "失联 > 72小时"),
        ([NIGHT], "time from 20:00 to 08:00", "当地时间 从 20:00 至 08:00"),
        ([EARLY], "overdue in 1..7 days", "逾期 在 1..7天"),
        ([Not(Holds("identified"))], "not identified", "非 已表明身份"),
        (
            [Linear(form(amount=1, instalment=-10), numbers(0, None, "lower"))],
            "amount > 10 * instalment",
            "逾期金额 > 10 * 当期应还",
        ),
        (
            [EARLY, LOST],
            "overdue in 1..7 days and unreachable > 72h",
            "逾期 在 1..7天 且 失联 > 72小时",
        ),
    ],
)
def test_cases_are_told_in_the_policies_own_operators_and_units(
    conditions: list[Condition], english: str, chinese: str
) -> None:
    of = part("borrower", None, *conditions)
    assert teller().part(of) == f"contact(borrower) when {english}"
    assert teller("zh").part(of) == f"联系(本人)，当 {chinese} 时"


def test_facts_stand_on_the_left_of_open_terms() -> None:
    assert teller().condition(LATE) == "overdue >= late_from"
    early = Linear(form(late_from=1, overdue=-1), numbers(0, None, "lower"))
    assert teller().condition(early) == "overdue < late_from"
    later = Linear(form(late_from=1, overdue=-1), numbers(None, -5))
    assert teller().condition(later) == "overdue >= late_from + 5 days"


def test_a_comparison_of_open_terms_alone_stays_as_it_is() -> None:
    found = Linear(form(late_from=1, middle_from=-1), numbers(0, None, "lower"))
    assert teller().condition(found) == "late_from > middle_from"


def test_alternatives_stand_in_parentheses_beside_other_bounds() -> None:
    either = AnyOf((Holds("identified"), LOST))
    assert teller().part(part("borrower", None, either)) == (
        "contact(borrower) when identified or unreachable > 72h"
    )
    assert teller().part(part("borrower", None, EARLY, either)) == (
        "contact(borrower) when overdue in 1..7 days and (identified or unreachable > 72h)"
    )


def test_a_part_inside_another_says_only_what_is_further_restricted() -> None:
    base = part("borrower", "sms phone", EARLY)
    assert teller().within(base, part(None, "phone", LOST)) == (
        "channel = phone and unreachable > 72h"
    )
    assert teller("zh").within(base, part(None, "phone")) == "渠道 = 电话"
    assert teller().within(base, part("borrower", None, LOST)) == "unreachable > 72h"
    assert teller().within(base, part(None, None)) == ""


STAGES = [
    NamedStage("tianxing", Stage("reminder", EARLY, "overdue", "短信提醒")),
    NamedStage("xiaohua", Stage("late", LATE, "overdue", "逾期后期")),
    NamedStage(
        "xiaohua",
        Stage(
            "middle",
            conjoin(
                [
                    Linear(form(middle_from=1, overdue=-1), numbers(None, 0)),
                    Linear(form(late_from=1, overdue=-1), numbers(0, None, "lower")),
                ]
            ),
            "overdue",
            "逾期中期",
        ),
    ),
]


def test_a_range_that_is_a_stage_says_whose() -> None:
    named = teller("en", STAGES)
    assert named.cases([Bound(EARLY)]) == "overdue in 1..7 days (tianxing's stage reminder)"
    assert named.cases([Bound(LATE)]) == "overdue >= late_from (xiaohua's stage late)"
    chinese = teller("zh", STAGES)
    assert chinese.cases([Bound(EARLY)]) == "逾期 在 1..7天（tianxing“短信提醒”阶段）"


def test_a_stage_of_two_bounds_is_named_after_the_last_of_them() -> None:
    middle = [Bound(c) for c in getattr(STAGES[2].stage.condition, "parts", ())]
    told = teller("en", STAGES).cases([*middle[:1], Bound(LOST), *middle[1:]])
    assert told == (
        "overdue >= middle_from and unreachable > 72h and "
        "overdue < late_from (xiaohua's stage middle)"
    )


def test_a_range_beside_further_bounds_on_its_fact_is_no_stage() -> None:
    narrower = [Bound(LATE), Bound(Within("overdue", numbers(40, None)))]
    assert "stage" not in teller("en", STAGES).cases(narrower)


def test_a_range_written_otherwise_is_the_same_stage() -> None:
    otherwise = Bound(Within("overdue", numbers(0, 8, "lower", "upper")))
    assert teller("en", STAGES).cases([otherwise]).endswith("(tianxing's stage reminder)")


def test_numbers_are_mirrored_with_their_ends() -> None:
    assert mirrored(numbers(1, 5, "upper")) == numbers(-5, -1, "lower")
    assert mirrored(numbers(None, 3)) == numbers(-3, None)
