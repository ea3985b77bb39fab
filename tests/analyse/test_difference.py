"""All that two policies do not share: verdicts, duties, deadlines, stages, wording, assumptions."""

from pathlib import Path

import pytest

from policyc.analyse.difference import Difference, difference
from policyc.analyse.example import changed_facts
from policyc.analyse.reports.diff_text import diff_text
from policyc.core.policy import Verdict
from policyc.space.differences.classes import Topic
from tests.analyse.loading import named, written


def compared(folder: Path, left: str, right: str) -> Difference:
    return difference(written(folder, left, "left"), written(folder, right, "right"))


CALLS = "rule calls: when overdue >= 8 then allow contact(borrower, phone)"
NIGHT = "rule night: when time from 20:00 to 08:00 then forbid contact(any, phone)"


def test_a_policy_differs_in_nothing_from_itself() -> None:
    found = difference(named("tianxing"), named("tianxing"))
    assert found.same
    assert found.rewordings == ()


def test_only_the_actions_that_are_asked_about_are_compared() -> None:
    found = difference(named("tianxing"), named("xiaohua"), ["impersonate"])
    assert [e.region.where.pattern.name for e in found.entries] == ["impersonate"]


def test_where_one_forbids_what_the_other_permits_comes_before_silence(tmp_path: Path) -> None:
    found = compared(tmp_path, f"{NIGHT}\nrule visits: forbid contact(any, visit)", CALLS)
    forbids = [e.region for e in found.entries if e.region.cls.topic is Topic.FORBIDS]
    assert [r.rules[0] for r in forbids] == [("night",), ("visits",)]
    assert Verdict.ALLOWED in {said.verdict for said in forbids[0].said[1]}


def test_an_example_holds_the_facts_that_settle_both_verdicts_and_no_others() -> None:
    found = difference(named("tianxing"), named("pipl"))
    quiet = next(e for e in found.entries if e.region.rules[0] == ("quiet_hours",))
    assert list(quiet.example.facts) == ["time"]


def test_an_example_of_a_region_shows_the_fact_that_bounds_it() -> None:
    found = difference(named("tianxing"), named("pipl"))
    emergency = [e for e in found.entries if e.region.rules[0] == ("emergency_contact",)]
    shown = {fact for entry in emergency for fact in entry.example.facts}
    assert {"overdue", "unreachable", "amount", "instalment", "ever(written_notice)"} <= shown


def test_the_facts_of_an_example_state_the_action_s_own_history(tmp_path: Path) -> None:
    declared = "event stop (target)\n"
    rule = "rule stop: when ever(stop(same target)) then forbid contact(any)"
    found = compared(tmp_path, declared + rule, declared + CALLS)
    entry = next(e for e in found.entries if e.region.cls.topic is Topic.FORBIDS)
    target = entry.example.action.arguments[0]
    assert entry.example.facts[f"ever(stop({target}))"] is True


def test_a_duty_of_one_side_is_named(tmp_path: Path) -> None:
    found = compared(tmp_path, "rule say: require identified for contact(any, phone)", CALLS)
    (duty,) = found.duties
    assert (duty.side, duty.duty.rule, duty.forbidden) == (0, "say", False)


def test_a_duty_that_both_attach_in_other_words_is_no_difference(tmp_path: Path) -> None:
    together = "rule say: require identified and purpose_stated for contact(any, phone)"
    apart = (
        "rule say: require identified for contact(any, phone)\n"
        "rule why: require purpose_stated for contact(any, phone)"
    )
    assert compared(tmp_path, together, apart).duties == ()


def test_a_prohibition_that_does_a_duty_s_work_is_said_to(tmp_path: Path) -> None:
    left = "rule say: require identified for contact(any, phone)"
    right = "rule say: when not identified then forbid contact(any, phone)"
    found = compared(tmp_path, left, right)
    assert found.equivalent
    assert not found.same
    assert [duty.forbidden for duty in found.duties] == [True]


HARDSHIP = "rule hardship: when overdue >= {day} then require offer(instalment) {deadline}"


@pytest.mark.parametrize(
    ("left", "right", "stricter"),
    [
        ("within 5 days of conversation(borrower)", "within 10 days of conversation(borrower)", 0),
        ("within 30 days of written_notice", "within 1 months of written_notice", None),
        ("within 5 days of written_notice", "within 10 days of conversation(borrower)", None),
        ("every 2 years", "every 6 months", 1),
        ("", "every 6 months", 1),
        ("within 48h of written_notice", "within 3 days of written_notice", 0),
    ],
)
def test_the_shorter_deadline_is_stricter(
    tmp_path: Path, left: str, right: str, stricter: int | None
) -> None:
    found = compared(
        tmp_path,
        HARDSHIP.format(day=10, deadline=left),
        HARDSHIP.format(day=10, deadline=right),
    )
    assert [deadline.stricter for deadline in found.deadlines] == [stricter]


def test_equal_deadlines_and_obligations_that_never_meet_are_no_difference(tmp_path: Path) -> None:
    same = HARDSHIP.format(day=10, deadline="every 1 year")
    assert compared(tmp_path, same, same).deadlines == ()
    early = "rule early: when overdue < 5 then require offer(instalment) every 1 year"
    late = "rule late: when overdue > 5 then require offer(instalment) every 2 years"
    assert compared(tmp_path, early, late).deadlines == ()


def test_stages_of_other_names_or_ranges_are_listed(tmp_path: Path) -> None:
    left = "stages of overdue:\n  early: 1..7 days\n  late: 8..30 days"
    right = "stages of overdue:\n  early: 1..7 days\n  late: 8..60 days\n  lost: from 61 days"
    found = compared(tmp_path, left, right).stages
    assert [(s.name, s.stages[0] is None, s.stages[1] is None) for s in found] == [
        ("late", False, False),
        ("lost", True, False),
    ]


def test_a_rule_that_reads_otherwise_and_means_the_same_is_reported(tmp_path: Path) -> None:
    plain = "rule calls: when overdue >= 8 then allow contact(borrower, phone)"
    other = "rule calls: when not (overdue < 8 or overdue < 3) then allow contact(borrower, phone)"
    found = compared(tmp_path, plain, other)
    assert found.equivalent
    assert [r.rules for r in found.rewordings] == [("calls", "calls")]


def test_layout_and_comments_are_no_other_words(tmp_path: Path) -> None:
    spread = CALLS.replace(" then", "  # at last\n   then")
    assert compared(tmp_path, CALLS, spread).rewordings == ()


def test_a_rule_that_changed_its_meaning_is_no_rewording(tmp_path: Path) -> None:
    assert compared(tmp_path, CALLS, CALLS.replace("8", "9")).rewordings == ()


def test_a_renamed_rule_is_reported_once(tmp_path: Path) -> None:
    found = compared(tmp_path, CALLS, CALLS.replace("calls", "phone_calls"))
    assert [(r.rules, r.renamed) for r in found.rewordings] == [(("calls", "phone_calls"), True)]


def test_another_override_is_another_meaning(tmp_path: Path) -> None:
    exempt = "rule consent: when identified then allow contact(any, phone)"
    found = compared(
        tmp_path,
        f"{NIGHT}\n{exempt}",
        f"{NIGHT}\n{exempt.replace('consent', 'consent overrides night')}",
    )
    assert found.rewordings == ()


def test_what_one_side_alone_assumes_is_said(tmp_path: Path) -> None:
    found = compared(tmp_path, f"assume overdue >= 1\n{CALLS}", CALLS)
    assert found.equivalent
    assert [len(side) for side in found.assumed] == [1, 0]


def test_open_terms_of_two_policies_are_two_unknowns(tmp_path: Path) -> None:
    text = (
        "term start: days from 5 to 9, unspecified\n"
        "rule calls: when overdue >= start then allow contact(borrower, phone)"
    )
    found = compared(tmp_path, text, text)
    assert not found.equivalent
    assert {"left.start", "right.start"} <= set(found.axes)


def test_the_stricter_sides_are_those_of_regions_terms_and_deadlines(tmp_path: Path) -> None:
    fee = "term fee: percent, less is stricter\nset fee = "
    assert compared(tmp_path, fee + "3%", fee + "5%").stricter() == {0}
    assert compared(tmp_path, CALLS, NIGHT).stricter() == {1}
    assert compared(tmp_path, CALLS, CALLS).stricter() == frozenset()


def test_of_a_right_of_borrowers_no_policy_is_the_stricter_one(tmp_path: Path) -> None:
    declared = "action appeal, by borrower\naction seize\n"
    found = compared(tmp_path, declared, declared + "rule a: allow appeal, allow seize")
    assert {e.region.where.pattern.name: e.region.stricter for e in found.entries} == {
        "appeal": None,
        "seize": 0,
    }
    assert found.stricter() == {0}


PAGE = 'source page "How we collect" dated 2025-01-01'
NOTES = 'source notes "What we keep"'
KEPT = 'set recording_retention = 6 months cite notes "b"'


def sources_listed(found: Difference) -> list[str]:
    """The lines of the last section of a report, in single spaces."""
    *_, last = diff_text(found).split("\n\n")
    heading, *lines = last.splitlines()
    assert heading == "Sources"
    return [" ".join(line.split()) for line in lines]


def test_a_source_that_both_policies_cite_is_listed_once(tmp_path: Path) -> None:
    cited = CALLS + ' cite page "a"'
    left, right = f"{PAGE}\n{cited}", f"{PAGE}\n{cited.replace('calls', 'rings')}"
    found = compared(tmp_path, left, right)
    assert not found.entries
    assert sources_listed(found) == ["both page “How we collect”, 2025-01-01"]


def test_the_source_of_a_value_that_differs_is_listed(tmp_path: Path) -> None:
    found = compared(tmp_path, f"{NOTES}\n{KEPT}", "")
    assert sources_listed(found) == ["left notes “What we keep”"]


def test_what_is_certain_is_told_as_the_difference_it_is_for_every_value(tmp_path: Path) -> None:
    term = "term late: days from 10 to 20, unspecified"
    forbids = "rule late: when overdue >= late then forbid contact(borrower, phone)"
    allows = "rule calls: when overdue <= 15 then allow contact(borrower, phone)"
    text = one(compared(tmp_path, f"{term}\n{forbids}\n{allows}", ""))
    assert "left forbids and right does not when overdue >= 20 days, whatever late may be" in text
    assert "the two differ, in this way or in another, when overdue in 10..15 days" in text
    assert "whether they differ when overdue in 16..19 days depends on late" in text


def one(found: Difference) -> str:
    """A report in one line of single spaces."""
    return " ".join(diff_text(found).split())


def test_a_case_of_agreement_states_the_open_terms_that_it_turns_on(tmp_path: Path) -> None:
    month = "term month: days from 28 to 31, unspecified\n"
    rule = "rule month: when overdue >= 1 and overdue <= month then forbid contact(emergency)"
    found = compared(tmp_path, CALLS, month + rule)
    entry = next(e for e in found.entries if e.region.cls.topic is Topic.FORBIDS)
    assert entry.agreement is not None
    changed = changed_facts(found.joint, entry.example, entry.agreement)
    overdue, month_then = changed["overdue"], changed.get("month", 31)
    assert isinstance(overdue, int)
    assert isinstance(month_then, int)
    assert overdue < 1 or overdue > month_then


CALLED = "count(contact({}, phone), today) >= {}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("since(conversation(any)) < 24h", "count(conversation(any), last 24h) >= 1"),
        ("ever(contact(any))", "ever(contact(borrower)) or ever(contact(not borrower))"),
        (
            CALLED.format("any", 4),
            f"{{}} and ({CALLED.format('borrower', 2)} or {CALLED.format('not borrower', 2)})",
        ),
        (
            "count(contact(any), last 3 months) = 0",
            "{} and count(contact(any), last 89 days) = 0",
        ),
        (
            "since(contact(any, sms)) < since(conversation(any))",
            "{} and count(contact(any, sms), since conversation(any)) >= 1",
        ),
    ],
    ids=["window", "parts", "sum", "months", "since"],
)
def test_what_no_history_can_tell_apart_is_the_same(tmp_path: Path, one: str, other: str) -> None:
    rule = "when {} then forbid outsource"
    assert compared(tmp_path, rule.format(one), rule.format(other.format(one))).equivalent
