"""`policyc fmt`: rewrites policies in the one layout, or in the other script."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import attrs
import typer

from policyc.cli import findings, options, output
from policyc.cli.exits import Exit
from policyc.cli.input import standard_source
from policyc.diagnostics.catalogue import reading
from policyc.diagnostics.diagnostic import Diagnostic, Language, Wording
from policyc.diagnostics.system import why
from policyc.diagnostics.terminal import escaped
from policyc.diagnostics.words import COLON
from policyc.elaborate.elaborator import Elaborator
from policyc.elaborate.labels import labels_of, parameters_of
from policyc.library.library import Library, Opened, open_source
from policyc.library.project import policy_files
from policyc.library.writing import write_whole
from policyc.source import Source
from policyc.syntax.format.checked import FormatResult, formatted
from policyc.syntax.format.difference import difference
from policyc.syntax.format.names import NameMap, WatchfulNameMap, to_labels, to_names

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
    results: list[_Laid] = []
    for path in policy_files(paths, unreadable):
        opened = _opened(library, path)
        if isinstance(opened, Diagnostic):
            unreadable.append(opened)
        else:
            results.append(_laid(library, path, opened, wanted))
    for laid in results:
        _put(laid.path, laid.result, wanted, unreadable)
    _finish(results, unreadable, wanted)


def _opened(library: Library, path: Path) -> Opened | Diagnostic:
    if path != _STANDARD_INPUT:
        return library.open(path, str(path))
    source = standard_source()
    return open_source(source, "stdin") if isinstance(source, Source) else source


@attrs.frozen
class _Laid:
    """A file laid out; `kept` are names that stayed, to the labels that were meant instead."""

    path: Path
    result: FormatResult
    kept: Mapping[str, str]


def _laid(library: Library, path: Path, opened: Opened, wanted: _Wanted) -> _Laid:
    names = _names(library, opened, wanted)
    result = formatted(opened.source, script=wanted.script, names=names)
    kept = names.kept if isinstance(names, WatchfulNameMap) and result.text is not None else {}
    return _Laid(path, result, kept)


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
            arguments: dict[str, Wording] = {"path": str(path), "reason": why(error)}
            unreadable.append(Diagnostic(reading.UNWRITABLE_FILE, None, arguments))


def _told_of_names(laid: _Laid, language: Language) -> str:
    """Which names were not replaced, and how many."""
    path, number = escaped(str(laid.path)), len(laid.kept)
    if language == "zh":
        listed = "、".join(f"`{name}`（{escaped(label)}）" for name, label in laid.kept.items())
        return f"{path}：有{number}个名称保持不变，因为标签不能代替名称：{listed}"
    listed = ", ".join(f"`{name}` ({escaped(label)})" for name, label in laid.kept.items())
    said = "1 name stays, since its label" if number == 1 else f"{number} names stay, since a label"
    return f"{path}: {said} cannot stand for it: {listed}"


_CHANGED: Mapping[Language, str] = {"en": "changed", "zh": "已改动"}
_WOULD_CHANGE: Mapping[Language, str] = {"en": "would change", "zh": "需要改动"}


def _finish(results: list[_Laid], unreadable: list[Diagnostic], wanted: _Wanted) -> None:
    """Says on standard error what was done, and ends with the exit code."""
    found = [*unreadable, *(f for laid in results for f in laid.result.findings)]
    spoken = wanted.script or options.default_language()
    if found:
        output.remark(findings.rendered(found, "text", spoken).rstrip("\n"))
    for laid in results:
        if laid.kept:
            output.remark(_told_of_names(laid, spoken))
    changed = [laid.path for laid in results if laid.result.changed]
    verb = (_WOULD_CHANGE if wanted.check or wanted.diff else _CHANGED)[spoken]
    for path in changed:
        if path != _STANDARD_INPUT or wanted.check:
            output.remark(f"{verb}{COLON[spoken]}{escaped(str(path))}")
    if unreadable:
        raise typer.Exit(Exit.USAGE)
    failed = bool(found) or (bool(changed) and wanted.check)
    raise typer.Exit(Exit.FINDINGS if failed else Exit.OK)
