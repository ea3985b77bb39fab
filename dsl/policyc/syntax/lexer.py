"""Lexemes: what the eye separates, before the parser's state decides what a word stands for."""

import re
from collections.abc import Container, Iterator
from typing import final

from policyc.source import Source, Span
from policyc.syntax.words import Words

_LEXEME = re.compile(
    r"""
      (?P<DATE>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9]))
    | (?P<TIME>[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?(?![0-9]))
    | (?P<NUMBER>[0-9][0-9_]*(?:\.[0-9][0-9_]*)?)
    | (?P<WORD>[^\W\d]\w*)
    | (?P<STRING>"(?:[^"\\\n]|\\[^\n])*"|“[^”\n]*”)
    | (?P<PUNCTUATION>\.\.|!=|<=|>=|[-:,()=|<>{}+*/%.：，、（）＝＜＞≤≥≠×％｜－＋])
    | (?P<CURRENCY_SIGN>[¥￥$€£])
    | (?P<SPACE>[\s\ufeff]+|\#[^\n]*)
    | (?P<BROKEN_STRING>["“][^\n]*)
    | (?P<BROKEN>.)
    """,
    re.VERBOSE | re.DOTALL,
)

_PUNCTUATION = {
    "..": "RANGE", "!=": "NOT_EQUAL", "<=": "LESS_EQUAL", ">=": "MORE_EQUAL",
    ":": "COLON", ",": "COMMA", "(": "LPAR", ")": "RPAR", "=": "EQUAL", "|": "VBAR",
    "<": "LESSTHAN", ">": "MORETHAN", "{": "LBRACE", "}": "RBRACE", "+": "PLUS", "-": "MINUS",
    "*": "STAR", "/": "SLASH", "%": "PERCENT", ".": "DOT",
}  # fmt: skip

_WIDE = {
    "：": ":", "，": ",", "、": ",", "（": "(", "）": ")", "＝": "=", "＜": "<", "＞": ">",
    "≤": "<=", "≥": ">=", "≠": "!=", "×": "*", "％": "%", "｜": "|", "－": "-", "＋": "+",
}  # fmt: skip
"""What Chinese keyboards produce, and the usual mathematical signs."""

_COMMENT = re.compile(r'"(?:[^"\\\n]|\\[^\n])*"|“[^”\n]*”|(?P<comment>#[^\n]*)')
_CURRENCY = re.compile(r"[A-Z]{3}")


@final
class Token:
    """A terminal at a place. Not an attrs class: a file makes one per word."""

    __slots__ = ("end", "source", "start", "text", "type")

    def __init__(self, type_: str, text: str, source: Source, start: int, end: int) -> None:
        self.type = type_
        self.text = text
        self.source = source
        self.start = start
        self.end = end

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.source, self.start, self.end)


def lexemes(source: Source) -> Iterator[Token]:
    """The lexemes of a text, white space and comments left out.

    Types are those of the grammar, but for `WORD`, `BROKEN` and `BROKEN_STRING`.
    """
    for match in _LEXEME.finditer(source.text):
        kind = match.lastgroup
        if kind == "SPACE":
            continue
        text = match.group()
        if kind == "PUNCTUATION":
            text = _WIDE.get(text, text)
            kind = _PUNCTUATION[text]
        yield Token(kind or "BROKEN", text, source, match.start(), match.end())


def comments(source: Source) -> Iterator[Span]:
    """The comments of a text, each from its `#` to the end of its line."""
    for match in _COMMENT.finditer(source.text):
        if match.group("comment") is not None:
            yield Span(source, match.start(), match.end())


def classify(word: Token, accepted: Container[str], words: Words) -> Token:
    """The word as the terminal that the parser accepts: a phrase, a keyword, a name, a unit.

    Stays a `WORD` where it can be none of these.
    """
    for phrase, terminal in words.phrases.get(word.text, ()):
        if terminal in accepted and (match := phrase.match(word.source.text, word.start)):
            return Token(terminal, match.group(), word.source, word.start, match.end())
    for terminal in words.terminals.get(word.text, ()):
        if terminal in accepted:
            return Token(terminal, word.text, word.source, word.start, word.end)
    if "UNIT" in accepted and is_currency(word.text):
        return Token("UNIT", word.text, word.source, word.start, word.end)
    if "NAME" in accepted:
        return Token("NAME", word.text, word.source, word.start, word.end)
    return word


def is_currency(word: str) -> bool:
    """Whether a word has the form of a currency's code (ISO 4217)."""
    return _CURRENCY.fullmatch(word) is not None


def punctuation_text(terminal: str) -> str | None:
    """How a punctuation terminal is written."""
    return next((text for text, name in _PUNCTUATION.items() if name == terminal), None)


def text_value(token: Token) -> str:
    r"""What a quoted text says: without quotes, `\"` and `\\` resolved."""
    inner = token.text[1:-1]
    return re.sub(r"\\(.)", r"\1", inner) if token.text[0] == '"' else inner
