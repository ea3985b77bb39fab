"""What the keys of a case mean, made ready for reading many cases."""

from collections.abc import Callable, Mapping
from enum import IntEnum
from fractions import Fraction
from math import ceil
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from policyc.core.axes import Axis, Numbers, Unit, YesNo
from policyc.core.keys import grounded_key, is_relative
from policyc.core.policy import Policy
from policyc.decide.cases import RESERVED, CaseReader
from policyc.decide.exact_json import MAX_DIGITS
from policyc.decide.findings import CaseError
from policyc.decide.forgetful import REMEMBERED, Forgetful


class Store(IntEnum):
    """Where the value of a key belongs."""

    CASE = 0
    """It is a fact that the policy speaks of."""
    ASIDE = 1
    """It is no fact: what is asked, the case's identity, a subject."""
    MORE = 2
    """It is what the history says of something that the policy does not ask about."""


Admits: TypeAlias = Callable[[Any], object]
"""Whether a value of some type is one that an axis can have."""


class Key(NamedTuple):
    """What a key means: its axis, and which values are taken as they are.

    `whole` holds the whole numbers that are, `others` does for other types, `texts` maps the texts
    that stand for values. A named tuple, since it is taken apart for each fact of each case.
    """

    name: str
    store: Store
    texts: Mapping[str, Any]
    whole: range
    others: Mapping[type, Admits]


class UnusualError(Exception):
    """A key or value that only the reading of a single case deals with."""


_ANY: Admits = type
"""True of everything, at no cost."""
_EVERY = range(-(10**MAX_DIGITS), 10**MAX_DIGITS + 1)
_NO_NUMBERS = range(0)
_NO_OTHERS: Mapping[type, Admits] = MappingProxyType({})
_CLOCK = (Unit.TIME_OF_DAY, Unit.DATE)


class QuickKeys(Forgetful[str, Key]):
    """The keys of one policy's cases; `more` grows by axes that the policy does not ask about."""

    def __init__(self, policy: Policy, reader: CaseReader) -> None:
        super().__init__(self._key)
        self.more: dict[str, Axis] = {}
        self._reader = reader
        self._known = frozenset((*policy.axes, *_grounded_keys(policy)))

    def _key(self, key: str) -> Key:
        if key == "ask":
            return Key(key, Store.ASIDE, Forgetful(str), _NO_NUMBERS, _NO_OTHERS)
        if key == "id" or key in self._reader.subject_words:
            return Key(key, Store.ASIDE, Forgetful(str), _EVERY, _NO_OTHERS)
        if key in RESERVED:
            raise UnusualError
        axis = self._reader.facts.axis(key)
        if isinstance(axis, tuple):
            raise CaseError(axis)
        store = Store.CASE if axis.key in self._known else Store.MORE
        if store is Store.MORE:
            self._note(axis)
        return Key(axis.key, store, self._texts(key, axis), *_plain(axis))

    def _note(self, axis: Axis) -> None:
        """Keeps the axis of a key that the policy lacks, as long as there are not too many."""
        if len(self.more) >= REMEMBERED and axis.key not in self.more:
            raise UnusualError
        self.more[axis.key] = axis

    def _texts(self, key: str, axis: Axis) -> Mapping[str, Any]:
        def value(text: str) -> Any:
            found = self._reader.facts.value(key, axis, text)
            if isinstance(found, tuple):
                raise CaseError(found)
            return found

        return Forgetful(value)


def _plain(axis: Axis) -> tuple[range, Mapping[type, Admits]]:
    """The whole numbers that are values of an axis, and which values of other types are."""
    match axis.domain:
        case YesNo():
            return _NO_NUMBERS, {bool: _ANY}
        case Numbers(unit=unit) as domain if unit not in _CLOCK:
            return _whole_numbers(domain), {Fraction: domain.admits}
        case _:
            return _NO_NUMBERS, _NO_OTHERS


def _whole_numbers(domain: Numbers) -> range:
    """The whole numbers of a domain, as far as numbers are read at all."""
    step = 1 if domain.step is None or 1 % domain.step == 0 else Fraction(domain.step).numerator
    lower = _EVERY.start if domain.lower is None else domain.lower
    upper = _EVERY.stop if domain.upper is None else domain.upper + 1
    return range(ceil(Fraction(lower) / step) * step, ceil(upper), step)


def _grounded_keys(policy: Policy) -> set[str]:
    """The keys that relative axes have from the standpoint of each action."""
    found: set[str] = set()
    relative = [axis for axis in policy.axes.values() if is_relative(axis)]
    for axis in relative:
        for action in policy.ground_actions():
            try:
                found.add(grounded_key(policy.vocabulary, axis, action))
            except KeyError:
                continue  # the action has no such argument
    return found
