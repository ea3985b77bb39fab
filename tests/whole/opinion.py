"""z3's opinion on a verdict: the policy as a formula, a case as values put in its place."""

from collections.abc import Mapping
from typing import Any

import attrs
import z3

from policyc.core.actions import Ground
from policyc.core.axes import Axis, Members, Numbers, Value, YesNo
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
from policyc.core.keys import grounded_key, is_relative
from policyc.core.numbers import Number, NumberSet
from policyc.core.policy import Clause, Effect, Policy, Verdict

_RANKED = (
    (Effect.FORBID, Verdict.FORBIDDEN),
    (Effect.REQUIRE, Verdict.REQUIRED),
    (Effect.DISCOURAGE, Verdict.DISCOURAGED),
    (Effect.RECOMMEND, Verdict.RECOMMENDED),
    (Effect.ALLOW, Verdict.ALLOWED),
)


@attrs.define(eq=False)
class Opinion:
    """The verdict on one action as a z3 number: the place of the verdict in `Verdict`."""

    policy: Policy
    action: Ground
    symbols: dict[str, Any] = attrs.field(factory=dict)
    never: dict[str, Any] = attrs.field(factory=dict)

    def formula(self) -> Any:
        """The verdict's place among all verdicts."""
        clauses = [c for c in self.policy.clauses if c.pattern.covers(self.action)]
        live = self._live(clauses)
        by_effect = {
            e: z3.Or([live[i] for i, c in enumerate(clauses) if c.effect is e]) for e in Effect
        }
        ruled = z3.Or([by_effect[e] for e in (Effect.ALLOW, Effect.FORBID, Effect.REQUIRE)])
        for default in self.policy.defaults:
            if default.pattern.covers(self.action):
                acts = z3.And(z3.Not(ruled), self._holds(default.guard))
                by_effect[default.effect] = z3.Or(by_effect[default.effect], acts)
        verdict = z3.IntVal(_place(Verdict.SILENT))
        for effect, given in reversed(_RANKED):
            verdict = z3.If(by_effect[effect], z3.IntVal(_place(given)), verdict)
        both = z3.And(by_effect[Effect.FORBID], by_effect[Effect.REQUIRE])
        return z3.If(both, z3.IntVal(_place(Verdict.CONFLICT)), verdict)

    def verdict(self, formula: Any, case: Mapping[str, Value]) -> Verdict:
        """The verdict in a complete case."""
        values = []
        for key, symbol in self.symbols.items():
            axis = self.policy.axes[key]
            value = case[key]
            if key in self.never:
                values.append((self.never[key], z3.BoolVal(value is None)))
            values.append((symbol, _constant(axis, 0 if value is None else value)))
        place: int = z3.simplify(z3.substitute(formula, values)).as_long()
        return list(Verdict)[place]

    def _live(self, clauses: list[Clause]) -> list[Any]:
        """For each clause: it applies, and no live clause overrides its rule."""
        live: dict[int, Any] = {}

        def of(place: int) -> Any:
            if place not in live:
                rule = clauses[place].rule
                above = [of(i) for i, c in enumerate(clauses) if rule in c.overrides]
                live[place] = z3.And(self._holds(clauses[place].guard), z3.Not(z3.Or(above)))
            return live[place]

        return [of(place) for place in range(len(clauses))]

    def _symbol(self, key: str) -> Any:
        if key not in self.symbols:
            axis = self.policy.axes[key]
            match axis.domain:
                case YesNo():
                    self.symbols[key] = z3.Bool(key)
                case Members():
                    self.symbols[key] = z3.Int(key)
                case Numbers(optional=optional):
                    self.symbols[key] = z3.Real(key)
                    if optional:
                        self.never[key] = z3.Bool(f"never {key}")
        return self.symbols[key]

    def _holds(self, condition: Condition) -> Any:
        match condition:
            case Constant(value):
                return z3.BoolVal(value)
            case Holds(axis):
                return self._symbol(axis)
            case Among(axis, members):
                domain = self.policy.axes[axis].domain
                assert isinstance(domain, Members)
                places = [i for i, m in enumerate(domain.kind.members) if m in members]
                return z3.Or([self._symbol(axis) == i for i in places])
            case Within(axis, numbers):
                inside = _inside(self._symbol(axis), numbers)
                return z3.And(z3.Not(self.never[axis]), inside) if axis in self.never else inside
            case Linear(form, numbers):
                total = z3.Sum([_real(factor) * self._symbol(key) for key, factor in form.parts])
                missing = [self.never[key] for key, _ in form.parts if key in self.never]
                return z3.And(z3.Not(z3.Or(missing)), _inside(total, numbers))
            case Not(part):
                return z3.Not(self._holds(part))
            case All(parts):
                return z3.And([self._holds(part) for part in parts])
            case AnyOf(parts):
                return z3.Or([self._holds(part) for part in parts])


def grounded_case(policy: Policy, action: Ground, case: Mapping[str, Value]) -> dict[str, Value]:
    """The case as seen from an action: what `same` stands for has the action's own value."""
    parameters = {p.name for p in policy.vocabulary.signature(action.name).parameters}
    found = dict(case)
    for key, axis in policy.axes.items():
        if is_relative(axis) and "target" in parameters:
            found[key] = case.get(grounded_key(policy.vocabulary, axis, action), case[key])
    return found


def _place(verdict: Verdict) -> int:
    return list(Verdict).index(verdict)


def _real(value: Number) -> Any:
    return z3.Q(value.numerator, value.denominator)


def _inside(term: Any, numbers: NumberSet) -> Any:
    parts = []
    for interval in numbers.intervals:
        ends = []
        if interval.lower is not None:
            lower = _real(interval.lower)
            ends.append(term > lower if interval.lower_open else term >= lower)
        if interval.upper is not None:
            upper = _real(interval.upper)
            ends.append(term < upper if interval.upper_open else term <= upper)
        parts.append(z3.And(ends))
    return z3.Or(parts)


def _constant(axis: Axis, value: Value) -> Any:
    match axis.domain:
        case YesNo():
            return z3.BoolVal(value is True)
        case Members(kind):
            return z3.IntVal(kind.members.index(str(value)))
        case Numbers():
            assert not isinstance(value, bool | str | None.__class__)
            return _real(value)
