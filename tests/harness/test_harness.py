"""The harness itself: what agrees passes, and every kind of disagreement is named."""

from pathlib import Path

import pytest

from tests.harness import running
from tests.harness.chunks import chunks
from tests.harness.expectations import disagreements, expectations

GOOD = "when overdue >= 16 then allow contact(emergency)\n"
BAD = "when overdu >= 16 then allow contact(emergency)"


def disagreements_of(text: str, folder: Path) -> list[str]:
    files = {"test.policy": text}
    project = running.opened(files, folder)
    wrong = disagreements(expectations("test.policy", text), running.findings(project))
    return [*wrong, *running.failures(project)]


def test_a_text_without_findings_agrees(tmp_path: Path) -> None:
    assert disagreements_of(GOOD, tmp_path) == []


def test_a_finding_on_its_line_agrees(tmp_path: Path) -> None:
    assert disagreements_of(f'{BAD}  # error: [unknown-fact] `overdu` "no fact"', tmp_path) == []


def test_a_finding_that_nobody_expected_is_named(tmp_path: Path) -> None:
    (wrong,) = disagreements_of(BAD, tmp_path)
    assert wrong.startswith("unexpected  test.policy:1: error: [unknown-fact] `overdu`")


def test_an_expected_finding_that_is_missing_is_named(tmp_path: Path) -> None:
    (wrong,) = disagreements_of(f"{GOOD}  # warning: [unused-fact] `rich`", tmp_path)
    assert wrong == "missing     test.policy:2: warning: [unused-fact] `rich`"


@pytest.mark.parametrize(
    "comment",
    [
        "# warning: [unknown-fact]",
        "# error: [unknown-term]",
        "# error: [unknown-fact] `overdue`",
        '# error: [unknown-fact] "no term"',
        "# error: [unknown-fact] error: [unknown-fact]",
    ],
)
def test_a_finding_that_differs_in_anything_disagrees(comment: str, tmp_path: Path) -> None:
    assert disagreements_of(f"{BAD}  {comment}", tmp_path) != []


def test_a_finding_on_another_line_disagrees(tmp_path: Path) -> None:
    assert len(disagreements_of(f"{BAD}\n\n# error: [unknown-fact]", tmp_path)) == 2


def test_a_comment_that_only_looks_like_an_expectation_is_refused() -> None:
    with pytest.raises(ValueError, match="no expectation"):
        expectations("test.policy", "allow call  # error: [Unknown fact]")


@pytest.mark.parametrize("comment", ["# an error: it seems", "# errors come later"])
def test_a_comment_that_speaks_of_errors_is_no_expectation(comment: str) -> None:
    assert expectations("test.policy", comment) == []


def test_a_policys_test_that_fails_is_named(tmp_path: Path) -> None:
    said = 'test "day 20":\n  given overdue = 20\n  expect contact(emergency, sms) forbidden\n'
    (wrong,) = disagreements_of(GOOD + said, tmp_path)
    assert "day 20: contact(emergency, sms) is allowed" in wrong


def test_a_policys_test_that_turns_on_an_unknown_is_named(tmp_path: Path) -> None:
    said = 'test "no day":\n  given amount = 3\n  expect contact(emergency, sms) allowed\n'
    (wrong,) = disagreements_of(GOOD + said, tmp_path)
    assert "turns on `overdue`" in wrong


def test_a_policys_test_that_names_another_rule_fails(tmp_path: Path) -> None:
    text = (
        "rule one: allow contact(borrower)\nrule two: allow contact(employer)\n"
        'test "whose":\n  given overdue = 3\n  expect contact(borrower, sms) allowed by two\n'
    )
    (wrong,) = disagreements_of(text, tmp_path)
    assert "is allowed by ['one']" in wrong


def test_chunks_are_cut_at_lines_of_dashes() -> None:
    first, second = chunks("# one\nallow a\n---\n\n---\n# two\nallow b - c\n")
    assert (first.title, first.line, first.files) == ("one", 1, {"test.policy": "# one\nallow a\n"})
    assert (second.title, second.line) == ("two", 6)
    assert second.files == {"test.policy": "\n" * 5 + "# two\nallow b - c\n"}


def test_a_chunk_may_hold_several_files_that_keep_their_lines() -> None:
    (chunk,) = chunks("# title\n=== a.policy\nallow a\n=== b/c.policy\nallow c\n")
    assert chunk.files == {"a.policy": "\n\nallow a\n", "b/c.policy": "\n\n\n\nallow c\n"}


def test_what_stands_before_the_first_file_is_a_file_too() -> None:
    (chunk,) = chunks("# title\nallow t\n=== a.policy\nallow a\n")
    assert set(chunk.files) == {"test.policy", "a.policy"}
