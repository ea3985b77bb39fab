"""What the parser takes next, exactly.

The tables are LALR: where a phrase is complete, they list every terminal that may follow one of its
kind somewhere, not only here. That hardly matters to a parser (it fails a step later), but much to
a lexer that asks which of its meanings a word has here.
"""

from collections.abc import Iterator
from typing import Any

from lark.parsers.lalr_analysis import Shift
from lark.parsers.lalr_interactive_parser import InteractiveParser

END = "$END"


class Acceptance:
    """The terminals that a parser takes next, for `in` and for iteration.

    One made from a running parser speaks of the place where that stands at the moment.
    """

    def __init__(self, states: Any, end_state: Any, stack: list[Any]) -> None:
        self._states = states
        self._end_state = end_state
        self._stack = stack

    @classmethod
    def of(cls, run: InteractiveParser) -> "Acceptance":
        """What a running parser takes."""
        conf = run.parser_state.parse_conf
        return cls(conf.parse_table.states, conf.end_state, run.parser_state.state_stack)

    def __contains__(self, terminal: object) -> bool:
        """Whether all reductions that the terminal sets off end where it can be taken."""
        return self._reduced(terminal) is not None

    def __iter__(self) -> Iterator[str]:
        """All terminals, by name."""
        listed = sorted(self._states[self._stack[-1]])
        return (t for t in listed if (t == END or t.isupper()) and t in self)

    def after(self, terminal: str) -> "Acceptance":
        """What the parser would take after one more terminal; nothing if it does not take that."""
        stack = self._reduced(terminal)
        if stack is None or terminal == END:
            return Acceptance({None: {}}, None, [None])
        shifted = [*stack, self._states[stack[-1]][terminal][1]]
        return Acceptance(self._states, self._end_state, shifted)

    def _reduced(self, terminal: object) -> list[Any] | None:
        """The stack after the reductions that a terminal sets off; `None` if it cannot be taken."""
        action = self._states[self._stack[-1]].get(terminal)
        if action is not None and action[0] is Shift:
            return self._stack
        stack = self._stack.copy()
        while action is not None and action[0] is not Shift:
            rule = action[1]
            if rule.expansion:
                del stack[-len(rule.expansion) :]
            stack.append(self._states[stack[-1]][rule.origin.name][1])
            if terminal == END and stack[-1] == self._end_state:
                return stack
            action = self._states[stack[-1]].get(terminal)
        return stack if action is not None else None
