"""Conditions with what a policy has named called by its name: stages and definitions.

In the core a stage is the range that it stands for; a reader looks for the stage.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import attrs

from policyc.core.actions import Kind
from policyc.core.axes import Axis, Members, YesNo
from policyc.core.conditions import (
    All,
    Among,
    AnyOf,
    Condition,
    Holds,
    Not,
    conjoin,
    disjoin,
    negate,
)
from policyc.core.policy import Policy, Stage
from policyc.diagnostics.diagnostic import Language
from policyc.wording.show.names import NO_STAGE, Names


@attrs.frozen(eq=False)
class Named:
    """A condition that has a name, and the atom that says so."""

    condition: Condition
    atom: Condition


def named_by(policy: Policy) -> tuple[Named, ...]:
    """What a policy has names for, the larger conditions first."""
    found = [Named(d.condition, Holds(d.name)) for d in policy.definitions]
    for key, stages in _by_axis(policy.stages).items():
        found += _runs(key, stages)
    return tuple(sorted(found, key=lambda named: -_size(named.condition)))


def _by_axis(stages: Iterable[Stage]) -> dict[str, list[Stage]]:
    found: dict[str, list[Stage]] = {}
    for stage in stages:
        found.setdefault(_stage_key(stage.axis), []).append(stage)
    return found


def _stage_key(axis: str) -> str:
    """The key of the axis that stands for the stages of a fact; no fact can have it."""
    return f"stage of {axis}"


def _runs(key: str, stages: Sequence[Stage]) -> Iterator[Named]:
    """Every run of neighbouring stages."""
    for first, last in combinations(range(len(stages) + 1), 2):
        run = stages[first:last]
        members = frozenset(stage.name for stage in run)
        yield Named(disjoin(stage.condition for stage in run), Among(key, members))


def _size(condition: Condition) -> int:
    parts = condition.parts if isinstance(condition, All | AnyOf) else ()
    return 1 + sum(map(_size, parts))


def spoken(policy: Policy, language: Language, subjects: Mapping[str, str | None]) -> Names:
    """The names of a policy, its stages and definitions among them."""
    names = Names.of(policy, language, subjects)
    axes = dict(names.speech.axes)
    for definition in policy.definitions:
        axes[definition.name] = Axis(definition.name, YesNo(), label=definition.label)
    for key, stages in _by_axis(policy.stages).items():
        axes[key] = Axis(key, Members(_stage_kind(stages)))
    return Names(attrs.evolve(names.speech, axes=axes), stage_axes(policy), subjects)


def _stage_kind(stages: Sequence[Stage]) -> Kind:
    """The stages as members; the last one stands for no stage at all, and is never spoken of."""
    names, labels = (s.name for s in stages), (s.label for s in stages)
    return Kind("stage", (*names, NO_STAGE), None, (*labels, None))


def stage_axes(policy: Policy) -> dict[str, str]:
    """The facts whose stages a policy names, by the key that stands for the stages."""
    return {_stage_key(stage.axis): stage.axis for stage in policy.stages}


def with_names(condition: Condition, named: Sequence[Named]) -> Condition:
    """The condition with every part that has a name called by it."""
    for each in named:
        if condition == each.condition:
            return each.atom
    match condition:
        case Not(part):
            return negate(with_names(part, named))
        case All(parts):
            return conjoin(_renamed(parts, All, named))
        case AnyOf(parts):
            return disjoin(_renamed(parts, AnyOf, named))
        case _:
            return condition


def _renamed(
    parts: Sequence[Condition], kind: type[All] | type[AnyOf], named: Sequence[Named]
) -> list[Condition]:
    """The parts, those that together have a name called by it in the place of the first."""
    left = list(parts)
    for each in named:
        own = each.condition.parts if isinstance(each.condition, kind) else (each.condition,)
        if all(part in left for part in own):
            place = left.index(own[0])
            left[place] = each.atom
            left = [part for part in left if part is each.atom or part not in own]
    return [part if _is_named(part, named) else with_names(part, named) for part in left]


def _is_named(part: Condition, named: Sequence[Named]) -> bool:
    return any(part is each.atom for each in named)
