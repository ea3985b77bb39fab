"""Linear atoms in their one normal form."""

from collections.abc import Mapping
from fractions import Fraction
from math import gcd, lcm

from policyc.core.conditions import (
    ALWAYS,
    NEVER,
    Condition,
    Linear,
    LinearForm,
    Within,
    conjoin,
    disjoin,
    negate,
)
from policyc.core.numbers import EVERY_NUMBER, Interval, Number, NumberSet, exact


def mapped(numbers: NumberSet, factor: Number, shift: Number) -> NumberSet:
    """The numbers `factor * x + shift` for the x of a set; the factor is not zero."""

    def moved(end: Number | None) -> Number | None:
        return None if end is None else exact(Fraction(end) * factor + shift)

    return NumberSet.of(
        Interval(moved(i.lower), moved(i.upper), i.lower_open, i.upper_open)
        if factor > 0
        else Interval(moved(i.upper), moved(i.lower), i.upper_open, i.lower_open)
        for i in numbers.intervals
    )


def linear_condition(parts: Mapping[str, Number], numbers: NumberSet) -> Condition:
    """That a sum of axes with factors lies in a set, in the core's normal form.

    Axes with factor 0 count only in that none of them may be *never*.
    """
    kept = {key: Fraction(factor) for key, factor in sorted(parts.items()) if factor}
    there = [Within(key, EVERY_NUMBER) for key, factor in sorted(parts.items()) if not factor]
    if not kept:
        return conjoin([*there, ALWAYS if 0 in numbers else NEVER])
    if len(kept) == 1:
        ((key, factor),) = kept.items()
        return conjoin([*there, Within(key, mapped(numbers, exact(1 / factor), 0))])
    scale = Fraction(
        lcm(*(f.denominator for f in kept.values())), gcd(*(f.numerator for f in kept.values()))
    )
    if next(iter(kept.values())) < 0:
        scale = -scale
    form = LinearForm(tuple((key, exact(f * scale)) for key, f in kept.items()))
    return conjoin([*there, Linear(form, mapped(numbers, exact(scale), 0))])


def at_most(left: str, right: str) -> Condition:
    """That the left axis is no more than the right one, or one of the two never happened."""
    return disjoin(
        [
            negate(Within(left, EVERY_NUMBER)),
            negate(Within(right, EVERY_NUMBER)),
            linear_condition({left: 1, right: -1}, NumberSet((Interval(None, 0),))),
        ]
    )
