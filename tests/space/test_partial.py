"""What may come of a partial case, against every completion read by the definition."""

from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import given, settings

from policyc.core.actions import Ground
from policyc.core.axes import Axis, Value
from policyc.core.conditions import ALWAYS
from policyc.core.meaning import Case, consistent, decide
from policyc.core.policy import Policy, Verdict
from policyc.space.grid.relations import relations
from policyc.space.grid.substitute import substitute
from policyc.space.questions.partial import Possibility, possibilities
from tests.strategies.core import (
    EVERYTHING,
    FACTS,
    PARTS,
    PAST,
    STOPS,
    VOCABULARY,
    Shape,
    every_case,
    grounds,
    random_case,
    random_policy,
    randoms,
    used_axes,
)
from tests.strategies.histories import random_history, read


def _holding(found: tuple[Possibility, ...], case: Case) -> list[Possibility]:
    """The possibilities whose residual is true in a complete case."""
    return [p for p in found if substitute(p.residual, case) == ALWAYS]


def _compare(policy: Policy, action: Ground, known: Mapping[str, Value]) -> None:
    """Every completion has exactly one possibility, the one that the definition gives."""
    axes = used_axes(policy)
    found = possibilities(policy, action, known)
    assert isinstance(found, tuple)
    rules: dict[Verdict, list[set[str]]] = {}
    rebuttable: dict[Verdict, set[bool]] = {}
    for rest in every_case([a for a in axes if a.key not in known]):
        case = {**rest, **known}
        if not consistent(policy, action, case):
            continue
        outcome = decide(policy, action, case)
        holding = _holding(found, case)
        assert [p.verdict for p in holding] == [outcome.verdict]
        rules.setdefault(outcome.verdict, []).append({c.rule for c in outcome.deciding})
        rebuttable.setdefault(outcome.verdict, set()).add(outcome.rebuttable)
    if not rules:
        return
    assert {p.verdict for p in found} == set(rules)
    for p in found:
        assert set(p.certain) == set.intersection(*rules[p.verdict])
        assert set(p.possible) == set.union(*rules[p.verdict])
        seen = rebuttable[p.verdict]
        assert p.rebuttable == (None if len(seen) > 1 else seen.pop())


@settings(max_examples=settings().max_examples * 3 // 2, deadline=None)
@given(randoms())
def test_each_completion_has_the_verdict_whose_residual_it_meets(random: Random) -> None:
    shape = Shape(axes=FACTS[:2] + FACTS[3:], rules=5)
    policy = random_policy(random, shape)
    case = random_case(random, used_axes(policy))
    known = {key: value for key, value in case.items() if random.random() < 0.5}
    _compare(policy, random.choice(list(grounds())), known)


@pytest.mark.parametrize("seed", range(60))
def test_sums_of_three_facts_with_factors_are_exact(seed: int) -> None:
    random = Random(seed)
    policy = random_policy(random, Shape(axes=FACTS[:2] + FACTS[3:4], rules=5))
    _compare(policy, random.choice(list(grounds())), {})


@pytest.mark.parametrize("seed", range(120))
def test_real_histories_meet_the_residual_of_their_verdict(seed: int) -> None:
    """With dense and optional axes, terms and histories: exactly one residual, the right one."""
    random = Random(seed)
    policy = random_policy(random, EVERYTHING)
    action = random.choice(list(grounds()))
    axes = [a for a in used_axes(policy) if action.name == "contact" or "same" not in a.key]
    for _ in range(8):
        complete = random_case(random, list(policy.axes.values()))
        now, past = random_history(
            random, [*grounds(), *VOCABULARY.events["stop_request"].ground()]
        )
        contact = action if action.name == "contact" else Ground("contact", ("borrower", "sms"))
        complete.update(read(VOCABULARY, PAST, contact, now, past))
        if not consistent(policy, action, complete):
            continue
        known = {a.key: complete[a.key] for a in axes if random.random() < 0.5}
        found = possibilities(policy, action, known)
        assert isinstance(found, tuple)
        outcome = decide(policy, action, complete)
        assert [p.verdict for p in _holding(found, complete)] == [outcome.verdict]


@pytest.mark.parametrize("axes", [PAST, STOPS, STOPS + PARTS], ids=["past", "stops", "parts"])
@settings(max_examples=settings().max_examples * 3, deadline=None)
@given(randoms())
def test_every_relation_holds_of_every_history(axes: tuple[Axis, ...], random: Random) -> None:
    now, past = random_history(random, [*grounds(), *VOCABULARY.events["stop_request"].ground()])
    action = random.choice([g for g in grounds() if g.name == "contact"])
    values = read(VOCABULARY, axes, action, now, past)
    signature = VOCABULARY.actions["contact"]
    for relation in relations(VOCABULARY, axes, signature):
        places = dict(zip((p.name for p in signature.parameters), action.arguments, strict=True))
        if all(places[p] in members for p, members in relation.guard.items()):
            assert substitute(relation.condition, values) == ALWAYS, (relation, values)
