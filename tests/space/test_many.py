"""Many policies at once, against each pair by itself; and terms against each of their values."""

from random import Random

import attrs
import pytest

from policyc.core.conditions import ALWAYS
from policyc.core.policy import Effect, Policy
from policyc.space.grid.substitute import substitute
from policyc.space.questions.pairs import standings
from policyc.space.questions.relation import Relation, Standing, standing
from policyc.space.questions.terms import Complying, complying
from policyc.space.replay import outcomes
from policyc.space.space import Space
from tests.space.test_regions import pair_of
from tests.strategies.core import FACTS, TERMS, Shape, every_case, grounds, random_policy
from tests.strategies.edits import edited, rewritten

SHAPE = Shape(axes=FACTS, rules=3, assumptions=0, defaults=0.2)


def crowd(random: Random) -> list[Policy]:
    """Some policies, rewritings and edits of them."""
    first = [random_policy(random, SHAPE, f"p{i}") for i in range(4)]
    return [
        *first,
        *(rewritten(random, p, SHAPE) for p in first[:2]),
        edited(random, first[0], SHAPE),
    ]


@pytest.mark.parametrize("seed", range(15))
def test_the_standings_are_those_of_each_pair(seed: int) -> None:
    policies = crowd(Random(seed))
    found = standings(policies)
    assert found.unknown == ()
    assert sorted(n for members in found.classes for n in members) == list(range(len(policies)))
    for i, left in enumerate(policies):
        for j, right in enumerate(policies):
            if i < j:
                alone = standing(Space((left, right)))
                assert isinstance(alone, Standing)
                mine, yours = found.class_of(i), found.class_of(j)
                assert (mine == yours) == (alone.relation is Relation.SAME)
                if mine != yours:
                    assert ((mine, yours) in found.stricter) == (alone.less is None)
                    assert ((yours, mine) in found.stricter) == (alone.more is None)


@pytest.mark.parametrize("seed", range(25))
def test_terms_comply_exactly_where_no_case_breaks_the_statute(seed: int) -> None:
    random = Random(seed)
    shape = Shape(axes=FACTS[:1] + FACTS[3:4] + TERMS, rules=3, assumptions=0, linear=True)
    left, right = pair_of(random, attrs.evolve(shape, effects=(Effect.ALLOW, Effect.FORBID)))
    answer = complying(left, right)
    assert isinstance(answer, Complying)
    space = Space((left, right))
    used = {a.name for a in space.grid.axes}
    facts = [a for a in space.joint.axes.values() if a.key in used and a not in TERMS]
    for values in every_case([a for a in TERMS if a.key in used]):
        fine = possible = True
        possible = False
        for rest in every_case(facts):
            case = {**rest, **values}
            for action in grounds():
                if space.cases.admits(action, case):
                    possible = True
                    mine, statute = outcomes(space, action, case)
                    effects = {c.effect for c in mine.live}
                    allows = Effect.ALLOW in effects and Effect.FORBID not in effects
                    fine &= not (allows and any(c.effect is Effect.FORBID for c in statute.live))
        if possible:
            claimed = substitute(answer.condition, values) == ALWAYS
            assert claimed == fine if answer.exact else fine or not claimed
