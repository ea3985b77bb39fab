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
from policyc.analyse.open_terms import open_terms
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
    everywhere = all(_open_terms(found.joint, breach) for breach in found.breaches)
    never = everywhere and _never_complies(found)
    alike: dict[tuple[bool, tuple[str, ...]], list[Breach]] = {}
    for breach in found.breaches:
        certain = never or not _open_terms(found.joint, breach)
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
        terms = dict.fromkeys(t for breach in same for t in _open_terms(found.joint, breach))
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


def _never_complies(found: Compliance) -> bool:
    """Whether some case is a breach whatever the open terms are."""
    return isinstance(found.terms, Complying) and found.terms.condition == NEVER


def _open_terms(joint: Joint, breach: Breach) -> tuple[str, ...]:
    """The open terms that bound a breach."""
    return open_terms(joint.axes, [breach.part.where])


def _terms_words(joint: Joint, terms: tuple[str, ...]) -> Wording:
    return {
        language: _listed(
            (fact_text(naming(joint, language).speech, key) for key in terms), language
        )
        for language in LANGUAGES
    }
