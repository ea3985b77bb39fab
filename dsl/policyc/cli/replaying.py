"""`policyc diff --verify`: the list of differences replayed in drawn cases."""

import typer

from policyc.analyse.difference import Difference
from policyc.analyse.reports.verify_text import mistakes_text, verified_text
from policyc.analyse.verify import verify
from policyc.cli import output
from policyc.cli.exits import Exit
from policyc.cli.progress import progress
from policyc.diagnostics.diagnostic import Language


def replayed(found: Difference, cases: int, language: Language) -> None:
    """Says on standard error how the replay went; a mistake is a bug of policyc and ends it."""
    label = {"en": "replaying", "zh": "复核"}[language]
    with progress(label, cases) as tick:
        checked = verify(found, cases, tick=tick)
    output.remark(verified_text(checked, language))
    if checked.mistakes:
        output.remark(mistakes_text(checked, found, language))
        raise typer.Exit(Exit.BUG)
