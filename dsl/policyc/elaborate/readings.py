"""Rules as they were stated, with their names resolved: for those who speak of a policy's text.

In the clauses of the core `unless`, `otherwise` and `limit` are gone.
"""

from collections.abc import Iterator

from policyc.core.axes import Axis, Count
from policyc.core.conditions import ALWAYS, Condition, Within
from policyc.core.policy import Clause, Duty, Policy
from policyc.elaborate.context import Context
from policyc.elaborate.documents import Documents
from policyc.elaborate.effects import Origin, clauses, parameters_of
from policyc.elaborate.elaborator import Elaborated, Elaborator
from policyc.elaborate.expressions import condition
from policyc.elaborate.versions import in_force, latest, period_of
from policyc.syntax import nodes as n
from policyc.wording.readings import Limit, Reading, Statement


def readings(documents: Documents, elaborated: Elaborated) -> Iterator[Reading]:
    """Each rule and default of a policy without errors, in the order of its text.

    The rules of included policies are not among them.
    """
    policy = elaborated.policy
    assert policy is not None, "a policy"
    assert elaborated.usable, "a policy without errors"
    context = Context(elaborated.environment, documents, elaborated.found.source)
    context.axes.update(policy.axes)
    named = {rule.where: name for name, rule in policy.rules.items()}
    for item in elaborated.found.document.items:
        if isinstance(item, n.Rule | n.Default):
            yield _reading(context, elaborated, named[item.span], item)


def _reading(
    context: Context, elaborated: Elaborated, name: str, node: n.Rule | n.Default
) -> Reading:
    assert elaborated.policy is not None, "a policy"
    rule = elaborated.policy.rules[name]
    effects = (node.effect,) if isinstance(node, n.Default) else (*node.effects, *node.otherwise)
    context.proposed = parameters_of(context, effects)
    stated = [_statement(context, effect) for effect in effects]
    if isinstance(node, n.Default):
        return Reading(rule, tuple(stated), is_default=True)
    own = [c for c in elaborated.policy.clauses if c.rule == name]
    return Reading(
        rule,
        tuple(stated[: len(node.effects)]),
        tuple(stated[len(node.effects) :]),
        _condition(context, node.when),
        _condition(context, node.unless),
        tuple(sorted({other for clause in own for other in clause.overrides})),
        rebuttable=node.head is not None and node.head.rebuttable,
    )


def _condition(context: Context, node: n.Expression | None) -> "Condition | None":
    return None if node is None else condition(context, node)


def _statement(context: Context, node: n.Effect) -> Statement:
    (clause,), duties = clauses(context, Origin(""), node, ALWAYS)
    return Statement(
        clause.effect,
        clause.pattern,
        clause.deadline,
        _limit(context.axes, clause) if isinstance(node, n.Limit) else None,
        _requirement(duties),
    )


def _limit(axes: dict[str, Axis], clause: Clause) -> Limit:
    """What a limit stands for: a prohibition once the count has reached the number."""
    assert isinstance(clause.guard, Within), "a limit compares a count with a number"
    origin, number = axes[clause.guard.axis].origin, clause.guard.numbers.intervals[0].lower
    assert isinstance(origin, Count), "a limit is about a count"
    assert isinstance(number, int), "a count is a whole number"
    return Limit(number, origin.window, origin.subject)


def _requirement(duties: list[Duty]) -> "Condition | None":
    return duties[0].requirement if duties else None


def included_readings(
    documents: Documents, elaborator: Elaborator, elaborated: Elaborated
) -> Iterator[tuple[Policy, tuple[Reading, ...]]]:
    """The policies whose rules a policy takes in, directly or through others, with their readings.

    The version of each is the one that elaboration takes.
    """
    begins = period_of(elaborated.found.document).start
    for item in elaborated.found.document.items:
        for name in item.names if isinstance(item, n.Includes) else ():
            versions = [
                found
                for found in documents.find(name.text, elaborated.found.source)
                if found.kind == "policy"
            ]
            chosen = (in_force(versions, begins) if begins else None) or latest(versions)
            assert chosen is not None, "a policy without errors includes what can be found"
            other = elaborator.elaborate(chosen)
            assert other.policy is not None, "what is included is a policy"
            yield other.policy, tuple(readings(documents, other))
            yield from included_readings(documents, elaborator, other)
