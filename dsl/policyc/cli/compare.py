"""`policyc compare`: several policies side by side, and held against statutes."""

from typing import Annotated

import typer

from policyc.analyse.reports.style import LIMIT, Style
from policyc.cli import options, output
from policyc.cli.remembered import Answer, recalled, remember
from policyc.cli.wanted import Wanted

FORMATS = ("text", "json")


def compare(  # one parameter for each option
    policies: Annotated[
        list[str],
        typer.Argument(
            metavar="POLICY…", help="Names, PATH, PATH#NAME, …@DATE, or a folder of policies."
        ),
    ],
    against: Annotated[
        list[str] | None,
        typer.Option(
            "--against",
            metavar="STATUTE",
            help="Hold each against this, or the statutes of a folder (repeatable).",
        ),
    ] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMATS), help="Output format.")
    ] = "text",
    action: Annotated[
        list[str] | None,
        typer.Option("--action", metavar="NAME", help="Compare this action only (repeatable)."),
    ] = None,
    summary: Annotated[
        bool,
        typer.Option("--summary", help="One page: verdicts and counts, without the cases."),
    ] = False,
    show_all: Annotated[
        bool, typer.Option("--all", help=f"Show all of each list, not the first {LIMIT}.")
    ] = False,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Work it out, and keep nothing for the next time.")
    ] = False,
    on: options.OnOption = None,
    lang: options.LanguageOption = "en",
) -> None:
    """Put policies side by side: who is stricter, where they disagree, what they publish.

    With --against, also what each permits that a statute forbids, and what it leaves out; the exit
    code is then 1 if there is a breach. What was compared before and has not changed since is not
    compared again.
    """
    form = options.chosen("--format", form, *FORMATS)
    language = options.language(lang)
    day = options.day(on)
    style = Style(output.width(), output.has_colour(), None if show_all else LIMIT)
    statutes, actions = tuple(against or ()), tuple(action or ())
    told = None if form == "json" else style
    wanted = Wanted(
        tuple(policies), statutes, actions, day, language, told, summary, on is not None
    )
    answer = _worked_out(wanted) if no_cache else _remembered(wanted)
    output.write(answer.text)
    raise typer.Exit(answer.code)


def _worked_out(wanted: Wanted) -> Answer:
    from policyc.cli.comparing import compared  # noqa: PLC0415  # not for what is remembered

    return compared(wanted)[0]


def _remembered(wanted: Wanted) -> Answer:
    """The answer of before, or a new one to be remembered."""
    known = recalled(wanted.call)
    if known is not None:
        return known
    from policyc.cli.comparing import compared  # noqa: PLC0415  # as above

    answer, library = compared(wanted)
    remember(wanted.call, library, answer)
    return answer
