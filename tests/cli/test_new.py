"""`policyc new`."""

import pytest

from tests.cli.calling import Shell

each_language = pytest.mark.parametrize("language", ["en", "zh"])


@each_language
def test_the_starter_checks_without_a_remark_and_its_tests_pass(
    language: str, shell: Shell
) -> None:
    assert shell.call("new", "mine", "--lang", language).code == 0
    checked = shell.call("check", "mine.policy", "--deny", "warnings")
    assert checked.code == 0
    assert checked.out.startswith("nothing to report")
    assert shell.call("test", "mine.policy").code == 0


@each_language
def test_the_tests_of_the_starter_leave_nothing_out(language: str, shell: Shell) -> None:
    shell.call("new", "mine", "--lang", language)
    out = shell.call("test", "mine.policy", "--coverage", "--mutate").out
    assert "effects of rules seen live: 4 of 4" in out
    assert "conditions seen true and seen false: 5 of 5" in out
    assert "thresholds tried on both sides: 6 of 6" in out
    assert "noticed by the tests: 25 of 25" in out


@each_language
def test_the_starter_is_in_the_one_layout(language: str, shell: Shell) -> None:
    shell.call("new", "a_rather_long_name", "--lang", language)
    assert shell.call("fmt", "--check", "a_rather_long_name.policy").code == 0


@each_language
def test_the_starter_says_the_same_in_either_script(language: str, shell: Shell) -> None:
    shell.call("new", "mine", "--lang", language)
    shown = " ".join(shell.call("show", "mine").out.split())
    assert "it is forbidden to contact (any target, phone)" in shown
    assert shown.count("it is allowed to contact (borrower, ") == 2


def test_the_starter_has_comments_and_is_named(shell: Shell) -> None:
    shell.call("new", "我的政策", "--lang", "zh")
    text = (shell.folder / "我的政策.policy").read_text("utf-8")
    assert "政策 我的政策\n" in text
    assert text.count("\n# ") >= 8
    assert "NAME" not in text


def test_a_file_that_is_there_is_left_as_it_is(shell: Shell) -> None:
    path = shell.write("mine.policy", "# my work\n")
    called = shell.call("new", "mine")
    assert called.code == 2
    assert "`mine.policy` is there already" in called.err
    assert path.read_text("utf-8") == "# my work\n"


def test_a_link_to_nowhere_is_not_written_through(shell: Shell) -> None:
    (shell.folder / "mine.policy").symlink_to(shell.folder / "elsewhere.policy")
    assert shell.call("new", "mine").code == 2
    assert not (shell.folder / "elsewhere.policy").exists()


@pytest.mark.parametrize(
    "name", ["", "a b", "a.b", "../up", "/etc/x", "1st", "a-b", "x" * 101, "a\n"]
)
def test_what_is_no_name_is_refused(name: str, shell: Shell) -> None:
    called = shell.call("new", name)
    assert called.code == 2
    assert "cannot be a policy's name" in called.err
    assert [path.name for path in shell.folder.iterdir()] == ["policyc.toml"]


@each_language
def test_a_name_that_is_a_word_of_the_vocabulary_is_refused(language: str, shell: Shell) -> None:
    called = shell.call("new", "lender", "--lang", language)
    assert called.code == 2
    assert "`lender`" in called.err
    assert "`lender_policy`" in called.err
    assert not (shell.folder / "lender.policy").exists()
    assert shell.call("new", "lender_policy", "--lang", language).code == 0


def test_nothing_is_written_where_the_starter_would_not_check(shell: Shell) -> None:
    shell.write("collection.policy", "vocabulary collection\nsubject borrower\n")
    called = shell.call("new", "mine")
    assert called.code == 2
    assert "would not check in this folder" in called.err
    assert not (shell.folder / "mine.policy").exists()


def test_nothing_is_left_behind_where_nothing_can_be_written(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.link", refuse)
    called = shell.call("new", "mine")
    assert called.code == 2
    assert "`mine.policy` cannot be written: No space left on device" in called.err
    assert [path.name for path in shell.folder.iterdir()] == ["policyc.toml"]
