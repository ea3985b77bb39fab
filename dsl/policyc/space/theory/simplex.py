"""Exact feasibility of linear constraints: a point, or the bounds that clash.

The general simplex of Dutertre and de Moura, "A Fast Linear-Arithmetic Solver for DPLL(T)" (CAV
2006), over rationals with an infinitesimal for strict bounds, with Bland's rule, and branch and
bound for variables that lie on a grid. Every row is a new variable with bounds of its own.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import floor
from typing import TypeAlias

import attrs

from policyc.core.numbers import Interval, Number, exact

Near: TypeAlias = tuple[Number, Number]
"""A number plus so many infinitesimals."""

Bound: TypeAlias = tuple[int, bool]
"""A variable and which of its bounds: the upper one where true."""

BRANCHES = 400
"""How many times one question may branch before it stays open."""


@attrs.frozen
class Point:
    """A solution: one value per variable, rows included."""

    values: tuple[Number, ...]


@attrs.frozen
class Clash:
    """Bounds that no point satisfies together."""

    bounds: frozenset[Bound]


@attrs.frozen
class Open:
    """The budget ran out."""


def quotient(left: Number, right: Number) -> Number:
    """The exact quotient, an `int` where it is whole: most rows have unit factors."""
    if isinstance(left, int) and isinstance(right, int) and left % right == 0:
        return left // right
    return exact(Fraction(left) / right)


def solve(
    rows: Sequence[Mapping[int, Number]],
    intervals: Sequence[Interval],
    steps: Sequence[Number | None],
    budget: int = BRANCHES,
) -> Point | Clash | Open:
    """A point with every variable in its interval and on its step, or bounds that clash.

    The first `len(steps)` intervals belong to the variables, the rest to the rows, each the sum of
    its variables with factors.
    """
    empty = next((i for i, interval in enumerate(intervals) if interval.empty), None)
    if empty is not None:
        return Clash(frozenset({(empty, False), (empty, True)}))
    tableau = _Tableau(rows, intervals, len(steps))
    return _branch(tableau, steps, [budget])


def _branch(
    tableau: "_Tableau", steps: Sequence[Number | None], budget: list[int]
) -> Point | Clash | Open:
    clash = tableau.check()
    if clash is not None:
        return Clash(clash)
    for variable, step in enumerate(steps):
        if step is None:
            continue
        value, tiny = tableau.value[variable]
        if tiny == 0 and (value % step == 0):
            continue
        if budget[0] <= 0:
            return Open()
        budget[0] -= 1
        below = floor(quotient(value, step)) - (tiny < 0 and value % step == 0)
        return _split(tableau, steps, budget, variable, exact(below * Fraction(step)), step)
    return Point(tableau.concrete())


def _split(
    tableau: "_Tableau",
    steps: Sequence[Number | None],
    budget: list[int],
    variable: int,
    below: Number,
    step: Number,
) -> Point | Clash | Open:
    """Solve with the variable at most `below`, then at least one step more."""
    clashes: set[Bound] = set()
    is_open = False
    for upper, limit in ((True, below), (False, below + step)):
        bounds = tableau.upper if upper else tableau.lower
        saved = bounds[variable]
        bounds[variable] = (exact(Fraction(limit)), 0)
        tableau.repair(variable)
        result = _branch(tableau, steps, budget)
        bounds[variable] = saved
        if isinstance(result, Point):
            return result
        if isinstance(result, Open):
            is_open = True
        elif (variable, upper) not in result.bounds:
            return result
        else:
            clashes |= result.bounds - ({(variable, upper)} if saved is None else set())
    return Open() if is_open else Clash(frozenset(clashes))


class _Tableau:
    """Basic variables as sums of the others, values within every nonbasic variable's bounds."""

    def __init__(
        self, rows: Sequence[Mapping[int, Number]], intervals: Sequence[Interval], variables: int
    ) -> None:
        self.lower: list[Near | None] = [
            None if i.lower is None else (i.lower, int(i.lower_open)) for i in intervals
        ]
        self.upper: list[Near | None] = [
            None if i.upper is None else (i.upper, -int(i.upper_open)) for i in intervals
        ]
        self.value: list[Near] = [(0, 0)] * len(intervals)
        for variable in range(variables):
            self.value[variable] = self._clipped(variable)
        self.rows: dict[int, dict[int, Number]] = {
            variables + i: dict(row) for i, row in enumerate(rows)
        }
        for basic in self.rows:
            self.value[basic] = self._sum(basic)

    def _clipped(self, variable: int) -> Near:
        value, low, high = self.value[variable], self.lower[variable], self.upper[variable]
        if low is not None and value < low:
            return low
        return high if high is not None and value > high else value

    def _sum(self, basic: int) -> Near:
        row = self.rows[basic]
        return (
            sum([f * self.value[v][0] for v, f in row.items()]),
            sum([f * self.value[v][1] for v, f in row.items()]),
        )

    def repair(self, variable: int) -> None:
        """Move a nonbasic variable back within its bounds."""
        if variable not in self.rows:
            target = self._clipped(variable)
            if target != self.value[variable]:
                self._move(variable, target)

    def _move(self, variable: int, target: Near) -> None:
        old = self.value[variable]
        change, tiny = target[0] - old[0], target[1] - old[1]
        self.value[variable] = target
        for basic, row in self.rows.items():
            factor = row.get(variable)
            if factor:
                value = self.value[basic]
                self.value[basic] = (value[0] + factor * change, value[1] + factor * tiny)

    def check(self) -> frozenset[Bound] | None:
        """Bring every variable within its bounds; or the bounds that clash."""
        for variable in range(len(self.value)):
            low, high = self.lower[variable], self.upper[variable]
            if low is not None and high is not None and low > high:
                return frozenset({(variable, False), (variable, True)})
            self.repair(variable)
        while True:
            basic = min((b for b in self.rows if self._violated(b)), default=None)
            if basic is None:
                return None
            low = self.lower[basic]
            rising = low is not None and self.value[basic] < low
            row = self.rows[basic]
            entering = min(
                (v for v, f in row.items() if self._can(v, (f > 0) == rising)), default=None
            )
            if entering is None:
                others = {(v, (f > 0) == rising) for v, f in row.items()}
                return frozenset(others | {(basic, not rising)})
            target = low if rising else self.upper[basic]
            assert target is not None  # only a bound that is there can be violated
            self._pivot(basic, entering, target)

    def _violated(self, variable: int) -> bool:
        return self._clipped(variable) != self.value[variable]

    def _can(self, variable: int, rise: bool) -> bool:
        """Whether a nonbasic variable may still rise (or fall)."""
        bound = self.upper[variable] if rise else self.lower[variable]
        return bound is None or (
            self.value[variable] < bound if rise else self.value[variable] > bound
        )

    def _pivot(self, basic: int, entering: int, target: Near) -> None:
        factor = self.rows[basic][entering]
        value, old = self.value[basic], self.value[entering]
        moved = (
            old[0] + quotient(target[0] - value[0], factor),
            old[1] + quotient(target[1] - value[1], factor),
        )
        self._move(entering, moved)
        self.value[basic] = target
        row = self.rows.pop(basic)
        del row[entering]
        solved = {v: quotient(-f, factor) for v, f in row.items()}
        solved[basic] = quotient(1, factor)
        for other in self.rows.values():
            share = other.pop(entering, None)
            if share:
                for v, f in solved.items():
                    total = other.get(v, 0) + share * f
                    if total:
                        other[v] = total
                    else:
                        other.pop(v, None)
        self.rows[entering] = solved

    def concrete(self) -> tuple[Number, ...]:
        """The values with the infinitesimal made a number small enough for every bound."""
        tiny: Number = 1
        for (value, k), low, high in zip(self.value, self.lower, self.upper, strict=True):
            if low is not None and low[1] > k:
                tiny = min(tiny, quotient(value - low[0], low[1] - k))
            if high is not None and k > high[1]:
                tiny = min(tiny, quotient(high[0] - value, k - high[1]))
        return tuple(exact(value + k * tiny) if k else exact(value) for value, k in self.value)
