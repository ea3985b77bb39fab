"""For which values of its open terms a policy keeps to a statute."""

from collections.abc import Iterable, Sequence
from itertools import product
from math import prod

import attrs

from policyc.core.conditions import ALWAYS, Condition, LinearForm, conjoin, disjoin
from policyc.core.policy import Policy
from policyc.space.boxes.box import Box
from policyc.space.boxes.diagram import Diagrams, TooLarge
from policyc.space.boxes.shortcover import short_cover
from policyc.space.differences.parts import example, within
from policyc.space.grid.describe import condition_of
from policyc.space.questions.compliance import Cases, violations
from policyc.space.space import Space
from policyc.space.theory.refine import is_term
from policyc.space.undecided import SPENT, BudgetSpent, Undecided

CELLS = 1_000
"""How many combinations of cells of the terms are asked about."""


@attrs.frozen
class Complying:
    """The values of the open terms with which a policy keeps to a statute.

    `condition` is over the joint keys of the terms: always true where any values comply, never
    where none do. `exact` is false where more values may comply than it says.
    """

    condition: Condition
    exact: bool


def complying(
    policy: Policy,
    statute: Policy,
    actions: Iterable[str] | None = None,
    cases: Cases = violations,
) -> Complying | Undecided:
    """For which values of the open terms of either a policy has none of some cases.

    With `actions`, as far as these are concerned.
    """
    space = Space((policy, statute), of_terms=True)
    places = _places(space)
    sizes = [space.grid.axes[place].size for place in places]
    if prod(sizes) > CELLS:
        return Undecided("the open terms matter in too many ways")
    names = list(space.actions if actions is None else actions)
    try:
        return _complying(space, places, sizes, names, cases)
    except (BudgetSpent, TooLarge):
        return SPENT


def _places(space: Space) -> list[int]:
    """The places of the open terms and of the forms over terms alone."""
    terms = {axis.place for axis in space.grid.axes if is_term(axis)}
    return [
        axis.place
        for axis in space.grid.axes
        if axis.place in terms
        or (
            isinstance(axis.name, LinearForm)
            and all(space.grid.places[key] in terms for key, _ in axis.name.parts)
        )
    ]


def _complying(
    space: Space, places: list[int], sizes: list[int], actions: Sequence[str], against: Cases
) -> Complying:
    diagrams: Diagrams = Diagrams(sizes)
    broken: list[Box] = []
    impossible: list[Box] = []
    for cells in product(*map(range, sizes)):
        box = tuple((place, 1 << cell) for place, cell in zip(places, cells, strict=True))
        level = tuple((i, 1 << cell) for i, cell in enumerate(cells))
        full = tuple((p, m) for p, m in box if m != space.grid.full[p])
        if not any(space.exists(action, dict(full), ()) for action in space.actions):
            impossible.append(_cut(level, diagrams))
        elif any(_breaks(space, action, full, against) for action in actions):
            broken.append(_cut(level, diagrams))
    cases = diagrams.apply(_case, diagrams.union(broken), diagrams.union(impossible))
    found = short_cover(diagrams, cases, lambda v: v == "fine", lambda v: v == "impossible")
    condition = disjoin(
        conjoin(condition_of(space.grid.axes[places[level]], mask) for level, mask in box)
        for box in found
    )
    if not broken:
        condition = ALWAYS
    return Complying(condition, space.refined)


def _cut(level: Box, diagrams: Diagrams) -> Box:
    return tuple((i, mask) for i, mask in level if mask != (1 << diagrams.sizes[i]) - 1)


def _case(broken: object, impossible: object) -> object:
    return "impossible" if impossible else "broken" if broken else "fine"


def _breaks(space: Space, action: str, box: Box, against: Cases) -> bool:
    """Whether some case of an action in a box is one of those asked about."""
    return example(space, action, within(against(space, action), [box])) is not None
