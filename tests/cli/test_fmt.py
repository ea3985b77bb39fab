"""`policyc fmt`."""

import io
import os
from types import SimpleNamespace

import pytest

from tests.cli.calling import Shell

CROOKED = "when overdue>=16   then allow contact( emergency )\n"
STRAIGHT = "when overdue >= 16 then allow contact(emergency)\n"
CHINESE = "当 overdue >= 16 则 允许 contact(emergency)\n"


@pytest.fixture
def crooked(shell: Shell) -> Shell:
    shell.write("short.policy", CROOKED)
    return shell


def text(shell: Shell) -> str:
    return (shell.folder / "short.policy").read_text("utf-8")


def test_a_file_is_rewritten_in_the_one_layout(crooked: Shell) -> None:
    called = crooked.call("fmt", "short.policy")
    assert (called.code, called.out, called.err) == (0, "", "changed: short.policy\n")
    assert text(crooked) == STRAIGHT
    assert crooked.call("fmt", "short.policy").err == ""


def test_to_check_writes_nothing_and_fails_where_something_would_change(crooked: Shell) -> None:
    called = crooked.call("fmt", "--check", "short.policy")
    assert (called.code, called.out, called.err) == (1, "", "would change: short.policy\n")
    assert text(crooked) == CROOKED
    crooked.write("short.policy", STRAIGHT)
    assert crooked.call("fmt", "--check", "short.policy").code == 0


def test_what_would_change_is_shown_line_by_line(crooked: Shell) -> None:
    called = crooked.call("fmt", "--diff", "short.policy")
    assert (called.code, called.err) == (0, "would change: short.policy\n")
    assert f"-{CROOKED}" in called.out
    assert f"+{STRAIGHT}" in called.out
    assert text(crooked) == CROOKED


def test_a_text_is_translated_into_the_other_script(crooked: Shell) -> None:
    crooked.call("fmt", "--lang", "zh", "short.policy")
    assert text(crooked) == CHINESE
    crooked.call("fmt", "--lang", "en", "short.policy")
    assert text(crooked) == STRAIGHT


def test_things_are_called_by_their_labels_or_by_their_names(crooked: Shell) -> None:
    crooked.call("fmt", "--lang", "zh", "--names", "labels", "short.policy")
    assert text(crooked) == "当 逾期 >= 16 则 允许 联系(紧急联系人)\n"
    crooked.call("fmt", "--lang", "en", "--names", "names", "short.policy")
    assert text(crooked) == STRAIGHT


def test_weekdays_and_what_never_happened_are_said_in_both_scripts(shell: Shell) -> None:
    english = """when weekday in mon..fri and product not in {mortgage} then forbid contact(any)
when ever(stop_request(same target)) then forbid contact(channel = phone)
test "t":
  given since(conversation(any)) = never
  expect contact(any) undetermined
"""
    chinese = """当 星期 在 周一..周五 且 产品 不在 {住房贷款} 则 禁止 联系(任何)
当 发生过(停联要求(同一 联系对象)) 则 禁止 联系(渠道 = 电话)
测试 "t":
  给定 距今(通话(任何)) = 从未
  预期 联系(任何) 不能确定
"""
    shell.write("short.policy", english)
    shell.call("fmt", "--lang", "zh", "--names", "labels", "short.policy")
    assert text(shell) == chinese
    assert shell.call("check", "short.policy").code == 0
    shell.call("fmt", "--lang", "en", "--names", "names", "short.policy")
    assert text(shell) == english


def test_standard_input_is_written_to_standard_output(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = SimpleNamespace(buffer=io.BytesIO(CROOKED.encode()))
    monkeypatch.setattr("sys.stdin", given)
    called = shell.call("fmt", "-")
    assert (called.code, called.out, called.err) == (0, STRAIGHT, "")
    given.buffer.seek(0)
    checked = shell.call("fmt", "--check", "-")
    assert (checked.code, checked.out, checked.err) == (1, "", "would change: -\n")


def test_a_text_that_cannot_be_read_is_left_as_it_is(shell: Shell) -> None:
    shell.write("short.policy", "when overdue >= then\n")
    called = shell.call("fmt", "short.policy")
    assert called.code == 1
    assert "short.policy:1:" in called.err
    assert text(shell) == "when overdue >= then\n"


def test_a_file_that_is_no_text_or_not_there_is_wrong_usage(shell: Shell) -> None:
    (shell.folder / "short.policy").write_bytes(b"\xff\xfe\x00rule")
    called = shell.call("fmt", "short.policy")
    assert called.code == 2
    assert "short.policy" in called.err
    assert shell.call("fmt", "nowhere.policy").code == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_file_that_must_not_be_written_is_wrong_usage(crooked: Shell) -> None:
    crooked.folder.chmod(0o500)
    try:
        called = crooked.call("fmt", "short.policy")
    finally:
        crooked.folder.chmod(0o700)
    assert called.code == 2
    assert "short.policy" in called.err
    assert text(crooked) == CROOKED
