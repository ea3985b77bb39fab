"""Where one thing is so: the cases of some alternatives, as parts with an example each."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from policyc.space.boxes.box import EVERYWHERE, Box
from policyc.space.boxes.boxset import BoxSet
from policyc.space.differences.drafts import Blockers, Draft, Unsettled, drafts, seeds
from policyc.space.differences.minimise import minimised
from policyc.space.effects import Alternative
from policyc.space.live import Tag
from policyc.space.replay import Witness, witness
from policyc.space.space import Space
from policyc.space.undecided import SPENT, BudgetSpent, Undecided
from policyc.space.where import Where, where


@attrs.frozen
class Cutout:
    """A part that is cut out of another, and the rules that cut it: (side, rule)."""

    where: Where
    rules: tuple[tuple[int, str], ...]


@attrs.frozen(eq=False)
class Part:
    """The cases of `where` that lie in no exception; `rules` made it so: (side, rule)."""

    where: Where
    exceptions: tuple[Cutout, ...]
    rules: tuple[tuple[int, str], ...]
    witness: Witness


@attrs.frozen
class Unknown:
    """A part of which it was not found out whether it is so."""

    where: Where
    undecided: Undecided = SPENT


def within(alternatives: Iterable[Alternative], boxes: Sequence[Box]) -> Iterator[Alternative]:
    """The alternatives inside some of the boxes too."""
    if list(boxes) == [EVERYWHERE]:
        yield from alternatives
        return
    around: BoxSet[Tag] = BoxSet((), bare=boxes)
    for each in alternatives:
        yield Alternative((*each.within, around), each.without)


def combined(left: Iterable[Alternative], right: Iterable[Alternative]) -> Iterator[Alternative]:
    """The alternatives where one of each holds."""
    right = list(right)
    for a in left:
        for b in right:
            yield Alternative(a.within + b.within, a.without + b.without)


def example(
    space: Space, action: str, ways: Iterable[Alternative], sides: Sequence[int] | None = None
) -> Witness | None:
    """A case in some of the alternatives, replayed; `None` where there is none. `BudgetSpent`."""
    spent = False
    for alternative in ways:
        blockers = Blockers(alternative.without)
        for seed, _ in seeds(space, action, alternative.within, blockers):
            try:
                masks = dict(seed)
                found = space.find(action, masks, blockers.near(masks))
                if found is not None:
                    return witness(space, action, found, sides)
            except BudgetSpent:
                spent = True
    if spent:
        raise BudgetSpent
    return None


def parts(space: Space, action: str, found: Iterable[Alternative]) -> Iterator[Part | Unknown]:
    """The cases in some of the alternatives, exactly, as few parts as were found."""
    for drafted in grouped(space, action, found):
        for draft in drafted:
            if isinstance(draft, Unsettled):
                yield Unknown(where(space, action, draft.seed), draft.why)
            else:
                yield part(space, draft)


def grouped(
    space: Space, action: str, found: Iterable[Alternative]
) -> Iterator[list[Draft | Unsettled]]:
    """The minimised drafts of the alternatives; those with the same blockers go together."""
    by_blockers: dict[tuple[int, ...], list[Alternative]] = {}
    for alternative in found:
        by_blockers.setdefault(tuple(map(id, alternative.without)), []).append(alternative)
    for same in by_blockers.values():
        drafted = [d for a in same for d in drafts(space, action, a.within, a.without)]
        unsettled: list[Draft | Unsettled] = [d for d in drafted if isinstance(d, Unsettled)]
        yield unsettled + list(minimised(space, [d for d in drafted if isinstance(d, Draft)]))


def part(space: Space, draft: Draft) -> Part | Unknown:
    """A draft with its example."""
    try:
        found = witness(space, draft.action, draft.found)
    except BudgetSpent:
        return Unknown(where(space, draft.action, draft.seed))
    return Part(
        where(space, draft.action, draft.base),
        tuple(
            Cutout(where(space, draft.action, cut.box), sources(cut.tags))
            for cut in draft.exceptions
        ),
        sources(draft.tags),
        found,
    )


def sources(tags: Iterable[Tag]) -> tuple[tuple[int, str], ...]:
    """The sides and rules of tags, each once."""
    return tuple(dict.fromkeys((tag.side, tag.rule) for tag in tags))
