"""What tests try of a policy: effects, conditions, thresholds."""

from pathlib import Path

import pytest

from policyc.core.conditions import Holds, Within
from policyc.testing.coverage import Coverage
from policyc.testing.suite import Wanted
from policyc.wording.conditions import condition_text
from policyc.wording.speech import Speech
from tests.testing.running import report

COVERAGE = Wanted(coverage=True)

EMERGENCY = """
rule emergency:
  when overdue >= 16 and unreachable > 72h then allow contact(emergency)
  otherwise forbid contact(emergency)
"""


def covered(folder: Path, *texts: str) -> Coverage:
    found = report(folder, *texts, wanted=COVERAGE)
    assert found.coverage is not None
    (one,) = (c for c in found.coverage if c.subject.name == "lender")
    return one


def case(facts: str, verdict: str, action: str = "contact(emergency)") -> str:
    return f'test "{facts}":\n  given {facts}\n  expect {action} {verdict}\n'


def sides(found: Coverage) -> dict[str, tuple[bool, bool]]:
    """For each threshold, by the condition of its number, whether its two sides were tried."""
    speech = Speech.of(found.subject.policy)
    return {
        condition_text(speech, item.threshold.conditions(speech.axes)[0]): (item.at, item.beyond)
        for item in found.thresholds
    }


def test_an_effect_counts_once_it_was_live(tmp_path: Path) -> None:
    found = covered(tmp_path, EMERGENCY, case("overdue = 10, unreachable = 100h", "forbidden"))
    assert [(e.effect.value, e.live) for e in found.effects] == [
        ("allow", False),
        ("forbid", True),
    ]


def test_an_effect_that_was_defeated_was_not_live(tmp_path: Path) -> None:
    rules = (
        "rule quiet: when time >= 20:00 then forbid contact(borrower)\n"
        "rule agreed overrides quiet: when identified then allow contact(borrower)\n"
    )
    facts = "time = 21:00, identified"
    found = covered(tmp_path, rules, case(facts, "allowed", "contact(borrower)"))
    assert {e.rule: e.live for e in found.effects} == {"quiet": False, "agreed": True}


def test_an_effect_that_may_be_live_was_not_seen_live(tmp_path: Path) -> None:
    rules = "rule one: when identified then allow outsource\n"
    found = covered(tmp_path, rules, case("overdue = 1", "undetermined", "outsource"))
    assert [e.live for e in found.effects] == [False]


def test_a_default_was_live_only_where_no_rule_ruled(tmp_path: Path) -> None:
    rules = "default forbid outsource\nrule one: when identified then allow outsource\n"
    ruled = covered(tmp_path, rules, case("identified", "allowed", "outsource"))
    assert {e.rule: e.live for e in ruled.effects} == {"one": True, "default 1": False}
    unruled = covered(tmp_path, rules, case("not identified", "forbidden", "outsource"))
    assert {e.rule: e.live for e in unruled.effects} == {"one": False, "default 1": True}


def test_a_condition_counts_for_true_and_for_false(tmp_path: Path) -> None:
    rules = "rule one: when identified then allow outsource\n"
    found = covered(tmp_path, rules, case("identified", "allowed", "outsource"))
    (condition,) = found.conditions
    assert condition.atom == Holds("identified")
    assert (condition.true, condition.false) == (True, False)


def test_a_condition_is_not_tried_by_a_case_about_another_action(tmp_path: Path) -> None:
    rules = "rule one: when identified then allow outsource\n"
    found = covered(tmp_path, rules, case("identified", "silent", "contact(borrower)"))
    assert not found.conditions[0].true


def test_the_conditions_of_when_and_otherwise_are_the_same(tmp_path: Path) -> None:
    found = covered(tmp_path, EMERGENCY)
    assert [c.atom.axis for c in found.conditions if isinstance(c.atom, Within)] == [
        "overdue",
        "unreachable",
    ]


def test_a_scope_is_counted_once_and_not_for_every_rule(tmp_path: Path) -> None:
    rules = "scope: identified\nrule one: allow outsource\nrule two: allow contact(borrower)\n"
    found = covered(tmp_path, rules, case("not identified", "silent", "outsource"))
    assert [(c.rule, c.true, c.false) for c in found.conditions] == [(None, False, True)]


@pytest.mark.parametrize("written", ["overdue >= 16", "overdue > 15", "not overdue < 16"])
def test_a_threshold_of_whole_days_is_the_same_however_it_is_written(
    written: str, tmp_path: Path
) -> None:
    rules = f"rule one: when {written} then allow outsource\n"
    tried = [
        case(f"overdue = {day}", verdict, "outsource")
        for day, verdict in ((15, "silent"), (16, "allowed"))
    ]
    found = covered(tmp_path, rules, *tried)
    assert len(found.thresholds) == 1
    assert found.complete


def test_a_threshold_needs_its_number_and_one_just_beyond(tmp_path: Path) -> None:
    rules = "rule one: when overdue >= 16 then allow outsource\n"
    far = [case("overdue = 3", "silent", "outsource"), case("overdue = 40", "allowed", "outsource")]
    found = covered(tmp_path, rules, *far)
    assert sides(found) == {"overdue = 16 days": (False, False)}
    assert found.conditions[0].complete
    near = covered(tmp_path, rules, case("overdue = 15", "silent", "outsource"))
    assert sides(near) == {"overdue = 16 days": (False, True)}


@pytest.mark.parametrize(
    ("beyond", "tried"), [("72h", False), ("72.5h", True), ("73h", True), ("73.5h", False)]
)
def test_hours_are_just_beyond_up_to_the_next_hour(
    beyond: str, tried: bool, tmp_path: Path
) -> None:
    rules = "rule one: when unreachable > 72h then allow outsource\n"
    verdict = "silent" if beyond == "72h" else "allowed"
    found = covered(tmp_path, rules, case(f"unreachable = {beyond}", verdict, "outsource"))
    (item,) = found.thresholds
    assert item.beyond is tried
    assert item.at is (beyond == "72h")


def test_times_of_day_are_just_beyond_up_to_a_minute(tmp_path: Path) -> None:
    rules = "rule quiet: when time from 20:00 to 08:00 then forbid outsource\n"
    cases = [
        case("time = 19:59", "silent", "outsource"),
        case("time = 20:00", "forbidden", "outsource"),
        case("time = 07:59", "forbidden", "outsource"),
        case("time = 08:00", "silent", "outsource"),
    ]
    assert covered(tmp_path, rules, *cases).complete
    assert sides(covered(tmp_path, rules, *cases[1:])) == {
        "time = 20:00": (True, False),
        "time = 08:00": (True, True),
    }


def test_a_threshold_of_a_sum_is_one_of_its_value(tmp_path: Path) -> None:
    rules = "rule one: when amount > 10 * instalment then allow outsource\n"
    facts = "amount = {} CNY, instalment = 1_000 CNY"
    at = case(facts.format("10_000"), "silent", "outsource")
    beyond = case(facts.format("10_000.01"), "allowed", "outsource")
    assert covered(tmp_path, rules, at, beyond).complete
    assert sides(covered(tmp_path, rules, at)) == {"amount = 10 * instalment": (True, False)}


def test_an_end_at_a_facts_bound_is_no_threshold(tmp_path: Path) -> None:
    rules = "rule one: when overdue in 0..7 then allow outsource\n"
    assert list(sides(covered(tmp_path, rules))) == ["overdue = 7 days"]


def test_each_listed_number_has_two_thresholds(tmp_path: Path) -> None:
    rules = "rule one: when overdue in {1, 3} then allow outsource\n"
    assert len(covered(tmp_path, rules).thresholds) == 4


def test_a_count_of_a_scenario_that_was_taken_as_0_counts_as_tried(tmp_path: Path) -> None:
    asking = (
        'scenarios asking\nuses calling\nscenario "first":\n  given overdue = 1\n'
        "  ask contact(borrower, phone)\n  expect lender silent\n"
    )
    rules = "rule cap: limit contact(any, phone) to 1 per day\n"
    found = report(tmp_path, rules, asking=asking, wanted=COVERAGE)
    assert found.passed
    assert found.coverage is not None
    assert [(t.at, t.beyond) for t in found.coverage[0].thresholds] == [(False, True)]


def test_a_policy_that_no_test_asks_is_covered_by_none(tmp_path: Path) -> None:
    found = covered(tmp_path, EMERGENCY)
    assert not any(item.complete for item in found.items)
    assert not found.complete


def test_a_policy_elsewhere_that_scenarios_ask_is_covered_too(tmp_path: Path) -> None:
    asking = (
        'scenarios asking\nuses calling\nscenario "one":\n  given overdue = 20, unreachable = 80h\n'
        "  ask contact(emergency, sms)\n  expect lender allowed\n"
    )
    found = report(tmp_path, EMERGENCY, asking=asking, wanted=COVERAGE)
    assert found.coverage is not None
    assert [c.subject.name for c in found.coverage] == ["lender"]
    assert found.coverage[0].effects[0].live


WAITING = """
rule after: when days_since(notice) >= 3 then allow contact(emergency)
rule often: when count(contact(borrower, phone), today) >= 2 then forbid contact(emergency)
"""
FIRST = "rule first: when ever(contact(any)) then forbid contact(emergency)\n"
TODAY = "count(contact(borrower, phone), today)"


def truths(found: Coverage) -> dict[str, tuple[bool, bool]]:
    speech = Speech.of(found.subject.policy)
    return {condition_text(speech, c.atom): (c.true, c.false) for c in found.conditions}


@pytest.mark.parametrize("facts", ["not ever(notice)", "days_since(notice) = 1"])
def test_a_time_since_what_never_happened_does_not_fit(tmp_path: Path, facts: str) -> None:
    found = covered(tmp_path, WAITING, case(f"{facts}, {TODAY} = 0", "silent"))
    assert truths(found)["days_since(notice) >= 3 days"] == (False, True)


def test_what_never_happened_is_not_counted(tmp_path: Path) -> None:
    never = case("not ever(contact(any)), not ever(notice)", "silent")
    found = covered(tmp_path, WAITING + FIRST, never)
    assert truths(found)[f"{TODAY} >= 2"] == (False, True)


def test_what_happened_may_not_be_what_is_counted(tmp_path: Path) -> None:
    found = covered(tmp_path, WAITING + FIRST, case("ever(contact(any))", "forbidden"))
    assert truths(found)[f"{TODAY} >= 2"] == (False, False)


def test_what_is_counted_happened(tmp_path: Path) -> None:
    found = covered(tmp_path, WAITING + FIRST, case(f"{TODAY} = 1", "forbidden"))
    assert truths(found)["ever(contact(any))"] == (True, False)


def test_what_is_not_counted_may_have_happened_before(tmp_path: Path) -> None:
    facts = f"{TODAY} = 0, days_since(notice) = 3"
    found = covered(tmp_path, WAITING + FIRST, case(facts, "allowed"))
    assert truths(found)["ever(contact(any))"] == (False, False)
