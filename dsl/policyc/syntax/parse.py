"""Text to syntax tree.

Each statement is parsed by itself: it ends where the parser could stop and a word follows that
begins another. After a mistake, reading resumes at the next line that begins a statement, so that
a file with five mistakes reports five.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TypeVar

from policyc.diagnostics.catalogue import reading
from policyc.diagnostics.diagnostic import Diagnostic
from policyc.source import Source, Span
from policyc.syntax import nodes as n
from policyc.syntax.acceptance import END
from policyc.syntax.automaton import Automaton, Start
from policyc.syntax.lexer import Token, classify, lexemes, text_value
from policyc.syntax.mistakes import Standstill, explain, grouped_digits, stray, unfinished
from policyc.syntax.words import words

MAX_DIGITS = 40
MAX_DEPTH = 160
"""States on the parser's stack: about as many levels of parentheses and of `not`."""

_MAX_MISTAKES = 100
_INNER = frozenset(("WHEN", "ALLOW", "FORBID", "REQUIRE", "DISCOURAGE", "RECOMMEND", "LIMIT"))
"""What begins a statement and also stands at the beginning of a line inside one."""

_TAIL = re.compile(r"0[0-9]{2}")
"""What hardly anybody writes but as the end of `12,000`."""

_ONCE = {
    "DATED": "when", "AT": "where", "OFFICIAL": "by whom", "SECONDARY": "by whom",
    "UNVERIFIED": "by whom", "MORE_STRICTER": "stricter", "LESS_STRICTER": "stricter",
    "UNSPECIFIED": "unspecified",
}  # fmt: skip
"""Marks of sources and terms, by the question that they answer."""

_DECLARING = frozenset(("SUBJECT", "KIND", "ACTION", "EVENT", "FACT", "TERM", "DEFINE"))

Part = TypeVar("Part", n.Given, n.Ask)


def parse(source: Source) -> tuple[n.File, tuple[Diagnostic, ...]]:
    """The file that a text holds, and everything in it that could not be read."""
    reader = _Reader(source)
    documents = reader.documents()
    nul = source.text.find("\0")
    if nul >= 0:  # no editor writes one: this is no text, even where it stands in quotes
        place = Span(source, nul, nul + 1)
        reader.findings.append(
            Diagnostic(reading.UNKNOWN_CHARACTER, place, {"character": "U+0000"})
        )
    if not documents and not reader.findings:
        reader.findings.append(Diagnostic(reading.EMPTY_FILE, Span(source, 0, 0)))
    return n.File(source, documents, broken=bool(reader.findings)), tuple(reader.findings)


def parse_facts(source: Source) -> tuple[n.Given | None, tuple[Diagnostic, ...]]:
    """The facts that a text like `overdue = 20, unreachable = 73h` states, or what is wrong."""
    return _parse_whole(source, "facts", n.Given)


def parse_query(source: Source) -> tuple[n.Ask | None, tuple[Diagnostic, ...]]:
    """The pattern that a text like `contact(emergency, phone)` is, or what is wrong."""
    return _parse_whole(source, "query", n.Ask)


def _parse_whole(
    source: Source, start: Start, kind: type[Part]
) -> tuple[Part | None, tuple[Diagnostic, ...]]:
    reader = _Reader(source)
    found = reader.statement(start)
    return (found if isinstance(found, kind) else None), tuple(reader.findings)


@cache
def _beginnings() -> Mapping[Start, frozenset[str]]:
    """The terminals that a heading and an item may begin with."""
    starts: tuple[Start, ...] = ("heading", "item")
    return {s: frozenset(Automaton(s).choices()) for s in starts}


class _Reader:
    """Reads one text; `place` counts the lexemes that are behind."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.lexemes = list(lexemes(source))
        self.place = 0
        self.words = words()
        self.findings: list[Diagnostic] = []
        self.unread: list[str] = []

    def documents(self) -> tuple[n.Document, ...]:
        """Every document; items before the first heading make one without."""
        documents: list[n.Document] = []
        heading: n.Heading | None = None
        items: list[n.Item] = []
        while self.place < len(self.lexemes) and len(self.findings) < _MAX_MISTAKES:
            begun = self.place
            kind = self._beginning(self.lexemes[begun])
            found = self.statement(kind) if kind else None
            if not kind:
                self._report_no_statement()
            if isinstance(found, n.Heading):
                documents += self._document(heading, items)
                heading, items = found, []
            elif found is not None:
                items.append(found)  # type: ignore[arg-type]  # `item` reduces to nothing else
            else:
                self._skip(begun)
        return (*documents, *self._document(heading, items))

    def _document(self, heading: n.Heading | None, items: list[n.Item]) -> list[n.Document]:
        unread, self.unread = tuple(self.unread), []
        if heading is None and not items:
            return []
        first = heading or items[0]
        last = items[-1] if items else first
        return [n.Document(heading, tuple(items), unread, span=first.span.to(last.span))]

    def statement(self, start: Start) -> n.Node | None:
        """The statement that begins here; `None` after a finding, with `place` where it stands."""
        run = Automaton(start)
        accepted = run.accepted
        begun = self.place
        taken: list[Token] = []
        while self.place < len(self.lexemes):
            token = self.lexemes[self.place]
            if token.type == "WORD":
                if "NAME" in accepted and self._ends_before(token, begun, END in accepted):
                    break
                token = classify(token, accepted, self.words)
            if token.type not in accepted:
                if END in accepted and self._may_follow(token, start, begun):
                    break
                self._report_mistake(start, taken, token)
                self.unread += _declared(taken)
                return None
            if not self._bearable(token, run.depth):
                return None
            self._check_repetition(token, taken)
            self._take(run, token)
            taken.append(token)
        if END not in accepted:
            self._report_end(start, taken)
            self.unread += _declared(taken)
            return None
        node = run.finish()
        assert isinstance(node, n.Node), "every start symbol reduces to a node"
        return node

    def _take(self, run: Automaton, token: Token) -> None:
        run.take(token)
        self.place += 1
        while self.place < len(self.lexemes) and self.lexemes[self.place].start < token.end:
            self.place += 1

    def _may_follow(self, token: Token, start: Start, begun: int) -> bool:
        """Whether a token may be what follows a complete statement.

        After a heading, anything may; else what begins a statement, or was probably meant to,
        because it begins a line as far left as this statement.
        """
        if start == "item" and self._beginning(token) is None:
            return self._is_as_far_left(token, begun)
        return start in ("heading", "item")

    def _is_as_far_left(self, token: Token, begun: int) -> bool:
        """Whether a token begins a line as far left as the statement does."""
        column = self._column(token)
        return column is not None and column <= (self._column(self.lexemes[begun]) or 0)

    def _check_repetition(self, token: Token, taken: list[Token]) -> None:
        """Reports a mark whose question a statement has answered already; the node keeps one."""
        question = _ONCE.get(token.type)
        if question is not None and any(_ONCE.get(t.type) == question for t in taken):
            arguments = {"mark": f"`{token.text}`"}
            self.findings.append(Diagnostic(reading.REPEATED_MARK, token.span, arguments))

    def _ends_before(self, word: Token, begun: int, complete: bool) -> bool:
        """Whether a word that could be a name begins the next statement instead.

        It does after a list without commas, where a line begins as far left as the statement, and
        below a table; in the row of a table it is a cell.
        """
        if self.place == begun or not self._beginning(word):
            return False
        if complete:
            return self._column(word) is not None or self.lexemes[self.place - 1].type != "VBAR"
        return self._is_as_far_left(word, begun)

    def _report_end(self, start: Start, taken: list[Token]) -> None:
        """Reports that the statement ends too early: at the next one, or at the end of the text."""
        if not taken:
            self.findings.append(Diagnostic(reading.EMPTY_FILE, Span(self.source, 0, 0)))
            return
        end = len(self.source.text)
        found = [*self.lexemes[self.place :], Token(END, "", self.source, end, end)][0]
        self.findings.append(unfinished(self._standstill(start, taken, found)))

    def _report_mistake(self, start: Start, taken: list[Token], token: Token) -> None:
        if taken and self._beginning(token) and self._column(token) is not None:
            self._report_end(start, taken)
        else:
            self.findings.append(explain(self._standstill(start, taken, token)))

    def _report_no_statement(self) -> None:
        found = self.lexemes[self.place]
        self.findings.append(stray(self._standstill(s, (), found) for s in _beginnings()))

    def _standstill(self, start: Start, taken: Sequence[Token], found: Token) -> Standstill:
        begin = Automaton(start).accepted
        return Standstill(begin, tuple(taken), found, self.words)

    def _bearable(self, token: Token, depth: int) -> bool:
        """Whether a token is within the bounds that keep hostile input cheap; a finding if not."""
        if token.type == "NUMBER" and len(token.text) > MAX_DIGITS:
            arguments = {"limit": str(MAX_DIGITS)}
            self.findings.append(Diagnostic(reading.LONG_NUMBER, token.span, arguments))
            return False
        if depth > MAX_DEPTH:
            arguments = {"limit": str(MAX_DEPTH)}
            self.findings.append(Diagnostic(reading.TOO_DEEP, token.span, arguments))
            return False
        grouped = grouped_digits(token.span) if _TAIL.fullmatch(token.text) else None
        if grouped is not None:
            self.findings.append(grouped)
        return grouped is None

    def _beginning(self, token: Token) -> Start | None:
        for start, accepted in _beginnings().items():
            terminal = token
            if token.type == "WORD" or token.text in self.words.terminals:
                terminal = classify(token, accepted, self.words)
            if terminal.type in accepted:
                return start
        return None

    def _skip(self, begun: int) -> None:
        """On to the next line that begins a statement and is no part of the one that began."""
        column = self._column(self.lexemes[begun]) or 0
        self.place = max(self.place, begun + 1)
        while self.place < len(self.lexemes):
            token = self.lexemes[self.place]
            own = self._column(token)
            if own is not None and (start := self._beginning(token)):
                inner = classify(token, _beginnings()[start], self.words).type in _INNER
                if not inner or own <= column:
                    return
            self.place += 1

    def _column(self, token: Token) -> int | None:
        """How far a line's first word is indented; `None` for any other word."""
        text, line = self.source.text, token.start
        while line and text[line - 1] != "\n":
            if not text[line - 1].isspace():
                return None
            line -= 1
        return token.start - line


def _declared(taken: Sequence[Token]) -> list[str]:
    """The names that a statement with a mistake would have declared."""
    match taken:
        case [Token(type="STAGES_OF"), *_]:
            return ["stage"]
        case [first, Token(type="NAME", text=name), *rest] if first.type in _DECLARING:
            return [name, *(text_value(t) for t in rest[:1] if t.type == "STRING")]
        case _:
            return []
