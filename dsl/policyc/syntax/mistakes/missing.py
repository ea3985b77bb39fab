"""Words, marks and values that are missing."""

from collections.abc import Mapping
from itertools import accumulate, repeat

from policyc.diagnostics.catalogue import reading
from policyc.diagnostics.diagnostic import Diagnostic, Fix, Language, Wording
from policyc.syntax.acceptance import END
from policyc.syntax.lexer import Token
from policyc.syntax.mistakes.expectation import expectation
from policyc.syntax.mistakes.repair import leads_on
from policyc.syntax.mistakes.standstill import Standstill, after, before, shown, written

_LEFT_OUT = (
    "THEN", "COLON", "RPAR", "IS", "COMMA", "VBAR", "RBRACE", "TO", "BECAUSE", "FOR", "WHEN",
)  # fmt: skip
"""The words that people leave out, the likeliest first."""

_CLOSING = frozenset(("COLON", "RPAR", "COMMA", "RBRACE"))
"""Those that belong to the word before them."""

_LITERALS = ("NUMBER", "TIME", "DATE", "CURRENCY_SIGN")
_ENDING = ("RPAR", "RBRACE", "VBAR")
_MOST_PARENTHESES = 4


def missing_value(stop: Standstill) -> Diagnostic | None:
    """The finding for a word that was taken for a name because a value is missing before it."""
    if not stop.taken or stop.taken[-1].type != "NAME":
        return None
    place = stop.earlier()
    following = place.accepted.after("NAME")
    meant = place.words.terminals.get(place.found.text, ())
    if "NUMBER" not in place.accepted or not any(t in following for t in meant):
        return None
    arguments: dict[str, Wording] = {
        "before": shown(place.found),
        "expected": expectation(place.accepted, place.words),
    }
    return Diagnostic(reading.MISSING_VALUE, place.found.span, arguments)


def missing_word(stop: Standstill) -> Diagnostic | None:
    """The finding for a word that would have to stand between."""
    for terminal in _LEFT_OUT:
        if stop.reads_after(terminal):
            missing = written(terminal, stop.words)
            if terminal in _CLOSING and stop.taken:
                return _missing_after(stop.taken[-1], missing, stop.in_script(terminal))
            return _missing_before(stop.found, missing, stop.in_script(terminal))
    return None


def missing_parenthesis(stop: Standstill) -> Diagnostic | None:
    """The finding for a name beside a name, which may be its argument."""
    if not stop.taken or stop.taken[-1].type != "NAME" or stop.found.type != "WORD":
        return None
    last = stop.taken[-1]
    beside = "\n" not in last.source.text[last.end : stop.found.start]
    found = _mark_after(last, "(")
    # One name more would do for the parser: what follows it tells whether it is an argument.
    return found if beside and leads_on(stop, found, beyond=2) else None


def missing_equals(stop: Standstill) -> Diagnostic | None:
    """The finding for `given x 5`, and for `set x 5`, which was hardly meant as a range."""
    kinds = [token.type for token in stop.taken]
    if {"EQUAL", "COMMA"} <= set(stop.accepted) and stop.found.type in _LITERALS:
        return _missing_before(stop.found, {"en": "=", "zh": "="}, "=")
    if kinds[:1] != ["SET"] or "EQUAL" in kinds or "RANGE" not in stop.accepted:
        return None
    return _missing_before(stop.taken[2], {"en": "=", "zh": "="}, "=")


def missing_period(stop: Standstill) -> Diagnostic | None:
    """The finding for a limit that is complete but for its period."""
    kinds = [token.type for token in stop.taken]
    if "PER_DAY" not in stop.accepted or "LIMIT" not in kinds:
        return None
    if stop.found.type != END and not stop.reads_after("PER_DAY"):
        return None
    begin, number = kinds.index("LIMIT"), len(kinds) - 1 - kinds[::-1].index("NUMBER")
    action = stop.taken[begin + 1].span.to(stop.taken[number - 2].span).text
    arguments: dict[str, Wording] = {"action": action, "number": stop.taken[number].text}
    span = stop.taken[begin].span.to(stop.taken[-1].span)
    return Diagnostic(reading.LIMIT_WITHOUT_PERIOD, span, arguments)


def missing_ending(stop: Standstill) -> Diagnostic | None:
    """The finding for a statement that one mark, or some parentheses, would complete."""
    for terminal in _ENDING:
        way = accumulate(
            repeat(terminal, _MOST_PARENTHESES),
            lambda accepted, mark: accepted.after(mark),
            initial=stop.accepted,
        )
        for count, accepted in enumerate(way):
            if count and END in accepted:
                return _mark_after(stop.taken[-1], stop.in_script(terminal) * count)
    return None


def _mark_after(last: Token, mark: str) -> Diagnostic:
    return _missing_after(last, {"en": mark, "zh": mark}, mark)


def _missing_after(last: Token, missing: Mapping[Language, str], repair: str) -> Diagnostic:
    where: Wording = {"en": f"after {shown(last)}", "zh": f"{shown(last)}之后"}
    arguments: dict[str, Wording] = {"missing": missing, "where": where}
    return Diagnostic(reading.MISSING_WORD, last.span, arguments, fix=Fix(after(last), repair))


def _missing_before(found: Token, missing: Mapping[Language, str], repair: str) -> Diagnostic:
    where: Wording = {"en": f"before {shown(found)}", "zh": f"{shown(found)}之前"}
    arguments: dict[str, Wording] = {"missing": missing, "where": where}
    fix = Fix(before(found), f"{repair} ")
    return Diagnostic(reading.MISSING_WORD, found.span, arguments, fix=fix)
