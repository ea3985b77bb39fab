"""JSON as a case needs it: numbers exact, nothing given twice, nothing too deep or too long.

`json` reads `0.1` as a binary fraction, takes `NaN`, and keeps the last of two equal keys; a case
must not change on its way in.
"""

import json
from decimal import Decimal
from fractions import Fraction
from typing import Any, NoReturn

from policyc.core.numbers import Number
from policyc.decide.findings import CaseError, finding
from policyc.diagnostics.catalogue import deciding

MAX_DIGITS = 40
"""Digits that a number may have on either side of the point, an exponent written out."""

MAX_CHARACTERS = 4 * 1024 * 1024


class Pairs(list[tuple[str, Any]]):
    """A JSON object as it was written: its keys and values in order, repeated keys too."""


def read_pairs(text: str) -> Any:
    """The JSON value of a text, objects as `Pairs`. Raises `CaseError`."""
    if len(text) > MAX_CHARACTERS:
        raise _not_json(f"it is longer than {MAX_CHARACTERS:_} characters", "内容过长")
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        place = f"{error.msg.lower()} at line {error.lineno}, column {error.colno}"
        raise _not_json(place, f"第{error.lineno}行第{error.colno}列无法解读") from None
    except RecursionError:
        raise _not_json("it is nested too deeply", "嵌套过深") from None
    except (ValueError, ArithmeticError):
        raise _not_json(*_BAD_NUMBER) from None


_BAD_NUMBER = (
    f"numbers have at most {MAX_DIGITS} digits, and NaN and Infinity are none",
    f"数字最多{MAX_DIGITS}位，NaN和Infinity不是数",
)


def as_object(value: Any) -> Any:
    """A value with every `Pairs` as a dictionary. Raises `CaseError` where a key is repeated."""
    if isinstance(value, Pairs):
        found = {key: as_object(inner) for key, inner in value}
        if len(found) < len(value):
            raise CaseError((finding(deciding.REPEATED_KEY, name=_repeated(value)),))
        return found
    if isinstance(value, list):
        return [as_object(inner) for inner in value]
    return value


def _repeated(pairs: Pairs) -> str:
    """The first key that stands there a second time."""
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            break
        seen.add(key)
    return key


def decimal(text: str) -> Number:
    """The exact number that a literal with a point or an exponent is. Raises `ValueError`."""
    value = Decimal(text)
    if len(text) > 2 * MAX_DIGITS or abs(value.adjusted()) > MAX_DIGITS:
        raise ValueError(text[:MAX_DIGITS])
    numerator, denominator = value.as_integer_ratio()
    return numerator if denominator == 1 else Fraction(numerator, denominator)


def whole(text: str) -> int:
    """The number that a literal of digits is. Raises `ValueError`."""
    if len(text) > MAX_DIGITS + 1:
        raise ValueError(text[:MAX_DIGITS])
    return int(text)


def refused(text: str) -> NoReturn:
    """Raises `ValueError`: `NaN` and `Infinity` are no numbers."""
    raise ValueError(text)


_DECODER = json.JSONDecoder(
    object_pairs_hook=Pairs, parse_float=decimal, parse_int=whole, parse_constant=refused
)


def _not_json(english: str, chinese: str) -> CaseError:
    return CaseError((finding(deciding.NOT_JSON, reason={"en": english, "zh": chinese}),))
