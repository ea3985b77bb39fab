"""The text of the decision on one action, from what a case states: remembered by answer."""

from collections.abc import Callable, Hashable, Mapping
from functools import cached_property
from typing import NoReturn, TypeAlias

from policyc.core.actions import Ground, Pattern
from policyc.core.axes import Axis, Value
from policyc.core.policy import Clause, Effect, Policy
from policyc.decide.cells import Cells
from policyc.decide.decider import Decider
from policyc.decide.decision import Decision
from policyc.decide.forgetful import Forgetful
from policyc.decide.quick_keys import UnusualError
from policyc.engines.python import Answer, Missing, compile_policy

Values: TypeAlias = Mapping[str, Value]
Told: TypeAlias = Callable[[Decision], str]


class Telling:
    """The texts of decisions on one action; `told` makes the text of one.

    `more` holds the axes of what cases state beyond the policy's own axes.
    """

    def __init__(
        self, decider: Decider, action: Ground, more: Mapping[str, Axis], told: Told
    ) -> None:
        self._decider = decider
        self._action = action
        self._told = told
        self._decide = decider.compiled.decider(action)
        self._duties = _duties(decider.policy, action)
        self._breaks: Forgetful[tuple[str, ...], Callable[[Values], object] | None] = Forgetful(
            lambda keys: decider.consistency.shape(action, keys, more).broken_quickly
        )
        self._answered: Forgetful[tuple[int, int], tuple[object, object, str]] = Forgetful(_lost)
        self._open: Forgetful[Hashable, str] = Forgetful(_lost)

    def text(self, case: dict[str, Value], more: dict[str, Value]) -> str:
        """The text for a case of right values. Raises `UnusualError` where they contradict."""
        stated = {**case, **more} if more else case
        breaks = self._breaks[tuple(stated)]
        if breaks is not None and breaks(stated):
            raise UnusualError
        answer = self._decide(case)
        if type(answer) is not Answer:
            return self._left_open(case)
        duties = None if self._duties is None else self._duties(case)
        found = self._answered.get((id(answer), id(duties)))
        return found[2] if found is not None else self._new(answer, duties, case)

    def _new(self, answer: Answer, duties: object, case: dict[str, Value]) -> str:
        """The text of an answer that was not told before.

        What is remembered holds the objects whose identities are its key.
        """
        if isinstance(duties, Missing):
            return self._left_open(case)
        text = self._told(self._decider.answered(self._action, case, answer))
        self._answered.keep((id(answer), id(duties)), (answer, duties, text))
        return text

    def _left_open(self, case: dict[str, Value]) -> str:
        """The text for a case that does not state everything."""
        cells = self._cells.of(case)
        found = self._open.get(cells)
        if found is None:
            found = self._told(self._decider.decide(self._action, case))
            self._open.keep(cells, found)
        return found

    @cached_property
    def _cells(self) -> Cells:
        return Cells(self._decider.policy, self._action)


def _lost(key: object) -> NoReturn:
    raise KeyError(key)


def _duties(policy: Policy, action: Ground) -> Callable[[Values], object] | None:
    """From a case to one and the same object for the same duties; `None` if there never are any."""
    parts = [
        condition
        for duty in policy.duties
        if duty.pattern.covers(action)
        for condition in (duty.guard, duty.requirement)
    ]
    if not parts:
        return None
    about = Pattern(action.name, tuple(frozenset((a,)) for a in action.arguments))
    clauses = [Clause(str(i), Effect.ALLOW, about, part) for i, part in enumerate(parts)]
    asking = Policy("", policy.axes, policy.vocabulary, tuple(clauses))
    return compile_policy(asking).decider(action)
