"""The small changes of a policy that its tests do not notice, as lines."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policyc.analyse.findings.words import shown_as_test
from policyc.analyse.reports.layout import wrapped
from policyc.analyse.reports.style import Style
from policyc.core.policy import Effect, Policy
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.places import place
from policyc.diagnostics.terminal import escaped
from policyc.testing.mutants import Mutant
from policyc.testing.mutation import Mutation, Survivor
from policyc.testing.reports import phrases
from policyc.testing.reports.coverage_text import rule_words
from policyc.wording.conditions import condition_text
from policyc.wording.speech import Speech
from policyc.wording.verdicts import effect_word

if TYPE_CHECKING:
    from policyc.core.conditions import Condition


def mutation_lines(found: Mutation, language: Language, style: Style) -> Iterator[str]:
    """How many changes the tests notice, and a test for each that they do not."""
    policy = found.subject.policy
    speech = Speech.of(policy, language)
    yield style.strong(phrases.MUTANTS[language].format(policy=escaped(found.subject.name)))
    yield "  " + phrases.NOTICED[language].format(done=found.noticed, all=found.total)
    if found.equivalent:
        yield "  " + phrases.EQUIVALENT[language].format(count=len(found.equivalent))
    if found.survivors:
        yield "  " + phrases.NOT_NOTICED[language]
    for survivor in found.survivors:
        text = escaped(change_text(speech, survivor.mutant)) + _where(
            policy, survivor.mutant, language
        )
        yield from wrapped(text, style.width, "    - ")
        yield from _example(policy, speech, survivor)


def change_text(speech: Speech, mutant: Mutant) -> str:
    """A change in one sentence: rule `quiet_hours`: `time < 08:00` becomes `time < 07:59`."""
    language = speech.language
    words = {
        "rule": rule_words(mutant.rule, language),
        "before": _part(speech, mutant.before),
        "after": _part(speech, mutant.after),
        "overridden": mutant.overridden,
    }
    return phrases.CHANGES[mutant.change][language].format(**words)


def _part(speech: Speech, part: "Condition | Effect | None") -> str:
    match part:
        case None:
            return ""
        case Effect():
            return effect_word(part, speech.language)
        case condition:
            return condition_text(speech, condition)


def _where(policy: Policy, mutant: Mutant, language: Language) -> str:
    """The file and line of the rule."""
    rule = None if mutant.rule is None else policy.rules.get(mutant.rule)
    if rule is None or rule.where is None:
        return ""
    at = place(rule.where)
    text = f"{escaped(at.file)}:{at.start.line}"
    return f"（{text}）" if language == "zh" else f" ({text})"


def _example(policy: Policy, speech: Speech, survivor: Survivor) -> Iterator[str]:
    """A test that would notice: it expects what the policy says, and the change does not."""
    found = survivor.example
    if found is None:
        yield "      " + phrases.UNSETTLED[speech.language]
        return
    title = change_text(speech, survivor.mutant).replace("`", "")
    for line in shown_as_test(policy, found, title, speech.language).splitlines():
        yield "        " + escaped(line)
