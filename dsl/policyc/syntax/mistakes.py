"""What to say of a sentence that the grammar does not know.

The parser stopped in a state at a lexeme. Three explanations are tried, the likeliest first: a word
is misspelt, one word is missing before the lexeme, the lexeme does not belong there.
"""

from copy import copy

import lark
from lark.exceptions import UnexpectedToken
from lark.parsers.lalr_interactive_parser import InteractiveParser

from policyc.diagnostics.catalogue import reading
from policyc.diagnostics.diagnostic import Diagnostic, Fix
from policyc.diagnostics.suggest import nearest
from policyc.source import Span
from policyc.syntax.lexer import Token, classify, punctuation_text
from policyc.syntax.words import Words

_LONGEST = 40
_FREE = ("NAME", "STRING", "NUMBER", "TIME", "DATE", "UNIT", "TYPE", "CURRENCY_SIGN")
_NAMES = {
    "NAME": "a name",
    "STRING": 'a text in quotes',
    "NUMBER": "a number",
    "TIME": "a time",
    "DATE": "a date",
    "UNIT": "a unit",
    "TYPE": "a type",
    "CURRENCY_SIGN": "an amount of money",
    "$END": "the end of the statement",
}
_SHOWN = 6
_LIKELY = ("THEN", "COLON", "RPAR", "LPAR", "COMMA", "VBAR", "RBRACE", "TO", "BECAUSE", "FOR")
"""The words that people leave out, the likeliest first."""
_CLOSING = ("RPAR", "RBRACE", "VBAR")


def explain(parser: InteractiveParser, found: Token, words: Words) -> Diagnostic:
    """The finding for a lexeme that the parser cannot take."""
    if found.type == "BROKEN_STRING":
        return Diagnostic(reading.UNCLOSED_TEXT, found.span)
    if found.type == "BROKEN":
        return Diagnostic(
            reading.UNKNOWN_CHARACTER, found.span, {"character": _character(found.text)}
        )
    return (
        _misspelt(parser, found, words)
        or _missing(parser, found, words)
        or Diagnostic(
            reading.UNEXPECTED_WORD,
            found.span,
            {"word": _shown(found), "expected": expected(parser, words)},
        )
    )


def unfinished(parser: InteractiveParser, item: Span, start: Token, words: Words) -> Diagnostic:
    """The finding for a statement that stops too early; `item` is what there is of it."""
    closing = (t for t in _CLOSING if "$END" in _accepted_after(parser, t))
    missing = next((_written(t, words) for t in closing), None)
    end = Span(item.source, item.end, item.end)
    if missing is not None:
        arguments = {"missing": missing, "before": "the end of the statement"}
        return Diagnostic(reading.MISSING_WORD, end, arguments, fix=Fix(end, missing))
    arguments = {"statement": f"`{start.text}`", "expected": expected(parser, words)}
    return Diagnostic(reading.UNFINISHED_STATEMENT, item, arguments)


def expected(parser: InteractiveParser, words: Words) -> str:
    """What may come next, as words: the free ones first, then keywords of this state."""
    accepted = sorted(parser.accepts())
    free = [_NAMES[t] for t in (*_FREE, "$END") if t in accepted]
    fixed = [f"`{_written(t, words)}`" for t in accepted if t not in _NAMES]
    shown = (free + fixed)[:_SHOWN]
    return ", ".join(shown) + (", …" if len(free) + len(fixed) > _SHOWN else "")


def _misspelt(parser: InteractiveParser, found: Token, words: Words) -> Diagnostic | None:
    if found.type != "WORD":
        return None
    accepted = parser.accepts()
    candidates = [w for w, types in words.terminals.items() if any(t in accepted for t in types)]
    suggestion = nearest(found.text, candidates)
    if suggestion is None:
        return None
    arguments = {"word": found.text, "suggestion": suggestion}
    return Diagnostic(
        reading.MISSPELT_WORD, found.span, arguments, fix=Fix(found.span, suggestion)
    )


def _missing(parser: InteractiveParser, found: Token, words: Words) -> Diagnostic | None:
    for terminal in _LIKELY:
        accepted = _accepted_after(parser, terminal)
        if classify(found, accepted, words).type in accepted:
            missing = _written(terminal, words)
            place = Span(found.source, found.start, found.start)
            arguments = {"missing": missing, "before": _shown(found)}
            return Diagnostic(
                reading.MISSING_WORD, found.span, arguments, fix=Fix(place, f"{missing} ")
            )
    return None


def _accepted_after(parser: InteractiveParser, terminal: str) -> set[str]:
    """What the parser would accept after one more terminal; nothing if it does not take that."""
    trial = parser.copy(deepcopy_values=False)
    trial.parser_state.parse_conf = copy(trial.parser_state.parse_conf)
    trial.parser_state.parse_conf.callbacks = {}  # type: ignore[assignment]  # no nodes are built
    try:
        trial.feed_token(lark.Token(terminal, ""))
    except UnexpectedToken:
        return set()
    return trial.accepts()


def _written(terminal: str, words: Words) -> str:
    return punctuation_text(terminal) or words.word(terminal, "en")


def _shown(token: Token) -> str:
    text = token.text if len(token.text) <= _LONGEST else token.text[: _LONGEST - 3] + "…"
    return text if token.type == "STRING" else f"`{text}`"


def _character(text: str) -> str:
    return f"`{text}`" if text.isprintable() else f"U+{ord(text):04X}"

