"""Certain and possible, against every value of the open terms."""

from random import Random

import pytest

from policyc.core.actions import Ground
from policyc.core.axes import Value
from policyc.core.policy import Clause, Effect, Policy
from policyc.space.differences.certainty import Level
from policyc.space.differences.regions import Region, differences
from policyc.space.grid.linear import linear_condition
from policyc.space.replay import outcomes
from policyc.space.space import Space
from tests.space.reading import claimed, class_of, lies_in
from tests.space.test_regions import pair_of
from tests.strategies.core import (
    ANY_CONTACT,
    FACTS,
    TERMS,
    VOCABULARY,
    Shape,
    below,
    every_case,
    grounds,
    random_case,
)

TWO_FACTS = Shape(axes=FACTS[:1] + FACTS[3:4] + TERMS, rules=4, assumptions=0.1)


@pytest.mark.parametrize("seed", range(60))
def test_a_case_is_certain_where_the_policies_differ_for_all_values_of_the_terms(seed: int) -> None:
    random = Random(seed)
    space = Space(pair_of(random, TWO_FACTS))
    regions = [r for r in differences(space) if isinstance(r, Region)]
    terms = list(every_case(TERMS))
    axes = [space.joint.axes[a.name] for a in space.grid.axes if isinstance(a.name, str)]
    for region in regions:
        for _ in range(6):
            facts = {**region.witness.case, **random_case(random, axes)}
            action = (
                region.witness.action if random.random() < 0.5 else random.choice(list(grounds()))
            )
            cases = [{**facts, **values} for values in terms]
            classes = [
                class_of(*outcomes(space, action, case))
                for case in cases
                if space.cases.admits(action, case)
            ]
            if region.cls not in classes:
                continue
            one_way = all(cls == region.cls for cls in classes)
            _check(region, all(classes), one_way, action, cases, space)


def _check(
    region: Region,
    certain: bool,
    one_way: bool,
    action: Ground,
    cases: list[dict[str, Value]],
    space: Space,
) -> None:
    if not any(
        space.cases.admits(action, case) and claimed(region, action, case) for case in cases
    ):
        return
    level = region.certainty
    inside = [
        any(lies_in(part, action, cases[0]) for part in p) for p in (level.certain, level.possible)
    ]
    own, various = (
        any(lies_in(part, action, cases[0]) for part in p) for p in (level.one_way, level.various)
    )
    assert one_way or not own
    assert (own or various) == inside[0]
    if level.level is Level.CERTAIN:
        assert certain
    elif level.exact:
        assert inside == [certain, not certain]
    else:
        assert certain or not inside[0]


@pytest.mark.parametrize("least", [-1, 0, 3, 6])
def test_what_a_sum_of_facts_and_a_term_decides_is_told_by_the_sum_of_the_facts(least: int) -> None:
    """For any one value of either fact the answer turns on the other."""
    factors = {"calls": 1, "overdue": -2, "early": -1}
    axes = {axis.key: axis for axis in (*FACTS[:2], *TERMS)}
    rule = Clause("r", Effect.ALLOW, ANY_CONTACT, linear_condition(factors, below(least)))
    mine, yours = (Policy(n, axes, VOCABULARY, c) for n, c in (("p", (rule,)), ("q", ())))
    space = Space((mine, yours))
    (region,) = (r for r in differences(space) if isinstance(r, Region))
    action = region.witness.action
    terms = list(every_case(TERMS))
    for facts in every_case(FACTS[:2]):
        cases = [{**facts, **values} for values in terms]
        differing = [claimed(region, action, case) for case in cases]
        inside = [
            any(lies_in(part, action, cases[0]) for part in parts)
            for parts in (region.certainty.certain, region.certainty.possible)
        ]
        if any(differing):
            assert inside == [all(differing), not all(differing)]
    assert region.certainty.exact
