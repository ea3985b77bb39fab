"""Why not: the nearest change of a case's facts that would give another verdict."""

from collections.abc import Mapping

from policyc.core.actions import Ground
from policyc.core.axes import Value
from policyc.core.policy import Policy, Verdict
from policyc.decide.decision import NearestChange, WhyNot
from policyc.space.questions.nearest import nearest
from policyc.space.undecided import Undecided


def why_not(policy: Policy, action: Ground, values: Mapping[str, Value], wanted: Verdict) -> WhyNot:
    """What would have to be otherwise for the wanted verdict.

    The search confirms its answer by the definition of the language.
    """
    match nearest(policy, action, values, wanted):
        case None:
            return WhyNot(wanted, None)
        case Undecided(why):
            return WhyNot(wanted, None, why=why)
        case found:
            changes = tuple(
                NearestChange(change.key, change.before, change.after, change.stated)
                for change in found.changes
            )
            return WhyNot(wanted, changes, found.case, terms=found.terms)
