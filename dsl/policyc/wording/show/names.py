"""How things are called in sentences: by name in English, by label in Chinese."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import assert_never

import attrs

from policyc.core.actions import Argument, Kind, Parameter, Pattern, Same
from policyc.core.axes import (
    AllTime,
    Axis,
    CalendarWindow,
    OpenTerm,
    Rolling,
    SinceEvent,
    Unit,
    Window,
)
from policyc.core.policy import Policy
from policyc.core.weekdays import WEEKDAY
from policyc.diagnostics.diagnostic import Language
from policyc.wording.show.amounts import amount
from policyc.wording.speech import Speech

NO_STAGE = ""
"""The member that stands for being in no stage."""

_WEEKDAYS = dict(
    zip(
        WEEKDAY.members,
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        strict=True,
    )
)
_DAY, _HOUR, _MINUTE, _YEAR = 86_400, 3_600, 60, 12


@attrs.frozen(eq=False)
class Names:
    """What things are called in one language.

    English takes the names, with spaces for `_`; Chinese the labels, or the names of what has none.
    """

    speech: Speech
    stages: Mapping[str, str] = attrs.field(factory=dict)
    """The facts that have stages, by the key of the axis that stands for these."""
    subjects: Mapping[str, str | None] = attrs.field(factory=dict)
    """The labels of those for whom counts are kept."""

    @classmethod
    def of(
        cls,
        policy: Policy,
        language: Language,
        subjects: Mapping[str, str | None] = MappingProxyType({}),
    ) -> "Names":
        """The names of what a policy speaks of."""
        return cls(Speech.of(policy, language), subjects=subjects)

    @property
    def language(self) -> Language:
        """The language of the sentences."""
        return self.speech.language

    @property
    def chinese(self) -> bool:
        """Whether the sentences are Chinese."""
        return self.speech.language == "zh"

    def fact(self, key: str) -> str:
        """A fact; an open term keeps its name as it is, so that a reader finds it."""
        axis = self.speech.axes.get(key)
        if self.chinese or (axis is not None and isinstance(axis.origin, OpenTerm)):
            return self.labelled(key, None if axis is None else axis.label)
        return spaced(key)

    def labelled(self, name: str, label: str | None) -> str:
        """A name, or in Chinese its label if it has one."""
        return label if self.chinese and label else name

    def member(self, kind: Kind, member: str) -> str:
        """A member of a kind."""
        if not self.chinese:
            return _WEEKDAYS[member] if kind is WEEKDAY else spaced(member)
        labels = dict(zip(kind.members, kind.member_labels, strict=False))
        return labels.get(member) or member

    def action(self, pattern: Pattern, *, each: bool = False) -> str:
        """A set of actions or events: `contact (any target but borrower, phone)`.

        `each` says that all of them are meant, and not whichever one.
        """
        signature = self.speech.vocabulary.signature(pattern.name)
        name = self.labelled(spaced(signature.name), signature.label)
        arguments = [
            self._argument(parameter, argument, each=each)
            for parameter, argument in zip(signature.parameters, pattern.arguments, strict=True)
        ]
        while len(arguments) > 1 and pattern.arguments[len(arguments) - 1] is None:
            arguments.pop()
        if not arguments:
            return name
        if self.chinese:
            return f"{name}（{'，'.join(arguments)}）"
        comma = "; " if any(", " in argument for argument in arguments) else ", "
        return f"{name} ({comma.join(arguments)})"

    def _argument(self, parameter: Parameter, argument: Argument, *, each: bool) -> str:
        place = self._parameter(parameter)
        match argument:
            case None:
                return self._any(place, each=each)
            case Same():
                return f"同一{place}" if self.chinese else f"the same {place}"
            case frozenset():
                return self._members(parameter.kind, place, argument, each=each)
            case _:
                assert_never(argument)

    def _any(self, place: str, *, each: bool) -> str:
        if self.chinese:
            return f"{'所有' if each else '任何'}{place}"
        return f"{'every' if each else 'any'} {place}"

    def _members(self, kind: Kind, place: str, chosen: frozenset[str], *, each: bool) -> str:
        """Members, or those left out where these are fewer."""
        named = [self.member(kind, m) for m in kind.members if m in chosen]
        others = [self.member(kind, m) for m in kind.members if m not in chosen]
        if others and fewer(others, named):
            left_out = (self.every if self.chinese or each else self.either)(others)
            if self.chinese:
                return f"{left_out}以外的{self._any(place, each=each)}"
            return f"{self._any(place, each=each)} but {left_out}"
        return (self.every if each else self.either)(named)

    def _parameter(self, parameter: Parameter) -> str:
        """An argument's place: its kind's label in Chinese where it is called after its kind."""
        kind = parameter.kind
        if self.chinese and parameter.name == kind.name and kind.label:
            return kind.label
        return spaced(parameter.name)

    def either(self, names: list[str]) -> str:
        """`sms, phone or app`."""
        if self.chinese:
            return "、".join(names[:-1]) + ("或" if len(names) > 1 else "") + names[-1]
        return ", ".join(names[:-1]) + (" or " if len(names) > 1 else "") + names[-1]

    def every(self, names: list[str]) -> str:
        """`a, b and c`."""
        if self.chinese:
            return "、".join(names[:-1]) + ("和" if len(names) > 1 else "") + names[-1]
        return ", ".join(names[:-1]) + (" and " if len(names) > 1 else "") + names[-1]

    def window(self, window: Window) -> str:
        """Over what something is counted: `today`, `in the last 7 days`; nothing for all time."""
        match window:
            case CalendarWindow():
                chinese = {"today": "今日", "this week": "本周", "this month": "本月"}
                return chinese[window.value] if self.chinese else window.value
            case Rolling():
                return self._last(window)
            case SinceEvent(pattern):
                event = self.action(pattern)
                return f"自{event}以来" if self.chinese else f"since {event}"
            case AllTime():
                return ""
            case _:
                assert_never(window)

    def _last(self, window: Rolling) -> str:
        length = self.length(window)
        return f"最近{length}内" if self.chinese else f"in the last {length}"

    def length(self, window: Rolling) -> str:
        """How long a rolling window is, in its largest whole unit; one day is 24 hours.

        "The last day" could be read as the one on the calendar.
        """
        if window.months:
            years = window.months % _YEAR == 0
            number, unit = (
                (window.months // _YEAR, Unit.YEARS) if years else (window.months, Unit.MONTHS)
            )
            return amount(number, unit, self.language)
        for size, unit in ((_DAY, Unit.DAYS), (_HOUR, Unit.HOURS), (_MINUTE, Unit.MINUTES)):
            if window.seconds % size == 0 and window.seconds != size * (unit is Unit.DAYS):
                return amount(window.seconds // size, unit, self.language)
        return f"{window.seconds}秒" if self.chinese else f"{window.seconds} seconds"

    def subject(self, subject: str) -> str:
        """` (for each debt)`, where it is not the first that a vocabulary declares."""
        usual = self.speech.vocabulary.subjects[:1]
        if not subject or subject in usual:
            return ""
        label = self.labelled(subject, self.subjects.get(subject))
        return f"（按{label}分别计算）" if self.chinese else f" (for each {spaced(subject)})"

    def axis(self, key: str) -> Axis:
        """What a condition asks about."""
        return self.speech.axes[key]


def fewer(others: Sequence[str], named: Sequence[str]) -> bool:
    """Whether saying what is left out is much shorter than saying what is meant."""
    return 2 * len(others) < len(named)


def spaced(name: str) -> str:
    """A name as words."""
    return name.replace("_", " ")
