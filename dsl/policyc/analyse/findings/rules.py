"""Findings about rules: those that never decide or change nothing, and those that clash."""

from collections.abc import Iterator, Sequence

from policyc.analyse.example import example
from policyc.analyse.findings.words import (
    as_test,
    own_rules,
    part_words,
    place_of,
    related,
    rules_words,
)
from policyc.analyse.reports.phrases import phrase
from policyc.core.conditions import conjoin, negate
from policyc.core.policy import Effect, Policy
from policyc.diagnostics.catalogue import analysing, stating, typing
from policyc.diagnostics.diagnostic import Code, Diagnostic
from policyc.source import Span
from policyc.space.alone import conflicts
from policyc.space.idle import Idle, Why, idle
from policyc.space.parts import Part
from policyc.space.space import Space
from policyc.space.undecided import Undecided

THE_RULE = phrase("the rule `{name}`", "规则`{name}`")

_CODES: dict[Why, Code] = {
    Why.CONTRADICTORY: analysing.NEVER_APPLIES,
    Why.DEFEATED: analysing.ALWAYS_OVERRIDDEN,
    Why.MASKED: analysing.MASKED_RULE,
    Why.REDUNDANT: analysing.REDUNDANT_RULE,
}


def idle_rules(
    space: Space, policy: Policy, known: Sequence[Diagnostic] = ()
) -> Iterator[Diagnostic | Undecided]:
    """The policy's own rules that never decide, or without which nothing would change.

    Those of which a known finding says the like are left out.
    """
    told = {rule for finding in known if finding.code in _LIKE for rule in _around(policy, finding)}
    own = own_rules(policy) - told
    for found in idle(space):
        if isinstance(found, Undecided):
            yield found
        elif found.rule in own:
            yield _idle(policy, found)


_LIKE = (stating.DUPLICATE_RULE, typing.CONSTANT_CONDITION)
"""Codes that say of a rule, by its text alone, that it changes nothing."""


def _around(policy: Policy, finding: Diagnostic) -> Iterator[str]:
    """The rules in whose text a finding lies."""
    spans = [span for span in (finding.span, *(r.span for r in finding.related)) if span]
    for name, rule in policy.rules.items():
        if rule.where is not None and any(_within(span, rule.where) for span in spans):
            yield name


def _within(inner: Span, outer: Span) -> bool:
    return inner.source is outer.source and outer.start <= inner.start < outer.end


def _idle(policy: Policy, found: Idle) -> Diagnostic:
    words = {"rule": found.rule, "rules": rules_words(found.covering)}
    places = related(policy, found.covering, THE_RULE)
    return Diagnostic(_CODES[found.why], place_of(policy, found.rule), words, places)


def clashes(space: Space, policy: Policy) -> Iterator[Diagnostic | Undecided]:
    """Where the policy requires and forbids the same, with a case for each.

    A requirement that may only be met under conditions (`require C for A`) is no clash: who meets
    the conditions can meet it.
    """
    for part in conflicts(space):
        if not isinstance(part, Part):
            yield part.undecided
        elif not _only_duties(policy, part):
            yield _clash(space, policy, part)


def _only_duties(policy: Policy, part: Part) -> bool:
    """Whether all that forbids in a part are conditions for the action."""
    action = part.where.pattern.name
    unmet = {(duty.rule, conjoin([duty.guard, negate(duty.requirement)])) for duty in policy.duties}
    rules = {rule for _, rule in part.rules}
    forbidding = [
        clause
        for clause in policy.clauses
        if clause.effect is Effect.FORBID and clause.rule in rules
        if clause.pattern.name == action
    ]
    return bool(forbidding) and all((c.rule, c.guard) in unmet for c in forbidding)


def _clash(space: Space, policy: Policy, part: Part) -> Diagnostic:
    shown = example(space.joint, part.witness)
    rules = list(dict.fromkeys(clause.rule for clause in shown.outcomes[0].deciding))
    rules = rules or [rule for _, rule in part.rules]
    words = {
        "policy": policy.name,
        "where": part_words(space.joint, part),
        "rules": rules_words(rules),
    }
    return Diagnostic(
        analysing.CLASHING_RULES,
        place_of(policy, rules[0]),
        words,
        related(policy, rules[1:], THE_RULE),
        witness=as_test(policy, shown, "required and forbidden"),
    )
