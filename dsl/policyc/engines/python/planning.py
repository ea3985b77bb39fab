"""Planning: which steps find the clauses that apply in the least time."""

from collections.abc import Mapping, Sequence

import attrs

from policyc.engines.python.formulas import Formula
from policyc.engines.python.grid import Subject
from policyc.engines.python.sifting import sift
from policyc.engines.python.steps import Step, cost
from policyc.engines.python.testing import testing_steps


@attrs.frozen
class Plan:
    """How the clauses that apply are found, bit `i` for clause `i`.

    `always` has the bits that no step need set. A step may set a bit from `count` on in place of a
    clause's own: bit `count + i` stands for the clause `others[i]`.
    """

    count: int
    always: int
    steps: tuple[Step, ...]
    others: tuple[int, ...] = ()

    def applying(self, bits: int) -> int:
        """The clauses that apply where the steps set these bits."""
        found = bits & (1 << self.count) - 1
        rest = bits >> self.count
        while rest:
            lowest = rest & -rest
            found |= 1 << self.others[lowest.bit_length() - 1]
            rest ^= lowest
        return found


def plan_of(formulas: Sequence[Formula], subjects: Sequence[Subject]) -> Plan:
    """The plan that is expected to take the least time."""
    count = len(formulas)
    always = sum(1 << place for place, formula in enumerate(formulas) if formula is True)
    guarded = {i: formula for i, formula in enumerate(formulas) if not isinstance(formula, bool)}
    tested = testing_steps(_bits(guarded))
    sifted = sift(guarded, subjects, count)
    if sifted.step is not None:
        mixed = (sifted.step, *testing_steps(_bits(sifted.left)))
        if cost(mixed) < cost(tested):
            return Plan(count, always, mixed, sifted.owners)
    return Plan(count, always, tuple(tested))


def _bits(guarded: Mapping[int, Formula]) -> list[tuple[int, Formula]]:
    return [(1 << place, formula) for place, formula in guarded.items()]
