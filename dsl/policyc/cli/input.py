"""Reading what commands are given besides policies: bounded, UTF-8, `-` for standard input."""

import errno
import os
import sys
from pathlib import Path
from typing import BinaryIO

import typer

from policyc.cli import findings
from policyc.cli.exits import Exit
from policyc.cli.output import remark
from policyc.diagnostics.catalogue import reading
from policyc.diagnostics.diagnostic import Diagnostic, Language, Wording
from policyc.diagnostics.system import why
from policyc.library.reading import MAX_BYTES, decoded, read_source
from policyc.source import Source

STANDARD_INPUT = "-"
_SHOWN = "<stdin>"
"""What messages call it."""


def standard_input() -> BinaryIO:
    """The stream of bytes. Raises `OSError`, also where the caller closed it."""
    if sys.stdin is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdin.buffer


def standard_source() -> Source | Diagnostic:
    """The text of standard input, or what is wrong with it."""
    try:
        return decoded(standard_input().read(MAX_BYTES + 1), _SHOWN)
    except OSError as error:
        arguments: dict[str, Wording] = {"path": _SHOWN, "reason": why(error)}
        return Diagnostic(reading.UNREADABLE_FILE, None, arguments)


def read_text(name: str, language: Language) -> Source:
    """The text of a file or of standard input; ends the command where it cannot be read."""
    found = standard_source() if name == STANDARD_INPUT else read_source(Path(name), name)
    if isinstance(found, Diagnostic):
        remark(findings.rendered([found], "text", language).rstrip("\n"))
        raise typer.Exit(Exit.USAGE)
    return found
