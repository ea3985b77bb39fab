"""Findings for programs, as `diagnostics/1`: see `schemas/diagnostics-1.json`."""

import json
from collections.abc import Iterable
from typing import Any

import attrs

from policyc.diagnostics.diagnostic import Diagnostic, Language
from policyc.diagnostics.places import place
from policyc.diagnostics.words import counts
from policyc.source import Span

SCHEMA = "diagnostics/1"


def render(diagnostics: Iterable[Diagnostic], language: Language = "en") -> str:
    """One JSON object with all findings in the order given, and how many of each severity."""
    return to_text(as_object(diagnostics, language))


def as_object(diagnostics: Iterable[Diagnostic], language: Language = "en") -> dict[str, Any]:
    """The object that `render` writes, for a report that holds more than findings."""
    found = list(diagnostics)
    return {
        "schema": SCHEMA,
        "language": language,
        "findings": [_finding(diagnostic, language) for diagnostic in found],
        "counts": {severity.value: number for severity, number in counts(found).items()},
    }


def to_text(value: Any) -> str:
    """JSON that can always be written as UTF-8: half a surrogate pair becomes its JSON escape."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _finding(diagnostic: Diagnostic, language: Language) -> dict[str, Any]:
    return {
        "code": diagnostic.code.name,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message(language),
        "help": diagnostic.help(language),
        "place": _place(diagnostic.span) if diagnostic.span else None,
        "related": [
            {
                "message": diagnostic.remark(related, language),
                "place": _place(related.span),
            }
            for related in diagnostic.related
        ],
        "fix": {
            "place": _place(diagnostic.fix.span),
            "replacement": diagnostic.fix.replacement,
        }
        if diagnostic.fix
        else None,
        "witness": diagnostic.case(language),
    }


def _place(span: Span) -> dict[str, Any]:
    return attrs.asdict(place(span))
