"""The grid: every axis cut into cells at the values that some condition asks about.

No condition tells two values of one cell apart. A set of values is a *mask*: an integer whose bit
`i` stands for cell `i`. What has cells is a *subject*: an axis, or the value of a linear form.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import ceil, floor, gcd, lcm
from typing import TypeAlias, assert_never

import attrs

from policyc.core.axes import Axis, Domain, Members, Numbers, Unit, YesNo
from policyc.core.conditions import (
    Among,
    Atom,
    Condition,
    Holds,
    Linear,
    LinearForm,
    Within,
    atoms,
)
from policyc.core.numbers import Interval, Number, NumberSet, exact

Name: TypeAlias = str | LinearForm
"""What a subject is known by: an axis key, or a form over several."""

Cut: TypeAlias = tuple[Number, int]
"""Where two cells meet: just before a value (0) or just after it (1)."""


@attrs.frozen(eq=False)
class Subject:
    """What conditions ask about, and its cells.

    Yes/no: no, yes. Members: in the kind's order. Numbers: the cells between ascending `cuts`, and
    last, where the domain is optional, the cell *never*.
    """

    number: int
    name: Name
    domain: Domain
    cuts: tuple[Cut, ...] = ()

    @property
    def size(self) -> int:
        """How many cells there are."""
        match self.domain:
            case YesNo():
                return 2
            case Members(kind):
                return len(kind.members)
            case Numbers(optional=optional):
                return len(self.cuts) + 1 + optional
            case _:
                assert_never(self.domain)

    @property
    def full(self) -> int:
        """The mask of every cell."""
        return (1 << self.size) - 1

    @property
    def never(self) -> int:
        """The mask of the cell *never*; 0 where there is none."""
        optional = isinstance(self.domain, Numbers) and self.domain.optional
        return 1 << len(self.cuts) + 1 if optional else 0

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the axes that the value is read from."""
        if isinstance(self.name, str):
            return (self.name,)
        return tuple(key for key, _ in self.name.parts)

    def runs(self, mask: int) -> Iterator[tuple[int, int]]:
        """The maximal runs of neighbouring numeric cells of a mask: first and last, ascending."""
        mask &= ~self.never
        while mask:
            first = (mask & -mask).bit_length() - 1
            beyond = (mask >> first) + 1
            last = first + (beyond & -beyond).bit_length() - 2
            yield first, last
            mask &= -(1 << last + 1)


Grid: TypeAlias = Mapping[Name, Subject]


def grid_of(axes: Mapping[str, Axis], conditions: Iterable[Condition]) -> Grid:
    """The subjects of some conditions, cut where one of them asks; in the order first met."""
    asked: dict[Name, dict[NumberSet, None]] = {}
    seen: set[Atom] = set()
    for condition in conditions:
        for atom in atoms(condition):
            if atom in seen:
                continue
            seen.add(atom)
            sets = asked.setdefault(name_of(atom), {})
            if isinstance(atom, Within | Linear):
                sets[atom.numbers] = None
    return {
        name: _subject(number, name, domain_of(axes, name), sets)
        for number, (name, sets) in enumerate(asked.items())
    }


def name_of(atom: Atom) -> Name:
    """The subject that an atom asks about."""
    match atom:
        case Holds(axis) | Among(axis, _) | Within(axis, _):
            return axis
        case Linear(form, _):
            return form
        case _:
            assert_never(atom)


def mask_of(subject: Subject, atom: Atom) -> int:
    """The cells in which an atom about the subject holds."""
    match atom:
        case Holds():
            return 0b10
        case Among(_, members):
            kind = subject.domain.kind if isinstance(subject.domain, Members) else None
            return sum(1 << i for i, m in enumerate(kind.members if kind else ()) if m in members)
        case Within(_, numbers) | Linear(_, numbers):
            return _mask_of_numbers(subject, numbers)
        case _:
            assert_never(atom)


def domain_of(axes: Mapping[str, Axis], name: Name) -> Domain:
    """The domain of an axis, or the numbers that a form may reach; *never* where a part is."""
    if isinstance(name, str):
        return axes[name].domain
    parts = [(number_domain(axes[key]), Fraction(factor)) for key, factor in name.parts]
    ends = [(d.lower, d.upper) if f > 0 else (d.upper, d.lower) for d, f in parts]
    factors = [factor for _, factor in parts]
    return Numbers(
        Unit.NUMBER,
        _total([low for low, _ in ends], factors),
        _total([high for _, high in ends], factors),
        _common_step([(domain.step, factor) for domain, factor in parts]),
        optional=any(domain.optional for domain, _ in parts),
    )


def number_domain(axis: Axis) -> Numbers:
    """The domain of a numeric axis. Raises `TypeError`."""
    if not isinstance(axis.domain, Numbers):
        raise TypeError(f"{axis.key} is no number")
    return axis.domain


def _total(ends: Sequence[Number | None], factors: Sequence[Fraction]) -> Number | None:
    known = [end * factor for end, factor in zip(ends, factors, strict=True) if end is not None]
    return exact(sum(known, Fraction(0))) if len(known) == len(ends) else None


def _common_step(steps: Sequence[tuple[Number | None, Fraction]]) -> Number | None:
    """The largest step that the multiples of all steps lie on."""
    found = [Fraction(step) * factor for step, factor in steps if step is not None]
    if len(found) < len(steps):
        return None
    shared = lcm(*(step.denominator for step in found))
    return exact(Fraction(gcd(*(int(step * shared) for step in found)), shared))


def _subject(number: int, name: Name, domain: Domain, sets: Iterable[NumberSet]) -> Subject:
    cuts: set[Cut] = set()
    if isinstance(domain, Numbers):
        for numbers in sets:
            for low, high in _ends(domain, numbers):
                cuts.update(cut for cut in (low, high) if cut is not None)
    return Subject(number, name, domain, tuple(sorted(cuts)))


def _mask_of_numbers(subject: Subject, numbers: NumberSet) -> int:
    if not isinstance(subject.domain, Numbers):
        raise TypeError(f"{subject.name} takes no numbers")
    mask = 0
    for low, high in _ends(subject.domain, numbers):
        first = 0 if low is None else bisect_right(subject.cuts, low)
        last = len(subject.cuts) if high is None else bisect_left(subject.cuts, high)
        mask |= (1 << last + 1) - (1 << first)
    return mask


def _ends(domain: Numbers, numbers: NumberSet) -> Iterator[tuple[Cut | None, Cut | None]]:
    """The cuts around each interval that meets the domain; `None` at or beyond a bound of it."""
    first = None if domain.lower is None else _cut(domain.step, domain.lower, after=False)
    last = None if domain.upper is None else _cut(domain.step, domain.upper, after=True)
    for interval in numbers.intervals:
        low, high = _cuts_of(domain.step, interval)
        if low is not None and first is not None and low <= first:
            low = None
        if high is not None and last is not None and high >= last:
            high = None
        if _has_room(low or first, high or last):
            yield low, high


def _cuts_of(step: Number | None, interval: Interval) -> tuple[Cut | None, Cut | None]:
    low, high = interval.lower, interval.upper
    return (
        None if low is None else _cut(step, low, after=interval.lower_open),
        None if high is None else _cut(step, high, after=not interval.upper_open),
    )


def _has_room(low: Cut | None, high: Cut | None) -> bool:
    return low is None or high is None or low < high


def _cut(step: Number | None, value: Number, *, after: bool) -> Cut:
    """The cut before or after a value; on a stepped axis at a whole number, where that can be."""
    if step is None:
        return value, int(after)
    if step == 1 and isinstance(value, int):
        return value + after, 0
    quotient = Fraction(value) / step
    following = exact((floor(quotient) + 1 if after else ceil(quotient)) * Fraction(step))
    previous = exact(Fraction(following) - step)
    if isinstance(following, int) or not isinstance(previous, int):
        return following, 0
    return previous, 1
