"""Random documents from text to policy, and random cases for them."""

from collections.abc import Sequence
from fractions import Fraction
from random import Random

from policyc.core.axes import Axis, Members, Numbers, Value, YesNo
from policyc.core.conditions import All, AnyOf, Condition, Not, Within
from policyc.core.numbers import Number, exact
from policyc.core.policy import Policy
from policyc.diagnostics.diagnostic import Severity
from policyc.elaborate.documents import Found
from policyc.elaborate.elaborator import Elaborator
from policyc.library.library import Opened, open_source
from policyc.source import Source


class OneFile:
    """Documents that see only their own file."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened

    def find(self, name: str, near: Source) -> Sequence[Found]:  # noqa: ARG002  # the protocol's
        """The file's documents of a name."""
        return [found for found in self.opened.documents if found.name == name]

    def names(self, near: Source) -> Sequence[str]:  # noqa: ARG002  # the protocol's
        """The names of the file's documents."""
        return [found.name for found in self.opened.documents]


def policy_of(text: str) -> Policy:
    """The last document of a text, a policy without errors."""
    policy, errors = _read(text)
    assert errors == [], text
    assert policy is not None, text
    return policy


def policy_or_none(text: str) -> Policy | None:
    """The last document of a text; nothing where it has errors."""
    policy, errors = _read(text)
    return None if errors else policy


def _read(text: str) -> tuple[Policy | None, list[str]]:
    opened = open_source(Source("random.policy", text), "random")
    if opened.findings:
        return None, [f.message() for f in opened.findings]
    elaborated = Elaborator(OneFile(opened)).elaborate(opened.documents[-1])
    errors = [f for f in elaborated.findings if f.severity is Severity.ERROR]
    return elaborated.policy, [f"{f.message()}: {f.span.text if f.span else ''}" for f in errors]


def thresholds(policy: Policy) -> dict[str, list[Number]]:
    """The numbers that the policy's conditions compare each axis with, in order."""
    found: dict[str, set[Number]] = {}
    conditions = [c.guard for c in (*policy.clauses, *policy.defaults)]
    for condition in (*conditions, *(a.condition for a in policy.assumptions)):
        for atom in _within(condition):
            ends = found.setdefault(atom.axis, set())
            for interval in atom.numbers.intervals:
                ends.update(e for e in (interval.lower, interval.upper) if e is not None)
    return {key: sorted(ends) for key, ends in found.items()}


def _within(condition: Condition) -> list[Within]:
    match condition:
        case Within():
            return [condition]
        case Not(part):
            return _within(part)
        case All(parts) | AnyOf(parts):
            return [atom for part in parts for atom in _within(part)]
        case _:
            return []


def random_case(
    random: Random, axes: Sequence[Axis], near: dict[str, list[Number]]
) -> dict[str, Value]:
    """A value for each axis; numbers mostly at a threshold or one step beside it."""
    return {axis.key: _value(random, axis, near.get(axis.key, [])) for axis in axes}


def _value(random: Random, axis: Axis, near: list[Number]) -> Value:
    match axis.domain:
        case YesNo():
            return random.random() < 0.5
        case Members(kind):
            return random.choice(kind.members)
        case Numbers() as domain:
            return (
                None if domain.optional and random.random() < 0.2 else _number(random, domain, near)
            )


def _number(random: Random, domain: Numbers, near: list[Number]) -> Number:
    step = Fraction(1, 4) if domain.step is None else Fraction(domain.step)
    base = random.choice(near) if near and random.random() < 0.8 else random.randint(0, 40)
    value = (Fraction(base) // step) * step + step * random.choice((-1, 0, 0, 1))
    if domain.lower is not None:
        value = max(value, Fraction(domain.lower))
    if domain.upper is not None:
        value = min(value, Fraction(domain.upper))
    return exact(value)
