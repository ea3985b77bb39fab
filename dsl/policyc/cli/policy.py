"""The one policy that a command is about."""

from pathlib import Path

import attrs
import typer

from policyc.cli import findings, options
from policyc.cli.exits import Exit
from policyc.cli.output import remark
from policyc.cli.usage import WrongUsageError
from policyc.diagnostics.diagnostic import Language
from policyc.elaborate.elaborator import Elaborated, Elaborator
from policyc.library.library import Library
from policyc.library.reference import NotUsable, find_policy

PolicyArgument = typer.Argument(
    metavar="POLICY", help="A name, PATH, or PATH#NAME, each perhaps @DATE."
)


@attrs.frozen(eq=False)
class Chosen:
    """A policy without mistakes, and where its names lead."""

    document: Elaborated
    library: Library


def chosen_policy(reference: str, on: str | None, language: Language) -> Chosen:
    """The policy of a reference; says what is wrong and ends the command where there is none."""
    if not reference.strip():
        raise WrongUsageError(
            "name a policy, as in `tianxing` or `policies/a.policy`",
            "请写出政策，例如`tianxing`或`policies/a.policy`",
        )
    library = Library()
    found = find_policy(
        library, Elaborator(library), reference, folder=Path.cwd(), day=options.day(on)
    )
    if isinstance(found, NotUsable):
        remark(findings.rendered(found.findings, "text", language).rstrip("\n"))
        raise typer.Exit(Exit.FINDINGS if found.found else Exit.USAGE)
    return Chosen(found, library)
