"""Parts of the space of cases in the words of policies: `contact(any, phone) when overdue < 8`.

A part is a pattern and bounds on axes, as the searches over all cases hand them out; they are
described here by protocols, since nothing here knows how a part was found.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

import attrs

from policyc.core.actions import Argument, Kind, Parameter, Pattern
from policyc.core.axes import OpenTerm
from policyc.core.conditions import All, Condition, Linear, LinearForm
from policyc.core.numbers import Interval, NumberSet
from policyc.core.policy import Stage
from policyc.wording.conditions import condition_text
from policyc.wording.speech import Speech
from policyc.wording.stages import Spans

_FEW = 2
"""Members are said by those left out where these are so many times fewer."""


class Bound(Protocol):
    """What one axis may be."""

    @property
    def condition(self) -> Condition:
        """The condition that the axis is within the bound."""
        ...


class Part(Protocol):
    """A set of actions and the bounds of the cases."""

    @property
    def pattern(self) -> Pattern:
        """The actions."""
        ...

    @property
    def bounds(self) -> Sequence[Bound]:
        """One for each axis that is restricted."""
        ...


@attrs.frozen
class NamedStage:
    """A stage and whose it is; `owner` is empty where only one policy is spoken of."""

    owner: str
    stage: Stage


@attrs.frozen(eq=False)
class Teller:
    """Puts parts into words: `speech` for names and script, `stages` for ranges with a name."""

    speech: Speech
    stages: tuple[NamedStage, ...] = ()
    _spans: Spans = attrs.field(init=False, repr=False)

    @_spans.default
    def _over_axes(self) -> Spans:
        return Spans(self.speech.axes)

    def part(self, part: Part) -> str:
        """The actions, and the cases if they are restricted."""
        return self.told(part.pattern, self.cases(part.bounds))

    def told(self, pattern: Pattern, cases: str) -> str:
        """Some actions, and cases that are words already."""
        actions = self.actions(pattern)
        if not cases:
            return actions
        return f"{actions}，当 {cases} 时" if self.chinese else f"{actions} when {cases}"

    def actions(self, pattern: Pattern) -> str:
        """A set of actions; missing arguments are any."""
        signature = self.speech.vocabulary.actions[pattern.name]
        name = self.speech.signature(signature)
        arguments = [
            self._argument(argument, parameter.kind)
            for argument, parameter in zip(pattern.arguments, signature.parameters, strict=True)
        ]
        while len(arguments) > 1 and pattern.arguments[len(arguments) - 1] is None:
            arguments.pop()
        return f"{name}({', '.join(arguments)})" if arguments else name

    def cases(self, bounds: Iterable[Bound]) -> str:
        """The cases within bounds; empty where none restricts them."""
        conditions = [bound.condition for bound in bounds]
        parts = [self.condition(condition, alone=len(conditions) == 1) for condition in conditions]
        for named in self.stages:
            places = self._spans.places(conditions, named.stage)
            if places:
                parts[places[-1]] += self._in_stage(named)
                break
        return self._joined(parts)

    def either(self, alternatives: Iterable[Sequence[Bound]]) -> str:
        """Alternatives in a row; those of several bounds in parentheses."""
        told = (
            self.cases(bounds) if len(bounds) == 1 else f"({self.cases(bounds)})"
            for bounds in alternatives
        )
        return (" 或 " if self.chinese else " or ").join(told)

    def within(self, base: Part, part: Part) -> str:
        """A part of a base: what of the actions and cases is restricted beyond it."""
        signature = self.speech.vocabulary.actions[part.pattern.name]
        arguments = [
            self._restricted(parameter, argument)
            for argument, outer, parameter in zip(
                part.pattern.arguments, base.pattern.arguments, signature.parameters, strict=True
            )
            if argument is not None and argument != outer
        ]
        cases = self.cases(part.bounds)
        return self._joined([*arguments, cases] if cases else arguments)

    def condition(self, condition: Condition, *, alone: bool = False) -> str:
        """A condition, facts on the left of open terms; in parentheses where `or` needs them."""
        text = condition_text(self.speech, facts_first(self.speech, condition))
        either = " 或 " if self.chinese else " or "
        return text if alone or either not in text else f"({text})"

    def conjunction(self, condition: Condition) -> str:
        """A condition; where it has several parts, each is told by itself."""
        parts = condition.parts if isinstance(condition, All) else (condition,)
        return self._joined(self.condition(part, alone=len(parts) == 1) for part in parts)

    @property
    def chinese(self) -> bool:
        """Whether the text is Chinese."""
        return self.speech.language == "zh"

    def _argument(self, argument: Argument, kind: Kind) -> str:
        if argument is None:
            return "任何" if self.chinese else "any"
        assert isinstance(argument, frozenset), "a part's pattern holds no `same`"
        chosen = [self.speech.member(kind, m) for m in kind.members if m in argument]
        others = [self.speech.member(kind, m) for m in kind.members if m not in argument]
        if chosen and len(others) * _FEW <= len(chosen):
            return f"{_listed(others)}以外" if self.chinese else f"any but {_listed(others)}"
        return _listed(chosen)

    def _restricted(self, parameter: Parameter, argument: Argument) -> str:
        name = parameter.name
        if self.chinese and parameter.kind.name == name and parameter.kind.label:
            name = parameter.kind.label
        return f"{name} = {self._argument(argument, parameter.kind)}"

    def _in_stage(self, named: NamedStage) -> str:
        """A remark that a range is a stage."""
        stage = named.stage
        if self.chinese:
            return f"（{named.owner}“{stage.label or stage.name}”阶段）"
        return f" ({named.owner}'s stage {stage.name})" if named.owner else f" (stage {stage.name})"

    def _joined(self, parts: Iterable[str]) -> str:
        return (" 且 " if self.chinese else " and ").join(parts)


def _listed(names: Sequence[str]) -> str:
    return " | ".join(names)


def facts_first(speech: Speech, condition: Condition) -> Condition:
    """A comparison of sums turned round where otherwise an open term would stand on the left."""
    if not isinstance(condition, Linear):
        return condition
    added = [key for key, factor in condition.form.parts if factor > 0]
    taken = [key for key, factor in condition.form.parts if factor < 0]
    if not taken or not all(_is_open(speech, key) for key in added):
        return condition
    if all(_is_open(speech, key) for key in taken):
        return condition
    form = LinearForm(tuple((key, -factor) for key, factor in condition.form.parts))
    return Linear(form, mirrored(condition.numbers))


def _is_open(speech: Speech, key: str) -> bool:
    return isinstance(speech.axes[key].origin, OpenTerm)


def mirrored(numbers: NumberSet) -> NumberSet:
    """The numbers with their signs turned."""
    return NumberSet.of(
        Interval(
            None if i.upper is None else -i.upper,
            None if i.lower is None else -i.lower,
            i.upper_open,
            i.lower_open,
        )
        for i in numbers.intervals
    )
