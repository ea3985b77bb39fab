"""`policyc fmt`: what it says of what it leaves or changes."""

import pytest

from tests.cli.calling import Shell

WORDS = """\
vocabulary words
kind place "地点": home "住处", work "单位"
action call "致电" (place)
fact overdue "逾期": days
fact height "逾期": days
fact width "宽 度": days
"""
RULES = "policy lender\nuses words\n\nrule r: when {} then allow call(home)\n"


@pytest.fixture
def told(shell: Shell) -> Shell:
    """A folder with words of which some have labels that mean something else too."""
    shell.write("words.policy", WORDS)
    return shell


def test_names_whose_labels_cannot_stand_for_them_are_told_and_counted(told: Shell) -> None:
    path = told.write("a.policy", RULES.format("overdue > 3 and width > 5 and overdue < 9"))
    called = told.call("fmt", "--names", "labels", "a.policy")
    assert called.code == 0
    assert "allow 致电(住处)" in path.read_text("utf-8")
    assert called.err == (
        "a.policy: 2 names stay, since a label cannot stand for it:"
        " `overdue` (逾期), `width` (宽 度)\nchanged: a.policy\n"
    )


def test_they_are_told_in_chinese(told: Shell) -> None:
    told.write("a.policy", RULES.format("overdue > 3"))
    called = told.call("fmt", "--names", "labels", "--lang", "zh", "a.policy")
    assert "a.policy：有1个名称保持不变，因为标签不能代替名称：`overdue`（逾期）\n" in called.err


def test_names_that_a_file_does_not_use_are_not_told(told: Shell) -> None:
    told.write("a.policy", RULES.replace("when {} then ", ""))
    assert told.call("fmt", "--names", "labels", "a.policy").err == "changed: a.policy\n"


def test_what_is_wrong_ends_without_an_empty_line(told: Shell) -> None:
    path = told.write("a.policy", "rule r: when")
    called = told.call("fmt", "a.policy")
    assert (called.code, called.out) == (1, "")
    assert called.err.endswith("\n1 error\n")
    assert path.read_text("utf-8") == "rule r: when"


@pytest.mark.parametrize(
    ("language", "said"), [("en", "would change: a.policy\n"), ("zh", "需要改动：a.policy\n")]
)
def test_what_would_change_is_told_in_the_language(told: Shell, language: str, said: str) -> None:
    path = told.write("a.policy", "policy a uses words forbid call(home)\n")
    called = told.call("fmt", "--check", "--lang", language, "a.policy")
    assert (called.code, called.err) == (1, said)
    assert path.read_text("utf-8") == "policy a uses words forbid call(home)\n"
