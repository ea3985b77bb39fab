"""A policy: clauses with guards, and what a reader needs to find them in the text."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import TypeAlias

import attrs

from policyc.core.actions import Ground, Pattern, Vocabulary
from policyc.core.axes import Axis, Direction, Domain, Value
from policyc.core.conditions import ALWAYS, Condition
from policyc.core.numbers import Number
from policyc.source import Span


class Effect(Enum):
    """What a clause says of the actions that it covers."""

    FORBID = "forbid"
    REQUIRE = "require"
    DISCOURAGE = "discourage"
    RECOMMEND = "recommend"
    ALLOW = "allow"


class Verdict(Enum):
    """What a policy says of one action in one case."""

    CONFLICT = "conflict"
    FORBIDDEN = "forbidden"
    REQUIRED = "required"
    DISCOURAGED = "discouraged"
    RECOMMENDED = "recommended"
    ALLOWED = "allowed"
    SILENT = "silent"
    UNDETERMINED = "undetermined"


VERDICT_OF: Mapping[Effect, Verdict] = {
    Effect.FORBID: Verdict.FORBIDDEN,
    Effect.REQUIRE: Verdict.REQUIRED,
    Effect.DISCOURAGE: Verdict.DISCOURAGED,
    Effect.RECOMMEND: Verdict.RECOMMENDED,
    Effect.ALLOW: Verdict.ALLOWED,
}
"""In the order of precedence, after conflict (a live forbid and a live require)."""


@attrs.frozen
class Deadline:
    """By when a required action is due.

    `amount` of `unit` (`days`, `hours`, `minutes`, `months`, `years`) after an event of `event`,
    or, where that is `None`, again and again every so often.
    """

    amount: Number
    unit: str
    event: Pattern | None


@attrs.frozen
class Clause:
    """One effect of a rule: what it says of which actions, when.

    The guard holds the rule's `when`, `unless`, and the policy's scope. `overrides` names the
    rules whose clauses a live clause defeats.
    """

    rule: str
    effect: Effect
    pattern: Pattern
    guard: Condition
    overrides: frozenset[str] = frozenset()
    rebuttable: bool = False
    deadline: Deadline | None = None


@attrs.frozen
class Duty:
    """What must hold when an action of the pattern is done: `require C for A`."""

    rule: str
    pattern: Pattern
    guard: Condition
    requirement: Condition


class Attestation(Enum):
    """How well a source is attested."""

    OFFICIAL = "official"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"


@attrs.frozen
class SourceText:
    """A published text that rules cite."""

    name: str
    title: str | None
    dated: date | None
    address: str | None
    attestation: Attestation | None
    where: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen
class Citation:
    """A place in a source."""

    source: SourceText
    place: str | None = None


@attrs.frozen
class Rule:
    """A rule as its reader knows it: title, sources, the words it was written in."""

    name: str
    title: str | None = None
    citations: tuple[Citation, ...] = ()
    where: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen
class Term:
    """A published value: known, or known as a range (both ends included), or left open.

    `value` is `None` where it is not one known value. A term that is merely declared, and that the
    policy says nothing of, is not `mentioned`.
    """

    name: str
    domain: Domain
    declared_in: str
    label: str | None = None
    direction: Direction | None = None
    value: Value = None
    lower: Number | None = None
    upper: Number | None = None
    mentioned: bool = True
    citations: tuple[Citation, ...] = ()
    where: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen
class Stage:
    """A named range of a fact: the condition that a case is in it."""

    name: str
    condition: Condition
    axis: str
    label: str | None = None


@attrs.frozen
class Definition:
    """A named condition."""

    name: str
    condition: Condition
    label: str | None = None


@attrs.frozen
class Assumption:
    """What holds of every case."""

    condition: Condition
    where: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen
class Unmodelled:
    """A statement of the text that is no rule, and why."""

    statement: str
    reason: str
    citations: tuple[Citation, ...] = ()


class Quantity(Enum):
    """How a proof speaks of a verdict."""

    IS = "is"
    IS_NOT = "is not"


@attrs.frozen
class Proof:
    """A claim about every case: where `guard` holds, the actions' verdict is (not) this one."""

    title: str | None
    pattern: Pattern
    quantity: Quantity
    verdict: Verdict
    guard: Condition
    where: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen
class Period:
    """When a version is in force: from a day (included) until a day (excluded)."""

    start: date | None = None
    end: date | None = None

    def __contains__(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


Rules: TypeAlias = Mapping[str, Rule]


@attrs.frozen(eq=False)
class Policy:
    """One version of a policy.

    `axes` holds each axis that a condition, a proof or a case may speak of, by key; `clauses` in
    the order of the text, included ones first. `subject_to` holds the statutes' names.
    """

    name: str
    axes: Mapping[str, Axis]
    vocabulary: Vocabulary
    clauses: tuple[Clause, ...]
    defaults: tuple[Clause, ...] = ()
    duties: tuple[Duty, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    scope: Condition = ALWAYS
    rules: Rules = attrs.field(factory=dict)
    terms: Mapping[str, Term] = attrs.field(factory=dict)
    stages: tuple[Stage, ...] = ()
    definitions: tuple[Definition, ...] = ()
    sources: Mapping[str, SourceText] = attrs.field(factory=dict)
    unmodelled: tuple[Unmodelled, ...] = ()
    proofs: tuple[Proof, ...] = ()
    subject_to: tuple[str, ...] = ()
    label: str | None = None
    period: Period = Period()
    published: date | None = None
    where: Span | None = attrs.field(default=None, repr=False)

    def ground_actions(self) -> tuple[Ground, ...]:
        """Every single action that the policy could be asked about."""
        return tuple(g for action in self.vocabulary.actions.values() for g in action.ground())
