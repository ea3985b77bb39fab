"""`policyc diff`: every region where two policies decide otherwise."""

from collections.abc import Sequence
from typing import Annotated

import typer

from policyc.analyse.asked_days import AskedDays
from policyc.analyse.difference import Difference, difference
from policyc.analyse.reports.diff_text import diff_text
from policyc.analyse.reports.later import Later, later_json, later_text
from policyc.analyse.reports.style import LIMIT, Style
from policyc.cli import options, output
from policyc.cli.asked import Asked, Moment, asked_from
from policyc.cli.exits import Exit
from policyc.cli.usage import WrongUsageError
from policyc.diagnostics.diagnostic import Language
from policyc.space.grid.joint import NotComparable

FORMATS = ("text", "json")
FAILURES = ("any", "looser", "stricter")

_REFERENCE = "A policy: a name, PATH, PATH#NAME, any of them @DATE, or REVISION:PATH of git."


def diff(  # one parameter for each option
    left: Annotated[str, typer.Argument(metavar="A", help=_REFERENCE)],
    right: Annotated[str, typer.Argument(metavar="B", help="The policy to compare it with.")],
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMATS), help="Output format.")
    ] = "text",
    action: Annotated[
        list[str] | None,
        typer.Option("--action", metavar="NAME", help="Compare this action only (repeatable)."),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="|".join(FAILURES),
            help="Exit with 1 if B differs at all, or is looser or stricter than A anywhere.",
        ),
    ] = None,
    emit_tests: Annotated[
        bool,
        typer.Option("--emit-tests", help="Write tests that pass on A and fail on B instead."),
    ] = False,
    replay: Annotated[
        int,
        typer.Option("--verify", metavar="N", min=0, help="Also replay the list in N drawn cases."),
    ] = 0,
    show_all: Annotated[
        bool, typer.Option("--all", help=f"Show all, not the first {LIMIT} of each kind.")
    ] = False,
    on: options.OnOption = None,
    lang: options.LanguageOption = "en",
) -> None:
    """Show every difference between two policies: where, by which rules, with a case for each.

    The list is complete: in every case outside it both policies say the same. Policies that never
    differ are proved equal. Where other versions follow, they are compared too, unless a day is
    named. The exit code is 0 whatever is found, unless --fail-on says otherwise.
    """
    form = options.chosen("--format", form, *FORMATS)
    failing = options.chosen("--fail-on", fail_on, *FAILURES) if fail_on else None
    language = options.language(lang)
    day = options.day(on)
    with asked_from([left, right], day, language) as (asked, moments):
        found = _compared(asked, action)
        later = [] if on or emit_tests else [_later(moment, action) for moment in moments]
    days = AskedDays(day, on is not None, tuple(a.own_day for a in asked))
    if emit_tests:
        _write_tests(found, language)
    elif form == "json":
        output.write(_json(found, later, language, days))
    else:
        style = Style(output.width(), output.has_colour(), None if show_all else LIMIT)
        references = [a.reference for a in asked]
        output.write(diff_text(found, language, references, style, days))
        for each in later:
            output.write(later_text(each, language, references, style))
    if replay:
        from policyc.cli.replaying import replayed  # noqa: PLC0415  # few ask for it

        replayed(found, replay, language)
    failed = failing and any(_fails(f, failing) for f in (found, *(each.found for each in later)))
    raise typer.Exit(Exit.FINDINGS if failed else Exit.OK)


def _write_tests(found: Difference, language: Language) -> None:
    """Writes the tests; which differences none of them tells is a remark."""
    from policyc.analyse.emitted import emitted  # noqa: PLC0415  # few ask for them
    from policyc.analyse.reports import tests_text as told  # noqa: PLC0415  # as said above

    made = emitted(found)
    output.write(told.tests_text(made, language))
    for remark in told.untold_text(made, language):
        output.remark(f"policyc: {remark}")


def _json(found: Difference, later: Sequence[Later], language: Language, days: AskedDays) -> str:
    from policyc.analyse.reports.diff_json import diff_json  # noqa: PLC0415  # few ask for it
    from policyc.diagnostics.json import to_text  # noqa: PLC0415  # as said above

    changes = [later_json(each, language) for each in later]
    return to_text({**diff_json(found, language, days), "later": changes})


def _later(moment: Moment, actions: list[str] | None) -> Later:
    """The difference from a day on."""
    there = [asked for asked in moment.asked if asked is not None]
    ended = tuple(side for side, asked in enumerate(moment.asked) if asked is None)
    return Later(moment.day, None if ended else _compared(there, actions), ended)


def _compared(asked: list[Asked], actions: list[str] | None) -> Difference:
    """The difference; ends the command where the policies cannot be compared."""
    left, right = (a.policy for a in asked)
    names = options.actions(actions or (), (left, right)) or None
    try:
        return difference(left, right, names)
    except NotComparable as error:
        raise WrongUsageError(
            f"the policies cannot be compared: each means another thing by `{error.name}`",
            f"无法比较这两个政策：它们所说的`{error.name}`含义不同",
        ) from None


def _fails(found: Difference | None, failing: str) -> bool:
    """Whether the difference is one that the caller asked to fail on.

    Parts that were not settled could be any difference, so they count, and so does a time in which
    one of the policies has no version.
    """
    if found is None or found.unknown:
        return True
    match failing:
        case "looser":
            return 0 in found.stricter()
        case "stricter":
            return 1 in found.stricter()
        case _:
            return not found.same
