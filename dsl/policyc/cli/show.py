"""`policyc show`: a policy in plain sentences with its sources."""

from typing import Annotated

import typer

from policyc.analyse.cuts import cuts
from policyc.analyse.reports.style import Style
from policyc.cli import options, output
from policyc.cli.asked import Asked, asked_policies
from policyc.cli.sheet import sheet_json, sheet_text
from policyc.diagnostics.json import to_text
from policyc.elaborate.readings import included_readings, readings
from policyc.wording.show.sheet import Included, Material, sheet

FORMATS = ("text", "json")


def show(
    reference: Annotated[
        str,
        typer.Argument(metavar="POLICY", help="A name, PATH, or PATH#NAME, any of them @DATE."),
    ],
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMATS), help="Output format.")
    ] = "text",
    on: options.OnOption = None,
    lang: options.LanguageOption = "en",
) -> None:
    """Show a policy in plain sentences: what it says, of what it keeps silent, and where from.

    The sentences are English or Chinese, whichever script the policy is written in.
    """
    form = options.chosen("--format", form, *FORMATS)
    language = options.language(lang)
    with asked_policies([reference], options.day(on), language) as (asked,):
        found = sheet(_material(asked), language)
    if form == "json":
        output.write(to_text(sheet_json(found, language)))
    else:
        output.write(sheet_text(found, language, Style(output.width(), output.has_colour())))


def _material(asked: Asked) -> Material:
    """Everything that is to be told of a policy."""
    others = included_readings(asked.library, asked.elaborator, asked.document)
    return Material(
        asked.policy,
        tuple(readings(asked.library, asked.document)),
        tuple(Included(policy, found) for policy, found in others),
        cuts(asked.policy),
        {declared.name: declared.label for declared in asked.document.environment.subjects},
    )
