"""How decisions are planned: what is tested, what is sifted, and that it is the same either way."""

from itertools import product
from random import Random

import pytest

from policyc.core.actions import Ground, Pattern
from policyc.core.axes import Axis, Numbers, Unit, YesNo
from policyc.core.conditions import All, AnyOf, Condition, Holds, Not, Within, conjoin, disjoin
from policyc.core.meaning import decide
from policyc.core.numbers import Interval, NumberSet
from policyc.core.policy import Clause, Effect, Policy, Verdict
from policyc.engines.python import Answer, compile_policy
from policyc.engines.python import formulas as f
from policyc.engines.python.formulas import boxes
from policyc.engines.python.planning import Plan, plan_of
from policyc.engines.python.specialising import Groundwork, specialise
from policyc.engines.python.steps import Check, Sift, Walk
from tests.strategies.core import VOCABULARY

ANYTHING = Pattern("contact", (None, None))
PHONE = Ground("contact", ("borrower", "phone"))
AXES = {
    axis.key: axis
    for axis in (
        Axis("overdue", Numbers(Unit.DAYS, 0, 3650, 1)),
        Axis("calls", Numbers(Unit.COUNT, 0, 1000, 1)),
        *(Axis(f"yes{i}", YesNo()) for i in range(12)),
    )
}


def _days(first: int, last: int) -> Condition:
    return Within("overdue", NumberSet((Interval(first, last),)))


def _calls(first: int) -> Condition:
    return Within("calls", NumberSet((Interval(first),)))


def _plan(*guards: Condition) -> Plan:
    clauses = tuple(Clause(f"r{i}", Effect.FORBID, ANYTHING, g) for i, g in enumerate(guards))
    policy = Policy("p", AXES, VOCABULARY, clauses)
    specialised = specialise(Groundwork.of(policy), PHONE)
    return plan_of(specialised.formulas, specialised.subjects)


def test_rules_on_different_facts_are_checked_one_by_one() -> None:
    plan = _plan(Holds("yes0"), Holds("yes1"), _days(3, 9))
    assert [type(step) for step in plan.steps] == [Check, Check, Check]


def test_stages_of_one_fact_are_walked_together() -> None:
    plan = _plan(_days(0, 9), _days(10, 19), _days(20, 29), _days(30, 3650))
    (step,) = plan.steps
    assert isinstance(step, Walk)


def test_a_rule_and_its_otherwise_are_walked_together() -> None:
    guard = conjoin([Holds("yes0"), Holds("yes1"), _days(3, 9)])
    (step,) = _plan(guard, Not(guard)).steps
    assert isinstance(step, Walk)


def test_many_rules_on_the_same_facts_are_sifted() -> None:
    plan = _plan(*(conjoin([_days(i, i + 9), _calls(i % 7)]) for i in range(100)))
    (step,) = plan.steps
    assert isinstance(step, Sift)
    assert len(step.tables) == 2


def test_what_few_of_many_rules_ask_about_is_checked_beside_the_sift() -> None:
    many = [conjoin([_days(i, i + 9), _calls(i % 7)]) for i in range(100)]
    plan = _plan(*many, Holds("yes0"), conjoin([Holds("yes1"), _calls(3)]))
    assert [type(step) for step in plan.steps] == [Sift, Check, Check]


def test_what_always_and_what_never_holds_takes_no_step() -> None:
    plan = _plan(_days(0, 3650), _days(4000, 5000), Holds("yes0"))
    assert plan.always == 0b1
    assert [step.bits for step in plan.steps if isinstance(step, Check)] == [0b100]


def test_a_rule_of_two_boxes_sets_one_bit_of_its_own_whichever_holds() -> None:
    either = [disjoin([_days(i, i + 9), _calls(i % 7 + 1)]) for i in range(60)]
    plan = _plan(*either)
    assert plan.others == tuple(range(60))
    assert plan.applying(1 << 3 | 1 << 60 + 5) == 1 << 3 | 1 << 5


def test_a_rule_of_too_many_boxes_is_checked_by_itself() -> None:
    pairs = [disjoin([Holds(f"yes{i}"), Holds(f"yes{i + 1}")]) for i in range(0, 12, 2)]
    many = [conjoin([_days(i, i + 9), _calls(i % 7)]) for i in range(100)]
    plan = _plan(*many, conjoin(pairs))
    assert [type(step) for step in plan.steps] == [Sift, Check]


@pytest.mark.parametrize("seed", range(20))
def test_boxes_cover_exactly_where_a_condition_holds(seed: int) -> None:
    condition = _random(Random(seed), 4)
    policy = Policy("p", AXES, VOCABULARY, (Clause("r", Effect.FORBID, ANYTHING, condition),))
    groundwork = Groundwork.of(policy)
    found = boxes(groundwork.formulas[condition], 1000)
    assert found is not None
    numbers = {str(subject.name): subject.number for subject in groundwork.grid.values()}
    for values in product((False, True), repeat=3):
        case = {f"yes{i}": value for i, value in enumerate(values)}
        cells = {numbers[key]: 1 << value for key, value in case.items() if key in numbers}
        inside = any(all(mask & cells[n] for n, mask in box.items()) for box in found)
        assert inside == (decide(policy, PHONE, case).verdict is Verdict.FORBIDDEN)


def _random(random: Random, depth: int) -> Condition:
    if not depth:
        return Holds(f"yes{random.randrange(3)}")
    parts = (_random(random, depth - 1), _random(random, depth - 1))
    return random.choice((All(parts), AnyOf(parts), Not(parts[0])))


def test_what_takes_too_many_boxes_has_none_whatever_stands_beside_it() -> None:
    one, other = f.Test(0, 0b01, 0b11), f.Test(1, 0b10, 0b11)
    three = f.Some((f.Test(2, 0b001, 0b111), f.Test(2, 0b010, 0b111), f.Test(3, 0b10, 0b11)))
    assert boxes(three, 3) == [{2: 0b001}, {2: 0b010}, {3: 0b10}]
    assert boxes(three, 2) is None
    assert boxes(f.Every((one, three)), 3) == [
        {0: 0b01, 2: 0b001},
        {0: 0b01, 2: 0b010},
        {0: 0b01, 3: 0b10},
    ]
    assert boxes(f.Every((one, other, three)), 2) is None
    assert boxes(f.Every((one, f.Some((one, other)), three)), 5) is None
    assert boxes(f.Every((one, f.Test(0, 0b10, 0b11))), 1) == []


def test_stages_of_a_time_that_may_never_have_begun_are_told_apart() -> None:
    since = Axis("since", Numbers(Unit.HOURS, 0, optional=True))
    early = Not(Within("since", NumberSet((Interval(3),))))
    later = Within("since", NumberSet((Interval(3, 6, upper_open=True),)))
    late = Within("since", NumberSet((Interval(6),)))
    effects = (Effect.FORBID, Effect.DISCOURAGE, Effect.ALLOW)
    guards: tuple[Condition, ...] = (early, later, late)
    clauses = tuple(
        Clause(effect.value, effect, ANYTHING, guard)
        for effect, guard in zip(effects, guards, strict=True)
    )
    policy = Policy("p", {"since": since}, VOCABULARY, clauses)
    compiled = compile_policy(policy)
    for hours, verdict in (
        (0, Verdict.FORBIDDEN),
        (3, Verdict.DISCOURAGED),
        (6, Verdict.ALLOWED),
        (None, Verdict.FORBIDDEN),
    ):
        answer = compiled.decide(PHONE, {"since": hours})
        assert isinstance(answer, Answer)
        assert answer.verdict is verdict
