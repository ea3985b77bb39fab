"""The finding that a rule never applies, and what of the policy keeps it from applying."""

from collections.abc import Iterator, Sequence

from policyc.analyse.findings.words import LANGUAGES, place_of
from policyc.analyse.reports.phrases import phrase
from policyc.core.policy import Assumption, Policy
from policyc.diagnostics.catalogue import analysing
from policyc.diagnostics.diagnostic import Diagnostic, Language, Related, Wording
from policyc.space.questions.ruled_out import Limit, Scoped, ruled_out
from policyc.space.undecided import Undecided
from policyc.wording.conditions import condition_text
from policyc.wording.speech import Speech

ITS_CONDITION = phrase("its condition", "其条件")
THE_ASSUMPTION = phrase("the assumption", "假定")
THE_SCOPE = phrase("the scope", "适用范围")


def never_applies(policy: Policy, rule: str) -> Diagnostic:
    """That no case satisfies a rule's condition, with the assumptions and the scope it breaks.

    Where what it breaks was not found out, it is left unsaid.
    """
    found = ruled_out(policy, rule)
    limits = () if isinstance(found, Undecided) else found
    what: dict[Language, str] = {
        language: _listed([ITS_CONDITION[language], *_told(policy, limits, language)], language)
        for language in LANGUAGES
    }
    words: dict[str, Wording] = {"rule": rule, "what": what}
    places = tuple(
        Related(limit.where, THE_ASSUMPTION)
        for limit in limits
        if isinstance(limit, Assumption) and limit.where is not None
    )
    return Diagnostic(analysing.NEVER_APPLIES, place_of(policy, rule), words, places)


def _told(policy: Policy, limits: Sequence[Limit], language: Language) -> Iterator[str]:
    speech = Speech.of(policy, language)
    for limit in limits:
        name = (THE_SCOPE if isinstance(limit, Scoped) else THE_ASSUMPTION)[language]
        space = "" if language == "zh" else " "
        yield f"{name}{space}`{condition_text(speech, limit.condition)}`"


def _listed(parts: Sequence[str], language: Language) -> str:
    """Parts in a row, that a case would have to satisfy together."""
    *first, last = parts
    comma, word = ("、", "与") if language == "zh" else (", ", " and ")
    return f"{comma.join(first)}{word}{last}" if first else last
