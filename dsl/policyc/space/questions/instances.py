"""One policy under several values of its open terms at once, as one policy with each rule often."""

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce

import attrs

from policyc.core.actions import Ground
from policyc.core.axes import Value
from policyc.core.policy import VERDICT_OF, Assumption, Clause, Effect, Policy, Verdict
from policyc.space.boxes.leaves import both, either
from policyc.space.grid.substitute import substitute
from policyc.space.live import RULING
from policyc.space.questions.local import Local

Terms = Mapping[str, Value]
"""Values of open terms; those that are left out stay open."""


class Instances:
    """What a policy says of one action in a partial case, under each of some values of its terms.

    `local` holds the diagrams. What is assumed must hold under all of the values.
    """

    def __init__(
        self, policy: Policy, action: Ground, known: Mapping[str, Value], ways: Sequence[Terms]
    ) -> None:
        self._ways = range(len(ways))
        self.local = Local(_together(policy, ways), action, known)

    def all_say(self, verdict: Verdict) -> int:
        """The diagram that is true where the verdict is this one under all the values."""
        d = self.local.diagrams
        said = [self._says(number, verdict) for number in self._ways]
        return reduce(lambda a, b: d.apply(both, a, b), said)

    def _says(self, number: int, verdict: Verdict) -> int:
        d = self.local.diagrams
        live = self._live(number)
        if verdict is Verdict.CONFLICT:
            return d.apply(both, live[Effect.FORBID], live[Effect.REQUIRE])
        if verdict is Verdict.SILENT:
            return d.difference(d.leaf(True), d.merge(list(live.values()), either, False))
        above: list[int] = []
        for effect, said in VERDICT_OF.items():
            if said is verdict:
                if effect is Effect.FORBID:
                    above.append(live[Effect.REQUIRE])
                return d.difference(live[effect], d.merge(above, either, False))
            above.append(live[effect])
        return d.leaf(False)

    def _live(self, number: int) -> dict[Effect, int]:
        """Where some clause of each effect is live, or is a default that acts."""
        d, local = self.local.diagrams, self.local
        found = [
            (clause, node)
            for (clause, _), node in zip(local.clauses, local.live, strict=True)
            if _is_of(clause, number)
        ]
        ruled = d.merge([node for clause, node in found if clause.effect in RULING], either, False)
        found += [
            (clause, d.difference(local.node(guard), ruled))
            for clause, guard in local.defaults
            if _is_of(clause, number)
        ]
        return {
            effect: d.merge(
                [node for clause, node in found if clause.effect is effect], either, False
            )
            for effect in Effect
        }


def _together(policy: Policy, ways: Iterable[Terms]) -> Policy:
    clauses: list[Clause] = []
    defaults: list[Clause] = []
    assumed: dict[Assumption, None] = {}
    for number, terms in enumerate(ways):
        clauses += [_under(clause, number, terms) for clause in policy.clauses]
        defaults += [_under(clause, number, terms) for clause in policy.defaults]
        for a in policy.assumptions:
            assumed[attrs.evolve(a, condition=substitute(a.condition, terms))] = None
    return attrs.evolve(
        policy,
        clauses=tuple(clauses),
        defaults=tuple(defaults),
        duties=(),
        assumptions=tuple(assumed),
    )


def _under(clause: Clause, number: int, terms: Terms) -> Clause:
    return attrs.evolve(
        clause,
        rule=f"{number} {clause.rule}",
        overrides=frozenset(f"{number} {name}" for name in clause.overrides),
        guard=substitute(clause.guard, terms),
    )


def _is_of(clause: Clause, number: int) -> bool:
    return clause.rule.startswith(f"{number} ")
