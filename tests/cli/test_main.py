"""Where the program begins and ends."""

import pytest

from policyc.cli import main
from policyc.cli.exits import Exit


def test_an_option_takes_every_value_up_to_the_next_option() -> None:
    given = ["compare", "a", "b", "--against", "s", "t", "--format", "json"]

    assert main.spread(given) == [
        "compare", "a", "b", "--against", "s", "--against", "t", "--format", "json",
    ]  # fmt: skip


def test_options_with_one_value_leave_what_follows_alone() -> None:
    assert main.spread(["check", "--format", "json", "a"]) == ["check", "--format", "json", "a"]


def test_an_unknown_command_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run(["chek"]) == Exit.USAGE
    assert "chek" in capsys.readouterr().err


def test_a_bug_says_that_it_is_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("no such thing")

    monkeypatch.setattr("policyc.cli.app.app", broken)
    monkeypatch.delenv("POLICYC_TRACEBACK", raising=False)

    assert main.run(["check"]) == Exit.BUG
    error = capsys.readouterr().err
    assert "a bug in policyc itself: RuntimeError: no such thing" in error
    assert "report" in error
    assert "Traceback" not in error


def test_a_reader_that_goes_away_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object, **__: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("policyc.cli.app.app", closed)

    assert main.run(["check"]) == Exit.OK
