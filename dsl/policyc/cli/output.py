"""Writing to standard output and standard error."""

import errno
import os
import shutil
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import TextIO

from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.system import why


class NotWrittenError(Exception):
    """The result could not be written; `reason` says why."""

    def __init__(self, reason: Mapping[Language, str]) -> None:
        super().__init__(reason["en"])
        self.reason = reason


def prepare() -> None:
    """Makes both streams take any text: UTF-8, with escapes for what cannot be encoded."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def write(text: str) -> None:
    """The result of a command, and nothing else, to standard output. Raises `NotWrittenError`."""
    try:
        _standard_output().write(text if text.endswith("\n") or not text else text + "\n")
    except BrokenPipeError:
        raise
    except OSError as error:
        raise NotWrittenError(why(error)) from None


def flush() -> None:
    """Hands on what was written. Raises `NotWrittenError`, after which nothing more is written.

    Where the reader went away, as `head` does, nothing is wrong, and nothing more can be said.
    """
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go()
    except OSError as error:
        _let_go()
        raise NotWrittenError(why(error)) from None


def _standard_output() -> TextIO:
    """The stream; Python has none where the caller closed it. Raises `OSError`."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdout


def _let_go() -> None:
    """Lets what is still buffered go nowhere, or Python would complain of it at the very end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def remark(text: str) -> None:
    """What is not the result, to standard error, if somebody listens there."""
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(text + "\n")


def is_watched(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal."""
    return stream is not None and stream.isatty()


def has_colour(stream: TextIO | None = None) -> bool:
    """Whether a stream (standard output if not said) is a terminal that wants colour.

    `NO_COLOR` turns it off, `FORCE_COLOR` on (https://no-color.org, https://force-color.org).
    """
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_watched(stream or sys.stdout) and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Columns of the terminal; 100 where there is none."""
    return shutil.get_terminal_size((100, 24)).columns if is_watched(sys.stdout) else 100
