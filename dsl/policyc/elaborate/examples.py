"""Values that a message may show as examples: such as the fact or term can have."""

from collections.abc import Mapping

from policyc.core.axes import Currency, Numbers, Unit
from policyc.core.numbers import Number
from policyc.elaborate.describe import Words, quantity
from policyc.elaborate.units import SECONDS_A_DAY

_USUAL: Mapping[Unit, Number] = {
    Unit.COUNT: 3,
    Unit.NUMBER: 3,
    Unit.DAYS: 16,
    Unit.HOURS: 72,
    Unit.MINUTES: 30,
    Unit.MONTHS: 6,
    Unit.YEARS: 3,
    Unit.PERCENT: 24,
    Unit.TIME_OF_DAY: 20 * 3600,
    Unit.DATE: 739_341,
}
"""A value that policies often have, in each unit: 20:00, 2025-03-31."""

_HOURS_A_DAY = 24


def example(domain: Numbers) -> Words:
    """A usual value of a domain, or its lowest where its bounds leave that out."""
    unit = domain.unit
    usual = 5_000 if isinstance(unit, Currency) else _USUAL[unit]
    if not domain.admits(usual):
        usual = next(end for end in (domain.lower, domain.upper, usual) if end is not None)
    return quantity(usual, unit)


def with_unit(number: str, value: Number, dimension: str) -> Words:
    """A bare number as it might have been meant in a dimension: `20 days`, `20:00`."""
    match dimension:
        case "time of day":
            hour = value if value in range(_HOURS_A_DAY + 1) else 20
            shown = "24:00" if hour == _HOURS_A_DAY else None
            text = shown or quantity(hour * (SECONDS_A_DAY // _HOURS_A_DAY), Unit.TIME_OF_DAY)["en"]
            return {"en": text, "zh": text}
        case "date":
            return quantity(_USUAL[Unit.DATE], Unit.DATE)
        case "percent":
            return {"en": f"{number}%", "zh": f"{number}%"}
        case _:
            unit = _UNITS.get(dimension, {"en": f" {dimension}", "zh": f" {dimension}"})
            return {"en": number + unit["en"], "zh": number + unit["zh"]}


_UNITS: Mapping[str, Words] = {
    "time": {"en": " days", "zh": "天"},
    "months": {"en": " months", "zh": "个月"},
    "CNY": {"en": " CNY", "zh": "元"},
}
