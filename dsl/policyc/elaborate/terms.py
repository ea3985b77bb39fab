"""What a policy says of its terms: `set`, and values in declarations."""

import attrs

from policyc.core.axes import Members, Numbers, Value, YesNo
from policyc.core.conditions import ALWAYS
from policyc.core.numbers import Number, exact
from policyc.core.policy import Term
from policyc.diagnostics.catalogue import naming, typing
from policyc.elaborate import units
from policyc.elaborate.amounts import BARE, Amount
from policyc.elaborate.bounds import bounds_text
from policyc.elaborate.citations import citations
from policyc.elaborate.context import Context
from policyc.elaborate.describe import Words, a_member, a_quantity, members, quantity
from policyc.elaborate.examples import example as example_of
from policyc.elaborate.expressions import operand
from policyc.elaborate.lookup import report_unknown
from policyc.elaborate.members import is_member_word, member_of
from policyc.elaborate.operands import Broken, Chosen, Operand, Truth, Word, described
from policyc.elaborate.percentages import check_fraction
from policyc.syntax import nodes as n


def set_terms(context: Context, items: tuple[n.Item, ...]) -> None:
    """Gives each term that an item sets its value."""
    seen: dict[str, n.SetTerm] = {}
    for item in items:
        match item:
            case n.TermDeclaration(name, value=value, cites=cites) if value is not None:
                _set(context, seen, n.SetTerm(name, value, None, cites, span=item.span))
            case n.SetTerm():
                _set(context, seen, item)
            case _:
                continue


def _set(context: Context, seen: dict[str, n.SetTerm], item: n.SetTerm) -> None:
    name = item.name
    declared = context.environment.values.find(name.text)
    term = declared.entry if declared is not None else None
    if not isinstance(term, Term):
        if name.text in context.environment.failed:
            return
        known = [d.name for d in context.environment.values if isinstance(d.entry, Term)]
        labelled = context.environment.values.labelled(name.text)
        report_unknown(context, naming.UNKNOWN_TERM, name, name.text, known, labelled)
        return
    if seen.setdefault(term.name, item) is not item:
        context.report(naming.REPEATED_STATEMENT, name, statement=_statement(term.name))
        return
    settled = attrs.evolve(
        term, mentioned=True, citations=citations(context, item.cites), where=item.span
    )
    if item.value is not None:
        settled = _with_value(context, settled, item.value)
    elif item.range is not None:
        settled = _with_range(context, settled, item.range)
    context.environment.values.replace(term.name, settled)


def _statement(name: str) -> Words:
    return {"en": f"set {name}", "zh": f"设定 {name}"}


def _with_value(context: Context, term: Term, node: n.Expression) -> Term:
    value = term_value(context, term.name, term.domain, node)
    if value is None:
        return term
    known = value if isinstance(term.domain, Numbers) else None
    number = known if known is not None and not isinstance(known, bool | str) else None
    return attrs.evolve(term, value=value, lower=number, upper=number)


def _with_range(context: Context, term: Term, given: n.Range) -> Term:
    domain = term.domain
    if not isinstance(domain, Numbers):
        kind = domain.kind.name if isinstance(domain, Members) else "yes/no"
        context.report(typing.BOUNDS_OUT_OF_PLACE, given, type=kind)
        return term
    if given.end is None or (not given.closed and domain.step is None):
        context.report(typing.OPEN_RANGE, given)
        return term
    ends = [term_value(context, term.name, domain, e) for e in (given.start, given.end)]
    lower, upper = (e if e is None or not isinstance(e, bool | str) else None for e in ends)
    if lower is None or upper is None:
        return term
    if not given.closed and domain.step is not None:
        upper = exact(upper - domain.step)
    if lower > upper:
        context.report(typing.EMPTY_RANGE, given)
        return term
    narrowed = attrs.evolve(domain, lower=lower, upper=upper)
    return attrs.evolve(term, domain=narrowed, lower=lower, upper=upper)


def term_value(
    context: Context, name: str, domain: YesNo | Members | Numbers, node: n.Expression
) -> Value:
    """The fixed value that an expression is, in a domain's unit; `None` after a finding."""
    found = operand(context, node)
    match domain, found:
        case _, Broken():
            return None
        case YesNo(), Truth(literal=True):
            return found.condition == ALWAYS
        case Members(kind), Word(text):
            return member_of(context, node, kind, text)
        case Members(kind), _ if isinstance(node, n.NameUse) and is_member_word(kind, node.text):
            return member_of(context, node, kind, node.text)
        case Members(kind), Chosen(kind=other, member=member) if kind == other:
            return member
        case Numbers(), Amount() if found.is_constant:
            return _number(context, name, domain, node, found)
        case _:
            report_wrong_value(context, name, domain, node, found)
            return None


def _number(
    context: Context, name: str, domain: Numbers, node: n.Expression, found: Amount
) -> Number | None:
    check_fraction(context, node, found, domain.unit)
    amount = found.with_unit(domain.unit) if found.dimension == BARE else found
    if amount.dimension != units.dimension(domain.unit):
        report_wrong_value(context, name, domain, node, found)
        return None
    value = exact(amount.scaled(exact(1 / units.exact_base(domain.unit))).constant)
    if value not in domain.interval:
        shown = quantity(value, domain.unit)
        context.report(
            typing.OUT_OF_BOUNDS, node, name=name, value=shown, bounds=bounds_text(domain)
        )
        return None
    if domain.step is not None and value % domain.step != 0:
        shown = quantity(value, domain.unit)
        context.report(
            typing.NOT_ON_GRID,
            node,
            name=name,
            value=shown,
            step=quantity(domain.step, domain.unit),
        )
        return None
    return value


def _without_conversion(wanted: Words, example: Words) -> Words:
    return {
        "en": f"a number {wanted['en']}, as in `{example['en']}`: days and months do not convert",
        "zh": f"{wanted['zh']}，例如`{example['zh']}`：天与月之间不能换算",
    }


def report_wrong_value(
    context: Context,
    name: str,
    domain: YesNo | Members | Numbers,
    node: n.Expression,
    found: Operand,
) -> None:
    """Reports a value that a fact or term cannot have."""
    wanted: Words
    example: Words
    match domain:
        case YesNo():
            wanted = {"en": "yes or no", "zh": "是或否"}
            example = {"en": "`yes` or `no`", "zh": "`是`或`否`"}
        case Members(kind):
            wanted, example = a_member(kind), members(kind)
        case Numbers(unit=unit):
            wanted = a_quantity(unit)
            shown = example_of(domain)
            example = {"en": f"a value like `{shown['en']}`", "zh": f"`{shown['zh']}`这样的值"}
            if {units.dimension(unit), getattr(found, "dimension", None)} == {"time", "months"}:
                example = _without_conversion(wanted, shown)
    context.report(
        typing.WRONG_VALUE,
        node,
        text=node.span.text,
        found=described(found),
        name=name,
        wanted=wanted,
        example=example,
    )
