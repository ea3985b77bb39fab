"""Every difference between two policies, as a list of regions.

A case and action lie in some region of a class exactly when the two policies differ there in that
way: nothing is missing and nothing is claimed in excess, but for what `undecided` names.
"""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from policyc.core.axes import Axis
from policyc.core.policy import Policy, Verdict
from policyc.space.certainty import Certainty, certainty
from policyc.space.classes import CLASSES, Class, Topic, terms
from policyc.space.drafts import Draft, Unsettled, drafts
from policyc.space.inside import Said, said
from policyc.space.minimise import minimised
from policyc.space.nearby import agreement
from policyc.space.parts import Cutout, sources
from policyc.space.replay import Disproved, Witness, witness
from policyc.space.space import Space
from policyc.space.undecided import BudgetSpent, Undecided
from policyc.space.where import Where, where


@attrs.frozen(eq=False)
class Region:
    """The cases of `where` that lie in none of `exceptions`: there the policies differ in one way.

    `said` tells for each side which verdicts it gives inside, by which rules. `stricter` is the
    stricter side, if one is. `agreement` is a case one step from the witness where both say the
    same, if there is one.
    """

    cls: Class
    where: Where
    exceptions: tuple[Cutout, ...]
    said: tuple[tuple[Said, ...], tuple[Said, ...]]
    rules: tuple[tuple[str, ...], tuple[str, ...]]
    stricter: int | None
    witness: Witness
    agreement: Witness | None
    certainty: Certainty


@attrs.frozen
class Unknown:
    """A part of which it was not found out whether the policies differ there."""

    cls: Class
    where: Where
    undecided: Undecided


@attrs.frozen(eq=False)
class Comparison:
    """All differences between two policies. `axes` holds the joint axes that names refer to."""

    policies: tuple[Policy, ...]
    regions: tuple[Region, ...]
    unknown: tuple[Unknown, ...]
    axes: Mapping[str, Axis]

    @property
    def complete(self) -> bool:
        """Whether nothing was left undecided."""
        return not self.unknown

    @property
    def equivalent(self) -> bool | None:
        """Whether the policies never differ; `None` where that was not found out."""
        return False if self.regions else True if self.complete else None


def compare(left: Policy, right: Policy, actions: Iterable[str] | None = None) -> Comparison:
    """Every difference between two policies (about these actions). Raises `NotComparable`."""
    space = Space((left, right))
    found = list(differences(space, actions))
    return Comparison(
        (left, right),
        tuple(region for region in found if isinstance(region, Region)),
        tuple(part for part in found if isinstance(part, Unknown)),
        space.joint.axes,
    )


def differences(
    space: Space, actions: Iterable[str] | None = None, pair: tuple[int, int] = (0, 1)
) -> Iterator[Region | Unknown]:
    """The regions where two policies of a space differ, one class after another."""
    names = list(space.actions if actions is None else actions)
    for cls in CLASSES:
        for action in names:
            yield from class_regions(space, action, cls, pair)


def class_regions(
    space: Space, action: str, cls: Class, pair: tuple[int, int] = (0, 1)
) -> Iterator[Region | Unknown]:
    """The regions of one class and action."""
    sides = space.sides[pair[0]], space.sides[pair[1]]
    for term in terms(sides, action, cls):
        within = term.doing.within + term.other.within
        without = term.doing.without + term.other.without
        found = list(drafts(space, action, within, without))
        for part in found:
            if isinstance(part, Unsettled):
                yield unknown(space, cls, part)
        for draft in minimised(space, [d for d in found if isinstance(d, Draft)]):
            yield region(space, cls, draft, pair)


def unknown(space: Space, cls: Class, part: Unsettled) -> Unknown:
    """What is said of a seed that could not be settled."""
    return Unknown(cls, where(space, part.action, part.seed), Undecided("the search budget ran out"))


def region(
    space: Space, cls: Class, draft: Draft, pair: tuple[int, int] = (0, 1)
) -> Region | Unknown:
    """A draft with everything that is worth saying of it; its witness is replayed."""
    try:
        example = witness(space, draft.action, draft.found)
    except BudgetSpent:
        seed = Unsettled(draft.action, draft.seed, draft.tags)
        return unknown(space, cls, seed)
    left, right = (example.outcomes[side] for side in pair)
    if (left.verdict, left.rebuttable) == (right.verdict, right.rebuttable):
        raise Disproved(f"no difference about {example.action} in {example.case}")
    both = (said(space, draft, pair[0]), said(space, draft, pair[1]))
    return Region(
        cls,
        where(space, draft.action, draft.base),
        tuple(
            Cutout(where(space, draft.action, cut.box), sources(cut.tags))
            for cut in draft.exceptions
        ),
        both,
        (_rules(draft, pair[0], both[0]), _rules(draft, pair[1], both[1])),
        _stricter(cls, left.verdict),
        example,
        agreement(space, draft, example, pair),
        certainty(space, draft, pair),
    )


def _rules(draft: Draft, side: int, found: tuple[Said, ...]) -> tuple[str, ...]:
    """The rules that make a side's part of the difference: the seed's own, or all that speak."""
    own = tuple(dict.fromkeys(tag.rule for tag in draft.tags if tag.side == side))
    return own or tuple(dict.fromkeys(rule for each in found for rule in each.rules))


def _stricter(cls: Class, verdict: Verdict) -> int | None:
    """The stricter side: one that forbids, requires or discourages more, or permits less."""
    match cls.topic:
        case Topic.ALLOWS:
            return 1 - cls.side
        case Topic.RECOMMENDS:
            return None
        case Topic.STANDS:
            if verdict in (Verdict.ALLOWED, Verdict.RECOMMENDED):
                return None
            return cls.side
        case _:
            return cls.side
