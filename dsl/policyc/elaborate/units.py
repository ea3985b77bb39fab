"""Units, the dimensions that they measure, and literals.

Quantities of one dimension are added and compared in its base unit: seconds for elapsed time,
months for months and years (a month is no number of days), one coin-free unit per currency.
"""

from datetime import date
from fractions import Fraction
from typing import TypeAlias

from policyc.core.axes import Currency, Unit
from policyc.core.numbers import Number, exact
from policyc.elaborate.currencies import CURRENCIES, SIGNS, smallest_coin
from policyc.syntax.words import words
from policyc.wording import scales

Measure: TypeAlias = Unit | Currency

_DIMENSIONS = {
    Unit.COUNT: "plain",
    Unit.NUMBER: "plain",
    Unit.DAYS: "time",
    Unit.HOURS: "time",
    Unit.MINUTES: "time",
    Unit.MONTHS: "months",
    Unit.YEARS: "months",
    Unit.PERCENT: "percent",
    Unit.TIME_OF_DAY: "time of day",
    Unit.DATE: "date",
}
_STEPS: dict[Unit, Number | None] = {
    Unit.COUNT: 1,
    Unit.NUMBER: None,
    Unit.DAYS: 1,
    Unit.HOURS: None,
    Unit.MINUTES: None,
    Unit.MONTHS: 1,
    Unit.YEARS: Fraction(1, 12),
    Unit.PERCENT: None,
    Unit.TIME_OF_DAY: 1,
    Unit.DATE: 1,
}
SECONDS_A_DAY = 86_400
_SIXTY = 60


def dimension(measure: Measure) -> str:
    """What a unit measures; two quantities add and compare only within one dimension."""
    return measure.code if isinstance(measure, Currency) else _DIMENSIONS[measure]


base = scales.base
"""How many base units of its dimension one unit is."""


def exact_base(measure: Measure) -> Fraction:
    """`base` as a fraction, to divide by."""
    return Fraction(base(measure))


def step(measure: Measure) -> Number | None:
    """The grid that values of facts in this unit lie on; `None` where any exact number may."""
    return smallest_coin(measure.code) if isinstance(measure, Currency) else _STEPS[measure]


def unit_of(word: str) -> tuple[Measure, int] | None:
    """The unit that a word after a number is, and how many of it: `weeks` are 7 days each."""
    sense = words().sense(word, "UNIT_")
    if sense == "WEEKS":
        return Unit.DAYS, 7
    if sense is not None and sense in Unit.__members__:
        return Unit[sense], 1
    code = sense or word
    return (Currency(code), 1) if code in CURRENCIES else None


def type_of(word: str) -> Measure | str | None:
    """The built-in type that a word names: a unit, or `weekday`, or `yes/no`."""
    if word == "yes/no":
        return word
    if word == "time of day":
        return Unit.TIME_OF_DAY
    sense = words().sense(word, "TYPE_")
    if sense == "WEEKDAY":
        return "weekday"
    if sense is not None:
        return Unit[sense]
    found = unit_of(word)
    return found[0] if found is not None and found[1] == 1 else None


def sign_of(sign: str) -> Currency:
    """The currency of a sign."""
    return Currency(SIGNS[sign])


def number(text: str) -> Number:
    """The exact value of a number as written: `12_000`, `0.5`."""
    return exact(Fraction(text.replace("_", "")))


def time_of_day(text: str) -> int | None:
    """Seconds from midnight; 24:00 is the end of the day; `None` where there is no such time."""
    hour, minute, second, *_ = (*map(int, text.replace("：", ":").split(":")), 0)
    if max(minute, second) >= _SIXTY:
        return None
    seconds = hour * 3600 + minute * 60 + second
    return seconds if seconds <= SECONDS_A_DAY else None


def day(text: str) -> date | None:
    """The date, `None` where the calendar has no such day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
