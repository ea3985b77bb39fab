"""How tests, scenarios, tables and proofs are written."""

from itertools import zip_longest
from typing import assert_never

from policyc.syntax import nodes as n
from policyc.syntax.format.algebra import (
    HARD,
    LINE,
    NOTHING,
    SPACE,
    Align,
    Doc,
    Group,
    Nest,
    Whole,
    concat,
    filled,
    flat_width,
    joined,
)
from policyc.syntax.format.declarations import INDENTATION
from policyc.syntax.format.expressions import clause, expression, value
from policyc.syntax.format.patterns import arguments, pattern
from policyc.syntax.format.rules import date
from policyc.syntax.format.terms import COLON, Terms, dotted, listed, mark, spaces, string


def test(t: Terms, node: n.Test) -> Doc:
    """A test, each part on its own line."""
    return _titled(t, "TEST", node.title, [_part(t, part) for part in node.parts])


def scenario(t: Terms, node: n.Scenario) -> Doc:
    """A scenario, each part on its own line."""
    return _titled(t, "SCENARIO", node.title, [_part(t, part) for part in node.parts])


def table(t: Terms, node: n.Table) -> Doc:
    """A table, its columns below each other."""
    parts = [_part(t, part) for part in node.parts]
    return _titled(t, "TABLE", node.title, parts + _rows(t, node.rows))


def prove(t: Terms, node: n.Prove) -> Doc:
    """A proof: below its title if it has one, on one line or each clause on its own."""
    claim = concat(pattern(t, node.pattern), SPACE, t.word("IS"), SPACE)
    if node.quantifier != "is":
        claim = concat(claim, t.word(node.quantifier.upper()), SPACE)
    clauses = [concat(claim, verdict(t, node.verdict))]
    if node.when is not None:
        clauses.append(clause(t, "WHEN", node.when))
    if node.unless is not None:
        clauses.append(clause(t, "UNLESS", node.unless))
    sentence = Group(joined(LINE, clauses))
    if node.title is None:
        return concat(t.word("PROVE"), SPACE, Nest(INDENTATION, sentence))
    return _titled(t, "PROVE", node.title, [sentence])


def verdict(t: Terms, node: n.Verdict) -> Doc:
    """A verdict's word."""
    return t.word(node.name.upper())


def _titled(t: Terms, keyword: str, title: n.Text, lines: list[Doc]) -> Doc:
    head = concat(t.word(keyword), SPACE, string(title.value), COLON)
    return concat(head, Nest(INDENTATION, concat(*(concat(HARD, line) for line in lines))))


def _part(t: Terms, node: n.Part) -> Doc:
    match node:
        case n.Given(facts):
            stated = Align(filled(listed(expression(t, fact) for fact in facts)))
            return concat(t.word("GIVEN"), SPACE, stated)
        case n.Ask(found):
            return concat(t.word("ASK"), SPACE, pattern(t, found))
        case n.On(day):
            return concat(t.word("ON"), SPACE, date(day))
        case n.Expect():
            return _expect(t, node)
        case _:
            assert_never(node)


def _expect(t: Terms, node: n.Expect) -> Doc:
    subject = concat(dotted(node.subject), arguments(t, node.arguments))
    expected = concat(t.word("EXPECT"), SPACE, subject, SPACE, verdict(t, node.verdict))
    if node.rule is None:
        return expected
    by = concat(t.word("BY"), SPACE, dotted(node.rule))
    return Nest(INDENTATION, filled([expected, by]))


def _rows(t: Terms, rows: tuple[n.Row, ...]) -> list[Doc]:
    cells = [[_cell(t, cell) for cell in row.cells] for row in rows]
    widths = [
        max(flat_width(cell) for cell in column)
        for column in zip_longest(*cells, fillvalue=NOTHING)
    ]
    return [_row(row, widths) for row in cells]


def _row(cells: list[Doc], widths: list[int]) -> Doc:
    bar = mark("VBAR")
    padded = (
        concat(SPACE, cell, spaces(width - flat_width(cell) + 1), bar)
        for cell, width in zip(cells, widths, strict=False)
    )
    return Whole(concat(bar, *padded))


def _cell(t: Terms, node: n.Cell) -> Doc:
    match node.content:
        case None:
            return mark("MINUS")
        case "ask":
            return t.word("ASK")
        case n.Verdict() as found:
            return verdict(t, found)
        case n.Dotted() as found:
            return dotted(found)
        case n.Pattern() as found:
            return pattern(t, found)
        case found:
            return value(t, found)
