"""Conditions as a person would write them: what concerns one axis said once, in one place.

Guards come out of elaboration as they were written, with scopes and stages put in, and out of a
search as boxes. Tidying changes no condition's truth in any case whose values are of their axes'
domains.
"""

from collections.abc import Mapping
from typing import TypeAlias, assert_never

from policyc.core.axes import Axis, Members, Numbers
from policyc.core.conditions import (
    ALWAYS,
    NEVER,
    All,
    Among,
    AnyOf,
    Condition,
    Constant,
    Holds,
    Linear,
    LinearForm,
    Not,
    Within,
    conjoin,
    disjoin,
    negate,
)
from policyc.core.numbers import EVERY_NUMBER, Interval, NumberSet

Axes: TypeAlias = Mapping[str, Axis]


def tidied(axes: Axes, condition: Condition) -> Condition:
    """The condition with atoms of one axis joined, ends at or beyond the bounds left out."""
    match condition:
        case Constant() | Holds():
            return condition
        case Among() | Within() | Linear():
            return _atom(axes, condition)
        case Not(part):
            return _negated(axes, tidied(axes, part))
        case All(parts):
            return _merged(axes, [tidied(axes, part) for part in parts], every=True)
        case AnyOf(parts):
            return _merged(axes, [tidied(axes, part) for part in parts], every=False)
        case _:
            assert_never(condition)


def _atom(axes: Axes, atom: Among | Within | Linear) -> Condition:
    match atom:
        case Among(key, members):
            domain = axes[key].domain
            assert isinstance(domain, Members), f"{key} takes no members"
            named = members.intersection(domain.kind.members)
            if len(named) == len(domain.kind.members):
                return ALWAYS
            return Among(key, named) if named else NEVER
        case Within(key, numbers):
            domain = axes[key].domain
            assert isinstance(domain, Numbers), f"{key} is no number"
            inside = within_bounds(domain, numbers)
            if inside == EVERY_NUMBER and not domain.optional:
                return ALWAYS
            return Within(key, inside) if inside.intervals else NEVER
        case Linear(form, numbers):
            if numbers == EVERY_NUMBER and not is_optional(axes, form):
                return ALWAYS
            return atom if numbers.intervals else NEVER
        case _:
            assert_never(atom)


def within_bounds(domain: Numbers, numbers: NumberSet) -> NumberSet:
    """The same numbers of a domain, no end of an interval at or beyond the domain's bounds.

    Where every value lies on a step, neighbours on either side of a gap that holds none are joined.
    """
    found = NumberSet.of(_without_bounds(domain, i) for i in numbers.intervals if _meets(domain, i))
    if domain.step is None or len(found.intervals) == 1:
        return found
    joined = found.on_grid(domain.step)
    if len(joined.intervals) == len(found.intervals):
        return found
    return NumberSet(tuple(_without_bounds(domain, i) for i in joined.intervals))


def _meets(domain: Numbers, interval: Interval) -> bool:
    """Whether some value of the domain lies in an interval."""
    inside = domain.interval.meet(interval)
    return not (inside if domain.step is None else inside.on_grid(domain.step)).empty


def _without_bounds(domain: Numbers, interval: Interval) -> Interval:
    """The interval without an end that leaves out no value of the domain."""
    lower, lower_open, upper, upper_open = (
        interval.lower, interval.lower_open, interval.upper, interval.upper_open,
    )  # fmt: skip
    if lower is not None and not _meets(domain, Interval(None, lower, False, not lower_open)):
        lower, lower_open = None, False
    if upper is not None and not _meets(domain, Interval(upper, None, not upper_open)):
        upper, upper_open = None, False
    return Interval(lower, upper, lower_open, upper_open)


def is_optional(axes: Axes, form: LinearForm) -> bool:
    """Whether a sum may have no value, because a part of it never happened."""
    domains = [axes[key].domain for key, _ in form.parts]
    return any(isinstance(domain, Numbers) and domain.optional for domain in domains)


def _negated(axes: Axes, part: Condition) -> Condition:
    """The negation, inside an atom whose axis always has a value."""
    match part:
        case Among(key, members):
            domain = axes[key].domain
            assert isinstance(domain, Members), f"{key} takes no members"
            return Among(key, frozenset(domain.kind.members) - members)
        case Within(key, numbers):
            domain = axes[key].domain
            if isinstance(domain, Numbers) and not domain.optional:
                return _atom(axes, Within(key, numbers.complement()))
        case Linear(form, numbers):
            if not is_optional(axes, form):
                return _atom(axes, Linear(form, numbers.complement()))
        case _:
            pass
    return negate(part)


def _merged(axes: Axes, parts: list[Condition], *, every: bool) -> Condition:
    """All of the parts or any, atoms of one axis or form in the place of the first of them."""
    join, kind = (conjoin, All) if every else (disjoin, AnyOf)
    found: dict[object, Condition] = {}
    whole = join(parts)
    if not isinstance(whole, kind):
        return whole
    for part in whole.parts:
        about = _subject(part)
        found[about] = _joined(axes, found[about], part, every=every) if about in found else part
    return join(found.values())


def _subject(part: Condition) -> object:
    """What an atom is about; a condition that is none is about itself."""
    match part:
        case Holds(key) | Not(Holds(key)) | Among(key) | Within(key):
            return key
        case Linear(form):
            return form
        case _:
            return part


def _joined(axes: Axes, one: Condition, other: Condition, *, every: bool) -> Condition:
    """Two atoms about the same in one."""
    match one, other:
        case Within(key, first), Within(_, second):
            numbers = first.meet(second) if every else first.join(second)
            return _atom(axes, Within(key, numbers))
        case Linear(form, first), Linear(_, second):
            numbers = first.meet(second) if every else first.join(second)
            return _atom(axes, Linear(form, numbers))
        case Among(key, some), Among(_, others):
            return _atom(axes, Among(key, some & others if every else some | others))
        case _ if one == other:
            return one
        case _:
            return NEVER if every else ALWAYS
