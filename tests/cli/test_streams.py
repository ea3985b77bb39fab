"""The program as a process: where its output goes, and where its input comes from."""

import json
import os
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

PROGRAM = (sys.executable, "-m", "policyc")
OK = "when overdue > 3 then allow contact(borrower)\n"
FULL = Path("/dev/full")
CALLS = (
    ("explain",),
    ("explain", "unknown-fact"),
    ("check", "ok.policy"),
    ("fmt", "--diff", "ok.policy"),
    ("show", "ok.policy"),
    ("decide", "ok.policy", "contact(any)"),
    ("decide", "ok.policy", "--cases", "cases.jsonl"),
    ("test", "ok.policy"),
    ("compile", "ok.policy"),
    ("new", "other"),
)


@attrs.frozen
class Done:
    """What a process gave."""

    code: int
    out: str
    err: str


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with a policy, and a file of many cases."""
    (tmp_path / "policyc.toml").touch()
    (tmp_path / "ok.policy").write_text(OK, "utf-8")
    case = json.dumps({"ask": "contact(borrower, sms)", "overdue": 5})
    (tmp_path / "cases.jsonl").write_text(f"{case}\n" * 5_000, "utf-8")
    return tmp_path


def done(folder: Path, shell: str, *arguments: str) -> Done:
    """What `policyc ARGUMENTS` gives in a line of shell, where it is `"$@"`."""
    found = subprocess.run(
        ["/bin/sh", "-c", shell, "sh", *PROGRAM, *arguments],
        cwd=folder,
        env={**os.environ, "POLICYC_LANG": ""},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return Done(found.returncode, found.stdout, found.stderr)


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("arguments", CALLS)
def test_what_cannot_be_written_is_told(folder: Path, arguments: tuple[str, ...]) -> None:
    found = done(folder, '"$@" > /dev/full', *arguments)
    *_, last = found.err.splitlines()
    assert (found.code, last.rpartition(": ")[0]) == (2, "policyc: the result cannot be written")
    assert "Traceback" not in found.err


@pytest.mark.parametrize("arguments", CALLS)
def test_a_closed_output_is_told(folder: Path, arguments: tuple[str, ...]) -> None:
    found = done(folder, '"$@" >&-', *arguments)
    assert found.code == 2
    assert "the result cannot be written" in found.err
    assert "bug" not in found.err


@pytest.mark.parametrize("arguments", CALLS)
def test_nobody_needs_to_listen_to_remarks(folder: Path, arguments: tuple[str, ...]) -> None:
    usual = done(folder, '"$@"', *arguments)
    (folder / "other.policy").unlink(missing_ok=True)
    assert done(folder, '"$@" 2>&-', *arguments) == attrs.evolve(usual, err="")


@pytest.mark.parametrize("arguments", CALLS)
def test_a_reader_may_go_away(folder: Path, arguments: tuple[str, ...]) -> None:
    found = done(folder, '"$@" | head -c 1', *arguments)
    assert "Traceback" not in found.err
    assert "policyc:" not in found.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("fmt", "-"),
        ("decide", "ok.policy", "contact(any)", "--facts", "-"),
        ("decide", "ok.policy", "contact(any)", "--cases", "-"),
    ],
)
def test_a_closed_input_is_told(folder: Path, arguments: tuple[str, ...]) -> None:
    found = done(folder, '"$@" <&-', *arguments)
    assert (found.code, found.out) == (2, "")
    assert "error[unreadable-file]" in found.err


def test_a_device_is_written_to_and_stays_one(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    found = done(folder, 'cat pipe & "$@"; wait', "compile", "ok.policy", "-o", "pipe")
    assert (found.code, found.err) == (0, "")
    assert "def decide" in found.out
    assert (folder / "pipe").is_fifo()


def test_a_ring_of_links_is_left_alone(folder: Path) -> None:
    (folder / "a.py").symlink_to("b.py")
    (folder / "b.py").symlink_to("a.py")
    found = done(folder, '"$@"', "compile", "ok.policy", "-o", "a.py")
    assert found.code == 2
    assert "`a.py` cannot be written" in found.err
    assert (folder / "a.py").is_symlink()
