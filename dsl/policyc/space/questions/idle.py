"""Rules that never decide, and rules whose removal changes nothing."""

from collections.abc import Callable, Iterable, Iterator
from enum import Enum

import attrs

from policyc.core.policy import Effect
from policyc.space.boxes.box import Box
from policyc.space.effects import Set, united
from policyc.space.live import RULING, Side, Tag
from policyc.space.questions.relation import difference
from policyc.space.replay import Witness
from policyc.space.space import Space
from policyc.space.undecided import BudgetSpent, Undecided

ORDER = tuple(Effect)


class Why(Enum):
    """Why a rule is idle."""

    CONTRADICTORY = "no case satisfies its condition"
    DEFEATED = "the rules that override it apply wherever it does"
    MASKED = "a higher verdict is given wherever it applies"
    REDUNDANT = "without it every verdict stays the same"


@attrs.frozen
class Idle:
    """An idle rule and the rules that cover for it."""

    rule: str
    why: Why
    covering: tuple[str, ...]


def idle(space: Space, number: int = 0) -> Iterator[Idle | Undecided]:
    """The idle rules of a policy, in its order."""
    side = space.sides[number]
    for rule in dict.fromkeys(clause.rule for clause in side.policy.clauses):
        try:
            found = _idle(space, side, rule)
        except BudgetSpent:
            found = Undecided(f"whether {rule} changes anything: the search budget ran out")
        if found is not None:
            yield found


def _idle(space: Space, side: Side, rule: str) -> Idle | Undecided | None:
    mine = [i for i, clause in enumerate(side.policy.clauses) if clause.rule == rule]
    if not _anywhere(space, side, mine, side.applying):
        return Idle(rule, Why.CONTRADICTORY, ())
    if not _anywhere(space, side, mine, side.clause_boxes):
        overriding = dict.fromkeys(c.rule for c in side.policy.clauses if rule in c.overrides)
        return Idle(rule, Why.DEFEATED, tuple(overriding))
    masking = _covering(space, side, rule, mine, _higher)
    if masking is not None:
        if not _matters(side, mine):
            return Idle(rule, Why.MASKED, masking)
    elif any(duty.rule == rule for duty in side.policy.duties):
        return None
    elif not _matters(side, mine):
        covering = _covering(space, side, rule, mine, _standing_in)
        return None if covering is None else Idle(rule, Why.REDUNDANT, covering)
    return _by_removal(space, side, rule, masking)


def _anywhere(space: Space, side: Side, mine: list[int], boxes: list[list[Box]]) -> bool:
    return any(
        space.exists(side.policy.clauses[i].pattern.name, dict(box), ())
        for i in mine
        for box in boxes[i]
    )


def _matters(side: Side, mine: Iterable[int]) -> bool:
    """Whether a rule changes what others do: it defeats some, or keeps defaults from acting."""
    return any(
        (clause := side.policy.clauses[i]).overrides
        or (clause.effect in RULING and side.has_defaults(clause.pattern.name))
        for i in mine
    )


def _higher(side: Side, action: str, effect: Effect) -> Iterator[Set]:
    """The boxes that give a higher verdict; a prohibition and a requirement clash instead."""
    if effect not in (Effect.FORBID, Effect.REQUIRE):
        for other in ORDER[: ORDER.index(effect)]:
            yield side.live_set(action, other)


def _standing_in(side: Side, action: str, effect: Effect) -> Iterator[Set]:
    yield from _higher(side, action, effect)
    yield side.live_set(action, effect)


def _covering(
    space: Space,
    side: Side,
    rule: str,
    mine: list[int],
    sets: Callable[[Side, str, Effect], Iterable[Set]],
) -> tuple[str, ...] | None:
    """The other rules whose boxes of these sets cover a rule; `None` where they do not."""
    needed: dict[str, None] = {}
    for i in mine:
        clause = side.policy.clauses[i]
        name = clause.pattern.name
        boxes = united(sets(side, name, clause.effect))
        for box in side.clause_boxes[i]:
            walls: dict[Box, list[Tag]] = {}
            for wall in boxes.meeting(dict(box)):
                tags = [t for t in boxes.tags[wall] if t.rule != rule and _replaces(side, t, i)]
                if tags:
                    walls[wall] = tags
            if space.exists(name, dict(box), walls):
                return None
            needed.update(dict.fromkeys(_least(space, name, box, walls)))
    return tuple(needed)


def _replaces(side: Side, tag: Tag, number: int) -> bool:
    """Whether a clause stands in for another: as firm, with the same deadline, or higher."""
    mine, other = side.policy.clauses[number], side.policy.clauses[tag.clause]
    if mine.effect is not other.effect:
        return True
    return other.deadline == mine.deadline and (mine.rebuttable or not other.rebuttable)


def _least(space: Space, action: str, box: Box, walls: dict[Box, list[Tag]]) -> list[str]:
    """The rules of a cover of a box, without those that the others make needless."""
    rules = list(dict.fromkeys(tag.rule for tags in walls.values() for tag in tags))
    if len(rules) > MOST:
        return rules
    for rule in list(rules):
        rest = [r for r in rules if r != rule]
        kept = [wall for wall, tags in walls.items() if any(t.rule in rest for t in tags)]
        if not space.perhaps(action, dict(box), kept):
            rules = rest
    return rules


MOST = 40
"""The most rules of a cover that is made as short as can be."""


def _by_removal(
    space: Space, side: Side, rule: str, masking: tuple[str, ...] | None
) -> Idle | Undecided | None:
    """Whether the policy without the rule says the same everywhere."""
    policy = side.policy
    without = attrs.evolve(policy, clauses=tuple(c for c in policy.clauses if c.rule != rule))
    found = difference(space.beside((policy, without)))
    if isinstance(found, Witness):
        return None
    if isinstance(found, Undecided):
        return found
    return Idle(rule, Why.REDUNDANT if masking is None else Why.MASKED, masking or ())
