"""Comparisons: two operands to a condition."""

from collections.abc import Iterable, Mapping

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
from policyc.diagnostics.catalogue import naming, typing
from policyc.diagnostics.diagnostic import Wording
from policyc.elaborate.amounts import Amount, compare
from policyc.elaborate.arithmetic import aligned
from policyc.elaborate.bounds import check_threshold
from policyc.elaborate.context import Context
from policyc.elaborate.describe import kind_name
from policyc.elaborate.lookup import look_up, unknown_fact
from policyc.elaborate.members import is_member_word, member_of
from policyc.elaborate.operands import (
    Broken,
    Choice,
    Chosen,
    InStage,
    Operand,
    Truth,
    Word,
    described,
    says_never,
)
from policyc.elaborate.size import bounded
from policyc.syntax import nodes as n

Side = tuple[Operand, n.Expression]


def compared(context: Context, node: n.Node, left: Side, operator: str, right: Side) -> Condition:
    """The condition that two operands compare so; `ALWAYS` after a finding."""
    left, right = read_beside(context, left, right[0]), read_beside(context, right, left[0])
    match left[0], right[0]:
        case (Broken(), _) | (_, Broken()):
            return ALWAYS
        case Word(), Choice() | Chosen() | InStage():
            return compared(context, node, right, _MIRRORED[operator], left)
        case Amount() as a, Amount() as b:
            return _amounts(context, node, (a, left[1]), operator, (b, right[1]))
        case Truth() as a, Truth() as b if operator in _EQUALITY:
            equal = bounded(context, node, _same_truth(a.condition, b.condition))
            return _negated_if(operator == "!=", equal)
        case Choice() as choice, Word(text) if operator in _EQUALITY:
            member = member_of(context, right[1], choice.kind, text)
            if member is None:
                return ALWAYS
            return _negated_if(operator == "!=", Among(choice.axis, frozenset((member,))))
        case Choice() | Chosen(), Choice() | Chosen() if operator in _EQUALITY:
            return _same_member(context, node, left[0], operator, right[0])
        case InStage(), Word(text):
            return stage_compared(context, right[1], operator, text)
        case _:
            return mismatch(context, left, operator, right)


def read_beside(context: Context, side: Side, other: Operand) -> Side:
    """A name read as the member or stage that it is too, where its neighbour calls for one."""
    found, node = side
    if not isinstance(node, n.NameUse) or isinstance(found, Broken):
        return side
    match other:
        case Choice(kind=kind) | Chosen(kind=kind):
            of_kind = isinstance(found, Choice | Chosen) and found.kind == kind
            is_member = not of_kind and is_member_word(kind, node.text)
        case InStage():
            is_member = context.environment.stages.find(node.text) is not None
        case _:
            is_member = False
    return (Word(node.text), node) if is_member else side


_EQUALITY = ("=", "!=")
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}


def mismatch(context: Context, left: Side, operator: str, right: Side) -> Condition:
    """`ALWAYS`, after the finding that two operands cannot be compared so."""
    for (found, node), (other, other_node) in ((left, right), (right, left)):
        if isinstance(found, Word):
            if _is_never(context, node, other_node):
                pass
            elif not _is_unordered(context, node, found, operator, other):
                unknown_fact(context, node, found.text)
            return ALWAYS
    (first, first_node), (second, second_node) = left, right
    if _is_unordered(context, second_node, second, operator, first):
        return ALWAYS
    context.report(
        typing.WRONG_VALUE,
        second_node,
        text=second_node.span.text,
        found=described(second),
        name=first_node.span.text,
        wanted=described(first),
        example=_example(first),
    )
    return ALWAYS


def _is_never(context: Context, node: n.Expression, beside: n.Expression) -> bool:
    """Whether an elapsed time is compared with *never*; a finding if so."""
    if not (says_never(node) and isinstance(beside, n.Elapsed | n.ElapsedDays)):
        return False
    event = beside.pattern.span.text
    hint: Wording = {
        "en": f"`not ever({event})` says that it never happened",
        "zh": f"`非 发生过({event})`表示从未发生",
    }
    text = node.span.text
    context.report(naming.UNKNOWN_FACT, node, name=text, advice=hint)
    return True


def _is_unordered(
    context: Context, node: n.Node, found: Operand, operator: str, beside: Operand
) -> bool:
    """Whether members of a kind are compared as if they had an order; a finding if so."""
    if operator in _EQUALITY or not isinstance(beside, Choice | Chosen):
        return False
    if not isinstance(found, Word | Choice | Chosen):
        return False
    context.report(typing.UNORDERED_MEMBERS, node, kind=kind_name(beside.kind), operator=operator)
    return True


def _example(wanted: Operand) -> Wording:
    match wanted:
        case Choice(kind=kind) | Chosen(kind=kind):
            return f"`= {kind.members[0]}`"
        case Truth():
            return {"en": "`= yes` or `= no`", "zh": "`= 是`或`= 否`"}
        case Amount(dimension=dimension):
            return _AMOUNTS.get(dimension, f"`5_000 {dimension}`")
        case _:
            return {"en": "`= early`, the name of a stage", "zh": "`= 初期`这样的阶段名称"}


_AMOUNTS: Mapping[str, Wording] = {
    "plain": "`3`",
    "bare": "`3`",
    "time": {"en": "`16 days` or `72h`", "zh": "`16天`或`72小时`"},
    "months": {"en": "`6 months` or `3 years`", "zh": "`6个月`或`3年`"},
    "percent": "`30%`",
    "time of day": "`20:00`",
    "date": "`2025-03-31`",
}


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


def stage_compared(context: Context, node: n.Expression, operator: str, word: str) -> Condition:
    """The condition that the case's stage compares so with a stage; `ALWAYS` after a finding."""
    found = look_up(context, context.environment.stages, naming.UNKNOWN_STAGE, node, word)
    if found is None:
        return ALWAYS
    every = [declared.entry for declared in context.environment.stages]
    stages = [stage for stage in every if stage.axis == found.entry.axis]
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


def negated(
    context: Context, subject: Operand, found: Condition, words: Iterable[str]
) -> Condition:
    """Not so, where there is a value at all: a comparison with what never happened is false.

    `words` are what the subject is compared with: they tell which fact's stages are meant.
    """
    match subject:
        case Amount(parts=parts):
            optional = [key for key in parts if context.numbers(key).optional]
            return conjoin([negate(found), *(Within(key, EVERY_NUMBER) for key in optional)])
        case InStage():
            stages = [declared.entry for declared in context.environment.stages]
            named = [d.entry.axis for w in words if (d := context.environment.stages.find(w))]
            in_some = [
                disjoin([stage.condition for stage in stages if stage.axis == axis])
                for axis in dict.fromkeys(named)
            ]
            return conjoin([negate(found), *in_some])
        case _:
            return negate(found)


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
