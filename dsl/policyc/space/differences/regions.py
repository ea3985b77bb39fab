"""Every difference between two policies, as a list of regions.

A case and action lie in some region of a class exactly when the two policies differ there in that
way: nothing is missing and nothing is claimed in excess, but for what `undecided` names.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

import attrs

from policyc.core.axes import Axis
from policyc.core.policy import Policy
from policyc.core.strictness import is_ranked, stricter
from policyc.space.differences.certainty import Certainty
from policyc.space.differences.classes import CLASSES, Class, terms, verdicts
from policyc.space.differences.drafts import Draft, Unsettled, drafts
from policyc.space.differences.inside import Said, said
from policyc.space.differences.minimise import minimised
from policyc.space.differences.nearby import agreement
from policyc.space.differences.open_terms import certainty
from policyc.space.differences.parts import Cutout, sources
from policyc.space.replay import Disproved, Witness, witness
from policyc.space.space import Space
from policyc.space.undecided import SPENT, BudgetSpent, Undecided
from policyc.space.where import Where, where


@attrs.frozen(eq=False, slots=False)
class Region:
    """The cases of `where` that lie in none of `exceptions`: there the policies differ in one way.

    `stricter` is the stricter side, if one is. What takes a search of its own is worked out when it
    is first asked for.
    """

    cls: Class
    where: Where
    exceptions: tuple[Cutout, ...]
    stricter: int | None
    witness: Witness
    _space: Space = attrs.field(repr=False)
    _draft: Draft = attrs.field(repr=False)
    _pair: tuple[int, int] = attrs.field(repr=False)

    @cached_property
    def said(self) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
        """For each side the verdicts that it gives inside, and by which rules."""
        left, right = (
            said(self._space, self._draft, side, verdicts(self.cls, number))
            for number, side in enumerate(self._pair)
        )
        return left, right

    @cached_property
    def rules(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """For each side the rules that make its part of the difference.

        The doing side's are those of the region's own boxes; the other's all that speak inside.
        """
        left, right = (self._rules(number) for number in (0, 1))
        return left, right

    def _rules(self, number: int) -> tuple[str, ...]:
        tags = self._draft.tags
        own = tuple(dict.fromkeys(tag.rule for tag in tags if tag.side == self._pair[number]))
        return own or tuple(dict.fromkeys(r for each in self.said[number] for r in each.rules))

    @cached_property
    def agreement(self) -> Witness | None:
        """A case one step from the witness where both policies say the same, if there is one."""
        return agreement(self._space, self._draft, self.witness, self._pair)

    @cached_property
    def certainty(self) -> Certainty:
        """Whether the difference holds whatever values the open terms have."""
        return certainty(self._space, self._draft, self.cls, self._pair)


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
        found = list(drafts(space, action, within, without, term.most))
        for part in found:
            if isinstance(part, Unsettled):
                yield unknown(space, cls, part)
        for draft in minimised(space, [d for d in found if isinstance(d, Draft)]):
            yield region(space, cls, draft, pair)


def unknown(space: Space, cls: Class, part: Unsettled) -> Unknown:
    """What is said of a seed that could not be settled."""
    return Unknown(cls, where(space, part.action, part.seed), part.why)


def region(
    space: Space, cls: Class, draft: Draft, pair: tuple[int, int] = (0, 1)
) -> Region | Unknown:
    """A draft with everything that is worth saying of it; its witness is replayed."""
    try:
        example = witness(space, draft.action, draft.found, pair)
    except BudgetSpent:
        seed = Unsettled(draft.action, draft.seed, draft.tags, SPENT)
        return unknown(space, cls, seed)
    left, right = example.outcomes
    if (left.verdict, left.rebuttable) == (right.verdict, right.rebuttable):
        raise Disproved(f"no difference about {example.action} in {example.case}")
    cut = tuple(
        Cutout(where(space, draft.action, cut.box), sources(cut.tags)) for cut in draft.exceptions
    )
    place = where(space, draft.action, draft.base)
    ranked = is_ranked(space.actions[draft.action])
    side = stricter(left, right) if ranked else None
    return Region(cls, place, cut, side, example, space, draft, pair)
