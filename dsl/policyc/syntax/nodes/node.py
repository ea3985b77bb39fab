"""What all nodes are.

Nodes are declared as attrs classes are, but made as ordinary ones: there are seventy of them, and
to write methods for each would take longer than most policies take to be checked.
"""

from operator import attrgetter
from typing import Any, ClassVar, NoReturn, Self, dataclass_transform

from policyc.source import Span


def part(*, kw_only: bool) -> Any:  # it speaks to the type checker
    """Says of a part that it is given by name only."""


@dataclass_transform(frozen_default=True, field_specifiers=(part,))
class _Written:
    """A frozen value, whose class declares its parts; a part's default is the class's attribute.

    Parts are given by place or by name, which a type checker sees to.
    """

    part_names: ClassVar[tuple[str, ...]] = ()
    _content: ClassVar["attrgetter[Any]"]

    def __init_subclass__(cls) -> None:
        own = (name for name in cls.__annotations__ if name != "span")
        cls.part_names = (*cls.part_names, *own)
        type.__setattr__(cls, "__match_args__", cls.part_names)  # a type checker derives its own
        cls._content = attrgetter("__class__", *cls.part_names)

    def __init__(self, *parts: Any, span: Span, **named: Any) -> None:
        vars(self).update(zip(self.part_names, parts, strict=False), span=span, **named)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuses: a tree does not change, `with_parts` makes another."""
        raise AttributeError(f"{type(self).__name__} is frozen: {name} cannot be {value!r}")

    def __delattr__(self, name: str) -> NoReturn:
        """Refuses, as setting does."""
        raise AttributeError(f"{type(self).__name__} is frozen: {name} stays")

    def __eq__(self, other: object) -> bool:
        """Whether both say the same, wherever they stand."""
        if type(self) is not type(other):
            return NotImplemented
        return bool(self._content(self) == self._content(other))

    def __hash__(self) -> int:
        return hash(self._content(self))

    def __repr__(self) -> str:
        parts = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.part_names)
        return f"{type(self).__name__}({parts})"

    def with_parts(self, **parts: Any) -> Self:
        """The same with other parts, at the same place."""
        made = object.__new__(type(self))
        vars(made).update(vars(self), **parts)
        return made


class Node(_Written):
    """Something written at a place."""

    span: Span = part(kw_only=True)
