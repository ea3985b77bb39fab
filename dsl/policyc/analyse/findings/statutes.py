"""Findings about the statutes that a policy is subject to: what it permits and they forbid."""

from collections.abc import Iterator

from policyc.analyse.compliance import Breach, Compliance, compliance
from policyc.analyse.findings.words import (
    LANGUAGES,
    as_test,
    part_words,
    place_of,
    related,
)
from policyc.analyse.reports.naming import naming
from policyc.analyse.reports.phrases import phrase
from policyc.analyse.reports.sources import rule_text
from policyc.core.axes import OpenTerm
from policyc.core.conditions import NEVER, axes_of
from policyc.core.policy import Policy
from policyc.diagnostics.catalogue import analysing
from policyc.diagnostics.diagnostic import Diagnostic, Wording
from policyc.space.joint import Joint, NotComparable
from policyc.space.terms import Complying
from policyc.space.undecided import Undecided
from policyc.wording.conditions import fact_text

PERMITTED = phrase("permitted by `{name}`", "允许依据：`{name}`")
FORBIDDEN = phrase("forbidden by `{name}`", "禁止依据：`{name}`")


def breaches(policy: Policy, statute: Policy) -> Iterator[Diagnostic | Undecided]:
    """The cases that a policy permits and a statute forbids, with the clauses of both."""
    try:
        found = compliance(policy, statute)
    except NotComparable as error:
        words = {"policy": policy.name, "statute": statute.name, "name": error.name}
        yield Diagnostic(analysing.NOT_COMPARABLE, policy.where, words)
        return
    for breach in found.breaches:
        yield _breach(found, breach)
    for part in found.unknown:
        yield part.undecided


def _breach(found: Compliance, breach: Breach) -> Diagnostic:
    terms = _open_terms(found.joint, breach)
    everywhere = all(_open_terms(found.joint, other) for other in found.breaches)
    certain = not terms or (everywhere and _never_complies(found))
    first = breach.rules[0][0] if breach.rules[0] else ""
    words: dict[str, Wording] = {
        "policy": found.policy.name,
        "statute": found.statute.name,
        "where": part_words(found.joint, breach.part),
        "rules": {
            language: ("、" if language == "zh" else ", ").join(
                rule_text(found.statute, rule, language) for rule in breach.rules[1]
            )
            for language in LANGUAGES
        },
    }
    if not certain:
        words["terms"] = _terms_words(found.joint, terms)
    return Diagnostic(
        analysing.STATUTE_BREACH if certain else analysing.POSSIBLE_BREACH,
        place_of(found.policy, first),
        words,
        (
            *related(found.policy, breach.rules[0][1:], PERMITTED),
            *related(found.statute, breach.rules[1], FORBIDDEN),
        ),
        witness=as_test(found.policy, breach.example, f"forbidden by {found.statute.name}"),
    )


def _never_complies(found: Compliance) -> bool:
    """Whether some case is a breach whatever the open terms are."""
    return isinstance(found.terms, Complying) and found.terms.condition == NEVER


def _open_terms(joint: Joint, breach: Breach) -> tuple[str, ...]:
    """The open terms that bound a breach."""
    keys = (k for bound in breach.part.where.bounds for k in axes_of(bound.condition))
    return tuple(dict.fromkeys(k for k in keys if isinstance(joint.axes[k].origin, OpenTerm)))


def _terms_words(joint: Joint, terms: tuple[str, ...]) -> Wording:
    return {
        language: ("、" if language == "zh" else ", ").join(
            fact_text(naming(joint, language).speech, key) for key in terms
        )
        for language in LANGUAGES
    }
