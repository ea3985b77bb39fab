"""Where several policies do not all say the same, with what each of them says there."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from policyc.analyse.boxing import box_of
from policyc.analyse.example import Example, example
from policyc.analyse.membership import Membership
from policyc.analyse.readable import at_ordinary_times
from policyc.analyse.tightening import tightened
from policyc.analyse.verdicts import FORBIDS, PERMITS
from policyc.core.axes import OpenTerm
from policyc.core.conditions import axes_of
from policyc.space.boxes.box import Box, inside
from policyc.space.differences.drafts import Blockers, Cut, Draft
from policyc.space.differences.inside import Said, said
from policyc.space.differences.parts import Cutout
from policyc.space.differences.regions import Region, Unknown, differences
from policyc.space.replay import Witness, outcomes
from policyc.space.space import Space
from policyc.space.where import Where


@attrs.frozen(eq=False)
class Dispute:
    """Cases about which policies do not all agree: those of `where` in no exception.

    `said` tells for each policy which verdicts it gives inside, by which rules.
    """

    where: Where
    exceptions: tuple[Cutout, ...]
    said: tuple[tuple[Said, ...], ...]
    example: Example

    @property
    def is_grave(self) -> bool:
        """Whether one policy forbids where another permits."""
        verdicts = [{each.verdict for each in found} for found in self.said]
        return any(
            not mine.isdisjoint(FORBIDS) and not yours.isdisjoint(PERMITS)
            for i, mine in enumerate(verdicts)
            for j, yours in enumerate(verdicts)
            if i != j
        )


@attrs.frozen(eq=False)
class Disputes:
    """Every case that not all policies decide alike lies in some dispute, or in an unknown part."""

    disputes: tuple[Dispute, ...]
    unknown: tuple[Unknown, ...]


def disputes(space: Space, actions: Iterable[str]) -> Disputes:
    """Where the policies of a space do not all say the same, the gravest first.

    A case that not all decide alike is one where some policy differs from the first one; so the
    differences of each from the first are all of them. Those on the same bounds are one dispute.
    """
    names = list(actions)
    unknown: list[Unknown] = []
    rows: dict[tuple[str, Box], _Row] = {}
    for number in range(1, len(space.sides)):
        for part in differences(space, names, (0, number)):
            if isinstance(part, Unknown):
                unknown.append(part)
            else:
                _add(space, rows, tightened(space, part))
    found = [_dispute(space, row) for row in _outermost(list(rows.values()))]
    found.sort(key=lambda d: (not d.is_grave, len(d.where.bounds)))
    return Disputes(tuple(found), tuple(unknown))


@attrs.define
class _Row:
    """A base, what all differences on it leave out, and a case of the first of them."""

    action: str
    base: Box
    where: Where
    cuts: dict[Box, Cutout]
    witness: Witness


def _add(space: Space, rows: dict[tuple[str, Box], _Row], region: Region) -> None:
    action = region.where.pattern.name
    base = box_of(space, region.where)
    cuts = {box_of(space, part.where): part for part in region.exceptions}
    row = rows.get((action, base))
    if row is None:
        rows[action, base] = _Row(action, base, region.where, cuts, region.witness)
    else:
        row.cuts = {box: part for box, part in row.cuts.items() if box in cuts}


def _outermost(rows: Sequence[_Row]) -> Iterator[_Row]:
    """The rows whose cases are not all in another row's."""
    for row in rows:
        others = (
            other
            for other in rows
            if other is not row and other.action == row.action and not other.cuts
        )
        if not any(inside(row.base, other.base) for other in others):
            yield row


def _dispute(space: Space, row: _Row) -> Dispute:
    cuts = tuple(Cut(box, ()) for box in row.cuts)
    draft = Draft(row.action, row.base, row.base, cuts, (), {}, Blockers(()))
    shown = {
        key
        for bound in row.where.bounds
        for key in axes_of(bound.condition)
        if not isinstance(space.joint.axes[key].origin, OpenTerm)
    }
    member = Membership.of(space.joint, row.where, [part.where for part in row.cuts.values()])
    action, case = row.witness.action, row.witness.case
    witness = Witness(action, case, outcomes(space, action, case))
    return Dispute(
        row.where,
        tuple(row.cuts.values()),
        tuple(said(space, draft, side) for side in range(len(space.sides))),
        example(space.joint, at_ordinary_times(space.joint, witness, member), shown),
    )
