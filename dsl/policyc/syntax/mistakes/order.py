"""Words in the wrong place: after another that they belong before, or where a sibling belongs."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from policyc.diagnostics.catalogue import reading
from policyc.diagnostics.diagnostic import Diagnostic, Fix
from policyc.source import Source, Span
from policyc.syntax.lexer import Token, classify, lexemes
from policyc.syntax.mistakes.elsewhere import misspelt
from policyc.syntax.mistakes.repair import leads_on
from policyc.syntax.mistakes.standstill import Standstill

_SIBLINGS = (("PER_DAY", "TODAY"), ("PER_WEEK", "THIS_WEEK"), ("PER_MONTH", "THIS_MONTH"))
"""Periods as a limit names them, and as a count does."""

_FARTHEST = 3
"""Past so many words another may have to move."""

_LAST_DAY = re.compile(r"(?:to|till|through|\.\.|[-–—~～至到])\s*(?P<day>\d{4}-\d{2}-\d{2})(?!\d)")


def sibling(stop: Standstill) -> Diagnostic | None:
    """The finding for `per week` where `this week` is said, or the other way round."""
    pairs = (pair for one, other in _SIBLINGS for pair in ((one, other), (other, one)))
    for written, meant in pairs:
        if meant in stop.accepted:
            found = classify(stop.found, (written,), stop.words)
            if found.type == written:
                return misspelt(found.span, stop.in_script(meant))
    return None


def too_early(stop: Standstill) -> Diagnostic | None:
    """The finding for a word that would be right after those that follow: `每天 3次`."""
    found = classify(stop.found, _every_terminal(stop), stop.words)
    if found.type == "WORD":
        return None
    accepted = stop.accepted
    for token in _on_the_line(found):
        read = classify(token, accepted, stop.words) if token.type == "WORD" else token
        if read.type not in accepted or read.type == "NAME":
            return None
        accepted = accepted.after(read.type)
        swapped = _swapped(found, Span(found.source, found.end, found.end + token.end))
        if found.type in accepted and leads_on(stop, swapped):
            return swapped
    return None


def _every_terminal(stop: Standstill) -> frozenset[str]:
    return frozenset(terminal for terminal, _ in stop.words.printed)


def _on_the_line(token: Token) -> Iterator[Token]:
    """The next few lexemes on a token's line; their places count from its end."""
    text = token.source.text
    end = text.find("\n", token.end)
    rest = Source("", text[token.end : end if end >= 0 else len(text)])
    yield from (lexeme for lexeme, _ in zip(lexemes(rest), range(_FARTHEST), strict=False))


def _swapped(found: Token, others: Span) -> Diagnostic:
    second = others.text.strip()
    suggestion = f"{second} {found.text}"
    arguments = {"first": found.text, "second": second, "suggestion": suggestion}
    span = found.span.to(others)
    return Diagnostic(reading.WORD_ORDER, span, arguments, fix=Fix(span, suggestion))


def last_day(stop: Standstill) -> Diagnostic | None:
    """The finding for a period that is ended by its last day."""
    if "UNTIL" not in stop.accepted:
        return None
    match = _LAST_DAY.match(stop.found.source.text, stop.found.start)
    after = _next_day(match["day"]) if match else None
    if match is None or after is None:
        return None
    span = Span(stop.found.source, match.start(), match.end())
    suggestion = f"{stop.in_script('UNTIL')} {after}"
    arguments = {"text": span.text, "day": match["day"], "suggestion": suggestion}
    return Diagnostic(reading.LAST_DAY, span, arguments, fix=Fix(span, suggestion))


def _next_day(text: str) -> str | None:
    try:
        return (date.fromisoformat(text) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return None  # no day of the calendar, or its last
