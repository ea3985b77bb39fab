"""Declarations: subjects, kinds, actions, events, facts, terms into an environment."""

from datetime import date
from fractions import Fraction
from typing import TypeVar

from policyc.core.actions import Kind, Parameter, Signature
from policyc.core.axes import Axis, Direction, Domain, Fact, Members, Numbers, Unit, YesNo
from policyc.core.numbers import Number, exact
from policyc.core.policy import Attestation, SourceText, Term
from policyc.core.weekdays import WEEKDAY
from policyc.diagnostics.catalogue import naming, typing
from policyc.diagnostics.diagnostic import Related
from policyc.elaborate import units
from policyc.elaborate.amounts import BARE
from policyc.elaborate.arithmetic import literal
from policyc.elaborate.citations import citations
from policyc.elaborate.context import Context
from policyc.elaborate.describe import Words, unit_name
from policyc.elaborate.environment import Declared, Environment, Namespace
from policyc.elaborate.lookup import look_up, report_unknown
from policyc.elaborate.operands import Broken
from policyc.elaborate.percentages import check_fraction
from policyc.source import Span
from policyc.syntax import nodes as n

Entry = TypeVar("Entry")
_HERE: Words = {"en": "it is declared here", "zh": "已在此处声明"}
_LAST_SECOND = units.SECONDS_A_DAY - 1


def declare(context: Context, node: n.Item) -> None:
    """Puts what an item declares into the environment; other items declare nothing."""
    environment = context.environment
    match node:
        case n.SubjectDeclaration(name, label):
            _add(context, environment.subjects, name.text, name, label)
        case n.KindDeclaration(name, label):
            _add(context, environment.kinds, _kind(context, node), name, label)
        case n.ActionDeclaration(name, label) | n.EventDeclaration(name, label):
            signature = _signature(context, node)
            if signature is None:
                _note_failure(environment, name, label)
            else:
                _add(context, environment.signatures, signature, name, label)
        case n.FactDeclaration(name, label, type_, judged):
            domain = domain_of(context, type_)
            if domain is None:
                _note_failure(environment, name, label)
            else:
                axis = Axis(name.text, domain, Fact(judged), _label(label))
                _add(context, environment.values, axis, name, label)
        case n.TermDeclaration(name, label):
            term = _term(context, node)
            if term is None:
                _note_failure(environment, name, label)
            else:
                _add(context, environment.values, term, name, label)
        case n.SourceDeclaration(name):
            _add(context, environment.sources, _source(context, node), name, None)
        case _:
            return


def _note_failure(environment: Environment, name: n.Name, label: n.Text | None) -> None:
    """Remembers what could not be declared, so that its uses are not reported as well."""
    environment.failed.update({name.text, label.value if label else name.text})


def _add(
    context: Context, namespace: Namespace[Entry], entry: Entry, name: n.Name, label: n.Text | None
) -> None:
    document = context.environment.name
    declared = Declared(entry, name.text, _label(label), document, name.span)
    taken = namespace.add(declared)
    if taken is not None:
        report_taken(context, name.span, name.text, taken.where)


def report_taken(context: Context, place: Span, name: str, first: Span) -> None:
    """Reports a name that another thing has."""
    context.report(naming.TAKEN_NAME, place, name=name, related=(Related(first, _HERE),))


def _label(node: n.Text | None) -> str | None:
    return None if node is None else node.value


def _kind(context: Context, node: n.KindDeclaration) -> Kind:
    seen: dict[str, n.Member] = {}
    for member in node.members:
        first = seen.setdefault(member.name.text, member)
        if first is not member:
            report_taken(context, member.name.span, member.name.text, first.name.span)
    labels = tuple(_label(member.label) for member in seen.values())
    return Kind(node.name.text, tuple(seen), _label(node.label), labels)


def _signature(
    context: Context, node: n.ActionDeclaration | n.EventDeclaration
) -> Signature | None:
    parameters: list[Parameter] = []
    for parameter in node.parameters:
        wanted = parameter.kind or parameter.name
        kind = _kind_of(context, wanted)
        if kind is None:
            return None
        name = parameter.name.text if parameter.kind is not None else kind.name
        if any(p.name == name for p in parameters):
            context.report(naming.TAKEN_NAME, parameter, name=name)
            return None
        parameters.append(Parameter(name, kind))
    is_action = isinstance(node, n.ActionDeclaration)
    by_borrower = isinstance(node, n.ActionDeclaration) and node.by_borrower
    label = _label(node.label)
    return Signature(node.name.text, tuple(parameters), label, is_action, by_borrower)


def _kind_of(context: Context, name: n.Name) -> Kind | None:
    kinds = context.environment.kinds
    declared = look_up(context, kinds, naming.UNKNOWN_KIND, name, name.text)
    return None if declared is None else declared.entry


def domain_of(context: Context, node: n.Type) -> Domain | None:
    """The values that a type has; `None` after a finding."""
    kind = context.environment.kinds.find(node.name)
    built_in = units.type_of(node.name)
    if kind is not None:
        return _unbounded(context, node, Members(kind.entry))
    match built_in:
        case None:
            known = [*context.environment.kinds.words(), *_TYPES]
            labelled = context.environment.kinds.labelled(node.name)
            report_unknown(context, naming.UNKNOWN_TYPE, node, node.name, known, labelled)
            return None
        case "yes/no":
            return _unbounded(context, node, YesNo())
        case "weekday":
            return _unbounded(context, node, Members(WEEKDAY))
        case str():
            raise AssertionError(built_in)
        case measure:
            return _numbers(context, node, measure)


_TYPES = (
    "yes/no", "count", "number", "days", "hours", "minutes", "months", "years", "percent",
    "time of day", "date", "weekday", "CNY",
)  # fmt: skip


def _unbounded(context: Context, node: n.Type, domain: Domain) -> Domain | None:
    if node.bounds is None:
        return domain
    context.report(typing.BOUNDS_OUT_OF_PLACE, node.bounds, type=node.name)
    return None


def _numbers(context: Context, node: n.Type, measure: units.Measure) -> Numbers | None:
    lower: Number | None = None if measure in _UNBOUNDED else 0
    upper: Number | None = _LAST_SECOND if measure is Unit.TIME_OF_DAY else None
    if measure is Unit.DATE:
        lower, upper = date.min.toordinal(), date.max.toordinal()
    if node.bounds is not None:
        assert node.bounds.end is not None, "the grammar demands both ends"
        found = [fixed_value(context, end, measure) for end in (node.bounds.start, node.bounds.end)]
        lower, upper = found
        if lower is None or upper is None:
            return None
        if lower > upper:
            context.report(typing.EMPTY_RANGE, node.bounds)
            return None
    return Numbers(measure, lower, upper, units.step(measure))


_UNBOUNDED = (Unit.NUMBER,)
"""Numbers may be negative; counts, times, money and percentages are not, unless bounds say so."""


def fixed_value(context: Context, node: n.Expression, measure: units.Measure) -> Number | None:
    """A literal in a unit; `None` after a finding."""
    negative = isinstance(node, n.Negative)
    inner = node.part if isinstance(node, n.Negative) else node
    assert isinstance(inner, n.Quantity | n.Percentage | n.Money | n.TimeLiteral | n.DateLiteral), (
        "the grammar admits literals only"
    )
    found = literal(context, inner)
    if isinstance(found, Broken):
        return None
    if found.dimension == BARE:
        check_fraction(context, inner, found, measure)
        found = found.with_unit(measure)
    if found.dimension != units.dimension(measure):
        context.report(typing.OPEN_BOUND, node, type=unit_name(measure))
        return None
    value = exact(Fraction(found.constant) / units.base(measure))
    return -value if negative else value


def _term(context: Context, node: n.TermDeclaration) -> Term | None:
    domain = domain_of(context, node.type)
    if domain is None:
        return None
    stricter = {"more": Direction.MORE, "less": Direction.LESS}
    bounds = domain if isinstance(domain, Numbers) else None
    return Term(
        node.name.text,
        domain,
        context.environment.name,
        _label(node.label),
        stricter[node.stricter] if node.stricter else None,
        lower=bounds.lower if bounds else None,
        upper=bounds.upper if bounds else None,
        mentioned=node.unspecified,
        citations=citations(context, node.cites),
        where=node.name.span,
    )


def _source(context: Context, node: n.SourceDeclaration) -> SourceText:
    dated = None
    if node.dated is not None:
        dated = units.day(node.dated.text)
        if dated is None:
            context.report(typing.NO_SUCH_DATE, node.dated, text=node.dated.text)
    return SourceText(
        node.name.text,
        _label(node.title),
        dated,
        _label(node.address),
        Attestation(node.attestation) if node.attestation else None,
        node.name.span,
    )
