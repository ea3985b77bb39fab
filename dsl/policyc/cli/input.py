"""Reading what commands are given besides policies: bounded, UTF-8, `-` for standard input."""

import sys
from pathlib import Path

import typer

from policyc.cli import findings
from policyc.cli.exits import Exit
from policyc.cli.output import remark
from policyc.diagnostics.diagnostic import Diagnostic, Language
from policyc.library.reading import MAX_BYTES, decoded, read_source
from policyc.source import Source

STANDARD_INPUT = "-"


def read_text(name: str, language: Language) -> Source:
    """The text of a file or of standard input; ends the command where it cannot be read."""
    if name == STANDARD_INPUT:
        found = decoded(sys.stdin.buffer.read(MAX_BYTES + 1), "<stdin>")
    else:
        found = read_source(Path(name), name)
    if isinstance(found, Diagnostic):
        remark(findings.rendered([found], "text", language).rstrip("\n"))
        raise typer.Exit(Exit.USAGE)
    return found
