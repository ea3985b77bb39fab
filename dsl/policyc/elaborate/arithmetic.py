"""Sums and products of amounts, and literals."""

from fractions import Fraction

from policyc.core.axes import Unit
from policyc.core.numbers import exact
from policyc.diagnostics.catalogue import typing
from policyc.elaborate import units
from policyc.elaborate.amounts import BARE, Amount
from policyc.elaborate.context import Context
from policyc.elaborate.currencies import CURRENCIES
from policyc.elaborate.describe import Words, a_dimension
from policyc.elaborate.examples import with_unit
from policyc.elaborate.operands import BROKEN, Broken
from policyc.elaborate.percentages import check_fraction
from policyc.elaborate.units import Measure
from policyc.syntax import nodes as n
from policyc.wording.values import grouped

Found = tuple[Amount, n.Expression]


def aligned(context: Context, found: list[Found]) -> list[Amount] | None:
    """The amounts in one dimension, bare ones in the unit of what stands beside them.

    `None` after a finding.
    """
    measured = [(amount, node) for amount, node in found if amount.dimension != BARE]
    if not measured:
        return [with_dimension(amount, "plain") for amount, _ in found]
    dimension = measured[0][0].dimension
    for amount, node in measured[1:]:
        if amount.dimension != dimension:
            _report_mixed(context, node, dimension, amount.dimension)
            return None
    lenders = [amount.lends for amount, _ in measured if amount.lends is not None]
    result = []
    for amount, node in found:
        settled = _settled(context, amount, node, dimension, lenders)
        if settled is None:
            return None
        result.append(settled)
    return result


def _settled(
    context: Context, amount: Amount, node: n.Expression, dimension: str, lenders: list[Measure]
) -> Amount | None:
    if amount.dimension != BARE:
        return amount
    if dimension == "plain":
        return with_dimension(amount, "plain")
    if lenders and all(measure == lenders[0] for measure in lenders):
        check_fraction(context, node, amount, lenders[0])
        return amount.with_unit(lenders[0])
    _report_missing(context, amount, node, dimension)
    return None


def _report_missing(context: Context, amount: Amount, node: n.Expression, dimension: str) -> None:
    number = node.number if isinstance(node, n.Quantity) else grouped(amount.constant)
    example = with_unit(number, amount.constant, dimension)
    context.report(typing.MISSING_UNIT, node, number=node.span.text, example=example)


def with_dimension(amount: Amount, dimension: str) -> Amount:
    """The same figures, said to be of a dimension."""
    return Amount(dimension, amount.constant, amount.parts, amount.lends)


def _report_mixed(context: Context, node: n.Node, left: str, right: str) -> None:
    context.report(
        typing.MIXED_UNITS,
        node,
        left=a_dimension(left),
        right=a_dimension(right),
        advice=_mixing_advice({left, right}),
    )


def _mixing_advice(dimensions: set[str]) -> Words:
    if dimensions == {"time", "months"}:
        return {
            "en": "a month is no fixed number of days: use the unit that the text uses",
            "zh": "一个月没有固定的天数：请使用原文的单位",
        }
    if dimensions <= CURRENCIES:
        return {
            "en": "currencies are never converted: use one currency",
            "zh": "货币之间不换算：请使用同一货币",
        }
    return {"en": "compare things of one kind", "zh": "请比较同类的量"}


def summed(context: Context, node: n.Sum, found: list[Found]) -> Amount | Broken:
    """The sum, each part with its sign."""
    if any(amount.dimension == "date" for amount, _ in found):
        return _with_dates(context, node, found)
    amounts = aligned(context, found)
    if amounts is None:
        return BROKEN
    total = _total(node, amounts)
    bare = all(amount.dimension == BARE for amount, _ in found)
    return with_dimension(total, BARE) if bare else total


def _total(node: n.Sum, amounts: list[Amount]) -> Amount:
    first, *rest = amounts
    for sign, amount in zip(node.signs[1:], rest, strict=True):
        first = first.plus(amount if sign == "+" else amount.scaled(-1))
    return first


def _with_dates(context: Context, node: n.Sum, found: list[Found]) -> Amount | Broken:
    """A date some days later or earlier, or the days between two dates."""
    for amount, part in found:
        if amount.dimension == BARE:
            _report_missing(context, amount, part, "time")
            return BROKEN
        if amount.dimension not in ("date", "time"):
            _report_mixed(context, part, "date", amount.dimension)
            return BROKEN
    signs = [1 if sign == "+" else -1 for sign in node.signs]
    dates = sum(s for s, (a, _) in zip(signs, found, strict=True) if a.dimension == "date")
    total = _total(node, [with_dimension(amount, "time") for amount, _ in found])
    if dates == 1:
        return Amount("date", total.constant, total.parts)
    if dates == 0:
        return Amount("time", total.constant, total.parts, Unit.DAYS)
    _report_mixed(context, node, "date", "date")
    return BROKEN


def multiplied(context: Context, node: n.Product, found: list[Found]) -> Amount | Broken:
    """The product: at most one part has facts or a unit, and nothing is divided by facts."""
    total, _ = found[0]
    for operator, (amount, part) in zip(node.operators[1:], found[1:], strict=True):
        factor, other = (amount, total) if _is_factor(amount) else (total, amount)
        if not _is_factor(factor) or (operator == "/" and factor is not amount):
            context.report(typing.NOT_LINEAR, node)
            return BROKEN
        value = _factor(factor)
        if operator == "/":
            if value == 0:
                context.report(typing.DIVISION_BY_ZERO, part)
                return BROKEN
            value = exact(1 / Fraction(value))
        total = other.scaled(value)
    return total


def _is_factor(amount: Amount) -> bool:
    return amount.is_constant and amount.dimension in (BARE, "plain", "percent")


def _factor(amount: Amount) -> Fraction | int:
    hundredth = amount.dimension == "percent"
    return exact(Fraction(amount.constant) / 100) if hundredth else amount.constant


def share(whole: Amount, number: str) -> Amount:
    """So many hundredths of an amount."""
    return whole.scaled(exact(Fraction(units.number(number)) / 100))


def literal(
    context: Context,
    node: n.Quantity | n.Percentage | n.Money | n.TimeLiteral | n.DateLiteral,
) -> Amount | Broken:
    """The amount that a literal states."""
    match node:
        case n.Quantity(number, unit):
            return _quantity(context, node, number, unit)
        case n.Percentage(number):
            return Amount("percent", units.number(number))
        case n.Money(sign, number):
            return Amount(units.sign_of(sign).code, units.number(number))
        case n.TimeLiteral(text):
            seconds = units.time_of_day(text)
            if seconds is None:
                context.report(typing.NO_SUCH_TIME, node, text=text)
                return BROKEN
            return Amount("time of day", seconds)
        case n.DateLiteral(text):
            day = units.day(text)
            if day is None:
                context.report(typing.NO_SUCH_DATE, node, text=text)
                return BROKEN
            return Amount("date", day.toordinal() * units.SECONDS_A_DAY)


def _quantity(context: Context, node: n.Node, number: str, unit: str | None) -> Amount | Broken:
    value = units.number(number)
    if unit is None:
        return Amount(BARE, value)
    found = units.unit_of(unit)
    if found is None:
        context.report(typing.UNKNOWN_UNIT, node, unit=unit)
        return BROKEN
    measure, times = found
    return Amount(BARE, exact(value * times)).with_unit(measure)
