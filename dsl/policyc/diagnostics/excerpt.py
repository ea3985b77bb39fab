"""A line of a source with a part of it underlined, cut to fit a width."""

import attrs

from policyc.diagnostics.terminal import columns, end_of, start_of
from policyc.source import Span


@attrs.frozen
class Excerpt:
    """The line that a span starts on, as a terminal shows it, and where the span's part stands.

    `offset` and `length` count columns of `text`; `length` is at least 1, also for an empty span.
    """

    line: int
    text: str
    offset: int
    length: int


def excerpt(span: Span, room: int) -> Excerpt:
    """The first line of a span in at most `room` columns (a little more where the span is empty).

    The end of a span of several lines is taken to be the end of its first one.
    """
    number, column = span.source.position(span.start)
    line = span.source.line(number)
    start = min(column - 1, len(line))
    end = min(start + span.end - span.start, len(line))
    before, marked, after = window(line[:start], line[start:end], line[end:], room)
    return Excerpt(number, before + marked + after, columns(before), max(columns(marked), 1))


def window(before: str, marked: str, after: str, room: int) -> tuple[str, str, str]:
    """The three parts of a line, escaped and cut to `room` columns, around the marked part.

    What is left of the room is shared by both sides, and what one side needs not, the other gets.
    """
    marked = start_of(marked, room)
    room -= columns(marked)
    right = columns(start_of(after, room))
    left = end_of(before, max(room // 2, room - right))
    return left, marked, start_of(after, room - columns(left))
