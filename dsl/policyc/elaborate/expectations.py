"""What tests say together, and what they expect of policies."""

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

import attrs

from policyc.core.actions import Ground, Pattern
from policyc.core.axes import Value
from policyc.core.policy import Rules, Verdict
from policyc.diagnostics.catalogue import naming, stating, typing
from policyc.elaborate import units
from policyc.elaborate.context import Context
from policyc.elaborate.describe import Words, advice, document_advice
from policyc.elaborate.documents import Found
from policyc.elaborate.given import case_of
from policyc.elaborate.patterns import arguments, pattern, signature_of
from policyc.elaborate.rules import rule_named
from policyc.source import Span
from policyc.syntax import nodes as n

Trial: TypeAlias = n.Test | n.Scenario | n.Table


@attrs.frozen
class Expectation:
    """What a policy should say of every action of a pattern.

    `policy` is a name as written; `None` for the policy that the test stands in. `rule`, where it
    is given, should be among the rules that decide.
    """

    policy: str | None
    pattern: Pattern
    actions: tuple[Ground, ...]
    verdict: Verdict
    rule: str | None
    where: Span


@attrs.frozen
class Test:
    """One case and what is expected of it; `day` chooses the versions."""

    title: str
    case: Mapping[str, Value]
    expectations: tuple[Expectation, ...]
    day: date | None
    where: Span


WHAT: Mapping[type[n.Node], Words] = {
    n.Test: {"en": "test", "zh": "测试"},
    n.Scenario: {"en": "scenario", "zh": "场景"},
    n.Table: {"en": "table", "zh": "表格"},
}
"""What messages call them."""


_TO_EXPECT: Mapping[type[n.Node], Words] = {
    n.Test: {"en": "add `expect ACTION VERDICT`", "zh": "请添加`预期 行为 结论`"},
    n.Scenario: {"en": "add `expect POLICY VERDICT`", "zh": "请添加`预期 政策 结论`"},
    n.Table: {
        "en": "give each policy a column of its name, with a verdict in each row",
        "zh": "请为每份政策设一列，以其名称为列名，每行写明结论",
    },
}


def report_nothing_expected(context: Context, node: Trial) -> None:
    """Reports a test, scenario or table without an expectation."""
    kind = type(node)
    hint = _TO_EXPECT[kind]
    context.report(stating.NOTHING_EXPECTED, node.title, what=WHAT[kind], advice=hint)


@attrs.frozen
class Parts:
    """What the parts of a test say together."""

    case: dict[str, Value]
    asked: Pattern | None
    expected: tuple[n.Expect, ...]
    day: date | None


def parts_of(context: Context, node: Trial) -> Parts:
    """The parts of a test, scenario or table; `ask` and `on` may be said once."""
    facts = tuple(f for part in node.parts if isinstance(part, n.Given) for f in part.facts)
    once: tuple[tuple[type[n.Node], Words], ...] = (
        (n.Ask, {"en": "ask", "zh": "询问"}),
        (n.On, {"en": "on", "zh": "于"}),
    )
    for kind, word in once:
        for part in [part for part in node.parts if isinstance(part, kind)][1:]:
            context.report(naming.REPEATED_STATEMENT, part, statement=word)
    asked = next((part for part in node.parts if isinstance(part, n.Ask)), None)
    on = next((part for part in node.parts if isinstance(part, n.On)), None)
    return Parts(
        case_of(context, facts),
        None if asked is None else pattern(context, asked.pattern, action=True),
        tuple(part for part in node.parts if isinstance(part, n.Expect)),
        None if on is None else _day(context, on),
    )


def _day(context: Context, node: n.On) -> date | None:
    found = units.day(node.date.text)
    if found is None:
        context.report(typing.NO_SUCH_DATE, node.date, text=node.date.text)
    return found


def expectations(
    context: Context, test: Trial, parts: Parts, rules: Rules | None
) -> tuple[Expectation, ...]:
    """What the `expect` statements say; `rules` are those of the policy they stand in, if any."""
    found = (_expectation(context, test, parts, node, rules) for node in parts.expected)
    return tuple(expectation for expectation in found if expectation is not None)


def _expectation(
    context: Context, test: Trial, parts: Parts, node: n.Expect, rules: Rules | None
) -> Expectation | None:
    """One expectation: of the own policy for an action, or of a named policy for what is asked."""
    name = n.Name(node.subject.text, span=node.subject.span)
    is_action = node.arguments is not None or (
        context.environment.signatures.find(name.text) is not None
    )
    if rules is not None and (is_action or parts.asked is None):
        signature = signature_of(context, name, action=True)
        given = node.arguments or ()
        of = signature and arguments(context, node.subject, signature, given, relative=False)
        return _own(context, node, of, rules) if of else None
    if parts.asked is None:
        context.report(stating.NOTHING_ASKED, test.title, what=WHAT[type(test)])
        return None
    versions = policy_named(context, name, name.text)
    rule = node.rule.text if node.rule else None
    if node.rule and versions and not any(may_have_rule(v, node.rule.text) for v in versions):
        known = [name for version in versions for name in _rule_names(version)]
        hint = advice(node.rule.text, known)
        context.report(naming.UNKNOWN_RULE, node.rule, name=node.rule.text, advice=hint)
    verdict = Verdict(node.verdict.name)
    return expected(context, name.text, parts.asked, verdict, node.span, rule)


def _own(context: Context, node: n.Expect, of: Pattern, rules: Rules) -> Expectation:
    rule = rule_named(context, rules, node.rule) if node.rule else None
    return expected(context, None, of, Verdict(node.verdict.name), node.span, rule)


def expected(
    context: Context,
    policy: str | None,
    of: Pattern,
    verdict: Verdict,
    where: Span,
    rule: str | None = None,
) -> Expectation:
    """An expectation of every single action of a pattern."""
    declared = context.environment.signatures.find(of.name)
    assert declared is not None, "the pattern was found by it"
    actions = tuple(ground for ground in declared.entry.ground() if of.covers(ground))
    return Expectation(policy, of, actions, verdict, rule, where)


def policy_named(context: Context, place: n.Node, name: str) -> list[Found]:
    """The versions of a policy; none after a finding."""
    found = [f for f in context.documents.find(name, context.source) if f.kind == "policy"]
    if not found:
        own = [context.environment.name]
        known = list(dict.fromkeys([*own, *context.documents.names(context.source)]))
        context.report(naming.UNKNOWN_POLICY, place, name=name, advice=document_advice(name, known))
    return found


def may_have_rule(version: Found, rule: str) -> bool:
    """Whether a policy has a rule of that name, as far as its own text tells."""
    includes = any(isinstance(item, n.Includes) for item in version.document.items)
    return includes or rule in _rule_names(version)


def _rule_names(version: Found) -> list[str]:
    rules = [item for item in version.document.items if isinstance(item, n.Rule)]
    return [rule.head.name.text for rule in rules if rule.head is not None]
