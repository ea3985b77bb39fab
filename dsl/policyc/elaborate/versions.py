"""Which version of a policy is in force on a day."""

from collections.abc import Sequence
from datetime import date

from policyc.core.policy import Period
from policyc.elaborate import units
from policyc.elaborate.documents import Found
from policyc.syntax import nodes as n


def effective_of(document: n.Document) -> n.Effective | None:
    """The statement that says when a document is in force."""
    return next((item for item in document.items if isinstance(item, n.Effective)), None)


def period_of(document: n.Document) -> Period:
    """When a document is in force; always where it does not say.

    An end that does not come after the start is no end, and a day that no calendar has no day:
    elaboration reports either.
    """
    stated = effective_of(document)
    if stated is None:
        return Period()
    start = units.day(stated.start.text)
    end = units.day(stated.end.text) if stated.end else None
    in_order = start is None or end is None or start < end
    return Period(start, end if in_order else None)


def in_force(versions: Sequence[Found], day: date) -> Found | None:
    """The version that is in force on a day, the latest if several are; `None` if none is."""
    return latest([found for found in versions if day in period_of(found.document)])


def latest(versions: Sequence[Found]) -> Found | None:
    """The version that begins last; of several, the one that stands last."""
    return max(reversed(versions), key=_start, default=None)


def _start(found: Found) -> date:
    return period_of(found.document).start or date.min
