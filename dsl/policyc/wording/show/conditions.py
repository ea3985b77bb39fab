"""Conditions as a sentence says them: `overdue is at least 16 days and identified`."""

from collections.abc import Iterable
from typing import assert_never

import attrs

from policyc.core.axes import (
    Axis,
    Count,
    Elapsed,
    ElapsedDays,
    Ever,
    Fact,
    Members,
    Numbers,
    OpenTerm,
)
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
    negate,
)
from policyc.core.numbers import EVERY_NUMBER, Interval, NumberSet
from policyc.wording.show.names import NO_STAGE, Names, fewer
from policyc.wording.show.ranges import ranges_of
from policyc.wording.show.sums import sum_words
from policyc.wording.tidying import tidied

_NONE = NumberSet((Interval(0, 0),))


@attrs.frozen(eq=False)
class Sentences:
    """Puts conditions into words."""

    names: Names

    @property
    def chinese(self) -> bool:
        """Whether the words are Chinese."""
        return self.names.chinese

    def condition(self, condition: Condition) -> str:
        """A condition as a clause of a sentence."""
        return self._told(tidied(self.names.speech.axes, condition))

    def _told(self, condition: Condition) -> str:
        match condition:
            case Constant(value):
                return self._constant(value)
            case Holds(key):
                return self._holds(key, True)
            case Among(key, members):
                return self._among(key, members)
            case Within(key, numbers):
                return self._within(self.names.axis(key), numbers)
            case Linear(form, numbers):
                return sum_words(self.names, form, numbers)
            case Not(part):
                return self._denied(part)
            case All(parts):
                return self._joined(parts, AnyOf, every=True)
            case AnyOf(parts):
                return self._joined(parts, All, every=False)
            case _:
                assert_never(condition)

    def _constant(self, value: bool) -> str:
        if self.chinese:
            return "在任何情形下" if value else "从不"
        return "in every case" if value else "never"

    def _joined(
        self, parts: Iterable[Condition], inner: type[All] | type[AnyOf], *, every: bool
    ) -> str:
        """Parts in a row; those that are themselves of the other kind in parentheses."""
        told = [
            self._bracketed(self._told(part)) if isinstance(part, inner) else self._told(part)
            for part in map(self._opened, parts)
        ]
        if self.chinese:
            word = "且" if every else "或"
            *first, last = told
            return f"，{word}".join(["，".join(first), last]) if first[1:] else word.join(told)
        word = "and" if every else "or"
        if any(" and " in part or " or " in part for part in told):
            return f" {word} ".join(told)
        return ", ".join(told[:-1]) + f" {word} " + told[-1]

    def _bracketed(self, text: str) -> str:
        return f"（{text}）" if self.chinese else f"({text})"

    def _opened(self, condition: Condition) -> Condition:
        """The condition; what denies several parts together denies one of them, or each."""
        match condition:
            case Not(All(parts)):
                denied: Condition = AnyOf(tuple(negate(part) for part in parts))
            case Not(AnyOf(parts)):
                denied = All(tuple(negate(part) for part in parts))
            case _:
                return condition
        return tidied(self.names.speech.axes, denied)

    def _denied(self, part: Condition) -> str:
        match part:
            case Holds(key):
                return self._holds(key, False)
            case All() | AnyOf():
                return self._told(self._opened(Not(part)))
            case _:
                text = self._told(part)
                return f"并非{self._bracketed(text)}" if self.chinese else f"not ({text})"

    def _holds(self, key: str, value: bool) -> str:
        axis = self.names.axis(key)
        if isinstance(axis.origin, Ever):
            event = self.names.action(axis.origin.pattern)
            each = self.names.subject(axis.origin.subject)
            if self.chinese:
                return f"{'发生过' if value else '从未发生过'}{event}{each}"
            return f"{event} has {'happened before' if value else 'never happened'}{each}"
        name = self.names.fact(key)
        if self.chinese:
            return name if value else f"并非{name}"
        return name if value else f"not {name}"

    def _among(self, key: str, chosen: frozenset[str]) -> str:
        if key in self.names.stages:
            return self._in_stage(key, chosen)
        domain = self.names.axis(key).domain
        assert isinstance(domain, Members), f"{key} takes no members"
        kind = domain.kind
        others = [self.names.member(kind, m) for m in kind.members if m not in chosen]
        named = [self.names.member(kind, m) for m in kind.members if m in chosen]
        name = self.names.fact(key)
        if fewer(others, named):
            listed = self.names.either(others)
            return f"{name}不是{listed}" if self.chinese else f"{name} is not {listed}"
        listed = self.names.either(named)
        return f"{name}为{listed}" if self.chinese else f"{name} is {listed}"

    def _in_stage(self, key: str, chosen: frozenset[str]) -> str:
        """In some of the stages; being in no stage counts as not being in the others."""
        domain = self.names.axis(key).domain
        assert isinstance(domain, Members), "stages are members"
        kind, fact = domain.kind, self.names.fact(self.names.stages[key])
        outside = NO_STAGE in chosen
        named = [
            self.names.member(kind, m)
            for m in kind.members
            if m != NO_STAGE and (m in chosen) is not outside
        ]
        if self.chinese:
            listed = self.names.either([f"“{name}”" for name in named])
            return f"{fact}{'不处于' if outside else '处于'}{listed}阶段"
        stages = "stage" if len(named) == 1 else "stages"
        return f"{fact} is {'not ' if outside else ''}in the {stages} {self.names.either(named)}"

    def _within(self, axis: Axis, numbers: NumberSet) -> str:
        domain = axis.domain
        assert isinstance(domain, Numbers), f"{axis.key} is no number"
        told = ranges_of(self.names, axis, numbers)
        match axis.origin:
            case Fact() | OpenTerm():
                return f"{self.names.fact(axis.key)}{'' if self.chinese else ' is '}{told}"
            case Count(pattern, window, subject):
                when, each = self.names.window(window), self.names.subject(subject)
                event = self.names.action(pattern)
                none = numbers.on_grid(1).meet(NumberSet((domain.interval,))) == _NONE
                if self.chinese:
                    return f"{when}没有{event}{each}" if none else f"{when}{event}{told}{each}"
                when = f" {when}{each}" if when else each
                return (
                    f"{event} has not happened{when}"
                    if none
                    else f"{event} has happened {told}{when}"
                )
            case Elapsed(pattern, subject) | ElapsedDays(pattern, subject):
                each = self.names.subject(subject)
                return self._elapsed(self.names.action(pattern), told, numbers) + each
            case Ever():
                raise AssertionError("whether something ever happened is no number")
            case _:
                assert_never(axis.origin)

    def _elapsed(self, event: str, told: str, numbers: NumberSet) -> str:
        if numbers == EVERY_NUMBER:
            return f"发生过{event}" if self.chinese else f"{event} has happened before"
        if self.chinese:
            return f"最近一次{event}距今{told}"
        return f"{event} last happened {told} ago"
