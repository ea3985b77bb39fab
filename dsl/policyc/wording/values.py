"""Values with their units: `72h`, `12_000 CNY`, `20:00`, `30%`."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from policyc.core.axes import Currency, Unit
from policyc.core.numbers import Number
from policyc.diagnostics.diagnostic import Language

_SUFFIX: dict[Language, dict[Unit, str]] = {
    "en": {
        Unit.DAYS: " days",
        Unit.HOURS: "h",
        Unit.MINUTES: "min",
        Unit.MONTHS: " months",
        Unit.YEARS: " years",
        Unit.PERCENT: "%",
        Unit.COUNT: "",
        Unit.NUMBER: "",
    },
    "zh": {
        Unit.DAYS: "天",
        Unit.HOURS: "小时",
        Unit.MINUTES: "分钟",
        Unit.MONTHS: "个月",
        Unit.YEARS: "年",
        Unit.PERCENT: "%",
        Unit.COUNT: "",
        Unit.NUMBER: "",
    },
}

NEVER: Mapping[Language, str] = {"en": "never", "zh": "从未"}
"""What an elapsed time is where the event never happened."""

_GROUPED_FROM = 10_000


def number_text(value: Number, unit: Unit | Currency, language: Language = "en") -> str:
    """A number of a unit as the language writes it, exactly."""
    match unit:
        case Currency(code):
            return f"{grouped(value)}{'元' if language == 'zh' and code == 'CNY' else f' {code}'}"
        case Unit.TIME_OF_DAY:
            return time_text(int(value))
        case Unit.DATE:
            return date.fromordinal(int(value)).isoformat()
        case _:
            suffix = _SUFFIX[language][unit]
            return grouped(value) + (suffix[:-1] if value == 1 and suffix.endswith("s") else suffix)


def time_text(seconds: int) -> str:
    """A time of day; seconds are shown only where they are not zero."""
    hours, rest = divmod(seconds, 3600)
    minutes, second = divmod(rest, 60)
    return f"{hours:02}:{minutes:02}" + (f":{second:02}" if second else "")


def grouped(value: Number) -> str:
    """A number with `_` between thousands from five digits on; fractions as decimals if they are.

    A fraction that no decimal equals is written as a quotient, `1/3`, which the language computes.
    """
    if isinstance(value, Fraction):
        return _decimal(value) or f"{value.numerator}/{value.denominator}"
    return f"{value:_}" if abs(value) >= _GROUPED_FROM else str(value)


def _decimal(value: Fraction) -> str | None:
    digits, rest = 0, value.denominator
    for prime in (2, 5):
        power = 0
        while rest % prime == 0:
            rest //= prime
            power += 1
        digits = max(digits, power)
    if rest != 1:
        return None
    whole, part = divmod(abs(value.numerator) * 10**digits // value.denominator, 10**digits)
    return f"{'-' if value < 0 else ''}{grouped(whole)}.{part:0{digits}}"
