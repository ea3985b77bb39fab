"""Files to sources: bounded, UTF-8, with a finding for what cannot be read."""

from pathlib import Path

from policyc.diagnostics.catalogue import reading
from policyc.diagnostics.diagnostic import Diagnostic, Wording
from policyc.diagnostics.system import why
from policyc.source import Source

MAX_BYTES = 4 * 1024 * 1024
_LIMIT = "4 MiB"


def read_source(path: Path, name: str | None = None) -> Source | Diagnostic:
    """The text of a file under the name that messages use, or what is wrong with it."""
    shown = name or str(path)
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        arguments: dict[str, Wording] = {"path": shown, "reason": why(error)}
        return Diagnostic(reading.UNREADABLE_FILE, None, arguments)
    return decoded(data, shown)


def decoded(data: bytes, name: str) -> Source | Diagnostic:
    """The text of some bytes: without a byte order mark, lines ended by a line feed alone."""
    if len(data) > MAX_BYTES:
        return Diagnostic(reading.TOO_LARGE, None, {"path": name, "limit": _LIMIT})
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        arguments = {"path": name, "offset": str(error.start)}
        return Diagnostic(reading.NOT_UTF8, None, arguments)
    return Source(name, text.replace("\r\n", "\n").replace("\r", "\n"))
