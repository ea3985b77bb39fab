"""Calls of the program, as a shell makes them, without another process."""

from pathlib import Path

import attrs
import pytest

from policyc.cli.main import run


@attrs.frozen
class Called:
    """What a call gave."""

    code: int
    out: str
    err: str


@attrs.frozen
class Shell:
    """A folder to call the program in."""

    folder: Path
    capture: pytest.CaptureFixture[str]

    def call(self, *arguments: str) -> Called:
        """The exit code and both outputs of `policyc` with these arguments."""
        code = run(arguments)
        out, err = self.capture.readouterr()
        return Called(code, out, err)

    def write(self, name: str, text: str) -> Path:
        """A file in the folder."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path
