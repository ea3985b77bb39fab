"""Cases drawn for replaying claims: near the thresholds that policies name, where mistakes live."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import floor
from random import Random

import attrs

from policyc.core.actions import Ground
from policyc.core.axes import Axis, Members, Numbers, Value, YesNo
from policyc.core.conditions import Linear, LinearForm, Within, atoms, axes_of
from policyc.core.numbers import Interval, Number, NumberSet, exact
from policyc.space.joint import Joint, conditions_of

_HALF = 0.5
_SELDOM = 0.2
_FAR = 10
_SMALL = Fraction(1, 60)
"""The distance from a threshold where every number is possible: a minute, of an hour."""


@attrs.frozen(eq=False)
class Drawing:
    """What cases are drawn from: the axes that policies ask about, each with its thresholds.

    `forms` holds the sums that policies compare, with the numbers that they compare them to.
    """

    axes: tuple[Axis, ...]
    thresholds: Mapping[str, tuple[Number, ...]]
    forms: tuple[tuple[LinearForm, tuple[Number, ...]], ...]

    def case(self, random: Random) -> dict[str, Value]:
        """A value for each axis; now and then a sum of them is put next to its threshold."""
        found = {axis.key: self._value(random, axis) for axis in self.axes}
        if self.forms and random.random() < _HALF:
            form, values = random.choice(self.forms)
            self._put(random, found, form, random.choice(values))
        return found

    def near(self, random: Random, case: Mapping[str, Value]) -> dict[str, Value]:
        """A case with some of its facts drawn anew."""
        fresh = self.case(random)
        return {k: v if random.random() < _SELDOM else case[k] for k, v in fresh.items()}

    def _value(self, random: Random, axis: Axis) -> Value:
        match axis.domain:
            case YesNo():
                return random.random() < _HALF
            case Members(kind):
                return random.choice(kind.members)
            case Numbers() as domain:
                if domain.optional and random.random() < _SELDOM:
                    return None
                return _number(random, domain, self.thresholds.get(axis.key, ()))

    def _put(
        self, random: Random, case: dict[str, Value], form: LinearForm, target: Number
    ) -> None:
        """Changes one part of a sum so that the sum is about its threshold."""
        key, factor = random.choice(form.parts)
        rest = Fraction(target)
        for other, times in form.parts:
            value = case[other]
            if other != key and isinstance(value, int | Fraction):
                rest -= times * Fraction(value)
        domain = next(axis.domain for axis in self.axes if axis.key == key)
        if isinstance(domain, Numbers):
            step = _SMALL if domain.step is None else domain.step
            case[key] = _within(domain, rest / factor + random.choice((-1, 0, 1)) * step)


def _number(random: Random, domain: Numbers, thresholds: Sequence[Number]) -> Number:
    step = _SMALL if domain.step is None else Fraction(domain.step)
    if thresholds and random.random() > _SELDOM:
        return _within(domain, random.choice(thresholds) + random.choice((-1, 0, 0, 1)) * step)
    low = Fraction(domain.lower or 0)
    largest = max([Fraction(_FAR), *(abs(Fraction(t)) for t in thresholds)])
    high = 2 * largest + 1
    if domain.upper is not None:
        high = min(high, Fraction(domain.upper))
    return _within(domain, low + Fraction(random.random()).limit_denominator(1000) * (high - low))


def _within(domain: Numbers, value: Fraction | Number) -> Number:
    """The number, or the nearest one that the domain admits."""
    found = Fraction(value)
    if domain.step is not None:
        found = floor(found / domain.step) * Fraction(domain.step)
    if domain.lower is not None:
        found = max(found, Fraction(domain.lower))
    if domain.upper is not None:
        found = min(found, Fraction(domain.upper))
    return exact(found)


def drawing(joint: Joint) -> Drawing:
    """What to draw the cases of some policies from."""
    single: dict[str, dict[Number, None]] = {}
    sums: dict[LinearForm, dict[Number, None]] = {}
    used: dict[str, None] = {}
    for number, policy in enumerate(joint.policies):
        for condition in (joint.condition(number, c) for c in conditions_of(policy)):
            used.update(dict.fromkeys(axes_of(condition)))
            for atom in atoms(condition):
                if isinstance(atom, Within):
                    single.setdefault(atom.axis, {}).update(_ends(atom.numbers))
                elif isinstance(atom, Linear):
                    sums.setdefault(atom.form, {}).update(_ends(atom.numbers))
    return Drawing(
        tuple(axis for key, axis in joint.axes.items() if key in used),
        {key: tuple(found) for key, found in single.items()},
        tuple((form, tuple(found)) for form, found in sums.items() if found),
    )


def _ends(numbers: NumberSet) -> dict[Number, None]:
    found = [end for i in numbers.intervals for end in _of(i)]
    return dict.fromkeys(found)


def _of(interval: Interval) -> list[Number]:
    return [end for end in (interval.lower, interval.upper) if end is not None]


def grounds(joint: Joint, actions: Sequence[str]) -> tuple[Ground, ...]:
    """Every single action of these names."""
    return tuple(g for name in actions for g in joint.vocabulary.actions[name].ground())
