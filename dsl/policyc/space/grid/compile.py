"""Conditions to boxes.

A condition becomes the boxes of its disjunctive form. Where that form would have more than
`CAP` boxes, its bulky part becomes a compound axis: a yes/no axis that stands for the part, with
rules (boxes that no case is in) that make the two agree. The boxes stay few; nothing is lost.
"""

from collections.abc import Iterable, Sequence
from typing import assert_never

from policyc.core.conditions import (
    ALWAYS,
    All,
    Among,
    AnyOf,
    Condition,
    Constant,
    Holds,
    Linear,
    Not,
    Within,
)
from policyc.space.boxes.box import EVERYWHERE, Box, Literal, meet
from policyc.space.boxes.fewer import joined
from policyc.space.grid.describe import condition_of_boxes
from policyc.space.grid.grid import NO, YES
from policyc.space.grid.gridding import Grid

CAP = 64
"""The most boxes of one condition before its parts become compound axes."""


class Compiler:
    """Compiles conditions on one grid; `rules` are the boxes that no case is in."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.rules: list[Box] = []
        self._compounds: dict[tuple[Box, ...], int] = {}
        self._guards: dict[int, tuple[Condition, list[Box]]] = {}

    def guard(self, condition: Condition) -> list[Box]:
        """The cases where a guard holds; worked out once for each condition (by identity)."""
        known = self._guards.get(id(condition))
        if known is None:
            known = self._guards[id(condition)] = (condition, self.boxes(condition))
        return known[1]

    def boxes(self, condition: Condition, holds: bool = True) -> list[Box]:
        """The cases where a condition holds (or does not), as boxes that may overlap."""
        match condition:
            case Constant(value):
                return [EVERYWHERE] if value is holds else []
            case Holds() | Among() | Within() | Linear():
                return self._atom(condition, holds)
            case Not(part):
                return self.boxes(part, not holds)
            case All(parts):
                return self._all(parts, True) if holds else self._any(parts, False)
            case AnyOf(parts):
                return self._any(parts, True) if holds else self._all(parts, False)
            case _:
                assert_never(condition)

    def _atom(self, atom: Holds | Among | Within | Linear, holds: bool) -> list[Box]:
        place, mask = self.grid.literal(atom)
        full = self.grid.full[place]
        if not holds:
            mask = full & ~mask
        return [] if not mask else [EVERYWHERE] if mask == full else [((place, mask),)]

    def _any(self, parts: Sequence[Condition], holds: bool) -> list[Box]:
        return joined((box for part in parts for box in self.boxes(part, holds)), self.grid.full)

    def _all(self, parts: Sequence[Condition], holds: bool) -> list[Box]:
        return self.product([self.boxes(part, holds) for part in parts])

    def product(self, factors: list[list[Box]]) -> list[Box]:
        """The cases in a box of every factor; small factors first, bulky ones made compound."""
        found = [EVERYWHERE]
        for factor in sorted(factors, key=len):
            if not factor:
                return []
            bulky = len(found) * len(factor) > CAP
            boxes = [((self.compound(factor), YES),)] if bulky else factor
            if len(found) > 1 and len(found) * len(boxes) > CAP:
                found = [((self.compound(found), YES),)]
            found = [met for a in found for b in boxes if (met := meet(a, b)) is not None]
            if len(found) > 1:
                found = joined(found, self.grid.full)
        return found

    def complement(self, boxes: Sequence[Box]) -> list[Box]:
        """The cases in none of the boxes."""
        full = self.grid.full
        return self.product([[((p, full[p] & ~m),) for p, m in box] for box in boxes])

    def compound(self, boxes: Iterable[Box]) -> int:
        """The place of a compound axis that is yes exactly in the boxes."""
        kept = tuple(boxes)
        if kept not in self._compounds:
            place = self.grid.compound(condition_of_boxes(self.grid, kept))
            self._compounds[kept] = place
            members = [self._member(box) for box in kept]
            full = self.grid.full
            none = dict[int, int]()
            for part, mask in members:
                none[part] = none.get(part, full[part]) & ~mask
            if all(none.values()):
                self.rules.append(tuple(sorted([*none.items(), (place, YES)])))
            self.rules += [tuple(sorted([(part, mask), (place, NO)])) for part, mask in members]
        return self._compounds[kept]

    def _member(self, box: Box) -> Literal:
        """One literal that holds exactly in a box."""
        if len(box) == 1:
            return box[0]
        if not box:
            raise ValueError(f"{ALWAYS} needs no compound axis")
        place = self._compounds.get((box,))
        if place is None:
            place = self.grid.compound(condition_of_boxes(self.grid, (box,)))
            self._compounds[(box,)] = place
            self.rules.append(tuple(sorted([*box, (place, NO)])))
            for part, mask in box:
                self.rules.append(
                    tuple(sorted([(part, self.grid.full[part] & ~mask), (place, YES)]))
                )
        return place, YES
