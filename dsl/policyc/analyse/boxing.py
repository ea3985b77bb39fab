"""Parts of the space of cases as boxes again, for further questions about them."""

from policyc.core.conditions import conjoin
from policyc.space.boxes.box import Box
from policyc.space.space import Space
from policyc.space.where import Where


def box_of(space: Space, where: Where) -> Box:
    """The box of a part of the space; it is one, since each bound is on one axis."""
    signature = space.actions[where.pattern.name]
    literals = dict(space.grid.pattern(where.pattern, signature))
    for box in space.boxes(conjoin(bound.condition for bound in where.bounds)):
        literals.update(box)
    return tuple(sorted(literals.items()))
