"""Testing: steps that test guards one by one, or together where that saves tests."""

from collections.abc import Sequence

import attrs

from policyc.engines.python.formulas import tests
from policyc.engines.python.steps import Check, Step, Walk, cost
from policyc.engines.python.trees import Guarded, tree_of

_FEW = 32
"""More guards than these are tested one by one: looking for what they share takes too long."""
_MOST_BRANCHES = 48
"""No tree has more."""


@attrs.frozen
class _Group:
    """Guards that are tested together, and the step that does it."""

    guarded: tuple[Guarded, ...]
    step: Step
    subjects: frozenset[int]

    def joined(self, other: "_Group") -> "_Group | None":
        """Both in one tree; nothing where that saves no test."""
        if not self.subjects & other.subjects:
            return None
        guarded = (*self.guarded, *other.guarded)
        tree = tree_of(guarded, _MOST_BRANCHES)
        if tree is None or cost([Walk(tree)]) >= cost([self.step, other.step]):
            return None
        return _Group(guarded, Walk(tree), self.subjects | other.subjects)


def testing_steps(guarded: Sequence[Guarded]) -> list[Step]:
    """Steps that set the bits of each guard that holds, in the order of the guards."""
    if len(guarded) > _FEW:
        return [Check(bits, formula) for bits, formula in guarded]
    groups: list[_Group] = []
    for bits, formula in guarded:
        alone = _Group(
            ((bits, formula),),
            Check(bits, formula),
            frozenset(test.subject for test in tests(formula)),
        )
        _place(groups, alone)
    return [group.step for group in groups]


def _place(groups: list[_Group], alone: _Group) -> None:
    """Adds a guard to the group where it saves most, or as one of its own."""
    found = [(i, joined) for i, group in enumerate(groups) if (joined := group.joined(alone))]
    if not found:
        groups.append(alone)
        return
    saved, best = min(found, key=lambda way: cost([way[1].step]) - cost([groups[way[0]].step]))
    groups[saved] = best
