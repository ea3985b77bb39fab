"""Which clauses are live in the case of a test: certainly, certainly not, or not known."""

from collections.abc import Mapping, Sequence

import attrs

from policyc.core.actions import Ground
from policyc.core.axes import Value
from policyc.core.conditions import ALWAYS, NEVER, Condition
from policyc.core.policy import Clause, Effect, Policy
from policyc.space.grid.substitute import renamed, substitute
from policyc.space.relative import representatives, settled
from policyc.testing.implied import implied


@attrs.frozen(eq=False)
class Known:
    """What a case says to one policy about one action, each axis under one key.

    `values` holds what it says of the past in other words too.
    """

    policy: Policy
    action: Ground
    names: Mapping[str, str]
    values: Mapping[str, Value]

    @classmethod
    def of(cls, policy: Policy, action: Ground, case: Mapping[str, Value]) -> "Known":
        """What the case says."""
        stated = settled(policy, action, case)
        values = {**implied(policy, action, stated), **stated}
        return cls(policy, action, representatives(policy, action), values)

    def truth(self, condition: Condition) -> bool | None:
        """Whether a condition of the policy holds; `None` where the case does not say.

        Parts are looked at one by one, so that a condition that is true whatever the unknown may
        still be `None`.
        """
        match self.rest(condition):
            case condition if condition == ALWAYS:
                return True
            case condition if condition == NEVER:
                return False
            case _:
                return None

    def rest(self, condition: Condition) -> Condition:
        """What the case leaves open of a condition."""
        return substitute(self.spoken(condition), self.values)

    def spoken(self, condition: Condition) -> Condition:
        """A condition with each axis under the one key that stands for all that ask the same."""
        return renamed(condition, lambda key: self.names.get(key, key)) if self.names else condition


RULING = (Effect.ALLOW, Effect.FORBID, Effect.REQUIRE)
"""The effects beside which no default acts."""


def liveness(known: Known) -> list[tuple[Clause, bool | None]]:
    """Each clause and default that covers the action, and whether it is live."""
    covering = [c for c in known.policy.clauses if c.pattern.covers(known.action)]
    applying = [(clause, known.truth(clause.guard)) for clause in covering]
    found = _undefeated(applying)
    ruled = any_of([live for clause, live in found if clause.effect in RULING])
    for clause in known.policy.defaults:
        if clause.pattern.covers(known.action):
            unruled = None if ruled is None else not ruled
            found.append((clause, _both(known.truth(clause.guard), unruled)))
    return found


def _undefeated(
    applying: Sequence[tuple[Clause, bool | None]],
) -> list[tuple[Clause, bool | None]]:
    """Overriding is acyclic, so that each clause can wait for those that override it."""
    settled_: dict[int, bool | None] = {}

    def live(place: int) -> bool | None:
        if place not in settled_:
            clause, applies = applying[place]
            above = [
                live(i) for i, (other, _) in enumerate(applying) if clause.rule in other.overrides
            ]
            beaten = any_of(above)
            settled_[place] = _both(applies, None if beaten is None else not beaten)
        return settled_[place]

    return [(clause, live(place)) for place, (clause, _) in enumerate(applying)]


def any_of(truths: Sequence[bool | None]) -> bool | None:
    """Whether one is true; `None` where that turns on one that is not known."""
    if True in truths:
        return True
    return None if None in truths else False


def _both(one: bool | None, other: bool | None) -> bool | None:
    if one is False or other is False:
        return False
    return None if one is None or other is None else True
