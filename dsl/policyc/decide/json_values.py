"""Values and cases as JSON holds them: what the reader of cases reads as the same values."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from policyc.core.actions import Ground
from policyc.core.axes import Axis, Domain, Numbers, Unit, Value
from policyc.core.numbers import Number
from policyc.wording.values import grouped, time_text

NEVER = "never"
"""The value of an elapsed time whose event never happened."""


def value_json(domain: Domain, value: Value) -> Any:
    """A value in its axis's own unit.

    Times of day, dates, *never* and what is no decimal number become texts.
    """
    if value is None:
        return NEVER
    if isinstance(value, bool | str):
        return value
    if isinstance(domain, Numbers) and domain.unit is Unit.TIME_OF_DAY:
        return time_text(int(value))
    if isinstance(domain, Numbers) and domain.unit is Unit.DATE:
        return date.fromordinal(int(value)).isoformat()
    return number_json(value)


def number_json(value: Number) -> int | float | str:
    """An exact number: as a JSON number where that has just this value, else as text."""
    if isinstance(value, int):
        return value
    near = float(value)
    return near if Fraction(repr(near)) == value else grouped(value).replace("_", "")


def case_json(
    axes: Mapping[str, Axis], action: Ground, values: Mapping[str, Value]
) -> dict[str, Any]:
    """A case that `decide` takes."""
    facts = {
        key: value_json(axes[key].domain, value) for key, value in values.items() if key in axes
    }
    return {"ask": str(action), **facts}
