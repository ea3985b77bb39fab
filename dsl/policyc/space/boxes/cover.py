"""Is a box covered by others? The search that every question comes down to.

Davis-Putnam-Logemann-Loveland over cells: a blocker inside the box with one literal left cuts it
off the box (unit propagation); otherwise the search branches on which literal of a short blocker
fails. A step budget bounds it; then the local diagram of the blockers answers, under a bound on
its nodes; then `BudgetSpent`.
"""

from collections.abc import Iterable, Sequence

from policyc.space.boxes.box import Box, Masks
from policyc.space.boxes.diagram import Diagrams, TooLarge
from policyc.space.undecided import BudgetSpent

STEPS = 2_000
"""Branching steps before the diagram is tried."""

WEIGHTS = (16, 4, 1)
"""What the literals of a blocker weigh, by how much longer it is than a shortest one."""

NODES = 50_000
"""Nodes of the diagram before the question stays open."""


def relative(masks: Masks, blockers: Iterable[Box], full: Sequence[int]) -> list[Box] | None:
    """The blockers that meet a box, without the literals that hold all over it.

    `None` where a blocker covers the box. Unit literals are cut off `masks` in place, until none
    is left.
    """
    live = list(blockers)
    again = True
    while again:
        again = False
        kept: list[Box] = []
        for blocker in live:
            rest = []
            for place, mask in blocker:
                mine = masks.get(place)
                if mine is None:
                    rest.append((place, mask))
                elif not mine & mask:
                    break
                elif mine & ~mask:
                    rest.append((place, mask))
            else:
                if not rest:
                    return None
                if len(rest) == 1:
                    place, mask = rest[0]
                    masks[place] = masks.get(place, full[place]) & ~mask
                    again = True
                else:
                    kept.append(tuple(rest))
        live = kept
    return live


def uncovered(masks: Masks, blockers: Iterable[Box], full: Sequence[int]) -> Masks | None:
    """A part of a box that no blocker meets, or `None` where the blockers cover it all.

    Raises `BudgetSpent` where neither could be found out.
    """
    start = dict(masks)
    left = relative(start, blockers, full)
    if left is None:
        return None
    budget = [STEPS]
    try:
        return _search(start, left, full, budget)
    except BudgetSpent:
        return _by_diagram(start, left, full)


def _search(
    masks: Masks, blockers: list[Box], full: Sequence[int], budget: list[int]
) -> Masks | None:
    if not blockers:
        return masks
    budget[0] -= 1
    if budget[0] < 0:
        raise BudgetSpent
    tried: list[tuple[int, int]] = []
    for place, mask in _ordered(blockers):
        here = dict(masks)
        for earlier, cells in tried:
            here[earlier] = here.get(earlier, full[earlier]) & cells
        here[place] = here.get(place, full[place]) & ~mask
        if all(here[p] for p, _ in tried) and here[place]:
            left = relative(here, blockers, full)
            found = None if left is None else _search(here, left, full, budget)
            if found is not None:
                return found
        tried.append((place, mask))
    return None


def _ordered(blockers: list[Box]) -> list[tuple[int, int]]:
    """The literals of a shortest blocker, those that occur most in short blockers first."""
    shortest = min(map(len, blockers))
    weights: dict[tuple[int, int], int] = {}
    for blocker in blockers:
        longer = len(blocker) - shortest
        if longer < len(WEIGHTS):
            for literal in blocker:
                weights[literal] = weights.get(literal, 0) + WEIGHTS[longer]
    best = max(
        (b for b in blockers if len(b) == shortest), key=lambda b: sum([weights[x] for x in b])
    )
    return sorted(best, key=lambda literal: -weights[literal])


def _by_diagram(masks: Masks, blockers: list[Box], full: Sequence[int]) -> Masks | None:
    places = sorted({place for blocker in blockers for place, _ in blocker})
    diagrams: Diagrams = Diagrams([full[place].bit_length() for place in places], NODES)
    level = {place: i for i, place in enumerate(places)}
    try:
        covered = diagrams.union([tuple((level[p], m) for p, m in blocker) for blocker in blockers])
        box = tuple((level[p], m) for p, m in sorted(masks.items()) if p in level)
        found = diagrams.path(diagrams.difference(diagrams.box(box), covered))
    except TooLarge as error:
        raise BudgetSpent from error
    if found is None:
        return None
    return {**masks, **{places[i]: mask for i, mask in found.items()}}
