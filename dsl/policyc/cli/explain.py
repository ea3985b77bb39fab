"""`policyc explain`: shows the page of a diagnostic code."""

from typing import Annotated

import typer

from policyc.cli import options
from policyc.cli.output import write
from policyc.cli.usage import WrongUsageError
from policyc.diagnostics.catalogue import CATALOGUE
from policyc.diagnostics.pages import page
from policyc.diagnostics.suggest import nearest
from policyc.diagnostics.words import SEVERITY


def explain(
    code: Annotated[
        str | None, typer.Argument(metavar="CODE", help="A code, as in `error[unknown-fact]`.")
    ] = None,
    lang: options.LanguageOption = "en",
) -> None:
    """Show what a diagnostic code means, and how to mend it; without CODE, list all."""
    language = options.language(lang)
    if code is None:
        words = SEVERITY[language]
        write("\n".join(f"{c.name:28} {words[c.severity]}" for c in CATALOGUE.values()))
        return
    if code not in CATALOGUE:
        raise _unknown(code)
    write(page(code, language) or CATALOGUE[code].message[language])


def _unknown(code: str) -> WrongUsageError:
    """That there is no such code, and which was probably meant."""
    near = nearest(code, CATALOGUE)
    return WrongUsageError(
        f"there is no code `{code}`"
        + (f"; did you mean `{near}`?" if near else ": `policyc explain` lists all"),
        f"没有代码`{code}`"
        + (f"，是否想写`{near}`？" if near else "：`policyc explain`列出全部代码"),
    )
