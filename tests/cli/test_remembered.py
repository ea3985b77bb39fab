"""What `policyc compare` answered before is given again for as long as nothing has changed."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from policyc import resources
from policyc.analyse.comparison import Comparison, comparison
from policyc.cli import comparing
from tests.cli.calling import Called, Shell

RULE = "rule calls: when overdue in 8..{} then allow contact(borrower, phone)\n"
WORDS = """vocabulary words
kind target: borrower, family
action contact (target)
fact overdue: days from 0 to {}
"""
USING = "policy {}\nuses words\nrule r: when overdue >= {} then allow contact(borrower)\n"


@pytest.fixture
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty cache."""
    folder = tmp_path_factory.mktemp("kept")
    monkeypatch.setenv("POLICYC_CACHE", str(folder))
    return folder


@pytest.fixture
def worked(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """One entry for each comparison that was worked out."""
    found: list[None] = []

    def counted(*arguments: Any) -> Comparison:
        found.append(None)
        return comparison(*arguments)

    monkeypatch.setattr(comparing, "comparison", counted)
    return found


@pytest.fixture
def two(shell: Shell, cache: Path) -> Shell:
    """A shell with an empty cache and two policies."""
    assert list(cache.iterdir()) == []
    shell.write("a.policy", RULE.format(15))
    shell.write("b.policy", RULE.format(30))
    return shell


def compare(shell: Shell, *arguments: str) -> Called:
    return shell.call("compare", *(arguments or ("a.policy", "b.policy")))


def kept(cache: Path) -> list[Path]:
    return sorted(cache.glob("compare.*"))


def test_the_second_call_gives_the_same_without_working_it_out(
    two: Shell, worked: list[None]
) -> None:
    assert compare(two) == compare(two)
    assert len(worked) == 1


def test_the_exit_code_is_remembered_too(two: Shell, worked: list[None]) -> None:
    two.write("law.policy", "rule late: when overdue > 20 then forbid contact(any, phone)\n")
    calls = [compare(two, "b.policy", "--against", "law.policy") for _ in range(2)]
    assert [called.code for called in calls] == [1, 1]
    assert len(worked) == 1


def test_a_changed_policy_is_compared_anew(two: Shell, worked: list[None]) -> None:
    before = compare(two)
    two.write("b.policy", RULE.format(60))
    assert compare(two).out != before.out
    two.write("b.policy", RULE.format(30))
    assert compare(two) == before
    assert len(worked) == 3


def test_a_file_written_again_with_the_same_text_has_not_changed(
    two: Shell, worked: list[None]
) -> None:
    compare(two)
    two.write("b.policy", RULE.format(30))
    os.utime(two.folder / "b.policy", (0, 0))
    compare(two)
    assert len(worked) == 1


@pytest.mark.parametrize(
    "options",
    [
        ("--lang", "zh"),
        ("--format", "json"),
        ("--all",),
        ("--action", "contact"),
        ("--on", "2020-01-01"),
        ("--against", "a.policy"),
    ],
)
def test_each_option_has_an_answer_of_its_own(
    two: Shell, worked: list[None], options: tuple[str, ...]
) -> None:
    compare(two)
    first = compare(two, "a.policy", "b.policy", *options)
    assert compare(two, "a.policy", "b.policy", *options) == first
    assert len(worked) == 2


def test_policies_and_statutes_are_told_apart(two: Shell, worked: list[None]) -> None:
    compare(two, "a.policy", "b.policy", "--against", "a.policy")
    compare(two, "a.policy", "--against", "b.policy", "a.policy")
    assert len(worked) == 2


def test_a_file_more_in_a_folder_is_noticed(two: Shell, worked: list[None]) -> None:
    assert compare(two, ".").out.startswith("2 policies")
    two.write("c.policy", RULE.format(90))
    assert compare(two, ".").out.startswith("3 policies")
    (two.folder / "c.policy").unlink()
    assert compare(two, ".").out.startswith("2 policies")
    assert len(worked) == 3


def test_a_changed_vocabulary_is_noticed(shell: Shell, cache: Path, worked: list[None]) -> None:
    shell.write("words.policy", WORDS.format(90))
    for name, days in (("a", 3), ("b", 5)):
        shell.write(f"{name}.policy", USING.format(name, days))
    assert compare(shell) == compare(shell)
    shell.write("words.policy", WORDS.format(80))
    compare(shell)
    assert len(worked) == 2
    assert len(kept(cache)) == 1


def test_a_nearer_file_of_a_name_is_noticed(
    shell: Shell, cache: Path, worked: list[None], monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.write("words.policy", WORDS.format(90))
    below = shell.folder / "below"
    below.mkdir()
    monkeypatch.chdir(below)
    for name, days in (("a", 3), ("b", 5)):
        (below / f"{name}.policy").write_text(USING.format(name, days))
    compare(shell)
    (below / "words.policy").write_text(WORDS.format(80))
    compare(shell)
    assert len(worked) == 2
    assert len(kept(cache)) == 1


def test_a_link_that_leads_elsewhere_is_noticed(two: Shell, worked: list[None]) -> None:
    link = two.folder / "link.policy"
    link.symlink_to("a.policy")
    first = compare(two, "link.policy", "b.policy")
    link.unlink()
    link.symlink_to("b.policy")
    assert compare(two, "link.policy", "b.policy").out != first.out
    assert len(worked) == 2


def test_another_policyc_answers_anew(
    two: Shell, worked: list[None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    compare(two)
    own = resources.code_files()
    assert len(own) > 100
    (tmp_path / "new.py").touch()
    monkeypatch.setattr("policyc.cli.remembered.code_files", lambda: [*own, tmp_path / "new.py"])
    compare(two)
    assert len(worked) == 2


@pytest.mark.parametrize("wrong", ["", "{", "[]", "{}", '{"call": 1}', "[" * 100_000, "\ud800"])
def test_what_is_broken_in_the_cache_is_worked_out_again(
    two: Shell, cache: Path, worked: list[None], wrong: str
) -> None:
    before = compare(two)
    (file,) = kept(cache)
    file.write_bytes(wrong.encode("utf-8", "surrogatepass"))
    assert compare(two) == before
    assert len(worked) == 2
    assert json.loads(kept(cache)[0].read_text("utf-8"))["answer"] == before.out


def test_an_answer_of_another_type_is_worked_out_again(
    two: Shell, cache: Path, worked: list[None]
) -> None:
    before = compare(two)
    (file,) = kept(cache)
    broken: list[dict[str, Any]] = [
        {"answer": 1},
        {"code": "0"},
        {"code": True},
        {"texts": []},
        {"lookups": [1]},
    ]
    for wrong in broken:
        file.write_text(json.dumps({**json.loads(file.read_text("utf-8")), **wrong}))
        assert compare(two) == before
    assert len(worked) == 6


def test_an_emptied_cache_loses_nothing_but_time(two: Shell, cache: Path) -> None:
    before = compare(two)
    for file in kept(cache):
        file.unlink()
    assert compare(two) == before


def test_without_the_cache_nothing_is_read_or_kept(
    two: Shell, cache: Path, worked: list[None]
) -> None:
    compare(two, "a.policy", "b.policy", "--no-cache")
    assert kept(cache) == []
    compare(two)
    compare(two, "a.policy", "b.policy", "--no-cache")
    assert len(worked) == 3


def test_where_no_folder_is_to_be_had_nothing_is_kept(
    two: Shell, worked: list[None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POLICYC_CACHE", "")
    assert compare(two) == compare(two)
    assert len(worked) == 2


def test_what_ends_in_an_error_is_not_kept(two: Shell, cache: Path) -> None:
    assert compare(two, "a.policy", "none.policy").code == 2
    assert kept(cache) == []


def test_the_newest_answers_are_kept(two: Shell, cache: Path) -> None:
    for day in range(1, 25):
        compare(two, "a.policy", "b.policy", "--on", f"2025-01-{day:02}")
    assert len(kept(cache)) == 20


def test_revisions_are_always_compared(
    two: Shell, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("GIT_AUTHOR", "GIT_COMMITTER"):
        monkeypatch.setenv(f"{name}_NAME", "a")
        monkeypatch.setenv(f"{name}_EMAIL", "a@example.org")
    for command in ("git init -q .", "git add .", "git commit -q -m first"):
        assert os.system(f"cd '{two.folder}' && {command}") == 0  # noqa: S605  # fixed commands
    assert compare(two, "HEAD:a.policy", "b.policy").code == 0
    assert kept(cache) == []
