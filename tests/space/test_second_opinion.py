"""Equivalence as an independent solver sees it: z3, given the definition as a formula."""

from fractions import Fraction
from random import Random

import pytest
import z3

from policyc.core.actions import Ground
from policyc.core.axes import Axis, Members, Numbers, YesNo
from policyc.core.conditions import (
    All,
    Among,
    AnyOf,
    Condition,
    Constant,
    Holds,
    Linear,
    Not,
    Within,
)
from policyc.core.numbers import Number, NumberSet
from policyc.core.policy import Clause, Effect, Policy
from policyc.space.questions.relation import difference
from policyc.space.space import Space
from tests.space.test_regions import pair_of
from tests.strategies.core import DENSE, FACTS, TERMS, Shape, grounds
from tests.strategies.edits import rewritten

SHAPE = Shape(axes=FACTS + DENSE + TERMS, rules=5, depth=2)
RULING = (Effect.ALLOW, Effect.FORBID, Effect.REQUIRE)


class Formula:
    """Policies as z3 formulas over one set of variables."""

    def __init__(self, axes: dict[str, Axis]) -> None:
        self.axes = axes
        self.numbers = {k: z3.Real(k) for k, a in axes.items() if isinstance(a.domain, Numbers)}
        self.truths = {k: z3.Bool(k) for k, a in axes.items() if isinstance(a.domain, YesNo)}
        self.members = {k: z3.Int(k) for k, a in axes.items() if isinstance(a.domain, Members)}

    def domains(self) -> z3.BoolRef:
        """That every variable is in its domain and on its step."""
        held = []
        for key, axis in self.axes.items():
            match axis.domain:
                case YesNo():
                    pass
                case Members(kind):
                    held += [self.members[key] >= 0, self.members[key] < len(kind.members)]
                case Numbers(lower=lower, upper=upper, step=step):
                    number = self.numbers[key]
                    held += [] if lower is None else [number >= _real(lower)]
                    held += [] if upper is None else [number <= _real(upper)]
                    if step is not None:
                        held.append(z3.IsInt(number / _real(step)))
        return z3.And(held)

    def holds(self, condition: Condition) -> z3.BoolRef:
        """A condition as a formula."""
        match condition:
            case Constant(value):
                return z3.BoolVal(value)
            case Holds(key):
                return self.truths[key]
            case Among(key, members):
                domain = self.axes[key].domain
                assert isinstance(domain, Members)
                places = [i for i, m in enumerate(domain.kind.members) if m in members]
                return z3.Or([self.members[key] == i for i in places])
            case Within(key, numbers):
                return _within(self.numbers[key], numbers)
            case Linear(form, numbers):
                total = z3.Sum([_real(f) * self.numbers[key] for key, f in form.parts])
                return _within(total, numbers)
            case Not(part):
                return z3.Not(self.holds(part))
            case All(parts):
                return z3.And([self.holds(part) for part in parts])
            case AnyOf(parts):
                return z3.Or([self.holds(part) for part in parts])

    def live(self, policy: Policy, action: Ground) -> list[tuple[Clause, z3.BoolRef]]:
        """Where each clause that covers the action is live, defaults too."""
        covering = [c for c in policy.clauses if c.pattern.covers(action)]
        known: dict[int, z3.BoolRef] = {}

        def live(i: int) -> z3.BoolRef:
            if i not in known:
                over = [j for j, c in enumerate(covering) if covering[i].rule in c.overrides]
                known[i] = z3.And([self.holds(covering[i].guard), *(z3.Not(live(j)) for j in over)])
            return known[i]

        found = [(c, live(i)) for i, c in enumerate(covering)]
        silent = z3.Not(z3.Or([where for c, where in found if c.effect in RULING]))
        acting = [c for c in policy.defaults if c.pattern.covers(action)]
        return found + [(c, z3.And(silent, self.holds(c.guard))) for c in acting]

    def outcome(self, policy: Policy, action: Ground) -> tuple[z3.ArithRef, z3.BoolRef]:
        """The verdict as a number, and whether it can be rebutted."""
        live = self.live(policy, action)

        def some(effects: tuple[Effect, ...], firm: bool = False) -> z3.BoolRef:
            chosen = [w for c, w in live if c.effect in effects and not (firm and c.rebuttable)]
            return z3.Or(chosen)

        verdict, soft = z3.IntVal(0), z3.BoolVal(False)
        for number, effect in enumerate(reversed(Effect), 1):
            verdict = z3.If(some((effect,)), z3.IntVal(number), verdict)
            soft = z3.If(some((effect,)), z3.Not(some((effect,), True)), soft)
        both = (Effect.FORBID, Effect.REQUIRE)
        clash = z3.And(some(both[:1]), some(both[1:]))
        return z3.If(clash, 9, verdict), z3.If(clash, z3.Not(some(both, True)), soft)


def _real(number: Number) -> z3.RatNumRef:
    exact = Fraction(number)
    return z3.Q(exact.numerator, exact.denominator)


def _within(term: z3.ArithRef, numbers: NumberSet) -> z3.BoolRef:
    found = []
    for i in numbers.intervals:
        bounds = []
        if i.lower is not None:
            bounds.append(term > _real(i.lower) if i.lower_open else term >= _real(i.lower))
        if i.upper is not None:
            bounds.append(term < _real(i.upper) if i.upper_open else term <= _real(i.upper))
        found.append(z3.And(bounds))
    return z3.Or(found)


def same(left: Policy, right: Policy) -> bool:
    """Whether z3 finds no case where the two outcomes differ."""
    formula = Formula({**left.axes, **right.axes})
    solver = z3.Solver()
    solver.add(formula.domains())
    for policy in (left, right):
        solver.add([formula.holds(a.condition) for a in policy.assumptions])
    different = []
    for action in grounds():
        (mine, soft), (yours, gentle) = (formula.outcome(p, action) for p in (left, right))
        different.append(z3.Or(mine != yours, soft != gentle))
    solver.add(z3.Or(different))
    answer = solver.check()
    assert answer != z3.unknown
    return bool(answer == z3.unsat)


@pytest.mark.parametrize("seed", range(40))
def test_z3_agrees_whether_two_policies_are_the_same(seed: int) -> None:
    random = Random(seed)
    left, right = pair_of(random, SHAPE)
    if random.random() < 0.4:
        right = rewritten(random, left, SHAPE)
    assert (difference(Space((left, right))) is None) == same(left, right)
