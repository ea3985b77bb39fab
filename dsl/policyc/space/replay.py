"""Cases out of boxes, replayed through `core.meaning` before anyone sees them."""

from collections.abc import Mapping, Sequence

import attrs

from policyc.core.actions import Ground
from policyc.core.axes import Value
from policyc.core.meaning import Outcome, decide
from policyc.space.boxes.box import Masks
from policyc.space.grid.grid import Place
from policyc.space.space import Space
from policyc.space.theory.witness import choose
from policyc.space.undecided import BudgetSpent


@attrs.frozen(eq=False)
class Witness:
    """An action and a case (by joint keys), with what the policies asked about say of it."""

    action: Ground
    case: Mapping[str, Value]
    outcomes: tuple[Outcome, ...]


class Disproved(AssertionError):  # noqa: N818  # its name says what happened
    """The definition of the language does not confirm what the engine found: a bug."""


def witness(space: Space, action: str, found: Masks, sides: Sequence[int] | None = None) -> Witness:
    """An ordinary case out of a part that `Space.find` returned, with the outcomes of these sides.

    Of all of them where none are named. Raises `BudgetSpent`.
    """
    chosen = choose(space.theory, found, {})
    if chosen is None:
        raise BudgetSpent
    arguments = []
    for parameter in space.actions[action].parameters:
        value = chosen[space.grid.places[Place(action, parameter.name)]]
        arguments.append(str(value))
    case = {axis.name: chosen[axis.place] for axis in space.grid.axes if isinstance(axis.name, str)}
    ground = Ground(action, tuple(arguments))
    if not space.cases.admits(ground, case):
        raise Disproved(f"{ground} in {case} breaks what always holds")
    return Witness(ground, case, outcomes(space, ground, case, sides))


def outcomes(
    space: Space, ground: Ground, case: Mapping[str, Value], sides: Sequence[int] | None = None
) -> tuple[Outcome, ...]:
    """What the policies say of an action in a joint case, by the definition."""
    numbers = range(len(space.joint.policies)) if sides is None else sides
    return tuple(
        decide(space.about(number, ground), ground, space.joint.case(number, case))
        for number in numbers
    )
