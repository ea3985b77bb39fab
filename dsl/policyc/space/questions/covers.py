"""Which other rules cover a rule, and stand in for it wherever it applies."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from policyc.core.policy import Clause, Deadline, Effect
from policyc.space.boxes.box import Box
from policyc.space.boxes.index import Index, Some, numbers
from policyc.space.live import Side, Tag
from policyc.space.space import Space

MOST = 40
"""The most rules of a cover that is made as short as can be."""

Kind: TypeAlias = tuple[Effect, Deadline | None, bool]
"""What a clause says, and whether it can be rebutted."""


class Covers:
    """The boxes where live clauses of some effects rule on an action; defaults too, if wanted."""

    def __init__(
        self,
        space: Space,
        side: Side,
        action: str,
        effects: Sequence[Effect],
        *,
        defaults: bool = False,
    ) -> None:
        self._space, self._side, self._action = space, side, action
        self._index = Index()
        self._tags: list[list[Tag]] = []
        sets = [side.live_set(action, effect) for effect in effects]
        sets += [side.default_set(action, effect) for effect in effects if defaults]
        for boxes in sets:
            self._index.extend(boxes.index)
            self._tags += (boxes.tags[box] for box in boxes.boxes)
        self._of_kind: dict[Kind, int] = {}
        self._of_rule: dict[str, int] = {}
        for number, tags in enumerate(self._tags):
            for tag in tags:
                kind, bit = self._kind(tag), 1 << number
                self._of_kind[kind] = self._of_kind.get(kind, 0) | bit
                self._of_rule[tag.rule] = self._of_rule.get(tag.rule, 0) | bit

    def rules(self, clause: Clause, box: Box) -> list[str] | None:
        """The other rules that stand in for a clause all over a box; `None` where they do not.

        Raises `BudgetSpent`.
        """
        masks = dict(box)
        walls = self._standing_in(clause) & self._index.meeting(masks)
        if self._space.exists(self._action, masks, Some(self._index, walls)):
            return None
        return self._least(box, self._by_rule(clause, walls))

    def _standing_in(self, clause: Clause) -> int:
        """The boxes of other rules that stand in for a clause."""
        found = 0
        for kind, boxes in self._of_kind.items():
            if _replaces(kind, clause):
                found |= boxes
        for number in numbers(found & self._of_rule.get(clause.rule, 0)):
            if not self._others(clause, number):
                found ^= 1 << number
        return found

    def _others(self, clause: Clause, number: int) -> list[str]:
        """The other rules that have a box and stand in for a clause."""
        return [
            tag.rule
            for tag in self._tags[number]
            if tag.rule != clause.rule and _replaces(self._kind(tag), clause)
        ]

    def _by_rule(self, clause: Clause, walls: int) -> dict[str, int]:
        """For each rule that stands in for a clause its boxes among some."""
        found: dict[str, int] = {}
        for number in numbers(walls):
            for rule in self._others(clause, number):
                found[rule] = found.get(rule, 0) | 1 << number
        return found

    def _least(self, box: Box, walls: Mapping[str, int]) -> list[str]:
        """The rules whose boxes cover a box, without those that the others make needless."""
        rules = list(walls)
        if len(rules) > MOST:
            return rules
        for rule in walls:
            rest = [r for r in rules if r != rule]
            kept = 0
            for other in rest:
                kept |= walls[other]
            if not self._space.perhaps(self._action, dict(box), Some(self._index, kept)):
                rules = rest
        return rules

    def _kind(self, tag: Tag) -> Kind:
        policy = self._side.policy
        clause = (policy.defaults if tag.default else policy.clauses)[tag.clause]
        return clause.effect, clause.deadline, clause.rebuttable


def _replaces(kind: Kind, clause: Clause) -> bool:
    """Whether a clause stands in for another: as firm, with the same deadline, or higher."""
    effect, deadline, rebuttable = kind
    if effect is not clause.effect:
        return True
    return deadline == clause.deadline and (clause.rebuttable or not rebuttable)
