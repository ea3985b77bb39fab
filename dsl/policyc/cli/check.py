"""`policyc check`: says what is wrong with policies."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

import typer

from policyc.cli import findings, options
from policyc.cli.exits import Exit
from policyc.cli.output import write
from policyc.cli.progress import progress
from policyc.core.policy import Period, Policy
from policyc.diagnostics.diagnostic import Diagnostic, Language
from policyc.diagnostics.ordering import in_reading_order
from policyc.elaborate.elaborator import Elaborated
from policyc.elaborate.versions import in_force
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
    _known_actions(usable, gaps)
    found: list[Diagnostic] = []
    label = {"en": "checking every case", "zh": "检查所有情形"}[language]
    with progress(label, len(usable)) as step:
        for document in usable:
            found += _of_policy(project, document, gaps)
            step()
    return found


def _of_policy(project: Project, document: Elaborated, gaps: Sequence[str]) -> Iterator[Diagnostic]:
    # Imported here: a file that cannot be read, or has an error, is told of without it.
    from policyc.analyse.findings.policy import policy_findings  # noqa: PLC0415  # as said above
    from policyc.testing.proofs import claims  # noqa: PLC0415  # as said above

    assert document.policy is not None, "only policies are looked at"
    statutes = list(_statutes(project, document, document.policy))
    usable = [statute for statute in statutes if isinstance(statute, Policy)]
    yield from policy_findings(document.policy, usable, gaps, document.findings)
    yield from (statute for statute in statutes if isinstance(statute, Diagnostic))
    for claim in claims([document]):
        yield from claim.failures


def _statutes(
    project: Project, document: Elaborated, policy: Policy
) -> Iterator[Policy | Diagnostic]:
    """The statutes that a policy is subject to, in the versions of a day when it is in force.

    A finding stands for a statute that there is, but that nothing can be held against.
    """
    from policyc.analyse.findings.statutes import unchecked  # noqa: PLC0415  # as said above

    day = _day_in(policy.period)
    for name in policy.subject_to:
        versions = [
            found
            for found in project.library.find(name, document.found.source)
            if found.kind == "policy"
        ]
        version = in_force(versions, day)
        statute = project.elaborator.elaborate(version) if version is not None else None
        if statute is not None and statute.usable and statute.policy is not None:
            yield statute.policy
        elif versions:
            yield unchecked(policy, name, None if version is not None else day)


def _day_in(period: Period) -> date:
    """Today, or the day of a period that is nearest to it."""
    today = date.today()  # noqa: DTZ011  # the user's own day
    if period.end is not None and today >= period.end:
        return period.end - timedelta(days=1)
    return max(today, period.start) if period.start is not None else today


def _known_actions(documents: Sequence[Elaborated], names: Sequence[str]) -> None:
    """Ends the command where no policy has an action of a name."""
    known = {name for d in documents if d.policy for name in d.policy.vocabulary.actions}
    for name in names:
        if known and name not in known:
            raise options.unknown_action(name, sorted(known))


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
