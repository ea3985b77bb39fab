"""`policyc check`: says what is wrong with policies."""

from pathlib import Path
from typing import Annotated

import typer

from policyc.cli import findings, options
from policyc.cli.exits import Exit
from policyc.cli.output import write
from policyc.diagnostics.ordering import in_reading_order
from policyc.library.project import Project, open_project


def check(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Files or folders.")],
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(findings.FORMATS), help="Output format.")
    ] = "text",
    deny: Annotated[
        str | None, typer.Option(metavar="warnings", help="Fail on warnings too.")
    ] = None,
    lang: options.LanguageOption = "en",
) -> None:
    """Say what is wrong with policies: the place, the reason, and what to do about it.

    The exit code is 1 if something is an error, 2 if a file cannot be read.
    """
    form = options.chosen("--format", form, *findings.FORMATS)
    language = options.language(lang)
    denied = options.chosen("--deny", deny, "warnings") if deny else None
    project = open_project(paths)
    found = in_reading_order([*project.unreadable, *project.findings])
    if found or form != "text":
        findings.show(found, form, language)
    else:
        write(_all_well(project, language))
    raise typer.Exit(_exit(project, failed=bool(findings.has_errors(found) or (denied and found))))


def _exit(project: Project, *, failed: bool) -> Exit:
    if project.unreadable:
        return Exit.USAGE
    return Exit.FINDINGS if failed else Exit.OK


def _all_well(project: Project, language: str) -> str:
    files = len(project.files)
    if language == "zh":
        return f"未发现问题（{files}个文件，{len(project.documents)}个文档）"
    documents = len(project.documents)
    return (
        f"nothing to report: {files} file{'s' if files != 1 else ''}, "
        f"{documents} document{'s' if documents != 1 else ''}"
    )
