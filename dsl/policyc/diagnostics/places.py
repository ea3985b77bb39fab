"""Positions the way programs count them: lines and columns from 1, columns in code points."""

import attrs

from policyc.source import Span


@attrs.frozen
class Position:
    """A place between two characters, named by the line and column of the one after it."""

    line: int
    column: int


@attrs.frozen
class Place:
    """A span of a file: from `start` up to `end`, the position after its last character."""

    file: str
    start: Position
    end: Position


def place(span: Span) -> Place:
    """Where a span lies."""
    source = span.source
    return Place(
        source.name, Position(*source.position(span.start)), Position(*source.position(span.end))
    )
