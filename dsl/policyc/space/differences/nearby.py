"""A case one step from a witness where two policies say the same."""

from collections.abc import Iterable, Iterator, Mapping

from policyc.core.actions import Ground
from policyc.core.axes import Members, Numbers, Value, YesNo
from policyc.core.meaning import gives, verdict_of
from policyc.core.policy import Effect, Verdict
from policyc.space.boxes.box import Masks
from policyc.space.differences.drafts import Draft
from policyc.space.grid.grid import GridAxis
from policyc.space.grid.ordinary import closest
from policyc.space.replay import Witness, outcomes
from policyc.space.space import Space


def agreement(
    space: Space, draft: Draft, example: Witness, pair: tuple[int, int]
) -> Witness | None:
    """The witness with one fact changed, by little, so that both policies say the same.

    Facts that the region restricts are tried, in their order; the nearest values first.
    """
    cases, action = space.cases, example.action
    cells = cases.cells(action, example.case)
    for key, values in _changes(space, draft, example.case):
        moving = cases.moving(key)
        for value in values:
            case = {**example.case, key: value}
            here = {**cells, **cases.cells(action, case, moving)}
            if _agree(space, action, here, pair) and cases.admits(action, case):
                found = outcomes(space, action, case, pair)
                left, right = found
                if (left.verdict, left.rebuttable) == (right.verdict, right.rebuttable):
                    return Witness(action, case, found)
    return None


def _agree(space: Space, action: Ground, masks: Masks, pair: tuple[int, int]) -> bool:
    """Whether the boxes say that two policies have the same outcome; a quick first look."""
    left, right = (outcome(space.sides[side].effects_at(action.name, masks)) for side in pair)
    return left == right


def outcome(live: Iterable[tuple[Effect, bool]]) -> tuple[Verdict, bool]:
    """The verdict of live effects, and whether it can be rebutted."""
    live = list(live)
    verdict = verdict_of(effect for effect, _ in live)
    giving = [rebuttable for effect, rebuttable in live if gives(effect, verdict)]
    return verdict, bool(giving) and all(giving)


def _changes(
    space: Space, draft: Draft, case: Mapping[str, Value]
) -> Iterator[tuple[str, list[Value]]]:
    places = dict.fromkeys(
        place for box in (draft.base, *(cut.box for cut in draft.exceptions)) for place, _ in box
    )
    for place in sorted(places):
        axis = space.grid.axes[place]
        if isinstance(axis.name, str):
            yield axis.name, list(_others(axis, case[axis.name]))


def _others(axis: GridAxis, value: Value) -> Iterator[Value]:
    """One value of each other cell, the nearest cells first."""
    match axis.domain:
        case YesNo():
            yield not value
        case Members(kind):
            yield from (m for m in kind.members if m != value)
        case Numbers():
            here = axis.cell_of(value)
            cells = sorted(set(range(axis.size)) - {here}, key=lambda cell: abs(cell - here))
            for cell in cells:
                if axis.never >> cell & 1:
                    yield None
                else:
                    near = 0 if value is None or isinstance(value, str) else value
                    yield closest(axis.domain, axis.exact_interval(cell, cell), near)
