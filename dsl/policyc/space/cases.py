"""Single cases in the space of all: whether they are cases, and in which cells they lie."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import assert_never

import attrs

from policyc.core.actions import Ground, Signature
from policyc.core.conditions import ALWAYS, Condition, LinearForm
from policyc.core.meaning import Case
from policyc.core.numbers import Number, exact
from policyc.space.boxes.box import Masks
from policyc.space.grid.grid import NO, YES, Compound, GridAxis, Place, is_about
from policyc.space.grid.gridding import Grid
from policyc.space.grid.relations import Relation
from policyc.space.grid.substitute import number as number_of
from policyc.space.grid.substitute import substitute


@attrs.frozen
class Cases:
    """What single joint cases are told by: the grid, what is assumed, and what always holds."""

    grid: Grid
    actions: Mapping[str, Signature]
    assumptions: Sequence[Condition]
    relations: Mapping[str, Sequence[Relation]]

    def admits(self, action: Ground, case: Case) -> bool:
        """Whether a joint case that states every axis of the grid is one at all.

        It satisfies what the policies assume and what always holds of a history.
        """
        arguments = self._arguments(action)
        held = [
            relation.condition
            for relation in self.relations[action.name]
            if all(arguments[p] in members for p, members in relation.guard.items())
        ]
        return all(
            substitute(condition, case) == ALWAYS for condition in [*self.assumptions, *held]
        )

    def cells(self, action: Ground, case: Case, axes: Iterable[GridAxis] | None = None) -> Masks:
        """The cells of a joint case that states every axis of the grid; on some axes, or all."""
        found = {
            axis.place: self._cell(axis, action, case)
            for axis in (self.grid.axes if axes is None else axes)
        }
        return {place: cell for place, cell in found.items() if cell}

    def _cell(self, axis: GridAxis, action: Ground, case: Case) -> int:
        """The mask of the cell on an axis; 0 where it is about another action."""
        match axis.name:
            case str():
                return 1 << axis.cell_of(case[axis.name])
            case LinearForm():
                return 1 << axis.cell_of(_total(axis.name, case))
            case Compound(_, condition):
                return YES if self._holds(condition, action, case) else NO
            case Place(name, parameter):
                if name != action.name:
                    return 0
                return 1 << axis.cell_of(self._arguments(action)[parameter])
            case _:
                assert_never(axis.name)

    def moving(self, key: str) -> list[GridAxis]:
        """The axes whose cell may change where a value changes: its own, and what asks about it."""
        return [axis for axis in self.grid.axes if is_about(axis.name, key)]

    def _holds(self, condition: Condition, action: Ground, case: Case) -> bool:
        """Whether a compound condition holds; it may speak of arguments by their names."""
        return substitute(condition, {**self._arguments(action), **case}) == ALWAYS

    def _arguments(self, action: Ground) -> dict[str, str]:
        """The arguments of an action by the names of their places."""
        names = (p.name for p in self.actions[action.name].parameters)
        return dict(zip(names, action.arguments, strict=True))


def _total(form: LinearForm, case: Case) -> Number | None:
    """The value of a sum in a case; none where a part of it has none."""
    values = [(number_of(case[key]), factor) for key, factor in form.parts]
    known = [value * factor for value, factor in values if value is not None]
    return exact(Fraction(sum(known))) if len(known) == len(values) else None
