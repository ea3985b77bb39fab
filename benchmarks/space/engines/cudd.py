"""CUDD, binary decision diagrams in C, called through dd: each axis is the bits of a cell's number.

The axes that rules ask about most come first, the highest bit of each first: the best of the orders
that were tried, and better than letting CUDD reorder. Which sums of facts are impossible is nothing
a diagram knows; it is given that, ready made. As regions it lists the paths of the diagrams of all
differences: disjoint conjunctions of bits.
"""

import logging
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from dd.cudd import BDD
from harness import FIRST, Answer, listed, run

ORDER = ("forbid", "require", "discourage", "recommend", "allow")


class Model:
    """The diagram of where the verdicts differ, for each action."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.bdd = BDD()
        self.bdd.configure(reordering=False)
        self.sizes: list[int] = given["axes"]
        self.bits = [
            [f"a{place}b{bit}" for bit in range((size - 1).bit_length())]
            for place, size in enumerate(self.sizes)
        ]
        order = sorted(range(len(self.sizes)), key=Counter(_uses(given)).__getitem__, reverse=True)
        self.bdd.declare(*(bit for place in order for bit in reversed(self.bits[place])))
        self._cubes = [[self._cube(p, c) for c in range(s)] for p, s in enumerate(self.sizes)]
        self.atoms = [self.cells(atom["place"], atom["cells"]) for atom in given["atoms"]]
        self.possible = self.all(self.cells(p, range(size)) for p, size in enumerate(self.sizes))
        for box in given["impossible"]:
            self.possible &= ~self.all(self.cells(place, cells) for place, cells in box)
        for assumption in given["assumptions"]:
            self.possible &= self.tree(assumption)
        self.actions = [
            (action["name"], [self._effects(action, side) for side in action["sides"]])
            for action in given["actions"]
        ]

    def _cube(self, place: int, cell: int) -> Any:
        return self.bdd.cube({b: bool(cell >> i & 1) for i, b in enumerate(self.bits[place])})

    def cells(self, place: int, cells: Iterable[int]) -> Any:
        """Some cells of an axis."""
        return self.any(self._cubes[place][cell] for cell in cells)

    def all(self, parts: Iterable[Any]) -> Any:
        """A conjunction."""
        found = self.bdd.true
        for part in parts:
            found &= part
        return found

    def any(self, parts: Iterable[Any]) -> Any:
        """A disjunction; halves first, which keeps what is in between small."""
        left = list(parts)
        if not left:
            return self.bdd.false
        while len(left) > 1:
            pairs = zip(left[::2], left[1::2], strict=False)
            left = [a | b for a, b in pairs] + (left[-1:] if len(left) % 2 else [])
        return left[0]

    def apart(self, left: Any, right: Any) -> Any:
        """Where one holds and the other does not."""
        return self.bdd.apply("xor", left, right)

    def tree(self, tree: list[Any]) -> Any:
        """A condition as a diagram."""
        match tree:
            case ["atom", number]:
                return self.atoms[number]
            case ["constant", value]:
                return self.bdd.true if value else self.bdd.false
            case ["not", part]:
                return ~self.tree(part)
            case ["all", parts]:
                return self.all(map(self.tree, parts))
            case ["any", parts]:
                return self.any(map(self.tree, parts))
        raise ValueError(tree)

    def differences(self) -> Iterator[tuple[str, Any]]:
        """For each action, where its verdicts differ: disjoint diagrams, the highest effect first.

        One diagram of all is many times larger.
        """
        for name, (left, right) in self.actions:
            alike = self.possible
            for effect in ORDER:
                mine, yours = left[effect], right[effect]
                yield name, alike & self.apart(mine, yours)
                if effect == "forbid":  # with a requirement it is a conflict, another verdict
                    clash = self.apart(left["require"], right["require"])
                    yield name, alike & mine & yours & clash
                alike &= ~mine & ~yours

    def _effects(self, action: dict[str, Any], clauses: list[dict[str, Any]]) -> dict[str, Any]:
        """Where each effect is live."""
        live: dict[int, Any] = {}

        def alive(number: int) -> Any:
            if number not in live:
                clause = clauses[number]
                among = (
                    self.cells(place, chosen)
                    for place, chosen in zip(action["arguments"], clause["arguments"], strict=True)
                    if chosen is not None
                )
                applies = self.all(among) & self.tree(clause["guard"])
                live[number] = applies & ~self.any(map(alive, clause["overridden_by"]))
            return live[number]

        return {
            effect: self.any(alive(i) for i, c in enumerate(clauses) if c["effect"] == effect)
            for effect in ORDER
        }

    def pieces(self) -> Iterator[dict[str, Any]]:
        """The paths of the diagrams."""
        for name, differ in self.differences():
            for path in self.bdd.pick_iter(differ, care_vars=set()):
                yield self._case(name, path)

    def one(self) -> dict[str, Any] | None:
        """Some cells where the verdicts differ, if they do anywhere."""
        for name, differ in self.differences():
            if differ != self.bdd.false:
                return self._case(name, self.bdd.pick(differ))
        return None

    def _case(self, action: str, path: dict[str, bool]) -> dict[str, Any]:
        return {"action": action, "cells": [self._mask(path, p) for p in range(len(self.bits))]}

    def _mask(self, path: dict[str, bool], place: int) -> int:
        """The cells of an axis that bits leave; bits that are not named may be either."""
        named = [(i, path[bit]) for i, bit in enumerate(self.bits[place]) if bit in path]
        cells = range(self.sizes[place])
        return sum(1 << c for c in cells if all(bool(c >> i & 1) == yes for i, yes in named))


def _uses(given: dict[str, Any]) -> list[int]:
    """The axis of each atom and argument that a clause names, in no order."""
    found: list[int] = []

    def read(tree: list[Any]) -> None:
        match tree:
            case ["atom", number]:
                found.append(given["atoms"][number]["place"])
            case ["not", part]:
                read(part)
            case ["all" | "any", parts]:
                for part in parts:
                    read(part)

    for action in given["actions"]:
        for clause in (clause for side in action["sides"] for clause in side):
            read(clause["guard"])
            named = zip(action["arguments"], clause["arguments"], strict=True)
            found.extend(place for place, chosen in named if chosen is not None)
    return found


def ask(model: Model, question: str) -> Answer:
    """The answer to a question."""
    if question in {"same", "case"}:
        piece = model.one()
        return {"same": piece is None, "case": piece}
    return listed(model.pieces(), FIRST if question == "first" else None)


if __name__ == "__main__":
    logging.disable()  # it would note each list of paths
    run(Model, ask)
