"""Patterns: the actions or events that a rule or an expression speaks of."""

from typing import Literal

from policyc.syntax.nodes.names import Name
from policyc.syntax.nodes.node import Node


class Argument(Node):
    """One argument of a pattern.

    `how` is `any`, `same` (one name, a parameter's), `among` (one or more members) or `but`
    (`not a | b`). `parameter` is given in the form `channel = visit`.
    """

    how: Literal["any", "same", "among", "but"]
    names: tuple[Name, ...] = ()
    parameter: Name | None = None


class Pattern(Node):
    """`contact(borrower, sms | phone)`; no arguments at all is `None`."""

    name: Name
    arguments: tuple[Argument, ...] | None = None
