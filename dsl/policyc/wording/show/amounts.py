"""Numbers with their units as a sentence says them: `72 hours`, `12,000 CNY`, `20:00`."""

from collections.abc import Mapping

from policyc.core.axes import Currency, Unit
from policyc.core.numbers import Number
from policyc.diagnostics.diagnostic import Language
from policyc.wording.values import grouped, number_text

_SPELLED: Mapping[Unit, str] = {
    Unit.DAYS: "day",
    Unit.HOURS: "hour",
    Unit.MINUTES: "minute",
    Unit.MONTHS: "month",
    Unit.YEARS: "year",
}


def amount(number: Number, unit: Unit | Currency, language: Language) -> str:
    """A number of a unit, exactly."""
    if language == "en" and isinstance(unit, Unit) and unit in _SPELLED:
        return counted(number, _SPELLED[unit])
    text = number_text(number, unit, language)
    return text.replace("_", "," if language == "en" else "")


def counted(number: Number, word: str) -> str:
    """`1 day`, `16 days`."""
    return f"{grouped(number).replace('_', ',')} {word}{'' if number == 1 else 's'}"


def bare(number: Number, unit: Unit | Currency, language: Language) -> str:
    """The number alone where what follows says the unit; with it where it cannot be left out."""
    if isinstance(unit, Currency) or unit in _SPELLED:
        return grouped(number).replace("_", "," if language == "en" else "")
    return amount(number, unit, language)
