"""Rules and defaults of one document to clauses, duties, and what a reader needs of them."""

import attrs

from policyc.core.conditions import ALWAYS, Condition, conjoin, negate
from policyc.core.policy import Clause, Duty, Policy, Rule, Rules
from policyc.diagnostics.catalogue import naming, stating
from policyc.elaborate.citations import citations
from policyc.elaborate.context import Context
from policyc.elaborate.declare import report_taken
from policyc.elaborate.describe import advice
from policyc.elaborate.effects import Origin, clauses, parameters_of
from policyc.elaborate.expressions import condition
from policyc.elaborate.size import bounded
from policyc.syntax import nodes as n


@attrs.define
class Said:
    """What the rules of a document and of those that it includes say, in the order of the text."""

    clauses: list[Clause] = attrs.field(factory=list)
    defaults: list[Clause] = attrs.field(factory=list)
    duties: list[Duty] = attrs.field(factory=list)
    rules: dict[str, Rule] = attrs.field(factory=dict)


def include(said: Said, policy: Policy, scope: Condition) -> None:
    """Takes another policy's rules in, under their full names and within the own scope."""

    def full(name: str) -> str:
        return f"{policy.name}.{name}"

    def taken(clause: Clause) -> Clause:
        return attrs.evolve(
            clause,
            rule=full(clause.rule),
            overrides=frozenset(map(full, clause.overrides)),
            guard=conjoin([scope, clause.guard]),
        )

    said.clauses += map(taken, policy.clauses)
    said.defaults += map(taken, policy.defaults)
    said.duties += (
        attrs.evolve(d, rule=full(d.rule), guard=conjoin([scope, d.guard])) for d in policy.duties
    )
    for name, rule in policy.rules.items():
        said.rules[full(name)] = attrs.evolve(rule, name=full(name))


def say(context: Context, said: Said, items: tuple[n.Item, ...], scope: Condition) -> None:
    """Adds the rules and defaults among the items."""
    own = [item for item in items if isinstance(item, n.Rule | n.Default)]
    named = [_named(item, place) for place, item in enumerate(own, start=1)]
    for name, item in zip(named, own, strict=True):
        _register(context, said, name, item)
    for name, item in zip(named, own, strict=True):
        if isinstance(item, n.Rule):
            _rule(context, said, name, item, scope)
        else:
            context.proposed = parameters_of(context, (item.effect,))
            made, duties = clauses(context, Origin(name), item.effect, scope)
            said.defaults += made
            said.duties += duties
            context.proposed = None


def _named(item: n.Rule | n.Default, place: int) -> str:
    """A rule's name; one without is called by its place among the rules of its document."""
    if isinstance(item, n.Default):
        return f"default {place}"
    return item.head.name.text if item.head else f"rule {place}"


def _register(context: Context, said: Said, name: str, item: n.Rule | n.Default) -> None:
    head = item.head if isinstance(item, n.Rule) else None
    first = said.rules.get(name)
    if first is not None and first.where is not None:
        report_taken(context, (head.name if head else item).span, name, first.where)
        return
    title = head.title.value if head and head.title else None
    said.rules[name] = Rule(name, title, citations(context, item.cites), item.span)


def _rule(context: Context, said: Said, name: str, node: n.Rule, scope: Condition) -> None:
    origin = Origin(
        name,
        _overridden(context, said, node.head),
        rebuttable=node.head is not None and node.head.rebuttable,
    )
    context.proposed = parameters_of(context, (*node.effects, *node.otherwise))
    when = _part(context, node.when) if node.when is not None else ALWAYS
    exempt = _part(context, node.unless) if node.unless is not None else negate(ALWAYS)
    if node.otherwise and node.when is None:
        context.report(stating.OTHERWISE_WITHOUT_WHEN, node.otherwise[0])
    held = conjoin([scope, when, negate(exempt)])
    failed = conjoin([scope, negate(when), negate(exempt)])
    for effects, guard in ((node.effects, held), (node.otherwise, failed)):
        for effect in effects:
            made, duties = clauses(context, origin, effect, guard)
            said.clauses += made
            said.duties += duties
    context.proposed = None


def _part(context: Context, node: n.Expression) -> Condition:
    return bounded(context, node, condition(context, node))


def _overridden(context: Context, said: Said, head: n.RuleHead | None) -> frozenset[str]:
    names = (rule_named(context, said.rules, name) for name in (head.overrides if head else ()))
    return frozenset(name for name in names if name is not None)


def rule_named(context: Context, rules: Rules, node: n.Dotted) -> str | None:
    """The rule of a name: an own one, or an included one by its full or its only short name.

    `None` after a finding.
    """
    if node.text in rules:
        return node.text
    short = [name for name in rules if name.rpartition(".")[2] == node.text]
    if len(short) == 1:
        return short[0]
    context.report(naming.UNKNOWN_RULE, node, name=node.text, advice=advice(node.text, rules))
    return None
