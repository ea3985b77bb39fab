"""Facts that a test states, to a case."""

from typing import assert_never

from policyc.core.axes import Axis, Numbers, Value, YesNo
from policyc.diagnostics.catalogue import stating
from policyc.elaborate.amounts import Amount
from policyc.elaborate.context import Context
from policyc.elaborate.expressions import operand
from policyc.elaborate.lookup import unknown_fact
from policyc.elaborate.operands import (
    Broken,
    Choice,
    Chosen,
    InStage,
    Operand,
    Truth,
    Word,
    says_never,
)
from policyc.elaborate.terms import term_value
from policyc.syntax import nodes as n


def case_of(context: Context, facts: tuple[n.Expression, ...]) -> dict[str, Value]:
    """The values that the facts state, by axis key; what is wrong is reported and left out."""
    case: dict[str, Value] = {}
    for fact in facts:
        for node in _conjuncts(fact):
            state(context, case, node)
    return case


def state(context: Context, case: dict[str, Value], node: n.Expression) -> None:
    """Adds the value that one expression states."""
    found = _stated(context, node)
    if found is None:
        return
    key, value = found
    if key in case:
        context.report(stating.FACT_STATED_TWICE, node, name=key)
    else:
        case[key] = value


def _conjuncts(node: n.Expression) -> tuple[n.Expression, ...]:
    match node:
        case n.Conjunction(parts):
            return tuple(inner for part in parts for inner in _conjuncts(part))
        case n.Group(part):
            return _conjuncts(part)
        case _:
            return (node,)


def _stated(context: Context, node: n.Expression) -> tuple[str, Value] | None:
    match node:
        case n.Comparison(operands=(subject, value), operators=("=",)):
            axis = axis_of(context, subject)
            return None if axis is None else valued(context, axis, value)
        case n.Negation(part):
            axis = axis_of(context, part, yes_no=True)
            return None if axis is None else (axis.key, False)
        case _:
            axis = axis_of(context, node, yes_no=True)
            return None if axis is None else (axis.key, True)


def axis_of(context: Context, node: n.Expression, *, yes_no: bool = False) -> Axis | None:
    """The one axis that an expression is; `None` after a finding."""
    found = operand(context, node)
    key = _key(found)
    if key is not None and (not yes_no or isinstance(context.axes[key].domain, YesNo)):
        return context.axes[key]
    match found:
        case Broken():
            return None
        case Word(text):
            unknown_fact(context, node, text)
        case Amount() | Truth() | Choice() | Chosen() | InStage():
            context.report(stating.NOT_A_STATEMENT_OF_FACT, node, text=node.span.text)
        case _:
            assert_never(found)
    return None


def _key(found: Operand) -> str | None:
    match found:
        case Truth(axis=key) | Choice(axis=key):
            return key
        case Amount(constant=0, parts=parts) if len(parts) == 1:
            return next(iter(parts))
        case _:
            return None


def valued(context: Context, axis: Axis, node: n.Expression) -> tuple[str, Value] | None:
    """An axis and the value that an expression gives it; `None` after a finding."""
    if isinstance(axis.domain, Numbers) and axis.domain.optional and says_never(node):
        return axis.key, None
    value = term_value(context, axis.key, axis.domain, node)
    return None if value is None else (axis.key, value)
