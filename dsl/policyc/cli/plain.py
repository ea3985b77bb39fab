"""Switches, texts and paths on the command line, taken as they are written.

Newer versions of typer have pydantic check every value, and importing that takes half as long as
the rest of a run. Nothing can be wrong with a switch, a text, a path or a list of them, nor with a
number that nobody wrote, so for those typer is handed what it would make of pydantic. A version of
typer that has no place for it needs none.
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


class _Number:
    """Takes a default as it is; what was written, which is text, typer checks itself."""

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """The number."""
        if isinstance(value, int):
            return value
        param._runtime_param = None  # noqa: SLF001  # so that typer makes its own
        return param.get_runtime_param().coerce(value, param=param, ctx=ctx)


def taken_as_written(parameters: list[Any]) -> list[Any]:
    """The parameters of a command, the plain ones among them taken without pydantic."""
    for parameter in parameters:
        descriptor = getattr(parameter, "type_descriptor", None)
        annotation = getattr(descriptor, "annotation", None)
        if hasattr(parameter, "_runtime_param") and (annotation is int or annotation in _PLAIN):
            taken = _Number() if annotation is int else _AsWritten(_PLAIN[annotation])
            parameter._runtime_param = taken  # noqa: SLF001  # typer has no other place
    return parameters
