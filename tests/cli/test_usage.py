"""What a wrong call is answered with, in the language of the call."""

import pytest

from policyc.cli.usage import complaint, spoken
from tests.cli.calling import Shell

OK = "when overdue > 3 then allow contact(borrower)\n"


@pytest.mark.parametrize(
    ("arguments", "english", "chinese"),
    [
        (("chek", "ok.policy"), "no command `chek`; did you mean `check`?", "没有命令`chek`"),
        (("sell", "ok.policy"), "write one of check, fmt", "可用的有：check、fmt"),
        (("check",), "PATH… is missing: see `policyc check --help`", "缺少PATH…"),
        (("decide",), "POLICY is missing: see `policyc decide --help`", "缺少POLICY"),
        (("fmt", "ok.policy", "--chek"), "no option `--chek`; did you mean `--check`?", "没有选项"),
        (("fmt", "--check=3", "ok.policy"), "--check takes no value", "--check不带值"),
        (("check", "ok.policy", "--gaps"), "--gaps needs a value after it", "需要一个值"),
        (("explain", "a", "b"), "`b` is more than the command takes", "`b`超出了"),
        (("explain", "unknwn-fact"), "did you mean `unknown-fact`?", "是否想写`unknown-fact`"),
        (("explain", "x"), "`policyc explain` lists all", "列出全部代码"),
        (("check", "ok.policy", "--format", "xml"), "write one of `text`, ", "`github`之一"),
        (
            ("check", "ok.policy", "--deny", "all"),
            "--deny cannot be `all`: write `warnings`",
            "请写`w",
        ),
        (("decide", "ok", "contact(any)", "--on", "soon"), "`soon` is no date", "不是日期"),
        (("decide", "ok"), "name an action", "请写出行为"),
        (("decide", "ok", " "), "name an action", "请写出行为"),
        (("decide", "", "contact(any)"), "name a policy", "请写出政策"),
        (("decide", "ok", "--cases", "x", "--given", "y"), "--cases goes with", "--cases不能"),
        (("diff", "ok", "ok", "--verify", "x"), "the value after --verify", "--verify后面的值"),
        (("new", "a b"), "cannot be a policy's name", "不能用作政策名称"),
        (("new", "ok"), "`ok.policy` is there already", "`ok.policy`已经存在"),
        (("compile", "ok", "-o", "."), "`.` cannot be written", "无法写入`.`"),
    ],
)
def test_a_wrong_call_is_told_in_its_language(
    shell: Shell, arguments: tuple[str, ...], english: str, chinese: str
) -> None:
    shell.write("ok.policy", OK)
    command, *rest = arguments
    for language, said in (("en", english), ("zh", chinese)):
        called = shell.call(command, f"--lang={language}", *rest)
        if command in ("chek", "sell"):
            called = shell.call(*arguments, "--lang", language)
        assert (called.code, called.out) == (2, "")
        assert said in called.err
        assert called.err.startswith("policyc: ")
        assert called.err.count("\n") == 1


def test_without_a_command_there_is_help(shell: Shell) -> None:
    called = shell.call()
    assert called.code == 2
    assert called.err.startswith("Usage: policyc")


def test_there_is_no_other_language(shell: Shell) -> None:
    shell.write("ok.policy", OK)
    called = shell.call("check", "ok.policy", "--lang", "fr")
    assert (called.code, called.err) == (
        2,
        "policyc: there is no language `fr`: write `en` or `zh`\n",
    )


def test_what_is_told_of_a_call_cannot_act_on_a_terminal_nor_fill_it(shell: Shell) -> None:
    for name in ("\x1b[2J", "a" * 100_000):
        called = shell.call("new", name)
        assert called.code == 2
        assert "\x1b" not in called.err
        assert len(called.err) < 1_000


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ((), "", "en"),
        ((), "zh_CN", "zh"),
        (("--lang", "zh"), "", "zh"),
        (("--lang=zh",), "", "zh"),
        (("--lang", "en"), "zh", "en"),
        (("--lang",), "zh", "en"),
        (("--lang", "fr"), "", "en"),
    ],
)
def test_the_language_of_a_call(
    arguments: tuple[str, ...],
    environment: str,
    language: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("POLICYC_LANG", environment)
    assert spoken(arguments) == language


def test_an_error_that_is_not_known_keeps_its_own_words() -> None:
    class OtherError(Exception):
        def format_message(self) -> str:
            return "something else"

    assert complaint(OtherError(), "zh", ()) == "something else"
