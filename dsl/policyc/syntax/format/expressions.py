"""How expressions are written.

A part that binds less tightly than its place needs gets parentheses; a tree that was parsed has
them already.
"""

from collections.abc import Iterable
from typing import TypeAlias, assert_never

from policyc.syntax import nodes as n
from policyc.syntax.format.algebra import (
    LINE,
    NOTHING,
    SPACE,
    Align,
    Doc,
    Group,
    Nest,
    Text,
    concat,
    filled,
    joined,
)
from policyc.syntax.format.patterns import call, for_each, pattern, window
from policyc.syntax.format.terms import Terms, listed, mark, name

_OPERATORS = {
    "=": "EQUAL", "!=": "NOT_EQUAL", "<": "LESSTHAN", "<=": "LESS_EQUAL", ">": "MORETHAN",
    ">=": "MORE_EQUAL", "+": "PLUS", "-": "MINUS", "*": "STAR", "/": "SLASH",
}  # fmt: skip

_History: TypeAlias = n.Count | n.Elapsed | n.ElapsedDays | n.Ever

_OR, _AND, _NOT, _COMPARED, _SUM, _PRODUCT, _FACTOR, _PRIMARY = range(8)
"""How tightly expressions bind, as the grammar's rules nest."""


def expression(t: Terms, node: n.Expression, least: int = _OR) -> Doc:
    """An expression, where only one that binds at least so tightly may stand."""
    doc = _expression(t, node)
    if _binding(node) >= least:
        return doc
    return concat(mark("LPAR"), Align(doc), mark("RPAR"))


def clause(t: Terms, keyword: str, node: n.Expression) -> Doc:
    """A keyword and a condition; where that is long, each `and` or `or` ends below the keyword."""
    word = t.word(keyword)
    if not isinstance(node, n.Disjunction | n.Conjunction):
        return concat(word, SPACE, expression(t, node))
    operator = "OR" if isinstance(node, n.Disjunction) else "AND"
    below = max(t.width(keyword) - t.width(operator), 0)
    return Align(concat(word, SPACE, Group(_chained(t, node, below))))


def value(t: Terms, node: n.Expression) -> Doc:
    """An expression where the grammar has no place for a condition."""
    return expression(t, node, _SUM)


def value_range(t: Terms, node: n.Range) -> Doc:
    """`1..7 days`, `from 1 day to middle_from`."""
    if not node.closed or node.end is None:
        return bounds(t, node)
    space = NOTHING if _is_literal(node.start) and _is_literal(node.end) else SPACE
    return concat(value(t, node.start), space, mark("RANGE"), space, value(t, node.end))


def bounds(t: Terms, node: n.Range) -> Doc:
    """A range in words."""
    start = concat(t.word("FROM"), SPACE, value(t, node.start))
    if node.end is None:
        return start
    return concat(start, SPACE, t.word("TO"), SPACE, value(t, node.end))


def _is_literal(node: n.Expression) -> bool:
    if isinstance(node, n.Negative):
        return _is_literal(node.part)
    return _binding(node) == _PRIMARY and not isinstance(node, n.Group | _History)


def _expression(t: Terms, node: n.Expression) -> Doc:
    match node:
        case n.Disjunction() | n.Conjunction():
            return Group(Align(_chained(t, node, 0)))
        case n.Negation(part):
            return concat(t.word("NOT"), SPACE, expression(t, part, _NOT))
        case n.Comparison(operands, operators):
            return _operated(t, operands, operators, _SUM)
        case n.Membership():
            return _membership(t, node)
        case n.Sum(parts, signs):
            return _operated(t, parts, signs[1:], _PRODUCT)
        case n.Product(parts, operators):
            return _operated(t, parts, operators[1:], _FACTOR)
        case n.Negative(part):
            return concat(mark("MINUS"), expression(t, part, _FACTOR))
        case n.Share(number, whole):
            share = concat(_percentage(number), SPACE, t.word("OF"), SPACE)
            return concat(share, expression(t, whole, _FACTOR))
        case n.Group(part):
            return concat(mark("LPAR"), Align(expression(t, part)), mark("RPAR"))
        case n.Count() | n.Elapsed() | n.ElapsedDays() | n.Ever():
            return _history(t, node)
        case _:
            return _literal(t, node)


def _literal(
    t: Terms,
    node: n.Quantity
    | n.Percentage
    | n.Money
    | n.TimeLiteral
    | n.DateLiteral
    | n.YesNoLiteral
    | n.NameUse
    | n.StageUse,
) -> Doc:
    match node:
        case n.Quantity():
            return t.quantity(node)
        case n.Percentage(number):
            return _percentage(number)
        case n.Money(sign, number):
            return concat(Text(sign.replace("￥", "¥"), "CURRENCY_SIGN"), Text(number, "NUMBER"))
        case n.TimeLiteral(text):
            return Text(text.replace("：", ":"), "TIME")
        case n.DateLiteral(text):
            return Text(text, "DATE")
        case n.YesNoLiteral(answer):
            return t.word("YES" if answer else "NO")
        case n.NameUse(text):
            return name(text)
        case n.StageUse():
            return t.word("STAGE")
        case _:
            assert_never(node)


def _percentage(number: str) -> Doc:
    return concat(Text(number, "NUMBER"), mark("PERCENT"))


def _operated(
    t: Terms, operands: tuple[n.Expression, ...], operators: Iterable[str], least: int
) -> Doc:
    """Operands with an operator between each two, which begins a line where that is long.

    What is long about a count are its arguments: the comparison goes on after them.
    """
    docs = [expression(t, operand, least) for operand in operands]
    marks = [Text(operator, _OPERATORS.get(operator, "BROKEN")) for operator in operators]
    tail = [concat(m, SPACE, d) for m, d in zip(marks, docs[1:], strict=False)]
    if any(isinstance(operand, _History) for operand in operands):
        return Align(Nest(2, filled([*docs[:1], *tail])))
    return Group(Align(Nest(2, joined(LINE, [*docs[:1], *tail]))))


def _membership(t: Terms, node: n.Membership) -> Doc:
    subject = value(t, node.subject)
    if isinstance(node.collection, n.Range) and not node.collection.closed:
        within = concat(subject, SPACE, bounds(t, node.collection))
        return concat(t.word("NOT"), SPACE, within) if node.negated else within
    words = t.word("NOT_IN" if node.negated else "IN")
    return concat(subject, SPACE, words, SPACE, _collection(t, node.collection))


def _collection(t: Terms, node: n.Listed | n.Range) -> Doc:
    if isinstance(node, n.Range):
        return value_range(t, node)
    items = Align(filled(listed(value(t, item) for item in node.items)))
    return concat(mark("LBRACE"), items, mark("RBRACE"))


def _history(t: Terms, node: _History) -> Doc:
    words = {n.Count: "COUNT", n.Elapsed: "SINCE", n.ElapsedDays: "DAYS_SINCE", n.Ever: "EVER"}
    parts = [pattern(t, node.pattern)]
    if isinstance(node, n.Count) and node.window:
        parts.append(window(t, node.window))
    if node.subject:
        parts.append(for_each(t, node.subject))
    return concat(t.word(words[type(node)]), call(parts))


def _chained(t: Terms, node: n.Disjunction | n.Conjunction, below: int) -> Doc:
    """The parts of a chain; each but the first may begin a line, `below` columns further right."""
    operator, least = ("OR", _AND) if isinstance(node, n.Disjunction) else ("AND", _NOT)
    docs = [expression(t, part, least) for part in node.parts]
    tail = [concat(LINE, t.word(operator), SPACE, doc) for doc in docs[1:]]
    return concat(*docs[:1], Nest(below, concat(*tail)))


def _binding(node: n.Expression) -> int:
    match node:
        case n.Disjunction():
            return _OR
        case n.Conjunction():
            return _AND
        case n.Negation():
            return _NOT
        case n.Comparison() | n.Membership():
            return _COMPARED
        case n.Sum():
            return _SUM
        case n.Product():
            return _PRODUCT
        case n.Negative() | n.Share():
            return _FACTOR
        case _:
            return _PRIMARY
