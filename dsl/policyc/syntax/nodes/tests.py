"""Tests, scenarios, tables and proofs."""

from typing import Literal, TypeAlias

from policyc.syntax.nodes.expressions import DateLiteral, Expression
from policyc.syntax.nodes.names import Dotted, Text
from policyc.syntax.nodes.node import Node
from policyc.syntax.nodes.patterns import Argument, Pattern


class Verdict(Node):
    """A verdict; `name` is its English word."""

    name: str


class Given(Node):
    """`given overdue = 20, identified`."""

    facts: tuple[Expression, ...]


class Ask(Node):
    """`ask contact(emergency, phone)`."""

    pattern: Pattern


class On(Node):
    """`on 2025-06-01`: the day that versions are chosen by."""

    date: DateLiteral


class Expect(Node):
    """`expect contact(emergency, phone) allowed by RULE`, or `expect POLICY allowed`.

    `subject` and `arguments` together are a pattern, or `subject` alone may name a policy.
    """

    subject: Dotted
    arguments: tuple[Argument, ...] | None
    verdict: Verdict
    rule: Dotted | None = None


Part: TypeAlias = Given | Ask | On | Expect


class Test(Node):
    """`test "…": given … expect …`."""

    title: Text
    parts: tuple[Part, ...]


class Scenario(Node):
    """`scenario "…": given … ask … expect …`."""

    title: Text
    parts: tuple[Part, ...]


class Cell(Node):
    """One cell.

    In a heading: a fact or history expression, a policy's name, or `ask`. Below it: a value, a
    verdict, an action, or `None` for `-`.
    """

    content: Expression | Verdict | Dotted | Pattern | Literal["ask"] | None


class Row(Node):
    """`| a | b |`."""

    cells: tuple[Cell, ...]


class Table(Node):
    """A table of cases; the first row is its heading."""

    title: Text
    parts: tuple[Part, ...]
    rows: tuple[Row, ...]


class Prove(Node):
    """`prove "…": contact(emergency) is not allowed when overdue < 16`."""

    title: Text | None
    pattern: Pattern
    quantifier: Literal["is", "not", "never", "always"]
    verdict: Verdict
    when: Expression | None = None
    unless: Expression | None = None
