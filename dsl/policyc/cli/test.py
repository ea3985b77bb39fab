"""`policyc test`: runs tests, scenarios and proofs."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from policyc.analyse.reports.style import Style
from policyc.cli import findings, options, output
from policyc.cli.exits import Exit
from policyc.cli.progress import progress
from policyc.diagnostics.diagnostic import Language
from policyc.library.project import open_project
from policyc.library.writing import write_whole
from policyc.testing.report import Report
from policyc.testing.suite import Activity, Progress, Wanted, run_suite

FORMATS = ("text", "json")


def test(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Files or folders.")],
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMATS), help="Output format.")
    ] = "text",
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Show what the tests try of each policy.")
    ] = False,
    mutate: Annotated[
        bool,
        typer.Option("--mutate", help="Show which small changes of a policy no test notices."),
    ] = False,
    junit: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Also write the results as JUnit XML.")
    ] = None,
    on: options.OnOption = None,
    lang: options.LanguageOption = "en",
) -> None:
    """Run the tests, scenarios and proofs of policies.

    A test stands in a policy and is about that version; a scenario asks every policy that it names,
    in the version of its day. The exit code is 1 if something does not come out as expected, 2 if
    a file cannot be read.
    """
    form = options.chosen("--format", form, *FORMATS)
    language = options.language(lang)
    day = options.day(on)
    project = open_project(paths)
    if project.unreadable:
        output.remark(findings.rendered(project.unreadable, "text", language).rstrip("\n"))
    with ExitStack() as stack:
        report = run_suite(project, day, Wanted(coverage, mutate), _bars(stack, language))
    if project.files or form == "json":
        output.write(_rendered(report, form, language))
    if junit is not None:
        _write_junit(report, junit, language)
    if project.unreadable:
        raise typer.Exit(Exit.USAGE)
    raise typer.Exit(Exit.OK if report.passed else Exit.FINDINGS)


_CHINESE = {
    Activity.TESTING: "测试",
    Activity.PROVING: "证明",
    Activity.COMPARING: "对照",
    Activity.CHANGING: "改动",
}


def _bars(stack: ExitStack, language: Language) -> Progress:
    """A bar for each activity; the one before is gone."""

    def begin(activity: Activity, total: int) -> Callable[[], None]:
        stack.close()
        label = _CHINESE[activity] if language == "zh" else activity.value
        return stack.enter_context(progress(label, total))

    return begin


def _rendered(report: Report, form: str, language: Language) -> str:
    if form == "json":
        from policyc.testing.reports import as_json  # noqa: PLC0415  # one format a run

        return as_json.render(report, language)
    from policyc.testing.reports import text  # noqa: PLC0415  # one format a run

    return text.render(report, language, Style(output.width(), output.has_colour()))


def _write_junit(report: Report, path: Path, language: Language) -> None:
    from policyc.testing.reports import junit  # noqa: PLC0415  # only where it is asked for

    try:
        write_whole(path, junit.render(report, language))
    except OSError as error:
        raise options.unwritable(path, error) from None
