"""Rules as they were stated: what the sentences of a policy are made of.

The clauses of the core say what a rule means; a reader wants to know what it said.
"""

from typing import TYPE_CHECKING

import attrs

from policyc.core.actions import Pattern
from policyc.core.axes import Window
from policyc.core.policy import Deadline, Effect, Rule

if TYPE_CHECKING:
    from policyc.core.conditions import Condition


@attrs.frozen
class Limit:
    """So many in a window, for each of one subject."""

    number: int
    window: Window
    subject: str


@attrs.frozen
class Statement:
    """One effect as it was stated; a limit, or a condition for an action, is a prohibition."""

    effect: Effect
    pattern: Pattern
    deadline: Deadline | None = None
    limit: Limit | None = None
    requirement: "Condition | None" = None


@attrs.frozen
class Reading:
    """A rule or default: when it holds, what then, what otherwise, what exempts from both."""

    rule: Rule
    effects: tuple[Statement, ...]
    otherwise: tuple[Statement, ...] = ()
    when: "Condition | None" = None
    unless: "Condition | None" = None
    overrides: tuple[str, ...] = ()
    rebuttable: bool = False
    is_default: bool = False
