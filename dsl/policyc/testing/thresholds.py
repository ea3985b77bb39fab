"""Thresholds: the numbers at which a condition changes, and what it takes to have tried them.

A threshold is tried by a case with exactly that number, and by one just beyond it on the side where
the condition is otherwise. How near is *just* depends on the unit: a day, an hour, a minute of the
day, one of a currency, one per cent.
"""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from math import gcd
from typing import TypeAlias

import attrs

from policyc.core.axes import Axis, Currency, Numbers, Unit
from policyc.core.conditions import Atom, Linear, LinearForm, Within
from policyc.core.numbers import Interval, Number, NumberSet, exact

Quantity: TypeAlias = str | LinearForm
"""The axis or the sum that a threshold is about."""

_MINUTE = 60


@attrs.frozen
class Threshold:
    """A number at which a condition about a quantity changes.

    The other side lies `just` beyond: above the number where `upwards`, below it otherwise.
    """

    quantity: Quantity
    number: Number
    upwards: bool
    just: Number

    def tried(self, numbers: Iterable[Number]) -> tuple[bool, bool]:
        """Whether the number itself is among these, and one just beyond it."""
        found = list(numbers)
        return self.number in found, any(number in self.beyond for number in found)

    @property
    def beyond(self) -> Interval:
        """The numbers just beyond."""
        if self.upwards:
            return Interval(self.number, exact(Fraction(self.number + self.just)), lower_open=True)
        return Interval(exact(Fraction(self.number - self.just)), self.number, upper_open=True)

    def conditions(self, axes: Mapping[str, Axis]) -> tuple[Atom, Atom]:
        """That the quantity has the number, and that it lies just beyond."""
        at, beyond = NumberSet((Interval(self.number, self.number),)), NumberSet((self.beyond,))
        match self.quantity:
            case LinearForm() as form:
                beyond = beyond if _grid(axes, form) != self.just else beyond.on_grid(self.just)
                return Linear(form, at), Linear(form, beyond)
            case key:
                step = _numbers(axes, key).step
                beyond = beyond if step != self.just else beyond.on_grid(self.just)
                return Within(key, at), Within(key, beyond)


def thresholds(axes: Mapping[str, Axis], atom: Atom) -> Iterator[Threshold]:
    """The thresholds of an atom that some case lies on either side of, from below."""
    for threshold, _, _ in _ends(axes, atom):
        yield threshold


def shifted(axes: Mapping[str, Axis], atom: Atom) -> Iterator[Atom]:
    """The atom with one of its thresholds moved down, or up, by as much as is just beyond."""
    for threshold, place, is_lower in _ends(axes, atom):
        for distance in (-threshold.just, threshold.just):
            yield _moved(axes, atom, place, is_lower, exact(Fraction(threshold.number + distance)))


def _moved(
    axes: Mapping[str, Axis], atom: Atom, place: int, is_lower: bool, number: Number
) -> Atom:
    assert isinstance(atom, Within | Linear), "only numbers have thresholds"
    intervals = list(_judged(axes, atom).intervals)
    old = intervals[place]
    moved = attrs.evolve(old, lower=number) if is_lower else attrs.evolve(old, upper=number)
    intervals[place] = moved
    return attrs.evolve(atom, numbers=NumberSet.of(intervals))


def _ends(axes: Mapping[str, Axis], atom: Atom) -> Iterator[tuple[Threshold, int, bool]]:
    """Each threshold with the place of its interval, and whether it is the lower end.

    What is just beyond an end lies outside where the end belongs to the interval, else inside.
    """
    if not isinstance(atom, Within | Linear):
        return
    quantity: Quantity = atom.axis if isinstance(atom, Within) else atom.form
    bounds = _numbers(axes, atom.axis).interval if isinstance(atom, Within) else Interval()
    just = _just(axes, atom)
    for place, interval in enumerate(_judged(axes, atom).intervals):
        lower, upper = interval.lower, interval.upper
        if lower is not None and _splits(bounds, lower, above=interval.lower_open):
            yield Threshold(quantity, lower, interval.lower_open, just), place, True
        if upper is not None and _splits(bounds, upper, above=not interval.upper_open):
            yield Threshold(quantity, upper, not interval.upper_open, just), place, False


def _judged(axes: Mapping[str, Axis], atom: Within | Linear) -> NumberSet:
    """The numbers of an atom; where neighbours are a step apart, `< 16` is `<= 15`."""
    just = _just(axes, atom)
    return atom.numbers.on_grid(just) if _step(axes, atom) == just else atom.numbers


def _step(axes: Mapping[str, Axis], atom: Within | Linear) -> Number | None:
    """The distance between neighbouring values of what an atom is about, if they have any."""
    if isinstance(atom, Within):
        return _numbers(axes, atom.axis).step
    return _grid(axes, atom.form)


def _just(axes: Mapping[str, Axis], atom: Within | Linear) -> Number:
    """How far from a threshold a value is just beyond it."""
    if isinstance(atom, Within):
        return nearby(_numbers(axes, atom.axis).unit)
    parts = ((Fraction(factor), _numbers(axes, key).unit) for key, factor in atom.form.parts)
    return exact(max(abs(factor) * nearby(unit) for factor, unit in parts))


def _splits(bounds: Interval, number: Number, *, above: bool) -> bool:
    """Whether the bounds leave room for the number and for one beyond it."""
    if number not in bounds:
        return False
    return number != (bounds.upper if above else bounds.lower)


def _grid(axes: Mapping[str, Axis], form: LinearForm) -> Number | None:
    """The step of the values of a sum; `None` where a part takes any number."""
    found = Fraction(0)
    for key, factor in form.parts:
        step = _numbers(axes, key).step
        if step is None:
            return None
        found = _common(found, abs(Fraction(factor)) * step)
    return exact(found)


def _common(one: Fraction, other: Fraction) -> Fraction:
    """The greatest number that both are multiples of."""
    shared = one.denominator * other.denominator
    return Fraction(gcd(int(one * shared), int(other * shared)), shared)


def _numbers(axes: Mapping[str, Axis], key: str) -> Numbers:
    domain = axes[key].domain
    assert isinstance(domain, Numbers), f"{key} is no number"
    return domain


def nearby(unit: Unit | Currency) -> Number:
    """The distance at which a person calls two values of a unit neighbours."""
    return _MINUTE if unit is Unit.TIME_OF_DAY else 1
