"""Decisions against the definition of the language, complete cases and partial ones."""

from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import given

from policyc.core.actions import Ground
from policyc.core.axes import Value
from policyc.core.conditions import ALWAYS
from policyc.core.meaning import consistent, decide
from policyc.core.policy import Policy, Verdict
from policyc.decide.decider import Decider
from policyc.decide.decision import Decision
from policyc.decide.findings import CaseError
from policyc.space.grid.substitute import substitute
from tests.decide.lender import COMPLETE, decided, point, problems
from tests.strategies.core import (
    FACTS,
    Shape,
    every_case,
    grounds,
    random_case,
    random_policy,
    randoms,
    used_axes,
)

SMALL = Shape(axes=FACTS[:2] + FACTS[3:], rules=6)


def completions(policy: Policy, known: Mapping[str, Value]) -> list[Mapping[str, Value]]:
    """The cases that have what is known, and that the policy admits."""
    unknown = [axis for axis in used_axes(policy) if axis.key not in known]
    whole = [{**known, **rest} for rest in every_case(unknown)]
    return [case for case in whole if consistent(policy, Ground("report"), case)]


@pytest.mark.property
@given(randoms())
def test_a_complete_case_is_decided_as_the_language_defines(random: Random) -> None:
    policy = random_policy(random, SMALL)
    action = random.choice(list(grounds()))
    case = random_case(random, used_axes(policy))
    if not consistent(policy, action, case):
        with pytest.raises(CaseError):
            Decider(policy).decide(action, case)
        return
    decision, outcome = (
        Decider(policy, confirmed=True).decide(action, case),
        decide(policy, action, case),
    )
    assert decision.verdict is outcome.verdict
    assert decision.rules == outcome.live
    assert decision.defeated == outcome.defeated
    assert decision.rebuttable == outcome.rebuttable


@pytest.mark.property
@given(randoms())
def test_a_partial_case_is_decided_for_all_of_its_completions(random: Random) -> None:
    policy = random_policy(random, SMALL)
    action = random.choice(list(grounds()))
    case = random_case(random, used_axes(policy))
    known = {key: value for key, value in case.items() if random.random() < 0.5}
    cases = completions(policy, known)
    if not cases:
        return
    decision = Decider(policy).decide(action, known)
    outcomes = [decide(policy, action, whole) for whole in cases]
    verdicts = {outcome.verdict for outcome in outcomes}
    if len(verdicts) == 1:
        assert {decision.verdict} == verdicts
        assert decision.outcomes == ()
    else:
        assert decision.verdict is Verdict.UNDETERMINED
        assert {outcome.verdict for outcome in decision.outcomes} == verdicts
    for whole, outcome in zip(cases, outcomes, strict=True):
        assert set(decision.rules) <= set(outcome.live)
        assert set(decision.defeated) <= set(outcome.defeated)
        assert _told(decision, whole) in ([], [outcome.verdict])
        if decision.outcomes:
            assert _told(decision, whole) == [outcome.verdict]


def _told(decision: Decision, case: Mapping[str, Value]) -> list[Verdict]:
    """The verdicts whose conditions hold in a case."""
    return [o.verdict for o in decision.outcomes if substitute(o.when, case) == ALWAYS]


def test_a_decision_names_every_live_rule_and_every_defeated_one() -> None:
    capped = {**COMPLETE, "count(contact(any, phone), today)": 3}
    refused = decided("contact(borrower, phone)", capped)
    assert refused.verdict is Verdict.FORBIDDEN
    assert [clause.rule for clause in refused.rules] == ["calls", "cap"]
    consented = {**capped, "count(consent, since withdrawal)": 1}
    agreed = decided("contact(borrower, phone)", consented)
    assert agreed.verdict is Verdict.ALLOWED
    assert [clause.rule for clause in agreed.rules] == ["calls", "agreed"]
    assert [clause.rule for clause in agreed.defeated] == ["cap"]


def test_what_is_not_stated_is_unknown_and_never_no() -> None:
    case = {key: value for key, value in COMPLETE.items() if key != "ever(notice)"}
    case["unreachable"], case["amount"] = 100, 20_000
    decision = decided("contact(emergency, sms)", case)
    assert decision.verdict is Verdict.UNDETERMINED
    assert decision.depends_on == ("ever(notice)",)
    assert decision.open_terms == ()


def test_rules_that_are_live_either_way_are_named_before_the_rest_is_known() -> None:
    decision = decided("contact(borrower, phone)", {"overdue": 20, "time": "21:00"})
    assert decision.verdict is Verdict.FORBIDDEN
    assert [clause.rule for clause in decision.rules] == ["calls", "quiet"]
    assert set(decision.possible) == {"who", "cap", "debt_cap", "stop"}
    assert not decision.rebuttable


def test_a_presumption_is_rebuttable_if_nothing_else_gives_the_verdict() -> None:
    key = "count(contact(borrower, phone), last 7 days, for each debt)"
    decision = decided("contact(borrower, phone)", {**COMPLETE, key: 7})
    assert (decision.verdict, decision.rebuttable) == (Verdict.FORBIDDEN, True)


def test_a_term_that_the_text_leaves_open_is_told_apart_from_facts() -> None:
    case = {key: value for key, value in COMPLETE.items() if key != "grace"} | {"overdue": 5}
    decision = decided("contact(borrower, sms)", case)
    assert decision.verdict is Verdict.UNDETERMINED
    assert {o.verdict for o in decision.outcomes} == {Verdict.DISCOURAGED, Verdict.ALLOWED}
    assert (decision.depends_on, decision.open_terms) == ((), ("grace",))


def test_a_duty_comes_with_the_action_and_says_whether_it_is_met() -> None:
    (met,) = decided("contact(borrower, phone)", COMPLETE).duties
    assert (met.duty.rule, met.met, met.when) == ("who", True, None)
    (unmet,) = decided("contact(borrower, phone)", {**COMPLETE, "identified": False}).duties
    assert unmet.met is False
    (perhaps,) = decided("contact(borrower, phone)", {"time": "21:00"}).duties
    assert (perhaps.met, perhaps.when is not None) == (None, True)
    assert decided("contact(borrower, phone)", {**COMPLETE, "overdue": 90}).duties == ()


def test_a_default_decides_where_no_rule_does() -> None:
    decision = decided("report", COMPLETE)
    assert decision.verdict is Verdict.RECOMMENDED
    assert [clause.effect.value for clause in decision.rules] == ["recommend"]
    late = decided("report", {**COMPLETE, "overdue": 91})
    assert (late.verdict, [clause.rule for clause in late.rules]) == (Verdict.REQUIRED, ["filed"])


@pytest.mark.parametrize(
    "facts",
    [
        {"instalment": 0},
        {"ever(notice)": False, "since(notice)": 3},
        {"ever(notice)": True, "since(notice)": "never"},
        {"count(contact(any, phone), today)": 2, "count(contact(any, phone), this week)": 1},
        {"count(contact(any, phone), today)": 1, "count(contact(any), today)": 0},
        {"ever(stop_request(same target))": False, "ever(stop_request(borrower))": True,
         "ever(stop_request(any))": False},
    ],
)  # fmt: skip
def test_facts_that_cannot_be_true_together_are_no_case(facts: dict[str, object]) -> None:
    assert problems(facts, "contact(borrower, phone)") == ["contradictory-facts"]


def test_a_contradiction_names_the_facts_and_what_is_assumed() -> None:
    with pytest.raises(CaseError) as caught:
        decided("report", {"instalment": 0})
    (found,) = caught.value.findings
    assert "`instalment = 0 CNY`" in found.message()
    assert "`instalment > 0 CNY`" in found.message()
    assert "`当期应还 > 0元`" in found.message("zh")


def test_the_policy_decides_and_the_definition_agrees() -> None:
    assert point().decide(Ground("report"), point().read(COMPLETE)).verdict is Verdict.RECOMMENDED
