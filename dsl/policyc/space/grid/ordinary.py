"""Ordinary values: what a person would write as an example of a set of values."""

from fractions import Fraction
from math import ceil, floor

from policyc.core.axes import Currency, Domain, Members, Numbers, Unit, Value, YesNo
from policyc.core.numbers import Interval, Number, exact

WISHES: dict[Unit, Number] = {
    Unit.DAYS: 10,
    Unit.HOURS: 1,
    Unit.MINUTES: 10,
    Unit.MONTHS: 3,
    Unit.YEARS: 1,
    Unit.TIME_OF_DAY: 10 * 3600,
    Unit.DATE: 738_000 + 1_156,
}
"""What to write where anything will do; the rest begin at 0. The day is 2024-01-01 or close by."""

ROUND: dict[Unit, tuple[int, ...]] = {
    Unit.TIME_OF_DAY: (3600, 1800, 900, 300, 60),
    Unit.DATE: (1,),
}
"""Units whose round numbers are not multiples of powers of ten."""

_MINUTE = 60


def wish(domain: Domain) -> Value:
    """The value to prefer where nothing restricts the axis."""
    match domain:
        case YesNo():
            return False
        case Members(kind):
            return kind.members[0]
        case Numbers(unit=Currency()):
            return 1000
        case Numbers(unit=unit, optional=optional):
            return None if optional or isinstance(unit, Currency) else WISHES.get(unit, 0)


def ordinary(domain: Numbers, interval: Interval, free: bool = False) -> Number:
    """A number in an interval (not empty, on the step): round, and near where one would look.

    In the middle where both ends are near, otherwise at the end, the first round number inside.
    `free` says that the interval is the whole domain, where the ordinary value is preferred.
    """
    preferred = wish(domain)
    if isinstance(preferred, bool | str) or preferred is None:
        preferred = WISHES[Unit.HOURS] if domain.unit is Unit.HOURS else 0
    if free or interval.lower is None or interval.upper is None:
        return closest(domain, interval, preferred)
    if preferred in interval and preferred not in (interval.lower, interval.upper):
        return closest(domain, interval, preferred)
    if domain.unit is Unit.TIME_OF_DAY:
        return _middle(domain, interval.lower, interval.upper, interval)
    if domain.upper is not None and interval.upper == domain.upper:
        return closest(domain, interval, interval.lower)
    if domain.lower is not None and interval.lower == domain.lower:
        return closest(domain, interval, preferred)
    return _middle(domain, interval.lower, interval.upper, interval)


def _middle(domain: Numbers, low: Number, high: Number, interval: Interval) -> Number:
    """The roundest number in the middle half, or the number nearest to the middle."""
    centre = (Fraction(low) + high) / 2
    quarter = (Fraction(high) - low) / 4
    unit = domain.unit if isinstance(domain.unit, Unit) else Unit.NUMBER
    sizes = ROUND.get(unit, (10_000, 1000, 100, 50, 10, 5, 1))
    for size in sizes:
        candidate = round(centre / size) * size
        if (
            abs(candidate - centre) <= quarter
            and candidate in interval
            and admits(domain, candidate)
        ):
            return candidate
    return closest(domain, interval, exact(centre))


def closest(domain: Numbers, interval: Interval, target: Number) -> Number:
    """The number of an interval (not empty) nearest to a target; whole where an end is open."""
    step = domain.step
    if step is not None:
        interval = interval.on_grid(step)
        target = exact(floor(Fraction(target) / step) * Fraction(step))
    if target in interval:
        return target
    if domain.unit is Unit.TIME_OF_DAY and not (minutes := interval.on_grid(_MINUTE)).empty:
        interval = minutes  # nobody means a second
    low, high = interval.lower, interval.upper
    if low is not None and target <= low:
        if not interval.lower_open:
            return low
        return _inward(interval, exact(Fraction(floor(low) + 1)), low, high)
    assert high is not None  # the target is above an interval that is not empty
    if not interval.upper_open:
        return high
    return _inward(interval, exact(Fraction(ceil(high) - 1)), high, low)


def _inward(interval: Interval, whole: Number, end: Number, other: Number | None) -> Number:
    """The whole number next to an open end, or else the middle."""
    if whole in interval or other is None:
        return whole
    return exact((Fraction(end) + other) / 2)


def admits(domain: Numbers, value: Number) -> bool:
    """Whether a number lies on the domain's step."""
    return domain.step is None or Fraction(value) % Fraction(domain.step) == 0
