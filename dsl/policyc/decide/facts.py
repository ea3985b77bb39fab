"""What a person or a program states of a case, as values of axes.

A fact goes by its name or label, what the history says by the expression, in either script and any
spelling of it. A number is in the fact's own unit, a text is a literal of the language, `null` is
unknown. Every mistake is told in the words of whoever stated it.
"""

from collections.abc import Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from fractions import Fraction

import attrs

from policyc.core.actions import Parameter
from policyc.core.axes import Axis, Members, Numbers, Unit, Value, YesNo
from policyc.core.numbers import Number, exact
from policyc.decide.exact_json import MAX_DIGITS
from policyc.decide.findings import CaseError, Findings, finding, shown
from policyc.diagnostics.catalogue import deciding, stating
from policyc.diagnostics.diagnostic import Wording
from policyc.elaborate.context import Context
from policyc.elaborate.describe import a_member, a_quantity, members, quantity
from policyc.elaborate.documents import Documents
from policyc.elaborate.elaborator import Elaborated
from policyc.elaborate.given import axis_of, case_of, valued
from policyc.elaborate.members import member_of
from policyc.source import Source
from policyc.syntax import nodes as n
from policyc.syntax.parse import parse_facts
from policyc.wording.scales import base
from policyc.wording.trees import NOWHERE, literal

MAX_FACTS = 1_000
MAX_TEXT = 1_000
"""Facts of a case, and characters of a name or literal."""

NEVER = frozenset(("never", "从未"))
"""What an elapsed time is where the event never happened."""

_REMEMBERED = 4_096
"""So many names are remembered; then all are forgotten."""
_CLOCK = (Unit.TIME_OF_DAY, Unit.DATE)
"""Units in which a plain number would say nothing."""


@attrs.frozen(eq=False)
class FactReader:
    """Reads facts as the names of one document have them."""

    document: Elaborated
    documents: Documents
    _axes: dict[str, Axis | Findings] = attrs.field(factory=dict, init=False)
    _proposed: Mapping[str, Parameter] = attrs.field(init=False)

    @_proposed.default
    def _all_parameters(self) -> Mapping[str, Parameter]:
        """What `same` may name: a case may state an axis whatever action it is asked about."""
        actions = self.document.environment.vocabulary().actions.values()
        return {p.name: p for action in reversed(list(actions)) for p in action.parameters}

    def axis(self, key: str) -> Axis | Findings:
        """The axis that a name, a label or a history expression means."""
        if key not in self._axes:
            if len(self._axes) >= _REMEMBERED:
                self._axes.clear()
            self._axes[key] = self._axis(key)
        return self._axes[key]

    def _axis(self, key: str) -> Axis | Findings:
        node, findings = _expression(key, key)
        if node is None:
            return findings
        context = self._context(key)
        found = axis_of(context, node)
        return found if found is not None else tuple(context.findings.reported)

    def value(self, key: str, axis: Axis, given: object) -> Value | Findings:
        """The value of an axis that something stated under a key means; not for `None`."""
        match axis.domain, given:
            case YesNo(), bool():
                return given
            case _, str():
                return self._text(key, axis, given)
            case Numbers(), float():
                return _inexact(key, axis.domain, given)
            case Numbers(unit=unit), bool() | int() | Fraction() | Decimal():
                number = _number(given)
                if number is None or unit in _CLOCK:
                    return _wrong(key, axis, given)
                return self._number(key, axis, axis.domain, number)
            case Numbers(), time() | date():
                return self._text(key, axis, given.isoformat())
            case Numbers(unit=Unit.DAYS | Unit.HOURS | Unit.MINUTES as unit), timedelta():
                seconds = Fraction(given // timedelta(microseconds=1), 1_000_000)
                return self._number(key, axis, axis.domain, exact(seconds / base(unit)))
            case _:
                return _wrong(key, axis, given)

    def _number(self, key: str, axis: Axis, domain: Numbers, number: Number) -> Value | Findings:
        if domain.admits(number):
            return number
        context = self._context(key)
        valued(context, attrs.evolve(axis, key=key), literal(number, domain.unit))
        return tuple(attrs.evolve(f, span=None) for f in context.findings.reported)

    def _text(self, key: str, axis: Axis, text: str) -> Value | Findings:
        if isinstance(axis.domain, Numbers) and axis.domain.optional and text.strip() in NEVER:
            return None
        context = self._context(key)
        if isinstance(axis.domain, Members):
            span = attrs.evolve(NOWHERE, source=Source(key, text[:MAX_TEXT]), end=len(text))
            name = text.strip()
            member = member_of(context, n.Name(name, span=span), axis.domain.kind, name)
            return member if member is not None else tuple(context.findings.reported)
        node, _ = _expression(key, text)
        literal_wanted = isinstance(axis.domain, YesNo) and not isinstance(node, n.YesNoLiteral)
        if node is None or literal_wanted:
            return _wrong(key, axis, text)
        found = valued(context, attrs.evolve(axis, key=key), node)
        return found[1] if found is not None else tuple(context.findings.reported)

    def given(self, text: str, name: str) -> tuple[dict[str, Value], dict[str, Axis]]:
        """The values that a text like `overdue = 20, unreachable = 73h` states, and their axes.

        A blank text states nothing. Raises `CaseError`.
        """
        if not text.strip():
            return {}, {}
        node, findings = parse_facts(Source(name, text))
        if node is None or findings:
            raise CaseError(findings)
        context = self._context(name)
        case = case_of(context, node.facts)
        if context.findings.reported:
            raise CaseError(tuple(context.findings.reported))
        return case, {key: context.axes[key] for key in case}

    def _context(self, name: str) -> Context:
        context = Context(self.document.environment, self.documents, Source(name, ""))
        context.proposed = self._proposed
        return context


def _expression(name: str, text: str) -> tuple[n.Expression | None, Findings]:
    """The one expression that a text is, or what is wrong with it."""
    if not text.strip():
        return None, (finding(stating.NOT_A_STATEMENT_OF_FACT, text=text[:MAX_TEXT]),)
    source = Source(name[:MAX_TEXT], text[:MAX_TEXT])
    node, findings = parse_facts(source)
    if node is None or findings:
        return None, findings
    if len(node.facts) != 1 or len(text) > MAX_TEXT:
        return None, (finding(stating.NOT_A_STATEMENT_OF_FACT, text=text[:MAX_TEXT]),)
    return node.facts[0], ()


def _number(given: bool | int | Fraction | Decimal) -> Number | None:
    """The exact number, unless it is none or has more digits than anybody publishes."""
    if isinstance(given, bool):
        return None
    if isinstance(given, Decimal):
        if not given.is_finite() or abs(given.adjusted()) > MAX_DIGITS:
            return None
        given = Fraction(given)
    return exact(given) if abs(given) < 10**MAX_DIGITS else None


def _inexact(key: str, domain: Numbers, given: float) -> Findings:
    example = f'`"{given!r}"`' if isinstance(domain.unit, Unit) else f"`Decimal('{given!r}')`"
    return (finding(deciding.INEXACT_NUMBER, name=key, value=repr(given), example=example),)


def _wrong(key: str, axis: Axis, given: object) -> Findings:
    """That a value is of no kind that the fact takes."""
    wanted, example = _expected(axis)
    value = shown(given)
    found = finding(
        deciding.WRONG_FACT_VALUE, name=key, wanted=wanted, value=value, example=example
    )
    return (found,)


def _expected(axis: Axis) -> tuple[Wording, Wording]:
    """What a fact is, and an example of a value."""
    match axis.domain:
        case YesNo():
            return {"en": "yes or no", "zh": "是或否"}, "`true` / `false`"
        case Members(kind):
            return a_member(kind), members(kind)
        case Numbers(unit=unit, lower=lower):
            sample = 1 if axis.domain.admits(1) and unit not in _CLOCK else lower or 0
            return a_quantity(unit), f'`"{quantity(sample, unit)["en"]}"`'
