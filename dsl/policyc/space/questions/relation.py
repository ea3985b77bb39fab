"""How two policies stand to each other: the same, or one at least as strict as the other."""

from collections.abc import Callable, Iterator
from enum import Enum

import attrs

from policyc.core.strictness import is_ranked
from policyc.space.differences.classes import CLASSES, stricter_terms, terms
from policyc.space.differences.parts import combined, example
from policyc.space.effects import Alternative
from policyc.space.replay import Witness
from policyc.space.space import Space
from policyc.space.undecided import SPENT, BudgetSpent, Undecided


class Relation(Enum):
    """How the left policy stands to the right one."""

    SAME = "same"
    STRICTER = "stricter"
    LOOSER = "looser"
    DIFFERENT = "different"


@attrs.frozen(eq=False)
class Standing:
    """How two policies stand, with a case that shows why not `SAME`, `STRICTER`, `LOOSER`.

    `less` is a case where the left is less strict than the right, `more` one where it is more.
    """

    relation: Relation
    difference: Witness | None = None
    less: Witness | None = None
    more: Witness | None = None


Ways = Callable[[Space, str], Iterator[Alternative]]


def difference(space: Space, pair: tuple[int, int] = (0, 1)) -> Witness | Undecided | None:
    """A case where two policies' verdicts, or whether they can be rebutted, differ; or none."""
    sides = space.sides[pair[0]], space.sides[pair[1]]

    def ways(_: Space, action: str) -> Iterator[Alternative]:
        for cls in CLASSES:
            for term in terms(sides, action, cls):
                yield from combined([term.doing], [term.other])

    return first(space, ways, pair)


def less_strict(space: Space, left: int, right: int) -> Witness | Undecided | None:
    """A case where the left policy is less strict than the right one; none where it never is.

    `policyc.core.strictness` says which outcomes are stricter, and about which actions.
    """
    sides = space.sides[left], space.sides[right]

    def ways(_: Space, action: str) -> Iterator[Alternative]:
        if is_ranked(space.actions[action]):
            for term in stricter_terms(sides, action):
                yield from combined([term.doing], [term.other])

    return first(space, ways, (left, right))


def first(space: Space, ways: Ways, sides: tuple[int, int]) -> Witness | Undecided | None:
    """The first case that some way about some action leads to."""
    spent = False
    for action in space.actions:
        try:
            found = example(space, action, ways(space, action), sides)
        except BudgetSpent:
            spent = True
        else:
            if found is not None:
                return found
    return SPENT if spent else None


def standing(space: Space, pair: tuple[int, int] = (0, 1)) -> Standing | Undecided:
    """How two policies of a space stand to each other."""
    other = difference(space, pair)
    if other is None:
        return Standing(Relation.SAME)
    less, more = less_strict(space, *pair), less_strict(space, pair[1], pair[0])
    if isinstance(other, Undecided):
        return other
    if isinstance(less, Undecided) or isinstance(more, Undecided):
        return SPENT
    if less is not None and more is not None:
        return Standing(Relation.DIFFERENT, other, less, more)
    if less is None and more is None:
        return Standing(Relation.DIFFERENT, other)
    return Standing(Relation.STRICTER if less is None else Relation.LOOSER, other, less, more)
