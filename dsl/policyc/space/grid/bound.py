"""The cells of one axis as a plain value that can be put into words."""

import attrs

from policyc.core.axes import Axis, Domain, Members, YesNo
from policyc.core.conditions import Condition, LinearForm
from policyc.core.numbers import NumberSet
from policyc.space.grid.describe import condition_of
from policyc.space.grid.grid import Compound, GridAxis, Place


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


def members(axis: GridAxis, mask: int) -> tuple[str, ...]:
    """The members in the cells of a mask, in the kind's order."""
    if not isinstance(axis.domain, Members):
        raise TypeError(f"{axis.name} takes no members")
    return tuple(m for i, m in enumerate(axis.domain.kind.members) if mask >> i & 1)


def bound_of(axis: GridAxis, mask: int) -> Bound:
    """The bound of some cells of an axis that is no argument place."""
    values: tuple[bool, ...] | tuple[str, ...] | NumberSet
    match axis.domain:
        case YesNo():
            values = tuple(truth for cell, truth in enumerate((False, True)) if mask >> cell & 1)
        case Members():
            values = members(axis, mask)
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
