"""Dates, times, ranges and numbers that are written as they are in other places."""

import re
from collections.abc import Callable, Iterator, Mapping

from policyc.diagnostics.catalogue import reading
from policyc.diagnostics.diagnostic import Diagnostic, Fix, Language, Wording
from policyc.source import Span
from policyc.syntax.mistakes.elsewhere import misspelt, replaced
from policyc.syntax.mistakes.standstill import Standstill

_NOON = 12

_OPERATOR = re.compile(r"==|=>|=<|<>|&&|\|\||!==")
_DATE = re.compile(
    r"(?<!\d)([12]\d{3})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?:\s*日|(?!\d))"
)
_DIGITS_OF_DATE = re.compile(r"(?<!\d)([12]\d{3})(\d{2})(\d{2})(?!\d)")
_CLOCK = re.compile(r"(?<![\d:])(\d{1,2})(?::(\d{2}))?\s*([ap])\.?m\b\.?", re.IGNORECASE)
_HOUR = re.compile(r"(?<!\d)(\d{1,2})点(?:(\d{1,2})分|(半))?")
_GROUPED = re.compile(r"(?<![\d,])\d{1,3}(?:[,，]\d{3})+(?![\d,])")
_SPAN_OF_NUMBERS = re.compile(r"(\d[\d_.]*%?)\s*[-~～—–至到]\s*(\d[\d_.]*%?)")
_UNIT = r"%|[A-Z]{3}|(?:day|hour|minute|month|year|week)s?|h|min|小时|分钟|个月|[天日月年时周分元]"
_VALUE = rf"(\d[\d_.:]*(?:\s?(?:{_UNIT})(?!\w*[A-Za-z]))?)"
_BETWEEN = re.compile(rf"\b(?:is\s+)?between\s+{_VALUE}\s+and\s+{_VALUE}")
_BETWEEN_ZH = re.compile(rf"(?:介于|在)\s*{_VALUE}\s*[和与至到]\s*{_VALUE}\s*之间")
_UNIT_AFTER = re.compile(r"\s*[^\W\d]*\s*(?:#[^\n]*\s*)*")


def other_notation(stop: Standstill) -> Diagnostic | None:
    """The finding for a value in a notation that this language does not have."""
    for kind, pattern, rewrite in _NOTATIONS:
        for match in _around(stop, pattern):
            if (suggestion := rewrite(match)) != match.group():
                return _told(kind, _span(stop, match), suggestion)
    if "DATE" in stop.accepted and "NUMBER" not in stop.accepted:
        for match in _around(stop, _DIGITS_OF_DATE):
            return _told(_DATES, _span(stop, match), _date(match))
    if "RANGE" in stop.accepted:
        for match in _around(stop, _SPAN_OF_NUMBERS, _UNIT_AFTER):
            return _told(_RANGES, _span(stop, match), f"{match[1]}..{match[2]}")
    return None


def dash_in_range(stop: Standstill) -> Diagnostic | None:
    """The finding for `in mon-fri`, which reads like a difference."""
    if "RANGE" not in stop.accepted:
        return None
    kinds = [token.type for token in stop.taken]
    begin = len(kinds) - kinds[::-1].index("IN") if "IN" in kinds else len(kinds)
    dashes = [token for token in stop.taken[begin:] if token.type == "MINUS"]
    return misspelt(dashes[0].span, "..") if len(dashes) == 1 else None


def other_operator(stop: Standstill) -> Diagnostic | None:
    """The finding for an operator of several signs that other languages have."""
    for match in _around(stop, _OPERATOR):
        place = stop if stop.found.start == match.start() else stop.earlier()
        return replaced(place, _span(stop, match))
    return None


def grouped_digits(span: Span) -> Diagnostic | None:
    """The finding for a number like `12,000` that has a span among its groups of digits."""
    line = span.source.text.rfind("\n", 0, span.start) + 1
    for match in _GROUPED.finditer(span.source.text, line, span.end):
        if match.start() < span.start:
            whole = Span(span.source, match.start(), match.end())
            return _told(_NUMBERS, whole, _ungrouped(match))
    return None


def _around(
    stop: Standstill, pattern: re.Pattern[str], between: re.Pattern[str] | None = None
) -> Iterator[re.Match[str]]:
    """What a pattern matches around the place, or just before it with only `between` between."""
    text = stop.found.source.text
    from_ = stop.taken[-1].start if stop.taken else stop.found.start
    line = text.rfind("\n", 0, from_) + 1
    end = text.find("\n", stop.found.end)
    for match in pattern.finditer(text, line, end if end >= 0 else len(text)):
        near = between.fullmatch(text, match.end(), stop.found.start) if between else None
        if match.start() <= stop.found.start < match.end() or near:
            yield match


def _span(stop: Standstill, match: re.Match[str]) -> Span:
    return Span(stop.found.source, match.start(), match.end())


def _told(kind: Mapping[Language, str], span: Span, suggestion: str) -> Diagnostic:
    arguments: dict[str, Wording] = {"kind": kind, "text": span.text, "suggestion": suggestion}
    return Diagnostic(reading.OTHER_NOTATION, span, arguments, fix=Fix(span, suggestion))


def _date(match: re.Match[str]) -> str:
    return f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}"


def _clock(match: re.Match[str]) -> str:
    hour = int(match[1]) % _NOON + _NOON * (match[3] in "pP")
    return f"{hour:02}:{match[2] or '00'}"


def _hour(match: re.Match[str]) -> str:
    minutes = "30" if match[3] else match[2] or "0"
    return f"{match[1]:0>2}:{minutes:0>2}"


def _between(match: re.Match[str]) -> str:
    return f"{'in' if match.re is _BETWEEN else '在'} {match[1].strip()}..{match[2].strip()}"


def _ungrouped(match: re.Match[str]) -> str:
    return re.sub(r"[,，]", "_", match.group())


_NUMBERS: Mapping[Language, str] = {"en": "numbers", "zh": "数字"}
_RANGES: Mapping[Language, str] = {"en": "ranges", "zh": "范围"}
_TIMES: Mapping[Language, str] = {"en": "times of day", "zh": "时刻"}
_DATES: Mapping[Language, str] = {"en": "dates", "zh": "日期"}

_NOTATIONS: tuple[
    tuple[Mapping[Language, str], re.Pattern[str], Callable[[re.Match[str]], str]], ...
] = (
    (_DATES, _DATE, _date),
    (_TIMES, _CLOCK, _clock),
    (_TIMES, _HOUR, _hour),
    (_NUMBERS, _GROUPED, _ungrouped),
    (_RANGES, _BETWEEN, _between),
    (_RANGES, _BETWEEN_ZH, _between),
)
