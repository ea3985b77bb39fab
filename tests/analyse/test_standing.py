"""How many policies stand to each other, against each pair by itself."""

from pathlib import Path
from random import Random

import attrs
import pytest

from policyc.analyse import standing as module
from policyc.analyse.standing import Order, Relation, about, standing
from policyc.core.axes import OpenTerm
from policyc.core.policy import Policy
from policyc.space.questions.relation import Relation as Pair
from policyc.space.questions.relation import Standing as PairStanding
from policyc.space.questions.relation import standing as of_pair
from policyc.space.space import Space
from tests.analyse.loading import named, written
from tests.strategies.core import FACTS, Shape, random_policy
from tests.strategies.edits import edited, rewritten

SHAPE = Shape(axes=FACTS, rules=3, assumptions=0, defaults=0.2)
NAMES = ("contact", "report")


def crowd(random: Random) -> list[Policy]:
    first = [random_policy(random, SHAPE, f"p{i}") for i in range(3)]
    return [
        *first,
        rewritten(random, first[0], SHAPE),
        edited(random, first[1], SHAPE),
        attrs.evolve(first[2], name="copy"),
    ]


def expected(left: Policy, right: Policy) -> Relation:
    found = of_pair(Space((left, right)))
    assert isinstance(found, PairStanding)
    match found.relation:
        case Pair.SAME:
            return Relation.EQUAL
        case Pair.STRICTER:
            return Relation.STRICTER
        case Pair.LOOSER:
            return Relation.LOOSER
        case Pair.DIFFERENT:
            level = found.less is None and found.more is None
            return Relation.LEVEL if level else Relation.INCOMPARABLE


@pytest.mark.parametrize("few", [1, 8], ids=["sampled", "pairwise"])
@pytest.mark.parametrize("seed", range(12))
def test_the_standing_over_all_actions_is_that_of_each_pair(
    seed: int, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "FEW", few)
    policies = crowd(Random(seed))
    found = standing(policies, NAMES).whole
    for i, left in enumerate(policies):
        for j, right in enumerate(policies):
            if i < j:
                assert found.relation(i, j) is expected(left, right)
                assert (found.class_of(i) == found.class_of(j)) == (
                    found.relation(i, j) is Relation.EQUAL
                )


@pytest.mark.parametrize("seed", range(8))
def test_the_standing_about_an_action_is_that_of_what_is_said_of_it(seed: int) -> None:
    policies = crowd(Random(seed))
    for action, order in standing(policies, NAMES).by_action.items():
        alone = [about(policy, action) for policy in policies]
        for i, left in enumerate(alone):
            for j, right in enumerate(alone):
                if i < j:
                    assert order.relation(i, j) is expected(left, right)


def order(count: int, *pairs: tuple[int, int]) -> Order:
    """An order of so many policies, each its own class."""
    under = [frozenset(b for a, b in pairs if a == n) for n in range(count)]
    return Order(tuple((n,) for n in range(count)), tuple(under), frozenset())


def test_the_order_is_drawn_without_lines_that_others_imply() -> None:
    chain = order(3, (0, 1), (1, 2), (0, 2))
    assert chain.covers() == ((0, 1), (1, 2))


def test_policies_of_which_neither_is_stricter_are_level_and_not_drawn() -> None:
    found = order(3, (0, 1), (1, 0), (0, 2), (1, 2))
    assert found.relation(0, 1) is Relation.LEVEL
    assert found.covers() == ((0, 2), (1, 2))


def test_the_strictest_is_at_least_as_strict_as_every_other() -> None:
    assert order(3, (0, 1), (0, 2)).strictest == (0,)
    assert order(3, (0, 1), (0, 2)).most_permissive == ()
    assert order(3, (0, 2), (1, 2)).most_permissive == (2,)
    assert order(2).strictest == ()
    assert order(1).strictest == (0,)


def test_a_pair_that_was_not_settled_is_unknown() -> None:
    found = attrs.evolve(order(3, (0, 2)), unknown=frozenset({(1, 0)}))
    assert found.relation(0, 1) is Relation.UNKNOWN
    assert found.relation(0, 2) is Relation.STRICTER
    assert found.relation(1, 2) is Relation.INCOMPARABLE


def test_actions_of_which_nobody_speaks_are_left_out() -> None:
    found = standing([named("tianxing"), named("pipl")], ["contact", "disclose", "report"])
    assert list(found.by_action) == ["contact", "disclose"]


def test_each_action_is_one_step_of_the_progress() -> None:
    steps: list[None] = []
    standing([named("tianxing"), named("pipl")], NAMES, lambda: steps.append(None))
    assert len(steps) == 2


def test_what_a_policy_says_of_one_action_may_turn_on_another() -> None:
    found = about(named("tianxing"), "offer")
    assert {c.pattern.name for c in found.clauses} == {"offer"}
    assert "contact" in found.vocabulary.events
    assert list(found.vocabulary.actions) == ["offer"]


def test_copies_under_other_names_are_one_class() -> None:
    policy = named("tianxing")
    copies = [attrs.evolve(policy, name=f"copy{i}") for i in range(12)]
    assert standing(copies, ["contact"]).whole.classes == (tuple(range(12)),)


def test_open_terms_of_two_documents_keep_their_policies_apart() -> None:
    policy = named("xiaohua")
    axes = {
        key: attrs.evolve(axis, origin=OpenTerm("other"))
        if key in ("middle_from", "late_from")
        else axis
        for key, axis in policy.axes.items()
    }
    other = attrs.evolve(policy, name="other", axes=axes)
    assert standing([policy, other], ["outsource"]).whole.classes == ((0,), (1,))


@pytest.mark.parametrize("few", [1, 8], ids=["sampled", "pairwise"])
def test_about_what_borrowers_do_policies_that_differ_are_level(
    few: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(module, "FEW", few)
    declared = "action appeal, by borrower\n"
    silent, generous = (
        written(tmp_path, declared + rule, name)
        for name, rule in (("silent", ""), ("generous", "rule a: allow appeal"))
    )
    found = standing([silent, generous], ["appeal"])
    assert found.whole.relation(0, 1) is Relation.LEVEL
    about_it = found.by_action["appeal"]
    assert (about_it.strictest, about_it.most_permissive) == ((), ())


def test_an_action_that_only_some_policies_know_is_ranked_too(tmp_path: Path) -> None:
    policies = [written(tmp_path, "", "a"), written(tmp_path, "action seize\nforbid seize", "b")]
    assert standing(policies, ["seize"]).by_action["seize"].strictest == (1,)


def test_an_action_is_not_ranked_if_one_policy_says_that_borrowers_do_it(tmp_path: Path) -> None:
    strict = written(tmp_path, "action appeal\nforbid appeal", "strict")
    generous = written(tmp_path, "action appeal, by borrower\nallow appeal", "generous")
    for policies in ([strict, generous], [generous, strict]):
        found = standing(policies, ["appeal"])
        assert found.whole.relation(0, 1) is Relation.LEVEL
        assert not found.by_action["appeal"].ranked
