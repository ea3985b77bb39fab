"""Everything in which two policies differ: cases, terms, duties, deadlines, stages, wording."""

from collections.abc import Iterable, Mapping

import attrs

from policyc.analyse.deadlines import DeadlineDifference, deadline_differences
from policyc.analyse.duties import DutyDifference, duty_differences
from policyc.analyse.example import Example, example
from policyc.analyse.rewording import Rewording, rewordings
from policyc.analyse.stages import StageDifference, stage_differences
from policyc.analyse.terms import TermRow, term_rows
from policyc.core.actions import Vocabulary
from policyc.core.axes import Axis, OpenTerm
from policyc.core.conditions import Condition, axes_of
from policyc.core.policy import Policy, Verdict
from policyc.space.certainty import Level
from policyc.space.classes import CLASSES
from policyc.space.joint import Joint
from policyc.space.regions import Region, Unknown, differences
from policyc.space.space import Space


@attrs.frozen(eq=False)
class Entry:
    """A region with the facts of its example that matter, and the nearest example of agreement."""

    region: Region
    example: Example
    agreement: Example | None


@attrs.frozen(eq=False)
class Difference:
    """All that two policies do not share.

    `entries` are the regions, those of one class together, the gravest first. `assumed` holds, for
    each side, what it assumes and the other does not: cases that break it are left out. `actions`
    are those compared. Conditions, here and in regions, are over the joint axes.
    """

    policies: tuple[Policy, Policy]
    entries: tuple[Entry, ...]
    unknown: tuple[Unknown, ...]
    terms: tuple[TermRow, ...]
    duties: tuple[DutyDifference, ...]
    deadlines: tuple[DeadlineDifference, ...]
    stages: tuple[StageDifference, ...]
    rewordings: tuple[Rewording, ...]
    assumed: tuple[tuple[Condition, ...], tuple[Condition, ...]]
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
        others = (self.terms, self.duties, self.deadlines, self.stages)
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
    regions = [part for part in found if isinstance(part, Region)]
    return Difference(
        (left, right),
        tuple(_entry(space, region) for region in sorted(regions, key=_gravity)),
        tuple(part for part in found if isinstance(part, Unknown)),
        tuple(row for row in term_rows((left, right)) if row.differs),
        duty_differences(space, names),
        deadline_differences(space, names),
        stage_differences(space.joint),
        rewordings(space),
        _assumed(space.joint),
        names,
        space.joint,
    )


def _entry(space: Space, region: Region) -> Entry:
    shown = {
        key
        for bound in region.where.bounds
        for key in axes_of(bound.condition)
        if not isinstance(space.joint.axes[key].origin, OpenTerm)
    }
    found = region.agreement
    return Entry(
        region,
        example(space.joint, region.witness, shown),
        None if found is None else example(space.joint, found, shown),
    )


def _gravity(region: Region) -> tuple[int, bool, bool, int]:
    """By class; then where one side permits what the other forbids; then what is certain."""
    opposed = any(
        said.verdict in (Verdict.ALLOWED, Verdict.REQUIRED, Verdict.RECOMMENDED)
        for said in region.said[1 - region.cls.side]
    )
    certain = region.certainty.level is Level.CERTAIN
    return CLASSES.index(region.cls), not opposed, not certain, len(region.where.bounds)


def _assumed(joint: Joint) -> tuple[tuple[Condition, ...], tuple[Condition, ...]]:
    """What each side assumes and the other does not."""
    mine, yours = (
        [joint.condition(number, a.condition) for a in policy.assumptions]
        for number, policy in enumerate(joint.policies)
    )
    return tuple(c for c in mine if c not in yours), tuple(c for c in yours if c not in mine)
