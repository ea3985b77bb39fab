"""A policy's clauses as boxes where they are live, overriding compiled away.

A clause is live where it applies and no live clause of another rule that overrides its rule
covers the action; both are boxes, so what is left is boxes too.
"""

from collections.abc import Iterable, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

import attrs

from policyc.core.policy import Clause, Effect, Policy
from policyc.space.boxes.box import Box, Masks, meet
from policyc.space.boxes.boxset import BoxSet
from policyc.space.boxes.fewer import absorbed
from policyc.space.grid.compile import CAP, Compiler
from policyc.space.grid.joint import Joint


@attrs.frozen(cache_hash=True)
class Tag:
    """Where a box comes from: the policy's number and the clause's."""

    side: int
    rule: str
    effect: Effect
    rebuttable: bool = False
    default: bool = False
    clause: int = attrs.field(default=0, eq=False)


RULING = frozenset((Effect.ALLOW, Effect.FORBID, Effect.REQUIRE))
"""The effects beside which no default acts."""

Sets = Mapping[tuple[str, Effect], BoxSet[Tag]]
"""The boxes of each action and effect."""


class Side:
    """One policy's live clauses and defaults as boxes."""

    def __init__(self, joint: Joint, number: int, compiler: Compiler) -> None:
        self.number = number
        self.policy: Policy = joint.policies[number]
        self._joint, self._compiler = joint, compiler
        clauses = self.policy.clauses
        self.applying = [self._boxes(clause) for clause in clauses]
        self.clause_boxes = _live(clauses, self.applying, compiler)
        self.default_boxes = [self._boxes(clause) for clause in self.policy.defaults]
        self.live = self._sets(clauses, self.clause_boxes, False)
        self.defaults = self._sets(self.policy.defaults, self.default_boxes, True)

    def _boxes(self, clause: Clause) -> list[Box]:
        signature = self._joint.vocabulary.actions[clause.pattern.name]
        pattern = tuple(sorted(self._compiler.grid.pattern(clause.pattern, signature)))
        if any(not mask for _, mask in pattern):
            return []
        guard = self._joint.condition(self.number, clause.guard)
        boxes = self._compiler.guard(guard)
        return [met for box in boxes if (met := meet(pattern, box)) is not None]

    def _sets(
        self, clauses: Sequence[Clause], boxes: Sequence[Sequence[Box]], default: bool
    ) -> dict[tuple[str, Effect], BoxSet[Tag]]:
        found: dict[tuple[str, Effect], list[tuple[Box, Tag]]] = {}
        for number, (clause, mine) in enumerate(zip(clauses, boxes, strict=True)):
            tag = Tag(self.number, clause.rule, clause.effect, clause.rebuttable, default, number)
            kept = found.setdefault((clause.pattern.name, clause.effect), [])
            kept += [(box, tag) for box in mine]
        return {key: BoxSet(tagged) for key, tagged in found.items()}

    def live_set(self, action: str, effect: Effect) -> BoxSet[Tag]:
        """The boxes where live clauses of an effect rule on an action, defaults left out."""
        return self.live.get((action, effect), NOTHING)

    def default_set(self, action: str, effect: Effect) -> BoxSet[Tag]:
        """The boxes where defaults of an effect would act."""
        return self.defaults.get((action, effect), NOTHING)

    def speaks(self, action: str, effect: Effect) -> bool:
        """Whether some clause or default of an effect is about an action."""
        return (action, effect) in self.live or (action, effect) in self.defaults

    def effects_at(self, action: str, masks: Masks) -> frozenset[tuple[Effect, bool]]:
        """The live effects in single cells, acting defaults too, and whether each is rebuttable."""
        live = self._meeting(self.live, action, masks)
        if self.has_defaults(action) and not any(effect in RULING for effect, _ in live):
            live |= self._meeting(self.defaults, action, masks)
        return live

    def _meeting(self, sets: Sets, action: str, masks: Masks) -> frozenset[tuple[Effect, bool]]:
        return frozenset(
            (effect, tag.rebuttable)
            for effect in Effect
            if (boxes := sets.get((action, effect))) is not None
            for box in boxes.meeting(masks)
            for tag in boxes.tags[box]
        )

    def has_defaults(self, action: str) -> bool:
        """Whether some default speaks of an action."""
        return any(name == action for name, _ in self.defaults)

    def can_yield(self, action: str) -> bool:
        """Whether some clause or default about an action can be rebutted."""
        clauses = (*self.policy.clauses, *self.policy.defaults)
        return any(c.rebuttable and c.pattern.name == action for c in clauses)


NOTHING: BoxSet[Tag] = BoxSet(())


def _live(
    clauses: Sequence[Clause], applying: Sequence[list[Box]], compiler: Compiler
) -> list[list[Box]]:
    """For each clause the boxes where it is live."""
    overriders: dict[str, list[int]] = {}
    for number, clause in enumerate(clauses):
        for rule in sorted(clause.overrides):
            overriders.setdefault(rule, []).append(number)
    if not overriders:
        return list(applying)
    found: dict[int, list[Box]] = {}
    for number in ordered(clauses, overriders):
        clause = clauses[number]
        defeating = [
            box
            for other in overriders.get(clause.rule, ())
            if clauses[other].pattern.name == clause.pattern.name
            for box in found[other]
        ]
        found[number] = subtracted(applying[number], defeating, compiler)
    return [found[number] for number in range(len(clauses))]


def ordered(clauses: Sequence[Clause], overriders: Mapping[str, Iterable[int]]) -> list[int]:
    """The clauses' numbers, each after those that override it; `ValueError` for a ring."""
    above = {
        rule: {clauses[number].rule for number in numbers} for rule, numbers in overriders.items()
    }
    rules = dict.fromkeys(clause.rule for clause in clauses)
    try:
        order = list(
            TopologicalSorter({rule: above.get(rule, set()) for rule in rules}).static_order()
        )
    except CycleError as error:
        raise ValueError("rules override one another in a ring") from error
    rank = {rule: place for place, rule in enumerate(order)}
    return sorted(range(len(clauses)), key=lambda number: rank[clauses[number].rule])


def subtracted(boxes: Sequence[Box], holes: Sequence[Box], compiler: Compiler) -> list[Box]:
    """The cases in some of the boxes and in no hole; a compound axis keeps long lists short."""
    found: list[Box] = []
    for box in boxes:
        meeting = absorbed(hole for hole in holes if meet(box, hole) is not None)
        pieces = compiler.product([[box], *_complements(meeting, compiler)])
        found += pieces
    return absorbed(found) if len(found) <= CAP else list(dict.fromkeys(found))


def _complements(holes: Iterable[Box], compiler: Compiler) -> list[list[Box]]:
    return [compiler.complement([hole]) for hole in holes]
