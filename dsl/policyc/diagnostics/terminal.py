"""What text from outside looks like on a terminal: nothing in it acts, and its width is known.

A policy, a file name or a word quoted from them may hold escape sequences, text of reversed
direction or characters that cannot be seen. They are shown as what they are, never sent.
"""

from collections.abc import Iterable
from unicodedata import category, east_asian_width

TAB = 4
"""Columns that a tab is shown as."""

ELLIPSIS = "…"

_CONTROL_PICTURES = 0x2400


def escaped(text: str) -> str:
    """The text on one line, with every character that could act shown as a visible sign."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_cell(character) for character in text)


def columns(text: str) -> int:
    """How many columns escaped text fills; wide characters (Chinese, mostly) fill two."""
    return len(text) if text.isascii() else sum(map(_columns_of, text))


def start_of(text: str, room: int) -> str:
    """The longest escaped start of a text that fits in `room` columns, ending in … if cut."""
    kept, whole = _fitting(text, room)
    if whole:
        return "".join(kept)
    kept, _ = _fitting(text, room - 1)
    return "".join(kept) + ELLIPSIS if room > 0 else ""


def end_of(text: str, room: int) -> str:
    """The longest escaped end of a text that fits in `room` columns, beginning with … if cut."""
    kept, whole = _fitting(reversed(text), room)
    if whole:
        return "".join(reversed(kept))
    kept, _ = _fitting(reversed(text), room - 1)
    return ELLIPSIS + "".join(reversed(kept)) if room > 0 else ""


def _fitting(characters: Iterable[str], room: int) -> tuple[list[str], bool]:
    """The cells of the first characters that fit, and whether these are all there are."""
    kept: list[str] = []
    most_signs = 4 * room  # signs without a width would never fill the room
    for character in characters:
        cell = _cell(character)
        room -= columns(cell)
        if room < 0 or len(kept) >= most_signs:
            return kept, False
        kept.append(cell)
    return kept, True


def _cell(character: str) -> str:
    if character == "\t":
        return " " * TAB
    match category(character):
        case "Cc" if character < " ":
            return chr(_CONTROL_PICTURES + ord(character))
        case "Cc" | "Cf" | "Cs" | "Zl" | "Zp":
            return f"<U+{ord(character):04X}>"
        case _:
            return character


def _columns_of(character: str) -> int:
    if category(character) in {"Mn", "Me"}:
        return 0
    return 2 if east_asian_width(character) in {"W", "F"} else 1
