"""Files written whole or not at all."""

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, text: str, *, replace: bool = True) -> None:
    """Writes a text to a file through a temporary one beside it, so that no half ever stands there.

    An existing file keeps its permissions. What is no file, as a pipe or a terminal, is written to
    and never replaced. Raises `FileExistsError` where a file exists and is not to be replaced,
    other `OSError`s where it cannot be written.
    """
    if replace and path.exists() and not path.is_file():
        path.write_text(text, "utf-8", newline="\n")
        return
    target = Path(os.path.realpath(path)) if replace else path
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(temporary).chmod(_mode(target))
        if replace:
            Path(temporary).replace(target)
        else:
            target.hardlink_to(temporary)
            Path(temporary).unlink()
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """The permissions of the file, or those that a new one would get."""
    try:
        return target.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
