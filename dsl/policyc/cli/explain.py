"""`policyc explain`: shows the page of a diagnostic code."""

from typing import Annotated

import typer

from policyc.cli import options
from policyc.cli.exits import Exit
from policyc.cli.output import remark, write
from policyc.diagnostics.catalogue import CATALOGUE
from policyc.diagnostics.pages import page
from policyc.diagnostics.suggest import nearest


def explain(
    code: Annotated[
        str | None, typer.Argument(metavar="CODE", help="A code, as in `error[unknown-fact]`.")
    ] = None,
    lang: options.LanguageOption = "en",
) -> None:
    """Show what a diagnostic code means, and how to mend it; without CODE, list all."""
    language = options.language(lang)
    if code is None:
        write("\n".join(f"{c.name:28} {c.severity.value}" for c in CATALOGUE.values()))
        return
    if code not in CATALOGUE:
        suggestion = nearest(code, CATALOGUE)
        hint = f"; did you mean `{suggestion}`?" if suggestion else ""
        remark(f"policyc: there is no code `{code}`{hint}")
        raise typer.Exit(Exit.USAGE)
    write(page(code, language) or CATALOGUE[code].message[language])
