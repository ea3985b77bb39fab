"""Conditions against the bounds of the facts that they ask about."""

from policyc.core.axes import Numbers
from policyc.core.conditions import ALWAYS, Condition, Constant, Within
from policyc.core.numbers import Number, NumberSet
from policyc.diagnostics.catalogue import typing
from policyc.diagnostics.diagnostic import Wording
from policyc.elaborate.context import Context
from policyc.elaborate.describe import Words
from policyc.syntax.nodes import Node
from policyc.wording.values import number_text

_ALWAYS: Words = {"en": "always true", "zh": "恒为真"}
_NEVER: Words = {"en": "never true", "zh": "恒为假"}


def check_threshold(context: Context, node: Node, found: Condition) -> Condition:
    """The condition itself, after a finding where the bounds decide it for every case."""
    if isinstance(found, Constant):
        result = _ALWAYS if found == ALWAYS else _NEVER
        context.report(typing.CONSTANT_CONDITION, node, text=node.span.text, result=result)
        return found
    if not isinstance(found, Within):
        return found
    domain = context.numbers(found.axis)
    possible = NumberSet((domain.interval,))
    inside = found.numbers.meet(possible)
    if domain.step is not None:
        inside, possible = inside.on_grid(domain.step), possible.on_grid(domain.step)
    if inside.intervals and (inside != possible or domain.optional):
        return found
    result = {
        language: ("is " if language == "en" else "") + text
        for language, text in (_ALWAYS if inside.intervals else _NEVER).items()
    }
    if _beyond(domain, found.numbers):
        context.report(
            typing.THRESHOLD_OUTSIDE_BOUNDS,
            node,
            text=node.span.text,
            result=result,
            name=found.axis,
            bounds=bounds_text(domain),
        )
    else:
        plain = _ALWAYS if inside.intervals else _NEVER
        context.report(typing.CONSTANT_CONDITION, node, text=node.span.text, result=plain)
    return found


def _beyond(domain: Numbers, numbers: NumberSet) -> bool:
    """Whether an end of the set lies outside the bounds."""
    ends = [e for i in numbers.intervals for e in (i.lower, i.upper) if e is not None]
    return any(e not in domain.interval for e in ends)


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
