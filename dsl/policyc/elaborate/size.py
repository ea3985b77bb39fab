"""A bound on what names may unfold to, so that a short text cannot make an endless condition."""

from itertools import islice

from policyc.core.conditions import ALWAYS, Condition, atoms
from policyc.diagnostics.catalogue import typing
from policyc.elaborate.context import Context
from policyc.syntax.nodes import Node

MAX_ATOMS = 10_000
"""Comparisons in one condition, definitions and stages written out."""


def bounded(context: Context, node: Node, found: Condition) -> Condition:
    """The condition itself; `ALWAYS`, after a finding, where it is larger than a person writes."""
    if next(islice(atoms(found), MAX_ATOMS, None), None) is None:
        return found
    context.report(typing.TOO_COMPLEX, node, limit=f"{MAX_ATOMS:_}")
    return ALWAYS
