"""Sentences of a sheet: conditions called by their names, and numbers in words."""

from itertools import product
from pathlib import Path

import pytest

from policyc.core.axes import Value
from policyc.core.conditions import (
    ALWAYS,
    Among,
    Condition,
    Constant,
    Holds,
    atoms,
    conjoin,
    disjoin,
    negate,
)
from policyc.core.policy import Policy
from policyc.diagnostics.diagnostic import Language
from policyc.elaborate.readings import readings
from policyc.space.grid.substitute import substitute
from policyc.wording.show.names import NO_STAGE
from policyc.wording.show.naming import named_by, with_names
from policyc.wording.show.rules import RuleTeller
from tests.harness.running import opened

TEXT = """\
vocabulary calling
subject borrower "借款人"
subject debt "债务"
kind target: borrower, emergency, employer, third_party
kind channel: sms, phone
action contact (target, channel)
action report
event notice
event conversation (target)
fact overdue: days from 0 to 40
fact unreachable: hours
fact amount: CNY
fact instalment: CNY
fact time: time of day
fact closing: time of day
fact act_date: date
fact weekday: weekday
fact identified: yes/no
fact disputed: yes/no
fact channel_now: channel
fact target_now: target

policy lender
uses calling
stages of overdue:
  early: 1..7 days
  middle: 8..15 days
  late: 16..30 days
define lost "失联": unreachable > 72h
define quiet: identified or disputed
rule subject_of_tests: when {condition} then allow contact(any)
"""


def policy_of(condition: str, folder: Path) -> Policy:
    text = TEXT.replace("{condition}", condition)
    project = opened({"lender.policy": text}, folder, folder)
    (made,) = (d.policy for d in project.documents if d.policy is not None)
    assert project.findings == () or all(f.severity.value != "error" for f in project.findings)
    return made


def told(condition: str, folder: Path, language: Language = "en") -> str:
    policy = policy_of(condition, folder)
    return RuleTeller.of(policy, language, {"debt": "债务"}).condition(policy.clauses[0].guard)


@pytest.mark.parametrize(
    ("condition", "english", "chinese"),
    [
        ("overdue >= 16", "overdue is at least 16 days", "overdue不少于16天"),
        ("overdue = 1", "overdue is 1 day", "overdue等于1天"),
        ("overdue in 3..5", "overdue is from 3 to 5 days", "overdue在3至5天之间（含两端）"),
        ("overdue in {1, 3, 9}", "overdue is 1, 3 or 9 days", "overdue等于1、3或9天"),
        ("overdue != 3", "overdue is not 3 days", "overdue不等于3天"),
        ("unreachable > 72.5h", "unreachable is more than 72.5 hours", "unreachable超过72.5小时"),
        (
            "unreachable from 24h to 48h",
            "unreachable is at least 24 hours and less than 48 hours",
            "unreachable不少于24小时且少于48小时",
        ),
        ("amount > 12_000 CNY", "amount is more than 12,000 CNY", "amount超过12000元"),
        (
            "amount > 10 * instalment",
            "amount is more than 10 times instalment",
            "amount超过instalment的10倍",
        ),
        (
            "amount < 30% of instalment",
            "amount is less than 30% of instalment",
            "amount少于instalment的30%",
        ),
        (
            "amount > instalment + 100 CNY",
            "amount is more than instalment plus 100 CNY",
            "amount超过instalment加100元",
        ),
        ("time >= 20:00", "time is 20:00 or later", "time不早于20:00"),
        ("time < 08:00", "time is before 08:00", "time早于08:00"),
        (
            "time from 20:00 to 08:00",
            "time is from 20:00 until 08:00 the next day",
            "time从20:00起至次日08:00前",
        ),
        ("time from 08:00 to 20:00", "time is from 08:00 until 20:00", "time从08:00起至20:00前"),
        (
            "act_date >= 2025-06-01",
            "act date is 2025-06-01 or later",
            "act_date不早于2025-06-01",
        ),
        ("weekday in {sat, sun}", "weekday is Saturday or Sunday", "weekday为周六或周日"),
        ("channel_now = phone", "channel now is phone", "channel_now为phone"),
        ("target_now != borrower", "target now is not borrower", "target_now不是borrower"),
        (
            "target_now in {emergency, employer}",
            "target now is emergency or employer",
            "target_now为emergency或employer",
        ),
        ("not identified", "not identified", "并非identified"),
        ("ever(notice)", "notice has happened before", "发生过notice"),
        ("not ever(notice)", "notice has never happened", "从未发生过notice"),
        ("count(notice) = 0", "notice has not happened", "没有notice"),
        (
            "count(contact(any, phone), this week) >= 3",
            "contact (any target, phone) has happened at least 3 times this week",
            "本周contact（任何target，phone）至少3次",
        ),
        (
            "count(contact(not borrower), last 7 days, for each debt) > 1",
            (
                "contact (any target but borrower) has happened at least 2 times "
                "in the last 7 days (for each debt)"
            ),
            "最近7天内contact（borrower以外的任何target）至少2次（按债务分别计算）",
        ),
        (
            "since(conversation(borrower)) > 24h",
            "conversation (borrower) last happened more than 24 hours ago",
            "最近一次conversation（borrower）距今超过24小时",
        ),
        (
            "days_since(conversation(borrower)) < 7",
            "conversation (borrower) last happened less than 7 calendar days ago",
            "最近一次conversation（borrower）距今少于7个自然日",
        ),
        (
            "days_since(conversation(borrower), for each debt) < 7",
            "conversation (borrower) last happened less than 7 calendar days ago (for each debt)",
            "最近一次conversation（borrower）距今少于7个自然日（按债务分别计算）",
        ),
        (
            "ever(notice, for each debt)",
            "notice has happened before (for each debt)",
            "发生过notice（按债务分别计算）",
        ),
        (
            "since(notice, for each debt) > 2 * since(notice)",
            "the time since notice (for each debt) is more than 2 times the time since notice",
            "最近一次notice距今的时长（按债务分别计算）超过最近一次notice距今的时长的2倍",
        ),
        ("time < closing", "time is before closing", "time早于closing"),
        ("time >= closing", "time is not before closing", "time不早于closing"),
        ("time > closing", "time is after closing", "time晚于closing"),
        ("time <= closing", "time is not after closing", "time不晚于closing"),
        (
            "count(notice, since conversation(any)) >= 1",
            "notice has happened at least once since conversation (any target)",
            "自conversation（任何target）以来notice至少1次",
        ),
        (
            "days_since(notice) > overdue + 3 days",
            "overdue plus 3 days is less than the number of calendar days since notice",
            "overdue加3天少于最近一次notice距今的自然日数",
        ),
        (
            "count(notice, today) > 2 * count(contact(any))",
            (
                "the number of times that notice has happened today is more than "
                "2 times the number of times that contact (any target) has happened"
            ),
            "今日notice的次数超过contact（任何target）的次数的2倍",
        ),
        (
            "count(notice, last 90min) >= 1",
            "notice has happened at least once in the last 90 minutes",
            "最近90分钟内notice至少1次",
        ),
        (
            "identified and disputed and overdue > 3",
            "identified, disputed and overdue is more than 3 days",
            "identified，disputed，且overdue超过3天",
        ),
        (
            "overdue > 3 and (identified or ever(notice))",
            "overdue is more than 3 days and (identified or notice has happened before)",
            "overdue超过3天且（identified或发生过notice）",
        ),
        (
            "not (identified and overdue > 3)",
            "not identified or overdue is at most 3 days",
            "并非identified或overdue不超过3天",
        ),
        (
            "disputed and not (identified and overdue > 3)",
            "disputed and (not identified or overdue is at most 3 days)",
            "disputed且（并非identified或overdue不超过3天）",
        ),
        (
            "disputed or not (identified or overdue > 3)",
            "disputed or (not identified and overdue is at most 3 days)",
            "disputed或（并非identified且overdue不超过3天）",
        ),
        (
            "disputed and not (identified or overdue > 3)",
            "disputed and not identified and overdue is at most 3 days",
            "disputed且并非identified且overdue不超过3天",
        ),
        ("stage = early", "overdue is in the stage early", "overdue处于“early”阶段"),
        (
            "stage >= middle",
            "overdue is in the stages middle or late",
            "overdue处于“middle”或“late”阶段",
        ),
        ("lost and stage = late", "lost and overdue is in the stage late", None),
        ("not lost", "not lost", "并非失联"),
        ("quiet and overdue > 30", "quiet and overdue is more than 30 days", None),
    ],
)
def test_a_condition_in_words(
    condition: str, english: str, chinese: str | None, tmp_path: Path
) -> None:
    assert told(condition, tmp_path) == english
    if chinese is not None:
        assert told(condition, tmp_path, "zh") == chinese


@pytest.mark.parametrize(
    ("rule", "english"),
    [
        ("limit contact(any) to 0 per day", "It is forbidden to contact (any target)."),
        (
            "limit contact(any) to 1 in any 24h",
            "It is forbidden to contact (any target) more than once in any 24 hours.",
        ),
        (
            "require identified for contact(any) unless disputed",
            (
                "It is forbidden to contact (any target) unless identified; "
                "this does not hold if disputed."
            ),
        ),
        (
            "when identified then require report every 2 years",
            "When identified, it is required to report at least once every 2 years.",
        ),
        (
            "require report, forbid contact(not borrower)",
            ("It is required to report, and it is forbidden to contact (any target but borrower)."),
        ),
    ],
)
def test_a_rule_in_words(rule: str, english: str, tmp_path: Path) -> None:
    text = TEXT.partition("rule ")[0] + f"rule one: {rule}\n"
    project = opened({"lender.policy": text}, tmp_path, tmp_path)
    (document,) = (d for d in project.documents if d.policy is not None)
    assert document.policy is not None
    (reading,) = readings(project.library, document)
    assert RuleTeller.of(document.policy, "en").rule(reading) == [english]


def test_days_outside_every_stage_are_in_none(tmp_path: Path) -> None:
    """Stages need not cover every day: not being in one says nothing of the others."""
    assert told("stage >= early", tmp_path) == "overdue is in the stages early, middle or late"
    assert told("not overdue in 1..7", tmp_path) == "overdue is not in the stage early"


@pytest.mark.parametrize(
    "condition",
    [
        "stage = early and lost",
        "stage >= middle and not lost and identified",
        "not (stage = early) and quiet",
        "overdue in 1..15 or lost",
        "not (lost and stage = late and disputed)",
        "overdue in 8..15 and unreachable > 72h",
        "quiet and (lost or stage = middle)",
        "not quiet",
    ],
)
def test_calling_conditions_by_name_changes_no_meaning(condition: str, tmp_path: Path) -> None:
    policy = policy_of(condition, tmp_path)
    plain = policy.clauses[0].guard
    named = with_names(plain, named_by(policy))
    assert any(isinstance(atom, Among | Holds) for atom in atoms(named))
    for case in cases():
        assert substitute(named, {**case, **names_of(policy, case)}) == substitute(plain, case)


def cases() -> list[dict[str, Value]]:
    values: dict[str, tuple[Value, ...]] = {
        "overdue": (0, 1, 7, 8, 15, 16, 30, 31),
        "unreachable": (72, 73),
        "identified": (False, True),
        "disputed": (False, True),
    }
    return [dict(zip(values, chosen, strict=True)) for chosen in product(*values.values())]


def names_of(policy: Policy, case: dict[str, Value]) -> dict[str, Value]:
    """What a case says of the names: whether a definition holds, and in which stage it is."""
    found: dict[str, Value] = {
        d.name: substitute(d.condition, case) == ALWAYS for d in policy.definitions
    }
    inside = [s.name for s in policy.stages if substitute(s.condition, case) == ALWAYS]
    return {**found, "stage of overdue": inside[0] if inside else NO_STAGE}


def test_a_name_stands_for_its_part_wherever_that_stands(tmp_path: Path) -> None:
    policy = policy_of("identified", tmp_path)
    lost = policy.definitions[0].condition
    other: Condition = Holds("disputed")
    named = named_by(policy)
    assert with_names(lost, named) == Holds("lost")
    assert with_names(negate(lost), named) == negate(Holds("lost"))
    assert with_names(conjoin([other, lost]), named) == conjoin([other, Holds("lost")])
    assert with_names(disjoin([lost, other]), named) == disjoin([Holds("lost"), other])
    assert with_names(Constant(True), named) == ALWAYS
