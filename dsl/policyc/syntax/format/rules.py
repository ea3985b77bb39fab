"""How rules are written, and the statements around them."""

from typing import assert_never

from policyc.syntax import nodes as n
from policyc.syntax.format.algebra import (
    HARD,
    LINE,
    NOTHING,
    SPACE,
    Align,
    Doc,
    Group,
    Nest,
    Text,
    concat,
    filled,
    flat_width,
    joined,
)
from policyc.syntax.format.declarations import INDENTATION, cite, cites, named
from policyc.syntax.format.expressions import clause, expression, value, value_range
from policyc.syntax.format.patterns import for_each, pattern
from policyc.syntax.format.terms import (
    COLON,
    Terms,
    could_be_a_word,
    dotted,
    label,
    listed,
    mark,
    name,
    spaces,
    string,
)

_FURTHER = 2 * INDENTATION
"""How far the second line of an effect or of a rule's head is indented."""


def date(node: n.DateLiteral) -> Doc:
    """`2025-03-31`."""
    return Text(node.text, "DATE")


def published(t: Terms, node: n.Published) -> Doc:
    """`published 2025-05-05`."""
    return concat(t.word("PUBLISHED"), SPACE, date(node.date))


def effective(t: Terms, node: n.Effective) -> Doc:
    """`effective 2025-01-01 until 2026-01-01`."""
    start = concat(t.word("EFFECTIVE"), SPACE, date(node.start))
    if node.end is None:
        return start
    return concat(start, SPACE, t.word("UNTIL"), SPACE, date(node.end))


def scope(t: Terms, node: n.Scope) -> Doc:
    """`scope: lender = bank`."""
    return _below(concat(t.word("SCOPE"), COLON), expression(t, node.condition))


def define(t: Terms, node: n.Define) -> Doc:
    """`define lost_contact: unreachable > 72h`."""
    head = concat(named(t, "DEFINE", node.name), label(node.label), COLON)
    return _below(head, expression(t, node.condition))


def source(t: Terms, node: n.SourceDeclaration) -> Doc:
    """`source law "…" dated 2021-08-20 at "…" official`."""
    parts = [concat(named(t, "SOURCE", node.name), label(node.title))]
    if node.dated:
        parts.append(concat(t.word("DATED"), SPACE, date(node.dated)))
    if node.address:
        parts.append(concat(t.word("AT"), SPACE, string(node.address.value)))
    if node.attestation:
        parts.append(t.word(node.attestation.upper()))
    return Nest(INDENTATION, filled(parts))


def stages(t: Terms, node: n.Stages) -> Doc:
    """Stages, each on its own line, their ranges below each other.

    A comma is needed only where the next stage's name could be read as a word of the language.
    """
    separated = any(could_be_a_word(stage.name.text) for stage in node.ranges[1:])
    widest = max((_width(stage) for stage in node.ranges if stage.label), default=0)
    heads = [_stage_head(stage, widest) for stage in node.ranges]
    edge = max(map(flat_width, heads), default=0) + 1
    lines = [
        concat(head, spaces(edge - flat_width(head)), value_range(t, stage.range))
        for head, stage in zip(heads, node.ranges, strict=True)
    ]
    rows = listed(lines) if separated else lines
    below = Nest(INDENTATION, concat(*(concat(HARD, row) for row in rows)))
    return concat(named(t, "STAGES_OF", node.fact), COLON, below)


def _stage_head(node: n.StageRange, widest: int) -> Doc:
    """A stage's name and label, labels below each other."""
    if node.label is None:
        return concat(name(node.name.text), COLON)
    gap = spaces(widest - _width(node))
    return concat(name(node.name.text), gap, label(node.label), COLON)


def _width(node: n.StageRange) -> int:
    return flat_width(name(node.name.text))


def set_term(t: Terms, node: n.SetTerm) -> Doc:
    """`set recording_retention = 6 months`."""
    head = concat(named(t, "SET", node.name), SPACE)
    if node.value is not None:
        told = concat(mark("EQUAL"), SPACE, value(t, node.value))
    elif node.range is not None:
        told = value_range(t, node.range)
    else:
        told = t.word("UNSPECIFIED")
    return concat(head, told, cites(t, node.cites))


def default(t: Terms, node: n.Default) -> Doc:
    """`default forbid contact(any)`."""
    return concat(t.word("DEFAULT"), SPACE, _effect(t, node.effect), cites(t, node.cites))


def unmodelled(t: Terms, node: n.Unmodelled) -> Doc:
    """`unmodelled "…" because "…" cite …`, on one line or each part on its own."""
    parts = [
        concat(t.word("UNMODELLED"), SPACE, string(node.statement.value)),
        concat(t.word("BECAUSE"), SPACE, string(node.reason.value)),
        *(cite(t, found) for found in node.cites),
    ]
    return Group(Nest(INDENTATION, joined(LINE, parts)))


def rule(t: Terms, node: n.Rule) -> Doc:
    """A rule: a short one on the line of its name, any other below it.

    Short is one that has no title, has not both a condition and sources, and fits on the line.
    """
    body = _body(t, node)
    if node.head is None:
        return concat(body, cites(t, node.cites))
    head = concat(_head(t, node.head), COLON)
    if node.head.title is None and (node.when is None or not node.cites):
        return concat(_below(head, body), cites(t, node.cites))
    return concat(head, Nest(INDENTATION, concat(HARD, body)), cites(t, node.cites))


def _below(head: Doc, body: Doc) -> Doc:
    """A head with its body beside it if that fits, below it if not."""
    return Group(concat(head, Nest(INDENTATION, concat(LINE, body))))


def _head(t: Terms, node: n.RuleHead) -> Doc:
    head = concat(named(t, "RULE", node.name), label(node.title))
    if node.rebuttable:
        head = concat(head, SPACE, t.word("REBUTTABLE"))
    if not node.overrides:
        return head
    overridden = Align(filled(listed(map(dotted, node.overrides))))
    overrides = concat(LINE, t.word("OVERRIDES"), SPACE, overridden)
    return concat(head, Nest(_FURTHER, Group(overrides)))


def _body(t: Terms, node: n.Rule) -> Doc:
    """The sentence, on one line or each of its clauses on its own."""
    if node.when is None:
        clauses = [_effects(t, node.effects)]
    else:
        then = concat(t.word("THEN"), SPACE, _effects(t, node.effects))
        clauses = [clause(t, "WHEN", node.when), then]
    if node.unless is not None:
        clauses.append(clause(t, "UNLESS", node.unless))
    if node.otherwise:
        clauses.append(concat(t.word("OTHERWISE"), SPACE, _effects(t, node.otherwise)))
    return Group(joined(LINE, clauses))


def _effects(t: Terms, found: tuple[n.Effect, ...]) -> Doc:
    return Align(Group(joined(LINE, listed(_effect(t, effect) for effect in found))))


def _effect(t: Terms, node: n.Effect) -> Doc:
    match node:
        case n.Permission(found):
            return _ruled(t, "ALLOW", found)
        case n.Prohibition(found):
            return _ruled(t, "FORBID", found)
        case n.AdviceAgainst(found):
            return _ruled(t, "DISCOURAGE", found)
        case n.Advice(found):
            return _ruled(t, "RECOMMEND", found)
        case n.Obligation():
            return _obligation(t, node)
        case n.ConditionDuty():
            return _condition_duty(t, node)
        case n.Limit():
            return _limit(t, node)
        case _:
            assert_never(node)


def _ruled(t: Terms, keyword: str, found: n.Pattern) -> Doc:
    return concat(t.word(keyword), SPACE, pattern(t, found))


def _obligation(t: Terms, node: n.Obligation) -> Doc:
    duty = _ruled(t, "REQUIRE", node.pattern)
    return Nest(_FURTHER, filled([duty, _deadline(t, node.deadline)])) if node.deadline else duty


def _deadline(t: Terms, node: n.Deadline) -> Doc:
    length = t.quantity(node.length)
    if node.event is None:
        return concat(t.word("EVERY"), SPACE, length)
    within = concat(t.word("WITHIN"), SPACE, length, SPACE)
    return concat(within, t.word("AFTER"), SPACE, pattern(t, node.event))


def _condition_duty(t: Terms, node: n.ConditionDuty) -> Doc:
    for_pattern = concat(t.word("FOR"), SPACE, pattern(t, node.pattern))
    below = max(t.width("REQUIRE") - t.width("FOR"), 0)
    condition = clause(t, "REQUIRE", node.condition)
    return Group(Align(concat(condition, Nest(below, concat(LINE, for_pattern)))))


def _limit(t: Terms, node: n.Limit) -> Doc:
    times = concat(SPACE, t.word("TIMES")) if t.script == "zh" else NOTHING
    number = concat(t.word("TO"), SPACE, Text(node.number, "NUMBER"), times)
    most = concat(number, SPACE, _period(t, node.period))
    parts = [_ruled(t, "LIMIT", node.pattern), most]
    if node.subject:
        parts.append(for_each(t, node.subject))
    return Nest(_FURTHER, filled(parts))


def _period(t: Terms, node: n.Period) -> Doc:
    if node.how != "any":
        return t.word(f"PER_{node.how.upper()}")
    length = concat(SPACE, t.quantity(node.length)) if node.length else NOTHING
    return concat(t.word("IN_ANY"), length)
