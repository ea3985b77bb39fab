"""Conditions: and, or, not over atoms about axes.

There are four atoms. `Holds`, `Among` and `Within` speak of one axis, `Linear` of a sum of
several. An atom about an elapsed time is false where the event never happened, so `Not` of an
atom is not the atom with the other comparison.
"""

from collections.abc import Iterable, Iterator
from typing import TypeAlias, assert_never

import attrs

from policyc.core.numbers import Number, NumberSet


@attrs.frozen
class Constant:
    """Always or never."""

    value: bool


ALWAYS = Constant(True)
NEVER = Constant(False)


@attrs.frozen
class Holds:
    """A yes/no axis is yes."""

    axis: str


@attrs.frozen
class Among:
    """An axis of members is one of these."""

    axis: str
    members: frozenset[str]


@attrs.frozen
class Within:
    """A numeric axis lies in a set."""

    axis: str
    numbers: NumberSet


@attrs.frozen
class LinearForm:
    """A sum of axes with factors; axes sorted by key, factors not zero.

    Scaled so that the factors are whole, have no common divisor, and the first is positive.
    """

    parts: tuple[tuple[str, Number], ...]


@attrs.frozen
class Linear:
    """The value of a form over two or more axes lies in a set."""

    form: LinearForm
    numbers: NumberSet


@attrs.frozen
class Not:
    """The part does not hold."""

    part: "Condition"


@attrs.frozen
class All:
    """Every part holds; two or more."""

    parts: tuple["Condition", ...]


@attrs.frozen
class AnyOf:
    """Some part holds; two or more."""

    parts: tuple["Condition", ...]


Atom: TypeAlias = Holds | Among | Within | Linear
Condition: TypeAlias = "Constant | Holds | Among | Within | Linear | Not | All | AnyOf"


def conjoin(parts: Iterable[Condition]) -> Condition:
    """The conjunction, flat, without constants or repeated parts."""
    kept = _flatten(parts, All, NEVER)
    if isinstance(kept, Constant):
        return kept
    return ALWAYS if not kept else kept[0] if len(kept) == 1 else All(tuple(kept))


def disjoin(parts: Iterable[Condition]) -> Condition:
    """The disjunction, flat, without constants or repeated parts."""
    kept = _flatten(parts, AnyOf, ALWAYS)
    if isinstance(kept, Constant):
        return kept
    return NEVER if not kept else kept[0] if len(kept) == 1 else AnyOf(tuple(kept))


def _flatten(
    parts: Iterable[Condition], same: type[All] | type[AnyOf], decided: Constant
) -> list[Condition] | Constant:
    kept: dict[Condition, None] = {}
    for part in parts:
        if part == decided:
            return decided
        if isinstance(part, Constant):
            continue
        for piece in part.parts if isinstance(part, same) else (part,):
            kept[piece] = None
    return list(kept)


def negate(part: Condition) -> Condition:
    """The negation; double ones cancel."""
    match part:
        case Constant(value):
            return Constant(not value)
        case Not(inner):
            return inner
        case _:
            return Not(part)


def atoms(condition: Condition) -> Iterator[Atom]:
    """The atoms, from left to right, repeated ones too."""
    match condition:
        case Constant():
            return
        case Holds() | Among() | Within() | Linear():
            yield condition
        case Not(part):
            yield from atoms(part)
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from atoms(part)
        case _:
            assert_never(condition)


def axes_of(condition: Condition) -> Iterator[str]:
    """The keys of the axes that a condition asks about, from left to right, repeated ones too."""
    for atom in atoms(condition):
        if isinstance(atom, Linear):
            yield from (key for key, _ in atom.form.parts)
        else:
            yield atom.axis
