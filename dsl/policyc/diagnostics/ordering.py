"""The order in which a person reads findings."""

from collections.abc import Iterable

from policyc.diagnostics.diagnostic import Diagnostic


def in_reading_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By file, then from top to bottom; what lies in no file comes first, ties stay as they are."""
    return sorted(diagnostics, key=_place_in_text)


def _place_in_text(diagnostic: Diagnostic) -> tuple[str, int, int]:
    span = diagnostic.span
    return (span.source.name, span.start, span.end) if span else ("", -1, -1)
