"""What the tables of an LALR(1) automaton are."""

from typing import NamedTuple, TypeAlias

Actions: TypeAlias = dict[str, int]
"""By symbol: the state to shift to, or `~n` for the reduction of number n."""

Reduction: TypeAlias = tuple[str, int, str, bool, bool]
"""The symbol that it makes, of how many children (one at least), and how.

The builder's method, "" for a list of symbols; whether lists are among the children, whose content
is taken out; whether an only child stands for itself.
"""


class Tables(NamedTuple):
    """An LALR(1) automaton: `starts` has the first and the last state of each start symbol."""

    starts: dict[str, tuple[int, int]]
    states: dict[int, Actions]
    reductions: list[Reduction]
