"""Switches, texts and paths on the command line, taken as they are written.

Newer versions of typer have pydantic check every value, and importing that takes half as long as
the rest of a run. Nothing can be wrong with a switch, a text, a path or a list of them, so for
those typer is handed what it would make of pydantic. A version of typer that has no place for it
needs none.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

_PLAIN: dict[Any, Callable[[Any], Any]] = {
    bool: bool,
    str: str,
    Path: Path,
    list[str]: list,
    list[Path]: lambda values: [Path(value) for value in values],
}


class _AsWritten:
    """What typer calls a runtime parameter: it makes a value of what was written."""

    def __init__(self, make: Callable[[Any], Any]) -> None:
        self._make = make

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:  # noqa: ARG002  # typer's signature
        """The value; nothing stays nothing."""
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        return self._make(value)


def taken_as_written(parameters: list[Any]) -> list[Any]:
    """The parameters of a command, the plain ones among them taken without pydantic."""
    for parameter in parameters:
        descriptor = getattr(parameter, "type_descriptor", None)
        make = _PLAIN.get(getattr(descriptor, "annotation", None))
        if make is not None and hasattr(parameter, "_runtime_param"):
            parameter._runtime_param = _AsWritten(make)  # noqa: SLF001  # typer has no other place
    return parameters
