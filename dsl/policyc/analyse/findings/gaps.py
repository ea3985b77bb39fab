"""Findings about where a policy says nothing of an action."""

from collections.abc import Iterator

from policyc.analyse.example import example
from policyc.analyse.findings.words import (
    LANGUAGES,
    as_test,
    exception_words,
    part_words,
    place_of,
    rules_words,
)
from policyc.analyse.reports.naming import naming
from policyc.analyse.reports.phrases import phrase
from policyc.core.actions import Pattern
from policyc.core.policy import Policy
from policyc.diagnostics.catalogue import analysing
from policyc.diagnostics.diagnostic import Diagnostic, Related, Wording
from policyc.space.differences.parts import Part
from policyc.space.grid.joint import Joint
from policyc.space.questions.alone import gaps
from policyc.space.space import Space
from policyc.space.undecided import Undecided

FEW = 2
"""Up to so many exceptions stand in the sentence; more stand each beside the rule that speaks."""

NOTHING = phrase("nothing is said", "未规定")
WHERE_RULES_SPEAK = phrase(
    "{part}, except in the cases of {rules}", "{part}，{rules}所规定的情形除外"
)
EXCEPT_WHEN = phrase("except when {cases}", "除非{cases}")


def silences(space: Space, policy: Policy, action: str) -> Iterator[Diagnostic | Undecided]:
    """Where, in its scope, a policy says nothing about an action."""
    signature = space.actions.get(action)
    if signature is None:
        return
    pattern = Pattern(action, (None,) * len(signature.parameters))
    for part in gaps(space, pattern):
        yield _gap(space.joint, policy, part) if isinstance(part, Part) else part.undecided


def _gap(joint: Joint, policy: Policy, part: Part) -> Diagnostic:
    beside = len(part.exceptions) > FEW
    return Diagnostic(
        analysing.SILENT_GAP,
        policy.where,
        {"policy": policy.name, "where": _where(joint, policy, part, beside=beside)},
        tuple(_exceptions(joint, policy, part)) if beside else (),
        witness=as_test(policy, example(joint, part.witness), NOTHING),
    )


def _where(joint: Joint, policy: Policy, part: Part, *, beside: bool) -> Wording:
    if not beside:
        return part_words(joint, part)
    rules = dict.fromkeys(rule for cut in part.exceptions for _, rule in cut.rules)
    listed = rules_words(policy, rules)
    assert not isinstance(listed, str), "rules are told in both languages"
    return {
        language: WHERE_RULES_SPEAK[language].format(
            part=naming(joint, language).teller.part(part.where), rules=listed[language]
        )
        for language in LANGUAGES
    }


def _exceptions(joint: Joint, policy: Policy, part: Part) -> Iterator[Related]:
    """Each exception beside the first of the rules that speak there."""
    for cut in part.exceptions:
        rule = next((rule for _, rule in cut.rules), "")
        place = place_of(policy, rule)
        if place is not None:
            told = exception_words(joint, part, cut)
            yield Related(
                place,
                {k: EXCEPT_WHEN[k].replace("{cases}", text) for k, text in told.items()},
            )
