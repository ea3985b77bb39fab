"""Ranges: three operands to a condition."""

from collections.abc import Sequence

from policyc.core.conditions import ALWAYS, Among, Condition, Within, conjoin, disjoin, negate
from policyc.core.weekdays import WEEKDAY
from policyc.diagnostics.catalogue import typing
from policyc.elaborate.amounts import Amount, compare
from policyc.elaborate.arithmetic import aligned
from policyc.elaborate.bounds import check_threshold
from policyc.elaborate.comparisons import Side, mismatch, read_beside, stage_compared
from policyc.elaborate.context import Context
from policyc.elaborate.members import member_of
from policyc.elaborate.operands import Broken, Choice, InStage, Word
from policyc.elaborate.units import SECONDS_A_DAY
from policyc.syntax import nodes as n


def ranged(
    context: Context,
    node: n.Node,
    subject: Side,
    start: Side,
    end: Side | None,
    *,
    closed: bool,
) -> Condition:
    """The condition that an operand lies between two others; `ALWAYS` after a finding."""
    ends = [read_beside(context, end, subject[0]) for end in (start, end) if end is not None]
    sides = [subject, *ends]
    amounts = [(operand, node) for operand, node in sides if isinstance(operand, Amount)]
    if any(isinstance(operand, Broken) for operand, _ in sides):
        return ALWAYS
    if len(amounts) == len(sides):
        return _between(context, node, amounts, closed=closed)
    words = [(operand.text, node) for operand, node in ends if isinstance(operand, Word)]
    if len(words) == len(ends):
        if isinstance(subject[0], InStage):
            return _stage_range(context, words, closed=closed)
        if isinstance(subject[0], Choice) and subject[0].kind is WEEKDAY:
            return _weekdays(context, node, subject[0], words, closed=closed)
    of_amounts = isinstance(subject[0], Amount)
    wrong = next(s for s in ends if not (of_amounts and isinstance(s[0], Amount)))
    return mismatch(context, subject, "..", wrong)


def _between(
    context: Context, node: n.Node, found: list[tuple[Amount, n.Expression]], *, closed: bool
) -> Condition:
    amounts = aligned(context, found)
    if amounts is None:
        return ALWAYS
    subject, start, *ends = amounts
    if not ends:
        return check_threshold(context, node, compare(subject, ">=", start))
    (end,) = ends
    from_start = compare(subject, ">=", start)
    to_end = compare(subject, "<=" if closed else "<", end)
    within = _both(from_start, to_end)
    in_order = compare(start, "<=" if closed else "<", end)
    is_empty = not closed and compare(start, "=", end) == ALWAYS
    if (
        not is_empty
        and subject.dimension == "time of day"
        and in_order != ALWAYS
        and not _whole_day(start, end)
    ):
        around = disjoin([from_start, to_end])
        wrapped = disjoin([conjoin([in_order, within]), conjoin([negate(in_order), around])])
        return check_threshold(context, node, wrapped)
    if is_empty or in_order == negate(ALWAYS):
        context.report(typing.EMPTY_RANGE, node)
        return ALWAYS
    return check_threshold(context, node, within)


def _both(left: Condition, right: Condition) -> Condition:
    """Both conditions, in one atom where they speak of one axis."""
    if isinstance(left, Within) and isinstance(right, Within) and left.axis == right.axis:
        return Within(left.axis, left.numbers.meet(right.numbers))
    return conjoin([left, right])


def _whole_day(start: Amount, end: Amount) -> bool:
    both = start.is_constant and end.is_constant
    return both and start.constant == 0 and end.constant == SECONDS_A_DAY


def _stage_range(
    context: Context, words: Sequence[tuple[str, n.Expression]], *, closed: bool
) -> Condition:
    parts = [stage_compared(context, words[0][1], ">=", words[0][0])]
    if len(words) > 1:
        parts.append(stage_compared(context, words[1][1], "<=" if closed else "<", words[1][0]))
    return conjoin(parts)


def _weekdays(
    context: Context,
    node: n.Node,
    subject: Choice,
    words: Sequence[tuple[str, n.Expression]],
    *,
    closed: bool,
) -> Condition:
    found = [member_of(context, node, WEEKDAY, word) for word, node in words]
    places = [WEEKDAY.members.index(member) for member in found if member is not None]
    if len(places) < len(found):
        return ALWAYS
    first, last = places[0], places[1] if len(places) > 1 else 6
    length = (last - first) % 7 + (1 if closed or len(places) == 1 else 0)
    if not length:
        context.report(typing.EMPTY_RANGE, node)
        return ALWAYS
    days = frozenset(WEEKDAY.members[(first + i) % 7] for i in range(length))
    return Among(subject.axis, days)
