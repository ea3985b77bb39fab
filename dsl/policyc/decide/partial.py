"""Decisions about cases that do not state everything that the answer needs."""

from collections.abc import Callable, Iterable, Mapping
from enum import Enum

import attrs

from policyc.core.actions import Ground
from policyc.core.axes import Value
from policyc.core.conditions import ALWAYS, NEVER, Condition, Constant
from policyc.core.meaning import gives
from policyc.core.policy import Clause, Policy, Verdict
from policyc.decide.decision import Decision, DutyOwed, Outcome
from policyc.decide.findings import CaseError, finding
from policyc.diagnostics.catalogue import stating
from policyc.diagnostics.diagnostic import Wording
from policyc.space.grid.substitute import renamed, substitute
from policyc.space.live import RULING
from policyc.space.questions.partial import Possibility, possibilities
from policyc.space.relative import representatives, settled
from policyc.space.undecided import Undecided


def decide_partially(policy: Policy, action: Ground, known: Mapping[str, Value]) -> Decision:
    """The decision over every completion of a case.

    Raises `CaseError` where there is none: what is known contradicts what always holds.
    """
    found = possibilities(policy, action, known)
    seen = Seen.of(policy, action, known)
    if isinstance(found, Undecided):
        return attrs.evolve(seen.decision(Verdict.UNDETERMINED), why=found.why)
    match found:
        case ():
            raise CaseError((finding(stating.CONTRADICTORY_FACTS, reason=_TOGETHER),))
        case (only,):
            return seen.decision(only.verdict, only)
        case _:
            outcomes = tuple(Outcome(p.verdict, p.residual, p.certain, p.possible) for p in found)
            return attrs.evolve(seen.decision(Verdict.UNDETERMINED), outcomes=outcomes)


_TOGETHER: Wording = {
    "en": "no case has all of them, whatever else holds of it",
    "zh": "无论其他情况如何，都不存在同时具备这些事实的案例",
}


@attrs.frozen
class Seen:
    """What can be seen of a policy's clauses and duties without knowing the rest of a case.

    Guards have what is known put in; what cannot be seen at a glance counts as unknown.
    """

    policy: Policy
    action: Ground
    clauses: tuple[tuple[Clause, Condition], ...]
    defaults: tuple[tuple[Clause, Condition], ...]
    duties: tuple[DutyOwed, ...]

    @classmethod
    def of(cls, policy: Policy, action: Ground, known: Mapping[str, Value]) -> "Seen":
        """What can be seen of what concerns an action."""
        left = _remainder(policy, action, known)

        def covering(clauses: Iterable[Clause]) -> tuple[tuple[Clause, Condition], ...]:
            return tuple((c, left(c.guard)) for c in clauses if c.pattern.covers(action))

        duties = owed(policy, action, known)
        return cls(policy, action, covering(policy.clauses), covering(policy.defaults), duties)

    def decision(self, verdict: Verdict, possibility: Possibility | None = None) -> Decision:
        """A decision with the clauses that are live, or defeated, in every completion."""
        standings = self._standings()
        certain = possibility.certain if possibility else ()
        possible = possibility.possible if possibility else ()
        rules = tuple(
            clause
            for clause, standing in standings
            if standing is Standing.LIVE
            or (
                standing is Standing.OPEN
                and clause.rule in certain
                and gives(clause.effect, verdict)
            )
        )
        named = {clause.rule for clause in rules}
        return Decision(
            self.policy,
            self.action,
            verdict,
            rules,
            tuple(clause for clause, standing in standings if standing is Standing.DEFEATED),
            self.duties,
            possibility is not None and possibility.rebuttable is True,
            tuple(rule for rule in possible if rule not in named),
        )

    def _standings(self) -> list[tuple[Clause, "Standing"]]:
        """How each clause stands, defaults after the others."""
        known: dict[int, Standing] = {}

        def standing(place: int) -> Standing:
            if place not in known:
                known[place] = self._standing(place, standing)
            return known[place]

        found = [(clause, standing(place)) for place, (clause, _) in enumerate(self.clauses)]
        ruled = [s for clause, s in found if clause.effect in RULING]
        for clause, guard in self.defaults:
            if guard == NEVER or Standing.LIVE in ruled:
                found.append((clause, Standing.OUT))
            else:
                surely = guard == ALWAYS and Standing.OPEN not in ruled
                found.append((clause, Standing.LIVE if surely else Standing.OPEN))
        return found

    def _standing(self, place: int, standing: Callable[[int], "Standing"]) -> "Standing":
        """How a clause stands, given how those do that override it."""
        clause, guard = self.clauses[place]
        if guard == NEVER:
            return Standing.OUT
        above = {
            standing(i)
            for i, (other, _) in enumerate(self.clauses)
            if clause.rule in other.overrides
        }
        if Standing.LIVE in above:
            return Standing.DEFEATED if guard == ALWAYS else Standing.OUT
        surely = guard == ALWAYS and Standing.OPEN not in above
        return Standing.LIVE if surely else Standing.OPEN


class Standing(Enum):
    """What is known of a clause: surely live, surely defeated, surely without part, or open."""

    LIVE = "live"
    DEFEATED = "defeated"
    OUT = "out"
    OPEN = "open"


def owed(policy: Policy, action: Ground, known: Mapping[str, Value]) -> tuple[DutyOwed, ...]:
    """The duties that come with an action, and those that may."""
    left = _remainder(policy, action, known)
    duties = [(duty, left(duty.guard)) for duty in policy.duties if duty.pattern.covers(action)]
    return tuple(
        DutyOwed(duty, _truth(left(duty.requirement)), None if when == ALWAYS else when)
        for duty, when in duties
        if when != NEVER
    )


def _remainder(
    policy: Policy, action: Ground, known: Mapping[str, Value]
) -> Callable[[Condition], Condition]:
    """Conditions with what is known put in, axes that ask the same under one key."""
    names = representatives(policy, action)
    values = settled(policy, action, known)
    return lambda condition: substitute(renamed(condition, lambda k: names.get(k, k)), values)


def _truth(condition: Condition) -> bool | None:
    return condition.value if isinstance(condition, Constant) else None
