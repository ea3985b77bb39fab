"""Cases drawn for replaying claims: near the thresholds that policies name, where mistakes live.

A case is drawn fact by fact, then most often led to where some clause applies, and then a fact or
two are drawn anew: so there are many cases in which all but one of a clause's conditions hold.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from random import Random
from typing import assert_never

import attrs

from policyc.core.actions import Ground, Pattern
from policyc.core.axes import Axis, Members, Numbers, Value, YesNo
from policyc.core.conditions import (
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
    atoms,
    axes_of,
)
from policyc.core.numbers import Interval, Number, NumberSet, exact
from policyc.space.grid.joint import Joint, conditions_of
from policyc.space.grid.ordinary import closest

_HALF = 0.5
_SELDOM = 0.2
_SMALL = Fraction(1, 60)
"""The distance from a threshold where every number is possible: a minute, of an hour."""

_FAR = 10
_PARTS = 1000
"""Into how many parts a range is divided where any number of it may be drawn."""

_LEADS = 2
"""How often a case is led to an aim: what one part of a condition needs, another may undo."""


@attrs.frozen(eq=False)
class Aim:
    """Where to lead cases: some actions, and a condition that should hold."""

    actions: tuple[Ground, ...]
    guard: Condition


@attrs.frozen(eq=False)
class Drawing:
    """What cases are drawn from: the axes that policies ask about, each with its thresholds.

    `aims` come in groups, each of which is taken as often as another.
    """

    axes: Mapping[str, Axis]
    thresholds: Mapping[str, tuple[Number, ...]]
    aims: tuple[tuple[Aim, ...], ...]
    actions: tuple[Ground, ...]

    def draw(self, random: Random) -> tuple[Ground, dict[str, Value]]:
        """An action and a value for each axis."""
        case = {key: self._value(random, axis) for key, axis in self.axes.items()}
        if not self.aims or random.random() < _SELDOM:
            return random.choice(self.actions), case
        aim = random.choice(random.choice(self.aims))
        wanted = random.random() > _SELDOM
        for _ in range(_LEADS):
            _lead(random, self.axes, case, aim.guard, wanted)
        return random.choice(aim.actions), self.near(random, case)

    def beside(self, random: Random, case: Mapping[str, Value]) -> tuple[Ground, dict[str, Value]]:
        """An action and a case that is another one in a fact or two."""
        anew = random.sample(list(self.axes), min(random.randint(1, 2), len(self.axes)))
        drawn = {key: self._value(random, self.axes[key]) for key in anew}
        return random.choice(self.actions), {**case, **drawn}

    def near(self, random: Random, case: Mapping[str, Value]) -> dict[str, Value]:
        """A case with none to two of its facts drawn anew, those that it lacks drawn too."""
        anew = random.sample(list(self.axes), min(random.randrange(3), len(self.axes)))
        return {
            key: self._value(random, axis) if key in anew or key not in case else case[key]
            for key, axis in self.axes.items()
        }

    def _value(self, random: Random, axis: Axis) -> Value:
        match axis.domain:
            case YesNo():
                return random.random() < _HALF
            case Members(kind):
                return random.choice(kind.members)
            case Numbers() as domain:
                if domain.optional and random.random() < _SELDOM:
                    return None
                return _number(random, domain, self.thresholds.get(axis.key, ()))


def _number(random: Random, domain: Numbers, thresholds: Sequence[Number]) -> Number:
    if thresholds and random.random() > _SELDOM:
        step = _SMALL if domain.step is None else domain.step
        return _within(domain, random.choice(thresholds) + random.choice((-1, 0, 0, 1)) * step)
    reach: Number = _FAR
    for threshold in thresholds:
        reach = max(reach, threshold, -threshold)
    low, high = domain.lower or 0, 2 * reach + 1
    if domain.upper is not None:
        high = min(high, domain.upper)
    part = (high - low) * random.randint(0, _PARTS)
    return _within(
        domain, low + (Fraction(part, _PARTS) if domain.step is None else part // _PARTS)
    )


def _within(domain: Numbers, value: Number) -> Number:
    """The number, or the nearest one that the domain admits."""
    if domain.step is not None:
        value = value // domain.step * domain.step
    if domain.lower is not None:
        value = max(value, domain.lower)
    if domain.upper is not None:
        value = min(value, domain.upper)
    return exact(value)


def _lead(
    random: Random,
    axes: Mapping[str, Axis],
    case: dict[str, Value],
    condition: Condition,
    wanted: bool,
) -> None:
    """Changes a case so that a condition holds, or does not, as far as its parts let it."""
    match condition:
        case Constant():
            pass
        case Holds(key):
            case[key] = wanted
        case Among(key, members):
            domain = axes[key].domain
            assert isinstance(domain, Members), f"{key} takes no members"
            chosen = [m for m in domain.kind.members if (m in members) == wanted]
            case[key] = random.choice(chosen) if chosen else case[key]
        case Within(key, numbers):
            case[key] = _some(random, axes[key], numbers if wanted else numbers.complement(), case)
        case Linear(form, numbers):
            _put(random, axes, case, form, numbers if wanted else numbers.complement())
        case Not(part):
            _lead(random, axes, case, part, not wanted)
        case All(parts) | AnyOf(parts):
            every = isinstance(condition, All) == wanted
            for part in parts if every else [random.choice(parts)]:
                _lead(random, axes, case, part, wanted)
        case _:
            assert_never(condition)


def _some(random: Random, axis: Axis, numbers: NumberSet, case: Mapping[str, Value]) -> Value:
    """A number of a set, mostly at one of its ends; what the case has where there is none."""
    domain = axis.domain
    assert isinstance(domain, Numbers), f"{axis.key} is no number"
    inside = _possible(domain, numbers)
    if not inside:
        return case[axis.key]
    interval = random.choice(inside)
    ends = [end for end in (interval.lower, interval.upper) if end is not None]
    wish = random.choice(ends) if ends and random.random() > _SELDOM else random.randrange(2 * _FAR)
    return closest(domain, interval, wish)


@lru_cache(maxsize=1000)
def _possible(domain: Numbers, numbers: NumberSet) -> tuple[Interval, ...]:
    """The intervals of a set in which the domain has a number."""
    inside = (interval.meet(domain.interval) for interval in numbers.intervals)
    step = domain.step
    return tuple(i for i in inside if not (i if step is None else i.on_grid(step)).empty)


def _put(
    random: Random,
    axes: Mapping[str, Axis],
    case: dict[str, Value],
    form: LinearForm,
    numbers: NumberSet,
) -> None:
    """Changes one part of a sum so that the sum is about an end of the set."""
    ends = [end for interval in numbers.intervals for end in _ends(interval)]
    key, factor = random.choice(form.parts)
    domain = axes[key].domain
    if not ends or not isinstance(domain, Numbers):
        return
    rest = Fraction(random.choice(ends))
    for other, times in form.parts:
        value = case[other]
        if other != key and isinstance(value, int | Fraction):
            rest -= times * Fraction(value)
    step = _SMALL if domain.step is None else Fraction(domain.step)
    case[key] = _within(domain, rest / factor + random.choice((-1, 0, 1)) * step)


def _ends(interval: Interval) -> list[Number]:
    return [end for end in (interval.lower, interval.upper) if end is not None]


def drawing(
    joint: Joint, actions: Sequence[str], targets: Iterable[tuple[Pattern, Condition]] = ()
) -> Drawing:
    """What to draw the cases of some policies from, about these actions.

    Cases are led to clauses and to `targets`: actions and joint conditions.
    """
    conditions = [
        joint.condition(number, condition)
        for number, policy in enumerate(joint.policies)
        for condition in conditions_of(policy)
    ]
    used = {key for condition in conditions for key in axes_of(condition)}
    grounds = tuple(g for name in actions for g in joint.vocabulary.actions[name].ground())
    return Drawing(
        {key: axis for key, axis in joint.axes.items() if key in used},
        _thresholds(conditions),
        tuple(filter(None, (_aims(grounds, _clauses(joint)), _aims(grounds, targets)))),
        grounds,
    )


def _thresholds(conditions: Iterable[Condition]) -> dict[str, tuple[Number, ...]]:
    found: dict[str, dict[Number, None]] = {}
    for atom in (atom for condition in conditions for atom in atoms(condition)):
        if isinstance(atom, Within):
            for interval in atom.numbers.intervals:
                found.setdefault(atom.axis, {}).update(dict.fromkeys(_ends(interval)))
    return {key: tuple(numbers) for key, numbers in found.items()}


def _clauses(joint: Joint) -> Iterator[tuple[Pattern, Condition]]:
    """The actions and guards of all clauses and defaults."""
    for number, policy in enumerate(joint.policies):
        for clause in (*policy.clauses, *policy.defaults):
            yield clause.pattern, joint.condition(number, clause.guard)


def _aims(
    grounds: Sequence[Ground], targets: Iterable[tuple[Pattern, Condition]]
) -> tuple[Aim, ...]:
    """The targets that some of the actions belong to."""
    found = (
        Aim(tuple(ground for ground in grounds if pattern.covers(ground)), guard)
        for pattern, guard in targets
    )
    return tuple(aim for aim in found if aim.actions)
