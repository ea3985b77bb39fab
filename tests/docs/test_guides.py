"""Whoever follows a guide sees what it shows: every block of every page is tried."""

import re
from pathlib import Path

import pytest

from tests.docs.guides import Reader
from tests.harness.markdown import Block, blocks

pytestmark = pytest.mark.checkout

ROOT = Path(__file__).parents[2]
PAGES = (
    "README.md",
    "docs/tutorial/en.md",
    "docs/tutorial/zh.md",
    "docs/how-to/compliance.md",
    "docs/how-to/engineer.md",
    "docs/how-to/auditor.md",
    "docs/findings.md",
    "docs/reference/commands.md",
    "docs/reference/language.md",
    "docs/reference/history.md",
)
SOMEBODY = {
    "GIT_AUTHOR_NAME": "Reader",
    "GIT_AUTHOR_EMAIL": "reader@example.org",
    "GIT_COMMITTER_NAME": "Reader",
    "GIT_COMMITTER_EMAIL": "reader@example.org",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_SYSTEM": "/dev/null",
}
"""Who commits where a guide does; the settings of whoever runs the tests play no part."""

each_page = pytest.mark.parametrize("page", PAGES)


def text_of(page: str) -> str:
    return (ROOT / page).read_text("utf-8")


@each_page
def test_whoever_follows_a_guide_sees_what_it_shows(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in SOMEBODY.items():
        monkeypatch.setenv(name, value)
    reader = Reader(tmp_path)
    found = [block for block in blocks(text_of(page)) if block.language != "sh"]
    assert found != []
    assert [wrong for block in found for wrong in reader.failures(block)] == []


@each_page
def test_what_a_guide_links_to_is_there(page: str) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", text_of(page))
    assert [link for link in links if not ((ROOT / page).parent / link).exists()] == []


@each_page
def test_what_a_guide_says_to_make_can_be_made(page: str) -> None:
    """Blocks of `sh` set up the project itself, which is done once and not for each page."""
    targets = set(
        re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    )
    lines = [
        line.partition("#")[0].strip()
        for block in blocks(text_of(page))
        if block.language == "sh"
        for line in block.text.splitlines()
    ]
    made = {line.removeprefix("make ") for line in lines if line.startswith("make ")}
    assert made <= targets
    assert {line for line in lines if not line.startswith("make ")} <= {
        "python3 -m venv .venv",
        ". .venv/bin/activate",
        "pip install .",
    }


@each_page
def test_a_workflow_runs_what_the_guide_has_shown(page: str) -> None:
    found = list(blocks(text_of(page)))
    shown = {
        line.removeprefix("$ ")
        for block in found
        if block.language == "console"
        for line in block.text.splitlines()
    }
    run = {
        step for block in found if block.language == "yaml"
        for step in re.findall(r"run: (policyc .*)$", block.text, re.MULTILINE)
    }  # fmt: skip
    assert run <= shown


def told(text: str, folder: Path) -> list[str]:
    reader = Reader(folder)
    return [wrong for block in blocks(text) for wrong in reader.failures(block)]


def test_a_session_that_shows_something_else_is_noticed(tmp_path: Path) -> None:
    assert told("```console\n$ echo one\ntwo\n```\n", tmp_path) == ["$ echo one\none\n"]


def test_a_policy_that_does_not_check_is_noticed(tmp_path: Path) -> None:
    (wrong,) = told("```policy a.policy\nwhen overdu > 3 then allow outsource\n```\n", tmp_path)
    assert "[unknown-fact] `overdu`" in wrong


def test_python_that_answers_something_else_is_noticed(tmp_path: Path) -> None:
    (wrong,) = told("```python\n>>> one = 1\n```\n```python\n>>> one\n2\n```\n", tmp_path)
    assert "Got:\n    1\n" in wrong
    assert told("```python\nprint(1)\n```\n", tmp_path) == ["line 2: no line begins with `>>>`"]


def test_a_block_that_nothing_tries_is_noticed(tmp_path: Path) -> None:
    assert told("```rust\nfn main() {}\n```\n", tmp_path) == [
        "line 2: nothing tries a block of `rust`"
    ]


def test_a_block_may_add_to_a_file_or_stand_in_for_what_was_added(tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    for how, text in (("", "a\n"), (" +", "b\n"), (" ~", "c\n"), (" +", "d\n")):
        reader.written(Block("text", f"it.txt{how}", text, 1))
    assert (tmp_path / "it.txt").read_text("utf-8") == "a\n\nc\n\nd\n"
    reader.written(Block("text", "it.txt", "e\n", 1))
    assert (tmp_path / "it.txt").read_text("utf-8") == "e\n"
