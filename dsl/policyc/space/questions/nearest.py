"""The nearest case with another verdict: as few facts changed as can be, each by little."""

from collections.abc import Mapping, Sequence
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
from policyc.space.questions.instances import Instances, Terms
from policyc.space.questions.local import Local
from policyc.space.relative import settled
from policyc.space.theory.simplex import Open
from policyc.space.theory.witness import choose
from policyc.space.undecided import BudgetSpent, Undecided

SUBSETS = 4_000
"""How many sets of facts to change are tried before the question stays open."""
ROUNDS = 12
"""How many values of the open terms are taken together before one of them has to do."""
A_TRIFLE = Fraction(1, 10**15)
"""What it costs to state a fact that the case leaves out: less than any change."""


@attrs.frozen
class Change:
    """A fact that would have to be otherwise; `stated` says whether the case had it at all."""

    key: str
    before: Value
    after: Value
    stated: bool


@attrs.frozen
class Nearest:
    """The changes that give the verdict, and the case after them.

    The verdict is that one in every completion of the case. `terms` holds the values of open terms
    without which it would not be: none where the changes suffice for all of them.
    """

    changes: tuple[Change, ...]
    case: Mapping[str, Value]
    terms: Terms


def nearest(
    policy: Policy, action: Ground, case: Mapping[str, Value], wanted: Verdict
) -> Nearest | Undecided | None:
    """The nearest case where the policy gives the wanted verdict, confirmed by `meaning`.

    Facts that the case leaves out may be anything and cost next to nothing; those that have to be
    stated are among the changes, with `stated` false. `None` where no change of facts gives the
    verdict.
    """
    try:
        return _Search(policy, action, wanted, settled(policy, action, case)).nearest()
    except _TooManyError:
        return Undecided("too many facts that could be changed")
    except (TooLarge, BudgetSpent):
        return Undecided("too many combinations of facts")


class _TooManyError(Exception):
    """There are more than `SUBSETS` sets of facts to change."""


@attrs.frozen
class _Search:
    """The search for changes of what is known that give a verdict."""

    policy: Policy
    action: Ground
    wanted: Verdict
    known: Mapping[str, Value]

    def nearest(self) -> Nearest | None:
        """The nearest changes that suffice for every value of the open terms, or else for some."""
        some = self._under([{}])
        if some is None:
            return None
        terms = {key: value for key, value in some.items() if self._is_term(key)}
        first = some if not terms else self._under([terms]) or some
        return self._told(self._fewest(self._for_all(first, terms) or {**first, **terms}))

    def _for_all(self, first: Mapping[str, Value], terms: Terms) -> dict[str, Value] | None:
        """The nearest changes that suffice for every value of the open terms.

        Values for which changes do not suffice are taken together with those before, until there
        are none.
        """
        facts, against = self._facts(first), [terms]
        while (other := self._otherwise(facts)) is not None:
            against.append({key: value for key, value in other.items() if self._is_term(key)})
            found = self._under(against) if against[-1] and len(against) < ROUNDS else None
            if found is None:
                return None
            facts = self._facts(found)
        return facts

    def _is_term(self, key: str) -> bool:
        return isinstance(self.policy.axes[key].origin, OpenTerm) and key not in self.known

    def _facts(self, values: Mapping[str, Value]) -> dict[str, Value]:
        return {key: value for key, value in values.items() if not self._is_term(key)}

    def _under(self, ways: Sequence[Terms]) -> dict[str, Value] | None:
        """What is known after the nearest changes that suffice under each of some terms."""
        tried = 0
        relevant = self._relevant()
        for count in range(len(relevant) + 1):
            found: list[tuple[Fraction, dict[str, Value]]] = []
            for changed in combinations(relevant, count):
                tried += 1
                if tried > SUBSETS:
                    raise _TooManyError
                answer = self._changing(changed, ways)
                if answer is not None:
                    found.append(answer)
            if found:
                return min(found, key=lambda pair: pair[0])[1]
        return None

    def _relevant(self) -> list[str]:
        """The known facts that bear on the action, in the policy's order."""
        asked = {axis.name for axis in Local(self.policy, self.action, {}).grid.axes}
        return [
            key
            for key, axis in self.policy.axes.items()
            if key in self.known and key in asked and not isinstance(axis.origin, OpenTerm)
        ]

    def _changing(
        self, changed: tuple[str, ...], ways: Sequence[Terms]
    ) -> tuple[Fraction, dict[str, Value]] | None:
        """The best case that differs from what is known in some of these facts only; its cost."""
        kept = {key: value for key, value in self.known.items() if key not in changed}
        instances = Instances(self.policy, self.action, kept, ways)
        found = _best(instances.local, instances.all_say(self.wanted), self.known)
        return None if found is None else (found[0], {**kept, **found[1]})

    def _otherwise(self, facts: Mapping[str, Value]) -> dict[str, Value] | None:
        """A completion with another verdict; `None` where the facts suffice."""
        local = Local(self.policy, self.action, facts)
        others = local.diagrams.mapped(lambda verdict: verdict is not self.wanted, local.verdict)
        found = _best(local, others, {})
        return None if found is None else found[1]

    def _fewest(self, values: dict[str, Value]) -> dict[str, Value]:
        """Without what need not be stated: each value is dropped that the others do without."""
        kept = dict(values)
        for key in sorted(values.keys() - self.known.keys(), key=list(self.policy.axes).index):
            fewer = {other: value for other, value in kept.items() if other != key}
            if self._otherwise(fewer) is None:
                kept = fewer
        return kept

    def _told(self, values: Mapping[str, Value]) -> Nearest:
        case = {**self.known, **values}
        outcome = decide(self.policy, self.action, self._completion(case))
        if outcome.verdict is not self.wanted:
            raise AssertionError(f"{self.action} is {outcome.verdict} in {case}")
        changes = [
            Change(key, self.known.get(key), value, key in self.known)
            for key, value in values.items()
            if not self._is_term(key) and (key not in self.known or self.known[key] != value)
        ]
        terms = {key: value for key, value in values.items() if self._is_term(key)}
        return Nearest(tuple(changes), case, terms)

    def _completion(self, case: Mapping[str, Value]) -> dict[str, Value]:
        """One complete case with the verdict; of what nothing turns on it has any value."""
        local = Local(self.policy, self.action, case)
        sought = local.diagrams.mapped(lambda verdict: verdict is self.wanted, local.verdict)
        found = _best(local, sought, {})
        whole = {**case, **(found[1] if found else {})}
        values = {key: _some(axis.domain) for key, axis in self.policy.axes.items()}
        same = {key: whole[name] for key, name in local.names.items() if name in whole}
        return {**values, **same, **whole}


def _best(
    local: Local, node: int, known: Mapping[str, Value]
) -> tuple[Fraction, dict[str, Value]] | None:
    """The case where a diagram is true that is nearest to what is known, and its cost."""
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
    return cost, {str(local.grid.axes[place].name): value for place, value in chosen.items()}


def _cheapest(
    local: Local, known: Mapping[str, Value], node: int
) -> tuple[Fraction, dict[int, int]] | None:
    """The box where the diagram is true nearest to what is known."""

    def cost(level: int, cell: int) -> Fraction:
        axis = local.grid.axes[local.order[level]]
        return _distance(axis, cell, known[str(axis.name)]) if axis.name in known else A_TRIFLE

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


def _some(domain: Domain) -> Value:
    if isinstance(domain, Numbers) and not domain.optional:
        return ordinary(domain, Interval(domain.lower, domain.upper), free=True)
    return wish(domain)
