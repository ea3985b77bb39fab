"""The class of a difference in one case, by the definition and not by how regions are found."""

from policyc.core.meaning import Outcome
from policyc.core.policy import Verdict
from policyc.space.differences.classes import DOES, DOES_NOT, Class, Topic


def class_of(left: Outcome, right: Outcome) -> Class | None:
    """The class of the difference between two outcomes; `None` where there is none."""
    if left.verdict is right.verdict:
        differ = left.rebuttable != right.rebuttable and left.verdict is not Verdict.SILENT
        return Class(Topic.STANDS, int(left.rebuttable)) if differ else None
    effects = [{clause.effect for clause in outcome.live} for outcome in (left, right)]
    for topic, (have, lack) in DOES.items():
        others, barred = DOES_NOT[topic]
        for side in (0, 1):
            mine, yours = effects[side], effects[1 - side]
            does = mine.issuperset(have) and mine.isdisjoint(lack)
            if does and yours.issuperset(others) and yours.isdisjoint(barred):
                return Class(topic, side)
    raise AssertionError(f"no class holds {left.verdict} against {right.verdict}")
