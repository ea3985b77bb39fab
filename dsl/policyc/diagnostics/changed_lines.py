"""The lines that a fix takes away, and those that it puts in their place."""

import attrs

from policyc.diagnostics.diagnostic import Fix
from policyc.diagnostics.excerpt import window
from policyc.diagnostics.terminal import ELLIPSIS, start_of
from policyc.source import Source

_MOST_LINES = 12


@attrs.frozen
class ChangedLines:
    """Whole lines, escaped and cut, before and after; lines that stay as they are left out.

    `first` is the number of the first old line, or of the line before which the new ones come.
    """

    first: int
    old: tuple[str, ...]
    new: tuple[str, ...]


def changed_lines(fix: Fix, room: int) -> ChangedLines:
    """What a fix changes, in lines of at most `room` columns; a single line is cut around it."""
    source, span = fix.span.source, fix.span
    start, end = _whole_lines(source, span.start, span.end)
    before, after = source.text[start : span.start], source.text[span.end : end]
    old = (before + span.text + after).split("\n")
    new = (before + fix.replacement + after).split("\n")
    first, _ = source.position(start)
    if len(old) == len(new) == 1:
        return ChangedLines(
            first,
            ("".join(window(before, span.text, after.rstrip("\r"), room)),),
            ("".join(window(before, fix.replacement, after.rstrip("\r"), room)),),
        )
    kept = _common_start(old, new)
    old, new = old[kept:], new[kept:]
    if same := _common_start(old[::-1], new[::-1]):
        old, new = old[:-same], new[:-same]
    return ChangedLines(first + kept, _cut(old, room), _cut(new, room))


def _whole_lines(source: Source, start: int, end: int) -> tuple[int, int]:
    """Offsets of the beginning of the first line and of the end of the last."""
    line_end = source.text.find("\n", end)
    return source.text.rfind("\n", 0, start) + 1, len(source.text) if line_end < 0 else line_end


def _common_start(one: list[str], other: list[str]) -> int:
    """How many lines both begin with."""
    for number, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return number
    return min(len(one), len(other))


def _cut(lines: list[str], room: int) -> tuple[str, ...]:
    shown = tuple(start_of(line.rstrip("\r"), room) for line in lines[:_MOST_LINES])
    return shown if len(lines) <= _MOST_LINES else (*shown, ELLIPSIS)
