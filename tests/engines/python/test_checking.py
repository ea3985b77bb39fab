"""What a checked decider says of cases that cannot be."""

import ast
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest

from policyc.core.actions import Ground, Pattern
from policyc.core.axes import Axis, Currency, Members, Numbers, OpenTerm, Unit, YesNo
from policyc.core.conditions import Among, Holds, Within, conjoin
from policyc.core.numbers import Interval, NumberSet, exact
from policyc.core.policy import Clause, Effect, Policy, Verdict
from policyc.engines.python import Answer, FactError, Invalid, Missing, Problem, compile_policy
from policyc.engines.python.checking import Checker, passes
from policyc.engines.python.making import made
from policyc.engines.python.rows import Tables
from tests.strategies.core import PAST, PRODUCT, VOCABULARY

PHONE = Ground("contact", ("borrower", "phone"))
TODAY = "count(contact(any, phone), today)"
EVER = "ever(stop_request(same target))"
SINCE = "since(stop_request(any))"
FACTS = (
    Axis("overdue", Numbers(Unit.DAYS, 0, 3650, 1)),
    Axis("tens", Numbers(Unit.COUNT, Fraction(-15, 2), Fraction(115, 2), 10)),
    Axis("amount", Numbers(Currency("CNY"), None, None, Fraction(1, 100))),
    Axis("floor", Numbers(Unit.COUNT, 3, None, 1)),
    Axis("ceiling", Numbers(Unit.COUNT, None, 3, 1)),
    Axis("product", Members(PRODUCT)),
    Axis("notice", YesNo()),
    *(axis for axis in PAST if axis.key in (TODAY, EVER, SINCE)),
    Axis("late", Numbers(Unit.DAYS, 1, 9, 1), OpenTerm("p")),
)
GOOD: dict[str, Any] = {
    "overdue": 3,
    "tens": 20,
    "amount": 5,
    "floor": 3,
    "ceiling": 3,
    "product": "card",
    "notice": True,
    TODAY: 0,
    "ever(stop_request(borrower))": False,
    SINCE: None,
}


def _policy() -> Policy:
    """Forbids contact to late cards; asks about every fact."""
    guard = conjoin(
        [Within("overdue", NumberSet((Interval(3),))), Among("product", frozenset({"card"}))]
    )
    everyone = Pattern("contact", (None, None))
    clauses = (
        Clause("late_cards", Effect.FORBID, everyone, guard),
        Clause("asked", Effect.ALLOW, everyone, Holds(EVER)),
    )
    return Policy("p", {axis.key: axis for axis in FACTS}, VOCABULARY, clauses)


def checked(case: Mapping[str, object]) -> Answer | Missing | Invalid:
    """What a decider that was just made says of a case."""
    return compile_policy(_policy()).checked_decider(PHONE)(case)


def _verdict(**changes: Any) -> Verdict:
    found = checked({**GOOD, **changes})
    assert isinstance(found, Answer)
    return found.verdict


def test_a_good_case_is_decided() -> None:
    assert _verdict() is Verdict.FORBIDDEN
    assert _verdict(overdue=2) is Verdict.SILENT
    assert _verdict(product="loan") is Verdict.SILENT


@pytest.mark.parametrize(
    "changes",
    [
        {"overdue": Decimal("3.0")},
        {"overdue": Fraction(3, 1)},
        {"amount": Fraction(1, 100)},
        {"amount": Decimal("-0.01")},
        {"amount": 10**400},
        {"tens": 50},
        {"tens": 0},
        {SINCE: Fraction(1, 7)},
        {"late": 4},
        {"ever(stop_request(employer))": True},
        {EVER: True},
    ],
)
def test_exact_numbers_of_every_kind_and_other_actions_keys_are_accepted(
    changes: dict[str, Any],
) -> None:
    assert _verdict(**changes) is Verdict.FORBIDDEN


@pytest.mark.parametrize(
    ("key", "value", "problem", "expected"),
    [
        ("overdue", True, Problem.WRONG_TYPE, "number"),
        ("overdue", 3.0, Problem.WRONG_TYPE, "number"),
        ("overdue", "3", Problem.WRONG_TYPE, "number"),
        ("overdue", None, Problem.WRONG_TYPE, "number"),
        ("overdue", [3], Problem.WRONG_TYPE, "number"),
        ("overdue", Decimal("NaN"), Problem.WRONG_TYPE, "number"),
        ("overdue", Decimal("1e999999"), Problem.WRONG_TYPE, "number"),
        ("overdue", -1, Problem.TOO_SMALL, 0),
        ("overdue", 3651, Problem.TOO_LARGE, 3650),
        ("overdue", Fraction(1, 2), Problem.OFF_STEP, 1),
        ("tens", 15, Problem.OFF_STEP, 10),
        ("tens", -10, Problem.TOO_SMALL, Fraction(-15, 2)),
        ("tens", 60, Problem.TOO_LARGE, Fraction(115, 2)),
        ("amount", Fraction(1, 1000), Problem.OFF_STEP, Fraction(1, 100)),
        ("floor", 2, Problem.TOO_SMALL, 3),
        ("ceiling", 4, Problem.TOO_LARGE, 3),
        ("product", "boat", Problem.NO_MEMBER, ("card", "loan", "car")),
        ("product", 1, Problem.WRONG_TYPE, "member"),
        ("product", ["card"], Problem.WRONG_TYPE, "member"),
        ("notice", 1, Problem.WRONG_TYPE, "yes/no"),
        ("notice", None, Problem.WRONG_TYPE, "yes/no"),
        ("notice", "yes", Problem.WRONG_TYPE, "yes/no"),
        (TODAY, None, Problem.WRONG_TYPE, "number"),
        (SINCE, -1, Problem.TOO_SMALL, 0),
        ("late", 10, Problem.TOO_LARGE, 9),
        ("ever(stop_request(employer))", 1, Problem.WRONG_TYPE, "yes/no"),
        ("weather", 1, Problem.UNKNOWN_FACT, ""),
    ],
)
def test_what_cannot_be_is_named_with_the_bound_that_it_breaks(
    key: str, value: object, problem: Problem, expected: object
) -> None:
    found = checked({**GOOD, key: value})
    assert isinstance(found, Invalid)
    (error,) = found.errors
    assert (error.fact, error.problem, error.expected) == (key, problem, expected)
    assert error.value is value


QUICK = {
    **{axis.key: axis.domain for axis in FACTS},
    "halves": Numbers(Unit.COUNT, 0, 3, Fraction(1, 2)),
    "hours": Numbers(Unit.HOURS, Fraction(1, 2), None, None, optional=True),
    "anything": Numbers(Unit.HOURS),
}


@pytest.mark.parametrize("key", list(QUICK))
def test_the_quick_test_of_a_value_takes_what_is_of_the_domain_and_nothing_else(key: str) -> None:
    """Quick tests only save the looking into: whatever fails one is looked into."""
    domain, tables = QUICK[key], Tables()
    quick = made(["value"], [ast.Return(passes(domain, "value", tables))], tables)
    numbers = [exact(Fraction(n, 6)) for n in range(-60, 61 * 6)]
    for value in (*numbers, None, True, False, "card", "loan", "boat", Fraction(4, 2), 3.0):
        exactly = isinstance(value, int | str | None) or (
            isinstance(value, Fraction) and value.denominator > 1
        )
        good = exactly and not isinstance(Checker({key: domain}).checked({key: value}), Invalid)
        assert bool(quick(value)) == good, value


def test_every_wrong_entry_is_reported_in_the_order_of_the_case() -> None:
    found = checked({"notice": 1, "weather": 2, "overdue": -3})
    assert isinstance(found, Invalid)
    assert [error.fact for error in found.errors] == ["notice", "weather", "overdue"]


def test_a_wrong_value_is_reported_though_no_rule_on_the_action_asks_for_it() -> None:
    policy = attrs.evolve(_policy(), clauses=())
    decider = compile_policy(policy).checked_decider(PHONE)
    assert isinstance(decider({**GOOD, "overdue": -1}), Invalid)
    assert isinstance(decider(GOOD), Answer)


def test_a_checked_case_may_leave_facts_unknown() -> None:
    known = {key: value for key, value in GOOD.items() if key != "overdue"}
    assert checked(known) == Missing("overdue")
    assert checked({**known, EVER: True}) == Missing("overdue")


def test_what_is_shown_of_a_wrong_value_is_short() -> None:
    for value in ("x" * 10_000, 10**5000, [0] * 10_000, Fraction(1, 10**5000)):
        assert len(FactError("f" * 10_000, Problem.WRONG_TYPE, value, "number").message()) < 250


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (2**80 - 1, "1208925819614629174706175"),
        (2**80, "…"),
        (Fraction(1, 2**80), "…"),
        (["a" * 25] * 6, "['" + "a" * 25 + "', '" + "a" * 25 + "', '" + "a" * 20 + "…"),
    ],
)
def test_a_wrong_value_is_shown_up_to_eighty_bits_or_characters(value: object, shown: str) -> None:
    said = FactError("overdue", Problem.WRONG_TYPE, value, "number").message()
    assert said == f"`overdue` takes an exact number, not {shown}"


@pytest.mark.parametrize(
    ("error", "english", "chinese"),
    [
        (
            FactError("overdue", Problem.TOO_LARGE, 4000, 3650),
            "`overdue` is at most 3650, not 4000",
            "“overdue”不得大于 3650，不能是 4000",
        ),
        (
            FactError("amount", Problem.OFF_STEP, Fraction(1, 1000), Fraction(1, 100)),
            "`amount` is a multiple of 1/100, not 1/1000",
            "“amount”应为 1/100 的整数倍，不能是 1/1000",
        ),
        (
            FactError("overdue", Problem.TOO_SMALL, Decimal("-1.5"), 0),
            "`overdue` is at least 0, not Decimal('-1.5')",
            "“overdue”不得小于 0，不能是 Decimal('-1.5')",
        ),
        (
            FactError("product", Problem.NO_MEMBER, "boat", ("card", "loan")),
            "`product` is one of card, loan, not 'boat'",
            "“product”应为 card, loan 之一，不能是 'boat'",
        ),
        (
            FactError("product", Problem.WRONG_TYPE, 1, "member"),
            "`product` takes a name, not 1",
            "“product”应为名称，不能是 1",
        ),
        (
            FactError("notice", Problem.WRONG_TYPE, None, "yes/no"),
            "`notice` takes true or false, not None",
            "“notice”应为真或假，不能是 None",
        ),
        (
            FactError("overdue", Problem.WRONG_TYPE, "3", "number"),
            "`overdue` takes an exact number, not '3'",
            "“overdue”应为精确的数，不能是 '3'",
        ),
        (
            FactError("weather", Problem.UNKNOWN_FACT, 1),
            "the policy has no fact `weather`",
            "政策中没有事实“weather”",
        ),
    ],
)
def test_an_error_says_what_is_wrong_in_both_languages(
    error: FactError, english: str, chinese: str
) -> None:
    assert error.message() == english
    assert error.message("zh") == chinese
