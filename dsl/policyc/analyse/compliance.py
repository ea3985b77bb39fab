"""Whether a policy keeps to a statute: breaches, omissions, duties, and for which open terms."""

from collections.abc import Iterable
from functools import cached_property

import attrs

from policyc.analyse.duties import DutyDifference, duty_differences
from policyc.analyse.example import Example, example
from policyc.analyse.membership import Membership
from policyc.analyse.open_terms import open_terms
from policyc.analyse.readable import at_ordinary_times
from policyc.analyse.terms import TermRow, term_rows
from policyc.core.axes import OpenTerm
from policyc.core.conditions import axes_of
from policyc.core.policy import Policy
from policyc.space.differences.parts import Part, Unknown
from policyc.space.grid.joint import Joint
from policyc.space.questions.compliance import discouragements, omissions, violations
from policyc.space.questions.terms import Complying, complying
from policyc.space.space import Space
from policyc.space.undecided import Undecided


@attrs.frozen(eq=False, slots=False)
class Breach:
    """Cases in which a statute forbids (or requires) and the policy permits (or does not).

    `rules` are the policy's and the statute's that make it so. The example is worked out when it is
    first asked for: a finding shows one of many.
    """

    part: Part
    rules: tuple[tuple[str, ...], tuple[str, ...]]
    _joint: Joint = attrs.field(repr=False)

    @cached_property
    def example(self) -> Example:
        """A case of these at an ordinary time, with what both say of it."""
        joint, part = self._joint, self.part
        member = Membership.of(joint, part.where, [cut.where for cut in part.exceptions])
        keys = {key for bound in part.where.bounds for key in axes_of(bound.condition)}
        shown = {key for key in keys if not isinstance(joint.axes[key].origin, OpenTerm)}
        return example(joint, at_ordinary_times(joint, part.witness, member), shown)


@attrs.frozen(eq=False)
class Compliance:
    """A policy held against a statute.

    `breaches`: the statute forbids, the policy permits. `omissions`: the statute requires, the
    policy does not. `advice`: the statute discourages, the policy permits, which is no breach.
    `values`: terms of which the statute publishes a stricter value. `duties`: conditions that the
    statute attaches to an action and the policy does not name. `terms`: for which values of open
    terms there is no breach; `None` where no breach turns on one. `settled`: whether nothing that
    may be a breach is among what is `unknown`.
    """

    policy: Policy
    statute: Policy
    breaches: tuple[Breach, ...]
    omissions: tuple[Breach, ...]
    advice: tuple[Breach, ...]
    values: tuple[TermRow, ...]
    duties: tuple[DutyDifference, ...]
    unknown: tuple[Unknown, ...]
    settled: bool
    terms: Complying | Undecided | None
    joint: Joint

    @property
    def complies(self) -> bool | None:
        """Whether the policy permits nothing that the statute forbids; `None`: not found out."""
        return False if self.breaches else True if self.settled else None


def compliance(policy: Policy, statute: Policy, actions: Iterable[str] | None = None) -> Compliance:
    """A policy held against a statute (about these actions). Raises `NotComparable`."""
    space = Space((policy, statute))
    names = list(space.actions if actions is None else actions)
    permitted = list(violations(space, actions=names))
    omitted = list(omissions(space, actions=names))
    advised = list(discouragements(space, actions=names))
    breaches = _breaches(space, permitted)
    duties = (duty for duty in duty_differences(space, names) if duty.side == 1)
    return Compliance(
        policy,
        statute,
        breaches,
        _breaches(space, omitted),
        _breaches(space, advised),
        () if actions is not None else _less_strict(policy, statute),
        tuple(duties),
        tuple(part for part in (*permitted, *omitted, *advised) if isinstance(part, Unknown)),
        not any(isinstance(part, Unknown) for part in permitted),
        complying(policy, statute, names) if _turns_on_terms(space.joint, breaches) else None,
        space.joint,
    )


def _breaches(space: Space, found: Iterable[Part | Unknown]) -> tuple[Breach, ...]:
    return tuple(_breach(space.joint, part) for part in found if isinstance(part, Part))


def _breach(joint: Joint, part: Part) -> Breach:
    mine, yours = (
        tuple(dict.fromkeys(rule for side, rule in part.rules if side == number))
        for number in (0, 1)
    )
    return Breach(part, (mine, yours), joint)


def _less_strict(policy: Policy, statute: Policy) -> tuple[TermRow, ...]:
    """The terms that both give a value and the statute a stricter one."""
    rows = term_rows((policy, statute))
    return tuple(row for row in rows if None not in row.terms and row.strictest == (1,))


def _turns_on_terms(joint: Joint, breaches: Iterable[Breach]) -> bool:
    """Whether some breach is bounded by an open term; otherwise no value of one can help."""
    parts = [breach.part for breach in breaches]
    places = [w for p in parts for w in (p.where, *(cut.where for cut in p.exceptions))]
    return bool(open_terms(joint.axes, places))
