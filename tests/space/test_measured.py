"""Three published policies: few regions, told as the policies write, and what breaks the rules."""

import pytest

from policyc.core.numbers import Interval, NumberSet
from policyc.core.policy import Policy
from policyc.space.differences.certainty import Level
from policyc.space.differences.parts import Part
from policyc.space.differences.regions import compare
from policyc.space.questions.compliance import held_against, violations
from policyc.space.questions.relation import Relation, Standing, standing
from policyc.space.space import Space
from tests.analyse.loading import named

TIANXING, GUIDELINE, XIAOHUA = (
    named(f"measured.policy#m_{name}") for name in ("tianxing", "guideline", "xiaohua")
)


@pytest.mark.parametrize(
    ("left", "right", "regions", "exceptions"),
    [(TIANXING, GUIDELINE, 8, 4), (TIANXING, XIAOHUA, 10, 4), (XIAOHUA, GUIDELINE, 6, 1)],
    ids=["tianxing-guideline", "tianxing-xiaohua", "xiaohua-guideline"],
)
def test_real_policies_differ_in_few_regions(
    left: Policy, right: Policy, regions: int, exceptions: int
) -> None:
    found = compare(left, right)
    assert found.complete
    assert len(found.regions) <= regions
    assert sum(len(region.exceptions) for region in found.regions) <= exceptions


def test_a_breach_is_told_with_the_ends_as_they_were_written() -> None:
    found = held_against(Space((TIANXING, GUIDELINE)), violations)
    breaches = [part for part in found if isinstance(part, Part)]
    assert [p.rules for p in breaches] == [
        ((0, "r1"), (1, "g3")),
        ((0, "r2"), (1, "g2")),
        ((0, "r3"), (1, "g1"), (1, "g2")),
    ]
    third = {b.name: b.values for b in breaches[2].where.bounds}
    assert third["unreachable"] == NumberSet((Interval(72, None, True),))
    assert third["overdue"] == NumberSet((Interval(16, 30),))


def test_a_policy_that_says_little_is_looser_than_the_guideline() -> None:
    found = standing(Space((XIAOHUA, GUIDELINE)))
    assert isinstance(found, Standing)
    assert found.relation is Relation.LOOSER


def test_a_boundary_that_is_left_open_makes_a_difference_certain_from_its_latest_value() -> None:
    found = compare(XIAOHUA, GUIDELINE, ["outsource"])
    (region,) = found.regions
    assert region.certainty.level is Level.POSSIBLE
    (certain,), (possible,) = region.certainty.certain, region.certainty.possible
    assert [b.values for b in certain.bounds] == [NumberSet((Interval(180, None),))]
    assert [b.values for b in possible.bounds] == [NumberSet((Interval(31, 179),))]
