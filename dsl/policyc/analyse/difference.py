"""Everything in which two policies differ: cases, terms, duties, deadlines, stages, wording."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import attrs

from policyc.analyse.deadlines import DeadlineDifference, deadline_differences
from policyc.analyse.duties import DutyDifference, duty_differences
from policyc.analyse.essential import Speakers
from policyc.analyse.example import Example, example
from policyc.analyse.membership import Membership
from policyc.analyse.readable import at_ordinary_times, at_whole_minutes, carried
from policyc.analyse.rewording import Rewording, rewordings
from policyc.analyse.stages import StageDifference, stage_differences
from policyc.analyse.terms import TermRow, term_rows
from policyc.analyse.tightening import tightened
from policyc.core.actions import Vocabulary
from policyc.core.axes import Axis, OpenTerm
from policyc.core.conditions import Condition, axes_of
from policyc.core.policy import Policy, Verdict
from policyc.space.differences.certainty import Level
from policyc.space.differences.classes import CLASSES
from policyc.space.differences.regions import Region, Unknown, differences
from policyc.space.grid.joint import Joint
from policyc.space.space import Space

FEW = 100
"""Up to how many regions are ordered by what both sides say in them."""


@attrs.frozen(eq=False, slots=False)
class Entry:
    """A region with examples for a reader, worked out when they are first asked for."""

    region: Region
    joint: Joint
    speakers: Speakers

    @cached_property
    def example(self) -> Example:
        """The witness with the facts that matter; those that bound the region are among them."""
        region = self.region
        outside = [part.where for part in region.exceptions]
        member = Membership.of(self.joint, region.where, outside)
        witness = at_ordinary_times(self.joint, region.witness, member)
        return example(self.joint, witness, self._shown, self.speakers)

    @cached_property
    def agreement(self) -> Example | None:
        """The nearest case where both sides say the same, if one was found."""
        found = self.region.agreement
        if found is None:
            return None
        near = carried(self.joint, self.region.witness, found, self.example.whole)
        near = at_whole_minutes(self.joint, near)
        return example(self.joint, near, self._shown, self.speakers)

    @property
    def _shown(self) -> frozenset[str]:
        conditions = (bound.condition for bound in self.region.where.bounds)
        keys = (key for condition in conditions for key in axes_of(condition))
        return frozenset(k for k in keys if not isinstance(self.joint.axes[k].origin, OpenTerm))


@attrs.frozen(eq=False)
class Difference:
    """All that two policies do not share.

    `entries` are the regions, those of one class together, the gravest first. `scopes` holds what
    each side is limited to, if that differs; `assumed`, for each side, what it assumes and the
    other does not: cases that break it are left out. `statutes` are those that each side calls
    itself subject to, if they differ. `actions` are those compared. Conditions, here and in
    regions, are over the joint axes.
    """

    policies: tuple[Policy, Policy]
    entries: tuple[Entry, ...]
    unknown: tuple[Unknown, ...]
    terms: tuple[TermRow, ...]
    duties: tuple[DutyDifference, ...]
    deadlines: tuple[DeadlineDifference, ...]
    stages: tuple[StageDifference, ...]
    rewordings: tuple[Rewording, ...]
    scopes: tuple[Condition, Condition] | None
    assumed: tuple[tuple[Condition, ...], tuple[Condition, ...]]
    statutes: tuple[tuple[str, ...], tuple[str, ...]] | None
    actions: tuple[str, ...]
    joint: Joint

    @property
    def axes(self) -> Mapping[str, Axis]:
        """The joint axes, that names in regions refer to."""
        return self.joint.axes

    @property
    def vocabulary(self) -> Vocabulary:
        """The joint vocabulary."""
        return self.joint.vocabulary

    @property
    def complete(self) -> bool:
        """Whether nothing was left undecided."""
        return not self.unknown

    @property
    def equivalent(self) -> bool | None:
        """Whether both policies give every verdict alike; `None` where that was not found out."""
        return False if self.entries else True if self.complete else None

    @property
    def same(self) -> bool:
        """Whether they differ in nothing at all that is compared, proved."""
        others = (self.terms, self.duties, self.deadlines, self.stages, self.statutes)
        return self.equivalent is True and not any(others)

    def stricter(self) -> frozenset[int]:
        """The sides that are the stricter one somewhere."""
        found = [entry.region.stricter for entry in self.entries]
        found += [row.strictest[0] for row in self.terms if len(row.strictest) == 1]
        found += [deadline.stricter for deadline in self.deadlines]
        return frozenset(side for side in found if side is not None)


def difference(left: Policy, right: Policy, actions: Iterable[str] | None = None) -> Difference:
    """All that two policies do not share (about these actions). Raises `NotComparable`."""
    space = Space((left, right))
    names = tuple(space.actions if actions is None else actions)
    found = list(differences(space, names))
    speakers = Speakers(space.joint)
    regions = [tightened(space, part) for part in found if isinstance(part, Region)]
    return Difference(
        (left, right),
        tuple(Entry(region, space.joint, speakers) for region in _gravest_first(regions)),
        tuple(part for part in found if isinstance(part, Unknown)),
        tuple(row for row in term_rows((left, right)) if row.differs),
        duty_differences(space, names),
        deadline_differences(space, names),
        stage_differences(space.joint),
        rewordings(space),
        _scopes(space.joint),
        _assumed(space.joint),
        _statutes(left, right),
        names,
        space.joint,
    )


def _gravest_first(regions: Sequence[Region]) -> list[Region]:
    """By class; then where one side permits what the other forbids; then what is certain.

    Of very many regions only those with fewest bounds come first: to know more takes a search each.
    """
    if len(regions) > FEW:
        return sorted(regions, key=lambda r: (CLASSES.index(r.cls), _size(r)))
    return sorted(regions, key=lambda r: (CLASSES.index(r.cls), *_gravity(r), _size(r)))


def _size(region: Region) -> tuple[int, int]:
    return len(region.where.bounds), len(region.exceptions)


def _gravity(region: Region) -> tuple[bool, bool]:
    opposed = any(
        said.verdict in (Verdict.ALLOWED, Verdict.REQUIRED, Verdict.RECOMMENDED)
        for said in region.said[1 - region.cls.side]
    )
    return not opposed, region.certainty.level is not Level.CERTAIN


def _scopes(joint: Joint) -> tuple[Condition, Condition] | None:
    """What either policy is limited to, if not to the same."""
    left, right = (joint.condition(n, policy.scope) for n, policy in enumerate(joint.policies))
    return None if left == right else (left, right)


def _statutes(left: Policy, right: Policy) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """What either policy is subject to, if not to the same."""
    same = set(left.subject_to) == set(right.subject_to)
    return None if same else (left.subject_to, right.subject_to)


def _assumed(joint: Joint) -> tuple[tuple[Condition, ...], tuple[Condition, ...]]:
    """What each side assumes and the other does not."""
    mine, yours = (
        [joint.condition(number, a.condition) for a in policy.assumptions]
        for number, policy in enumerate(joint.policies)
    )
    return tuple(c for c in mine if c not in yours), tuple(c for c in yours if c not in mine)
