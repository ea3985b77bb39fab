"""What `fmt --diff` shows."""

import shutil
import subprocess
from pathlib import Path

import pytest

from policyc.syntax.format.difference import difference


def test_nothing_is_shown_where_nothing_changes() -> None:
    assert difference("a.policy", "allow a\n", "allow a\n") == ""


def test_a_change_is_shown_with_the_lines_around_it() -> None:
    before = "".join(f"allow a{n}\n" for n in range(9))
    after = before.replace("allow a4\n", "forbid a4\n")
    assert difference("a.policy", before, after) == (
        "--- a.policy\n+++ a.policy\n@@ -2,7 +2,7 @@\n"
        " allow a1\n allow a2\n allow a3\n-allow a4\n+forbid a4\n allow a5\n allow a6\n allow a7\n"
    )


def test_a_last_line_without_an_end_is_said_to_have_none() -> None:
    assert difference("a", "allow a", "allow a\n") == (
        "--- a\n+++ a\n@@ -1 +1 @@\n-allow a\n\\ No newline at end of file\n+allow a\n"
    )


def test_only_a_line_feed_ends_a_line() -> None:
    shown = difference("a", "a\x0bb\u2028c\r\n", "a\n")
    assert shown == "--- a\n+++ a\n@@ -1 +1 @@\n-a\x0bb\u2028c\r\n+a\n"


@pytest.mark.skipif(shutil.which("patch") is None, reason="needs patch")
def test_patch_understands_it(tmp_path: Path) -> None:
    before, after = "allow a\nallow   b", "allow a\nallow b\n"
    path = tmp_path / "a.policy"
    path.write_text(before, "utf-8")
    command = ["patch", "-s", str(path)]  # the name of the file is ours
    subprocess.run(command, input=difference("a.policy", before, after), text=True, check=True)
    assert path.read_text("utf-8") == after
