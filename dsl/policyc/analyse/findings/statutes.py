"""Findings about the statutes that a policy is subject to: what it permits and they forbid."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from policyc.analyse.compliance import Compliance, compliance
from policyc.analyse.findings.words import (
    LANGUAGES,
    as_scenario,
    place_of,
    related,
)
from policyc.analyse.provisions import Breach
from policyc.analyse.reports.naming import naming
from policyc.analyse.reports.phrases import Phrase, phrase
from policyc.analyse.reports.provisions_text import ClauseTeller
from policyc.analyse.reports.sources import rule_text
from policyc.core.conditions import NEVER
from policyc.core.policy import Policy
from policyc.diagnostics.catalogue import analysing
from policyc.diagnostics.diagnostic import Diagnostic, Language, Wording
from policyc.space.grid.joint import Joint, NotComparable
from policyc.space.questions.terms import Complying
from policyc.space.undecided import Undecided
from policyc.wording.conditions import fact_text

PERMITTED = phrase("permitted by `{name}`", "允许依据：`{name}`")
FORBIDDEN = phrase("forbidden by `{name}`", "禁止依据：`{name}`")
TITLE = phrase("{policy} permits what {statute} forbids", "{policy}允许了{statute}所禁止的行为")
NOT_IN_FORCE = phrase("none of its versions is in force on {day}", "{day}没有生效的版本")
HAS_ERRORS = phrase("it has errors itself", "它本身有错误")
TOLD = 3
"""How many ways to breach one clause a sentence tells; of more it says how many."""


def breaches(policy: Policy, statute: Policy) -> Iterator[Diagnostic | Undecided]:
    """What a policy permits and a statute forbids: one finding for each clause of the statute."""
    try:
        found = compliance(policy, statute)
    except NotComparable as error:
        words = {"policy": policy.name, "statute": statute.name, "name": error.name}
        yield Diagnostic(analysing.NOT_COMPARABLE, policy.where, words)
        return
    sure = _broken_for_certain(found)
    alike: dict[tuple[bool, tuple[str, ...]], list[Breach]] = {}
    for breach in found.breaches:
        certain = not breach.terms or not sure.isdisjoint(breach.rules[1])
        alike.setdefault((certain, breach.rules[1]), []).append(breach)
    for (certain, _), same in alike.items():
        yield _finding(found, same, certain=certain)
    for part in found.unknown:
        yield part.undecided


def unchecked(policy: Policy, statute: str, day: date | None) -> Diagnostic:
    """The finding that a statute was left out: not in force on a day; with errors for no day."""
    why = HAS_ERRORS if day is None else NOT_IN_FORCE
    told = {language: why[language].format(day=day) for language in LANGUAGES}
    words: dict[str, Wording] = {"policy": policy.name, "statute": statute, "why": told}
    return Diagnostic(analysing.UNCHECKED_STATUTE, policy.where, words)


def _finding(found: Compliance, same: Sequence[Breach], *, certain: bool) -> Diagnostic:
    """The finding about the breaches of the same clauses of a statute."""
    first = same[0]
    permitting = tuple(dict.fromkeys(rule for breach in same for rule in breach.rules[0]))
    words: dict[str, Wording] = {
        "policy": found.policy.name,
        "statute": found.statute.name,
        "where": {language: _told(found, same, language) for language in LANGUAGES},
        "rules": {
            language: _listed(
                (rule_text(found.statute, rule, language) for rule in first.rules[1]), language
            )
            for language in LANGUAGES
        },
    }
    if not certain:
        terms = dict.fromkeys(term for breach in same for term in breach.terms)
        words["terms"] = _terms_words(found.joint, tuple(terms))
    return Diagnostic(
        analysing.STATUTE_BREACH if certain else analysing.POSSIBLE_BREACH,
        place_of(found.policy, permitting[0] if permitting else ""),
        words,
        (
            *related(found.policy, permitting[1:], PERMITTED),
            *related(found.statute, first.rules[1], FORBIDDEN),
        ),
        witness=as_scenario(found.joint, first.example, _expected(found), _title(found)),
    )


def _title(found: Compliance) -> Phrase:
    names = {"policy": found.policy.name, "statute": found.statute.name}
    return {language: TITLE[language].format(**names) for language in LANGUAGES}


def _expected(found: Compliance) -> tuple[str, str]:
    """What a scenario calls the policy, and the statute: as the policy does that is subject to it.

    A statute is `subject to`'s `cn.pipl` and calls itself `pipl`.
    """
    own = found.statute.name
    named = (name for name in found.policy.subject_to if name.rpartition(".")[2] == own)
    return found.policy.name, next(named, own)


def _told(found: Compliance, same: Sequence[Breach], language: Language) -> str:
    """What is permitted: of each part the actions, and what the statute turns on."""
    clauses = ClauseTeller(found, naming(found.joint, language).teller)
    told = list(dict.fromkeys(clauses.against(breach, breach.rules[1]) for breach in same))
    more = f" (+{len(told) - TOLD})" if len(told) > TOLD else ""
    return ("；" if language == "zh" else "; ").join(told[:TOLD]) + more


def _listed(parts: Iterable[str], language: Language) -> str:
    return ("、" if language == "zh" else ", ").join(parts)


def _broken_for_certain(found: Compliance) -> frozenset[str]:
    """The clauses that some case breaks whatever the open terms are, though they bound every case.

    Where no clause alone is such, but each value breaks one or another, that is all of them.
    """
    terms = found.terms
    if not any(each.certain for each in found.broken) and isinstance(terms, Complying):
        never = terms.condition == NEVER and terms.exact
        return frozenset(each.rule for each in found.broken if never)
    return frozenset(each.rule for each in found.broken if each.certain and each.terms is not None)


def _terms_words(joint: Joint, terms: tuple[str, ...]) -> Wording:
    return {
        language: _listed(
            (fact_text(naming(joint, language).speech, key) for key in terms), language
        )
        for language in LANGUAGES
    }
