"""Which text a policy is, in words."""

from collections.abc import Iterator

from policyc.analyse.reports import phrases
from policyc.core.policy import Policy
from policyc.diagnostics.diagnostic import Language


def about_policy(policy: Policy, name: str, language: Language) -> Iterator[str]:
    """Its label where it goes by another name, its dates, its file."""
    if policy.label and policy.label != name:
        yield f"“{policy.label}”"
    if policy.published:
        yield phrases.PUBLISHED[language].format(day=policy.published)
    period = policy.period
    if period.start and period.end:
        yield phrases.EFFECTIVE_UNTIL[language].format(day=period.start, end=period.end)
    elif period.start:
        yield phrases.EFFECTIVE[language].format(day=period.start)
    if policy.where is not None:
        yield policy.where.source.name
