"""What a vocabulary declares."""

from typing import Literal

from policyc.syntax.nodes.expressions import Expression, Range
from policyc.syntax.nodes.names import Dotted, Name, Text
from policyc.syntax.nodes.node import Node
from policyc.syntax.nodes.rules import Cite


class Uses(Node):
    """`uses collection`."""

    names: tuple[Dotted, ...]


class SubjectDeclaration(Node):
    """`subject borrower "借款人"`."""

    name: Name
    label: Text | None = None


class Member(Node):
    """One member of a kind."""

    name: Name
    label: Text | None = None


class KindDeclaration(Node):
    """`kind channel: sms, phone`."""

    name: Name
    label: Text | None
    members: tuple[Member, ...]


class Parameter(Node):
    """One argument place: a kind's name, or `name: kind`."""

    name: Name
    kind: Name | None = None


class ActionDeclaration(Node):
    """`action contact (target, channel)`, `action complain, by borrower`."""

    name: Name
    label: Text | None = None
    parameters: tuple[Parameter, ...] = ()
    by_borrower: bool = False


class EventDeclaration(Node):
    """`event conversation (target)`."""

    name: Name
    label: Text | None = None
    parameters: tuple[Parameter, ...] = ()


class Type(Node):
    """A type and its bounds. `name` as written; `yes/no` and `time of day` in English."""

    name: str
    bounds: Range | None = None


class FactDeclaration(Node):
    """`fact overdue "逾期": days from 0 to 3650`."""

    name: Name
    label: Text | None
    type: Type
    by_judgement: bool = False


class TermDeclaration(Node):
    """`term middle_from: days from 2 to 90, unspecified`."""

    name: Name
    label: Text | None
    type: Type
    stricter: Literal["more", "less"] | None = None
    unspecified: bool = False
    value: Expression | None = None
    cites: tuple[Cite, ...] = ()


class Assume(Node):
    """`assume instalment > 0 CNY`."""

    condition: Expression
