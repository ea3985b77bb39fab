"""The few facts of a case that settle what policies say: what a reader needs to see of it.

A fact is left out where the answers stand without it. That is found by evaluating guards with
three values, which never drops a fact that matters and may keep one that does not.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations
from typing import TypeAlias, assert_never

import attrs

from policyc.core.actions import Ground
from policyc.core.axes import Axis, Members, Numbers, OpenTerm, Value, YesNo
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
from policyc.core.meaning import gives, verdict_of
from policyc.core.policy import Clause, Effect, Policy
from policyc.space.grid.joint import Joint
from policyc.space.grid.substitute import substitute

Truth: TypeAlias = bool | None
"""`None` is unknown."""

_RULING = (Effect.ALLOW, Effect.FORBID, Effect.REQUIRE)
_MOST_UNCERTAIN = 8


def essential(
    joint: Joint, action: Ground, case: Mapping[str, Value], shown: Container[str] = ()
) -> dict[str, Value]:
    """The facts without which some policy's verdict on the action would be open, and those shown.

    Open terms are dropped first, then facts from the first on. `case` holds joint keys and is
    complete; so is the result as far as every policy's verdict goes.
    """
    speakers = [_Speaker(joint, number, action) for number in range(len(joint.policies))]
    kept = dict(case)
    wanted = [speaker.answer(kept) for speaker in speakers]
    terms_first = sorted(kept, key=lambda k: not isinstance(joint.axes[k].origin, OpenTerm))
    for key in (key for key in terms_first if key not in shown):
        fewer = {k: v for k, v in kept.items() if k != key}
        if all(s.answer(fewer) == w for s, w in zip(speakers, wanted, strict=True)):
            kept = fewer
    return kept


Answer: TypeAlias = tuple[str, bool] | None
"""The verdict and whether it can be rebutted; `None` where what is known leaves it open."""


class _Speaker:
    """One policy's clauses about one action."""

    def __init__(self, joint: Joint, number: int, action: Ground) -> None:
        policy: Policy = joint.policies[number]
        self._axes = joint.axes
        self._clauses = _in_order([c for c in policy.clauses if c.pattern.covers(action)])
        self._defaults = [c for c in policy.defaults if c.pattern.covers(action)]
        self._guards = {
            id(c): joint.condition(number, c.guard) for c in (*self._clauses, *self._defaults)
        }

    def answer(self, known: Mapping[str, Value]) -> Answer:
        """What the policy says of every case that has the known values, if it is one thing."""
        sure: list[Clause] = []
        possible: list[Clause] = []
        for clause in self._clauses:
            truth = self._holds(clause, known)
            if truth is False or any(clause.rule in other.overrides for other in sure):
                continue
            possible.append(clause)
            beaten = any(clause.rule in other.overrides for other in possible)
            if truth is True and not beaten:
                sure.append(clause)
        self._add_defaults(known, sure, possible)
        return _settled(sure, possible)

    def _add_defaults(
        self, known: Mapping[str, Value], sure: list[Clause], possible: list[Clause]
    ) -> None:
        if any(c.effect in _RULING for c in sure):
            return
        certain = not any(c.effect in _RULING for c in possible)
        for clause in self._defaults:
            truth = self._holds(clause, known)
            if truth is not False:
                possible.append(clause)
                if truth is True and certain:
                    sure.append(clause)

    def _holds(self, clause: Clause, known: Mapping[str, Value]) -> Truth:
        return truth(substitute(self._guards[id(clause)], known), self._axes)


def _in_order(clauses: Sequence[Clause]) -> list[Clause]:
    """Each clause after those that override its rule."""
    waiting, found = list(clauses), list[Clause]()
    while waiting:
        later = {name for c in waiting for name in c.overrides}
        ready = [c for c in waiting if c.rule not in later]
        if not ready:
            raise ValueError("rules override one another in a ring")
        found += ready
        waiting = [c for c in waiting if c.rule in later]
    return found


@attrs.frozen
class _Mark:
    """What of a live clause bears on the answer."""

    effect: Effect
    rebuttable: bool


def _settled(sure: Iterable[Clause], possible: Iterable[Clause]) -> Answer:
    """The answer, where it is the same whichever of the possible clauses are live."""
    base = {_Mark(c.effect, c.rebuttable) for c in sure}
    open_marks = {_Mark(c.effect, c.rebuttable) for c in possible} - base
    if len(open_marks) > _MOST_UNCERTAIN:
        return None
    ordered = sorted(open_marks, key=lambda m: (m.effect.value, m.rebuttable))
    answers = {_answer(base.union(chosen)) for chosen in _subsets(ordered)}
    return answers.pop() if len(answers) == 1 else None


def _answer(marks: set[_Mark]) -> tuple[str, bool]:
    verdict = verdict_of(m.effect for m in marks)
    deciding = [m for m in marks if gives(m.effect, verdict)]
    return verdict.value, bool(deciding) and all(m.rebuttable for m in deciding)


def _subsets(marks: Sequence[_Mark]) -> Iterator[tuple[_Mark, ...]]:
    return chain.from_iterable(combinations(marks, n) for n in range(len(marks) + 1))


def truth(condition: Condition, axes: Mapping[str, Axis]) -> Truth:
    """Whether a condition holds for every value of its axes, for none, or neither is plain."""
    match condition:
        case Constant(value):
            return value
        case Holds() | Linear():
            return None
        case Among(key, members):
            return _among(axes[key], members)
        case Within(key):
            return _within(axes[key], condition)
        case Not(part):
            inner = truth(part, axes)
            return None if inner is None else not inner
        case All(parts):
            found = [truth(part, axes) for part in parts]
            return False if False in found else None if None in found else True
        case AnyOf(parts):
            found = [truth(part, axes) for part in parts]
            return True if True in found else None if None in found else False
        case _:
            assert_never(condition)


def _among(axis: Axis, members: frozenset[str]) -> Truth:
    if not isinstance(axis.domain, Members):
        return None
    known = set(axis.domain.kind.members)
    return True if known <= members else None if known & members else False


def _within(axis: Axis, atom: Within) -> Truth:
    match axis.domain:
        case Numbers(optional=optional) as domain:
            whole = domain.interval
            if not any(not part.meet(whole).empty for part in atom.numbers.intervals):
                return False
            outside = any(
                not part.meet(whole).empty for part in atom.numbers.complement().intervals
            )
            return None if outside or optional else True
        case YesNo() | Members():
            return None
        case _:
            assert_never(axis.domain)
