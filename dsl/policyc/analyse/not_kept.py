"""Which clauses of a statute a policy does not keep to, in which way, and how many these are."""

from collections.abc import Iterable, Mapping
from enum import Enum
from functools import reduce
from operator import add

import attrs

from policyc.analyse.compliance import Compliance
from policyc.analyse.provisions import Provision


class Way(Enum):
    """A way not to keep to a clause; the gravest first."""

    BROKEN = "broken"
    """The policy permits what the clause forbids."""
    LEFT_OUT = "left_out"
    """The clause requires what the policy does not."""
    UNHEEDED = "advice"
    """The policy permits what the clause advises against."""


def not_kept(found: Compliance, way: Way) -> Mapping[str, bool]:
    """The clauses that a policy does not keep to in a way, with whether that is certain."""
    return {each.rule: each.certain for each in _provisions(found, way)}


def _provisions(found: Compliance, way: Way) -> tuple[Provision, ...]:
    match way:
        case Way.BROKEN:
            return found.broken
        case Way.LEFT_OUT:
            return found.unmet
        case Way.UNHEEDED:
            return found.unheeded


@attrs.frozen
class Count:
    """How many clauses: for `certain`, and `possible` for some of the open values only.

    Where it is not `settled`, there may be more.
    """

    certain: int = 0
    possible: int = 0
    settled: bool = True

    def __add__(self, other: "Count") -> "Count":
        certain, possible = self.certain + other.certain, self.possible + other.possible
        return Count(certain, possible, self.settled and other.settled)


def counted(found: Iterable[Compliance]) -> dict[Way, Count]:
    """How many clauses of some statutes are not kept to, in each way."""
    each = list(found)
    return {way: reduce(add, (_count(one, way) for one in each), Count()) for way in Way}


def _count(found: Compliance, way: Way) -> Count:
    certain = list(not_kept(found, way).values())
    return Count(certain.count(True), certain.count(False), found.settled or way is not Way.BROKEN)


def severity(found: Iterable[Compliance]) -> tuple[int, ...]:
    """Greater for who keeps to less: by clauses broken for certain, then perhaps, then left out."""
    counts = counted(found).values()
    return tuple(number for each in counts for number in (each.certain, each.possible))
