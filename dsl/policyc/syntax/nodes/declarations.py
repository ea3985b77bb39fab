"""What a vocabulary declares."""

from typing import Literal

import attrs

from policyc.syntax.nodes.expressions import Expression, Range
from policyc.syntax.nodes.names import Dotted, Name, Node, Text
from policyc.syntax.nodes.rules import Cite


@attrs.frozen
class Uses(Node):
    """`uses collection`."""

    names: tuple[Dotted, ...]


@attrs.frozen
class SubjectDeclaration(Node):
    """`subject borrower "借款人"`."""

    name: Name
    label: Text | None = None


@attrs.frozen
class Member(Node):
    """One member of a kind."""

    name: Name
    label: Text | None = None


@attrs.frozen
class KindDeclaration(Node):
    """`kind channel: sms, phone`."""

    name: Name
    label: Text | None
    members: tuple[Member, ...]


@attrs.frozen
class Parameter(Node):
    """One argument place: a kind's name, or `name: kind`."""

    name: Name
    kind: Name | None = None


@attrs.frozen
class ActionDeclaration(Node):
    """`action contact (target, channel)`."""

    name: Name
    label: Text | None = None
    parameters: tuple[Parameter, ...] = ()


@attrs.frozen
class EventDeclaration(Node):
    """`event conversation (target)`."""

    name: Name
    label: Text | None = None
    parameters: tuple[Parameter, ...] = ()


@attrs.frozen
class Type(Node):
    """A type and its bounds. `name` as written; `yes/no` and `time of day` in English."""

    name: str
    bounds: Range | None = None


@attrs.frozen
class FactDeclaration(Node):
    """`fact overdue "逾期": days from 0 to 3650`."""

    name: Name
    label: Text | None
    type: Type
    by_judgement: bool = False


@attrs.frozen
class TermDeclaration(Node):
    """`term middle_from: days from 2 to 90, unspecified`."""

    name: Name
    label: Text | None
    type: Type
    stricter: Literal["more", "less"] | None = None
    unspecified: bool = False
    value: Expression | None = None
    cites: tuple[Cite, ...] = ()


@attrs.frozen
class Assume(Node):
    """`assume instalment > 0 CNY`."""

    condition: Expression
