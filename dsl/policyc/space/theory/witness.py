"""One ordinary case out of a box: round values, near where a reader would look."""

from collections.abc import Mapping, Sequence
from itertools import product

from policyc.core.axes import Members, Numbers, Value, YesNo
from policyc.core.conditions import LinearForm
from policyc.core.numbers import Number
from policyc.space.boxes.box import Masks
from policyc.space.grid.grid import Compound, GridAxis, runs
from policyc.space.grid.ordinary import closest, ordinary, wish
from policyc.space.theory.theory import Group, Run, Theory, Values

Wishes = Mapping[int, Value]
"""The value to stay close to, by place; elsewhere an ordinary one is taken."""


LADDER = (1000, 500, 200, 100, 50, 20, 10, 5, 2, 1)
"""Round numbers to try where the ordinary one does not fit the others."""


def choose(theory: Theory, masks: Masks, wishes: Wishes) -> dict[int, Value] | None:
    """A value per axis (forms and compound ones left out) for a case in a box.

    The box must meet no rule of the theory. `None` where no case of it was found.
    """
    grid = theory.grid
    grouped = {place for group in theory.groups for place in group.parts}
    found: dict[int, Value] = {}
    for axis in grid.axes:
        if axis.place not in grouped and not isinstance(axis.name, LinearForm | Compound):
            mask = masks.get(axis.place, axis.full)
            found[axis.place] = _alone(theory, axis, mask, wishes)
    for group in theory.groups:
        values = _group(theory, group, masks, wishes)
        if values is None:
            return None
        found.update(values)
    return found


def _alone(theory: Theory, axis: GridAxis, mask: int, wishes: Wishes) -> Value:
    """The value of an axis that nothing else restricts; what is ordinary is worked out once."""
    if axis.place in wishes:
        return _chosen(axis, mask, wishes)
    key = (axis.place, mask)
    if key not in theory.ordinary:
        theory.ordinary[key] = _chosen(axis, mask, wishes)
    return theory.ordinary[key]


def _chosen(axis: GridAxis, mask: int, wishes: Wishes) -> Value:
    """The wished value where it may be, or the value nearest to it, or an ordinary one."""
    wished = wishes[axis.place] if axis.place in wishes else wish(axis.domain)
    match axis.domain:
        case YesNo():
            return bool(wished) if mask >> bool(wished) & 1 else not wished
        case Members(kind):
            if wished in kind.members and mask >> kind.members.index(str(wished)) & 1:
                return wished
            return kind.members[(mask & -mask).bit_length() - 1]
        case Numbers():
            return _value(axis, _nearest_runs(axis, mask, wished)[0], wishes)


def _nearest_runs(axis: GridAxis, mask: int, wished: Value) -> list[Run]:
    """The runs of a mask, those nearest to a value first; *never* first only where wished."""
    found: list[Run] = list(runs(mask & ~axis.never))
    cell = 0 if wished is None else axis.cell_of(wished)
    found.sort(key=lambda run: 0 if run is None else max(run[0] - cell, cell - run[1], 0))
    if mask & axis.never:
        found.insert(0 if wished is None else len(found), None)
    return found


def _value(axis: GridAxis, run: Run, wishes: Wishes) -> Number | None:
    """A number in a run: near the wished one, or ordinary."""
    if run is None:
        return None
    domain = axis.domain
    assert isinstance(domain, Numbers)
    interval = axis.exact_interval(*run)
    wished = wishes.get(axis.place)
    if wished is not None and not isinstance(wished, str):
        return closest(domain, interval, wished)
    return ordinary(domain, interval, free=run == (0, len(axis.cuts)))


def _group(theory: Theory, group: Group, masks: Masks, wishes: Wishes) -> Values | None:
    """Values of axes that share forms; what is ordinary is worked out once."""
    if not wishes.keys().isdisjoint(group.places):
        return _together(theory, group, masks, wishes)
    cells = (masks.get(place, theory.grid.full[place]) for place in group.places)
    key = (group.places[0], *cells)
    if key not in theory.together:
        theory.together[key] = _together(theory, group, masks, wishes)
    return theory.together[key]


def _together(theory: Theory, group: Group, masks: Masks, wishes: Wishes) -> Values | None:
    """Values of axes that share forms, as many of them as one would choose alone as can be."""
    if (alone := _each_alone(theory, group, masks, wishes)) is not None:
        return alone
    axes = [theory.grid.axes[place] for place in group.places]
    choices = [
        _nearest_runs(
            axis,
            masks.get(axis.place, axis.full),
            wishes[axis.place] if axis.place in wishes else wish(axis.domain),
        )
        for axis in axes
    ]
    for chosen in product(*choices):
        here = dict(zip(group.places, chosen, strict=True))
        if isinstance(values := theory.solved(group, here, {}), dict):
            return _settled(theory, group, here, values, wishes)
    return None


def _each_alone(theory: Theory, group: Group, masks: Masks, wishes: Wishes) -> Values | None:
    """The value that each axis would have alone, where they go together."""
    grid = theory.grid
    values: Values = {}
    for place in group.parts:
        mask = masks.get(place, grid.full[place])
        value = _alone(theory, grid.axes[place], mask, wishes)
        values[place] = None if value is None or isinstance(value, str) else value
    for place in group.forms:
        axis = grid.axes[place]
        assert isinstance(axis.name, LinearForm)
        parts = [(values[grid.places[key]], factor) for key, factor in axis.name.parts]
        known = [value * factor for value, factor in parts if value is not None]
        total = sum(known) if len(known) == len(parts) else None
        if not masks.get(place, axis.full) >> axis.cell_of(total) & 1:
            return None
    return values


def _settled(
    theory: Theory, group: Group, here: Mapping[int, Run], values: Values, wishes: Wishes
) -> Values:
    """A solution with one part after another fixed to the value it would have alone, if it can."""
    fixed: Values = {}
    for place in group.parts:
        axis = theory.grid.axes[place]
        if here[place] is None:
            continue
        for candidate in _candidates(axis, here[place], values[place], wishes):
            answer = theory.solved(group, dict(here), {**fixed, place: candidate})
            if isinstance(answer, dict):
                values, fixed = answer, {**fixed, place: candidate}
                break
    return values


def _candidates(axis: GridAxis, run: Run, value: Number | None, wishes: Wishes) -> Sequence[Number]:
    assert run is not None
    assert value is not None
    assert isinstance(axis.domain, Numbers)
    interval = axis.exact_interval(*run)
    whole = [closest(axis.domain, interval, value // 1 + i) for i in (0, 1)]
    ladder = [number for number in LADDER if axis.place not in wishes and number in interval]
    return [n for n in (_value(axis, run, wishes), *ladder, *whole) if n is not None]
