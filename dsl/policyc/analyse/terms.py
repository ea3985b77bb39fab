"""Terms of several policies side by side: who publishes which value, and whose is stricter."""

from collections.abc import Sequence

import attrs

from policyc.core.axes import Direction, Members, Numbers, YesNo
from policyc.core.numbers import Number, exact
from policyc.core.policy import Policy, Term
from policyc.elaborate import units


@attrs.frozen
class TermRow:
    """What each policy says of a term; `None` where it says nothing.

    `strictest` holds the places of the policies that are at least as strict as every other one,
    by the direction that the term's declaration gives; empty where that cannot be said, or where
    all say the same.
    """

    name: str
    terms: tuple[Term | None, ...]
    strictest: tuple[int, ...]

    @property
    def differs(self) -> bool:
        """Whether not all policies say the same."""
        first, *rest = self.terms
        return any(not same_value(first, other) for other in rest)


def term_rows(policies: Sequence[Policy]) -> tuple[TermRow, ...]:
    """One row for each term that some policy mentions, in the order in which they are met."""
    names = dict.fromkeys(
        name for policy in policies for name, t in policy.terms.items() if t.mentioned
    )
    found = ((name, tuple(_mentioned(policy, name) for policy in policies)) for name in names)
    return tuple(TermRow(name, terms, strictest(terms)) for name, terms in found)


def _mentioned(policy: Policy, name: str) -> Term | None:
    term = policy.terms.get(name)
    return term if term is not None and term.mentioned else None


def same_value(left: Term | None, right: Term | None) -> bool:
    """Whether two policies publish the same: the same value, or one and the same open term."""
    if left is None or right is None:
        return left is right
    if (left.value is None) != (right.value is None):
        return False
    if left.value is None and left.declared_in != right.declared_in:
        return False
    mine, yours = _range(left), _range(right)
    if mine is None or yours is None:
        return (left.domain, left.value) == (right.domain, right.value)
    return mine == yours


def strictest(terms: Sequence[Term | None]) -> tuple[int, ...]:
    """The places of the terms at least as strict as every other.

    A known value beats silence, and one that is left open unless that is sure to be stricter: it
    binds, the others do not.
    """
    direction = next((t.direction for t in terms if t is not None and t.direction), None)
    if direction is None or all(same_value(terms[0], t) for t in terms[1:]):
        return ()
    return tuple(
        i
        for i, term in enumerate(terms)
        if all(_at_least_as_strict(term, other, direction) for other in terms)
    )


def _at_least_as_strict(term: Term | None, other: Term | None, direction: Direction) -> bool:
    """Whether a term binds as much as another."""
    if term is other or same_value(term, other):
        return True
    if term is None or other is None:
        return term is not None and term.value is not None
    if term.value is not None and other.value is None:
        return not _surely(other, term, direction)
    return _surely(term, other, direction)


def _surely(term: Term, other: Term, direction: Direction) -> bool:
    """Whether a term is as strict as another whatever the two turn out to be."""
    mine, yours = _range(term), _range(other)
    if mine is None or yours is None or mine.dimension != yours.dimension:
        return False
    if direction is Direction.MORE:
        return mine.lower is not None and yours.upper is not None and mine.lower >= yours.upper
    return mine.upper is not None and yours.lower is not None and mine.upper <= yours.lower


@attrs.frozen
class _Range:
    """The least and the largest value that a term can have, in base units of its dimension."""

    dimension: str
    lower: Number | None
    upper: Number | None


def _range(term: Term) -> _Range | None:
    match term.domain:
        case YesNo() | Members():
            return None
        case Numbers(unit=unit):
            scale = units.exact_base(unit)
            lower = None if term.lower is None else exact(term.lower * scale)
            upper = None if term.upper is None else exact(term.upper * scale)
            return _Range(units.dimension(unit), lower, upper)
