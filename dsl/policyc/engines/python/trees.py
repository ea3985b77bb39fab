"""Decision trees: which bits are set, found by testing each subject at most once a path."""

from collections.abc import Sequence
from math import log2
from typing import TypeAlias

import attrs

from policyc.engines.python.formulas import Formula, restrict, tests


@attrs.frozen
class Leaf:
    """The bits that are set."""

    bits: int


@attrs.frozen
class Branch:
    """Which cells of a subject lead where; the masks share no cell and miss none."""

    subject: int
    children: tuple[tuple[int, "Tree"], ...]


Tree: TypeAlias = Leaf | Branch

Guarded: TypeAlias = tuple[int, Formula]
"""Bits, and when they are set."""


def expected_branches(tree: Tree) -> float:
    """How many tests a walk takes on average, were every way out of a branch equally likely."""
    if isinstance(tree, Leaf):
        return 0
    ways = len(tree.children)
    return log2(ways) + sum(expected_branches(child) for _, child in tree.children) / ways


def tree_of(guarded: Sequence[Guarded], most: int) -> Tree | None:
    """The tree of some guards; nothing where it takes more than `most` branches."""
    try:
        return _Planter(most).plant(tuple(guarded), 0)
    except _TooLargeError:
        return None


class _TooLargeError(Exception):
    """The tree outgrew its limit."""


class _Planter:
    """Builds one tree; equal questions get equal trees."""

    def __init__(self, most: int) -> None:
        self._left = most

    def plant(self, guarded: tuple[Guarded, ...], bits: int) -> Tree:
        bits |= sum(bit for bit, formula in guarded if formula is True)
        waiting = tuple(pair for pair in guarded if not isinstance(pair[1], bool))
        if not waiting:
            return Leaf(bits)
        self._left -= 1
        if self._left < 0:
            raise _TooLargeError
        subject = _most_asked(waiting)
        children: dict[Tree, int] = {}
        for mask in _classes(waiting, subject):
            cell = mask & -mask
            child = self.plant(
                tuple((bit, restrict(formula, subject, cell)) for bit, formula in waiting), bits
            )
            children[child] = children.get(child, 0) | mask
        if len(children) == 1:
            return next(iter(children))
        return Branch(subject, tuple((mask, child) for child, mask in children.items()))


def _most_asked(guarded: Sequence[Guarded]) -> int:
    """The subject that most guards ask about, the one written first among equals."""
    asked: dict[int, int] = {}
    for _, formula in guarded:
        for subject in dict.fromkeys(test.subject for test in tests(formula)):
            asked[subject] = asked.get(subject, 0) + 1
    return max(asked, key=lambda subject: asked[subject])


def _classes(guarded: Sequence[Guarded], subject: int) -> list[int]:
    """The cells of a subject as masks of cells that no guard tells apart."""
    found = {t: None for _, formula in guarded for t in tests(formula) if t.subject == subject}
    classes = [next(iter(found)).full]
    for test in found:
        classes = [part for c in classes for part in (c & test.mask, c & ~test.mask) if part]
    return classes
