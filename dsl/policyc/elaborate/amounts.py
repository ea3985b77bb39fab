"""Amounts: linear sums of axes in the base unit of their dimension, and comparisons of them."""

from collections.abc import Mapping
from fractions import Fraction
from math import gcd, lcm

import attrs

from policyc.core.conditions import (
    ALWAYS,
    NEVER,
    Condition,
    Linear,
    LinearForm,
    Within,
)
from policyc.core.numbers import Interval, Number, NumberSet, exact
from policyc.elaborate.units import Measure, base, dimension

BARE = "bare"
"""The dimension of a number without a unit, until something beside it lends one."""


@attrs.frozen
class Amount:
    """A sum of axes with factors and a constant, all in base units of the dimension.

    `parts` gives each axis's factor per unit of the axis. `lends` is the declared unit that a bare
    number beside it takes; `None` where facts differ in it or none has one.
    """

    dimension: str
    constant: Number = 0
    parts: Mapping[str, Number] = attrs.field(factory=dict)
    lends: Measure | None = None

    @property
    def is_constant(self) -> bool:
        """Whether no axis takes part."""
        return not self.parts

    def scaled(self, factor: Number) -> "Amount":
        """Times a number."""
        return attrs.evolve(
            self,
            constant=exact(self.constant * factor),
            parts={k: exact(v * factor) for k, v in self.parts.items() if factor},
        )

    def plus(self, other: "Amount") -> "Amount":
        """The sum of two amounts of one dimension."""
        parts = dict(self.parts)
        for key, factor in other.parts.items():
            parts[key] = exact(parts.get(key, 0) + factor)
        return Amount(
            self.dimension,
            exact(self.constant + other.constant),
            {k: v for k, v in parts.items() if v},
            _lent(self, other),
        )

    def with_unit(self, measure: Measure) -> "Amount":
        """A bare amount, read as so many of a unit."""
        return attrs.evolve(self.scaled(base(measure)), dimension=dimension(measure))


def _lent(left: Amount, right: Amount) -> Measure | None:
    if left.is_constant or right.is_constant:
        return left.lends or right.lends
    return left.lends if left.lends == right.lends else None


def compare(left: Amount, operator: str, right: Amount) -> Condition:
    """The condition that two amounts of one dimension compare so."""
    difference = left.plus(right.scaled(-1))
    if difference.is_constant:
        return ALWAYS if difference.constant in _side(operator, 0) else NEVER
    return _within(difference, operator)


def _within(difference: Amount, operator: str) -> Condition:
    """The condition that a sum of axes compares so with zero."""
    items = sorted(difference.parts.items())
    shared = lcm(*(Fraction(v).denominator for _, v in items))
    whole = [int(v * shared) for _, v in items]
    factor = Fraction(shared, gcd(*whole) * (1 if whole[0] > 0 else -1))
    bound = exact(-difference.constant * factor)
    numbers = _side(operator if factor > 0 else _MIRRORED[operator], bound)
    if len(items) == 1:
        return Within(items[0][0], numbers)
    return Linear(LinearForm(tuple((k, exact(v * factor)) for k, v in items)), numbers)


_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}


def _side(operator: str, bound: Number) -> NumberSet:
    match operator:
        case "<":
            return NumberSet((Interval(None, bound, upper_open=True),))
        case "<=":
            return NumberSet((Interval(None, bound),))
        case ">":
            return NumberSet((Interval(bound, None, lower_open=True),))
        case ">=":
            return NumberSet((Interval(bound, None),))
        case "=":
            return NumberSet((Interval(bound, bound),))
        case "!=":
            return NumberSet((Interval(bound, bound),)).complement()
        case _:
            raise ValueError(operator)
