"""How a document is laid out on lines."""

from policyc.diagnostics.terminal import columns
from policyc.syntax.format.algebra import (
    Align,
    Concat,
    Doc,
    Group,
    Line,
    Nest,
    Padding,
    Text,
    Whole,
    inside,
)

WIDTH = 100
"""Columns of a line; wide characters fill two."""

_CONTINUATION = 2
"""The least indentation of a line that a comment alone makes: no statement begins so far right."""


def render(doc: Doc) -> str:
    """The document's lines, without trailing spaces and without a line break at the end."""
    return _Page(doc).text()


class _Page:
    """A document being laid out: lines that are done, and one that is being written."""

    def __init__(self, doc: Doc) -> None:
        self.todo: list[tuple[int, bool, Doc]] = [(0, True, doc)]
        self.lines: list[str] = []
        self.line: list[str] = []
        self.column = 0
        self.fresh = True
        self.comment = ""

    def text(self) -> str:
        """All lines."""
        while self.todo:
            indentation, broken, doc = self.todo.pop()
            match doc:
                case Text():
                    self.write(doc, indentation)
                case Line() if broken:
                    self.end_line(indentation)
                case Line():
                    self.space(1)
                case Padding():
                    self.space(doc.broken if broken else doc.flat)
                case Group(part):
                    breaks = broken and not self.fits(part)
                    self.todo.append((indentation, breaks, part))
                case Nest(by, part):
                    self.todo.append((indentation + by, broken, part))
                case Align(part):
                    self.todo.append((self.column, broken, part))
                case Whole(part):
                    self.todo.append((indentation, False, part))
                case Concat():
                    self.todo.extend((indentation, broken, part) for part in inside(doc))
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
                case Line(hard):
                    if outside or hard or commented:
                        return outside
                    room -= 1
                case Padding(flat=spaces):
                    room -= spaces
                case compound:
                    ahead.extend(inside(compound))
        return False
