"""The statutes that a policy is subject to, as they stand while it is in force."""

from collections.abc import Iterator
from datetime import date, timedelta

from policyc.analyse.findings.statutes import unchecked
from policyc.core.policy import Period, Policy
from policyc.diagnostics.diagnostic import Diagnostic
from policyc.elaborate.elaborator import Elaborated
from policyc.elaborate.versions import in_force
from policyc.library.project import Project


def statutes_of(
    project: Project, document: Elaborated, today: date
) -> tuple[list[Policy], list[Diagnostic]]:
    """The statutes that a document's policy is subject to, and findings about the others.

    Each is in the version of today, or of the day nearest to it when the policy is in force. A
    finding stands for a statute that there is, but that nothing can be held against.
    """
    found: list[Policy] = []
    left_out: list[Diagnostic] = []
    for each in _each(project, document, today):
        if isinstance(each, Policy):
            found.append(each)
        else:
            left_out.append(each)
    return found, left_out


def _each(project: Project, document: Elaborated, today: date) -> Iterator[Policy | Diagnostic]:
    policy = document.policy
    assert policy is not None, "only policies are subject to statutes"
    day = _nearest(policy.period, today)
    for name in policy.subject_to:
        named = project.library.find(name, document.found.source)
        versions = [found for found in named if found.kind == "policy"]
        version = in_force(versions, day)
        statute = project.elaborator.elaborate(version) if version is not None else None
        if statute is not None and statute.usable and statute.policy is not None:
            yield statute.policy
        elif versions:
            yield unchecked(policy, name, None if version is not None else day)


def _nearest(period: Period, day: date) -> date:
    """A day, or the day of a period that is nearest to it."""
    if period.end is not None and day >= period.end:
        return period.end - timedelta(days=1)
    return max(day, period.start) if period.start is not None else day
