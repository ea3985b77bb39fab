"""Core values back to the trees of the language: names, patterns, numbers, history expressions.

What is made here stands in no text; the formatter's printers write it in either script.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias, assert_never

from policyc.core.actions import Argument, Kind, Pattern, Same, Signature
from policyc.core.axes import (
    AllTime,
    Axis,
    CalendarWindow,
    Count,
    Currency,
    Elapsed,
    ElapsedDays,
    Ever,
    Fact,
    History,
    Members,
    Numbers,
    OpenTerm,
    Rolling,
    SinceEvent,
    Unit,
    Value,
    Window,
    YesNo,
)
from policyc.core.numbers import Number, exact
from policyc.source import Source, Span
from policyc.syntax import nodes as n
from policyc.syntax.format.algebra import Doc, flat_text
from policyc.syntax.format.terms import Terms
from policyc.wording.speech import Speech
from policyc.wording.values import NEVER, grouped, number_text

NOWHERE = Span(Source("<wording>", ""), 0, 0)
"""Where trees stand that nobody wrote."""

Printer: TypeAlias = Callable[[Terms], Doc]


def printed(speech: Speech, printer: Printer) -> str:
    """What a printer writes in the script of the speech, on one line."""
    return " ".join(flat_text(printer(Terms(speech.language))).split())


def subject(speech: Speech, key: str) -> n.Expression:
    """An axis: the name or label of a fact or term, or a history expression."""
    axis = speech.axes.get(key)
    if axis is None or isinstance(axis.origin, Fact | OpenTerm):
        return name_use(speech.fact(key))
    return history(speech, axis.origin)


def name_use(text: str) -> n.NameUse:
    """A name in an expression."""
    return n.NameUse(text, span=NOWHERE)


def history(speech: Speech, found: History) -> n.Expression:
    """A history expression; the subject that counts use anyway is not written."""
    of = pattern(speech, found.pattern)
    usual = speech.vocabulary.subjects[0] if speech.vocabulary.subjects else ""
    each = None if found.subject == usual else n.Name(found.subject, span=NOWHERE)
    match found:
        case Count(_, span, _):
            return n.Count(of, _window(speech, span), each, span=NOWHERE)
        case Elapsed():
            return n.Elapsed(of, each, span=NOWHERE)
        case ElapsedDays():
            return n.ElapsedDays(of, each, span=NOWHERE)
        case Ever():
            return n.Ever(of, each, span=NOWHERE)
        case _:
            assert_never(found)


def _window(speech: Speech, window: Window) -> n.Window | None:
    match window:
        case CalendarWindow.TODAY:
            return n.Window("today", span=NOWHERE)
        case CalendarWindow.THIS_WEEK:
            return n.Window("this week", span=NOWHERE)
        case CalendarWindow.THIS_MONTH:
            return n.Window("this month", span=NOWHERE)
        case Rolling():
            return n.Window("last", length(window), span=NOWHERE)
        case SinceEvent(of):
            return n.Window("since", event=pattern(speech, of), span=NOWHERE)
        case AllTime():
            return None
        case _:
            assert_never(window)


def length(window: Rolling) -> n.Quantity:
    """A length of time in the largest unit that gives a whole number, or else in minutes."""
    if window.months:
        years = window.months % 12 == 0
        amount, unit = (window.months // 12, Unit.YEARS) if years else (window.months, Unit.MONTHS)
        return n.Quantity(grouped(amount), unit.value, span=NOWHERE)
    for size, unit in ((86_400, Unit.DAYS), (3_600, Unit.HOURS)):
        if window.seconds % size == 0:
            return n.Quantity(grouped(window.seconds // size), unit.value, span=NOWHERE)
    minutes = exact(Fraction(window.seconds, 60))
    return n.Quantity(grouped(minutes), Unit.MINUTES.value, span=NOWHERE)


def pattern(speech: Speech, found: Pattern) -> n.Pattern:
    """A pattern, without the `any`s at its end."""
    signature = speech.vocabulary.signature(found.name)
    arguments = [
        _argument(speech, argument, parameter.kind)
        for argument, parameter in zip(found.arguments, signature.parameters, strict=True)
    ]
    while len(arguments) > 1 and arguments[-1].how == "any":
        arguments.pop()
    return call(speech, signature, tuple(arguments))


def call(speech: Speech, signature: Signature, arguments: tuple[n.Argument, ...]) -> n.Pattern:
    """An action or event with arguments."""
    name = n.Name(speech.signature(signature), span=NOWHERE)
    return n.Pattern(name, arguments or None, span=NOWHERE)


def _argument(speech: Speech, argument: Argument, kind: Kind) -> n.Argument:
    if argument is None:
        return n.Argument("any", span=NOWHERE)
    if isinstance(argument, Same):
        return n.Argument(
            "same", (n.Name(speech.parameter(argument.parameter), span=NOWHERE),), span=NOWHERE
        )
    chosen = [member for member in kind.members if member in argument]
    others = [member for member in kind.members if member not in argument]
    if others and len(others) < len(chosen):
        return n.Argument("but", member_names(speech, kind, others), span=NOWHERE)
    return n.Argument("among", member_names(speech, kind, chosen), span=NOWHERE)


def member_names(speech: Speech, kind: Kind, members: list[str]) -> tuple[n.Name, ...]:
    """Members as names."""
    return tuple(n.Name(speech.member(kind, member), span=NOWHERE) for member in members)


def value(speech: Speech, axis: Axis, found: Value) -> n.Expression:
    """A value of an axis; for *never*, which no literal is, the word of the language."""
    match axis.domain:
        case YesNo():
            return n.YesNoLiteral(bool(found), span=NOWHERE)
        case Members(kind):
            return name_use(speech.member(kind, str(found)))
        case Numbers(unit=unit):
            if found is None:
                return name_use(NEVER[speech.language])
            assert not isinstance(found, str), "a numeric axis has a number"
            return literal(found, unit)
        case _:
            assert_never(axis.domain)


def literal(found: Number, unit: Unit | Currency) -> n.Expression:
    """A number of a unit; one that no decimal equals as a quotient, `1h / 3`."""
    if found < 0:
        return n.Negative(literal(-found, unit), span=NOWHERE)
    if isinstance(found, Fraction) and "/" in grouped(found):
        whole, divisor = literal(found.numerator, unit), bare(found.denominator)
        return n.Product((whole, divisor), ("*", "/"), span=NOWHERE)
    match unit:
        case Currency(code):
            return n.Quantity(grouped(found), code, span=NOWHERE)
        case Unit.PERCENT:
            return n.Percentage(grouped(found), span=NOWHERE)
        case Unit.TIME_OF_DAY:
            return n.TimeLiteral(number_text(found, unit), span=NOWHERE)
        case Unit.DATE:
            return n.DateLiteral(number_text(found, unit), span=NOWHERE)
        case Unit.COUNT | Unit.NUMBER:
            return bare(found)
        case _:
            return n.Quantity(grouped(found), unit.value, span=NOWHERE)


def bare(found: Number) -> n.Quantity:
    """A number without a unit."""
    return n.Quantity(grouped(found), span=NOWHERE)
