"""Named ranges of two policies side by side."""

from collections.abc import Iterator

import attrs

from policyc.core.policy import Stage
from policyc.space.grid.joint import Joint


@attrs.frozen
class StageDifference:
    """A stage that only one policy names, or that means another range in the other."""

    name: str
    stages: tuple[Stage | None, Stage | None]


def stage_differences(joint: Joint) -> tuple[StageDifference, ...]:
    """The stages that two policies do not share, the left one's first, in their order."""
    return tuple(_differences(joint_stages(joint, 0), joint_stages(joint, 1)))


def joint_stages(joint: Joint, number: int) -> tuple[Stage, ...]:
    """A policy's stages over the joint axes."""
    return tuple(
        attrs.evolve(stage, condition=joint.condition(number, stage.condition))
        for stage in joint.policies[number].stages
    )


def _differences(left: tuple[Stage, ...], right: tuple[Stage, ...]) -> Iterator[StageDifference]:
    mine, yours = ({stage.name: stage for stage in stages} for stages in (left, right))
    for name in dict.fromkeys((*mine, *yours)):
        first, second = mine.get(name), yours.get(name)
        if first is None or second is None or _range(first) != _range(second):
            yield StageDifference(name, (first, second))


def _range(stage: Stage) -> object:
    return stage.axis, stage.condition
