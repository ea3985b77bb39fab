"""Documents that know where they may break, and how they are laid out.

The algebra is that of Wadler, "A prettier printer" (2003), with what a language with comments
needs besides: a text may carry comments, and lines break where a comment makes them.
"""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import attrs

from policyc.diagnostics.terminal import columns

WIDTH = 100
"""Columns of a line; wide characters fill two."""

_CONTINUATION = 2
"""The least indentation of a line that a comment alone makes: no statement begins so far right."""

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
    """A line break, or `flat` in a group that fits on its line; `hard` breaks its groups."""

    flat: str = " "
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
    """A part that stays on one line: comments inside it go above it."""

    part: "Doc"


@attrs.frozen
class Concat:
    """Parts one after the other."""

    parts: tuple["Doc", ...]


Doc: TypeAlias = Text | Line | Padding | Nest | Align | Group | Whole | Concat

NOTHING = Concat(())
SPACE = Text(" ")
LINE = Line()
SOFT = Line("")
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
    total = 0
    for part in _flattened(doc):
        match part:
            case Text(text):
                total += columns(text)
            case Line(flat):
                total += len(flat)
            case Padding(flat=spaces):
                total += spaces
    return total


def render(doc: Doc, indentation: int = 0) -> str:
    """The document's lines, without trailing spaces and without a line break at the end."""
    return _Page(doc, indentation).text()


def _flattened(doc: Doc) -> Iterator[Text | Line | Padding]:
    todo = [doc]
    while todo:
        part = todo.pop()
        match part:
            case Text() | Line() | Padding():
                yield part
            case _:
                todo.extend(_inside(part))


def _inside(doc: Nest | Align | Group | Whole | Concat) -> tuple[Doc, ...]:
    """The parts of a compound document, the last first: as a stack takes them."""
    return doc.parts[::-1] if isinstance(doc, Concat) else (doc.part,)


class _Page:
    """A document being laid out: lines that are done, and one that is being written."""

    def __init__(self, doc: Doc, indentation: int) -> None:
        self.todo: list[tuple[int, bool, Doc]] = [(indentation, True, doc)]
        self.lines: list[str] = []
        self.line = [" " * indentation]
        self.column = indentation
        self.fresh = True
        self.comment = ""

    def text(self) -> str:
        """All lines."""
        while self.todo:
            indentation, broken, doc = self.todo.pop()
            match doc:
                case Text():
                    self.write(doc, indentation)
                case Line(flat):
                    if broken:
                        self.end_line(indentation)
                    else:
                        self.space(len(flat))
                case Padding():
                    self.space(doc.broken if broken else doc.flat)
                case Group(part):
                    breaks = broken and not self.fits(part)
                    self.todo.append((indentation, breaks, part))
                case Nest(by, part):
                    self.todo.append((indentation + by, broken, part))
                case Align(part):
                    self.todo.append((self.column, broken, part))
                case Whole() | Concat():
                    self.todo.extend((indentation, broken, part) for part in _inside(doc))
        self.end_line(0)
        return "\n".join(self.lines)

    def write(self, text: Text, indentation: int) -> None:
        """A text with its comments, on a new line if a comment ended this one."""
        if not text.terminal:
            self.space(columns(text.text))
            return
        if text.before or (self.comment and not text.closes):
            self.forced_line(indentation)
        for comment in text.before:
            if comment.spaced:
                self.lines.append("")
            self.line.append(comment.text)
            self.end_line(self.column)
        self.line.append(text.text)
        self.column += columns(text.text)
        self.fresh = False
        self.comment = text.after or self.comment

    def space(self, width: int) -> None:
        """Spaces, where something was written before them."""
        if not self.fresh and not self.comment:
            self.line.append(" " * width)
            self.column += width

    def forced_line(self, indentation: int) -> None:
        """A line break where the document has none, unless the line is new."""
        if not self.fresh:
            self.end_line(max(indentation, _CONTINUATION))

    def end_line(self, indentation: int) -> None:
        """The end of this line, with the comment that waits for it, and the next one begun."""
        line = "".join(self.line).rstrip(" ")
        if self.comment:
            line = f"{line}  {self.comment}" if line else self.comment
        self.lines.append(line)
        self.line, self.comment, self.fresh = [" " * indentation], "", True
        self.column = indentation

    def fits(self, part: Doc) -> bool:
        """Whether a part fits on the rest of the line, with what follows up to the next break.

        What follows it (the parts that lie on `todo`) may break, the part itself may not.
        """
        room, commented = WIDTH - self.column, bool(self.comment)
        ahead, behind, outside = [part], len(self.todo), False
        while room >= 0:
            if not ahead:
                if not behind:
                    return True
                behind, outside = behind - 1, True
                ahead.append(self.todo[behind][2])
            match ahead.pop():
                case Text() as text:
                    if text.before or (commented and text.terminal and not text.closes):
                        return outside
                    room -= columns(text.text)
                    commented = commented or bool(text.after)
                case Line(flat, hard):
                    if outside or hard or commented:
                        return outside
                    room -= len(flat)
                case Padding(flat=spaces):
                    room -= spaces
                case compound:
                    ahead.extend(_inside(compound))
        return False
