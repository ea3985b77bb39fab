"""Where the program begins and ends."""

import pytest

from policyc.cli import main, output
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


def test_a_bug_shows_where_it_happened_to_those_who_ask(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("no such thing")

    monkeypatch.setattr("policyc.cli.app.app", broken)
    monkeypatch.setenv("POLICYC_TRACEBACK", "1")

    assert main.run(["check"]) == Exit.BUG
    error = capsys.readouterr().err
    assert "Traceback" in error
    assert "POLICYC_TRACEBACK" not in error


def test_whoever_stops_it_is_told_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("policyc.cli.app.app", stopped)

    assert main.run(["check"]) == 130
    assert capsys.readouterr().err == "policyc: stopped\n"


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": ""}, False),
    ],
)
def test_colour_is_shown_where_it_is_wished_for(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], coloured: bool
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert output.has_colour() is coloured
