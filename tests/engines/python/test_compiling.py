"""Compiled deciders against the definition, on random policies and cases."""

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyc.core.actions import Ground, Pattern
from policyc.core.axes import Axis, Value, YesNo
from policyc.core.conditions import (
    ALWAYS,
    All,
    AnyOf,
    Condition,
    Holds,
    Linear,
    LinearForm,
    Within,
    conjoin,
    negate,
)
from policyc.core.meaning import Outcome, UnknownValueError, decide
from policyc.core.numbers import Interval, Number, NumberSet
from policyc.core.policy import Clause, Duty, Effect, Policy, Verdict
from policyc.engines.python import Answer, Compiled, Missing, compile_policy
from policyc.engines.python.answers import answer_of
from tests.strategies.core import (
    DENSE,
    EVERYTHING,
    FACTS,
    OPEN,
    PAST,
    PLAIN,
    SMALL,
    TERMS,
    VOCABULARY,
    Shape,
    grounds,
    random_policy,
    randoms,
)
from tests.strategies.situations import (
    asked_axes,
    completed,
    dutiful_policy,
    own_keys,
    random_situation,
)

MANY = Shape(axes=FACTS + DENSE + TERMS + PAST, rules=40)
CROWD = Shape(axes=FACTS + DENSE + TERMS + PAST, rules=160, depth=3, overrides=0.02)
SHAPES = st.sampled_from([PLAIN, SMALL, OPEN, EVERYTHING, MANY])
PHONE = Ground("contact", ("borrower", "phone"))


def _says(outcome: Outcome) -> Answer:
    """What the definition found, written down by hand."""
    names: list[str] = []
    for clause in outcome.live:
        if clause.rule not in names:
            names.append(clause.rule)
    return Answer(outcome.verdict, tuple(names), outcome.live, outcome.defeated, outcome.rebuttable)


@pytest.mark.property
@given(randoms(), SHAPES)
def test_a_complete_case_is_decided_as_the_definition_decides_it(
    random: Random, shape: Shape
) -> None:
    policy = random_policy(random, shape)
    compiled = compile_policy(policy)
    for action in random.sample(list(grounds()), 2):
        keys = own_keys(policy, action, asked_axes(policy))
        for _ in range(4):
            case = random_situation(random, policy, action)
            outcome = decide(policy, action, case)
            expected = _says(outcome)
            assert answer_of(outcome) == expected
            assert compiled.decide(action, case) == expected
            assert compiled.decider(str(action))(case) == expected
            values = [case[keys[key]] for key in compiled.axes(action)]
            assert compiled.values_decider(action)(*values) == expected


@pytest.mark.parametrize("seed", range(12))
def test_many_rules_are_decided_as_the_definition_decides_them(seed: int) -> None:
    random = Random(seed)
    policy = random_policy(random, CROWD)
    compiled = compile_policy(policy)
    for action in random.sample(list(grounds()), 2):
        for _ in range(8):
            case = random_situation(random, policy, action)
            assert compiled.decide(action, case) == _says(decide(policy, action, case))


@pytest.mark.property
@given(randoms(), SHAPES)
def test_what_is_answered_of_a_partial_case_holds_in_every_completion(
    random: Random, shape: Shape
) -> None:
    policy = random_policy(random, shape)
    compiled = compile_policy(policy)
    for action in random.sample(list(grounds()), 2):
        known = random_situation(random, policy, action, unknown=0.4)
        answer = compiled.decide(action, known)
        if isinstance(answer, Missing):
            assert answer.key not in known
            continue
        for _ in range(5):
            case = completed(random, policy, action, known)
            assert answer == _says(decide(policy, action, case))


@pytest.mark.property
@given(randoms(), SHAPES)
def test_what_the_definition_can_answer_is_answered(random: Random, shape: Shape) -> None:
    policy = random_policy(random, shape)
    compiled = compile_policy(policy)
    for action in random.sample(list(grounds()), 2):
        known = random_situation(random, policy, action, unknown=0.2)
        try:
            expected = _says(decide(policy, action, known))
        except UnknownValueError:
            continue
        assert compiled.decide(action, known) == expected


@pytest.mark.property
@given(randoms())
def test_a_relative_axis_may_be_stated_as_it_is_written(random: Random) -> None:
    policy = random_policy(random, EVERYTHING)
    compiled = compile_policy(policy)
    for action in random.sample(list(grounds()), 2):
        keys = own_keys(policy, action, asked_axes(policy))
        own = random_situation(random, policy, action)
        case = {key: own[name] for key, name in keys.items()}
        assert compiled.decide(action, case) == _says(decide(policy, action, case))


@pytest.mark.property
@given(randoms(), SHAPES)
def test_a_checked_case_is_decided_like_a_trusted_one(random: Random, shape: Shape) -> None:
    policy = random_policy(random, shape)
    compiled = compile_policy(policy)
    for action in random.sample(list(grounds()), 2):
        case = random_situation(random, policy, action, unknown=random.choice((0, 0, 0.3)))
        decimals: dict[str, object] = {key: _as_decimal(value) for key, value in case.items()}
        decider = compiled.checked_decider(action)
        assert decider(case) == compiled.decide(action, case)
        assert decider(decimals) == compiled.decide(action, case)


def _as_decimal(value: Value) -> object:
    if isinstance(value, Fraction | int) and not isinstance(value, bool):
        return Decimal(value.numerator) / Decimal(value.denominator)
    return value


@pytest.mark.property
@given(randoms(), SHAPES)
def test_duties_come_with_an_action_as_the_definition_says(random: Random, shape: Shape) -> None:
    policy = dutiful_policy(random, shape)
    compiled = compile_policy(policy)
    for action in random.sample(list(grounds()), 2):
        case = random_situation(random, policy, action)
        assert compiled.duties(action, case) == decide(policy, action, case).duties


def _clause(
    name: str,
    effect: Effect,
    guard: Condition = ALWAYS,
    *,
    overrides: str = "",
    rebuttable: bool = False,
) -> Clause:
    anything = Pattern("contact", (None, None))
    return Clause(name, effect, anything, guard, frozenset(overrides.split()), rebuttable)


def _compiled(
    *clauses: Clause, defaults: tuple[Clause, ...] = (), duties: tuple[Duty, ...] = ()
) -> Compiled:
    axes = {axis.key: axis for axis in FACTS + DENSE + PAST}
    return compile_policy(Policy("p", axes, VOCABULARY, clauses, defaults, duties))


def _at_least(axis: str, value: Number) -> Condition:
    return Within(axis, NumberSet((Interval(value),)))


def _answer(compiled: Compiled, **case: Value) -> Answer:
    found = compiled.decide(PHONE, case)
    assert isinstance(found, Answer)
    return found


def test_without_any_rule_the_policy_is_silent() -> None:
    assert _answer(_compiled()) == Answer(Verdict.SILENT, (), (), (), False)


def test_a_live_requirement_against_a_live_prohibition_is_a_conflict() -> None:
    compiled = _compiled(
        _clause("must", Effect.REQUIRE, rebuttable=True),
        _clause("must_not", Effect.FORBID, Holds("threat"), rebuttable=True),
        _clause("may", Effect.ALLOW),
    )
    answer = _answer(compiled, threat=True)
    assert (answer.verdict, answer.rules) == (Verdict.CONFLICT, ("must", "must_not", "may"))
    assert answer.rebuttable
    assert _answer(compiled, threat=False).verdict is Verdict.REQUIRED


def test_a_defeated_rule_defeats_nothing() -> None:
    compiled = _compiled(
        _clause("first", Effect.FORBID),
        _clause("second", Effect.ALLOW, overrides="first"),
        _clause("third", Effect.DISCOURAGE, Holds("notice"), overrides="second"),
    )
    answer = _answer(compiled, notice=True)
    assert answer.rules == ("first", "third")
    assert [clause.rule for clause in answer.defeated] == ["second"]
    assert _answer(compiled, notice=False).rules == ("second",)


def test_rules_that_override_one_another_in_a_ring_are_refused() -> None:
    compiled = _compiled(
        _clause("hen", Effect.FORBID, overrides="egg"),
        _clause("egg", Effect.ALLOW, overrides="hen"),
    )
    with pytest.raises(ValueError, match="ring"):
        compiled.decider(PHONE)


def test_a_default_acts_beside_a_soft_rule_and_not_beside_a_ruling_one() -> None:
    compiled = _compiled(
        _clause("gently", Effect.DISCOURAGE),
        _clause("may", Effect.ALLOW, Holds("threat")),
        defaults=(_clause("else", Effect.FORBID, Holds("notice")),),
    )
    assert _answer(compiled, threat=False, notice=True).rules == ("gently", "else")
    assert _answer(compiled, threat=False, notice=False).rules == ("gently",)
    assert _answer(compiled, threat=True, notice=True).rules == ("gently", "may")


def test_a_rule_with_two_live_effects_is_named_once() -> None:
    compiled = _compiled(_clause("both", Effect.ALLOW), _clause("both", Effect.RECOMMEND))
    answer = _answer(compiled)
    assert answer.rules == ("both",)
    assert len(answer.live) == 2


def test_a_comparison_with_what_never_happened_is_false_either_way_round() -> None:
    since = "since(stop_request(any))"
    late, early = _at_least(since, 3), Within(since, NumberSet((Interval(None, 3),)))
    compiled = _compiled(
        _clause("late", Effect.FORBID, late),
        _clause("early", Effect.ALLOW, early),
        _clause("not_late", Effect.DISCOURAGE, negate(late)),
        _clause("neither", Effect.RECOMMEND, conjoin([negate(late), negate(early)])),
    )
    assert _answer(compiled, **{since: None}).rules == ("not_late", "neither")
    assert _answer(compiled, **{since: 3}).rules == ("late", "early")
    assert _answer(compiled, **{since: Fraction(5, 2)}).rules == ("early", "not_late")


def test_a_sum_with_what_never_happened_is_in_no_range() -> None:
    form = LinearForm((("calls", 1), ("days_since(stop_request(any))", -1)))
    more = Linear(form, NumberSet((Interval(0),)))
    compiled = _compiled(
        _clause("more", Effect.FORBID, more), _clause("not_more", Effect.ALLOW, negate(more))
    )
    assert _answer(compiled, **{"calls": 1, "days_since(stop_request(any))": None}).rules == (
        "not_more",
    )
    assert _answer(compiled, **{"calls": 1, "days_since(stop_request(any))": 1}).rules == ("more",)


@pytest.mark.parametrize(
    ("rate", "rules"),
    [(Fraction(1, 3), ("third",)), (Fraction(1, 2), ("half",)), (0, ()), (1, ("half",))],
)
def test_bounds_that_are_no_whole_numbers_are_exact(rate: Number, rules: tuple[str, ...]) -> None:
    third = Interval(Fraction(1, 3), Fraction(1, 3))
    compiled = _compiled(
        _clause("third", Effect.FORBID, Within("rate", NumberSet((third,)))),
        _clause("half", Effect.ALLOW, _at_least("rate", Fraction(1, 2))),
    )
    assert _answer(compiled, rate=rate).rules == rules


def test_an_unknown_fact_is_never_read_as_no() -> None:
    compiled = _compiled(_clause("must_not", Effect.FORBID, negate(Holds("notice"))))
    assert compiled.decide(PHONE, {}) == Missing("notice")


def test_a_fact_that_no_rule_needs_any_more_may_be_unknown() -> None:
    guard = conjoin([Holds("threat"), Holds("notice")])
    compiled = _compiled(_clause("must_not", Effect.FORBID, guard))
    assert _answer(compiled, threat=False).verdict is Verdict.SILENT
    assert compiled.decide(PHONE, {"threat": True}) == Missing("notice")


def test_a_duty_that_turns_on_an_unknown_fact_is_not_left_out() -> None:
    everyone = Pattern("contact", (None, None))
    duty = Duty("say", everyone, Holds("threat"), Holds("notice"))
    compiled = _compiled(duties=(duty,))
    assert compiled.duties(PHONE, {"threat": True}) == (duty,)
    assert compiled.duties(PHONE, {"threat": False}) == ()
    assert compiled.duties(PHONE, {}) == Missing("threat")


def test_an_action_that_the_policy_does_not_know_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        _compiled().decide("contact(nobody, phone)", {})


def test_names_of_any_kind_stay_data() -> None:
    name = 'x\'\n); raise SystemExit(""" #'
    axis = Axis(name, YesNo())
    clause = _clause(name, Effect.FORBID, Holds(name))
    compiled = compile_policy(Policy("p", {name: axis}, VOCABULARY, (clause,)))
    assert _answer(compiled, **{name: True}).rules == (name,)


def test_a_guard_nested_as_deep_as_a_text_may_be_is_compiled() -> None:
    guard: Condition = Holds("threat")
    for depth in range(60):
        join = AnyOf if depth % 2 else All
        guard = join((guard, _at_least("overdue", depth % 12)))
    compiled = _compiled(_clause("deep", Effect.FORBID, guard))
    case: dict[str, Value] = {"threat": True, "overdue": 7}
    policy = compiled.policy
    assert compiled.decide(PHONE, case) == _says(decide(policy, PHONE, case))
