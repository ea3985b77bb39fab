"""Whether a case lies in a part of the space of cases, by the definition of the language alone."""

from collections.abc import Mapping, Sequence

import attrs

from policyc.core.actions import Ground
from policyc.core.axes import Value
from policyc.core.conditions import Condition, conjoin
from policyc.core.meaning import decide
from policyc.core.policy import Clause, Effect, Policy, Verdict
from policyc.space.grid.joint import Joint
from policyc.space.where import Where


@attrs.frozen(eq=False)
class Membership:
    """A part and its exceptions, read as rules that allow the one and forbid the others."""

    policy: Policy

    @classmethod
    def of(cls, joint: Joint, inside: Where, outside: Sequence[Where] = ()) -> "Membership":
        """What lies in a part over the joint axes, and in none of the others."""
        clauses = [
            Clause(f"{effect.value} {number}", effect, part.pattern, guard(part))
            for effect, parts in ((Effect.ALLOW, (inside,)), (Effect.FORBID, outside))
            for number, part in enumerate(parts)
        ]
        return cls(Policy("part", joint.axes, joint.vocabulary, tuple(clauses)))

    def __call__(self, action: Ground, case: Mapping[str, Value]) -> bool:
        """Whether an action and a joint case are a member."""
        if not any(clause.pattern.covers(action) for clause in self.policy.clauses):
            return False
        return decide(self.policy, action, case).verdict is Verdict.ALLOWED


def guard(part: Where) -> Condition:
    """The condition on the cases of a part."""
    return conjoin(bound.condition for bound in part.bounds)
