"""Fourier-Motzkin elimination: what linear constraints say of some of their variables."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import gcd, lcm

import attrs

from policyc.core.numbers import Interval, Number

MOST = 200
"""The most constraints that an elimination may reach."""


class TooMany(Exception):  # noqa: N818  # its name says what happened
    """An elimination would need more than `MOST` constraints."""


@attrs.frozen
class AtMost:
    """`sum of factors * variables <= limit`, or `<` where strict; factors whole, coprime."""

    factors: tuple[tuple[int, int], ...]
    limit: Fraction
    strict: bool


def at_most(factors: Mapping[int, Fraction], limit: Fraction, strict: bool) -> AtMost:
    """The constraint in its normal form."""
    kept = {v: f for v, f in sorted(factors.items()) if f}
    if not kept:
        return AtMost((), limit, strict)
    scale = Fraction(
        lcm(*(f.denominator for f in kept.values())), gcd(*(f.numerator for f in kept.values()))
    )
    scaled = tuple((v, int(f * scale)) for v, f in kept.items())
    return AtMost(scaled, limit * scale, strict)


def bounded(factors: Mapping[int, Number], interval: Interval) -> Iterable[AtMost]:
    """That a sum lies in an interval."""
    up = {v: Fraction(f) for v, f in factors.items()}
    if interval.upper is not None:
        yield at_most(up, Fraction(interval.upper), interval.upper_open)
    if interval.lower is not None:
        down = {v: -f for v, f in up.items()}
        yield at_most(down, -Fraction(interval.lower), interval.lower_open)


def eliminated(constraints: Iterable[AtMost], variables: Iterable[int]) -> list[AtMost]:
    """What the constraints say of the other variables, over the rationals. Raises `TooMany`."""
    found = _tightest(constraints)
    for variable in variables:
        above = [(dict(c.factors), c) for c in found if dict(c.factors).get(variable, 0) > 0]
        below = [(dict(c.factors), c) for c in found if dict(c.factors).get(variable, 0) < 0]
        rest = [c for c in found if variable not in dict(c.factors)]
        if len(rest) + len(above) * len(below) > MOST:
            raise TooMany
        rest += [_without(variable, high, low) for high in above for low in below]
        found = _tightest(rest)
    return found


def _without(
    variable: int, high: tuple[dict[int, int], AtMost], low: tuple[dict[int, int], AtMost]
) -> AtMost:
    """The sum of two constraints in which the variable cancels out."""
    (up, upper), (down, lower) = high, low
    a, b = Fraction(1, up[variable]), Fraction(1, -down[variable])
    factors = {v: up.get(v, 0) * a + down.get(v, 0) * b for v in {**up, **down}}
    return at_most(factors, upper.limit * a + lower.limit * b, upper.strict or lower.strict)


def _tightest(constraints: Iterable[AtMost]) -> list[AtMost]:
    """One constraint per direction, trivial ones left out."""
    best: dict[tuple[tuple[int, int], ...], AtMost] = {}
    for c in constraints:
        known = best.get(c.factors)
        if known is None or (c.limit, not c.strict) < (known.limit, not known.strict):
            best[c.factors] = c
    return [c for c in best.values() if c.factors or c.limit < 0 or (c.strict and c.limit == 0)]
