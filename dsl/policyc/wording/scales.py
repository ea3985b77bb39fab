"""How many base units of its dimension one unit is.

Quantities of one dimension are added and compared in its base unit: seconds for elapsed time and
dates, months for months and years, one coin-free unit per currency.
"""

from collections.abc import Mapping
from types import MappingProxyType

from policyc.core.axes import Currency, Unit

_BASE: Mapping[Unit, int] = MappingProxyType(
    {
        Unit.DAYS: 86_400,
        Unit.HOURS: 3_600,
        Unit.MINUTES: 60,
        Unit.YEARS: 12,
        Unit.DATE: 86_400,
    }
)


def base(unit: Unit | Currency) -> int:
    """How many base units one unit is; 1 where it is the base unit itself."""
    return 1 if isinstance(unit, Currency) else _BASE.get(unit, 1)
