"""Which text a policy is, and which of several are meant, in words."""

from collections.abc import Iterator, Sequence
from datetime import date

from policyc.analyse.asked_days import AskedDays, is_undated, later_than
from policyc.analyse.reports import phrases
from policyc.core.policy import Policy
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.terminal import escaped
from policyc.resources import shipped_name


def about_policy(
    policy: Policy, name: str, language: Language, days: AskedDays | None = None, place: int = 0
) -> Iterator[str]:
    """Its label where it goes by another name, its dates, its file or its name in the library.

    Where a day was asked for, also whether the text was there by then, or does not say. The policy
    has a place among the days.
    """
    if policy.label and policy.label != name:
        yield f"“{policy.label}”"
    if days is not None and (own := days.own[place]) and not policy.period.start:
        yield phrases.AS_OF[language].format(day=own)
    yield from _published(policy, language, None if days is None else days.of(place))
    period = policy.period
    if period.start and period.end:
        yield phrases.EFFECTIVE_UNTIL[language].format(day=period.start, end=period.end)
    elif period.start:
        yield phrases.EFFECTIVE[language].format(day=period.start)
    if policy.where is not None:
        file = policy.where.source.name
        shipped = shipped_name(file)
        yield file if shipped is None else phrases.LIBRARY[language].format(name=shipped)


def _published(policy: Policy, language: Language, day: date | None) -> Iterator[str]:
    """When the text was published; what bears on a day that was asked for."""
    came = None if day is None else later_than(policy, day)
    if policy.published or came:
        form = phrases.PUBLISHED if policy.published else phrases.NEWEST_SOURCE
        told = form[language].format(day=policy.published or came)
        yield phrases.AFTER_THAT_DAY[language].format(told=told) if came else told
    elif day is not None and is_undated(policy):
        yield phrases.UNDATED[language]


def some_of(
    names: Sequence[str], chosen: Sequence[int], language: Language, limit: int | None
) -> str:
    """Some of several policies by name, as few names as tell which; `chosen` is not empty."""
    if len(chosen) == len(names):
        return phrases.EVERYONE[language]
    others = [number for number in range(len(names)) if number not in chosen]
    few = others if len(others) * 2 < len(chosen) else chosen
    told = first_of([escaped(names[number]) for number in few], language, limit)
    joined = phrases.LISTED[language].join(told)
    return joined if few is chosen else phrases.ALL_BUT[language].format(names=joined)


def first_of(texts: Sequence[str], language: Language, limit: int | None) -> list[str]:
    """The first of many texts, and how many more there are."""
    if limit is None or len(texts) <= limit:
        return list(texts)
    return [*texts[:limit], phrases.MORE[language].format(count=len(texts) - limit)]
