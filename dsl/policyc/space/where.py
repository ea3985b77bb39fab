"""Boxes as plain values that can be put into words: a pattern and one bound per axis."""

from collections.abc import Iterable

import attrs

from policyc.core.actions import Argument, Pattern
from policyc.core.axes import Axis, Domain, Members, YesNo
from policyc.core.conditions import Condition, LinearForm
from policyc.core.numbers import NumberSet
from policyc.space.box import Box
from policyc.space.describe import condition_of
from policyc.space.grid import Compound, GridAxis, Place
from policyc.space.space import Space


@attrs.frozen
class Bound:
    """What one axis may be.

    `name` is a key of the joint axes, a linear form, or a compound condition. `values` holds
    truth values, members in the kind's order, or numbers with their ends as they were written;
    `never` says that *never* is among them. On a `circular` axis the last value meets the first.
    """

    name: "str | LinearForm | Condition"
    domain: Domain
    values: tuple[bool, ...] | tuple[str, ...] | NumberSet
    never: bool
    circular: bool
    condition: Condition
    axis: Axis | None = attrs.field(eq=False, repr=False)


@attrs.frozen
class Where:
    """The cases and single actions in a box."""

    pattern: Pattern
    bounds: tuple[Bound, ...]

    @property
    def free(self) -> bool:
        """Whether nothing is restricted but the action's name."""
        return not self.bounds and all(argument is None for argument in self.pattern.arguments)


def where(space: Space, action: str, box: Box) -> Where:
    """A box of one action's cases as values."""
    masks = dict(box)
    parameters = space.actions[action].parameters
    places = [space.grid.places[Place(action, parameter.name)] for parameter in parameters]
    arguments = tuple(_argument(space.grid.axes[p], masks.get(p)) for p in places)
    rest = [(p, m) for p, m in box if p not in places]
    return Where(Pattern(action, arguments), tuple(bounds(space, rest)))


def bounds(space: Space, literals: Iterable[tuple[int, int]]) -> Iterable[Bound]:
    """The bounds of literals on axes that are no argument places."""
    for place, mask in literals:
        yield _bound(space.grid.axes[place], mask)


def _argument(axis: GridAxis, mask: int | None) -> Argument:
    return None if mask is None else frozenset(_members(axis, mask))


def _members(axis: GridAxis, mask: int) -> tuple[str, ...]:
    if not isinstance(axis.domain, Members):
        raise TypeError(f"{axis.name} takes no members")
    return tuple(m for i, m in enumerate(axis.domain.kind.members) if mask >> i & 1)


def _bound(axis: GridAxis, mask: int) -> Bound:
    values: tuple[bool, ...] | tuple[str, ...] | NumberSet
    match axis.domain:
        case YesNo():
            values = tuple(truth for cell, truth in enumerate((False, True)) if mask >> cell & 1)
        case Members():
            values = _members(axis, mask)
        case _:
            values = axis.numbers(mask)
    name: str | LinearForm | Condition
    match axis.name:
        case Compound(_, condition):
            name = condition
        case Place():
            raise TypeError(f"an argument is no bound: {axis.name}")
        case _:
            name = axis.name
    return Bound(
        name,
        axis.domain,
        values,
        bool(mask & axis.never),
        axis.circular,
        condition_of(axis, mask),
        axis.axis,
    )
