"""What the parser takes next, exactly.

The tables are LALR: where a phrase is complete, they list every terminal that may follow one of its
kind somewhere, not only here. That hardly matters to a parser (it fails a step later), but much to
a lexer that asks which of its meanings a word has here.
"""

from typing import Any

from lark.parsers.lalr_analysis import Shift
from lark.parsers.lalr_interactive_parser import InteractiveParser

END = "$END"


class Acceptance:
    """The terminals that a running parser takes next, for the `in` operator."""

    def __init__(self, run: InteractiveParser) -> None:
        self._states: Any = run.parser_state.parse_conf.parse_table.states
        self._end_state = run.parser_state.parse_conf.end_state
        self._stack: list[Any] = run.parser_state.state_stack

    def __contains__(self, terminal: object) -> bool:
        """Whether all reductions that the terminal sets off end where it can be taken."""
        action = self._states[self._stack[-1]].get(terminal)
        if action is None or action[0] is Shift:
            return action is not None
        stack = self._stack.copy()
        while action is not None and action[0] is not Shift:
            rule = action[1]
            if rule.expansion:
                del stack[-len(rule.expansion) :]
            stack.append(self._states[stack[-1]][rule.origin.name][1])
            if terminal == END and stack[-1] == self._end_state:
                return True
            action = self._states[stack[-1]].get(terminal)
        return action is not None
