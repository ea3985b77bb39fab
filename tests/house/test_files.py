"""What holds for every source file of the project."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.checkout

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "dsl" / "policyc"

MOST_LINES = 400
SUPPRESSION = re.compile(r"#\s*(noqa|type:\s*ignore|pragma)")
WITH_REASON = re.compile(
    r"#\s*(noqa: [A-Z0-9, ]+|type: ignore\[[a-z, -]+\]|pragma: no cover)\s+# \S"
)


def sources(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(folder.rglob("*.py"))


def test_no_file_is_too_long_to_read_at_one_sitting() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in sources(PACKAGE, ROOT / "tests")
        if (lines := len(path.read_text("utf-8").splitlines())) > MOST_LINES
    }
    assert long == {}


def test_every_suppression_says_which_rule_and_why() -> None:
    bare = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in sources(PACKAGE, ROOT / "tests")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if SUPPRESSION.search(line) and not WITH_REASON.search(line) and "re.compile" not in line
    ]
    assert bare == []


def test_only_one_module_builds_paths_from_its_own_place() -> None:
    guilty = [
        path.relative_to(PACKAGE).as_posix()
        for path in sources(PACKAGE)
        if "__file__" in path.read_text("utf-8")
    ]
    assert guilty == ["resources.py"]


def test_no_room_is_called_after_nothing() -> None:
    names = {path.stem for path in sources(PACKAGE)} | {
        path.parent.name for path in sources(PACKAGE)
    }
    assert names.isdisjoint({"utils", "util", "helpers", "helper", "manager", "common", "misc"})
