"""Lines for a terminal: wrapped and aligned by the columns that characters really fill."""

import re
from collections.abc import Iterable, Iterator, Sequence

from policyc.diagnostics.terminal import columns


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """The text in lines of at most `width` columns: the first after `first`, others after `rest`.

    Lines break at spaces, and between wide characters; a word that fits on no line overflows.
    """
    if columns(first) + columns(text) <= width:
        return [(first + text.lstrip()).rstrip()]
    rest = " " * columns(first) if rest is None else rest
    lines: list[str] = []
    line, filled, empty = first, columns(first), True
    for piece in _pieces(text):
        word = piece.strip()
        if not empty and filled + columns(piece.rstrip()) > width:
            lines.append(line.rstrip())
            line, filled, empty = rest + word, columns(rest + word), False
        else:
            added = word if empty else piece
            line, filled = line + added, filled + columns(added)
            empty = empty and not word
    lines.append(line.rstrip())
    return lines


def _pieces(text: str) -> Iterator[str]:
    """The text in parts before which a line may break, spaces at their beginning."""
    if text.isascii():
        yield from _ASCII_PIECE.findall(text)
        return
    piece = ""
    for character in text:
        breaks = character == " " or (piece and _is_wide(piece[-1]) and character not in _CLOSING)
        if piece and breaks and not piece.isspace() and piece[-1] not in _OPENING:
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


_CLOSING = "，。；：、）”》！？,.;:)]}|"
_OPENING = "（“《([{"


_ASCII_PIECE = re.compile(r" *[^ ]+(?:(?<=[(\[{]) [^ ]*)*")
"""What `_pieces` finds where no character is wide; spaces at the very end are none."""


def _is_wide(character: str) -> bool:
    return not character.isascii() and columns(character) > 1


def padded(text: str, width: int) -> str:
    """The text filled up with spaces to so many columns."""
    return text + " " * max(width - columns(text), 0)


def widest(texts: Iterable[str]) -> int:
    """The columns of the widest text."""
    return max(map(columns, texts), default=0)


def table(rows: Sequence[Sequence[str]], gap: str = "  ") -> list[str]:
    """Rows with their cells under one another; the last cell of a row is not filled up."""
    count = max(map(len, rows), default=0)
    widths = [widest(row[i] for row in rows if i < len(row)) for i in range(count)]
    return [
        gap.join([padded(c, w) for c, w in zip(row[:-1], widths, strict=False)] + list(row[-1:]))
        for row in rows
    ]


def column_parts(margin: int, widths: Sequence[int], room: int) -> Iterator[slice]:
    """The columns in as many parts as are needed for each to fit, one column at least in each."""
    start, filled = 0, margin
    for place, width in enumerate(widths):
        if place > start and filled + width > room:
            yield slice(start, place)
            start, filled = place, margin
        filled += width + 2
    yield slice(start, len(widths))
