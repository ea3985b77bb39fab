"""Boxes as plain values that can be put into words: a pattern and one bound per axis."""

from collections.abc import Iterable

import attrs

from policyc.core.actions import Argument, Pattern
from policyc.space.boxes.box import Box
from policyc.space.grid.bound import Bound, members
from policyc.space.grid.grid import GridAxis, Place
from policyc.space.space import Space


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
        yield space.bound(place, mask)


def _argument(axis: GridAxis, mask: int | None) -> Argument:
    return None if mask is None else frozenset(members(axis, mask))
