"""Expressions to operands and conditions."""

from collections.abc import Iterator
from typing import assert_never

from policyc.core.actions import Parameter
from policyc.core.axes import Axis, Members, Numbers, OpenTerm, Unit, YesNo
from policyc.core.conditions import ALWAYS, Condition, Holds, axes_of, conjoin, disjoin, negate
from policyc.core.keys import same_parameters
from policyc.core.policy import Definition, Term
from policyc.diagnostics.catalogue import naming, typing
from policyc.elaborate import arithmetic, comparisons, ranges, units
from policyc.elaborate.amounts import Amount
from policyc.elaborate.building_on import words_of
from policyc.elaborate.context import Context
from policyc.elaborate.declare import report_taken
from policyc.elaborate.describe import ring_text
from policyc.elaborate.environment import Declared, Value
from policyc.elaborate.history import history_operand
from policyc.elaborate.lookup import unknown_fact
from policyc.elaborate.operands import (
    BROKEN,
    Broken,
    Choice,
    Chosen,
    InStage,
    Operand,
    Truth,
    Word,
    described,
)
from policyc.elaborate.size import bounded
from policyc.syntax import nodes as n


def condition(context: Context, node: n.Expression) -> Condition:
    """The condition that an expression is; `ALWAYS` after a finding."""
    found = operand(context, node)
    match found:
        case Truth(result):
            return result
        case Broken():
            return ALWAYS
        case Word(text):
            unknown_fact(context, node, text)
        case Amount() | Choice() | Chosen() | InStage():
            context.report(
                typing.NOT_A_CONDITION, node, text=node.span.text, found=described(found)
            )
        case _:
            assert_never(found)
    return ALWAYS


def operand(context: Context, node: n.Expression) -> Operand:
    """What an expression is."""
    match node:
        case n.Disjunction(parts):
            return Truth(disjoin([condition(context, part) for part in parts]))
        case n.Conjunction(parts):
            return Truth(conjoin([condition(context, part) for part in parts]))
        case n.Negation(part):
            return Truth(negate(condition(context, part)))
        case n.Comparison():
            return Truth(_comparison(context, node))
        case n.Membership():
            return Truth(_membership(context, node))
        case n.Group(part):
            return operand(context, part)
        case n.YesNoLiteral(value):
            return Truth(ALWAYS if value else negate(ALWAYS), literal=True)
        case n.NameUse(text):
            return _named(context, node, text)
        case n.StageUse():
            return _stage(context, node)
        case n.Count() | n.Elapsed() | n.ElapsedDays() | n.Ever():
            return history_operand(context, node)
        case _:
            return _arithmetic(context, node)


def amount(context: Context, node: n.Expression) -> Amount | None:
    """The amount that an expression is; `None` after a finding."""
    found = operand(context, node)
    if isinstance(found, Amount):
        return found
    if isinstance(found, Word):
        unknown_fact(context, node, found.text)
    elif not isinstance(found, Broken):
        context.report(typing.NOT_AN_AMOUNT, node, text=node.span.text, found=described(found))
    return None


def _comparison(context: Context, node: n.Comparison) -> Condition:
    operands = [operand(context, part) for part in node.operands]
    steps = zip(node.operators, operands, operands[1:], strict=False)
    return conjoin(
        [
            comparisons.compared(
                context, node, (left, node.operands[i]), operator, (right, node.operands[i + 1])
            )
            for i, (operator, left, right) in enumerate(steps)
        ]
    )


def _membership(context: Context, node: n.Membership) -> Condition:
    subject = (operand(context, node.subject), node.subject)
    match node.collection:
        case n.Listed(items):
            found = disjoin(
                [
                    comparisons.compared(
                        context, item, subject, "=", (operand(context, item), item)
                    )
                    for item in items
                ]
            )
        case n.Range() as given:
            found = in_range(context, node, subject, given)
        case _:
            assert_never(node.collection)
    if not node.negated:
        return found
    return comparisons.negated(context, subject[0], found, _words_in(node.collection))


def _words_in(collection: n.Listed | n.Range) -> Iterator[str]:
    """The bare names among what something is compared with."""
    match collection:
        case n.Listed(items):
            parts: tuple[n.Expression | None, ...] = items
        case n.Range(start, end):
            parts = (start, end)
    yield from (part.text for part in parts if isinstance(part, n.NameUse))


def in_range(
    context: Context, node: n.Node, subject: tuple[Operand, n.Expression], given: n.Range
) -> Condition:
    """The condition that an operand lies in a range."""
    start = (operand(context, given.start), given.start)
    end = None if given.end is None else (operand(context, given.end), given.end)
    return ranges.ranged(context, node, subject, start, end, closed=given.closed)


def _named(context: Context, node: n.NameUse, text: str) -> Operand:
    if not _bring_in(context, node, text):
        return BROKEN
    declared = context.environment.values.find(text)
    if declared is None:
        if text not in context.environment.failed:
            return Word(text)
        context.failures_met += 1
        return BROKEN
    context.used.add(declared.name)
    match declared.entry:
        case Axis() as axis:
            return axis_operand(context, axis)
        case Term() as term:
            return _term(context, node, term)
        case Definition(condition=found):
            _check_relative(context, node, found)
            return Truth(found)
        case _:
            assert_never(declared.entry)


def _bring_in(context: Context, node: n.NameUse, text: str) -> bool:
    """Elaborates a definition that stands further down, and is named here first.

    Whether all is well: not where the name is met inside its own definition.
    """
    for define_node in context.defining:
        if text in words_of(define_node):
            names = [d.name.text for d in context.defining]
            ring = ring_text(names[names.index(define_node.name.text) :])
            context.report(naming.INCLUDE_RING, node, name=text, ring=ring)
            return False
    other = context.named_below.get(text)
    if other is not None and context.pending.get(other.name.text) is other:
        define(context, other)
    return True


def define(context: Context, node: n.Define) -> None:
    """Puts a definition into the environment, unless its name brought it there already."""
    if context.pending.get(node.name.text) is node:
        del context.pending[node.name.text]
        context.defining.append(node)
        # Which action is proposed is known where the definition is used.
        proposed, context.proposed = context.proposed, _any_parameter(context)
        wrong = context.wrong
        found = bounded(context, node.condition, condition(context, node.condition))
        context.proposed = proposed
        context.defining.pop()
        if context.wrong > wrong:
            context.environment.failed.update(words_of(node))
            return
        taken = _add_definition(context, node, found)
    else:
        taken = context.environment.values.find(node.name.text)
    if taken is not None and taken.where != node.name.span:
        report_taken(context, node.name.span, node.name.text, taken.where)


def _any_parameter(context: Context) -> dict[str, Parameter]:
    """The parameters of all actions; of several with one name, that of the first declared."""
    found: dict[str, Parameter] = {}
    for declared in context.environment.signatures:
        if declared.entry.is_action:
            for parameter in declared.entry.parameters:
                found.setdefault(parameter.name, parameter)
    return found


def _check_relative(context: Context, node: n.Node, found: Condition) -> None:
    """Reports a definition that says `same` where no action with such an argument is proposed."""
    proposed = context.proposed or {}
    for key in axes_of(found):
        for name in same_parameters(context.axes[key]):
            if name not in proposed:
                context.report(typing.SAME_OUT_OF_PLACE, node, name=name)


def _add_definition(context: Context, node: n.Define, found: Condition) -> Declared[Value] | None:
    label = node.label.value if node.label else None
    definition = Definition(node.name.text, found, label)
    document = context.environment.name
    return context.environment.values.add(
        Declared(definition, definition.name, label, document, node.name.span)
    )


def axis_operand(context: Context, axis: Axis) -> Operand:
    """What an axis is in an expression; from here on, the policy speaks of it."""
    context.axes[axis.key] = axis
    match axis.domain:
        case YesNo():
            return Truth(Holds(axis.key), axis.key)
        case Members(kind):
            return Choice(axis.key, kind)
        case Numbers(unit=unit):
            lends = None if unit in (Unit.TIME_OF_DAY, Unit.DATE) else unit
            return Amount(units.dimension(unit), 0, {axis.key: units.base(unit)}, lends)
        case _:
            assert_never(axis.domain)


def _term(context: Context, node: n.NameUse, term: Term) -> Operand:
    if not term.mentioned:
        context.report(typing.TERM_WITHOUT_VALUE, node, name=term.name)
        return BROKEN
    if term.value is None:
        axis = Axis(term.name, term.domain, OpenTerm(term.declared_in), term.label)
        return axis_operand(context, axis)
    match term.domain:
        case YesNo():
            return Truth(ALWAYS if term.value else negate(ALWAYS))
        case Members(kind):
            return Chosen(kind, str(term.value))
        case Numbers(unit=unit):
            assert not isinstance(term.value, bool | str), "a numeric term has a number"
            known = Amount(units.dimension(unit), 0, {}, unit)
            return known.plus(Amount(known.dimension, term.value * units.base(unit)))
        case _:
            assert_never(term.domain)


def _stage(context: Context, node: n.Node) -> Operand:
    if not list(context.environment.stages):
        if "stage" in context.environment.failed:
            context.failures_met += 1
        else:
            context.report(naming.STAGE_UNDECLARED, node)
        return BROKEN
    return InStage()


def _arithmetic(
    context: Context,
    node: n.Sum
    | n.Product
    | n.Negative
    | n.Share
    | n.Quantity
    | n.Percentage
    | n.Money
    | n.TimeLiteral
    | n.DateLiteral,
) -> Operand:
    match node:
        case n.Sum(parts):
            found = _amounts(context, parts)
            return BROKEN if found is None else arithmetic.summed(context, node, found)
        case n.Product(parts):
            found = _amounts(context, parts)
            return BROKEN if found is None else arithmetic.multiplied(context, node, found)
        case n.Negative(part):
            whole = amount(context, part)
            return BROKEN if whole is None else whole.scaled(-1)
        case n.Share(number, part):
            whole = amount(context, part)
            return BROKEN if whole is None else arithmetic.share(whole, number)
        case _:
            return arithmetic.literal(context, node)


def _amounts(context: Context, parts: tuple[n.Expression, ...]) -> list[arithmetic.Found] | None:
    found = [(amount(context, part), part) for part in parts]
    whole = [(value, part) for value, part in found if value is not None]
    return whole if len(whole) == len(found) else None
