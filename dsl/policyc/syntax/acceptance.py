"""What the parser takes next, exactly.

The tables are LALR: where a phrase is complete, they list every terminal that may follow one of its
kind somewhere, not only here. That hardly matters to a parser (it fails a step later), but much to
a lexer that asks which of its meanings a word has here.
"""

from collections.abc import Iterator

from policyc.syntax.lalr import Tables

END = "$END"


class Acceptance:
    """The terminals that a parser takes next, for `in` and for iteration.

    One made from a running parser speaks of the place where that stands at the moment.
    """

    def __init__(self, tables: Tables, end: int, stack: list[int]) -> None:
        self._tables = tables
        self._states = tables.states
        self._reductions = tables.reductions
        self._end = end
        self._stack = stack

    def __contains__(self, terminal: object) -> bool:
        """Whether all reductions that the terminal sets off end where it can be taken."""
        return isinstance(terminal, str) and self._reduced(terminal) is not None

    def __iter__(self) -> Iterator[str]:
        """All terminals, by name."""
        listed = sorted(self._states[self._stack[-1]]) if self._stack else ()
        return (t for t in listed if (t == END or t.isupper()) and t in self)

    def after(self, terminal: str) -> "Acceptance":
        """What the parser would take after one more terminal; nothing if it does not take that."""
        stack = self._reduced(terminal)
        if stack is None or terminal == END:
            return Acceptance(self._tables, self._end, [])
        stack = [*stack, self._states[stack[-1]][terminal]]
        return Acceptance(self._tables, self._end, stack)

    def _reduced(self, terminal: str) -> list[int] | None:
        """The stack after the reductions that a terminal sets off; `None` if it cannot be taken."""
        if not self._stack:
            return None
        states, stack = self._states, self._stack
        action = states[stack[-1]].get(terminal)
        if action is None or action >= 0:
            return stack if action is not None else None
        stack = stack.copy()
        while action is not None and action < 0:
            origin, size, *_ = self._reductions[~action]
            del stack[-size:]
            stack.append(states[stack[-1]][origin])
            if terminal == END and stack[-1] == self._end:
                return stack
            action = states[stack[-1]].get(terminal)
        return stack if action is not None else None
