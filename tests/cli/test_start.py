"""Starting: a run imports what its command needs, and values arrive as they were written."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from policyc.cli.app import load
from policyc.resources import library_folder

POLICY = str(library_folder() / "xiaohua.policy")
HEAVY = {"lark", "pydantic", "rich", "sqlglot", "z3"}
RUN = """
import sys
from policyc.cli.main import run
assert run(sys.argv[1:]) == 0
print(" ".join(sys.modules))
"""


def imported(arguments: list[str], cache: Path) -> set[str]:
    """The modules at the end of a run."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        env={**os.environ, "POLICYC_CACHE": str(cache)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("arguments", [["--help"], ["check", POLICY], ["diff", POLICY, POLICY]])
def test_once_the_tables_are_kept_no_heavy_module_is_imported(
    arguments: list[str], tmp_path: Path
) -> None:
    imported(arguments, tmp_path)
    assert not HEAVY & imported(arguments, tmp_path)


def test_paths_are_paths_and_repeated_options_lists() -> None:
    made = load("policyc.cli.check", "check", "check")
    given = made.make_context("check", ["a", "b", "--gaps", "x", "--gaps", "y", "--lang", "zh"])
    assert given.params["paths"] == [Path("a"), Path("b")]
    assert given.params["gaps"] == ["x", "y"]
    assert given.params["lang"] == "zh"


def test_what_is_not_given_has_its_default() -> None:
    given = load("policyc.cli.check", "check", "check").make_context("check", ["a"])
    assert (given.params["form"], given.params["deny"]) == ("text", None)


@pytest.mark.parametrize(("written", "found"), [([], 0), (["--verify", "12"], 12)])
def test_a_number_is_a_number_whether_or_not_it_is_given(written: list[str], found: int) -> None:
    given = load("policyc.cli.diff", "diff", "diff").make_context("diff", ["a", "b", *written])
    assert given.params["replay"] == found


@pytest.mark.parametrize("written", ["x", "1.5", "-1"])
def test_what_is_no_number_in_bounds_is_refused(written: str) -> None:
    command = load("policyc.cli.diff", "diff", "diff")
    with pytest.raises(typer.BadParameter):
        command.make_context("diff", ["a", "b", "--verify", written])
