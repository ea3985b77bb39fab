"""Findings as workflow commands, which GitHub shows beside the lines of a change.

The form is that of GitHub's documentation on workflow commands, "Setting an error message".
"""

from collections.abc import Iterable

from policyc.diagnostics import words
from policyc.diagnostics.diagnostic import Diagnostic, Language, Severity
from policyc.diagnostics.places import place
from policyc.diagnostics.terminal import escaped

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(diagnostics: Iterable[Diagnostic], language: Language = "en") -> str:
    """One command a line for each finding, in the order given."""
    return "".join(f"{_command(diagnostic, language)}\n" for diagnostic in diagnostics)


def _command(diagnostic: Diagnostic, language: Language) -> str:
    properties = {"title": diagnostic.code.name, **_where(diagnostic)}
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    lines = [diagnostic.message(language)]
    if advice := diagnostic.help(language):
        lines.append(f"{words.HELP[language]}{words.COLON[language]}{advice}")
    if case := diagnostic.case(language):
        lines.append((words.CASE[language] + words.COLON[language]).rstrip())
        lines.extend(case.splitlines())
    message = "%0A".join(_data(line) for line in lines)
    return f"::{_COMMANDS[diagnostic.severity]} {listed}::{message}"


def _where(diagnostic: Diagnostic) -> dict[str, str]:
    """File, lines and columns; GitHub takes columns only for a span within one line."""
    if diagnostic.span is None:
        return {}
    at = place(diagnostic.span)
    lines = {"file": at.file, "line": str(at.start.line), "endLine": str(at.end.line)}
    if at.start.line != at.end.line:
        return lines
    return {**lines, "col": str(at.start.column), "endColumn": str(at.end.column)}


def _data(text: str) -> str:
    """Text that ends no command and acts on no terminal that shows the log."""
    return escaped(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
