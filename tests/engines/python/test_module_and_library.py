"""A compiled module against the library's own decisions, on policies as they are published."""

from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest

from policyc.core.axes import Axis, Members, Numbers, YesNo
from policyc.core.policy import Policy
from policyc.decide.decision_json import Renderer
from policyc.decide.findings import CaseError
from policyc.decide.json_values import value_json
from policyc.decide.point import DecisionPoint
from policyc.library.project import open_project
from policyc.resources import library_folder
from tests.decide.test_rendering import check
from tests.engines.python.modules import decider

NAMES = ("tianxing", "xiaohua", "pipl")
SAME = ("policy", "version", "action", "verdict", "rules", "defeated", "duties", "rebuttable")
"""What has to be the same of a case that states everything."""


def _opened(name: str) -> tuple[Policy, DecisionPoint]:
    path = next(library_folder().rglob(f"{name}.policy"))
    project = open_project([Path(path)])
    (document,) = (d for d in project.documents if d.policy is not None)
    assert document.policy is not None
    return document.policy, DecisionPoint(document, project.library)


def _value(random: Random, axis: Axis) -> Any:
    """A value as JSON has it, near where rules change their minds."""
    match axis.domain:
        case YesNo():
            return random.random() < 0.5
        case Members(kind):
            return random.choice(kind.members)
        case Numbers(lower=lower, upper=upper):
            near = random.choice((0, 1, 3, 7, 15, 16, 30, 72, 73, 1000, 28_800, 72_000))
            inside = near if upper is None else min(near, int(upper))
            return value_json(axis.domain, max(int(lower or 0), inside))


def _case(random: Random, policy: Policy, unknown: float) -> dict[str, Any]:
    axes = [axis for axis in policy.axes.values() if random.random() >= unknown]
    return {axis.key: _value(random, axis) for axis in axes}


def _library(point: DecisionPoint, ask: str, case: Mapping[str, Any]) -> dict[str, Any] | None:
    """What the library decides; nothing where the facts contradict one another."""
    renderer = Renderer(point.policy)
    (action,) = point.actions(ask)
    try:
        return renderer.decision(point.decide(action, point.read(dict(case))))
    except CaseError:
        return None


@pytest.mark.parametrize("name", NAMES)
def test_a_complete_case_gets_the_same_decision(name: str) -> None:
    policy, point = _opened(name)
    decide = decider(policy)
    random = Random(name)
    compared = 0
    for _ in range(150):
        ask = str(random.choice(policy.ground_actions()))
        case = _case(random, policy, 0)
        expected = _library(point, ask, case)
        if expected is not None:
            found = decide(ask, case)
            check(found)
            assert found.keys() == expected.keys() - {"outcomes"}
            assert {key: found[key] for key in SAME} == {key: expected[key] for key in SAME}
            compared += 1
    assert compared > 20


@pytest.mark.parametrize("name", NAMES)
def test_a_partial_case_is_never_given_another_verdict(name: str) -> None:
    policy, point = _opened(name)
    decide = decider(policy)
    random = Random(name)
    agreed = 0
    for _ in range(150):
        ask = str(random.choice(policy.ground_actions()))
        case = _case(random, policy, 0.6)
        expected = _library(point, ask, case)
        if expected is not None:
            found = decide(ask, case)
            assert found["verdict"] in (expected["verdict"], "undetermined")
            agreed += found["verdict"] == expected["verdict"]
    assert agreed > 20
