"""Comparisons of sums as a sentence says them: `amount is more than 10 times instalment`."""

import re
from collections.abc import Mapping, Sequence

import attrs

from policyc.core.axes import (
    Axis,
    Count,
    Elapsed,
    ElapsedDays,
    Fact,
    History,
    Numbers,
    Unit,
)
from policyc.core.conditions import LinearForm
from policyc.core.numbers import NumberSet
from policyc.diagnostics.diagnostic import Language
from policyc.syntax import nodes as n
from policyc.syntax.format.expressions import expression
from policyc.wording.show.names import Names
from policyc.wording.sums import compared
from policyc.wording.trees import printed

_GROUPED = re.compile(r"(?<=[0-9])_(?=[0-9])")
"""How the language groups the digits of a number."""

_OPERATORS: Mapping[str, Mapping[Language, str]] = {
    "=": {"en": "is", "zh": "等于"},
    "!=": {"en": "is not", "zh": "不等于"},
    ">=": {"en": "is at least", "zh": "不少于"},
    ">": {"en": "is more than", "zh": "超过"},
    "<=": {"en": "is at most", "zh": "不超过"},
    "<": {"en": "is less than", "zh": "少于"},
}


_MOMENTS: Mapping[str, Mapping[Language, str]] = {
    "=": {"en": "is", "zh": "为"},
    "!=": {"en": "is not", "zh": "不是"},
    ">=": {"en": "is not before", "zh": "不早于"},
    ">": {"en": "is after", "zh": "晚于"},
    "<=": {"en": "is not after", "zh": "不晚于"},
    "<": {"en": "is before", "zh": "早于"},
}
"""The same between two times of day, or two dates."""


def sum_words(names: Names, form: LinearForm, numbers: NumberSet) -> str:
    """That a sum lies in a set of numbers."""
    plain = {key: attrs.evolve(axis, origin=Fact()) for key, axis in names.speech.axes.items()}
    speech = attrs.evolve(names.speech, axes={**names.speech.axes, **_history(names, plain)})
    told = [_condition(names, node) for node in compared(speech, form, numbers)]
    return ("或" if names.chinese else " or ").join(told)


def _history(names: Names, plain: Mapping[str, Axis]) -> dict[str, Axis]:
    """The axes of history expressions as plain facts, so that they go by their keys."""
    axes = names.speech.axes
    return {key: axis for key, axis in plain.items() if isinstance(axes[key].origin, History)}


def _condition(names: Names, node: n.Expression) -> str:
    match node:
        case n.Conjunction(parts):
            return ("且" if names.chinese else " and ").join(_condition(names, p) for p in parts)
        case n.Disjunction(parts):
            return ("或" if names.chinese else " or ").join(_condition(names, p) for p in parts)
        case n.Comparison((left, right), (operator,)):
            words = _MOMENTS if _is_moment(names, left) else _OPERATORS
            word = words[operator][names.language]
            gap = "" if names.chinese else " "
            return gap.join([_quantity(names, left), word, _quantity(names, right)])
        case _:
            return _as_written(names, node)


def _is_moment(names: Names, node: n.Expression) -> bool:
    """Whether one side of a comparison is a time of day or a date."""
    axis = names.speech.axes.get(node.text) if isinstance(node, n.NameUse) else None
    domain = axis.domain if axis is not None else None
    return isinstance(domain, Numbers) and domain.unit in (Unit.TIME_OF_DAY, Unit.DATE)


def _quantity(names: Names, node: n.Expression) -> str:
    """One side of a comparison."""
    match node:
        case n.NameUse(text):
            return _named(names, text)
        case n.Product((n.Quantity(number, None), thing), ("*", "*")):
            what = _quantity(names, thing)
            return f"{what}的{number}倍" if names.chinese else f"{number} times {what}"
        case n.Share(number, whole):
            what = _quantity(names, whole)
            return f"{what}的{number}%" if names.chinese else f"{number}% of {what}"
        case n.Sum(parts, signs):
            return _sum(names, parts, signs)
        case _:
            return _as_written(names, node)


def _named(names: Names, text: str) -> str:
    """A fact, or what the history says as a number."""
    axis = names.speech.axes.get(text)
    if axis is None:
        return text
    match axis.origin:
        case Count(pattern, window, subject):
            event, when = names.action(pattern), names.window(window)
            if names.chinese:
                return f"{when}{event}的次数{names.subject(subject)}"
            when = f" {when}" if when else ""
            return f"the number of times that {event} has happened{when}{names.subject(subject)}"
        case Elapsed(pattern, subject):
            event, each = names.action(pattern), names.subject(subject)
            said = f"最近一次{event}距今的时长" if names.chinese else f"the time since {event}"
            return said + each
        case ElapsedDays(pattern, subject):
            event, each = names.action(pattern), names.subject(subject)
            if names.chinese:
                return f"最近一次{event}距今的自然日数{each}"
            return f"the number of calendar days since {event}{each}"
        case _:
            return names.fact(text)


def _sum(names: Names, parts: Sequence[n.Expression], signs: Sequence[str]) -> str:
    words = {"+": "加", "-": "减"} if names.chinese else {"+": " plus ", "-": " minus "}
    told = _quantity(names, parts[0])
    for sign, part in zip(signs[1:], parts[1:], strict=True):
        told += words[sign] + _quantity(names, part)
    return told


def _as_written(names: Names, node: n.Expression) -> str:
    """In the language itself, for what sentences have no better words for."""
    written = printed(names.speech, lambda terms: expression(terms, node))
    return _GROUPED.sub(",", written)
