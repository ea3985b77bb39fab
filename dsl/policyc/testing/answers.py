"""What a policy says of one action in the case of a test, as far as the case determines it."""

from collections.abc import Mapping
from typing import TypeAlias

import attrs

from policyc.core.actions import Ground
from policyc.core.axes import Value
from policyc.core.conditions import ALWAYS, axes_of
from policyc.core.meaning import UnknownValueError, decide
from policyc.core.policy import Policy, Verdict
from policyc.space.questions.partial import Possibility, possibilities
from policyc.space.undecided import Undecided


@attrs.frozen
class Answer:
    """The verdict that every completion of the case gives, or undetermined and what it turns on.

    `assumed` are counts that the case does not state and that were taken as 0.
    """

    action: Ground
    possibilities: tuple[Possibility, ...]
    assumed: tuple[str, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """The one possible verdict; undetermined where there are several."""
        return self.possibilities[0].verdict if self.determined else Verdict.UNDETERMINED

    @property
    def determined(self) -> bool:
        """Whether every completion gives the same verdict."""
        return len(self.possibilities) == 1

    @property
    def deciding(self) -> tuple[str, ...]:
        """The rules that give the verdict in every completion."""
        return self.possibilities[0].certain if self.determined else ()

    @property
    def perhaps_deciding(self) -> tuple[str, ...]:
        """The rules that give a verdict in some completion."""
        return tuple(dict.fromkeys(rule for p in self.possibilities for rule in p.possible))

    @property
    def unknown(self) -> tuple[str, ...]:
        """What the verdict turns on: keys of axes, in the order in which the policy asks."""
        if self.determined:
            return ()
        return tuple(dict.fromkeys(k for p in self.possibilities for k in axes_of(p.residual)))


@attrs.frozen
class Impossible:
    """What the case states contradicts what always holds of a case."""

    action: Ground


@attrs.frozen
class Unsettled:
    """The verdict could not be found out, and why."""

    action: Ground
    why: str


Found: TypeAlias = Answer | Impossible | Unsettled


class DisagreementError(AssertionError):
    """The definition of the language does not confirm an answer: a bug."""


def answer(policy: Policy, action: Ground, case: Mapping[str, Value]) -> Found:
    """What the policy says, confirmed by the definition where the case says all that it needs."""
    found = possibilities(policy, action, case)
    if isinstance(found, Undecided):
        return Unsettled(action, found.why)
    if not found:
        return Impossible(action)
    result = Answer(action, found)
    defined = by_definition(policy, action, case)
    if defined is not None and not _agree(result, defined):
        raise DisagreementError(f"{result} and not {defined}")
    return result


def by_definition(policy: Policy, action: Ground, case: Mapping[str, Value]) -> Answer | None:
    """What the definition of the language says; `None` where it needs what the case leaves out.

    The case has to be one that the policy admits.
    """
    try:
        outcome = decide(policy, action, case)
    except UnknownValueError:
        return None
    rules = tuple(dict.fromkeys(clause.rule for clause in outcome.deciding))
    return Answer(action, (Possibility(outcome.verdict, ALWAYS, rules, rules, outcome.rebuttable),))


def _agree(one: Answer, other: Answer) -> bool:
    return one.verdict is other.verdict and set(one.deciding) == set(other.deciding)
