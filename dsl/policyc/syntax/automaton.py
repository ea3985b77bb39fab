"""The parser: an LALR(1) automaton that is fed one token at a time."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Literal, TypeAlias

from policyc.syntax.acceptance import END, Acceptance
from policyc.syntax.build import Builder
from policyc.syntax.lalr import Tables
from policyc.syntax.lexer import Token
from policyc.syntax.tables import tables

Start = Literal["heading", "item", "facts", "query"]


Make: TypeAlias = Callable[[list[Any]], Any]


@cache
def _machine() -> tuple[Tables, tuple[Make | None, ...]]:
    """The tables, and for each of their reductions what makes a node of its children.

    `None` is where they stay a list. The two go together: tables made anew have other numbers.
    """
    builder, found = Builder(), tables()
    names = (name for _, _, name, _, _ in found.reductions)
    return found, tuple(getattr(builder, name, _only) if name else None for name in names)


def _only(children: list[Any]) -> Any:
    """The child of a rule that has no node of its own."""
    (child,) = children
    return child


class Automaton:
    """Reads one statement; `depth` is the number of states on its stack."""

    def __init__(self, start: Start) -> None:
        self._tables, self._builders = _machine()
        first, self._end = self._tables.starts[start]
        self._states = self._tables.states
        self._reductions = self._tables.reductions
        self._stack = [first]
        self._values: list[Any] = []

    @property
    def depth(self) -> int:
        """The number of states on the stack."""
        return len(self._stack)

    @property
    def accepted(self) -> Acceptance:
        """What it takes next, always of the moment."""
        return Acceptance(self._tables, self._end, self._stack)

    def choices(self) -> Mapping[str, int]:
        """What its state has an action for: terminals, and the rules behind them."""
        return self._states[self._stack[-1]]

    def take(self, token: Token) -> None:
        """Goes on by a token, which is accepted."""
        stack = self._stack
        while (action := self._states[stack[-1]][token.type]) < 0:
            self._reduce(~action)
        stack.append(action)
        self._values.append(token)

    def finish(self) -> Any:
        """The node of the whole, whose end is accepted."""
        while self._stack[-1] != self._end:
            self._reduce(~self._states[self._stack[-1]][END])
        return self._values[-1]

    def _reduce(self, number: int) -> None:
        origin, size, _, lists, inline = self._reductions[number]
        build = self._builders[number]
        children = self._values[-size:]
        del self._values[-size:], self._stack[-size:]
        if lists:
            children = _flat(children)
        if build is not None:
            value = children[0] if inline and len(children) == 1 else build(children)
        else:
            value = children if isinstance(children, _List) else _List(children)
        self._values.append(value)
        self._stack.append(self._states[self._stack[-1]][origin])


class _List(list[Any]):
    """What a repetition has gathered so far, to be taken out by the rule around it."""


def _flat(children: list[Any]) -> list[Any]:
    """The children with the content of each list in its place."""
    # A list grows by one: what it has is not copied for each of its parts.
    grows = isinstance(children[0], _List)
    gathered: list[Any] = children[0] if grows else []
    others = children[1:] if grows else children
    for child in others:
        if isinstance(child, _List):
            gathered += child
        else:
            gathered.append(child)
    return gathered
