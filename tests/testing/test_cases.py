"""Which policies a test's case can be put to."""

import attrs
import pytest

from policyc.core.actions import Ground, Kind, Pattern
from policyc.core.axes import (
    AllTime,
    Axis,
    Count,
    History,
    Members,
    Numbers,
    SinceEvent,
    Unit,
    Value,
    YesNo,
)
from policyc.core.policy import Policy
from policyc.testing.cases import (
    Contradictory,
    Inadmissible,
    OtherSense,
    UnknownAction,
    misfits,
    with_history,
)
from tests.strategies.core import ANY_CONTACT, FACTS, PAST, PRODUCT, VOCABULARY

AXES = {axis.key: axis for axis in (*FACTS, *PAST)}
POLICY = Policy("p", AXES, VOCABULARY, ())
PHONE = Ground("contact", ("borrower", "phone"))


@pytest.mark.parametrize(
    "action",
    [
        Ground("sue"),
        Ground("report", ("borrower",)),
        Ground("contact", ("borrower",)),
        Ground("contact", ("neighbour", "phone")),
    ],
    ids=str,
)
def test_an_action_that_the_policy_does_not_have_is_the_only_thing_said(action: Ground) -> None:
    assert list(misfits(POLICY, {}, action, {"overdue": -1})) == [UnknownAction(action)]


@pytest.mark.parametrize(
    ("key", "value", "fits"),
    [
        ("overdue", 3, True),
        ("overdue", 13, False),
        ("overdue", None, False),
        ("overdue", True, False),
        ("overdue", "3", False),
        ("threat", False, True),
        ("threat", 1, False),
        ("product", "loan", True),
        ("product", "boat", False),
        ("since(stop_request(any))", None, True),
        ("somewhere else", -1, True),
    ],
)
def test_a_value_is_one_of_the_policy_s_own_fact(key: str, value: Value, fits: bool) -> None:
    expected = [] if fits else [Inadmissible(AXES[key], value)]
    assert list(misfits(POLICY, {}, PHONE, {key: value})) == expected


@pytest.mark.parametrize(
    ("meant", "same"),
    [
        (Axis("overdue", Numbers(Unit.DAYS, 0, 99)), True),
        (Axis("overdue", Numbers(Unit.HOURS)), False),
        (Axis("overdue", YesNo()), False),
        (Axis("product", Members(attrs.evolve(PRODUCT, members=("loan",)))), True),
        (Axis("product", Members(Kind("goods", ("loan",)))), False),
        (Axis("threat", YesNo()), True),
        (Axis("threat", Members(PRODUCT)), False),
    ],
)
def test_a_fact_of_the_test_means_the_same_in_the_policy(meant: Axis, same: bool) -> None:
    values: dict[str, Value] = {"overdue": 3, "product": "loan", "threat": True}
    value = values[meant.key]
    found = list(misfits(POLICY, {meant.key: meant}, PHONE, {meant.key: value}))
    assert found == ([] if same else [OtherSense(meant.key)])


def test_what_cannot_all_be_is_said() -> None:
    today, week = "count(contact(any, phone), today)", "count(contact(any, phone), this week)"
    (found,) = misfits(POLICY, {}, PHONE, {today: 3, week: 2})
    assert isinstance(found, Contradictory)


@pytest.mark.parametrize(
    ("history", "known"),
    [
        (Count(ANY_CONTACT, AllTime(), "borrower"), True),
        (Count(ANY_CONTACT, AllTime(), ""), True),
        (Count(ANY_CONTACT, AllTime(), "debt"), False),
        (Count(Pattern("visit"), AllTime(), "borrower"), False),
        (Count(Pattern("contact", (None,)), AllTime(), "borrower"), False),
        (
            Count(Pattern("contact", (frozenset({"fax"}), None)), AllTime(), "borrower"),
            False,
        ),
        (Count(ANY_CONTACT, SinceEvent(Pattern("visit")), "borrower"), False),
        (Count(ANY_CONTACT, SinceEvent(Pattern("report")), "borrower"), True),
    ],
)
def test_a_policy_learns_what_a_case_says_of_the_past_if_it_can_speak_of_it(
    history: History, known: bool
) -> None:
    axis = Axis("asked", Numbers(Unit.COUNT, 0, None, 1), history)
    learnt = with_history(POLICY, {"asked": axis}, {"asked": 2})
    assert ("asked" in learnt.axes) is known
    assert with_history(POLICY, {"asked": axis}, {}) is POLICY
