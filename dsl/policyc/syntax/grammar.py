"""The parse tables of `grammar/policy.lark`, from a cache where there is one."""

from collections.abc import Iterator
from functools import cache

import lark
from lark.lexer import Lexer

from policyc.resources import cache_folder, grammar_folder
from policyc.syntax.build import Builder

STARTS = ["heading", "item", "facts", "query"]


class _NoLexer(Lexer):
    """Lark is fed token by token: which terminal a word is depends on the parser's state."""

    def __init__(self, lexer_conf: object) -> None:
        """Needs nothing of the grammar."""

    def lex(self, lexer_state: object, parser_state: object) -> Iterator[lark.Token]:  # noqa: ARG002  # lark's
        """No token."""
        return iter(())


@cache
def parser() -> lark.Lark:
    """The parser; lark keeps its tables in the user's cache, and sees whether they still fit."""
    folder = cache_folder()
    return lark.Lark(
        (grammar_folder() / "policy.lark").read_text("utf-8"),
        parser="lalr",
        lexer=_NoLexer,
        start=STARTS,
        keep_all_tokens=True,
        maybe_placeholders=False,
        transformer=Builder(),
        cache=str(folder / "grammar.tables") if folder else False,
    )
