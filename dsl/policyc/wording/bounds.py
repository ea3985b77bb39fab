"""That one fact lies in a set of numbers, in as few words as the language has for it."""

from collections.abc import Sequence

import attrs

from policyc.core.axes import Axis, Currency, Elapsed, Numbers, Unit
from policyc.core.numbers import EVERY_NUMBER, Interval, Number, NumberSet
from policyc.syntax import nodes as n
from policyc.wording.speech import Speech
from policyc.wording.trees import NOWHERE, bare, literal, subject


def within(speech: Speech, key: str, numbers: NumberSet) -> n.Expression:
    """The condition that an axis lies in a set, which holds some number of its domain."""
    axis = speech.axes[key]
    assert isinstance(axis.domain, Numbers), f"{key} is no number"
    about = _About(subject(speech, key), axis, axis.domain)
    if numbers == EVERY_NUMBER:
        return about.interval(Interval(axis.domain.lower or 0))
    around = about.around_midnight(numbers.intervals)
    if around is not None:
        return around
    points, gaps = _points(numbers), _points(about.outside(numbers))
    if len(points) > 1:
        return about.listed(points)
    if gaps and (len(gaps) == 1 or not axis.domain.optional):
        return about.listed(gaps, negated=True)
    found = [about.interval(interval) for interval in numbers.intervals]
    return found[0] if len(found) == 1 else n.Disjunction(tuple(found), span=NOWHERE)


def _points(numbers: NumberSet) -> list[Number]:
    """The numbers of a set of single ones; none where it has an interval."""
    ends = [(i.lower, i.upper) for i in numbers.intervals]
    lowers = [lower for lower, upper in ends if lower is not None and lower == upper]
    return lowers if len(lowers) == len(ends) else []


@attrs.frozen
class _About:
    """What is said of one numeric fact."""

    subject: n.Expression
    axis: Axis
    domain: Numbers

    def outside(self, numbers: NumberSet) -> NumberSet:
        """The numbers that are not in a set."""
        others = numbers.complement()
        return others if self.domain.step is None else others.on_grid(self.domain.step)

    def around_midnight(self, intervals: Sequence[Interval]) -> n.Expression | None:
        """`time from 20:00 to 08:00`, where the set is a range of times that ends the next day."""
        if self.domain.unit is not Unit.TIME_OF_DAY or len(intervals) != 2:  # noqa: PLR2004  # two
            return None
        morning, evening = intervals
        outer = (morning.lower, evening.upper)
        if outer != (None, None) or evening.lower is None or morning.upper is None:
            return None
        if evening.lower_open:
            return None
        return self._range(evening.lower, morning.upper, closed=not morning.upper_open)

    def interval(self, interval: Interval) -> n.Expression:
        """The condition that the fact lies in an interval with an end at least."""
        step, lower, upper = self.domain.step, interval.lower, interval.upper
        if lower is not None and lower == upper:
            return self._compared("=", lower)
        if upper is None and lower is not None:
            return self._compared(">" if interval.lower_open else ">=", lower)
        if lower is None and upper is not None:
            return self._compared("<" if interval.upper_open else "<=", upper)
        if self.domain.unit is not Unit.TIME_OF_DAY and step == 1:
            interval = interval.on_grid(step)
        return self._between(interval)

    def _between(self, interval: Interval) -> n.Expression:
        lower, upper = interval.lower, interval.upper
        assert lower is not None, "an interval with two ends"
        assert upper is not None, "an interval with two ends"
        clock = self.domain.unit is Unit.TIME_OF_DAY
        if not interval.lower_open and (clock or not interval.upper_open):
            return self._range(lower, upper, closed=not interval.upper_open)
        operands = (self._number(lower), self.subject, self._number(upper))
        below, above = ("<" if o else "<=" for o in (interval.lower_open, interval.upper_open))
        return n.Comparison(operands, (below, above), span=NOWHERE)

    def _range(self, lower: Number, upper: Number, *, closed: bool) -> n.Expression:
        start = self._plain(lower) if closed else self._number(lower)
        found = n.Range(start, self._number(upper), closed, span=NOWHERE)
        return n.Membership(self.subject, found, span=NOWHERE)

    def listed(self, numbers: Sequence[Number], *, negated: bool = False) -> n.Expression:
        """The condition that the fact is one of some numbers, or none of them."""
        if len(numbers) == 1:
            return self._compared("!=" if negated else "=", numbers[0])
        found = n.Listed(tuple(self._plain(number) for number in numbers), span=NOWHERE)
        return n.Membership(self.subject, found, negated, span=NOWHERE)

    def _compared(self, operator: str, number: Number) -> n.Expression:
        return n.Comparison((self.subject, self._number(number)), (operator,), span=NOWHERE)

    def _number(self, number: Number) -> n.Expression:
        return literal(number, self.domain.unit)

    def _plain(self, number: Number) -> n.Expression:
        """A number without its unit, where what stands beside it says which."""
        unit = self.domain.unit
        lent = not isinstance(unit, Currency) and unit not in _SPELLED
        if lent and not isinstance(self.axis.origin, Elapsed) and isinstance(number, int):
            return bare(number) if number >= 0 else self._number(number)
        return self._number(number)


_SPELLED = (Unit.TIME_OF_DAY, Unit.DATE, Unit.PERCENT)
"""Units without which a literal means nothing."""
