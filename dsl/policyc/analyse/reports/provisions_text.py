"""What a policy permits or leaves out against clauses of a statute, told by what they turn on.

Of a case that a clause forbids a reader needs to see what makes it forbidden; what else the policy
asks for before it permits the action is told by the example.
"""

from collections.abc import Collection

from policyc.analyse.compliance import Compliance
from policyc.analyse.provisions import Breach, Provision
from policyc.analyse.reports.phrases import phrase
from policyc.core.conditions import axes_of
from policyc.core.policy import Policy
from policyc.space.grid.joint import Joint
from policyc.wording.regions import Teller

EVEN = phrase("{actions} even when {cases}", "{actions}，即使 {cases}")


def permitted(
    found: Compliance, teller: Teller, provision: Provision
) -> dict[tuple[str, ...], list[str]]:
    """What the policy permits against a clause, by its rules that permit it; each said once."""
    told: dict[str, dict[str, None]] = {}
    for breach in provision.breaches:
        rules = told.setdefault(against(found, teller, breach, (provision.rule,)), {})
        rules.update(dict.fromkeys(breach.rules[0]))
    by_rules: dict[tuple[str, ...], list[str]] = {}
    for text, rules in told.items():
        by_rules.setdefault(tuple(rules), []).append(text)
    return by_rules


def required(found: Compliance, teller: Teller, provision: Provision) -> list[str]:
    """What a clause requires and the policy does not; each said once."""
    told = (
        teller.told(b.part.where.pattern, _cases(found, teller, b, (provision.rule,))[0])
        for b in provision.breaches
    )
    return list(dict.fromkeys(told))


def against(found: Compliance, teller: Teller, breach: Breach, rules: Collection[str]) -> str:
    """The actions of a breach, and the bounds that some clauses of the statute speak of.

    "Even" is said where the rules that permit it speak of none of them.
    """
    pattern = breach.part.where.pattern
    cases, spoken = _cases(found, teller, breach, rules)
    own = _axes(found.joint, 0, found.policy, pattern.name, breach.rules[0])
    if cases and own.isdisjoint(spoken):
        return EVEN[teller.speech.language].format(actions=teller.actions(pattern), cases=cases)
    return teller.told(pattern, cases)


def _cases(
    found: Compliance, teller: Teller, breach: Breach, rules: Collection[str]
) -> tuple[str, set[str]]:
    """The bounds of a breach that some clauses of the statute turn on, and the axes in them."""
    where = breach.part.where
    theirs = _axes(found.joint, 1, found.statute, where.pattern.name, rules)
    disputed = [bound for bound in where.bounds if theirs.intersection(axes_of(bound.condition))]
    spoken = {key for bound in disputed for key in axes_of(bound.condition)}
    return teller.cases(disputed), spoken


def _axes(joint: Joint, side: int, policy: Policy, action: str, rules: Collection[str]) -> set[str]:
    """The joint axes that some rules about an action turn on, and those that override them."""
    clauses = [c for c in (*policy.clauses, *policy.defaults) if c.pattern.name == action]
    bearing = set(rules)
    while more := {c.rule for c in clauses if not bearing.isdisjoint(c.overrides)} - bearing:
        bearing |= more
    return {
        key
        for clause in clauses
        if clause.rule in bearing
        for key in axes_of(joint.condition(side, clause.guard))
    }
