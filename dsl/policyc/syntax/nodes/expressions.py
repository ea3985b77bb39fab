"""Expressions: conditions and quantities alike, told apart by their types later."""

from typing import Literal, TypeAlias

from policyc.syntax.nodes.names import Name
from policyc.syntax.nodes.node import Node
from policyc.syntax.nodes.patterns import Pattern


class Disjunction(Node):
    """`a or b or c`."""

    parts: tuple["Expression", ...]


class Conjunction(Node):
    """`a and b and c`."""

    parts: tuple["Expression", ...]


class Negation(Node):
    """`not a`."""

    part: "Expression"


class Comparison(Node):
    """`a < b`, or a chain `a < b <= c`; one operator fewer than operands."""

    operands: tuple["Expression", ...]
    operators: tuple[str, ...]


class Membership(Node):
    """`a in 1..7`, `a not in {x, y}`, `a from 1 to 7`."""

    subject: "Expression"
    collection: "Listed | Range"
    negated: bool = False


class Listed(Node):
    """`{a, b, c}`."""

    items: tuple["Expression", ...]


class Range(Node):
    """`a..b` (closed, both ends in) or `from a to b` (end out; `end` may be missing)."""

    start: "Expression"
    end: "Expression | None"
    closed: bool


class Sum(Node):
    """`a + b - c`; `signs` holds a sign for each part, the first a `+`."""

    parts: tuple["Expression", ...]
    signs: tuple[str, ...]


class Product(Node):
    """`a * b / c`; `operators` holds one for each part, the first a `*`."""

    parts: tuple["Expression", ...]
    operators: tuple[str, ...]


class Negative(Node):
    """`-a`."""

    part: "Expression"


class Share(Node):
    """`30% of due`; `number` is as it was written."""

    number: str
    whole: "Expression"


class Quantity(Node):
    """A number with or without a unit, both as they were written: `12_000 CNY`, `72h`, `3`."""

    number: str
    unit: str | None = None


class Percentage(Node):
    """`30%`."""

    number: str


class Money(Node):
    """`¥5000`: a currency's sign before the number."""

    sign: str
    number: str


class TimeLiteral(Node):
    """`20:00`, perhaps with seconds."""

    text: str


class DateLiteral(Node):
    """`2025-03-31`."""

    text: str


class YesNoLiteral(Node):
    """`yes` or `no`."""

    value: bool


class NameUse(Node):
    """A name in an expression: a fact, a term, a definition, a member, a stage."""

    text: str


class StageUse(Node):
    """The word `stage`."""


class Group(Node):
    """Parentheses, kept as written."""

    part: "Expression"


class Window(Node):
    """Over what a count runs; `length` with `last`, `event` with `since`."""

    how: Literal["today", "this week", "this month", "last", "since"]
    length: Quantity | None = None
    event: Pattern | None = None


class Count(Node):
    """`count(pattern, window, for each subject)`."""

    pattern: Pattern
    window: Window | None = None
    subject: Name | None = None


class Elapsed(Node):
    """`since(pattern)`."""

    pattern: Pattern
    subject: Name | None = None


class ElapsedDays(Node):
    """`days_since(pattern)`."""

    pattern: Pattern
    subject: Name | None = None


class Ever(Node):
    """`ever(pattern)`."""

    pattern: Pattern
    subject: Name | None = None


Expression: TypeAlias = (
    Disjunction
    | Conjunction
    | Negation
    | Comparison
    | Membership
    | Sum
    | Product
    | Negative
    | Share
    | Quantity
    | Percentage
    | Money
    | TimeLiteral
    | DateLiteral
    | YesNoLiteral
    | NameUse
    | StageUse
    | Group
    | Count
    | Elapsed
    | ElapsedDays
    | Ever
)
