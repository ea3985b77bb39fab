"""Which cases leave the same open: those whose known values no condition tells apart.

The grid of an action's conditions cuts every axis where one of them asks. Two cases that know the
same facts, each in the same cells, have the same decision, word for word. A value that takes part
in a sum with something unknown moves that sum's thresholds, so it counts as itself.
"""

from collections.abc import Hashable, Iterator, Mapping

from policyc.core.actions import Ground
from policyc.core.axes import History, Value
from policyc.core.conditions import Condition, Constant, LinearForm
from policyc.core.numbers import Number, exact
from policyc.core.policy import Policy
from policyc.space.grid.grid import GridAxis
from policyc.space.grid.gridding import build_grid
from policyc.space.questions.local import Local
from policyc.space.relative import settled


class Cells:
    """The cells of one policy's cases about one action."""

    def __init__(self, policy: Policy, action: Ground) -> None:
        self._policy, self._action = policy, action
        local = Local(policy, action, {})
        conditions = [guard for _, guard in (*local.clauses, *local.defaults)]
        conditions += [*local.always, *_duties(policy, action, local)]
        asking = [c for c in conditions if not isinstance(c, Constant)]
        self._axes = build_grid(policy.axes, asking, {}).axes
        named = {axis.name for axis in self._axes}
        self._past = [
            key
            for key, axis in policy.axes.items()
            if isinstance(axis.origin, History) and key not in named
        ]

    def of(self, values: Mapping[str, Value]) -> Hashable:
        """Equal for cases that leave the same open."""
        known = settled(self._policy, self._action, values)
        cells = tuple(_place(axis, known) for axis in self._axes)
        # History that no rule asks about may still bound what one does ask about.
        past = tuple((key, known[key]) for key in self._past if key in known)
        return cells, past


def _duties(policy: Policy, action: Ground, local: Local) -> Iterator[Condition]:
    for duty in policy.duties:
        if duty.pattern.covers(action):
            yield local.condition(duty.guard)
            yield local.condition(duty.requirement)


def _place(axis: GridAxis, known: Mapping[str, Value]) -> Hashable:
    """The cell of a known axis, the known values of a sum that is partly known, or nothing."""
    if isinstance(axis.name, LinearForm):
        return _sum(axis, axis.name, known)
    key = str(axis.name)
    return axis.cell_of(known[key]) if key in known else None


def _sum(axis: GridAxis, form: LinearForm, known: Mapping[str, Value]) -> Hashable:
    values = [known[key] for key, _ in form.parts if key in known]
    if len(values) < len(form.parts):
        return tuple((key, known[key]) for key, _ in form.parts if key in known)
    total: Number = 0
    for (_, factor), value in zip(form.parts, values, strict=True):
        if value is None:
            return axis.cell_of(None)
        assert not isinstance(value, bool | str), f"{form} is a sum of numbers"
        total += factor * value
    return axis.cell_of(exact(total))
