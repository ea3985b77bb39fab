"""Findings in the format that a command was asked for."""

from collections.abc import Sequence

from policyc.cli import output
from policyc.diagnostics.diagnostic import Diagnostic, Language, Severity

FORMATS = ("text", "concise", "json", "sarif", "github")


def show(found: Sequence[Diagnostic], form: str, language: Language) -> None:
    """Writes findings to standard output."""
    output.write(rendered(found, form, language))


def rendered(found: Sequence[Diagnostic], form: str, language: Language) -> str:
    """The findings as text of a format."""
    match form:
        case "json":
            from policyc.diagnostics import json  # noqa: PLC0415  # one format a run

            return json.render(found, language)
        case "sarif":
            return _sarif(found, language)
        case "github":
            from policyc.diagnostics import github  # noqa: PLC0415  # one format a run

            return github.render(found, language)
        case "concise":
            from policyc.diagnostics import concise  # noqa: PLC0415  # one format a run

            return concise.render(found, language)
        case _:
            from policyc.diagnostics import text  # noqa: PLC0415  # one format a run

            colour = output.has_colour()
            return text.render(found, language, width=output.width(), colour=colour)


def _sarif(found: Sequence[Diagnostic], language: Language) -> str:
    from importlib.metadata import version  # noqa: PLC0415  # one format a run

    from policyc.diagnostics import sarif  # noqa: PLC0415  # one format a run
    from policyc.diagnostics.pages import page  # noqa: PLC0415  # one format a run

    pages = {f.code.name: text for f in found if (text := page(f.code.name, language))}
    return sarif.render(found, language, version=version("policyc"), pages=pages)


def has_errors(found: Sequence[Diagnostic]) -> bool:
    """Whether a finding is an error."""
    return any(finding.severity is Severity.ERROR for finding in found)


def has_warnings(found: Sequence[Diagnostic]) -> bool:
    """Whether a finding is a warning or worse."""
    return any(finding.severity is not Severity.NOTE for finding in found)
