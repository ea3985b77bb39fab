"""`grammar/policy.lark` to parse tables, by lark: what is done once for each user.

Only reached where the user's cache has no tables yet; see `tables` for what is kept of lark's work.
"""

from collections.abc import Iterator
from typing import Any

from lark import Lark, Token
from lark.lexer import Lexer
from lark.parsers.lalr_analysis import Shift

from policyc.syntax.lalr import Actions, Reduction, Tables

STARTS = ("heading", "item", "facts", "query")


class _NoLexer(Lexer):
    """Tokens come one by one: which terminal a word is depends on the parser's state."""

    def __init__(self, lexer_conf: object) -> None:
        """Needs nothing of the grammar."""

    def lex(self, lexer_state: object, parser_state: object) -> Iterator[Token]:  # noqa: ARG002  # lark's
        """No token."""
        return iter(())


def lark_parser(grammar: str) -> Lark:
    """Lark's own parser of a grammar, for tokens that are fed one by one."""
    return Lark(
        grammar,
        parser="lalr",
        lexer=_NoLexer,
        start=list(STARTS),
        keep_all_tokens=True,
        maybe_placeholders=False,
    )


def made_tables(grammar: str) -> Tables:
    """The tables of a grammar."""
    table: Any = lark_parser(grammar).parser.parser._parse_table  # noqa: SLF001  # lark gives no other way
    rules = list(dict.fromkeys(_rules_of(table.states)))
    numbers = {rule: number for number, rule in enumerate(rules)}
    return Tables(
        {name: (table.start_states[name], table.end_states[name]) for name in STARTS},
        {state: _actions(row, numbers) for state, row in table.states.items()},
        [_reduction(rule) for rule in rules],
    )


def _rules_of(states: Any) -> Iterator[Any]:
    for row in states.values():
        yield from (rule for action, rule in row.values() if action is not Shift)


def _actions(row: Any, numbers: dict[Any, int]) -> Actions:
    return {
        str(symbol): target if action is Shift else ~numbers[target]
        for symbol, (action, target) in row.items()
    }


def _reduction(rule: Any) -> Reduction:
    """What a rule of lark's does; `__` begins the rules that lark makes of `*` and `+`."""
    assert rule.expansion, "no rule of the grammar is empty"
    origin = str(rule.origin.name)
    builder = "" if origin.startswith("__") else str(rule.alias or origin)
    lists = any(symbol.name.startswith("__") for symbol in rule.expansion)
    inline = bool(rule.options.expand1 and not rule.alias)
    return origin, len(rule.expansion), builder, lists, inline
