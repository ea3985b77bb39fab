"""Cases as they come in: what is asked, the facts, and the history if there is one.

A case is an object of facts and values. These keys are no facts: `ask` (the action), `now`,
`history` and `timezone`, `id` (handed through to the decision), and each subject of the vocabulary
unless a fact has its name (`"debt": "D-17"`: which debt the case is about).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

import attrs

from policyc.core.axes import Axis, Value
from policyc.decide.asking import Asker
from policyc.decide.clock import CASE, NOW, Clock, entry, read_time, read_zone
from policyc.decide.facts import MAX_FACTS, FactReader
from policyc.decide.findings import CaseError, finding, shown
from policyc.decide.history import Happened, Identity, Past
from policyc.diagnostics.catalogue import deciding, stating
from policyc.diagnostics.diagnostic import Diagnostic, Wording
from policyc.elaborate.describe import advice
from policyc.elaborate.documents import Documents
from policyc.elaborate.elaborator import Elaborated

Read = TypeVar("Read")

MAX_EVENTS = 100_000
"""Entries that a history may have."""

RESERVED = ("ask", "now", "history", "timezone", "id")
"""Keys of a case that are no facts."""

_ENTRY = ("at", "action", "event")
"""Keys of an entry of a history, besides subjects."""


@attrs.frozen(eq=False)
class Case:
    """A case: values by axis key, the axes of these keys, and what happened before.

    `asked` is the text of the action it is asked about and `identity` what it gave as `id`, where
    it gave any.
    """

    values: Mapping[str, Value]
    axes: Mapping[str, Axis] = attrs.field(factory=dict)
    past: Past | None = None
    asked: Any = None
    identity: Identity | None = None

    def joined(self, other: "Case") -> "Case":
        """This case with the facts of another. Raises `CaseError` where both state the same."""
        both = [key for key in other.values if key in self.values]
        if both:
            raise CaseError(tuple(finding(stating.FACT_STATED_TWICE, name=key) for key in both))
        return attrs.evolve(
            self, values={**self.values, **other.values}, axes={**self.axes, **other.axes}
        )


class CaseReader:
    """Reads cases in the names of one document."""

    def __init__(self, document: Elaborated, documents: Documents) -> None:
        self.facts = FactReader(document, documents)
        self.asker = Asker(document, documents)
        self._environment = document.environment

    def read(self, given: object) -> Case:
        """The case that an object is. Raises `CaseError` with everything that is wrong with it."""
        if not isinstance(given, Mapping):
            raise CaseError((finding(deciding.NOT_A_CASE, found=shown(given)),))
        if len(given) > MAX_FACTS:
            raise _too_much(MAX_FACTS, {"en": "facts", "zh": "事实"})
        problems = _Problems()
        subjects = problems.tried(lambda: self.subjects(CASE, given)) or {}
        values, axes = self._values(given, problems)
        past = problems.tried(lambda: self._past(given, subjects))
        identity = problems.tried(lambda: _identity("id", CASE, given.get("id")))
        problems.raised()
        return Case(values, axes, past, given.get("ask"), identity)

    def given(self, text: str, name: str) -> Case:
        """The case that a text states, `overdue = 20, unreachable = 73h`. Raises `CaseError`."""
        return Case(*self.facts.given(text, name))

    def _values(
        self, given: Mapping[str, Any], problems: "_Problems"
    ) -> tuple[dict[str, Value], dict[str, Axis]]:
        values: dict[str, Value] = {}
        axes: dict[str, Axis] = {}
        for key, stated in given.items():
            if key in RESERVED or key in self.subject_words:
                continue
            axis = self.facts.axis(key)
            if isinstance(axis, tuple):
                problems.found += axis
            elif axis.key in axes:
                problems.found.append(finding(stating.FACT_STATED_TWICE, name=axis.key))
            else:
                axes[axis.key] = axis
                if stated is not None:
                    self._value(values, key, axis, stated, problems)
        return values, axes

    def _value(
        self,
        values: dict[str, Value],
        key: str,
        axis: Axis,
        stated: object,
        problems: "_Problems",
    ) -> None:
        value = self.facts.value(key, axis, stated)
        if isinstance(value, tuple):
            problems.found += value
        else:
            values[axis.key] = value

    @cached_property
    def subject_words(self) -> Mapping[str, str]:
        """Names and labels of subjects that no fact has, to the subjects' names."""
        facts = set(self._environment.values.words())
        return {
            word: declared.name
            for declared in self._environment.subjects
            for word in (declared.name, declared.label)
            if word is not None and word not in facts
        }

    def subjects(self, place: Wording, given: Mapping[str, Any]) -> dict[str, Identity]:
        """Which subjects a case or an entry says that it is about."""
        found: dict[str, Identity] = {}
        for word, name in self.subject_words.items():
            identity = _identity(word, place, given.get(word))
            if identity is not None:
                found[name] = identity
        return found

    def _past(self, given: Mapping[str, Any], subjects: Mapping[str, Identity]) -> Past | None:
        entries = given.get("history")
        if given.get("now") is None:
            if entries is not None:
                raise CaseError((finding(deciding.HISTORY_WITHOUT_NOW),))
            return None
        named = given.get("timezone")
        zone = None if named is None else read_zone(named)
        clock = Clock(read_time(NOW, given["now"]), zone)
        if entries is None:
            return None
        if not isinstance(entries, Sequence) or isinstance(entries, str):
            reason: Wording = {"en": "it is no list", "zh": "它不是列表"}
            raise CaseError((finding(deciding.NOT_AN_EVENT, place="`history`", reason=reason),))
        if len(entries) > MAX_EVENTS:
            raise _too_much(MAX_EVENTS, {"en": "entries of history", "zh": "历史记录"})
        usual = next((declared.name for declared in self._environment.subjects), "")
        return Past(clock.now, self._happened(entries, clock), subjects, usual)

    def _happened(self, entries: Iterable[Any], clock: Clock) -> list[Happened]:
        problems = _Problems()
        found = [
            problems.tried(lambda: self._entry(number, given, clock))  # noqa: B023  # called at once
            for number, given in enumerate(entries, start=1)
        ]
        problems.raised()
        return [happened for happened in found if happened is not None]

    def _entry(self, number: int, given: Any, clock: Clock) -> Happened:
        place = entry(number)
        if not isinstance(given, Mapping):
            raise _no_event(place, {"en": f"it is {shown(given)}", "zh": f"它是{shown(given)}"})
        unknown = [k for k in given if k not in _ENTRY and k not in self.subject_words]
        if unknown:
            raise _no_event(place, self._unknown_key(str(unknown[0])))
        named = [given[key] for key in ("action", "event") if given.get(key) is not None]
        if len(named) != 1:
            raise _no_event(place, {"en": 'it needs one "action"', "zh": '需要一个"action"'})
        what = self.asker.event(place["en"] if isinstance(place, Mapping) else place, named[0])
        at = clock.moment(place, read_time(place, given.get("at")))
        if at.passed > clock.now.passed:
            shown_now = clock.now.wall.isoformat()
            late = finding(deciding.AFTER_NOW, place=place, at=at.wall.isoformat(), now=shown_now)
            raise CaseError((late,))
        return Happened(at, what, self.subjects(place, given), number)

    def _unknown_key(self, key: str) -> Wording:
        hint = advice(key, [*_ENTRY, *self.subject_words])
        shown_key = shown(key)
        return {
            "en": f"it has no use for {shown_key}; {hint['en']}",
            "zh": f"{shown_key}没有用处；{hint['zh']}",
        }


class _Problems:
    """Findings of several readings, each of which ends at its first problem."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []

    def tried(self, reading: Callable[[], Read]) -> Read | None:
        """What a reading gives; `None` after a problem."""
        try:
            return reading()
        except CaseError as error:
            self.found += error.findings
            return None

    def raised(self) -> None:
        """Raises `CaseError` if there was a problem."""
        if self.found:
            raise CaseError(tuple(self.found))


def _identity(subject: str, place: Wording, given: Any) -> Identity | None:
    """A text or whole number that tells one thing from another."""
    if given is None or (isinstance(given, str | int) and not isinstance(given, bool)):
        return given
    value = shown(given)
    error = finding(deciding.NOT_A_SUBJECT, subject=subject, place=place, value=value)
    raise CaseError((error,))


def _no_event(place: Wording, reason: Wording) -> CaseError:
    return CaseError((finding(deciding.NOT_AN_EVENT, place=place, reason=reason),))


def _too_much(limit: int, what: Wording) -> CaseError:
    return CaseError((finding(deciding.TOO_MUCH, limit=f"{limit:_}", what=what),))
