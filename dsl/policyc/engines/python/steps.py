"""Steps: the ways in which a decision finds the bits of the clauses that apply."""

from collections.abc import Sequence
from typing import TypeAlias, assert_never

import attrs

from policyc.engines.python.formulas import Formula, expected_tests
from policyc.engines.python.trees import Tree, expected_branches

_SETTING = 0.5
"""What setting the bits of a step costs, in tests."""
_LOOKING_UP = 2.0
"""What a row costs, in tests."""


@attrs.frozen
class Check:
    """Sets bits where a formula holds."""

    bits: int
    formula: Formula


@attrs.frozen
class Walk:
    """Sets the bits of the leaf that a tree leads to."""

    tree: Tree


@attrs.frozen
class Rows:
    """For each cell of a subject the bits that are not ruled out by it."""

    subject: int
    rows: tuple[int, ...]


@attrs.frozen
class Sift:
    """Sets the bits that no subject's cell rules out; at least one subject."""

    tables: tuple[Rows, ...]


Step: TypeAlias = Check | Walk | Sift


def cost(steps: Sequence[Step]) -> float:
    """What steps are expected to take, in tests."""
    return sum(_cost(step) for step in steps)


def _cost(step: Step) -> float:
    match step:
        case Check(_, formula):
            return expected_tests(formula) + _SETTING
        case Walk(tree):
            return expected_branches(tree) + _SETTING
        case Sift(tables):
            return _LOOKING_UP * (len(tables) + 1)
        case _:
            assert_never(step)
