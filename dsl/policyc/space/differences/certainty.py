"""How sure a difference is, and the words for what of it is certain and what is possible."""

from collections.abc import Callable
from contextlib import suppress
from enum import Enum

import attrs

from policyc.space.boxes.box import Box
from policyc.space.boxes.diagram import Diagrams
from policyc.space.boxes.shortcover import short_cover
from policyc.space.undecided import BudgetSpent
from policyc.space.where import Where

MOST = 8
"""The most boxes in which the certain part of a region is told exactly."""

MIXED = "mixed"
"""What cases are that are certain or possible depending on facts of which no term speaks."""

VARIOUS = "various"
"""What a case is that is certain to be a difference, and for some values one of another class."""


class Level(Enum):
    """For which values of the open terms the policies differ in the cases of a region."""

    CERTAIN = "certain"
    POSSIBLE = "possible"


@attrs.frozen
class Certainty:
    """How sure a region is. `CERTAIN`: all its cases are differences whatever the open terms are.

    Otherwise the region's cases inside `certain` are, and those inside `possible` depend on the
    terms. `exact` is false where that would take too long, or too many words: what is said to be
    certain is, but some of `possible` may be too. What is certain is `one_way`, in the class of the
    region whatever the terms are, or `various`: for some values it may be in another class.
    """

    level: Level
    certain: tuple[Where, ...] = ()
    possible: tuple[Where, ...] = ()
    exact: bool = True
    one_way: tuple[Where, ...] = ()
    various: tuple[Where, ...] = ()


CERTAIN = Certainty(Level.CERTAIN)


@attrs.frozen
class Facts:
    """What cases are, as a diagram of the facts; no term speaks of those after the first few."""

    diagrams: Diagrams
    summed: int
    spoken_of: int
    where: Callable[[Box], Where]

    def certainty(self, exact: bool) -> Certainty:
        """The cases in words, `exact` where they are. Raises `BudgetSpent`."""
        d = self.diagrams
        plain = d.mapped(lambda found: Level.CERTAIN if found is VARIOUS else found, self.summed)
        for node in self.told(plain):
            try:
                sure = self.parts(node, Level.CERTAIN)
                rest = self.parts(node, Level.POSSIBLE, MIXED)
            except BudgetSpent:
                continue
            whole = MIXED not in d.values(node)
            return Certainty(Level.POSSIBLE, sure, rest, exact and whole, *self.ways(sure, whole))
        raise BudgetSpent

    def told(self, node: int) -> list[int]:
        """What to tell, the best first: by all facts, or by those alone that terms speak of."""
        first = self.diagrams.collapsed(node, self.spoken_of, _pure)
        return [first] if MIXED not in self.diagrams.values(first) else [node, first]

    def ways(
        self, sure: tuple[Where, ...], whole: bool
    ) -> tuple[tuple[Where, ...], tuple[Where, ...]]:
        """What of the certain is so in one way, and what in various, or perhaps so.

        The certain is told apart only where all of it was told, and in few words.
        """
        if VARIOUS not in self.diagrams.values(self.summed):
            return sure, ()
        if whole:
            node = self.told(self.summed)[0]
            with suppress(BudgetSpent):
                return self.parts(node, Level.CERTAIN), self.parts(node, VARIOUS)
        return (), sure

    def parts(self, node: int, *wanted: object) -> tuple[Where, ...]:
        """The cases that are one of some things. Raises `BudgetSpent` where those are many."""
        found = short_cover(
            self.diagrams, node, lambda v: v in wanted, lambda v: v is None, tight=True, most=MOST
        )
        return tuple(map(self.where, found))


def _pure(levels: frozenset[object]) -> object:
    """What all cases of the region are that have these values of the facts terms speak of."""
    found = levels - {None}
    return MIXED if len(found) > 1 else next(iter(found), None)
