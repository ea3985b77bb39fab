"""The few facts of a case that settle what policies say: what a reader needs to see of it.

A fact is left out where the answers stand without it. That is found by evaluating guards with
three values, which never drops a fact that matters and may keep one that does not.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache
from typing import TypeAlias

from policyc.analyse.truth import Truth, truth
from policyc.core.actions import Ground
from policyc.core.axes import OpenTerm, Value
from policyc.core.conditions import axes_of
from policyc.core.meaning import gives, verdict_of
from policyc.core.policy import Clause, Effect
from policyc.space.grid.joint import Joint

_RULING = (Effect.ALLOW, Effect.FORBID, Effect.REQUIRE)
_MOST_UNCERTAIN = 8


def essential(
    joint: Joint,
    action: Ground,
    case: Mapping[str, Value],
    shown: Container[str] = (),
    known: "Speakers | None" = None,
) -> dict[str, Value]:
    """The facts without which some policy's verdict on the action would be open, and those shown.

    Open terms are dropped first, then facts from the first on. `case` holds joint keys and is
    complete; so is the result as far as every policy's verdict goes. Who asks for many cases keeps
    what is `known` of the policies.
    """
    speakers = (known or Speakers(joint)).of(action)
    told = [speaker.truths(case) for speaker in speakers]
    wanted = [speaker.answer(t) for speaker, t in zip(speakers, told, strict=True)]
    kept = dict(case)
    terms_first = sorted(case, key=lambda k: not isinstance(joint.axes[k].origin, OpenTerm))
    for key in (key for key in terms_first if key not in shown):
        value = kept.pop(key)
        fewer = [s.without(key, kept, t) for s, t in zip(speakers, told, strict=True)]
        if [s.answer(t) for s, t in zip(speakers, fewer, strict=True)] == wanted:
            told = fewer
        else:
            kept[key] = value
    return {key: value for key, value in case.items() if key in kept}


Answer: TypeAlias = tuple[str, bool] | None
"""The verdict and whether it can be rebutted; `None` where what is known leaves it open."""

_Truths: TypeAlias = tuple[Truth, ...]
"""Whether each clause applies."""


class Speakers:
    """What policies say of actions by part of a case, prepared once for each action."""

    def __init__(self, joint: Joint) -> None:
        self._joint = joint
        self._known: dict[Ground, list[_Speaker]] = {}

    def of(self, action: Ground) -> "list[_Speaker]":
        """Each policy's clauses about an action."""
        if action not in self._known:
            numbers = range(len(self._joint.policies))
            self._known[action] = [_Speaker(self._joint, number, action) for number in numbers]
        return self._known[action]


class _Speaker:
    """One policy's clauses about one action."""

    def __init__(self, joint: Joint, number: int, action: Ground) -> None:
        policy = joint.policies[number]
        clauses = _in_order([c for c in policy.clauses if c.pattern.covers(action)])
        defaults = [c for c in policy.defaults if c.pattern.covers(action)]
        self._axes = joint.axes
        self._clauses, self._first_default = (*clauses, *defaults), len(clauses)
        self._guards = [joint.condition(number, clause.guard) for clause in self._clauses]
        self._marks = [_BIT[c.effect, c.rebuttable] for c in self._clauses]
        self._asking: dict[str, list[int]] = {}
        for place, guard in enumerate(self._guards):
            for key in dict.fromkeys(axes_of(guard)):
                self._asking.setdefault(key, []).append(place)
        self._answers: dict[_Truths, Answer] = {}

    def truths(self, known: Mapping[str, Value]) -> _Truths:
        """Whether each clause applies, as far as the known values tell."""
        return tuple(truth(guard, self._axes, known) for guard in self._guards)

    def without(self, key: str, known: Mapping[str, Value], before: _Truths) -> _Truths:
        """Whether each clause applies after an axis is no longer known; only its askers waver."""
        asking = self._asking.get(key)
        if asking is None:
            return before
        found = list(before)
        for place in asking:
            found[place] = truth(self._guards[place], self._axes, known)
        return tuple(found)

    def answer(self, truths: _Truths) -> Answer:
        """What the policy says of every case with these truths, if it is one thing."""
        if truths not in self._answers:
            self._answers[truths] = _settled(*self._speaking(truths))
        return self._answers[truths]

    def _speaking(self, truths: _Truths) -> tuple[int, int]:
        """The marks of the clauses that are surely live, and of those that may be."""
        sure = possible = 0
        beaten, threatened = set[str](), set[str]()
        for place in range(self._first_default):
            clause, mark = self._clauses[place], self._marks[place]
            if truths[place] is False or clause.rule in beaten:
                continue
            possible |= mark
            threatened |= clause.overrides
            if truths[place] is True and clause.rule not in threatened:
                sure |= mark
                beaten |= clause.overrides
        return self._with_defaults(truths, sure, possible)

    def _with_defaults(self, truths: _Truths, sure: int, possible: int) -> tuple[int, int]:
        if sure & _RULES:
            return sure, possible
        certain = not possible & _RULES
        for place in range(self._first_default, len(self._clauses)):
            if truths[place] is not False:
                possible |= self._marks[place]
            if truths[place] is True and certain:
                sure |= self._marks[place]
        return sure, possible


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


_MARKS = tuple((effect, rebuttable) for effect in Effect for rebuttable in (False, True))
"""What of a live clause bears on the answer; sets of marks are bits of a number."""

_BIT = {mark: 1 << place for place, mark in enumerate(_MARKS)}
_RULES = sum(bit for (effect, _), bit in _BIT.items() if effect in _RULING)


@cache
def _settled(sure: int, possible: int) -> Answer:
    """The answer, where it is the same whichever of the possible clauses are live."""
    uncertain = possible & ~sure
    if uncertain.bit_count() > _MOST_UNCERTAIN:
        return None
    answers = {_answer(sure | chosen) for chosen in _subsets(uncertain)}
    return answers.pop() if len(answers) == 1 else None


@cache
def _answer(marks: int) -> tuple[str, bool]:
    live = [mark for mark, bit in _BIT.items() if marks & bit]
    verdict = verdict_of(effect for effect, _ in live)
    deciding = [rebuttable for effect, rebuttable in live if gives(effect, verdict)]
    return verdict.value, bool(deciding) and all(deciding)


def _subsets(bits: int) -> Iterator[int]:
    """Every set of some of the bits, all of them first and none last."""
    chosen = bits
    while chosen:
        yield chosen
        chosen = chosen - 1 & bits
    yield 0
