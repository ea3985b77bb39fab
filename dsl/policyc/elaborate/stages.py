"""Stages: consecutive named ranges of a fact, their holes and overlaps."""

from policyc.core.axes import Axis, Numbers
from policyc.core.conditions import All, Condition, Linear, Within
from policyc.core.numbers import Number, NumberSet
from policyc.core.policy import Stage
from policyc.diagnostics.catalogue import stating, typing
from policyc.elaborate.comparisons import Side
from policyc.elaborate.context import Context
from policyc.elaborate.declare import report_taken
from policyc.elaborate.describe import Words, quantity
from policyc.elaborate.environment import Declared
from policyc.elaborate.expressions import axis_operand, in_range
from policyc.elaborate.lookup import unknown_fact
from policyc.elaborate.operands import described
from policyc.syntax import nodes as n


def declare_stages(context: Context, node: n.Stages) -> None:
    """Puts the stages into the environment, and reports holes, overlaps and disorder."""
    declared = context.environment.values.find(node.fact.text)
    axis = declared.entry if declared is not None else None
    failed = context.environment.failed
    if not isinstance(axis, Axis):
        if node.fact.text not in failed:
            unknown_fact(context, node.fact, node.fact.text)
        failed.add("stage")
        return
    context.used.add(axis.key)
    subject = (axis_operand(context, axis), n.NameUse(axis.key, span=node.fact.span))
    if not isinstance(axis.domain, Numbers):
        found = described(subject[0])
        context.report(typing.NOT_AN_AMOUNT, node.fact, text=node.fact.text, found=found)
        failed.add("stage")
        return
    stages = [_stage(context, axis, subject, given) for given in node.ranges]
    for stage, given in zip(stages, node.ranges, strict=True):
        label = given.label.value if given.label else None
        entry = Declared(stage, stage.name, label, context.environment.name, given.name.span)
        taken = context.environment.stages.add(entry)
        if taken is not None:
            report_taken(context, given.name.span, stage.name, taken.where)
    for place in range(1, len(stages)):
        _check_neighbours(context, axis.domain, stages[place - 1 : place + 1], node.ranges[place])


def _stage(context: Context, axis: Axis, subject: Side, given: n.StageRange) -> Stage:
    found = in_range(context, given, subject, given.range)
    return Stage(given.name.text, found, axis.key, given.label.value if given.label else None)


def _check_neighbours(
    context: Context, domain: Numbers, pair: list[Stage], node: n.StageRange
) -> None:
    first, second = (_numbers(stage.condition, domain) for stage in pair)
    if first is None or second is None:
        return  # an end is an open term: only the policy's assumptions can order them
    before, after = pair[0].name, pair[1].name
    if first.meet(second).intervals:
        context.report(stating.STAGE_OVERLAP, node, first=before, second=after)
        return
    end, start = first.intervals[-1].upper, second.intervals[0].lower
    if end is None or start is None or start < end:
        context.report(stating.STAGE_ORDER, node, first=before, second=after)
        return
    both = first.join(second)
    if domain.step is not None:
        both = both.on_grid(domain.step)
    if len(both.intervals) > 1:
        hole = _hole(both, domain)
        context.report(stating.STAGE_HOLE, node, hole=hole, first=before, second=after)


def _hole(both: NumberSet, domain: Numbers) -> Words:
    gap = both.complement().intervals[1]
    if domain.step is not None:
        gap = gap.on_grid(domain.step)
    ends: list[Number] = [end for end in (gap.lower, gap.upper) if end is not None]
    texts = [quantity(end, domain.unit) for end in dict.fromkeys(ends)]
    return {
        "en": " to ".join(text["en"] for text in texts),
        "zh": "至".join(text["zh"] for text in texts),
    }


def _numbers(condition: Condition, domain: Numbers) -> NumberSet | None:
    """The numbers of a stage; `None` where open terms take part, or after a finding."""
    possible = NumberSet((domain.interval,))
    parts = condition.parts if isinstance(condition, All) else (condition,)
    for part in parts:
        if isinstance(part, Linear):
            return None
        if isinstance(part, Within):
            possible = possible.meet(part.numbers)
        else:
            return None
    return possible if possible.intervals else None
