"""`policyc fmt`: rewrites policies in the one layout, or in the other script."""

import sys
from pathlib import Path
from typing import Annotated

import attrs
import typer

from policyc.cli import findings, options, output
from policyc.cli.exits import Exit
from policyc.diagnostics.catalogue import reading
from policyc.diagnostics.diagnostic import Diagnostic, Language
from policyc.elaborate.elaborator import Elaborator
from policyc.elaborate.labels import labels_of, parameters_of
from policyc.library.library import Library, Opened, open_source
from policyc.library.project import policy_files
from policyc.library.reading import decoded
from policyc.library.writing import write_whole
from policyc.source import Source
from policyc.syntax.format import FormatResult, NameMap, difference, formatted, to_labels, to_names

_STANDARD_INPUT = Path("-")


@attrs.frozen
class _Wanted:
    """What to do with each file."""

    script: Language | None
    names: str
    check: bool
    diff: bool


def fmt(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH…", help="Files or folders; `-` is standard input."),
    ],
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 if a file would change.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Write nothing; show what would change.")
    ] = False,
    lang: Annotated[
        str | None, typer.Option("--lang", metavar="en|zh", help="Translate to this script.")
    ] = None,
    names: Annotated[
        str,
        typer.Option(metavar="keep|labels|names", help="What things are called by."),
    ] = "keep",
) -> None:
    """Rewrite policies in the one layout, comments kept; with --lang, in the other script.

    A file that cannot be parsed, or whose new text would not say the same, is left as it is.
    """
    script = None if lang is None else options.language(lang)
    called = options.chosen("--names", names, "keep", "labels", "names")
    wanted = _Wanted(script, called, check, diff)
    library = Library()
    unreadable: list[Diagnostic] = []
    results: list[tuple[Path, FormatResult]] = []
    for path in policy_files(paths, unreadable):
        opened = _opened(library, path)
        if isinstance(opened, Diagnostic):
            unreadable.append(opened)
        else:
            results.append((path, _formatted(library, opened, wanted)))
    for path, result in results:
        _put(path, result, wanted, unreadable)
    _finish(results, unreadable, wanted)


def _opened(library: Library, path: Path) -> Opened | Diagnostic:
    if path != _STANDARD_INPUT:
        return library.open(path, str(path))
    source = decoded(sys.stdin.buffer.read(), "<stdin>")
    return open_source(source, "stdin") if isinstance(source, Source) else source


def _formatted(library: Library, opened: Opened, wanted: _Wanted) -> FormatResult:
    return formatted(opened.source, script=wanted.script, names=_names(library, opened, wanted))


def _names(library: Library, opened: Opened, wanted: _Wanted) -> NameMap | None:
    if wanted.names == "keep":
        return None
    elaborator = Elaborator(library)
    labels: dict[str, dict[str, str]] = {}
    parameters: dict[str, list[tuple[str, str]]] = {}
    for found in opened.documents:
        environment = elaborator.elaborate(found).environment
        for space, entries in labels_of(environment).items():
            labels.setdefault(space, {}).update(entries)
        parameters |= parameters_of(environment)
    make = to_labels if wanted.names == "labels" else to_names
    return make(labels, parameters)


def _put(path: Path, result: FormatResult, wanted: _Wanted, unreadable: list[Diagnostic]) -> None:
    """Shows or writes one result."""
    if result.text is None:
        return
    if wanted.diff:
        output.write(difference(str(path), result.source.text, result.text))
    elif path == _STANDARD_INPUT and not wanted.check:
        output.write(result.text)
    elif result.changed and not wanted.check:
        try:
            write_whole(path, result.text)
        except OSError as error:
            arguments = {"path": str(path), "reason": error.strerror or str(error)}
            unreadable.append(Diagnostic(reading.UNWRITABLE_FILE, None, arguments))


def _finish(
    results: list[tuple[Path, FormatResult]], unreadable: list[Diagnostic], wanted: _Wanted
) -> None:
    """Says on standard error what was done, and ends with the exit code."""
    found = [*unreadable, *(f for _, result in results for f in result.findings)]
    if found:
        output.remark(findings.rendered(found, "text", wanted.script or options.default_language()))
    changed = [path for path, result in results if result.changed]
    verb = "would change" if wanted.check or wanted.diff else "changed"
    for path in changed:
        if path != _STANDARD_INPUT or wanted.check:
            output.remark(f"{verb}: {path}")
    if unreadable:
        raise typer.Exit(Exit.USAGE)
    failed = bool(found) or (bool(changed) and wanted.check)
    raise typer.Exit(Exit.FINDINGS if failed else Exit.OK)
