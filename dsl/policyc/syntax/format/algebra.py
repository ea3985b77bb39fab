"""Documents that know where they may break.

The algebra is that of Wadler, "A prettier printer" (2003), with what a language with comments
needs besides: a text may carry comments, and lines break where a comment makes them.
"""

from collections.abc import Iterable
from typing import TypeAlias

import attrs

from policyc.diagnostics.terminal import columns

_CLOSING = frozenset(("COMMA", "COLON", "RPAR", "RBRACE"))
"""What stays with the word before it, ahead of a comment that follows the word."""


@attrs.frozen
class Comment:
    """A comment on a line of its own; `spaced` where a blank line goes before it."""

    text: str
    spaced: bool = False


@attrs.frozen
class Text:
    """What is never broken: one terminal of the grammar, or (`terminal` is empty) spaces.

    `before` stands on lines of its own above it, `after` ends its line.
    """

    text: str
    terminal: str = ""
    before: tuple[Comment, ...] = ()
    after: str = ""

    @property
    def closes(self) -> bool:
        """Whether it goes before a comment that follows the word before it."""
        return self.terminal in _CLOSING and not self.before and not self.after


@attrs.frozen
class Line:
    """A line break, or a space in a group that fits on its line; `hard` breaks its groups."""

    hard: bool = False


@attrs.frozen
class Padding:
    """Spaces, other ones in a broken group than in one that is flat."""

    broken: int
    flat: int = 1


@attrs.frozen
class Nest:
    """A part whose lines are indented by some columns more."""

    by: int
    part: "Doc"


@attrs.frozen
class Align:
    """A part whose lines are indented to the column where it begins."""

    part: "Doc"


@attrs.frozen
class Group:
    """A part that is laid out without breaks if it fits, and with all of its own breaks if not."""

    part: "Doc"


@attrs.frozen
class Whole:
    """A part that stays on one line however long it is: comments inside it go above it."""

    part: "Doc"


@attrs.frozen
class Concat:
    """Parts one after the other."""

    parts: tuple["Doc", ...]


Doc: TypeAlias = Text | Line | Padding | Nest | Align | Group | Whole | Concat

NOTHING = Concat(())
SPACE = Text(" ")
LINE = Line()
HARD = Line(hard=True)


def concat(*parts: Doc) -> Doc:
    """Parts one after the other."""
    return parts[0] if len(parts) == 1 else Concat(parts)


def joined(separator: Doc, parts: Iterable[Doc]) -> Doc:
    """Parts with a separator between each two."""
    found: list[Doc] = []
    for part in parts:
        found += (separator, part) if found else (part,)
    return concat(*found)


def filled(parts: Iterable[Doc]) -> Doc:
    """Parts with spaces between, as many on each line as it holds."""
    found = list(parts)
    return concat(*found[:1], *(Group(concat(LINE, part)) for part in found[1:]))


def flat_width(doc: Doc) -> int:
    """How many columns a document fills on one line."""
    return columns(flat_text(doc))


def flat_text(doc: Doc) -> str:
    """What a document without comments says on one line, however long that is."""
    todo, found = [doc], list[str]()
    while todo:
        match todo.pop():
            case Text(text):
                found.append(text)
            case Line():
                found.append(" ")
            case Padding(flat=spaces):
                found.append(" " * spaces)
            case compound:
                todo.extend(inside(compound))
    return "".join(found)


def inside(doc: Nest | Align | Group | Whole | Concat) -> tuple[Doc, ...]:
    """The parts of a compound document, the last first: as a stack takes them."""
    return doc.parts[::-1] if isinstance(doc, Concat) else (doc.part,)
