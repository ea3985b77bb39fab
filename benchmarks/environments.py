"""The environments of other engines: one each, made on first use under a cache folder."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import attrs

CACHE = Path(__file__).resolve().parents[1] / ".benchmarks"

OUT_OF_TIME = "out of time"
"""What is said of a program that its own limit ended before it said anything."""


@attrs.frozen
class Engine:
    """An engine: what it is called, what to install, and the program that speaks its language.

    Where nothing is to be installed the program runs in the environment of policyc itself.
    """

    name: str
    program: Path
    requirement: str | None = None

    def python(self) -> Path | None:
        """The Python of its environment; `None` where that cannot be made."""
        if self.requirement is None:
            return Path(sys.executable)
        folder = CACHE / "environments" / self.requirement.replace("==", "-")
        python = folder / "bin" / "python"
        if not (folder / "complete").exists():
            subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)  # noqa: S603  # Python itself
            pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
            done = subprocess.run(  # noqa: S603  # pip, with a requirement of the benchmarks
                [*pip, self.requirement], check=False, capture_output=True
            )
            if done.returncode:
                return None
            (folder / "complete").touch()
        return python

    def asked(self, arguments: list[str], patience: float) -> dict[str, Any] | str:
        """What its program says, or why there is nothing to tell.

        The program prints lines of JSON, of which the last counts; it may run out of time or, by
        the clock, of our patience after some. Raises `RuntimeError` where it fails.
        """
        python = self.python()
        if python is None:
            return "not installed"
        command = [str(python), "-B", str(self.program), *arguments]
        try:
            done = subprocess.run(command, capture_output=True, check=False, timeout=patience)  # noqa: S603  # a program of the benchmarks
        except subprocess.TimeoutExpired as error:
            output, otherwise = error.stdout or b"", "no patience left"
        else:
            output, otherwise = done.stdout, OUT_OF_TIME
            if done.returncode > 0:
                raise RuntimeError(f"{self.name}: {done.stderr.decode().strip()[-2000:]}")
        lines = output.decode().splitlines()
        if not lines:
            return otherwise
        found: dict[str, Any] = json.loads(lines[-1])
        return found
