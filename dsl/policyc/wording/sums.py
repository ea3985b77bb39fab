"""Sums of facts as a person would write them: `amount > 10 * instalment`, `paid < 30% of due`.

A form of the core has whole factors per unit of its axes; in the language a factor stands before a
quantity that brings its own unit. So `24 x - y` of x days and y hours is written `x - y`.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from math import gcd, lcm

import attrs

from policyc.core.axes import Axis, Currency, Numbers, OpenTerm, Unit
from policyc.core.conditions import LinearForm
from policyc.core.numbers import Interval, Number, NumberSet, exact
from policyc.syntax import nodes as n
from policyc.wording.scales import base
from policyc.wording.speech import Speech
from policyc.wording.trees import NOWHERE, bare, literal, subject
from policyc.wording.values import grouped

_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}


@attrs.frozen
class Scaled:
    """A form in the quantities of the language.

    `parts` are axes and whole factors without a common divisor; a value of the form times `scale`
    is the value of their sum in base units of the dimension.
    """

    parts: tuple[tuple[Axis, int], ...]
    scale: Fraction


def scaled(speech: Speech, form: LinearForm) -> Scaled:
    """The form with its axes' units taken out of the factors."""
    axes = [speech.axes[key] for key, _ in form.parts]
    factors = [Fraction(f) / base(_unit(a)) for a, (_, f) in zip(axes, form.parts, strict=True)]
    shared = lcm(*(factor.denominator for factor in factors))
    whole = [int(factor * shared) for factor in factors]
    divisor = gcd(*whole)
    parts = tuple((axis, f // divisor) for axis, f in zip(axes, whole, strict=True))
    return Scaled(parts, Fraction(shared, divisor))


def _unit(axis: Axis) -> Unit | Currency:
    assert isinstance(axis.domain, Numbers), f"{axis.key} is no number"
    return axis.domain.unit


def form_tree(speech: Speech, form: LinearForm) -> n.Expression:
    """The form alone: `amount - 10 * instalment`, what is added before what is taken away."""
    found = scaled(speech, form)
    added = [_times(speech, axis, f) for axis, f in found.parts if f > 0]
    taken = [_times(speech, axis, -f) for axis, f in found.parts if f < 0]
    return summed(added, taken)


def summed(added: Sequence[n.Expression], taken: Sequence[n.Expression] = ()) -> n.Expression:
    """A sum; what is added must not be empty."""
    if len(added) == 1 and not taken:
        return added[0]
    signs = ("+",) * len(added) + ("-",) * len(taken)
    return n.Sum((*added, *taken), signs, span=NOWHERE)


def _times(speech: Speech, axis: Axis, factor: int) -> n.Expression:
    thing = subject(speech, axis.key)
    if factor == 1:
        return thing
    return n.Product((bare(factor), thing), ("*", "*"), span=NOWHERE)


def compared(speech: Speech, form: LinearForm, numbers: NumberSet) -> list[n.Expression]:
    """Conditions of which one holds exactly where the form's value lies in the set."""
    found = _Sides.of(speech, scaled(speech, form))
    step = step_of(speech.axes, form)
    if step is not None:
        numbers = NumberSet.of(_from_zero(interval, step) for interval in numbers.intervals)
    outside = numbers.complement().intervals
    if len(outside) == 1 and outside[0].lower is not None and outside[0].lower == outside[0].upper:
        return [found.compared("!=", outside[0].lower)]
    return [found.within(interval) for interval in numbers.intervals]


def step_of(axes: Mapping[str, Axis], form: LinearForm) -> Number | None:
    """The grid that the values of a form lie on; `None` where any exact number may be one."""
    steps = []
    for key, factor in form.parts:
        domain = axes[key].domain
        assert isinstance(domain, Numbers), f"{key} is no number"
        if domain.step is None:
            return None
        steps.append(Fraction(factor) * domain.step)
    shared = lcm(*(step.denominator for step in steps))
    return exact(Fraction(gcd(*(int(step * shared) for step in steps)), shared))


def _from_zero(interval: Interval, step: Number) -> Interval:
    """The same multiples of a step: above 0 rather than from the first step on."""
    if interval.lower == interval.upper:
        return interval
    if (interval.lower, interval.lower_open) == (step, False):
        interval = attrs.evolve(interval, lower=0, lower_open=True)
    if (interval.upper, interval.upper_open) == (-step, False):
        interval = attrs.evolve(interval, upper=0, upper_open=True)
    return interval


@attrs.frozen
class _Sides:
    """A form whose comparisons have what is added on the left and what is taken away on the right.

    A date comes first on its side. `scale` is negative where the sides changed places.
    """

    speech: Speech
    left: tuple[tuple[Axis, int], ...]
    right: tuple[tuple[Axis, int], ...]
    scale: Fraction

    @classmethod
    def of(cls, speech: Speech, form: Scaled) -> "_Sides":
        """The sides of a form, the one to speak of first on the left."""
        parts = sorted(form.parts, key=lambda part: _unit(part[0]) is not Unit.DATE)
        left = tuple((axis, f) for axis, f in parts if f > 0)
        right = tuple((axis, -f) for axis, f in parts if f < 0)
        found = cls(speech, left, right, form.scale)
        first = found.rank(found.left) <= found.rank(found.right)
        return found if first else found.flipped()

    def flipped(self) -> "_Sides":
        """The same with its sides exchanged."""
        return attrs.evolve(self, left=self.right, right=self.left, scale=-self.scale)

    def rank(self, side: Sequence[tuple[Axis, int]]) -> tuple[int, ...]:
        """What to speak of first: dates, facts before terms, what has no factor, as declared."""
        if not side:
            return (2,)
        order = list(self.speech.axes)
        return (
            not _is_dated(side),
            all(isinstance(axis.origin, OpenTerm) for axis, _ in side),
            any(factor != 1 for _, factor in side),
            min(order.index(axis.key) for axis, _ in side),
        )

    def within(self, interval: Interval) -> n.Expression:
        """The condition that the form's value lies in an interval."""
        lower, upper = interval.lower, interval.upper
        if lower is not None and lower == upper:
            return self.compared("=", lower)
        said = []
        if lower is not None:
            said.append(self.compared(">" if interval.lower_open else ">=", lower))
        if upper is not None:
            said.append(self.compared("<" if interval.upper_open else "<=", upper))
        if not said:
            # Every number, which says that the sum has a value at all.
            either = self.compared(">=", 0), self.compared("<", 0)
            return n.Disjunction(either, span=NOWHERE)
        return said[0] if len(said) == 1 else n.Conjunction(tuple(said), span=NOWHERE)

    def compared(self, operator: str, bound: Number) -> n.Expression:
        """The condition that the form's value compares so with a number."""
        if bound == 0 and self.flipped().share() and not self.share():
            return self.flipped().compared(operator, bound)
        amount = exact(Fraction(bound) * self.scale)
        operator = operator if self.scale > 0 else _MIRRORED[operator]
        share = self.share() if amount == 0 else None
        left, right = share or self._balanced(amount)
        return n.Comparison((left, right), (operator,), span=NOWHERE)

    def _balanced(self, amount: Number) -> tuple[n.Expression, n.Expression]:
        """Both sides, the amount on the one where it is positive."""
        left = [_times(self.speech, axis, factor) for axis, factor in self.left]
        right = [_times(self.speech, axis, factor) for axis, factor in self.right]
        taken: list[n.Expression] = []
        if _is_dated(self.left) and not _is_dated(self.right):
            day, rest = _day(amount)
            right.insert(0, literal(day, Unit.DATE))
            amount = rest
        if amount > 0 or not right:
            right.append(literal(*self._quantity(amount)))
        elif amount < 0 and len(right) > len(self.right):
            taken.append(literal(*self._quantity(-amount)))
        elif amount < 0:
            left.append(literal(*self._quantity(-amount)))
        return summed(left), summed(right, taken)

    def _quantity(self, amount: Number) -> tuple[Number, Unit | Currency]:
        """An amount in the unit of a part that gives few digits, the largest of several."""
        units = [_unit(axis) for axis, _ in (*self.left, *self.right)]
        units = [Unit.DAYS if unit is Unit.DATE else unit for unit in units]
        in_units = [(exact(Fraction(amount) / base(unit)), unit) for unit in units]
        return min(in_units, key=lambda found: (len(grouped(found[0])), -base(found[1])))

    def share(self) -> tuple[n.Expression, n.Expression] | None:
        """Two facts, one against a percentage of the other, where neither stands for itself."""
        if len(self.left) != 1 or len(self.right) != 1:
            return None
        (one, first), (other, second) = self.left[0], self.right[0]
        number = grouped(exact(Fraction(100 * second, first)))
        if 1 in (first, second) or "/" in number:
            return None
        whole = n.Share(number, subject(self.speech, other.key), span=NOWHERE)
        return subject(self.speech, one.key), whole


def _is_dated(side: Sequence[tuple[Axis, int]]) -> bool:
    return any(_unit(axis) is Unit.DATE for axis, _ in side)


def _day(amount: Number) -> tuple[int, Number]:
    """So many seconds of the calendar as its nearest day before, and what is left."""
    length = base(Unit.DATE)
    day = min(max(int(amount // length), date.min.toordinal()), date.max.toordinal())
    return day, amount - day * length
