"""Comparing: the Python expression that a value lies in some cells of its subject.

Exact and quick for whole numbers: a bound that is no whole number is multiplied out, so that no
fraction is made where the value is none.
"""

import ast
from collections.abc import Callable, Sequence
from fractions import Fraction
from math import lcm
from typing import TypeAlias, assert_never

from policyc.core.axes import Members, Numbers, YesNo
from policyc.engines.python.grid import Cut, Subject

Reading: TypeAlias = Callable[[], ast.expr]
"""Gives the expression of a value for each place where it stands, in the order of evaluation."""


def lies_in(subject: Subject, mask: int, value: Reading) -> ast.expr:
    """The expression for some cells, not all, of a subject."""
    match subject.domain:
        case YesNo():
            return value() if mask >> 1 else negation(value())
        case Members(kind):
            return _among(kind.members, mask, value)
        case Numbers():
            return _within(subject, mask, value)
        case _:
            assert_never(subject.domain)


def negation(expression: ast.expr) -> ast.expr:
    """The expression that is true where this one is not."""
    return ast.UnaryOp(ast.Not(), expression)


def joined(operator: ast.boolop, parts: Sequence[ast.expr]) -> ast.expr:
    """The expressions, one or more, joined by `and` or `or`."""
    return parts[0] if len(parts) == 1 else ast.BoolOp(operator, list(parts))


def constant(value: int | str | bool | None) -> ast.expr:
    """A literal."""
    return ast.Constant(value)


def _among(members: Sequence[str], mask: int, value: Reading) -> ast.expr:
    chosen = [m for i, m in enumerate(members) if mask >> i & 1]
    others = [m for i, m in enumerate(members) if not mask >> i & 1]
    if len(others) < len(chosen):
        return _one_of(others, value, negated=True)
    return _one_of(chosen, value, negated=False)


def _one_of(constants: Sequence[int | str], value: Reading, *, negated: bool) -> ast.expr:
    if len(constants) == 1:
        operator: ast.cmpop = ast.NotEq() if negated else ast.Eq()
        return ast.Compare(value(), [operator], [constant(constants[0])])
    among = ast.Set([constant(c) for c in constants])
    return ast.Compare(value(), [ast.NotIn() if negated else ast.In()], [among])


def _within(subject: Subject, mask: int, value: Reading) -> ast.expr:
    never, numbers = mask & subject.never, mask & ~subject.never
    if not subject.never:
        return _numbers(subject, numbers, value)
    missing = ast.Compare(value(), [ast.Is() if never else ast.IsNot()], [constant(None)])
    if not numbers or numbers == subject.full & ~subject.never:
        return missing
    return ast.BoolOp(
        ast.Or() if never else ast.And(), [missing, _numbers(subject, numbers, value)]
    )


def _numbers(subject: Subject, mask: int, value: Reading) -> ast.expr:
    """Whether a number lies in the cells: some numeric ones, not all."""
    inside = list(subject.runs(mask))
    outside = list(subject.runs(subject.full & ~mask))
    for runs, negated in ((inside, False), (outside, True)):
        listed = _listed(subject, runs)
        if listed:
            return _one_of(listed, value, negated=negated)
    if len(outside) < len(inside):
        return negation(_any_run(subject, outside, value))
    return _any_run(subject, inside, value)


def _any_run(subject: Subject, runs: Sequence[tuple[int, int]], value: Reading) -> ast.expr:
    parts = [_between(subject, first, last, value) for first, last in runs]
    return joined(ast.Or(), parts)


def _listed(subject: Subject, runs: Sequence[tuple[int, int]]) -> list[int]:
    """The numbers of two or more runs of one whole number each; none where a run is longer."""
    step = subject.domain.step if isinstance(subject.domain, Numbers) else None
    if step != 1 or len(runs) < 2:  # noqa: PLR2004  # a single run is a comparison
        return []
    found = []
    for first, last in runs:
        if not first or last == len(subject.cuts):
            return []
        low, high = subject.cuts[first - 1][0], subject.cuts[last][0]
        if high - low != 1:
            return []
        found.append(int(low))
    return found


def _between(subject: Subject, first: int, last: int, value: Reading) -> ast.expr:
    low = subject.cuts[first - 1] if first else None
    high = subject.cuts[last] if last < len(subject.cuts) else None
    scale = lcm(*(Fraction(cut[0]).denominator for cut in (low, high) if cut is not None))
    number = value() if scale == 1 else ast.BinOp(value(), ast.Mult(), constant(scale))
    if low is not None and high is not None and _is_single(subject, low, high):
        return ast.Compare(number, [ast.Eq()], [_bound(low, scale)])
    if low is None or high is None:
        return _one_sided(number, low, high, scale)
    lower = ast.Lt() if low[1] else ast.LtE()
    return ast.Compare(_bound(low, scale), [lower, _below(high)], [number, _bound(high, scale)])


def _one_sided(number: ast.expr, low: Cut | None, high: Cut | None, scale: int) -> ast.expr:
    if low is not None:
        return ast.Compare(number, [ast.Gt() if low[1] else ast.GtE()], [_bound(low, scale)])
    if high is not None:
        return ast.Compare(number, [_below(high)], [_bound(high, scale)])
    raise ValueError("a run without an end is every number")


def _below(high: Cut) -> ast.cmpop:
    return ast.LtE() if high[1] else ast.Lt()


def _bound(cut: Cut, scale: int) -> ast.expr:
    return constant(int(cut[0] * scale))


def _is_single(subject: Subject, low: Cut, high: Cut) -> bool:
    """Whether the only number between two cuts is that of the lower one."""
    step = subject.domain.step if isinstance(subject.domain, Numbers) else None
    return high == (low[0], 1) or (low[1] == 0 and high == (low[0] + (step or 0), 0))
