"""Rules that never decide, and rules whose removal changes nothing."""

from collections.abc import Callable, Iterator
from enum import Enum
from functools import cached_property

import attrs

from policyc.core.policy import Clause, Effect
from policyc.space.boxes.box import Box
from policyc.space.boxes.index import Index, numbers
from policyc.space.live import RULING, Side
from policyc.space.questions.covers import Covers
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
    rules = _Rules(space, space.sides[number])
    for rule in rules.clauses:
        try:
            found = rules.idle(rule)
        except BudgetSpent:
            found = Undecided(f"whether {rule} changes anything: the search budget ran out")
        if found is not None:
            yield found


class _Rules:
    """The rules of one policy."""

    def __init__(self, space: Space, side: Side) -> None:
        self._space, self._side, self._policy = space, side, side.policy
        self.clauses: dict[str, list[int]] = {}
        for number, clause in enumerate(self._policy.clauses):
            self.clauses.setdefault(clause.rule, []).append(number)
        self._covers: dict[tuple[str, tuple[Effect, ...]], Covers] = {}

    def idle(self, rule: str) -> Idle | Undecided | None:
        """Why a rule is idle, if it is. Raises `BudgetSpent`."""
        if not self._anywhere(rule, self._side.applying):
            return Idle(rule, Why.CONTRADICTORY, ())
        if not self._anywhere(rule, self._side.clause_boxes):
            overriding = dict.fromkeys(c.rule for c in self._policy.clauses if rule in c.overrides)
            return Idle(rule, Why.DEFEATED, tuple(overriding))
        masking = self._covering(rule, _higher)
        if masking is not None:
            if not self._matters(rule):
                return Idle(rule, Why.MASKED, masking)
        elif any(duty.rule == rule for duty in self._policy.duties):
            return None
        elif not self._matters(rule):
            covering = self._covering(rule, _standing_in)
            return None if covering is None else Idle(rule, Why.REDUNDANT, covering)
        return self._by_removal(rule, masking)

    def _anywhere(self, rule: str, boxes: list[list[Box]]) -> bool:
        clauses = self._policy.clauses
        return any(
            self._space.exists(clauses[number].pattern.name, dict(box), ())
            for number in self.clauses[rule]
            for box in boxes[number]
        )

    def _matters(self, rule: str) -> bool:
        """Whether a rule changes what others do: it defeats some, or keeps defaults from acting."""
        return any(
            (clause := self._policy.clauses[number]).overrides
            or (clause.effect in RULING and self._side.has_defaults(clause.pattern.name))
            for number in self.clauses[rule]
        )

    def _covering(
        self,
        rule: str,
        effects: Callable[[Effect], tuple[Effect, ...]],
        among: Callable[[str, tuple[Effect, ...]], Covers] | None = None,
    ) -> tuple[str, ...] | None:
        """The other rules whose boxes of these effects cover a rule; `None` where they do not."""
        covers_of = among or self._covers_of
        needed: dict[str, None] = {}
        for number in self.clauses[rule]:
            clause = self._policy.clauses[number]
            covers = covers_of(clause.pattern.name, effects(clause.effect))
            for box in self._side.clause_boxes[number]:
                found = covers.rules(clause, box)
                if found is None:
                    return None
                needed.update(dict.fromkeys(found))
        return tuple(needed)

    def _covers_of(self, action: str, effects: tuple[Effect, ...]) -> Covers:
        key = (action, effects)
        if key not in self._covers:
            self._covers[key] = Covers(self._space, self._side, action, effects)
        return self._covers[key]

    def _by_removal(self, rule: str, masking: tuple[str, ...] | None) -> Idle | Undecided | None:
        """Whether the policy without the rule says the same everywhere.

        Where it does not apply it changes nothing; where it does, only clauses that also apply bear
        on what is said.
        """
        near = self._near(rule)
        policies = [
            attrs.evolve(self._policy, clauses=clauses)
            for clauses in (near, tuple(c for c in near if c.rule != rule))
        ]
        found = difference(self._space.beside(policies))
        if isinstance(found, Witness):
            return None
        if isinstance(found, Undecided):
            return found
        if masking is not None:
            return Idle(rule, Why.MASKED, masking)
        covering = self._without(rule)
        return None if covering is None else Idle(rule, Why.REDUNDANT, covering)

    def _without(self, rule: str) -> tuple[str, ...] | None:
        """The rules and defaults that stand in for a rule once it is gone.

        `None` where none do: what they say instead is due by another time.
        """
        clauses = tuple(c for c in self._policy.clauses if c.rule != rule)
        number = self._side.number
        space = self._space.instead(number, attrs.evolve(self._policy, clauses=clauses))
        rest: dict[tuple[str, tuple[Effect, ...]], Covers] = {}

        def covers(action: str, effects: tuple[Effect, ...]) -> Covers:
            key = (action, effects)
            if key not in rest:
                rest[key] = Covers(space, space.sides[number], *key, defaults=True)
            return rest[key]

        return self._covering(rule, _standing_in, covers)

    def _near(self, rule: str) -> tuple[Clause, ...]:
        """The clauses that apply in some case in which a rule does."""
        meeting: set[int] = set()
        for number in self.clauses[rule]:
            index, owners = self._applying[self._policy.clauses[number].pattern.name]
            for box in self._side.applying[number]:
                meeting.update(owners[i] for i in numbers(index.meeting(dict(box))))
        return tuple(self._policy.clauses[number] for number in sorted(meeting))

    @cached_property
    def _applying(self) -> dict[str, tuple[Index, list[int]]]:
        """For each action the boxes where clauses apply, and which clause each is of."""
        found: dict[str, tuple[Index, list[int]]] = {}
        for number, clause in enumerate(self._policy.clauses):
            boxes = self._side.applying[number]
            index, owners = found.setdefault(clause.pattern.name, (Index(), []))
            index.add(boxes)
            owners += [number] * len(boxes)
        return found


def _higher(effect: Effect) -> tuple[Effect, ...]:
    """The effects that give a higher verdict; a prohibition and a requirement clash instead."""
    return () if effect in (Effect.FORBID, Effect.REQUIRE) else ORDER[: ORDER.index(effect)]


def _standing_in(effect: Effect) -> tuple[Effect, ...]:
    return (*_higher(effect), effect)
