"""Numbers: exact ones, read from text, and found between others."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction
    from typing import TypeAlias

    Number: TypeAlias = int | Fraction
    Cut: TypeAlias = tuple[Number, int]

LONGEST = 60
"""No longer text is read as a value, nor shown."""


def quotient(numerator: int, denominator: int) -> Number:
    """The exact quotient, an `int` where it is whole."""
    if numerator % denominator == 0:
        return numerator // denominator
    from fractions import Fraction  # noqa: PLC0415  # takes long, and is hardly ever needed

    return Fraction(numerator, denominator)


def ratio(text: str) -> tuple[int, int]:
    """Numerator and denominator of a text: `12_000`, `0.5`, `-1/3`. Raises `ValueError`."""
    top, slash, bottom = text.replace("_", "").partition("/")
    whole, dot, part = top.removeprefix("-").partition(".")
    sign = -1 if top.startswith("-") else 1
    pieces = [whole, *([part] if dot else []), *([bottom] if slash else [])]
    if len(text) > LONGEST or not all(p.isascii() and p.isdigit() for p in pieces):
        raise ValueError(text)
    denominator = int(bottom or "1") * 10 ** len(part)
    if not denominator:
        raise ValueError(text)
    return sign * int(whole + part), denominator


def exact(value: Number | str) -> Number:
    """A number that may be written as a text."""
    return quotient(*ratio(value)) if isinstance(value, str) else value


def bound(value: Number | str | None) -> Number | None:
    """A bound that may be written as a text, or missing."""
    return None if value is None else exact(value)


def between(start: Cut | None, end: Cut | None, step: tuple[int, int] | None) -> Number | None:
    """A number between two cuts, on a multiple of `step`; `None` where there is none.

    A whole number where there is one, as others take long to import.
    """
    return next((v for v in _candidates(start, end, step) if fits(v, start, end, step)), None)


def _candidates(
    start: Cut | None, end: Cut | None, step: tuple[int, int] | None
) -> Iterator[Number]:
    """Numbers of which one fits if any does."""
    if start is None:
        whole = 0 if end is None else -(-end[0] // 1) - 1
        yield from (whole, whole + 1)
    else:
        yield from (start[0] // 1, start[0] // 1 + 1)
    top, bottom = step or (1, 1)
    if start is not None and step is not None:
        multiple = start[0] * bottom // top
        yield from (quotient(top * (multiple + i), bottom) for i in (0, 1))
    elif start is not None:
        yield start[0]
        if end is not None:
            total = start[0] + end[0]
            yield quotient(total.numerator, 2 * total.denominator)
    elif end is not None:
        multiple = end[0] * bottom // top
        yield from (quotient(top * (multiple - i), bottom) for i in (0, 1))


def fits(value: Number, start: Cut | None, end: Cut | None, step: tuple[int, int] | None) -> bool:
    """Whether a number lies between two cuts, on a multiple of `step`."""
    if step is not None and value.numerator * step[1] % (value.denominator * step[0]):
        return False
    return (start is None or (value, 1) > start) and (end is None or (value, 0) < end)
