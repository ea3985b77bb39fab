"""The explanations, the likeliest first."""

import re
from collections.abc import Callable, Iterable

from policyc.diagnostics.catalogue import reading
from policyc.diagnostics.diagnostic import Diagnostic, Fix, Wording
from policyc.diagnostics.suggest import nearest
from policyc.source import Span
from policyc.syntax.acceptance import END
from policyc.syntax.lexer import Token, text_value
from policyc.syntax.mistakes.elsewhere import comparison_in_words, misspelt, word_from_elsewhere
from policyc.syntax.mistakes.expectation import expectation
from policyc.syntax.mistakes.missing import (
    missing_ending,
    missing_equals,
    missing_parenthesis,
    missing_period,
    missing_value,
    missing_word,
)
from policyc.syntax.mistakes.notations import dash_in_range, other_notation, other_operator
from policyc.syntax.mistakes.order import last_day, sibling, too_early
from policyc.syntax.mistakes.repair import leads_on
from policyc.syntax.mistakes.standstill import Standstill, shown


def explain(stop: Standstill) -> Diagnostic:
    """The finding for a lexeme that the parser cannot take."""
    return _first(_EXPLANATIONS, [stop]) or _unexpected(stop)


def stray(stops: Iterable[Standstill]) -> Diagnostic:
    """The finding for a lexeme that begins nothing: one stop for each kind of beginning."""
    places = list(stops)
    return _first(_EXPLANATIONS_OF_STRAYS, places) or _unknown_statement(places[0])


_TEXT: Wording = {"en": "text", "zh": "文本"}
"""What is called no statement: facts or a question, which begin with a name of their own."""


def unfinished(stop: Standstill) -> Diagnostic:
    """The finding for a statement that ends too early; what was found begins the next one."""
    if found := _first(_EXPLANATIONS_OF_ENDS, [stop]):
        return found
    arguments: dict[str, Wording] = {
        "statement": _TEXT if stop.taken[0].type == "NAME" else shown(stop.taken[0]),
        "expected": expectation(stop.accepted, stop.words),
    }
    return Diagnostic(reading.UNFINISHED_STATEMENT, stop.taken[-1].span, arguments)


def _first(
    explanations: Iterable[Callable[[Standstill], Diagnostic | None]], stops: list[Standstill]
) -> Diagnostic | None:
    for explanation in explanations:
        for stop in stops:
            found = explanation(stop)
            if found is not None and leads_on(stop, found):
                return found
    return None


def _unclosed_text(stop: Standstill) -> Diagnostic | None:
    if stop.found.type != "BROKEN_STRING":
        return None
    return Diagnostic(reading.UNCLOSED_TEXT, stop.found.span)


def _unknown_character(stop: Standstill) -> Diagnostic | None:
    return _superfluous(stop.found) if stop.found.type == "BROKEN" else None


def _superfluous_mark(stop: Standstill) -> Diagnostic | None:
    """A comma before the end of a list, a parenthesis that closes nothing, a full stop."""
    kinds = [token.type for token in stop.taken]
    match stop.found.type:
        case "RPAR" | "RBRACE" if kinds[-1:] == ["COMMA"]:
            return _superfluous(stop.taken[-1])
        case "RPAR" if kinds.count("LPAR") == kinds.count("RPAR"):
            return _superfluous(stop.found)
        case "DOT" if END in stop.accepted and stop.found_ends_line():
            return _superfluous(stop.found)
        case _:
            return None


def _superfluous(token: Token) -> Diagnostic:
    arguments = {"character": _character(token.text)}
    return Diagnostic(reading.UNKNOWN_CHARACTER, token.span, arguments, fix=Fix(token.span, ""))


def _foreign_quotes(stop: Standstill) -> Diagnostic | None:
    """Texts in quotes that this language does not have."""
    closing = _QUOTES.get(stop.found.text) if "STRING" in stop.accepted else None
    source, start = stop.found.source, stop.found.start
    number, column = source.position(start)
    end = source.line(number).find(closing, column) if closing else -1
    if end < 0:
        return None
    span = Span(source, start, start - column + 2 + end)
    return misspelt(span, f'"{span.text[1:-1]}"')


_QUOTES = {"'": "'", "‘": "’", "「": "」", "『": "』", "«": "»", "《": "》", "`": "`", "”": "”"}


def _quoted_name(stop: Standstill) -> Diagnostic | None:
    """A name, or a value like `never`, in quotes."""
    if stop.found.type != "STRING" or "NAME" not in stop.accepted:
        return None
    inner = text_value(stop.found)
    return misspelt(stop.found.span, inner) if _NAME.fullmatch(inner) else None


_NAME = re.compile(r"[^\W\d]\w*")


def _unspaced(stop: Standstill) -> Diagnostic | None:
    """Chinese words that stand without spaces between them."""
    if stop.found.type != "WORD" or stop.found.text.isascii():
        return None
    words = _split(stop, stop.found.text)
    if len(words) == 1:
        return None
    suggestion = " ".join(words)
    arguments = {"word": stop.found.text, "suggestion": suggestion}
    fix = Fix(stop.found.span, suggestion)
    return Diagnostic(reading.UNSPACED_WORDS, stop.found.span, arguments, fix=fix)


def _split(stop: Standstill, text: str) -> list[str]:
    """A text as the words that may stand here one after the other, then the rest of it."""
    found: list[str] = []
    accepted = stop.accepted
    while text:
        heads = [text[:length] for length in range(len(text), 0, -1)]
        read = (
            (head, t) for head in heads for t in stop.words.terminals.get(head, ()) if t in accepted
        )
        word, terminal = next(read, (text, END))
        found.append(word)
        text, accepted = text[len(word) :], accepted.after(terminal)
    return found


def _half_phrase(stop: Standstill) -> Diagnostic | None:
    """The first word of a phrase without the others."""
    phrases = [t for _, t in stop.words.phrases.get(stop.found.text, ()) if t in stop.accepted]
    return misspelt(stop.found.span, stop.in_script(phrases[0])) if len(phrases) == 1 else None


def _misspelt(stop: Standstill) -> Diagnostic | None:
    if stop.found.type != "WORD" or stop.is_word(stop.found.text):
        return None
    candidates = [w for w in stop.words.terminals if stop.accepted_as(w)]
    suggestion = nearest(stop.found.text, candidates)
    return misspelt(stop.found.span, suggestion) if suggestion else None


def _unexpected(stop: Standstill) -> Diagnostic:
    arguments: dict[str, Wording] = {
        "word": shown(stop.found),
        "expected": expectation(stop.accepted, stop.words),
    }
    return Diagnostic(reading.UNEXPECTED_WORD, stop.found.span, arguments)


def _stray_word(stop: Standstill) -> Diagnostic | None:
    if not stop.is_word(stop.found.text):
        return None
    arguments = {"word": shown(stop.found)}
    return Diagnostic(reading.STRAY_WORD, stop.found.span, arguments)


def _unknown_statement(stop: Standstill) -> Diagnostic:
    arguments = {"word": shown(stop.found)}
    return Diagnostic(reading.UNKNOWN_STATEMENT, stop.found.span, arguments)


def _character(text: str) -> str:
    return f"`{text}`" if text.isprintable() else f"U+{ord(text):04X}"


_EXPLANATIONS = (
    _unclosed_text,
    other_operator,
    last_day,
    other_notation,
    dash_in_range,
    sibling,
    comparison_in_words,
    word_from_elsewhere,
    _foreign_quotes,
    _unknown_character,
    _superfluous_mark,
    _quoted_name,
    missing_value,
    _unspaced,
    _half_phrase,
    _misspelt,
    missing_equals,
    missing_period,
    missing_word,
    missing_parenthesis,
    too_early,
)
_EXPLANATIONS_OF_ENDS = (
    missing_ending,
    other_notation,
    dash_in_range,
    missing_equals,
    missing_period,
)
_EXPLANATIONS_OF_STRAYS = (
    _unclosed_text,
    word_from_elsewhere,
    _foreign_quotes,
    _unknown_character,
    _unspaced,
    _half_phrase,
    _stray_word,
    _misspelt,
)
