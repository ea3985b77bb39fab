"""Standing, compliance, conflicts, gaps, proofs, idle rules: against every case of small spaces."""

from collections.abc import Iterable, Iterator
from random import Random

import attrs
import pytest

from policyc.core.actions import Ground, Pattern
from policyc.core.conditions import ALWAYS
from policyc.core.meaning import Case, Outcome, consistent, decide
from policyc.core.policy import Assumption, Effect, Policy, Proof, Quantity, Verdict
from policyc.core.strictness import stricter
from policyc.space.differences.parts import Part, Unknown
from policyc.space.grid.substitute import substitute
from policyc.space.questions.alone import Proved, conflicts, gaps, prove, unsatisfiable
from policyc.space.questions.compliance import held_against, omissions, violations
from policyc.space.questions.idle import Idle, Why, idle
from policyc.space.questions.relation import Relation, Standing, standing
from policyc.space.replay import Witness, outcomes
from policyc.space.space import Space
from tests.space.reading import lies_in
from tests.space.test_regions import pair_of
from tests.strategies.core import (
    FACTS,
    Shape,
    every_case,
    grounds,
    random_condition,
    random_pattern,
    random_policy,
)

TINY = Shape(axes=FACTS[:1] + FACTS[3:], rules=4)
PERMITTED = (Effect.ALLOW, Effect.REQUIRE, Effect.RECOMMEND)


def points(space: Space) -> Iterator[tuple[Ground, Case, tuple[Outcome, ...]]]:
    """Every action and case of a small space, with what the policies say."""
    axes = [space.joint.axes[a.name] for a in space.grid.axes if isinstance(a.name, str)]
    for case in every_case(axes):
        for action in grounds():
            if space.cases.admits(action, case):
                yield action, case, outcomes(space, action, case)


def inside(found: Iterable[Part | Unknown], action: Ground, case: Case) -> bool:
    parts = [p for p in found if isinstance(p, Part)]
    return any(
        lies_in(p.where, action, case)
        and not any(lies_in(e.where, action, case) for e in p.exceptions)
        for p in parts
    )


def live(outcome: Outcome) -> set[Effect]:
    return {clause.effect for clause in outcome.live}


@pytest.mark.parametrize("seed", range(25))
def test_parts_are_exactly_where_it_is_so(seed: int) -> None:
    random = Random(seed)
    space = Space(pair_of(random, TINY))
    breaches, omitted = (list(held_against(space, c)) for c in (violations, omissions))
    clashes, silences = list(conflicts(space)), list(gaps(space, Pattern("contact", (None, None))))
    for action, case, (left, right) in points(space):
        permits = Effect.FORBID not in live(left) and not live(left).isdisjoint(PERMITTED)
        assert inside(breaches, action, case) == (permits and Effect.FORBID in live(right))
        required = Effect.REQUIRE in live(right) and Effect.FORBID not in live(right)
        assert inside(omitted, action, case) == (required and Effect.REQUIRE not in live(left))
        assert inside(clashes, action, case) == (left.verdict is Verdict.CONFLICT)
        silent = left.verdict is Verdict.SILENT and action.name == "contact"
        assert inside(silences, action, case) == silent


@pytest.mark.parametrize("seed", range(40))
def test_the_standing_of_two_policies_follows_from_every_case(seed: int) -> None:
    random = Random(seed)
    space = Space(pair_of(random, attrs.evolve(TINY, rules=2, rebuttable=0.1)))
    less = more = differs = False
    for _, _, (left, right) in points(space):
        less |= stricter(left, right) == 1
        more |= stricter(left, right) == 0
        differs |= (left.verdict, left.rebuttable) != (right.verdict, right.rebuttable)
    found = standing(space)
    assert isinstance(found, Standing)
    assert (found.difference is not None) == differs
    if differs:
        assert (found.less is not None, found.more is not None) == (less, more)
    assert (found.relation is Relation.SAME) == (not differs)


@pytest.mark.parametrize("seed", range(60))
def test_a_proof_holds_or_has_a_counterexample(seed: int) -> None:
    random = Random(seed)
    policy = random_policy(random, TINY)
    guard = random_condition(random, TINY.axes, TINY)
    quantity = random.choice(list(Quantity))
    verdict = random.choice([v for v in Verdict if v is not Verdict.UNDETERMINED])
    proof = Proof(None, random_pattern(random), quantity, verdict, guard)
    found = prove(policy, proof)
    space = Space((policy,), [guard])
    refuted = any(
        (outcome.verdict is verdict) != (quantity is Quantity.IS)
        for action, case, (outcome,) in points(space)
        if proof.pattern.covers(action) and substitute(guard, case) == ALWAYS
    )
    assert isinstance(found, Witness if refuted else Proved)


def _without(policy: Policy, rule: str) -> Policy:
    return attrs.evolve(policy, clauses=tuple(c for c in policy.clauses if c.rule != rule))


@pytest.mark.parametrize("seed", range(40))
def test_a_rule_is_idle_exactly_where_every_case_says_so(seed: int) -> None:
    random = Random(seed)
    policy = random_policy(random, TINY)
    space = Space((policy,))
    found = {each.rule: each for each in idle(space) if isinstance(each, Idle)}
    cases = list(points(space))
    for rule in {clause.rule for clause in policy.clauses}:
        without = _without(policy, rule)
        applies = lives = decides = changes = False
        for action, case, (outcome,) in cases:
            applies |= any(c.rule == rule for c in outcome.live + outcome.defeated)
            lives |= any(c.rule == rule for c in outcome.live)
            decides |= any(c.rule == rule for c in outcome.deciding)
            other = decide(without, action, case)
            changes |= (other.verdict, other.rebuttable) != (outcome.verdict, outcome.rebuttable)
        why = found[rule].why if rule in found else None
        if not applies:
            assert why is Why.CONTRADICTORY
        elif not lives:
            assert why is Why.DEFEATED
        elif changes:
            assert why is None
        else:
            assert why is (Why.REDUNDANT if decides else Why.MASKED)


@pytest.mark.parametrize("seed", range(40))
def test_assumptions_clash_exactly_where_no_case_satisfies_them(seed: int) -> None:
    random = Random(seed)
    shape = attrs.evolve(TINY, depth=1)
    assumed = tuple(Assumption(random_condition(random, shape.axes, shape)) for _ in range(4))
    policy = attrs.evolve(random_policy(random, shape), assumptions=assumed)
    satisfied = any(consistent(policy, Ground("report"), case) for case in every_case(shape.axes))
    core = unsatisfiable(policy)
    assert (core == ()) == satisfied
