"""The nearest case with another verdict: as few facts changed as can be, each by little."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import combinations

import attrs

from policyc.core.actions import Ground
from policyc.core.axes import Domain, Numbers, OpenTerm, Value
from policyc.core.meaning import decide
from policyc.core.numbers import Interval
from policyc.core.policy import Policy, Verdict
from policyc.space.boxes.cheapest import cheapest
from policyc.space.boxes.diagram import TooLarge
from policyc.space.grid.grid import GridAxis
from policyc.space.grid.ordinary import ordinary, wish
from policyc.space.questions.local import Local
from policyc.space.relative import settled
from policyc.space.theory.simplex import Open
from policyc.space.theory.witness import choose
from policyc.space.undecided import BudgetSpent, Undecided

SUBSETS = 4_000
"""How many sets of facts to change are tried before the question stays open."""


@attrs.frozen
class Change:
    """A fact that would have to be otherwise; `stated` says whether the case had it at all."""

    key: str
    before: Value
    after: Value
    stated: bool


@attrs.frozen
class Nearest:
    """The changes that give the verdict, and the whole case after them."""

    changes: tuple[Change, ...]
    case: Mapping[str, Value]


def nearest(
    policy: Policy, action: Ground, case: Mapping[str, Value], wanted: Verdict
) -> Nearest | Undecided | None:
    """The nearest case where the policy gives the wanted verdict, confirmed by `meaning`.

    Facts that the case leaves out may be anything and cost nothing; those that had to be chosen are
    among the changes, with `stated` false. `None` where no change of facts gives the verdict.
    """
    known = settled(policy, action, case)
    try:
        relevant = _relevant(policy, action, known)
        tried = 0
        for count in range(len(relevant) + 1):
            found: list[tuple[Fraction, Nearest]] = []
            for changed in combinations(relevant, count):
                tried += 1
                if tried > SUBSETS:
                    return Undecided("too many facts that could be changed")
                answer = _without(policy, action, known, changed, wanted)
                if answer is not None:
                    found.append(answer)
            if found:
                return min(found, key=lambda pair: pair[0])[1]
    except (TooLarge, BudgetSpent):
        return Undecided("too many combinations of facts")
    return None


def _relevant(policy: Policy, action: Ground, known: Mapping[str, Value]) -> list[str]:
    """The known facts that bear on the action, in the policy's order."""
    asked = {axis.name for axis in Local(policy, action, {}).grid.axes}
    return [
        key
        for key in policy.axes
        if key in known and key in asked and not isinstance(policy.axes[key].origin, OpenTerm)
    ]


def _without(
    policy: Policy,
    action: Ground,
    known: Mapping[str, Value],
    changed: tuple[str, ...],
    wanted: Verdict,
) -> tuple[Fraction, Nearest] | None:
    """The best case that differs from what is known in some of these facts only, and its cost."""
    kept = {key: value for key, value in known.items() if key not in changed}
    local = Local(policy, action, kept)
    d = local.diagrams
    node = d.mapped(lambda verdict: verdict is wanted, local.verdict)
    if not local.possible(node):
        return None
    while True:
        cost, masks = _cheapest(local, known, node) or (Fraction(0), None)
        if masks is None:
            return None
        cells = {local.order[level]: mask for level, mask in masks.items()}
        denied = local.theory.check(cells)
        if isinstance(denied, Open):
            raise BudgetSpent
        if isinstance(denied, dict):
            break
        local.deny(denied)
    places = local.grid.places
    wishes = {places[key]: known[key] for key in known if key in places}
    chosen = choose(local.theory, cells, wishes)
    if chosen is None:
        raise BudgetSpent
    values = {str(local.grid.axes[place].name): value for place, value in chosen.items()}
    return cost, _confirmed(policy, action, known, values, wanted, local)


def _cheapest(
    local: Local, known: Mapping[str, Value], node: int
) -> tuple[Fraction, dict[int, int]] | None:
    """The box where the diagram is true nearest to what is known."""

    def cost(level: int, cell: int) -> Fraction:
        axis = local.grid.axes[local.order[level]]
        return _distance(axis, cell, known[str(axis.name)]) if axis.name in known else Fraction(0)

    return cheapest(local.diagrams, local.allowed(node), cost)


def _distance(axis: GridAxis, cell: int, value: Value) -> Fraction:
    """How far a cell is from a value, for its size; 1 from one member, or *never*, to another."""
    if cell == axis.cell_of(value):
        return Fraction(0)
    number = None if isinstance(value, bool | str) else value
    if number is None or axis.never >> cell & 1:
        return Fraction(1)
    interval = axis.exact_interval(cell, cell)
    low = 0 if interval.lower is None else interval.lower - number
    high = 0 if interval.upper is None else number - interval.upper
    return Fraction(max(low, high)) / (1 + max(number, -number))


def _confirmed(
    policy: Policy,
    action: Ground,
    known: Mapping[str, Value],
    values: Mapping[str, Value],
    wanted: Verdict,
    local: Local,
) -> Nearest:
    case = {**known, **values}
    for key, name in local.names.items():
        if name in case:
            case.setdefault(key, case[name])
    outcome = decide(policy, action, {**_anything(policy), **case})
    if outcome.verdict is not wanted:
        raise AssertionError(f"{action} is {outcome.verdict}, not {wanted}, in {case}")
    changes = [
        Change(key, known.get(key), value, key in known)
        for key, value in values.items()
        if key not in known or known[key] != value
    ]
    return Nearest(tuple(changes), case)


def _anything(policy: Policy) -> dict[str, Value]:
    """A value of every axis, for what a case need not state because nothing turns on it."""
    return {key: _some(axis.domain) for key, axis in policy.axes.items()}


def _some(domain: Domain) -> Value:
    if isinstance(domain, Numbers) and not domain.optional:
        return ordinary(domain, Interval(domain.lower, domain.upper), free=True)
    return wish(domain)
