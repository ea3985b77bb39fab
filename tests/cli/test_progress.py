"""The bar that a person sees who waits."""

import io

import pytest

from policyc.cli import progress as bars
from policyc.cli.progress import progress


class Terminal(io.StringIO):
    """Standard error as a person's terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time; the last number is now."""
    now = [0.0]
    monkeypatch.setattr(bars, "monotonic", lambda: now[-1])
    return now


def test_what_takes_no_second_shows_no_bar(
    monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    with progress("comparing", 3) as step:
        for second in (0.3, 0.6, 0.9):
            clock.append(second)
            step()
    assert terminal.getvalue() == ""


def test_after_a_second_the_bar_says_how_much_is_done_and_goes_away(
    monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    with progress("comparing", 4) as step:
        step()
        clock.append(1.0)
        step()
        clock.append(1.05)
        step()
        assert terminal.getvalue() == f"\rcomparing {'█' * 15}{'░' * 15} 2/4"
        clock.append(1.2)
        step()
        assert terminal.getvalue().endswith(f"\rcomparing {'█' * 30} 4/4")
    assert terminal.getvalue().endswith("4/4\r\033[K")


def test_where_nobody_watches_nothing_is_drawn(
    monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    written = io.StringIO()
    monkeypatch.setattr("sys.stderr", written)
    with progress("comparing", 2) as step:
        clock.append(5.0)
        step()
    assert written.getvalue() == ""
