"""Sessions at a terminal, as documentation shows them: each command must print what is shown.

A line that begins with `$ ` is a command for `sh`, the lines below it what it prints, standard
error included. A line that is only `…` stands for any lines.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import attrs

PROMPT = "$ "
ANYTHING = "…"


@attrs.frozen
class Command:
    """A command and the lines that it shall print."""

    text: str
    lines: tuple[str, ...]


def commands(session: str) -> Iterator[Command]:
    """The commands of a session; lines before the first are none of them."""
    for part in f"\n{session.rstrip()}".split(f"\n{PROMPT}")[1:]:
        text, *lines = part.split("\n")
        yield Command(text, tuple(line.rstrip() for line in lines))


def run(command: Command, folder: Path) -> str | None:
    """What a command printed instead of what it shall; `None` where it printed that."""
    completed = subprocess.run(
        ["sh", "-c", command.text],  # noqa: S607  # the shell that the reader has as well
        cwd=folder,
        env=_environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=300,
        check=False,
        encoding="utf-8",
    )
    printed = tuple(line.rstrip() for line in completed.stdout.rstrip("\n").split("\n"))
    shown = command.lines or ("",)
    return None if agrees(shown, printed) else completed.stdout


def agrees(shown: tuple[str, ...], printed: tuple[str, ...]) -> bool:
    """Whether lines are those shown; `…` among these stands for any number of lines."""
    if not shown:
        return not printed
    if shown[0] == ANYTHING:
        return any(agrees(shown[1:], printed[skipped:]) for skipped in range(len(printed) + 1))
    return bool(printed) and printed[0] == shown[0] and agrees(shown[1:], printed[1:])


def _environment(folder: Path) -> dict[str, str]:
    """A terminal of a fixed width without colour, where `policyc` is this very package."""
    binaries = folder / ".bin"
    if not binaries.exists():
        binaries.mkdir()
        start = "-c 'from policyc.cli.main import main; main()'"
        _program(binaries / "policyc", f"'{sys.executable}' {start}")
        _program(binaries / "python", f"'{sys.executable}'")
    kept = {
        name: value
        for name, value in os.environ.items()
        if name == "POLICYC_CACHE" or not name.startswith("POLICYC")
    }
    path = f"{binaries}{os.pathsep}{os.environ['PATH']}"
    return {**kept, "PATH": path, "COLUMNS": "100", "NO_COLOR": "1", "LANG": "C.UTF-8"}


def _program(path: Path, call: str) -> None:
    path.write_text(f'#!/bin/sh\nexec {call} "$@"\n')
    path.chmod(0o755)
