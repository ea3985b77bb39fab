"""What a policy says: rules, their effects, and the statements around them."""

from typing import Literal, TypeAlias

import attrs

from policyc.syntax.nodes.expressions import DateLiteral, Expression, Quantity, Range
from policyc.syntax.nodes.names import Dotted, Name, Node, Text
from policyc.syntax.nodes.patterns import Pattern


@attrs.frozen
class Cite(Node):
    """`cite article "一、1"`."""

    source: Name
    place: Text | None = None


@attrs.frozen
class Published(Node):
    """`published 2025-05-05`."""

    date: DateLiteral


@attrs.frozen
class Effective(Node):
    """`effective 2025-01-01 until 2026-01-01`."""

    start: DateLiteral
    end: DateLiteral | None = None


@attrs.frozen
class SubjectTo(Node):
    """`subject to pipl`."""

    names: tuple[Dotted, ...]


@attrs.frozen
class Scope(Node):
    """`scope: lender = bank`."""

    condition: Expression


@attrs.frozen
class SourceDeclaration(Node):
    """`source law "…" dated 2021-08-20 at "…" official`."""

    name: Name
    title: Text | None = None
    dated: DateLiteral | None = None
    address: Text | None = None
    attestation: Literal["official", "secondary", "unverified"] | None = None


@attrs.frozen
class StageRange(Node):
    """One stage: `reminder "短信提醒": 1..7 days`."""

    name: Name
    label: Text | None
    range: Range


@attrs.frozen
class Stages(Node):
    """`stages of overdue: …`."""

    fact: Name
    ranges: tuple[StageRange, ...]


@attrs.frozen
class Includes(Node):
    """`includes pipl`."""

    names: tuple[Dotted, ...]


@attrs.frozen
class Define(Node):
    """`define lost_contact: unreachable > 72h`."""

    name: Name
    label: Text | None
    condition: Expression


@attrs.frozen
class SetTerm(Node):
    """`set recording_retention = 6 months`; a range, or neither where it is `unspecified`."""

    name: Name
    value: Expression | None = None
    range: Range | None = None
    cites: tuple[Cite, ...] = ()


@attrs.frozen
class Permission(Node):
    """`allow A`."""

    pattern: Pattern


@attrs.frozen
class Prohibition(Node):
    """`forbid A`."""

    pattern: Pattern


@attrs.frozen
class AdviceAgainst(Node):
    """`discourage A`."""

    pattern: Pattern


@attrs.frozen
class Advice(Node):
    """`recommend A`."""

    pattern: Pattern


@attrs.frozen
class Deadline(Node):
    """`within 5 days of E`, or, where `event` is missing, `every 1 year`."""

    length: Quantity
    event: Pattern | None = None


@attrs.frozen
class Obligation(Node):
    """`require A`, perhaps with a deadline."""

    pattern: Pattern
    deadline: Deadline | None = None


@attrs.frozen
class ConditionDuty(Node):
    """`require C for A`."""

    condition: Expression
    pattern: Pattern


@attrs.frozen
class Period(Node):
    """`per day` and the like, or, where `length` is given, `in any 7 days`."""

    how: Literal["day", "week", "month", "any"]
    length: Quantity | None = None


@attrs.frozen
class Limit(Node):
    """`limit A to 3 per day for each debt`; `number` as written."""

    pattern: Pattern
    number: str
    period: Period
    subject: Name | None = None


Effect: TypeAlias = (
    Permission | Prohibition | AdviceAgainst | Advice | Obligation | ConditionDuty | Limit
)


@attrs.frozen
class Default(Node):
    """`default forbid contact(any)`."""

    effect: Effect
    cites: tuple[Cite, ...] = ()


@attrs.frozen
class Unmodelled(Node):
    """`unmodelled "…" because "…"`."""

    statement: Text
    reason: Text
    cites: tuple[Cite, ...] = ()


@attrs.frozen
class RuleHead(Node):
    """`rule NAME "title" rebuttable overrides NAME:`."""

    name: Name
    title: Text | None = None
    rebuttable: bool = False
    overrides: tuple[Dotted, ...] = ()


@attrs.frozen
class Rule(Node):
    """`[rule NAME:] [when C then] EFFECTS [unless C] [otherwise EFFECTS] {cite}`."""

    head: RuleHead | None
    when: Expression | None
    effects: tuple[Effect, ...]
    unless: Expression | None = None
    otherwise: tuple[Effect, ...] = ()
    cites: tuple[Cite, ...] = ()
