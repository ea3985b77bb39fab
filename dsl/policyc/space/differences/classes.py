"""The classes of difference between two policies: disjoint, and together every difference.

A difference is classed by the highest effect that one side has and the other has not, in the order
of precedence: so each case where two verdicts are not the same lies in exactly one class. Where
they are the same and only one of them can be rebutted, that is a class too.
"""

from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cache

import attrs

from policyc.core.meaning import gives, verdict_of
from policyc.core.policy import Effect, Verdict
from policyc.core.strictness import BINDING
from policyc.space.effects import Alternative, alternatives, firmness
from policyc.space.live import Side
from policyc.space.overlap import Overlap

VERDICTS = tuple(v for v in Verdict if v is not Verdict.UNDETERMINED)
"""The verdicts that a policy gives in a case, by precedence."""

FORBID, REQUIRE, DISCOURAGE, RECOMMEND, ALLOW = Effect


PARTS = 100
"""Into so many parts something that is required and forbidden may fall and be listed."""


class Topic(Enum):
    """What one side does and the other does not."""

    FORBIDS = "forbids"
    CONFLICTS = "requires what both forbid"
    REQUIRES = "requires"
    DISCOURAGES = "discourages"
    RECOMMENDS = "recommends"
    ALLOWS = "allows"
    STANDS = "stands where the other can be rebutted"


@attrs.frozen
class Class:
    """A topic and the side (0 or 1) that does what the other does not."""

    topic: Topic
    side: int

    def __str__(self) -> str:
        return f"side {self.side} {self.topic.value}"


_BINDING_TOPICS = (
    Topic.FORBIDS,
    Topic.CONFLICTS,
    Topic.REQUIRES,
    Topic.DISCOURAGES,
    Topic.RECOMMENDS,
)
"""What makes the side stricter that does it."""

CLASSES = tuple(Class(topic, side) for topic in Topic for side in (1, 0))

DOES: dict[Topic, tuple[tuple[Effect, ...], tuple[Effect, ...]]] = {
    Topic.FORBIDS: ((FORBID,), ()),
    Topic.CONFLICTS: ((FORBID, REQUIRE), ()),
    Topic.REQUIRES: ((REQUIRE,), (FORBID,)),
    Topic.DISCOURAGES: ((DISCOURAGE,), (FORBID, REQUIRE)),
    Topic.RECOMMENDS: ((RECOMMEND,), (FORBID, REQUIRE, DISCOURAGE)),
    Topic.ALLOWS: ((ALLOW,), (FORBID, REQUIRE, DISCOURAGE, RECOMMEND)),
}
"""The effects that the one side has and lacks."""

DOES_NOT: dict[Topic, tuple[tuple[Effect, ...], tuple[Effect, ...]]] = {
    Topic.FORBIDS: ((), (FORBID,)),
    Topic.CONFLICTS: ((FORBID,), (REQUIRE,)),
    Topic.REQUIRES: ((), (FORBID, REQUIRE)),
    Topic.DISCOURAGES: ((), (FORBID, REQUIRE, DISCOURAGE)),
    Topic.RECOMMENDS: ((), (FORBID, REQUIRE, DISCOURAGE, RECOMMEND)),
    Topic.ALLOWS: ((), tuple(Effect)),
}
"""The effects that the other side has and lacks."""


def verdicts(cls: Class, side: int) -> tuple[Verdict, ...]:
    """The verdicts that a side can give in a class, by precedence."""
    if cls.topic is Topic.STANDS:
        return VERDICTS
    have, lack = (DOES if side == cls.side else DOES_NOT)[cls.topic]
    return tuple(v for v in VERDICTS if _goes_with(v, have, lack))


@cache
def _goes_with(verdict: Verdict, have: tuple[Effect, ...], lack: tuple[Effect, ...]) -> bool:
    """Whether a verdict may be given where there are some effects and not others."""
    giving = [e for e in Effect if gives(e, verdict)]
    return not any(e in lack for e in giving) and verdict_of((*have, *giving)) is verdict


def is_of(cls: Class, left: tuple[Verdict, bool], right: tuple[Verdict, bool]) -> bool:
    """Whether two verdicts that differ, each with whether it can be rebutted, do so in a class."""
    if cls.topic is Topic.STANDS:
        return left[0] is right[0] and (right if cls.side == 0 else left)[1]
    return left[0] in verdicts(cls, 0) and right[0] in verdicts(cls, 1)


@attrs.frozen
class Term:
    """One way to be in a class: an alternative of either side. The first is the doing side's.

    Of a box that falls into more than `most` parts the parts are not worth listing.
    """

    doing: Alternative
    other: Alternative
    most: int | None = None


def terms(sides: tuple[Side, Side], action: str, cls: Class) -> Iterator[Term]:
    """The ways to be in a class; together exactly its cases."""
    doing, other = sides[cls.side], sides[1 - cls.side]
    if cls.topic is Topic.STANDS:
        yield from standing_terms(doing, other, action, (*BINDING, Verdict.ALLOWED))
        return
    for mine in alternatives(doing, action, *DOES[cls.topic]):
        for yours in alternatives(other, action, *DOES_NOT[cls.topic]):
            yield _conflict(mine, yours) if cls.topic is Topic.CONFLICTS else Term(mine, yours)


def standing_terms(
    doing: Side, other: Side, action: str, verdicts: Iterable[Verdict]
) -> Iterator[Term]:
    """The ways in which both give one of some verdicts and only the other's can be rebutted."""
    for verdict in verdicts if other.can_yield(action) else ():
        for yours in firmness(other, action, verdict, False):
            for mine in firmness(doing, action, verdict, True):
                yield Term(mine, yours)


def stricter_terms(sides: tuple[Side, Side], action: str) -> Iterator[Term]:
    """The ways in which the second side is the stricter one of `policyc.core.strictness`."""
    for topic in _BINDING_TOPICS:
        yield from terms(sides, action, Class(topic, 1))
    yield from terms(sides, action, Class(Topic.ALLOWS, 0))
    yield from standing_terms(sides[1], sides[0], action, BINDING)


def _conflict(mine: Alternative, yours: Alternative) -> Term:
    """The term with one set for what both sides forbid: most of it is the same on both.

    What is left is a product of three sets. Where each has many boxes that overlap, as policies
    that contradict themselves all over do, its list would be longer than both policies.
    """
    (forbidden, required), (too, *rest) = mine.within, yours.within
    assert not isinstance(forbidden, Overlap)  # alternatives are of plain sets
    assert not isinstance(too, Overlap)
    return Term(
        Alternative((required, Overlap(forbidden, too)), mine.without),
        Alternative(tuple(rest), yours.without),
        PARTS,
    )
