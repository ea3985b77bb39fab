"""Alternatives as people say them: `(a or b) and (c or d)` rather than four lines with an `and`.

Algebraic division of sums of products: R. K. Brayton, C. McMullen, *The decomposition and
factorization of Boolean expressions*, 1982.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

T = TypeVar("T", bound=Hashable)

MOST = 128
"""Of how many alternatives factors are looked for."""


def factors(alternatives: Sequence[Sequence[T]]) -> tuple[tuple[tuple[T, ...], ...], ...]:
    """Lists of shorter alternatives; the given ones are exactly what one of each list makes.

    Just the given list where there is no such way to say it. Everything keeps its order.
    """
    written = {frozenset(each): each for each in reversed(alternatives)}
    terms = tuple(reversed(written))
    order = list(dict.fromkeys(part for each in alternatives for part in each))
    found = _divided(terms, order) if len(terms) <= MOST else [terms]
    told = [tuple(_in_order(term, written) for term in each) for each in found]
    return tuple(sorted(told, key=lambda each: order.index(each[0][0])))


def _in_order(term: frozenset[T], written: Mapping[frozenset[T], Sequence[T]]) -> tuple[T, ...]:
    """The parts of a term as one of the alternatives has them."""
    whole = next(each for known, each in written.items() if term <= known)
    return tuple(part for part in whole if part in term)


def _divided(terms: tuple[frozenset[T], ...], order: Sequence[T]) -> list[tuple[frozenset[T], ...]]:
    """The factors of a sum of products, or the sum itself."""
    for divisor, quotient in _divisions(terms, order):
        if len(divisor) > 1 < len(quotient) and len(divisor) * len(quotient) == len(terms):
            return [*_divided(divisor, order), *_divided(quotient, order)]
    return [terms]


def _divisions(
    terms: tuple[frozenset[T], ...], order: Iterable[T]
) -> Iterator[tuple[tuple[frozenset[T], ...], tuple[frozenset[T], ...]]]:
    """For each part what stands beside it, and all that stands beside just that."""
    known = set(terms)
    for part in order:
        quotient = tuple(term - {part} for term in terms if part in term)
        if not quotient or not all(quotient):
            continue
        first = quotient[0]
        divisor = tuple(
            rest
            for term in terms
            if first < term
            and not any((rest := term - first) & each for each in quotient)
            and all(rest | each in known for each in quotient)
        )
        yield divisor, quotient
