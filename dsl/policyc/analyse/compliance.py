"""Whether a policy keeps to a statute: breaches, omissions, duties, and for which open terms."""

from collections.abc import Iterable

import attrs

from policyc.analyse.duties import DutyDifference, duty_differences, permits
from policyc.analyse.provisions import Breach, Provision, each_once, provisions
from policyc.analyse.terms import TermRow, term_rows
from policyc.core.policy import Effect, Policy
from policyc.space.differences.parts import Unknown
from policyc.space.grid.joint import Joint
from policyc.space.questions.compliance import discouragements, omissions, violations
from policyc.space.questions.terms import Complying, complying
from policyc.space.space import Space
from policyc.space.undecided import Undecided


@attrs.frozen(eq=False)
class Compliance:
    """A policy held against a statute, clause by clause.

    `broken`: the clauses that forbid what the policy permits. `unmet`: those that require what the
    policy does not. `unheeded`: those that discourage what the policy permits, which is no breach.
    `values`: terms of which the statute publishes a stricter value. `duties`: conditions that the
    statute attaches to an action and the policy does not name. `unpermitted`: those of them that
    are about an action of which the policy says nothing to which they could be attached. `terms`:
    for which values of open terms there is no breach; `None` where no breach turns on one.
    `settled`: whether nothing that may be a breach is among what is `unknown`.
    """

    policy: Policy
    statute: Policy
    broken: tuple[Provision, ...]
    unmet: tuple[Provision, ...]
    unheeded: tuple[Provision, ...]
    values: tuple[TermRow, ...]
    duties: tuple[DutyDifference, ...]
    unpermitted: tuple[DutyDifference, ...]
    unknown: tuple[Unknown, ...]
    settled: bool
    terms: Complying | Undecided | None
    joint: Joint

    @property
    def complies(self) -> bool | None:
        """Whether the policy permits nothing that the statute forbids; `None`: not found out."""
        return False if self.broken else True if self.settled else None

    @property
    def breaches(self) -> tuple[Breach, ...]:
        """The cases that the statute forbids and the policy permits, whatever the clause."""
        return tuple(each_once(self.broken))

    @property
    def omissions(self) -> tuple[Breach, ...]:
        """The cases in which the statute requires an action and the policy does not."""
        return tuple(each_once(self.unmet))

    @property
    def advice(self) -> tuple[Breach, ...]:
        """The cases that the statute discourages and the policy permits."""
        return tuple(each_once(self.unheeded))


def compliance(policy: Policy, statute: Policy, actions: Iterable[str] | None = None) -> Compliance:
    """A policy held against a statute (about these actions). Raises `NotComparable`."""
    space = Space((policy, statute))
    names = list(space.actions if actions is None else actions)
    broken, perhaps = provisions(space, Effect.FORBID, violations, names)
    unmet, unsettled = provisions(space, Effect.REQUIRE, omissions, names)
    unheeded, unclear = provisions(space, Effect.DISCOURAGE, discouragements, names)
    duties = [duty for duty in duty_differences(space, names) if duty.side == 1]
    open_breaches = any(breach.terms for each in broken for breach in each.breaches)
    return Compliance(
        policy,
        statute,
        broken,
        unmet,
        unheeded,
        () if actions is not None else _less_strict(policy, statute),
        tuple(duties),
        tuple(each for each in duties if not each.forbidden and not permits(space, 0, each.duty)),
        (*perhaps, *unsettled, *unclear),
        not perhaps,
        complying(policy, statute, names) if open_breaches else None,
        space.joint,
    )


def _less_strict(policy: Policy, statute: Policy) -> tuple[TermRow, ...]:
    """The terms that both give a value and the statute a stricter one."""
    rows = term_rows((policy, statute))
    return tuple(row for row in rows if None not in row.terms and row.strictest == (1,))
