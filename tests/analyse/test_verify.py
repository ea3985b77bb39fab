"""The replay of a list of differences: quiet about right lists, and it finds what is wrong."""

from pathlib import Path
from random import Random

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyc.analyse.classes import class_of
from policyc.analyse.difference import Difference, difference
from policyc.analyse.verify import verify
from policyc.core.meaning import decide
from policyc.space.differences.classes import Class, Topic
from tests.analyse.loading import named, written
from tests.strategies.core import EVERYTHING, OPEN, PLAIN, Shape, random_policy
from tests.strategies.edits import edited


def pair(random: Random, shape: Shape) -> Difference:
    left = random_policy(random, shape, "left")
    strangers = random.random() < 0.5
    right = random_policy(random, shape, "right") if strangers else edited(random, left, shape)
    return difference(left, right)


@pytest.mark.property
@settings(max_examples=settings().max_examples // 4)
@given(st.randoms(use_true_random=False), st.sampled_from([PLAIN, OPEN, EVERYTHING]))
def test_a_list_of_differences_is_right_in_every_drawn_case(random: Random, shape: Shape) -> None:
    found = verify(pair(random, shape), 30, seed=random.randrange(1000))
    assert found.mistakes == ()


def test_real_lists_are_right_in_every_drawn_case() -> None:
    for left, right in (("tianxing", "xiaohua"), ("tianxing", "pipl"), ("tianxing_zh", "tianxing")):
        found = verify(difference(named(left), named(right)), 300)
        assert (found.cases, found.mistakes) == (300, ())
        assert 0 < found.differing < 300


LEFT = """
rule calls: when overdue in 8..15 then allow contact(borrower, phone)
rule lost: when unreachable > 72h and amount > 10 * instalment then allow contact(emergency)
rule night: when time from 20:00 to 08:00 then forbid contact(any, phone)
"""
RIGHT = """
rule calls: when overdue >= 8 then allow contact(borrower, phone | sms)
rule lost: when unreachable > 48h then allow contact(emergency)
rule night: when time from 22:00 to 07:00 then forbid contact(any, phone)
"""


@pytest.fixture
def small(tmp_path: Path) -> Difference:
    return difference(written(tmp_path, LEFT, "left"), written(tmp_path, RIGHT, "right"))


def test_a_missing_region_is_noticed(small: Difference) -> None:
    assert len(small.entries) >= 3
    for number, entry in enumerate(small.entries):
        rest = small.entries[:number] + small.entries[number + 1 :]
        wrong = verify(attrs.evolve(small, entries=rest), 600).mistakes
        assert entry.region.cls in {mistake.actual for mistake in wrong}


def test_a_claim_in_excess_is_noticed(small: Difference) -> None:
    tried = 0
    for number, entry in enumerate(small.entries):
        for place in range(len(entry.region.exceptions)):
            kept = [e for i, e in enumerate(entry.region.exceptions) if i != place]
            region = attrs.evolve(entry.region, exceptions=tuple(kept))
            entries = list(small.entries)
            entries[number] = attrs.evolve(entry, region=region)
            wrong = verify(attrs.evolve(small, entries=tuple(entries)), 1500).mistakes
            assert entry.region.cls in {cls for mistake in wrong for cls in mistake.claimed}
            tried += 1
    assert tried


def test_a_region_in_the_wrong_class_is_noticed() -> None:
    found = difference(named("tianxing"), named("pipl"))
    first = found.entries[0]
    turned = Class(first.region.cls.topic, 1 - first.region.cls.side)
    wrong = attrs.evolve(first, region=attrs.evolve(first.region, cls=turned))
    assert verify(attrs.evolve(found, entries=(wrong, *found.entries[1:])), 300).mistakes


def test_the_same_seed_draws_the_same_cases() -> None:
    found = difference(named("tianxing"), named("xiaohua"))
    assert attrs.astuple(verify(found, 50, seed=1)) == attrs.astuple(verify(found, 50, seed=1))


def test_each_case_is_one_step_of_the_progress() -> None:
    steps: list[None] = []
    verify(difference(named("tianxing"), named("pipl")), 25, tick=lambda: steps.append(None))
    assert len(steps) == 25


def test_answers_of_which_one_can_be_rebutted_are_a_class_of_their_own() -> None:
    rule = named("features.policy").clauses[0]
    assert rule.rebuttable
    firm = attrs.evolve(
        named("features.policy"),
        clauses=tuple(attrs.evolve(c, rebuttable=False) for c in named("features.policy").clauses),
    )
    found = difference(named("features.policy"), firm)
    assert {entry.region.cls for entry in found.entries} == {Class(Topic.STANDS, 1)}
    example = found.entries[0].example
    outcomes = [decide(p, example.action, example.whole) for p in found.policies]
    assert class_of(*outcomes) == Class(Topic.STANDS, 1)
