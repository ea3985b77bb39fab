"""Which bounds amount to a stage: a range that a policy has given a name."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import attrs

from policyc.core.axes import Axis, Domain, Numbers
from policyc.core.conditions import All, Condition, Linear, LinearForm, Within
from policyc.core.numbers import NumberSet
from policyc.core.policy import Stage
from policyc.wording.tidying import within_bounds

Atoms: TypeAlias = frozenset[tuple[str | LinearForm, NumberSet]]
"""What a conjunction says of each axis and form, in one way for all ways to write it."""


@attrs.frozen(eq=False)
class Spans:
    """Finds the stages that conditions amount to, over some axes."""

    axes: Mapping[str, Axis]
    _known: dict[Condition, Atoms | None] = attrs.field(init=False, factory=dict)

    def places(self, conditions: Sequence[Condition], stage: Stage) -> tuple[int, ...]:
        """The places of the conditions that together say a stage; none where they do not.

        Those are all that speak of the stage's axis, so that no more is said of it than its range.
        """
        about = [i for i, condition in enumerate(conditions) if _speaks_of(condition, stage.axis)]
        if not about:
            return ()
        wanted = self._atoms(stage.condition)
        said = [self._atoms(conditions[i]) for i in about]
        if wanted is None or any(atoms is None for atoms in said):
            return ()
        together = frozenset(atom for atoms in said if atoms is not None for atom in atoms)
        return tuple(about) if together == wanted else ()

    def _atoms(self, condition: Condition) -> Atoms | None:
        """What a condition says, each worked out once: the same few come in many regions."""
        if condition not in self._known:
            self._known[condition] = _atoms(self.axes, condition)
        return self._known[condition]


def _speaks_of(condition: Condition, axis: str) -> bool:
    match condition:
        case Within(key):
            return key == axis
        case Linear(form):
            return any(key == axis for key, _ in form.parts)
        case _:
            return False


def _atoms(axes: Mapping[str, Axis], condition: Condition) -> Atoms | None:
    """The ranges of a conjunction; `None` for any other condition."""
    parts: Iterable[Condition] = condition.parts if isinstance(condition, All) else (condition,)
    found: list[tuple[str | LinearForm, NumberSet]] = []
    for part in parts:
        match part:
            case Within(key, numbers):
                found.append((key, _normal(axes[key].domain, numbers)))
            case Linear(form, numbers):
                found.append((form, _normal(_whole(axes, form), numbers)))
            case _:
                return None
    return frozenset(found)


def _normal(domain: Domain, numbers: NumberSet) -> NumberSet:
    if not isinstance(domain, Numbers):
        return numbers
    inside = within_bounds(domain, numbers)
    return inside if domain.step is None else inside.on_grid(domain.step)


def _whole(axes: Mapping[str, Axis], form: LinearForm) -> Numbers:
    """The domain of a form: whole numbers where every part has them, otherwise any."""
    domains = [axes[key].domain for key, _ in form.parts]
    whole = all(isinstance(d, Numbers) and d.step == 1 for d in domains)
    unit = next(d.unit for d in domains if isinstance(d, Numbers))
    return Numbers(unit, step=1 if whole else None)
