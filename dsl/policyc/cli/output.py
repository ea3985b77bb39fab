"""Writing to standard output and standard error."""

import os
import shutil
import sys
from typing import TextIO


def prepare() -> None:
    """Makes both streams take any text: UTF-8, with escapes for what cannot be encoded."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def write(text: str) -> None:
    """The result of a command, and nothing else, to standard output."""
    sys.stdout.write(text if text.endswith("\n") or not text else text + "\n")


def remark(text: str) -> None:
    """What is not the result, to standard error."""
    sys.stderr.write(text + "\n")


def has_colour(stream: TextIO | None = None) -> bool:
    """Whether a stream (standard output if not said) is a terminal that wants colour.

    `NO_COLOR` turns it off, `FORCE_COLOR` on (https://no-color.org, https://force-color.org).
    """
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return (stream or sys.stdout).isatty() and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Columns of the terminal; 100 where there is none."""
    return shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 100
