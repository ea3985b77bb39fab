"""Findings about rules: those that never decide or change nothing, and those that clash."""

from collections.abc import Iterator, Mapping, Sequence

from policyc.analyse.example import example
from policyc.analyse.findings.never import never_applies
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
from policyc.diagnostics.diagnostic import Code, Diagnostic, Related
from policyc.source import Span
from policyc.space.differences.parts import Part
from policyc.space.questions.alone import conflicts
from policyc.space.questions.idle import Idle, Why, idle
from policyc.space.space import Space
from policyc.space.undecided import Undecided

THE_RULE = phrase("the rule `{name}`", "规则`{name}`")
THE_DEFAULT = phrase("the default", "默认规则")
_BOTH = phrase("required and forbidden", "既要求又禁止")

_CODES: dict[Why, Code] = {
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
    like = (finding for finding in known if finding.code in _LIKE)
    own = own_rules(policy) - {rule for finding in like for rule in _around(policy, finding)}
    found = list(idle(space))
    covered = {each.rule: each for each in found if isinstance(each, Idle)}
    told: set[str] = set()
    for each in found:
        if isinstance(each, Undecided):
            yield each
        elif each.rule in own and each.rule not in told:
            other = _interchangeable(each, covered)
            told |= {other} if other is not None else set()
            yield _idle(policy, each, paired=other is not None)


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


def _interchangeable(found: Idle, covered: Mapping[str, Idle]) -> str | None:
    """The rule that covers for a redundant one and is covered by it: either of the two may go."""
    if found.why is not Why.REDUNDANT or len(found.covering) != 1:
        return None
    other = covered.get(found.covering[0])
    mutual = other is not None and other.why is Why.REDUNDANT and other.covering == (found.rule,)
    return found.covering[0] if mutual else None


def _idle(policy: Policy, found: Idle, *, paired: bool) -> Diagnostic:
    if found.why is Why.CONTRADICTORY:
        return never_applies(policy, found.rule)
    words = {"rule": found.rule, "rules": rules_words(policy, found.covering)}
    places = _places(policy, found.covering)
    code = analysing.INTERCHANGEABLE_RULES if paired else _CODES[found.why]
    return Diagnostic(code, place_of(policy, found.rule), words, places)


def _places(policy: Policy, rules: Sequence[str]) -> tuple[Related, ...]:
    """Where some rules and defaults are stated, the rules first."""
    defaults = {clause.rule for clause in policy.defaults}
    named = [rule for rule in rules if rule not in defaults]
    others = [rule for rule in rules if rule in defaults]
    return (*related(policy, named, THE_RULE), *related(policy, others, THE_DEFAULT))


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
        "rules": rules_words(policy, rules),
    }
    return Diagnostic(
        analysing.CLASHING_RULES,
        place_of(policy, rules[0]),
        words,
        _places(policy, rules[1:]),
        witness=as_test(policy, shown, _BOTH),
    )
