"""A policy document to a core policy."""

from collections.abc import Sequence
from datetime import date

from policyc.core.axes import Axis
from policyc.core.conditions import ALWAYS, conjoin, negate
from policyc.core.policy import (
    Assumption,
    Definition,
    Policy,
    Proof,
    Quantity,
    Term,
    Unmodelled,
    Verdict,
)
from policyc.diagnostics.catalogue import naming, stating, typing
from policyc.elaborate import units
from policyc.elaborate.building_on import by_word, ordered, words_of
from policyc.elaborate.citations import citations
from policyc.elaborate.context import Context
from policyc.elaborate.declare import declare
from policyc.elaborate.describe import ring_text
from policyc.elaborate.effects import parameters_shared
from policyc.elaborate.expressions import condition, define
from policyc.elaborate.patterns import pattern
from policyc.elaborate.rules import Said, include, say
from policyc.elaborate.stages import declare_stages
from policyc.elaborate.terms import set_terms
from policyc.elaborate.versions import effective_of, period_of
from policyc.syntax import nodes as n

_FIRST = (n.SubjectDeclaration, n.KindDeclaration, n.SourceDeclaration)
_SECOND = (n.ActionDeclaration, n.EventDeclaration, n.FactDeclaration, n.TermDeclaration)


def declare_all(context: Context, items: tuple[n.Item, ...]) -> None:
    """Declares everything that the items declare, in whatever order they stand."""
    for kinds in (_FIRST, _SECOND):
        for item in items:
            if isinstance(item, kinds):
                declare(context, item)
    set_terms(context, items)
    for item in items:
        if isinstance(item, n.Stages):
            declare_stages(context, item)
    _define_all(context, [item for item in items if isinstance(item, n.Define)])
    for item in items:
        if isinstance(item, n.Assume):
            found = Assumption(condition(context, item.condition), item.span)
            context.environment.assumptions.append(found)


def _define_all(context: Context, definitions: Sequence[n.Define]) -> None:
    order = ordered(definitions)
    context.pending = {node.name.text: node for node in definitions}
    context.named_below = by_word(definitions)
    for ring in order.rings:
        text = ring_text([node.name.text for node in ring.definitions])
        context.report(naming.INCLUDE_RING, ring.where, name=ring.where.text, ring=text)
        for node in ring.definitions:
            context.pending.pop(node.name.text, None)
            context.environment.failed.update(words_of(node))
    for node in order.definitions:
        define(context, node)


def policy(
    context: Context,
    name: str,
    document: n.Document,
    included: Sequence[Policy],
) -> Policy:
    """The policy that a document states, with the rules of those it includes."""
    items = document.items
    own_axes = _declared_axes(context)
    declare_all(context, items)
    own_axes |= _declared_axes(context)
    _check_period(context, document)
    scopes = [condition(context, i.condition) for i in items if isinstance(i, n.Scope)]
    scope = conjoin(scopes)
    said = Said()
    for other in included:
        include(said, other, scope)
    say(context, said, items, scope)
    environment = context.environment
    heading = document.heading
    other_axes = {key: axis for other in included for key, axis in other.axes.items()}
    assumed = [a for other in included for a in other.assumptions]
    proofs = tuple(p for i in items if isinstance(i, n.Prove) and (p := _proof(context, i)))
    return Policy(
        name,
        {**other_axes, **own_axes, **context.axes},
        environment.vocabulary(),
        tuple(said.clauses),
        tuple(said.defaults),
        tuple(said.duties),
        (*dict.fromkeys((*environment.assumptions, *assumed)),),
        scope,
        said.rules,
        {d.name: d.entry for d in environment.values if isinstance(d.entry, Term)},
        tuple(d.entry for d in environment.stages),
        tuple(d.entry for d in environment.values if isinstance(d.entry, Definition)),
        {d.name: d.entry for d in environment.sources},
        tuple(_unmodelled(context, i) for i in items if isinstance(i, n.Unmodelled)),
        proofs,
        tuple(d.text for i in items if isinstance(i, n.SubjectTo) for d in i.names),
        heading.label.value if heading and heading.label else None,
        period_of(document),
        _published(context, items),
        document.span,
    )


def _declared_axes(context: Context) -> dict[str, Axis]:
    return {d.entry.key: d.entry for d in context.environment.values if isinstance(d.entry, Axis)}


def _check_period(context: Context, document: n.Document) -> None:
    stated = effective_of(document)
    if stated is None:
        return
    start = _day(context, stated.start)
    end = _day(context, stated.end) if stated.end else None
    if start is not None and end is not None and end <= start:
        context.report(stating.PERIOD_ORDER, stated)


def _published(context: Context, items: tuple[n.Item, ...]) -> date | None:
    return next((_day(context, i.date) for i in items if isinstance(i, n.Published)), None)


def _day(context: Context, node: n.DateLiteral) -> date | None:
    found = units.day(node.text)
    if found is None:
        context.report(typing.NO_SUCH_DATE, node, text=node.text)
    return found


def _unmodelled(context: Context, node: n.Unmodelled) -> Unmodelled:
    return Unmodelled(node.statement.value, node.reason.value, citations(context, node.cites))


def _proof(context: Context, node: n.Prove) -> Proof | None:
    found = pattern(context, node.pattern, action=True)
    context.proposed = parameters_shared(context, (node.pattern,))
    when = condition(context, node.when) if node.when is not None else ALWAYS
    exempt = condition(context, node.unless) if node.unless is not None else None
    context.proposed = None
    if found is None:
        return None
    guard = when if exempt is None else conjoin([when, negate(exempt)])
    quantity = Quantity.IS if node.quantifier in ("is", "always") else Quantity.IS_NOT
    title = node.title.value if node.title else None
    return Proof(title, found, quantity, Verdict(node.verdict.name), guard, node.span)
