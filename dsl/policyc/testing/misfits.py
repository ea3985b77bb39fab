"""What to say where a policy cannot be asked about the case of a test."""

from typing import assert_never

from policyc.core.axes import Numbers
from policyc.diagnostics.catalogue import testing
from policyc.diagnostics.diagnostic import Diagnostic, Language, Wording
from policyc.elaborate.bounds import bounds_text
from policyc.source import Span
from policyc.testing.cases import Contradictory, Inadmissible, Misfit, OtherSense, UnknownAction
from policyc.testing.reasons import both
from policyc.testing.subjects import Subject
from policyc.wording.conditions import fact_text
from policyc.wording.facts import statement
from policyc.wording.speech import Speech


def misfit_finding(subject: Subject, misfit: Misfit, where: Span) -> Diagnostic:
    """The finding for the place of the expectation."""
    match misfit:
        case UnknownAction(action):
            words: dict[str, Wording] = {"policy": subject.name, "action": f"`{action}`"}
            return Diagnostic(testing.UNKNOWN_TO_POLICY, where, words)
        case OtherSense(key):
            return Diagnostic(testing.OTHER_MEANING, where, {"policy": subject.name, "name": key})
        case Inadmissible():
            reason: Wording = both(lambda language: _inadmissible(subject, misfit, language))
        case Contradictory(found):
            reason = found
        case _:
            assert_never(misfit)
    return Diagnostic(testing.IMPOSSIBLE_CASE, where, {"policy": subject.name, "reason": reason})


def _inadmissible(subject: Subject, misfit: Inadmissible, language: Language) -> str:
    """`overdue` cannot be `4_000 days`, it lies from 0 to 3650 days."""
    speech = Speech.of(subject.policy, language)
    stated = statement(speech, misfit.axis.key, misfit.value)
    domain = misfit.axis.domain
    if not isinstance(domain, Numbers):
        return f"不可能有`{stated}`" if language == "zh" else f"`{stated}` is not possible"
    bounds = bounds_text(domain)
    within = bounds if isinstance(bounds, str) else bounds[language]
    name = fact_text(speech, misfit.axis.key)
    if language == "zh":
        return f"不可能有`{stated}`，`{name}`的取值范围是{within}"
    return f"`{stated}` is not possible, since `{name}` lies {within}"
