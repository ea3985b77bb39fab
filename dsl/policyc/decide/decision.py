"""A decision: the verdict on one action in one case, and everything that it rests on."""

from collections.abc import Iterable, Mapping

import attrs

from policyc.core.actions import Ground
from policyc.core.axes import OpenTerm, Value
from policyc.core.conditions import Condition, axes_of
from policyc.core.policy import Clause, Duty, Policy, Rule, Verdict


@attrs.frozen
class DutyOwed:
    """A condition that must hold when the action is done.

    `met` says whether it does, `None` where that is not known. `when` is the condition, over what
    is not known, under which it is owed at all; `None` where it surely is.
    """

    duty: Duty
    met: bool | None
    when: "Condition | None" = None


@attrs.frozen
class Outcome:
    """A verdict that the case may have: where `when` holds of what is not known.

    `rules` give the verdict in every such case, `possible` in some.
    """

    verdict: Verdict
    when: Condition
    rules: tuple[str, ...]
    possible: tuple[str, ...]


@attrs.frozen
class Decision:
    """What a policy says of one action in one case.

    `rules` and `defeated` are the clauses that are live, or defeated, whatever the case leaves
    open; `possible` names rules that may give the verdict besides. `outcomes` holds every verdict
    that the case may have where it is undetermined, two at least, or none where `why` says that
    the question was too large.
    """

    policy: Policy = attrs.field(repr=False, eq=lambda policy: policy.name)
    action: Ground
    verdict: Verdict
    rules: tuple[Clause, ...] = ()
    defeated: tuple[Clause, ...] = ()
    duties: tuple[DutyOwed, ...] = ()
    rebuttable: bool = False
    possible: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    why: str | None = None

    @property
    def allowed(self) -> bool:
        """Whether the policy permits the action in so many words; silence is no permission."""
        return self.verdict is Verdict.ALLOWED

    @property
    def depends_on(self) -> tuple[str, ...]:
        """The facts that the verdict turns on and that the case does not state."""
        return tuple(key for key in self._open_axes if not self._is_term(key))

    @property
    def open_terms(self) -> tuple[str, ...]:
        """The terms that the verdict turns on and whose value the text leaves open."""
        return tuple(key for key in self._open_axes if self._is_term(key))

    def rule(self, name: str) -> Rule:
        """A rule as its reader knows it."""
        return self.policy.rules.get(name) or Rule(name)

    @property
    def _open_axes(self) -> Iterable[str]:
        return dict.fromkeys(key for outcome in self.outcomes for key in axes_of(outcome.when))

    def _is_term(self, key: str) -> bool:
        axis = self.policy.axes.get(key)
        return axis is not None and isinstance(axis.origin, OpenTerm)


@attrs.frozen
class NearestChange:
    """A fact that would have to be otherwise; `stated` says whether the case has it at all."""

    key: str
    before: Value
    after: Value
    stated: bool


@attrs.frozen
class WhyNot:
    """What of the case would have to be otherwise for another verdict.

    `changes` is `None` where no case has that verdict, or where `why` says that the question was
    too large. `case` has that verdict whatever it leaves out. `terms` holds values that the text
    leaves open and without which the changes would not suffice.
    """

    verdict: Verdict
    changes: tuple[NearestChange, ...] | None
    case: Mapping[str, Value] = attrs.field(factory=dict, repr=False)
    why: str | None = None
    terms: Mapping[str, Value] = attrs.field(factory=dict)
