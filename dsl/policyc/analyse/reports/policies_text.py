"""Which text a policy is, in words."""

from collections.abc import Iterator

from policyc.analyse.reports import phrases
from policyc.core.policy import Policy
from policyc.diagnostics.diagnostic import Language
from policyc.resources import shipped_name


def about_policy(policy: Policy, name: str, language: Language) -> Iterator[str]:
    """Its label where it goes by another name, its dates, its file or its name in the library."""
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
        file = policy.where.source.name
        shipped = shipped_name(file)
        yield file if shipped is None else phrases.LIBRARY[language].format(name=shipped)
