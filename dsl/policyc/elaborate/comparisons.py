"""Comparisons and ranges: two or three operands to a condition."""

from collections.abc import Sequence

from policyc.core.actions import Kind
from policyc.core.conditions import (
    ALWAYS,
    Among,
    Condition,
    Within,
    conjoin,
    disjoin,
    negate,
)
from policyc.core.numbers import EVERY_NUMBER
from policyc.core.weekdays import WEEKDAY
from policyc.diagnostics.catalogue import naming, typing
from policyc.elaborate.amounts import Amount, compare
from policyc.elaborate.arithmetic import aligned
from policyc.elaborate.bounds import check_threshold
from policyc.elaborate.context import Context
from policyc.elaborate.describe import advice
from policyc.elaborate.operands import (
    Broken,
    Choice,
    Chosen,
    InStage,
    Operand,
    Truth,
    Word,
    described,
)
from policyc.elaborate.units import SECONDS_A_DAY
from policyc.syntax import nodes as n

Side = tuple[Operand, n.Expression]


def compared(context: Context, node: n.Node, left: Side, operator: str, right: Side) -> Condition:
    """The condition that two operands compare so; `ALWAYS` after a finding."""
    match left[0], right[0]:
        case (Broken(), _) | (_, Broken()):
            return ALWAYS
        case Word(), Choice() | Chosen() | InStage():
            return compared(context, node, right, _MIRRORED[operator], left)
        case Amount() as a, Amount() as b:
            return _amounts(context, node, (a, left[1]), operator, (b, right[1]))
        case Truth() as a, Truth() as b if operator in _EQUALITY:
            return _negated_if(operator == "!=", _same_truth(a.condition, b.condition))
        case Choice() as choice, Word(text) if operator in _EQUALITY:
            member = member_of(context, right[1], choice.kind, text)
            if member is None:
                return ALWAYS
            return _negated_if(operator == "!=", Among(choice.axis, frozenset((member,))))
        case Choice() | Chosen(), Choice() | Chosen() if operator in _EQUALITY:
            return _same_member(context, node, left[0], operator, right[0])
        case InStage(), Word(text):
            return _stage(context, right[1], operator, text)
        case _:
            return _mismatch(context, left, operator, right)


_EQUALITY = ("=", "!=")
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}


def _mismatch(context: Context, left: Side, operator: str, right: Side) -> Condition:
    for found, node in (left, right):
        if isinstance(found, Word):
            context.report(
                naming.UNKNOWN_FACT,
                node,
                name=found.text,
                advice=advice(found.text, context.environment.values.words()),
            )
            return ALWAYS
    (first, first_node), (second, second_node) = left, right
    context.report(
        typing.WRONG_VALUE,
        second_node,
        text=second_node.span.text,
        found=described(second),
        name=first_node.span.text,
        wanted=described(first),
        example=_example(first, operator),
    )
    return ALWAYS


def _example(wanted: Operand, operator: str) -> str:
    match wanted:
        case Choice(kind=kind) | Chosen(kind=kind):
            return f"`= {kind.members[0]}`" if operator in _EQUALITY else "`=`"
        case Truth():
            return "`= yes` / `= no`"
        case _:
            return "`20`, `72h`, `5_000 CNY`, `20:00`"


def _negated_if(negative: bool, found: Condition) -> Condition:
    return negate(found) if negative else found


def _same_truth(left: Condition, right: Condition) -> Condition:
    if right == ALWAYS:
        return left
    if right == negate(ALWAYS):
        return negate(left)
    if left in (ALWAYS, negate(ALWAYS)):
        return _same_truth(right, left)
    return disjoin([conjoin([left, right]), conjoin([negate(left), negate(right)])])


def member_of(context: Context, node: n.Node, kind: Kind, word: str) -> str | None:
    """The member of a kind that a name or label is; `None` after a finding."""
    if word in kind.members:
        return word
    pairs = zip(kind.members, kind.member_labels, strict=False)
    labelled = [member for member, label in pairs if label == word]
    if len(labelled) == 1:
        return labelled[0]
    known = [w for w in (*kind.members, *kind.member_labels) if w]
    context.report(
        naming.UNKNOWN_MEMBER, node, name=word, kind=f"`{kind.name}`", advice=advice(word, known)
    )
    return None


def _same_member(
    context: Context, node: n.Node, left: Operand, operator: str, right: Operand
) -> Condition:
    sides = [(s.kind, _members(s)) for s in (left, right) if isinstance(s, Choice | Chosen)]
    (kind, first), (other, second) = sides
    if kind.name != other.name:
        context.report(
            typing.MIXED_UNITS,
            node,
            left=described(left),
            right=described(right),
            advice={"en": "compare members of one kind", "zh": "请比较同一种类的成员"},
        )
        return ALWAYS
    equal = disjoin([conjoin([first[m], second[m]]) for m in kind.members])
    return _negated_if(operator == "!=", equal)


def _members(side: Choice | Chosen) -> dict[str, Condition]:
    if isinstance(side, Choice):
        return {m: Among(side.axis, frozenset((m,))) for m in side.kind.members}
    return {m: ALWAYS if m == side.member else negate(ALWAYS) for m in side.kind.members}


def _stage(context: Context, node: n.Expression, operator: str, word: str) -> Condition:
    found = context.environment.stages.find(word)
    stages = [declared.entry for declared in context.environment.stages]
    if found is None:
        known = context.environment.stages.words()
        context.report(naming.UNKNOWN_STAGE, node, name=word, advice=advice(word, known))
        return ALWAYS
    stages = [stage for stage in stages if stage.axis == found.entry.axis]
    place = stages.index(found.entry)
    return disjoin([s.condition for i, s in enumerate(stages) if _ORDER[operator](i, place)])


_ORDER = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
}


def negated(context: Context, subject: Operand, found: Condition) -> Condition:
    """Not so, where there is a value at all: a comparison with what never happened is false."""
    match subject:
        case Amount(parts=parts):
            optional = [key for key in parts if context.numbers(key).optional]
            return conjoin([negate(found), *(Within(key, EVERY_NUMBER) for key in optional)])
        case InStage():
            in_some = disjoin([d.entry.condition for d in context.environment.stages])
            return conjoin([negate(found), in_some])
        case _:
            return negate(found)


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
    sides = [side for side in (subject, start, end) if side is not None]
    amounts = [(operand, node) for operand, node in sides if isinstance(operand, Amount)]
    if any(isinstance(operand, Broken) for operand, _ in sides):
        return ALWAYS
    if len(amounts) == len(sides):
        return _between(context, node, amounts, closed=closed)
    words = [(operand.text, node) for operand, node in sides[1:] if isinstance(operand, Word)]
    if len(words) == len(sides) - 1:
        if isinstance(subject[0], InStage):
            return _stage_range(context, words, closed=closed)
        if isinstance(subject[0], Choice) and subject[0].kind is WEEKDAY:
            return _weekdays(context, subject[0], words, closed=closed)
    wrong = next(s for s in sides[1:] if not isinstance(s[0], Amount) or len(amounts) == 1)
    return _mismatch(context, subject, "..", wrong)


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
    within = conjoin([from_start, to_end])
    in_order = compare(start, "<=" if closed else "<", end)
    if subject.dimension == "time of day" and in_order != ALWAYS and not _whole_day(start, end):
        around = disjoin([from_start, to_end])
        wrapped = disjoin([conjoin([in_order, within]), conjoin([negate(in_order), around])])
        return check_threshold(context, node, wrapped)
    if in_order == negate(ALWAYS):
        context.report(typing.EMPTY_RANGE, node)
        return ALWAYS
    return check_threshold(context, node, within)


def _whole_day(start: Amount, end: Amount) -> bool:
    both = start.is_constant and end.is_constant
    return both and start.constant == 0 and end.constant == SECONDS_A_DAY


def _stage_range(
    context: Context, words: Sequence[tuple[str, n.Expression]], *, closed: bool
) -> Condition:
    parts = [_stage(context, words[0][1], ">=", words[0][0])]
    if len(words) > 1:
        parts.append(_stage(context, words[1][1], "<=" if closed else "<", words[1][0]))
    return conjoin(parts)


def _weekdays(
    context: Context,
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
    days = frozenset(WEEKDAY.members[(first + i) % 7] for i in range(length))
    return Among(subject.axis, days)


def _amounts(
    context: Context,
    node: n.Node,
    left: tuple[Amount, n.Expression],
    operator: str,
    right: tuple[Amount, n.Expression],
) -> Condition:
    amounts = aligned(context, [left, right])
    if amounts is None:
        return ALWAYS
    return check_threshold(context, node, compare(amounts[0], operator, amounts[1]))
