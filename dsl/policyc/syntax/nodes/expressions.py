"""Expressions: conditions and quantities alike, told apart by their types later."""

from typing import Literal, TypeAlias

import attrs

from policyc.syntax.nodes.names import Name, Node
from policyc.syntax.nodes.patterns import Pattern


@attrs.frozen
class Disjunction(Node):
    """`a or b or c`."""

    parts: tuple["Expression", ...]


@attrs.frozen
class Conjunction(Node):
    """`a and b and c`."""

    parts: tuple["Expression", ...]


@attrs.frozen
class Negation(Node):
    """`not a`."""

    part: "Expression"


@attrs.frozen
class Comparison(Node):
    """`a < b`, or a chain `a < b <= c`; one operator fewer than operands."""

    operands: tuple["Expression", ...]
    operators: tuple[str, ...]


@attrs.frozen
class Membership(Node):
    """`a in 1..7`, `a not in {x, y}`, `a from 1 to 7`."""

    subject: "Expression"
    collection: "Listed | Range"
    negated: bool = False


@attrs.frozen
class Listed(Node):
    """`{a, b, c}`."""

    items: tuple["Expression", ...]


@attrs.frozen
class Range(Node):
    """`a..b` (closed, both ends in) or `from a to b` (end out; `end` may be missing)."""

    start: "Expression"
    end: "Expression | None"
    closed: bool


@attrs.frozen
class Sum(Node):
    """`a + b - c`; `signs` holds a sign for each part, the first a `+`."""

    parts: tuple["Expression", ...]
    signs: tuple[str, ...]


@attrs.frozen
class Product(Node):
    """`a * b / c`; `operators` holds one for each part, the first a `*`."""

    parts: tuple["Expression", ...]
    operators: tuple[str, ...]


@attrs.frozen
class Negative(Node):
    """`-a`."""

    part: "Expression"


@attrs.frozen
class Share(Node):
    """`30% of due`; `number` is as it was written."""

    number: str
    whole: "Expression"


@attrs.frozen
class Quantity(Node):
    """A number with or without a unit, both as they were written: `12_000 CNY`, `72h`, `3`."""

    number: str
    unit: str | None = None


@attrs.frozen
class Percentage(Node):
    """`30%`."""

    number: str


@attrs.frozen
class Money(Node):
    """`¥5000`: a currency's sign before the number."""

    sign: str
    number: str


@attrs.frozen
class TimeLiteral(Node):
    """`20:00`, perhaps with seconds."""

    text: str


@attrs.frozen
class DateLiteral(Node):
    """`2025-03-31`."""

    text: str


@attrs.frozen
class YesNoLiteral(Node):
    """`yes` or `no`."""

    value: bool


@attrs.frozen
class NameUse(Node):
    """A name in an expression: a fact, a term, a definition, a member, a stage."""

    text: str


@attrs.frozen
class StageUse(Node):
    """The word `stage`."""


@attrs.frozen
class Group(Node):
    """Parentheses, kept as written."""

    part: "Expression"


@attrs.frozen
class Window(Node):
    """Over what a count runs; `length` with `last`, `event` with `since`."""

    how: Literal["today", "this week", "this month", "last", "since"]
    length: Quantity | None = None
    event: Pattern | None = None


@attrs.frozen
class Count(Node):
    """`count(pattern, window, for each subject)`."""

    pattern: Pattern
    window: Window | None = None
    subject: Name | None = None


@attrs.frozen
class Elapsed(Node):
    """`since(pattern)`."""

    pattern: Pattern
    subject: Name | None = None


@attrs.frozen
class ElapsedDays(Node):
    """`days_since(pattern)`."""

    pattern: Pattern
    subject: Name | None = None


@attrs.frozen
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
