"""What a policy means: the definition of the language, as a plain interpreter.

Slow and obvious on purpose. Every other engine must agree with it on every case.

A case maps axis keys to values. A key may be relative to the proposed action
(`ever(stop_request(same target))`); a case may state it as such, or with the action's own
argument in its place (`ever(stop_request(borrower))`).
"""

from collections.abc import Iterable, Mapping
from typing import TypeAlias, assert_never

import attrs

from policyc.core.actions import Ground
from policyc.core.axes import Value
from policyc.core.conditions import (
    All,
    Among,
    AnyOf,
    Condition,
    Constant,
    Holds,
    Linear,
    Not,
    Within,
)
from policyc.core.keys import grounded_key
from policyc.core.numbers import Number, exact
from policyc.core.policy import VERDICT_OF, Clause, Duty, Effect, Policy, Verdict

Case: TypeAlias = Mapping[str, Value]


class UnknownValueError(Exception):
    """The case says nothing of an axis that the answer needs; `key` names it."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@attrs.frozen
class Outcome:
    """What a policy says of one action in one complete case.

    `live` and `defeated` hold clauses (a default that acts is live); `duties` those that come with
    the action.
    """

    verdict: Verdict
    live: tuple[Clause, ...]
    defeated: tuple[Clause, ...]
    duties: tuple[Duty, ...]
    rebuttable: bool

    @property
    def deciding(self) -> tuple[Clause, ...]:
        """The live clauses that give the verdict."""
        return tuple(c for c in self.live if gives(c.effect, self.verdict))


def gives(effect: Effect, verdict: Verdict) -> bool:
    """Whether live clauses of this effect are what a verdict rests on."""
    if verdict is Verdict.CONFLICT:
        return effect in (Effect.FORBID, Effect.REQUIRE)
    return VERDICT_OF[effect] is verdict


def decide(policy: Policy, action: Ground, case: Case) -> Outcome:
    """The outcome for an action in a case that states every axis the answer needs.

    Raises `UnknownValueError` where it does not.
    """
    holds = _Reader(policy, action, case).holds
    applying = [c for c in policy.clauses if c.pattern.covers(action) and holds(c.guard)]
    live, defeated = _settle(applying)
    if not any(c.effect in (Effect.ALLOW, Effect.FORBID, Effect.REQUIRE) for c in live):
        live += [c for c in policy.defaults if c.pattern.covers(action) and holds(c.guard)]
    verdict = verdict_of(c.effect for c in live)
    deciding = [c for c in live if gives(c.effect, verdict)]
    return Outcome(
        verdict,
        tuple(live),
        tuple(defeated),
        tuple(d for d in policy.duties if d.pattern.covers(action) and holds(d.guard)),
        bool(deciding) and all(c.rebuttable for c in deciding),
    )


def _settle(applying: list[Clause]) -> tuple[list[Clause], list[Clause]]:
    """The live and the defeated among the clauses that apply.

    A clause is settled once every applying clause that overrides its rule is; overriding is
    acyclic, so each round settles some.
    """
    live: list[Clause] = []
    defeated: list[Clause] = []
    waiting = applying
    while waiting:
        unsettled = {name for clause in waiting for name in clause.overrides}
        beaten = {name for clause in live for name in clause.overrides}
        ready = [c for c in waiting if c.rule not in unsettled]
        if not ready:
            raise ValueError("rules override one another in a ring")
        defeated += [c for c in ready if c.rule in beaten]
        live += [c for c in ready if c.rule not in beaten]
        waiting = [c for c in waiting if c.rule in unsettled]
    order = {id(clause): place for place, clause in enumerate(applying)}
    return sorted(live, key=lambda c: order[id(c)]), sorted(defeated, key=lambda c: order[id(c)])


def verdict_of(effects: Iterable[Effect]) -> Verdict:
    """The verdict of the live effects: the first in precedence, silence where there is none."""
    found = set(effects)
    if Effect.FORBID in found and Effect.REQUIRE in found:
        return Verdict.CONFLICT
    return next((v for effect, v in VERDICT_OF.items() if effect in found), Verdict.SILENT)


def verdicts(policy: Policy, action: Ground, completions: Iterable[Case]) -> frozenset[Verdict]:
    """The verdicts over the completions of a case; undetermined where there is more than one."""
    return frozenset(decide(policy, action, case).verdict for case in completions)


def consistent(policy: Policy, action: Ground, case: Case) -> bool:
    """Whether a complete case satisfies what is assumed of every case."""
    holds = _Reader(policy, action, case).holds
    return all(holds(assumption.condition) for assumption in policy.assumptions)


@attrs.frozen
class _Reader:
    """Reads conditions in a case, from the standpoint of one proposed action."""

    policy: Policy
    action: Ground
    case: Case

    def value(self, key: str) -> Value:
        own = grounded_key(self.policy.vocabulary, self.policy.axes[key], self.action)
        for name in (own, key):
            if name in self.case:
                return self.case[name]
        raise UnknownValueError(own)

    def number(self, key: str) -> Number | None:
        value = self.value(key)
        if isinstance(value, bool | str):
            raise TypeError(f"{key} is no number: {value!r}")
        return value

    def holds(self, condition: Condition) -> bool:
        match condition:
            case Constant(value):
                return value
            case Holds(axis):
                return self.value(axis) is True
            case Among(axis, members):
                return self.value(axis) in members
            case Within(axis, numbers):
                number = self.number(axis)
                return number is not None and number in numbers
            case Linear(form, numbers):
                total: Number = 0
                for key, factor in form.parts:
                    number = self.number(key)
                    if number is None:
                        return False
                    total += factor * number
                return exact(total) in numbers
            case Not(part):
                return not self.holds(part)
            case All(parts):
                return all(self.holds(part) for part in parts)
            case AnyOf(parts):
                return any(self.holds(part) for part in parts)
            case _:
                assert_never(condition)
