"""Rows: the Python expression that looks up the row of a value's cell.

A table that is indexed by the value itself where its domain is small, a search among the cuts
otherwise.
"""

import ast
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from fractions import Fraction
from math import gcd, lcm
from typing import assert_never

import attrs

from policyc.core.axes import Members, Numbers, YesNo
from policyc.engines.python.comparing import Reading, constant
from policyc.engines.python.grid import Subject

_LARGEST_TABLE = 4096
"""A table that is indexed by the value has at most so many entries."""


@attrs.frozen(eq=False)
class Tables:
    """The objects that generated code finds under global names."""

    named: dict[str, object] = attrs.field(factory=dict)

    def add(self, value: object) -> ast.expr:
        """The name that the object gets."""
        name = f"table{len(self.named)}"
        self.named[name] = value
        return ast.Name(name, ast.Load())

    def row(self, subject: Subject, rows: Sequence[int], value: Reading) -> ast.expr:
        """The expression of the row of the cell that a value lies in."""
        match subject.domain:
            case YesNo():
                return ast.IfExp(value(), constant(rows[1]), constant(rows[0]))
            case Members(kind):
                by_member = dict(zip(kind.members, rows, strict=True))
                return _at(self.add(by_member), value())
            case Numbers() if subject.never:
                known = ast.Compare(value(), [ast.IsNot()], [constant(None)])
                return ast.IfExp(known, self._number(subject, rows, value), constant(rows[-1]))
            case Numbers():
                return self._number(subject, rows, value)
            case _:
                assert_never(subject.domain)

    def _number(self, subject: Subject, rows: Sequence[int], value: Reading) -> ast.expr:
        indexed = _indexed(subject, rows)
        if indexed is not None:
            lower, width, table = indexed
            place = value() if not lower else ast.BinOp(value(), ast.Sub(), constant(lower))
            if width > 1 or not _is_whole(subject):
                place = ast.BinOp(place, ast.FloorDiv(), constant(width))
            return _at(self.add(table), place)
        return self._searched(subject, rows, value)

    def _searched(self, subject: Subject, rows: Sequence[int], value: Reading) -> ast.expr:
        scale = lcm(*(Fraction(cut[0]).denominator for cut in subject.cuts))
        sides = {side for _, side in subject.cuts}
        values = sorted({int(cut[0] * scale) for cut in subject.cuts})
        bounds = self.add(values)
        if len(sides) == 1:
            search = self.add(bisect_left if sides == {1} else bisect_right)
            place: ast.expr = ast.Call(search, [bounds, _times(value(), scale)], [])
            return _at(self.add(tuple(rows)), place)
        # With cuts on both sides of values, a bound may be a cell of its own: the two searches
        # differ there, so their sum is odd at a bound and even between two.
        searches = [
            ast.Call(self.add(search), [bounds, _times(value(), scale)], [])
            for search in (bisect_left, bisect_right)
        ]
        places = [(bound, side) for bound in values for side in (0, 1)]
        cuts = [(int(cut[0] * scale), cut[1]) for cut in subject.cuts]
        table = (rows[0], *(rows[bisect_right(cuts, place)] for place in places))
        return _at(self.add(table), ast.BinOp(searches[0], ast.Add(), searches[1]))


def _indexed(subject: Subject, rows: Sequence[int]) -> tuple[int, int, tuple[int, ...]] | None:
    """A lower bound, a width, and the row of each range so wide from there; only if few are."""
    domain = subject.domain
    if not isinstance(domain, Numbers) or domain.lower is None or domain.upper is None:
        return None
    bounds = [domain.lower, *(cut[0] for cut in subject.cuts)]
    whole = [bound for bound in bounds if isinstance(bound, int)]
    if len(whole) < len(bounds) or any(side for _, side in subject.cuts):
        return None
    lower, *cuts = whole
    width = gcd(*(cut - lower for cut in cuts))
    count = (domain.upper - lower) // width + 1
    if count > _LARGEST_TABLE:
        return None
    starts = [lower + i * width for i in range(int(count))]
    return lower, width, tuple(rows[bisect_right(cuts, start)] for start in starts)


def _times(value: ast.expr, scale: int) -> ast.expr:
    return value if scale == 1 else ast.BinOp(value, ast.Mult(), constant(scale))


def _is_whole(subject: Subject) -> bool:
    """Whether every value is an `int`; a sum of fractions may be whole and is none."""
    domain = subject.domain
    is_axis = isinstance(subject.name, str)
    return is_axis and isinstance(domain, Numbers) and isinstance(domain.step, int)


def _at(table: ast.expr, place: ast.expr) -> ast.expr:
    return ast.Subscript(table, place, ast.Load())
