"""What is remembered of a stream without end: never more than so much."""

from collections.abc import Callable
from typing import TypeVar

Asked = TypeVar("Asked")
Made = TypeVar("Made")

REMEMBERED = 4_096
"""So many things are remembered; then all are forgotten."""


class Forgetful(dict[Asked, Made]):
    """A dictionary that makes what it lacks, and forgets everything once it has grown large.

    What `make` raises is not remembered.
    """

    def __init__(self, make: Callable[[Asked], Made]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Asked) -> Made:
        made = self._make(key)
        self.keep(key, made)
        return made

    def keep(self, key: Asked, made: Made) -> None:
        """Remembers one thing more."""
        if len(self) >= REMEMBERED:
            self.clear()
        self[key] = made
