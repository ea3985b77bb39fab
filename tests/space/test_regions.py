"""The list of differences, against the definition in many cases: nothing missing or too much."""

from random import Random

import pytest
from hypothesis import given, settings

from policyc.core.actions import Pattern
from policyc.core.axes import History
from policyc.core.conditions import ALWAYS
from policyc.core.policy import Clause, Effect, Policy
from policyc.space.differences.regions import Region, differences
from policyc.space.replay import outcomes
from policyc.space.space import Space
from tests.space.reading import claimed, class_of
from tests.strategies.core import (
    EVERYTHING,
    FACTS,
    OPEN,
    PAST,
    PLAIN,
    VOCABULARY,
    Shape,
    every_case,
    grounds,
    random_case,
    random_policy,
    randoms,
)
from tests.strategies.edits import edited, rewritten
from tests.strategies.histories import random_history, read


def pair_of(random: Random, shape: Shape) -> tuple[Policy, Policy]:
    """Two policies: strangers or an edit."""
    left = random_policy(random, shape, "left")
    right = (
        edited(random, left, shape)
        if random.random() < 0.5
        else random_policy(random, shape, "right")
    )
    return left, right


def check(space: Space, regions: list[Region], random: Random, cases: int = 60) -> None:
    """In random cases, half of them near a witness, the regions that claim it are of its class."""
    signatures = VOCABULARY.events["stop_request"]
    axes = [space.joint.axes[a.name] for a in space.grid.axes if isinstance(a.name, str)]
    for _ in range(cases):
        action = random.choice(list(grounds()))
        case = random_case(random, axes)
        if regions and random.random() < 0.6:
            example = random.choice(regions).witness
            action = example.action
            case = {k: v if random.random() < 0.2 else example.case[k] for k, v in case.items()}
        elif any(isinstance(a.origin, History) for a in axes) and action.name == "contact":
            now, past = random_history(random, [*grounds(), *signatures.ground()])
            case.update(
                {k: v for k, v in read(VOCABULARY, PAST, action, now, past).items() if k in case}
            )
        if space.cases.admits(action, case):
            left, right = outcomes(space, action, case)
            cls = class_of(left, right)
            found = {region.cls for region in regions if claimed(region, action, case)}
            assert found == ({cls} if cls else set()), (action, case)


def regions_of(space: Space) -> list[Region]:
    found = list(differences(space))
    assert all(isinstance(region, Region) for region in found)
    return [region for region in found if isinstance(region, Region)]


@pytest.mark.parametrize("shape", [PLAIN, OPEN, EVERYTHING], ids=["plain", "open", "everything"])
@pytest.mark.parametrize("seed", range(40))
def test_the_regions_of_a_class_are_exactly_its_cases(seed: int, shape: Shape) -> None:
    random = Random(seed)
    space = Space(pair_of(random, shape))
    check(space, regions_of(space), random)


@settings(max_examples=settings().max_examples * 2 // 5, deadline=None)
@given(randoms())
def test_every_case_of_a_small_space_is_claimed_as_its_class(random: Random) -> None:
    space = Space(pair_of(random, Shape(axes=FACTS[:1] + FACTS[3:], rules=4)))
    regions = regions_of(space)
    axes = [space.joint.axes[a.name] for a in space.grid.axes if isinstance(a.name, str)]
    for case in every_case(axes):
        for action in grounds():
            if space.cases.admits(action, case):
                cls = class_of(*outcomes(space, action, case))
                found = {r.cls for r in regions if claimed(r, action, case)}
                assert found == ({cls} if cls else set())


@pytest.mark.parametrize("seed", range(25))
def test_a_rewritten_policy_has_no_difference(seed: int) -> None:
    random = Random(seed)
    policy = random_policy(random, EVERYTHING)
    assert list(differences(Space((policy, rewritten(random, policy, EVERYTHING))))) == []


def test_overlapping_sets_that_make_up_the_whole_are_one_region() -> None:
    signature = VOCABULARY.actions["contact"]
    members = signature.parameters[0].kind.members
    sets = (members[:-1], members[1:], (members[0], members[-1]))
    clauses = tuple(
        Clause(f"r{i}", Effect.FORBID, Pattern("contact", (frozenset(m), None)), ALWAYS)
        for i, m in enumerate(sets)
    )
    left = Policy("left", {}, VOCABULARY, clauses)
    (region,) = differences(Space((left, Policy("right", {}, VOCABULARY, ()))))
    assert isinstance(region, Region)
    assert region.where.free
    assert region.rules[0] == ("r0", "r1", "r2")
