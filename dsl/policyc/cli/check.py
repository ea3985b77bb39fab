"""`policyc check`: says what is wrong with policies."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from policyc.cli import findings, options
from policyc.cli.exits import Exit
from policyc.cli.output import write
from policyc.cli.progress import progress
from policyc.diagnostics.diagnostic import Diagnostic, Language
from policyc.diagnostics.ordering import in_reading_order
from policyc.elaborate.elaborator import Elaborated
from policyc.library.project import Project, open_project


def check(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Files or folders.")],
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(findings.FORMATS), help="Output format.")
    ] = "text",
    deny: Annotated[
        str | None, typer.Option(metavar="warnings", help="Fail on warnings too.")
    ] = None,
    gaps: Annotated[
        list[str] | None,
        typer.Option(
            "--gaps", metavar="ACTION", help="Show where nothing is said of it (repeatable)."
        ),
    ] = None,
    lang: options.LanguageOption = "en",
) -> None:
    """Say what is wrong with policies: the place, the reason, and what to do about it.

    Texts and names are checked, and every case: rules that never decide or that clash, claims that
    do not hold, breaches of the statutes that a policy is subject to. The exit code is 1 if
    something is an error, 2 if a file cannot be read.
    """
    form = options.chosen("--format", form, *findings.FORMATS)
    language = options.language(lang)
    denied = options.chosen("--deny", deny, "warnings") if deny else None
    project = open_project(paths)
    analysed = _analysed(project, gaps or [], language)
    found = in_reading_order([*project.unreadable, *project.findings, *analysed])
    if found or form != "text":
        findings.show(found, form, language)
    else:
        write(_all_well(project, language))
    grave = findings.has_errors(found) or (denied and findings.has_warnings(found))
    raise typer.Exit(_exit(project, failed=bool(grave)))


def _analysed(project: Project, gaps: Sequence[str], language: Language) -> list[Diagnostic]:
    """What a look at every case finds wrong with the policies that have no other errors."""
    usable = [d for d in project.documents if d.usable and d.policy is not None]
    silence = options.actions(gaps if usable else (), [d.policy for d in usable if d.policy])
    found: list[Diagnostic] = []
    label = {"en": "checking every case", "zh": "检查所有情形"}[language]
    with progress(label, len(usable)) as step:
        for document in usable:
            found += _of_policy(project, document, silence)
            step()
    return found


def _of_policy(project: Project, document: Elaborated, gaps: Sequence[str]) -> Iterator[Diagnostic]:
    # Imported here: a file that cannot be read, or has an error, is told of without it.
    from policyc.analyse.findings.policy import policy_findings  # noqa: PLC0415  # as said above
    from policyc.analyse.findings.subject import statutes_of  # noqa: PLC0415  # as said above
    from policyc.testing.proofs import claims  # noqa: PLC0415  # as said above

    assert document.policy is not None, "only policies are looked at"
    today = date.today()  # noqa: DTZ011  # the user's own day
    statutes, left_out = statutes_of(project, document, today)
    yield from policy_findings(document.policy, statutes, gaps, document.findings)
    yield from left_out
    for claim in claims([document]):
        yield from claim.findings


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
