"""What a policy permits or leaves out against clauses of a statute, told by what they turn on.

Of a case that a clause forbids a reader needs to see what makes it forbidden; what else the policy
asks for before it permits the action is told by the example.
"""

from collections.abc import Collection

import attrs

from policyc.analyse.compliance import Compliance
from policyc.analyse.provisions import Breach, Provision, asked_by
from policyc.analyse.reports.phrases import phrase
from policyc.core.conditions import ALWAYS, All, Condition, axes_of, conjoin
from policyc.wording.regions import Teller
from policyc.wording.tidying import tidied

EVEN = phrase("{actions} even when {cases}", "{actions}，即使 {cases}")


@attrs.frozen(eq=False)
class ClauseTeller:
    """Tells the clauses of one comparison; `within_scope` leaves the statute's scope unsaid."""

    found: Compliance
    teller: Teller
    within_scope: bool = False

    def permitted(self, provision: Provision) -> dict[tuple[str, ...], list[str]]:
        """What the policy permits against a clause, by its rules that permit it; each said once."""
        told: dict[str, dict[str, None]] = {}
        for breach in provision.breaches:
            rules = told.setdefault(self.against(breach, (provision.rule,)), {})
            rules.update(dict.fromkeys(breach.rules[0]))
        by_rules: dict[tuple[str, ...], list[str]] = {}
        for text, rules in told.items():
            by_rules.setdefault(tuple(rules), []).append(text)
        return by_rules

    def required(self, provision: Provision) -> list[str]:
        """What a clause requires and the policy does not; each said once."""
        told = (
            self.teller.told(breach.part.where.pattern, self.cases(breach, (provision.rule,))[0])
            for breach in provision.breaches
        )
        return list(dict.fromkeys(told))

    def against(self, breach: Breach, rules: Collection[str]) -> str:
        """The actions of a breach, and the bounds that some clauses of the statute speak of.

        "Even" is said where the rules that permit it speak of none of them.
        """
        pattern = breach.part.where.pattern
        cases, spoken = self.cases(breach, rules)
        own = asked_by(self.found.joint, 0, pattern.name, breach.rules[0])
        if cases and own.isdisjoint(spoken):
            told = EVEN[self.teller.speech.language]
            return told.format(actions=self.teller.actions(pattern), cases=cases)
        return self.teller.told(pattern, cases)

    def cases(self, breach: Breach, rules: Collection[str]) -> tuple[str, set[str]]:
        """The bounds of a breach that some clauses turn on, and the axes in them."""
        found, where = self.found, breach.part.where
        theirs = asked_by(found.joint, 1, where.pattern.name, rules)
        unsaid = self.scope if self.within_scope else ()
        disputed = [
            bound
            for bound in where.bounds
            if theirs.intersection(axes_of(bound.condition))
            and self._tidied(bound.condition) not in unsaid
        ]
        spoken = {key for bound in disputed for key in axes_of(bound.condition)}
        return self.teller.cases(disputed), spoken

    @property
    def scope(self) -> tuple[Condition, ...]:
        """What the statute is limited to, part by part, over the joint axes."""
        whole = self._tidied(self.found.joint.condition(1, self.found.statute.scope))
        if whole == ALWAYS:
            return ()
        return whole.parts if isinstance(whole, All) else (whole,)

    def unscoped(self, guard: Condition) -> Condition:
        """A guard of the statute without its scope, as far as that is parts of it."""
        whole = self._tidied(guard)
        parts = whole.parts if isinstance(whole, All) else (whole,)
        return conjoin(part for part in parts if part not in self.scope)

    def _tidied(self, condition: Condition) -> Condition:
        """The condition so that equal bounds are written alike."""
        return tidied(self.found.joint.axes, condition)
