"""What the tests of a policy have tried, told by its rules and not by its lines.

Three things are counted: whether each effect of each rule was live in some case, whether each
condition of each rule was both true and false, and whether each threshold was tried on both sides.
A case counts for a rule only where it asks about an action of the rule.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

import attrs

from policyc.core.actions import Ground, Pattern
from policyc.core.axes import Value
from policyc.core.conditions import Atom, Linear, Within
from policyc.core.numbers import Number, exact
from policyc.core.policy import Clause, Effect, Policy
from policyc.testing.answers import Answer
from policyc.testing.liveness import Known, liveness
from policyc.testing.mutants import real_atoms
from policyc.testing.results import Ran
from policyc.testing.subjects import Subject
from policyc.testing.thresholds import Threshold, thresholds


@attrs.frozen
class EffectCoverage:
    """Whether an effect of a rule was live in some case."""

    rule: str
    effect: Effect
    pattern: Pattern
    live: bool

    @property
    def complete(self) -> bool:
        """Whether nothing is left to try."""
        return self.live


@attrs.frozen
class ConditionCoverage:
    """Whether a condition of a rule (of the scope where `rule` is `None`) was true, and false."""

    rule: str | None
    atom: Atom
    true: bool
    false: bool

    @property
    def complete(self) -> bool:
        """Whether nothing is left to try."""
        return self.true and self.false


@attrs.frozen
class ThresholdCoverage:
    """Whether a threshold was tried at its number and just beyond."""

    rule: str | None
    threshold: Threshold
    at: bool
    beyond: bool

    @property
    def complete(self) -> bool:
        """Whether nothing is left to try."""
        return self.at and self.beyond


Item: TypeAlias = EffectCoverage | ConditionCoverage | ThresholdCoverage


@attrs.frozen(eq=False)
class Coverage:
    """What was tried of one policy, in the order of its text."""

    subject: Subject
    effects: tuple[EffectCoverage, ...]
    conditions: tuple[ConditionCoverage, ...]
    thresholds: tuple[ThresholdCoverage, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything that there is to try."""
        return (*self.effects, *self.conditions, *self.thresholds)

    @property
    def complete(self) -> bool:
        """Whether nothing is left to try."""
        return all(item.complete for item in self.items)


@attrs.frozen
class Tried:
    """An action that a policy was asked about, and the case."""

    action: Ground
    case: Mapping[str, Value]


def tried(ran: Iterable[Ran]) -> dict[int, tuple[Subject, list[Tried]]]:
    """What each policy was asked, by the identity of its document."""
    found: dict[int, tuple[Subject, list[Tried]]] = {}
    for test in ran:
        for result in test.results:
            if result.subject is not None:
                key = id(result.subject.document)
                _, cases = found.setdefault(key, (result.subject, []))
                answers = [a for a in result.answers if isinstance(a, Answer)]
                cases += (Tried(a.action, _complete(test, a)) for a in answers)
    return found


def _complete(test: Ran, answer: Answer) -> Mapping[str, Value]:
    return {**test.case, **dict.fromkeys(answer.assumed, 0)} if answer.assumed else test.case


def coverage(subject: Subject, cases: Iterable[Tried]) -> Coverage:
    """What the cases try of a policy."""
    policy = subject.policy
    known = [Known.of(policy, c.action, c.case) for c in cases]
    rules = list(dict.fromkeys(c.rule for c in _clauses(policy)))
    parts = [_Part(None, _clauses(policy), tuple(real_atoms(policy, policy.scope)))]
    parts += [_part(policy, rule) for rule in rules]
    return Coverage(
        subject,
        tuple(_effects(policy, known)),
        tuple(found for part in parts for found in _conditions(part, known)),
        tuple(found for part in parts for found in _thresholds(policy, part, known)),
    )


def _clauses(policy: Policy) -> tuple[Clause, ...]:
    return (*policy.clauses, *policy.defaults)


def _effects(policy: Policy, known: Iterable[Known]) -> Iterator[EffectCoverage]:
    live = {id(c) for case in known for c, is_live in liveness(case) if is_live}
    for clause in _clauses(policy):
        yield EffectCoverage(clause.rule, clause.effect, clause.pattern, id(clause) in live)


@attrs.frozen
class _Part:
    """A rule or the scope: the clauses that it guards, and the atoms of its conditions."""

    rule: str | None
    clauses: tuple[Clause, ...]
    atoms: tuple[Atom, ...]

    def asked(self, known: Iterable[Known]) -> list[Known]:
        """The cases that ask about an action of the part."""
        return [k for k in known if any(c.pattern.covers(k.action) for c in self.clauses)]


def _part(policy: Policy, rule: str) -> _Part:
    """A rule without the scope's atoms, which are looked at once."""
    clauses = tuple(c for c in _clauses(policy) if c.rule == rule)
    scope = set(real_atoms(policy, policy.scope))
    found = dict.fromkeys(a for c in clauses for a in real_atoms(policy, c.guard) if a not in scope)
    return _Part(rule, clauses, tuple(found))


def _conditions(part: _Part, known: Iterable[Known]) -> Iterator[ConditionCoverage]:
    asked = part.asked(known)
    for atom in dict.fromkeys(part.atoms):
        truths = {k.truth(atom) for k in asked}
        yield ConditionCoverage(part.rule, atom, True in truths, False in truths)


def _thresholds(policy: Policy, part: _Part, known: Iterable[Known]) -> Iterator[ThresholdCoverage]:
    asked = part.asked(known)
    found = dict.fromkeys(t for atom in part.atoms for t in thresholds(policy.axes, atom))
    quantities = {atom.form if isinstance(atom, Linear) else atom.axis: atom for atom in part.atoms}
    for threshold in found:
        atom = quantities[threshold.quantity]
        numbers = [n for k in asked if (n := _number(k, atom)) is not None]
        yield ThresholdCoverage(part.rule, threshold, *threshold.tried(numbers))


def _number(known: Known, atom: Atom) -> Number | None:
    """The value of what an atom is about, if the case says it."""
    match atom:
        case Within(key, _):
            return _value(known, key)
        case Linear(form, _):
            parts = [(_value(known, key), factor) for key, factor in form.parts]
            total: Number = 0
            for value, factor in parts:
                if value is None:
                    return None
                total += factor * value
            return exact(total)
        case _:
            return None


def _value(known: Known, key: str) -> Number | None:
    value = known.values.get(known.names.get(key, key))
    return None if isinstance(value, bool | str) else value
