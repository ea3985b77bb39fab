"""Findings one a line, the way editors and `grep` expect them."""

from collections.abc import Iterable

from policyc.diagnostics import words
from policyc.diagnostics.diagnostic import Diagnostic, Language
from policyc.diagnostics.places import place
from policyc.diagnostics.terminal import escaped


def render(diagnostics: Iterable[Diagnostic], language: Language = "en") -> str:
    """`FILE:LINE:COLUMN: SEVERITY[CODE]: MESSAGE` for each finding, in the order given."""
    return "".join(f"{_line(diagnostic, language)}\n" for diagnostic in diagnostics)


def _line(diagnostic: Diagnostic, language: Language) -> str:
    where = ""
    if diagnostic.span:
        at = place(diagnostic.span)
        where = f"{escaped(at.file)}:{at.start.line}:{at.start.column}: "
    severity = words.SEVERITY[language][diagnostic.severity]
    message = escaped(diagnostic.message(language))
    return f"{where}{severity}[{diagnostic.code.name}]{words.COLON[language]}{message}"
