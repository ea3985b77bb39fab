"""What to say of a sentence that the grammar does not know.

The parser stopped in a state at a lexeme. Three explanations are tried, the likeliest first: a word
is misspelt, one word is missing before the lexeme, the lexeme does not belong there.
"""

import re
from collections.abc import Mapping
from copy import copy

import lark
from lark.exceptions import UnexpectedToken
from lark.parsers.lalr_interactive_parser import InteractiveParser

from policyc.diagnostics.catalogue import reading
from policyc.diagnostics.diagnostic import Diagnostic, Fix, Language, Wording
from policyc.diagnostics.suggest import nearest
from policyc.source import Span
from policyc.syntax.lexer import Token, classify, punctuation_text
from policyc.syntax.words import Words

_LONGEST = 40
_FREE = ("NAME", "STRING", "NUMBER", "TIME", "DATE", "UNIT", "TYPE", "CURRENCY_SIGN")
_NAMES: Mapping[str, Mapping[Language, str]] = {
    "NAME": {"en": "a name", "zh": "名称"},
    "STRING": {"en": "a text in quotes", "zh": "引号中的文本"},
    "NUMBER": {"en": "a number", "zh": "数字"},
    "TIME": {"en": "a time", "zh": "时刻"},
    "DATE": {"en": "a date", "zh": "日期"},
    "UNIT": {"en": "a unit", "zh": "单位"},
    "TYPE": {"en": "a type", "zh": "类型"},
    "CURRENCY_SIGN": {"en": "an amount of money", "zh": "金额"},
    "$END": {"en": "the end of the statement", "zh": "语句末尾"},
}
_LANGUAGES: tuple[Language, ...] = ("en", "zh")
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
    arguments: dict[str, Wording]
    if missing is not None:
        arguments = {"missing": missing, "before": _NAMES["$END"]}
        fix = Fix(end, missing[_script(start, words)])
        return Diagnostic(reading.MISSING_WORD, end, arguments, fix=fix)
    arguments = {"statement": f"`{start.text}`", "expected": expected(parser, words)}
    return Diagnostic(reading.UNFINISHED_STATEMENT, item, arguments)


def expected(parser: InteractiveParser, words: Words) -> Mapping[Language, str]:
    """What may come next, as words: the free ones first, then keywords of this state."""
    accepted = sorted(parser.accepts())
    free = [_NAMES[t] for t in (*_FREE, "$END") if t in accepted]
    fixed = [_written(t, words) for t in accepted if t not in _NAMES]
    more = len(free) + len(fixed) > _SHOWN
    listed: dict[Language, str] = {}
    for language in _LANGUAGES:
        shown = [name[language] for name in free] + [f"`{word[language]}`" for word in fixed]
        joined = (", " if language == "en" else "、").join(shown[:_SHOWN])
        listed[language] = joined + _MORE[language] * more
    return listed


_MORE: Mapping[Language, str] = {"en": ", …", "zh": "等"}


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
            arguments: dict[str, Wording] = {"missing": missing, "before": _shown(found)}
            fix = Fix(place, f"{missing[_script(found, words)]} ")
            return Diagnostic(reading.MISSING_WORD, found.span, arguments, fix=fix)
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


def _written(terminal: str, words: Words) -> Mapping[Language, str]:
    mark = punctuation_text(terminal)
    return {script: mark or words.word(terminal, script) for script in _LANGUAGES}


def _script(token: Token, words: Words) -> Language:
    """The script of the first keyword on a token's line: a repair keeps to it."""
    number, _ = token.source.position(token.start)
    for word in _WORD.findall(token.source.line(number)):
        if word in words.terminals:
            return "en" if word.isascii() else "zh"
    return "en"


_WORD = re.compile(r"[^\W\d]\w*")


def _shown(token: Token) -> str:
    text = token.text if len(token.text) <= _LONGEST else token.text[: _LONGEST - 3] + "…"
    return text if token.type == "STRING" else f"`{text}`"


def _character(text: str) -> str:
    return f"`{text}`" if text.isprintable() else f"U+{ord(text):04X}"

