"""The days whose versions of policies are compared, and whether somebody asked for them."""

from datetime import date

import attrs

from policyc.core.policy import Policy


@attrs.frozen
class AskedDays:
    """The day `on` whose versions were asked for, of all but the policies that name their `own`.

    `own` goes by the policies' places. Where nobody asked, the day is today's, and not `stated`.
    """

    on: date
    stated: bool = False
    own: tuple[date | None, ...] = ()

    def of(self, place: int) -> date | None:
        """The day that was asked for of a policy; `None` where it is nobody's question."""
        return self.own[place] or (self.on if self.stated else None)

    def meant(self, place: int) -> date:
        """The day whose version of a policy is compared."""
        return self.own[place] or self.on


def later_than(policy: Policy, day: date) -> date | None:
    """When the text came out of which a policy tells what held on a day, if it was later.

    A policy says that by when it was published; one that says nothing of itself, by its sources.
    """
    known = policy.published or (None if policy.period.start else newest_source(policy))
    return known if known is not None and known > day else None


def newest_source(policy: Policy) -> date | None:
    """The date of the newest source; `None` where none has one."""
    dates = [source.dated for source in policy.sources.values() if source.dated is not None]
    return max(dates, default=None)


def is_undated(policy: Policy) -> bool:
    """Whether neither a policy nor a source of it says of when it is."""
    return not (policy.published or policy.period.start or newest_source(policy))
