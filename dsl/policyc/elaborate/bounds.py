"""Conditions against the bounds of the facts that they ask about."""

from policyc.core.axes import Numbers, Unit
from policyc.core.conditions import ALWAYS, Condition, Constant, Within
from policyc.core.numbers import Number, NumberSet, exact
from policyc.diagnostics.catalogue import typing
from policyc.diagnostics.diagnostic import Wording
from policyc.elaborate import units
from policyc.elaborate.context import Context
from policyc.elaborate.describe import Words, quantity
from policyc.syntax.nodes import Node
from policyc.wording.values import number_text

_ALWAYS: Words = {"en": "is always true", "zh": "总是成立"}
_NEVER: Words = {"en": "is never true", "zh": "从不成立"}
_FURTHER: Words = {"en": "reaches past what is possible", "zh": "超出了可能的取值"}


def check_threshold(context: Context, node: Node, found: Condition) -> Condition:
    """The condition itself, after a finding where the bounds decide it for every case.

    Open terms are let be: that every value they may take decides a condition is no mistake.
    """
    if isinstance(found, Constant):
        result = _ALWAYS if found == ALWAYS else _NEVER
        context.report(typing.CONSTANT_CONDITION, node, text=node.span.text, result=result)
        return found
    if not isinstance(found, Within) or context.is_term(found.axis):
        return found
    domain = context.numbers(found.axis)
    possible = NumberSet((domain.interval,))
    inside = found.numbers.meet(possible)
    if domain.step is not None:
        inside, possible = inside.on_grid(domain.step), possible.on_grid(domain.step)
    if inside.intervals and (inside != possible or domain.optional):
        if _beyond(domain, found.numbers):
            _report_beyond(context, node, found.axis, domain, _FURTHER)
        elif domain.step is not None:
            _check_steps(context, node, found, domain, domain.step)
        return found
    result = _ALWAYS if inside.intervals else _NEVER
    if _beyond(domain, found.numbers):
        _report_beyond(context, node, found.axis, domain, result)
    else:
        context.report(typing.CONSTANT_CONDITION, node, text=node.span.text, result=result)
    return found


def _check_steps(
    context: Context, node: Node, found: Within, domain: Numbers, step: Number
) -> None:
    """Reports an end that lies between two values: what it says, another one says more plainly."""
    interval, *others = found.numbers.intervals
    ends = [end for end in (interval.lower, interval.upper) if end is not None]
    off = next((end for end in ends if end % step), None)
    if off is None or others:
        return
    below = exact(off - off % step)
    context.report(
        typing.BETWEEN_STEPS,
        node,
        text=node.span.text,
        name=found.axis,
        below=quantity(below, domain.unit),
        above=quantity(exact(below + step), domain.unit),
        step=quantity(step, domain.unit),
        meant=_meant(found.numbers.on_grid(step), domain),
    )


def _meant(numbers: NumberSet, domain: Numbers) -> Words:
    """What a comparison with a line between two values comes to: `>= 2 days`."""
    (interval,) = numbers.intervals
    lower, upper = interval.lower, interval.upper
    ends = [quantity(end, domain.unit) for end in (lower, upper) if end is not None]
    if lower == upper:
        return {"en": f"= {ends[0]['en']}", "zh": f"= {ends[0]['zh']}"}
    if len(ends) > 1:
        return {
            "en": f"in {ends[0]['en']}..{ends[1]['en']}",
            "zh": f"在 {ends[0]['zh']}..{ends[1]['zh']}",
        }
    sign = "<=" if lower is None else ">="
    return {"en": f"{sign} {ends[0]['en']}", "zh": f"{sign} {ends[0]['zh']}"}


def _report_beyond(context: Context, node: Node, name: str, domain: Numbers, result: Words) -> None:
    context.report(
        typing.THRESHOLD_OUTSIDE_BOUNDS,
        node,
        text=node.span.text,
        result=result,
        name=name,
        bounds=bounds_text(domain),
    )


def _beyond(domain: Numbers, numbers: NumberSet) -> bool:
    """Whether an end of the set lies outside the bounds.

    An end that is left out may lie one step further: it says where the values stop.
    """
    step = domain.step or 0
    lower, upper = domain.lower, domain.upper
    return any(
        (lower is not None and end < lower - step * is_open)
        or (upper is not None and end > upper + step * is_open and not _is_midnight(domain, end))
        for interval in numbers.intervals
        for end, is_open in (
            (interval.lower, interval.lower_open),
            (interval.upper, interval.upper_open),
        )
        if end is not None
    )


def _is_midnight(domain: Numbers, end: Number) -> bool:
    """Whether an end is 24:00, which may end a range of times."""
    return domain.unit is Unit.TIME_OF_DAY and end == units.SECONDS_A_DAY


def bounds_text(domain: Numbers) -> Wording:
    """Where the values of a domain lie: `from 0 to 3650 days`."""

    def shown(value: Number, language: str) -> str:
        return number_text(value, domain.unit, "zh" if language == "zh" else "en")

    lower, upper = domain.lower, domain.upper
    if lower is not None and upper is not None:
        return {
            "en": f"from {shown(lower, 'en')} to {shown(upper, 'en')}",
            "zh": f"从{shown(lower, 'zh')}到{shown(upper, 'zh')}",
        }
    if lower is not None:
        return {"en": f"from {shown(lower, 'en')} on", "zh": f"不小于{shown(lower, 'zh')}"}
    if upper is not None:
        return {"en": f"up to {shown(upper, 'en')}", "zh": f"不大于{shown(upper, 'zh')}"}
    return {"en": "anywhere", "zh": "不限"}
