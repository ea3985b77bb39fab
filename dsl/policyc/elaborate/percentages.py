"""Bare numbers beside percentages: `0.24` is 0.24 %, and whoever wrote it may have meant 24 %."""

from policyc.core.axes import Unit
from policyc.diagnostics.catalogue import typing
from policyc.elaborate.amounts import BARE, Amount
from policyc.elaborate.context import Context
from policyc.elaborate.units import Measure
from policyc.syntax.nodes import Node
from policyc.wording.values import grouped


def check_fraction(context: Context, node: Node, found: Amount, unit: Measure) -> None:
    """Reports a bare number between 0 and 1 that is about to be read as a percentage."""
    is_fraction = found.constant != 0 and -1 < found.constant < 1
    if is_fraction and found.dimension == BARE and unit is Unit.PERCENT:
        text, value = node.span.text, grouped(found.constant)
        hundredfold = grouped(found.scaled(100).constant)
        context.report(
            typing.FRACTION_AS_PERCENT, node, text=text, value=value, hundredfold=hundredfold
        )
