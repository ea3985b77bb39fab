"""A progress bar on standard error for what takes more than a second, if a person is watching."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from policyc.cli.output import is_watched, width

AFTER = 1.0
"""Seconds before the bar appears."""

_EVERY = 0.1
_BAR = 30


@contextmanager
def progress(label: str, total: int) -> Iterator[Callable[[], None]]:
    """A function to call once for each step done; the bar is gone at the end."""
    if not is_watched(sys.stderr):
        yield lambda: None
        return
    bar = _Bar(label, total)
    try:
        yield bar.step
    finally:
        bar.clear()


class _Bar:
    """A bar that draws itself at most ten times a second."""

    def __init__(self, label: str, total: int) -> None:
        self._label, self._total = label, total
        self._done = 0
        self._next = monotonic() + AFTER
        self._drawn = False

    def step(self) -> None:
        """One more step is done."""
        self._done += 1
        now = monotonic()
        if now >= self._next:
            self._next = now + _EVERY
            self._draw()

    def _draw(self) -> None:
        full = _BAR * self._done // max(self._total, 1)
        line = f"{self._label} {'█' * full}{'░' * (_BAR - full)} {self._done}/{self._total}"
        sys.stderr.write("\r" + line[: max(width() - 1, 1)])
        sys.stderr.flush()
        self._drawn = True

    def clear(self) -> None:
        """Takes the bar away."""
        if self._drawn:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
