"""Where the parser stopped."""

import re
from collections.abc import Mapping

import attrs

from policyc.diagnostics.diagnostic import Language
from policyc.source import Span
from policyc.syntax.acceptance import Acceptance
from policyc.syntax.lexer import Token, classify, punctuation_text
from policyc.syntax.words import Words

LANGUAGES: tuple[Language, ...] = ("en", "zh")

_LONGEST = 40
_WORD = re.compile(r"[^\W\d]\w*")


@attrs.frozen
class Standstill:
    """A lexeme that the parser cannot take, and what it has taken of the statement before.

    `begin` is what it takes where the statement begins, `taken` are terminals, `accepted` is what
    it takes after them.
    """

    begin: Acceptance
    taken: tuple[Token, ...]
    found: Token
    words: Words
    accepted: Acceptance = attrs.field(init=False)

    @accepted.default
    def _accepted_after_taken(self) -> Acceptance:
        accepted = self.begin
        for token in self.taken:
            accepted = accepted.after(token.type)
        return accepted

    def earlier(self) -> "Standstill":
        """The place one terminal before."""
        return Standstill(self.begin, self.taken[:-1], self.taken[-1], self.words)

    def reads_after(self, terminal: str) -> bool:
        """Whether the parser would take the lexeme if a terminal stood before it.

        A word of the language does not count as a name: it was hardly meant as one.
        """
        accepted = self.accepted.after(terminal)
        if self.found.type != "WORD":
            return self.found.type in accepted
        read = classify(self.found, accepted, self.words).type
        return read in accepted and (read != "NAME" or not self.is_word(self.found.text))

    def found_ends_line(self) -> bool:
        """Whether nothing but a comment follows the lexeme on its line."""
        number, column = self.found.source.position(self.found.start)
        rest = self.found.source.line(number)[column - 1 + len(self.found.text) :].strip()
        return not rest or rest.startswith("#")

    def is_word(self, text: str) -> bool:
        """Whether a text is a word of the language."""
        return text in self.words.terminals

    def accepted_as(self, text: str) -> str | None:
        """The terminal that a word of the language would be here, if it may stand here."""
        return next((t for t in self.words.terminals.get(text, ()) if t in self.accepted), None)

    def in_script(self, terminal: str) -> str:
        """How a terminal is written in the script of the line: a repair keeps to it."""
        return written(terminal, self.words)[self._script()]

    def _script(self) -> Language:
        """The script of the first word of the language on the line."""
        number, _ = self.found.source.position(self.found.start)
        for word in _WORD.findall(self.found.source.line(number)):
            if self.is_word(word):
                return "en" if word.isascii() else "zh"
        return "en" if self.found.text.isascii() else "zh"


def written(terminal: str, words: Words) -> Mapping[Language, str]:
    """How a terminal is written in each script."""
    mark = punctuation_text(terminal)
    return {script: mark or words.word(terminal, script) for script in LANGUAGES}


def shown(token: Token) -> str:
    """A token's text, quoted, and cut if it is long."""
    text = token.text if len(token.text) <= _LONGEST else token.text[: _LONGEST - 1] + "…"
    return text if token.type == "STRING" else f"`{text}`"


def before(token: Token) -> Span:
    """The empty place before a token."""
    return Span(token.source, token.start, token.start)


def after(token: Token) -> Span:
    """The empty place after a token."""
    return Span(token.source, token.end, token.end)
