"""What a policy means, sentence by sentence; the conformance suites put sentences together."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import product

import attrs
import pytest

from policyc.core.actions import Ground, Kind, Parameter, Pattern, Same, Signature, Vocabulary
from policyc.core.axes import (
    Axis,
    Currency,
    Ever,
    Members,
    Numbers,
    Unit,
    Value,
    YesNo,
)
from policyc.core.conditions import (
    ALWAYS,
    NEVER,
    All,
    Among,
    AnyOf,
    Condition,
    Holds,
    Linear,
    LinearForm,
    Not,
    Within,
)
from policyc.core.meaning import (
    UnknownValueError,
    consistent,
    decide,
    gives,
    verdict_of,
    verdicts,
)
from policyc.core.numbers import Interval, NumberSet
from policyc.core.policy import Assumption, Clause, Duty, Effect, Policy, Verdict

WHOM = Kind("whom", ("debtor", "friend"))
CALL = Signature("call", (Parameter("whom", WHOM),))
STOP = Signature("stop", (Parameter("whom", WHOM),), is_action=False)
VOCABULARY = Vocabulary({"whom": WHOM}, {"call": CALL}, {"stop": STOP}, ("debtor",))
STOPPED = "ever(stop(same whom))"
AXES = {
    axis.key: axis
    for axis in (
        Axis("a", YesNo()),
        Axis("b", YesNo()),
        Axis("kind", Members(WHOM)),
        Axis("n", Numbers(Unit.DAYS, 0)),
        Axis("m", Numbers(Currency("CNY"))),
        Axis("since", Numbers(Unit.HOURS, 0, optional=True)),
        Axis(STOPPED, YesNo(), Ever(Pattern("stop", (Same("whom"),)), "debtor")),
    )
}
ANYONE = Pattern("call", (None,))
DEBTOR, FRIEND = Ground("call", ("debtor",)), Ground("call", ("friend",))
AT_MOST_THREE = NumberSet((Interval(None, 3),))


def policy(*clauses: Clause, defaults: tuple[Clause, ...] = ()) -> Policy:
    return Policy("p", AXES, VOCABULARY, clauses, defaults)


def rule(
    name: str,
    effect: Effect,
    guard: Condition = ALWAYS,
    *overrides: str,
    about: Pattern = ANYONE,
    rebuttable: bool = False,
) -> Clause:
    return Clause(name, effect, about, guard, frozenset(overrides), rebuttable)


def applies(guard: Condition, case: Mapping[str, Value], action: Ground = DEBTOR) -> bool:
    found = decide(policy(rule("it", Effect.ALLOW, guard)), action, case)
    return found.verdict is Verdict.ALLOWED


def test_a_yes_no_question_holds_where_the_answer_is_yes() -> None:
    assert applies(Holds("a"), {"a": True})
    assert not applies(Holds("a"), {"a": False})


def test_a_member_is_among_those_that_are_named() -> None:
    among = Among("kind", frozenset({"friend"}))
    assert applies(among, {"kind": "friend"})
    assert not applies(among, {"kind": "debtor"})


def test_a_number_lies_in_a_set() -> None:
    assert applies(Within("n", AT_MOST_THREE), {"n": 3})
    assert not applies(Within("n", AT_MOST_THREE), {"n": 4})


def test_what_never_happened_is_no_number_and_its_comparison_does_not_hold() -> None:
    short = Within("since", AT_MOST_THREE)
    long = Within("since", AT_MOST_THREE.complement())
    assert not applies(short, {"since": None})
    assert not applies(long, {"since": None})
    assert applies(Not(short), {"since": None})


def test_a_sum_takes_each_part_times_its_factor() -> None:
    form = LinearForm((("m", 2), ("n", -3)))
    exactly_two = Linear(form, NumberSet((Interval(2, 2),)))
    assert applies(exactly_two, {"m": 4, "n": 2})
    assert applies(exactly_two, {"m": Fraction(5, 2), "n": 1})
    assert not applies(exactly_two, {"m": 4, "n": 1})
    assert not applies(exactly_two, {"m": 3, "n": 2})


def test_a_sum_with_a_part_that_never_happened_lies_in_no_set() -> None:
    everything = Linear(LinearForm((("n", 1), ("since", 1))), NumberSet((Interval(),)))
    assert applies(everything, {"n": 1, "since": 2})
    assert not applies(everything, {"n": 1, "since": None})


def test_and_or_not_are_what_they_are_in_logic() -> None:
    for a, b in product([False, True], repeat=2):
        case = {"a": a, "b": b}
        assert applies(All((Holds("a"), Holds("b"))), case) is (a and b)
        assert applies(AnyOf((Holds("a"), Holds("b"))), case) is (a or b)
        assert applies(Not(Holds("a")), case) is (not a)
    assert applies(ALWAYS, {})
    assert not applies(NEVER, {})


def test_a_question_that_the_case_leaves_open_is_named() -> None:
    with pytest.raises(UnknownValueError) as missing:
        applies(Holds("a"), {"b": True})
    assert missing.value.key == "a"
    assert str(missing.value) == "a"


def test_a_relative_question_is_read_with_the_actions_own_argument() -> None:
    stopped = Holds(STOPPED)
    case = {"ever(stop(debtor))": True, "ever(stop(friend))": False}
    assert applies(stopped, case, DEBTOR)
    assert not applies(stopped, case, FRIEND)
    assert applies(stopped, {STOPPED: True}, FRIEND)
    assert not applies(stopped, {"ever(stop(friend))": False, STOPPED: True}, FRIEND)
    with pytest.raises(UnknownValueError, match=r"^ever\(stop\(friend\)\)$"):
        applies(stopped, {"ever(stop(debtor))": True}, FRIEND)


@pytest.mark.parametrize("value", ["three", True])
def test_a_word_or_a_yes_where_a_number_belongs_is_refused(value: Value) -> None:
    with pytest.raises(TypeError, match="n is no number"):
        applies(Within("n", AT_MOST_THREE), {"n": value})


def test_a_rule_speaks_of_the_actions_that_its_pattern_covers() -> None:
    only_friends = Pattern("call", (frozenset({"friend"}),))
    found = policy(
        rule("friends", Effect.FORBID, about=only_friends),
        rule("all", Effect.ALLOW),
    )
    assert decide(found, FRIEND, {}).verdict is Verdict.FORBIDDEN
    assert decide(found, DEBTOR, {}).verdict is Verdict.ALLOWED


@pytest.mark.parametrize("count", range(6))
def test_the_first_effect_in_precedence_gives_the_verdict(count: int) -> None:
    order = [
        (Effect.FORBID, Verdict.FORBIDDEN),
        (Effect.REQUIRE, Verdict.REQUIRED),
        (Effect.DISCOURAGE, Verdict.DISCOURAGED),
        (Effect.RECOMMEND, Verdict.RECOMMENDED),
        (Effect.ALLOW, Verdict.ALLOWED),
    ]
    effects = [effect for effect, _ in order[count:]]
    expected = order[count][1] if effects else Verdict.SILENT
    expected = Verdict.CONFLICT if count == 0 else expected
    assert verdict_of(reversed(effects)) is expected
    assert verdict_of(effects) is expected


def test_what_is_both_forbidden_and_required_is_a_conflict_that_rests_on_both() -> None:
    found = decide(
        policy(
            rule("may", Effect.ALLOW),
            rule("not", Effect.FORBID),
            rule("must", Effect.REQUIRE),
        ),
        DEBTOR,
        {},
    )
    assert found.verdict is Verdict.CONFLICT
    assert [c.rule for c in found.deciding] == ["not", "must"]
    assert verdict_of([Effect.FORBID, Effect.ALLOW]) is Verdict.FORBIDDEN
    assert verdict_of([Effect.REQUIRE, Effect.ALLOW]) is Verdict.REQUIRED


def test_a_verdict_rests_on_the_effects_that_give_it() -> None:
    resting = {
        (effect, verdict) for effect, verdict in product(Effect, Verdict) if gives(effect, verdict)
    }
    assert resting == {
        (Effect.FORBID, Verdict.FORBIDDEN),
        (Effect.REQUIRE, Verdict.REQUIRED),
        (Effect.DISCOURAGE, Verdict.DISCOURAGED),
        (Effect.RECOMMEND, Verdict.RECOMMENDED),
        (Effect.ALLOW, Verdict.ALLOWED),
        (Effect.FORBID, Verdict.CONFLICT),
        (Effect.REQUIRE, Verdict.CONFLICT),
    }


def test_a_live_rule_defeats_the_rules_that_it_overrides_and_a_defeated_one_does_not() -> None:
    found = policy(
        rule("low", Effect.FORBID),
        rule("middle", Effect.ALLOW, ALWAYS, "low"),
        rule("high", Effect.RECOMMEND, Holds("a"), "middle"),
    )
    without = decide(found, DEBTOR, {"a": False})
    assert [c.rule for c in without.live] == ["middle"]
    assert [c.rule for c in without.defeated] == ["low"]
    beaten = decide(found, DEBTOR, {"a": True})
    assert [c.rule for c in beaten.live] == ["low", "high"]
    assert [c.rule for c in beaten.defeated] == ["middle"]


def test_live_and_defeated_rules_keep_the_order_of_the_text() -> None:
    names = ["e", "d", "c", "b", "a"]
    clauses = [rule(n, Effect.FORBID) for n in names]
    top = rule("top", Effect.ALLOW, ALWAYS, "d", "b")
    second = rule("second", Effect.ALLOW, ALWAYS, "e")
    shield = rule("shield", Effect.ALLOW, ALWAYS, "second", "a")
    found = decide(policy(*clauses[:2], top, *clauses[2:], second, shield), DEBTOR, {})
    assert [c.rule for c in found.live] == ["e", "top", "c", "shield"]
    assert [c.rule for c in found.defeated] == ["d", "b", "a", "second"]


def test_rules_that_override_one_another_in_a_ring_have_no_meaning() -> None:
    ring = policy(
        rule("hen", Effect.FORBID, ALWAYS, "egg"), rule("egg", Effect.ALLOW, ALWAYS, "hen")
    )
    with pytest.raises(ValueError, match=r"^rules override one another in a ring$"):
        decide(ring, DEBTOR, {})


@pytest.mark.parametrize(
    ("effect", "acts"),
    [
        (Effect.FORBID, False),
        (Effect.REQUIRE, False),
        (Effect.ALLOW, False),
        (Effect.DISCOURAGE, True),
        (Effect.RECOMMEND, True),
    ],
)
def test_a_default_acts_where_no_rule_permits_forbids_or_requires(
    effect: Effect, acts: bool
) -> None:
    default = rule("otherwise", Effect.FORBID, Holds("b"))
    found = policy(rule("it", effect, Holds("a")), defaults=(default,))
    live = [c.rule for c in decide(found, DEBTOR, {"a": True, "b": True}).live]
    assert live == (["it", "otherwise"] if acts else ["it"])
    assert decide(found, DEBTOR, {"a": False, "b": True}).live == (default,)
    assert decide(found, DEBTOR, {"a": False, "b": False}).verdict is Verdict.SILENT


def test_a_default_speaks_of_its_own_actions_only() -> None:
    default = rule("otherwise", Effect.FORBID, about=Pattern("call", (frozenset({"friend"}),)))
    assert decide(policy(defaults=(default,)), FRIEND, {}).verdict is Verdict.FORBIDDEN
    assert decide(policy(defaults=(default,)), DEBTOR, {}).verdict is Verdict.SILENT


def test_a_verdict_is_rebuttable_where_each_rule_that_it_rests_on_is() -> None:
    yielding = rule("yielding", Effect.FORBID, rebuttable=True)
    firm = rule("firm", Effect.FORBID, Holds("a"))
    beside = rule("beside", Effect.ALLOW)
    found = policy(yielding, firm, beside)
    assert decide(found, DEBTOR, {"a": False}).rebuttable is True
    assert decide(found, DEBTOR, {"a": True}).rebuttable is False
    assert decide(policy(), DEBTOR, {}).rebuttable is False


def test_duties_come_with_the_actions_that_they_cover_where_their_guard_holds() -> None:
    friends = Pattern("call", (frozenset({"friend"}),))
    say = Duty("say", ANYONE, Holds("a"), Holds("b"))
    ask = Duty("ask", friends, ALWAYS, Holds("b"))
    found = attrs.evolve(policy(), duties=(say, ask))
    assert decide(found, DEBTOR, {"a": True}).duties == (say,)
    assert decide(found, FRIEND, {"a": True}).duties == (say, ask)
    assert decide(found, FRIEND, {"a": False}).duties == (ask,)


def test_an_undetermined_case_has_a_verdict_for_each_way_it_may_turn_out() -> None:
    found = policy(rule("it", Effect.FORBID, Holds("a")))
    open_case = [{"a": False}, {"a": True}]
    assert verdicts(found, DEBTOR, open_case) == {Verdict.SILENT, Verdict.FORBIDDEN}
    assert verdicts(found, DEBTOR, [{"a": True}]) == {Verdict.FORBIDDEN}


def test_a_case_is_consistent_where_every_assumption_holds() -> None:
    assumed = (Assumption(Holds("a")), Assumption(Within("n", AT_MOST_THREE)))
    found = attrs.evolve(policy(), assumptions=assumed)
    assert consistent(found, DEBTOR, {"a": True, "n": 3})
    assert not consistent(found, DEBTOR, {"a": True, "n": 4})
    assert not consistent(found, DEBTOR, {"a": False, "n": 3})
    assert consistent(policy(), DEBTOR, {})
    stopped = attrs.evolve(policy(), assumptions=(Assumption(Holds(STOPPED)),))
    case = {"ever(stop(debtor))": True, "ever(stop(friend))": False}
    assert consistent(stopped, DEBTOR, case)
    assert not consistent(stopped, FRIEND, case)
