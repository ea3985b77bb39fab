"""Several policies side by side: disputes, the overview, statutes."""

from random import Random

import pytest

from policyc.analyse.comparison import SIDE_BY_SIDE, comparison
from policyc.analyse.compliance import compliance
from policyc.analyse.disputes import Dispute, disputes
from policyc.analyse.membership import Membership
from policyc.analyse.overview import Answer, Overview, main_action, main_axis, overview
from policyc.core.actions import Ground
from policyc.core.meaning import Case, decide
from policyc.core.policy import Policy, Verdict
from policyc.space.questions.terms import Complying
from policyc.space.replay import outcomes
from policyc.space.space import Space
from tests.analyse.loading import named
from tests.strategies.core import (
    FACTS,
    PLAIN,
    Shape,
    every_case,
    grounds,
    random_case,
    random_policy,
)
from tests.strategies.edits import edited

GUIDELINE, TIANXING, XIAOHUA = (
    f"measured.policy#m_{name}" for name in ("guideline", "tianxing", "xiaohua")
)


def claims(space: Space, found: Dispute, action: Ground, case: Case) -> bool:
    outside = [part.where for part in found.exceptions]
    return Membership.of(space.joint, found.where, outside)(action, case)


@pytest.mark.parametrize("seed", range(12))
def test_every_case_that_not_all_decide_alike_lies_in_a_dispute(seed: int) -> None:
    random = Random(seed)
    first = random_policy(random, PLAIN, "a")
    space = Space([first, edited(random, first, PLAIN), random_policy(random, PLAIN, "c")])
    found = disputes(space, ["contact", "report"])
    assert found.unknown == ()
    axes = [space.joint.axes[a.name] for a in space.grid.axes if isinstance(a.name, str)]
    for _ in range(60):
        action, case = random.choice(list(grounds())), random_case(random, axes)
        if not space.cases.admits(action, case):
            continue
        said = outcomes(space, action, case)
        here = [d for d in found.disputes if claims(space, d, action, case)]
        if len({(o.verdict, o.rebuttable) for o in said}) > 1:
            assert here
        for dispute in here:
            for each, outcome in zip(dispute.said, said, strict=True):
                assert outcome.verdict in {s.verdict for s in each}


def test_a_dispute_shows_a_case_of_its_own() -> None:
    space = Space([named(TIANXING), named(GUIDELINE), named(XIAOHUA)])
    for dispute in disputes(space, space.actions).disputes:
        verdicts = [o.verdict for o in dispute.example.outcomes]
        assert len(verdicts) == 3
        assert len(set(verdicts)) > 1


def test_disputes_in_which_one_forbids_and_another_permits_come_first() -> None:
    space = Space([named(TIANXING), named(GUIDELINE), named(XIAOHUA)])
    grave = [dispute.is_grave for dispute in disputes(space, space.actions).disputes]
    assert grave == sorted(grave, reverse=True)
    assert set(grave) == {True, False}


def cell(table: Overview, policy: int, day: int, *arguments: str) -> str:
    """The answer of a policy about one action on a day."""
    row = next(
        row
        for row in table.rows[policy]
        if all(a is None or x in a for a, x in zip(row.pattern.arguments, arguments, strict=True))  # type: ignore[operator]  # no `same` in a row
    )
    place = next(i for i, numbers in enumerate(table.ranges) if day in numbers)
    found = row.cells[place]
    return found.answer.value + ("?" if found.open else "")


def test_the_overview_says_who_may_be_contacted_how_by_day() -> None:
    table = overview([named(TIANXING), named(XIAOHUA)], "contact")
    assert table.axis == "overdue"
    assert cell(table, 0, 5, "borrower", "sms") == Answer.SOMETIMES_PERMITTED.value
    assert cell(table, 0, 8, "borrower", "sms") == Answer.SOMETIMES_BARRED.value
    assert cell(table, 0, 20, "emergency", "phone") == Answer.SOMETIMES_PERMITTED.value
    assert cell(table, 0, 20, "address_book", "phone") == "forbidden"
    assert cell(table, 1, 5, "borrower", "app") == "allowed"
    assert cell(table, 1, 30, "borrower", "app") == "allowed?"
    assert cell(table, 1, 60, "borrower", "app") == "silent"


@pytest.mark.parametrize("seed", range(15))
def test_each_cell_of_the_overview_is_what_its_cases_say(seed: int) -> None:
    random = Random(seed)
    shape = Shape(axes=FACTS[:1] + FACTS[3:4] + FACTS[5:], rules=4, linear=False, assumptions=0)
    policy = random_policy(random, shape)
    table = overview([policy], "contact")
    asked = {a.key for a in policy.axes.values()}
    cases = list(every_case([a for a in shape.axes if a.key in asked]))
    for action in (g for g in grounds() if g.name == "contact"):
        for place in range(max(len(table.ranges), 1)):
            inside = [c for c in cases if in_range(table, place, c)]
            verdicts = {decide(policy, action, c).verdict for c in inside}
            row = next((r for r in table.rows[0] if r.pattern.covers(action)), None)
            answer = Answer.SILENT if row is None else row.cells[place].answer
            assert answer is summed(verdicts)


def in_range(table: Overview, place: int, case: Case) -> bool:
    if table.axis is None:
        return True
    value = case[table.axis]
    assert isinstance(value, int)
    return value in table.ranges[place]


def summed(verdicts: set[Verdict]) -> Answer:
    if len(verdicts) == 1:
        return Answer(next(iter(verdicts)).value)
    permits = {Verdict.ALLOWED, Verdict.REQUIRED, Verdict.RECOMMENDED}
    return Answer.SOMETIMES_PERMITTED if verdicts & permits else Answer.SOMETIMES_BARRED


def test_the_main_action_and_axis_are_those_that_rules_speak_of_most() -> None:
    assert main_action([named("tianxing")]) == "contact"
    assert main_axis([named("tianxing")]) == "overdue"
    assert main_axis([named("pipl")]) is None


def test_a_policy_is_held_against_a_statute_in_every_case() -> None:
    found = compliance(named(TIANXING), named(GUIDELINE))
    assert found.complies is False
    assert [b.rules for b in found.breaches] == [
        (("r3",), ("g1",)),
        (("r2",), ("g2",)),
        (("r3",), ("g2",)),
        (("r1",), ("g3",)),
    ]
    for breach in found.breaches:
        mine, yours = breach.example.outcomes
        assert (mine.verdict, yours.verdict) == (Verdict.ALLOWED, Verdict.FORBIDDEN)


def test_the_values_of_open_terms_that_comply_are_said_only_where_there_is_a_breach() -> None:
    found = compliance(named(XIAOHUA), named(GUIDELINE))
    assert isinstance(found.terms, Complying)
    assert compliance(named("xiaohua"), named("pipl")).terms is None


def test_what_a_statute_requires_and_a_policy_omits_is_no_breach() -> None:
    found = compliance(named("pipl"), named("xiaohua"))
    assert found.complies is True
    assert {o.part.where.pattern.name for o in found.omissions} == {"offer"}


def test_duties_of_the_statute_that_the_policy_does_not_name_are_listed() -> None:
    found = compliance(named("xiaohua"), named("tianxing"))
    assert [d.duty.rule for d in found.duties] == ["say_who_and_why"]


def many(count: int) -> list[Policy]:
    return [named("tianxing" if i % 2 else "pipl") for i in range(count)]


def test_of_many_policies_only_the_standing_is_told() -> None:
    few = comparison(many(SIDE_BY_SIDE))
    assert few.disputes is not None
    assert few.overviews
    more = comparison(many(SIDE_BY_SIDE + 1))
    assert (more.disputes, more.overviews) == (None, None)
    assert len(more.standing.whole.classes) == 2


def test_who_says_nothing_where_others_speak_is_named() -> None:
    found = comparison([named("tianxing"), named("pipl"), named("xiaohua")])
    assert found.silent["contact"] == (1,)
    assert found.silent["disclose"] == (0, 2)
    assert "threaten" in found.silent


def test_a_breach_of_any_statute_by_any_policy_counts() -> None:
    assert comparison([named(TIANXING)], [named(GUIDELINE)]).breached
    assert not comparison([named("tianxing")], [named("pipl")]).breached


def test_one_action_alone_can_be_compared() -> None:
    found = comparison([named("tianxing"), named("xiaohua")], [named("pipl")], ["offer"])
    assert list(found.standing.by_action) == ["offer"]
    assert found.disputes is not None
    assert {d.where.pattern.name for d in found.disputes.disputes} == {"offer"}
    assert found.overviews is not None
    assert [table.action for table in found.overviews] == ["offer"]
