"""`policyc compare`: several policies side by side, and held against statutes."""

from typing import Annotated

import typer

from policyc.analyse.comparison import comparison, steps
from policyc.analyse.reports.compare_json import compare_json
from policyc.analyse.reports.compare_text import compare_text
from policyc.analyse.reports.style import LIMIT, Style
from policyc.cli import options, output
from policyc.cli.asked import asked_lists
from policyc.cli.exits import Exit
from policyc.cli.progress import progress
from policyc.core.policy import Policy
from policyc.diagnostics.json import to_text
from policyc.space.joint import NotComparable

FORMATS = ("text", "json")
TWO = 2


def compare(  # one parameter for each option
    policies: Annotated[
        list[str],
        typer.Argument(
            metavar="POLICY…", help="Names, PATH, PATH#NAME, …@DATE, or a folder of policies."
        ),
    ],
    against: Annotated[
        list[str] | None,
        typer.Option("--against", metavar="STATUTE", help="Hold each against this (repeatable)."),
    ] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMATS), help="Output format.")
    ] = "text",
    action: Annotated[
        list[str] | None,
        typer.Option("--action", metavar="NAME", help="Compare this action only (repeatable)."),
    ] = None,
    show_all: Annotated[
        bool, typer.Option("--all", help=f"Show all of each list, not the first {LIMIT}.")
    ] = False,
    on: options.OnOption = None,
    lang: options.LanguageOption = "en",
) -> None:
    """Put policies side by side: who is stricter, where they disagree, what they publish.

    With --against, also what each permits that a statute forbids, and what it leaves out; the exit
    code is then 1 if there is a breach.
    """
    form = options.chosen("--format", form, *FORMATS)
    language = options.language(lang)
    with asked_lists([policies, against or []], options.day(on), language) as (first, second):
        mine, yours = [a.policy for a in first], [a.policy for a in second]
        references = [a.reference for a in first]
    if len(mine) < TWO and not yours:
        raise options.usage_error("name two policies at least, or a statute with --against")
    _known(action, [*mine, *yours])
    label = {"en": "comparing", "zh": "比较"}[language]
    total = steps(len(mine), len(yours), len(mine[0].vocabulary.actions))
    try:
        with progress(label, total) as step:
            found = comparison(mine, yours, action, step)
    except NotComparable as error:
        raise options.usage_error(
            f"the policies cannot be compared: they mean different things by `{error.name}`"
        ) from None
    if form == "json":
        output.write(to_text(compare_json(found, language)))
    else:
        style = Style(output.width(), output.has_colour(), None if show_all else LIMIT)
        output.write(compare_text(found, language, references, style))
    raise typer.Exit(Exit.FINDINGS if found.breached else Exit.OK)


def _known(actions: list[str] | None, policies: list[Policy]) -> None:
    """Ends the command where no policy has an action of a name."""
    known = [name for policy in policies for name in policy.vocabulary.actions]
    for name in actions or ():
        if name not in known:
            raise options.unknown_action(name, known)
