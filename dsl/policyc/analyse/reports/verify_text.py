"""How a replay of a list of differences went, in words."""

from policyc.analyse.difference import Difference
from policyc.analyse.reports import phrases
from policyc.analyse.reports.diff_json import class_name
from policyc.analyse.reports.naming import naming
from policyc.analyse.verify import Mistake, Verification
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.terminal import escaped
from policyc.wording.actions import action_text
from policyc.wording.facts import statements

SHOWN = 5
"""How many mistakes are shown."""


def verified_text(found: Verification, language: Language) -> str:
    """How many cases were replayed, and whether the list was right in all of them."""
    text = phrases.VERIFIED[language].format(cases=found.cases, differing=found.differing)
    if found.skipped:
        text += phrases.COMMA[language] + phrases.SKIPPED[language].format(count=found.skipped)
    result = phrases.WRONG if found.mistakes else phrases.RIGHT
    return text + phrases.SEMICOLON[language] + result[language].format(count=len(found.mistakes))


def mistakes_text(found: Verification, compared: Difference, language: Language) -> str:
    """The first mistakes: a case, what the list says of it and what is so."""
    return "\n".join(_mistake(m, compared, language) for m in found.mistakes[:SHOWN])


def _mistake(mistake: Mistake, compared: Difference, language: Language) -> str:
    speech = naming(compared.joint, language).speech
    facts = phrases.LISTED[language].join(statements(speech, mistake.case))
    case = action_text(speech, mistake.action) + phrases.WITH[language].format(facts=facts)
    claimed = " + ".join(map(class_name, mistake.claimed)) or "-"
    actual = class_name(mistake.actual) if mistake.actual else "-"
    return escaped(f"  {case}: {claimed} / {actual}")
