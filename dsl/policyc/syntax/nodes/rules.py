"""What a policy says: rules, their effects, and the statements around them."""

from typing import Literal, TypeAlias

from policyc.syntax.nodes.expressions import DateLiteral, Expression, Quantity, Range
from policyc.syntax.nodes.names import Dotted, Name, Text
from policyc.syntax.nodes.node import Node
from policyc.syntax.nodes.patterns import Pattern


class Cite(Node):
    """`cite article "一、1"`."""

    source: Name
    place: Text | None = None


class Published(Node):
    """`published 2025-05-05`."""

    date: DateLiteral


class Effective(Node):
    """`effective 2025-01-01 until 2026-01-01`."""

    start: DateLiteral
    end: DateLiteral | None = None


class SubjectTo(Node):
    """`subject to pipl`."""

    names: tuple[Dotted, ...]


class Scope(Node):
    """`scope: lender = bank`."""

    condition: Expression


class SourceDeclaration(Node):
    """`source law "…" dated 2021-08-20 at "…" official`."""

    name: Name
    title: Text | None = None
    dated: DateLiteral | None = None
    address: Text | None = None
    attestation: Literal["official", "secondary", "unverified"] | None = None


class StageRange(Node):
    """One stage: `reminder "短信提醒": 1..7 days`."""

    name: Name
    label: Text | None
    range: Range


class Stages(Node):
    """`stages of overdue: …`."""

    fact: Name
    ranges: tuple[StageRange, ...]


class Includes(Node):
    """`includes pipl`."""

    names: tuple[Dotted, ...]


class Define(Node):
    """`define lost_contact: unreachable > 72h`."""

    name: Name
    label: Text | None
    condition: Expression


class SetTerm(Node):
    """`set recording_retention = 6 months`; a range, or neither where it is `unspecified`."""

    name: Name
    value: Expression | None = None
    range: Range | None = None
    cites: tuple[Cite, ...] = ()


class Permission(Node):
    """`allow A`."""

    pattern: Pattern


class Prohibition(Node):
    """`forbid A`."""

    pattern: Pattern


class AdviceAgainst(Node):
    """`discourage A`."""

    pattern: Pattern


class Advice(Node):
    """`recommend A`."""

    pattern: Pattern


class Deadline(Node):
    """`within 5 days of E`, or, where `event` is missing, `every 1 year`."""

    length: Quantity
    event: Pattern | None = None


class Obligation(Node):
    """`require A`, perhaps with a deadline."""

    pattern: Pattern
    deadline: Deadline | None = None


class ConditionDuty(Node):
    """`require C for A`."""

    condition: Expression
    pattern: Pattern


class Period(Node):
    """`per day` and the like, or, where `length` is given, `in any 7 days`."""

    how: Literal["day", "week", "month", "any"]
    length: Quantity | None = None


class Limit(Node):
    """`limit A to 3 per day for each debt`; `number` as written."""

    pattern: Pattern
    number: str
    period: Period
    subject: Name | None = None


Effect: TypeAlias = (
    Permission | Prohibition | AdviceAgainst | Advice | Obligation | ConditionDuty | Limit
)


class Default(Node):
    """`default forbid contact(any)`."""

    effect: Effect
    cites: tuple[Cite, ...] = ()


class Unmodelled(Node):
    """`unmodelled "…" because "…"`."""

    statement: Text
    reason: Text
    cites: tuple[Cite, ...] = ()


class RuleHead(Node):
    """`rule NAME "title" rebuttable overrides NAME:`."""

    name: Name
    title: Text | None = None
    rebuttable: bool = False
    overrides: tuple[Dotted, ...] = ()


class Rule(Node):
    """`[rule NAME:] [when C then] EFFECTS [unless C] [otherwise EFFECTS] {cite}`."""

    head: RuleHead | None
    when: Expression | None
    effects: tuple[Effect, ...]
    unless: Expression | None = None
    otherwise: tuple[Effect, ...] = ()
    cites: tuple[Cite, ...] = ()
