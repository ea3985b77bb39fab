"""A side-by-side table as lines: one row a case, one column a policy."""

from collections.abc import Iterator

from policyc.analyse.reports.layout import padded, widest
from policyc.analyse.reports.style import Style
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.terminal import escaped, start_of
from policyc.elaborate.elaborator import Elaborated
from policyc.testing.reports import phrases
from policyc.testing.side_by_side import Cell, Grid, Row
from policyc.wording.actions import pattern_text
from policyc.wording.facts import statements
from policyc.wording.speech import Speech
from policyc.wording.verdicts import verdict_word

_MARK = {True: " ✓", False: " ✗", None: ""}
_NARROWEST = 24
"""Columns that a case has at least, however many policies there are."""


def speech_of(document: Elaborated, language: Language) -> Speech:
    """How to speak of what a document states."""
    policy = document.policy
    if policy is not None:
        return Speech.of(policy, language)
    environment = document.environment
    return Speech(environment.axes, environment.vocabulary(), language, labels=language == "zh")


def grid_lines(grid: Grid, language: Language, style: Style) -> Iterator[str]:
    """The table with its legend, and what was assumed in it."""
    speech = speech_of(grid.document, language)
    heading = escaped(grid.document.found.name)
    body = [[_cell(cell, language) for cell in row.cells] for row in grid.rows]
    names = [escaped(name) for name in grid.policies]
    verdicts = [widest(column) for column in zip(names, *body, strict=True)]
    room = max(style.width - sum(width + 2 for width in verdicts), _NARROWEST)
    cases = list(_cases(grid, speech, room))
    rows = [[heading, *names]]
    for label, number in cases:
        rows.append([label, *body[number]] if number is not None else [label])
    first, *rest = _aligned(rows, verdicts)
    yield style.strong(first)
    yield from rest
    yield style.faint(phrases.LEGEND[language])
    if any(cell.assumed for row in grid.rows for cell in row.cells):
        yield style.faint(phrases.ASSUMED[language])


def _cases(grid: Grid, speech: Speech, room: int) -> Iterator[tuple[str, int | None]]:
    """What the rows are called, and the place of their cells; a table's title has none."""
    table_title = None
    for number, row in enumerate(grid.rows):
        if row.table is not None and row.table != table_title:
            yield start_of(row.table, room), None
        table_title = row.table
        yield _label(row, speech, room), number


def _label(row: Row, speech: Speech, room: int) -> str:
    """A scenario's title; for a row of a table what it alone asks about and states."""
    if row.table is None:
        return start_of(row.title, room)
    asked = [] if row.asked is None else [escaped(pattern_text(speech, row.asked))]
    said = ", ".join([*asked, *statements(speech, row.varied)]) or row.title
    return "  " + start_of(said, room - 2)


def _aligned(rows: list[list[str]], verdicts: list[int]) -> list[str]:
    width = widest(row[0] for row in rows if len(row) > 1)
    lines = []
    for label, *cells in rows:
        filled = [padded(cell, width) for cell, width in zip(cells, verdicts, strict=False)]
        lines.append("  ".join([padded(label, width), *filled]).rstrip())
    return lines


def _cell(cell: Cell, language: Language) -> str:
    if not cell.verdicts:
        return phrases.NOT_ASKED[language] + _MARK[cell.passed]
    return " / ".join(verdict_word(v, language) for v in cell.verdicts) + _MARK[cell.passed]
