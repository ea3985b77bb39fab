"""Options that several commands share, and reading their values."""

import os
from collections.abc import Iterable
from datetime import date
from typing import Annotated

import typer

from policyc.cli.exits import Exit
from policyc.cli.output import remark
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.suggest import nearest

LanguageOption = Annotated[
    str,
    typer.Option("--lang", metavar="en|zh", help="Language of the output.", envvar="POLICYC_LANG"),
]
OnOption = Annotated[
    str | None,
    typer.Option("--on", metavar="DATE", help="The day whose versions are meant; else today."),
]


def usage_error(message: str) -> typer.Exit:
    """Says what is wrong with the call, for the caller to raise."""
    remark(f"policyc: {message}")
    return typer.Exit(Exit.USAGE)


def unknown_action(name: str, known: Iterable[str]) -> typer.Exit:
    """Says that no policy has an action of a name, for the caller to raise."""
    guess = nearest(name, known)
    hint = f"; did you mean `{guess}`?" if guess else ""
    return usage_error(f"there is no action `{name}`{hint}")


def language(value: str) -> Language:
    """A language that output can have."""
    match value:
        case "en":
            return "en"
        case "zh":
            return "zh"
        case _:
            raise usage_error(f"there is no language `{value}`: write `en` or `zh`")


def chosen(option: str, value: str, *allowed: str) -> str:
    """A value of an option that takes one of a few."""
    if value in allowed:
        return value
    listed = ", ".join(f"`{a}`" for a in allowed)
    raise usage_error(f"{option} cannot be `{value}`: write one of {listed}")


def day(value: str | None) -> date:
    """The day that `--on` names; today where it names none."""
    if value is None:
        return date.today()  # noqa: DTZ011  # the user's own day
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise usage_error(f"`{value}` is no date: write it like 2025-03-31") from None


def default_language() -> Language:
    """The language where no option says: `POLICYC_LANG`, else English."""
    return "zh" if os.environ.get("POLICYC_LANG", "").startswith("zh") else "en"
