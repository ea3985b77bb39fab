"""Values, intervals, places and examples as JSON holds them: the part that all objects share."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from policyc.analyse.example import Example
from policyc.core.actions import Argument, Kind
from policyc.core.axes import Domain
from policyc.core.conditions import LinearForm
from policyc.core.numbers import Interval, NumberSet
from policyc.core.policy import Citation, Policy
from policyc.decide.json_values import NEVER, value_json
from policyc.diagnostics.places import place
from policyc.space.grid.bound import Bound
from policyc.space.where import Where
from policyc.wording.conditions import condition_text, form_text
from policyc.wording.speech import Speech


def interval_json(domain: Domain, interval: Interval) -> dict[str, Any]:
    """`ge` or `gt`, `le` or `lt`; an end that does not bound is left out."""
    found: dict[str, Any] = {}
    if interval.lower is not None:
        found["gt" if interval.lower_open else "ge"] = value_json(domain, interval.lower)
    if interval.upper is not None:
        found["lt" if interval.upper_open else "le"] = value_json(domain, interval.upper)
    return found


def round_the_clock(numbers: NumberSet) -> Interval | None:
    """Times of day that reach over midnight as the one interval from evening to morning."""
    match numbers.intervals:
        case (Interval(lower=None) as morning, Interval(upper=None) as evening):
            return Interval(evening.lower, morning.upper, evening.lower_open, morning.upper_open)
        case _:
            return None


def bound_json(bound: Bound) -> list[Any]:
    """What one axis may be: truth values, members or intervals, and `never` where that may be."""
    values = bound.values
    if not isinstance(values, NumberSet):
        return list(values)
    wrapped = round_the_clock(values) if bound.circular else None
    intervals = values.intervals if wrapped is None else (wrapped,)
    found: list[Any] = [interval_json(bound.domain, i) for i in intervals]
    return [*found, NEVER] if bound.never else found


def where_json(found: Where, speech: Speech) -> dict[str, Any]:
    """A place: one entry for each axis that it restricts."""
    names = [bound_name(bound, speech) for bound in found.bounds]
    result: dict[str, Any] = {"action": [found.pattern.name]}
    signature = speech.vocabulary.actions[found.pattern.name]
    for argument, parameter in zip(found.pattern.arguments, signature.parameters, strict=True):
        if argument is not None:
            taken = parameter.name == "action" or parameter.name in names
            key = f"{signature.name}.{parameter.name}" if taken else parameter.name
            result[key] = _members(argument, parameter.kind)
    result |= {name: bound_json(b) for name, b in zip(names, found.bounds, strict=True)}
    return result


def bound_name(bound: Bound, speech: Speech) -> str:
    """The axis of a bound: its key, or the expression that it stands for."""
    match bound.name:
        case str():
            return bound.name
        case LinearForm():
            return form_text(speech, bound.name)
        case _:
            return condition_text(speech, bound.name)


def _members(argument: Argument, kind: Kind) -> list[str]:
    assert isinstance(argument, frozenset), "a region's pattern holds no `same`"
    return [member for member in kind.members if member in argument]


def example_json(found: Example) -> dict[str, Any]:
    """An example as a case for `decide`."""
    facts = {k: value_json(found.axes[k].domain, value) for k, value in found.facts.items()}
    return {"ask": str(found.action), **facts}


def rules_json(policy: Policy, names: Iterable[str]) -> list[dict[str, Any]]:
    """Rules with their titles, sources and places in the text."""
    return [_rule(policy, name) for name in names]


def _rule(policy: Policy, name: str) -> dict[str, Any]:
    rule = policy.rules.get(name)
    span = None if rule is None or rule.where is None else place(rule.where)
    return {
        "rule": name,
        "title": None if rule is None else rule.title,
        "sources": [] if rule is None else [citation_json(c) for c in rule.citations],
        "file": None if span is None else span.file,
        "line": None if span is None else span.start.line,
    }


def citation_json(citation: Citation) -> dict[str, Any]:
    """A place in a source."""
    return {"source": citation.source.title or citation.source.name, "place": citation.place}


def policy_json(policy: Policy, day: date | None = None) -> dict[str, Any]:
    """Which text a policy is, and the day whose version it is where one is known."""
    start, end = policy.period.start, policy.period.end
    return {
        "name": policy.name,
        "label": policy.label,
        "published": None if policy.published is None else policy.published.isoformat(),
        "effective": None if start is None else start.isoformat(),
        "until": None if end is None else end.isoformat(),
        "file": None if policy.where is None else policy.where.source.name,
        **({} if day is None else {"on": day.isoformat()}),
    }
