"""Reading regions in a case, and the class of a difference by the definition."""

from policyc.core.actions import Ground
from policyc.core.conditions import ALWAYS
from policyc.core.meaning import Case, Outcome
from policyc.core.policy import Effect, Verdict
from policyc.space.differences.classes import DOES, DOES_NOT, Class, Topic
from policyc.space.differences.regions import Region
from policyc.space.grid.substitute import substitute
from policyc.space.where import Where


def lies_in(place: Where, action: Ground, case: Case) -> bool:
    """Whether a joint case and action are in a box."""
    return place.pattern.covers(action) and all(
        substitute(bound.condition, case) == ALWAYS for bound in place.bounds
    )


def claimed(region: Region, action: Ground, case: Case) -> bool:
    """Whether a region claims a case."""
    return lies_in(region.where, action, case) and not any(
        lies_in(part.where, action, case) for part in region.exceptions
    )


def class_of(left: Outcome, right: Outcome) -> Class | None:
    """The class of the difference between two outcomes; none where there is none."""
    effects = [{c.effect for c in o.live} for o in (left, right)]
    if left.verdict is not right.verdict:
        for side in (0, 1):
            for topic, (have, lack) in DOES.items():
                others, barred = DOES_NOT[topic]
                if _fits(effects[side], have, lack) and _fits(effects[1 - side], others, barred):
                    return Class(topic, side)
        raise AssertionError((left.verdict, right.verdict))
    if left.rebuttable != right.rebuttable and left.verdict is not Verdict.SILENT:
        return Class(Topic.STANDS, int(left.rebuttable))
    return None


def _fits(found: set[Effect], have: tuple[Effect, ...], lack: tuple[Effect, ...]) -> bool:
    return found.issuperset(have) and found.isdisjoint(lack)
