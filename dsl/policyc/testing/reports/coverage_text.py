"""What the tests of a policy try, and what they do not, as lines."""

from collections.abc import Iterator

from policyc.analyse.reports.layout import wrapped
from policyc.analyse.reports.style import Style
from policyc.core.conditions import Atom, Within
from policyc.core.numbers import Interval, NumberSet
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.terminal import escaped
from policyc.testing.coverage import (
    ConditionCoverage,
    Coverage,
    EffectCoverage,
    Item,
    ThresholdCoverage,
)
from policyc.testing.reports import phrases
from policyc.wording.actions import pattern_text
from policyc.wording.conditions import condition_text
from policyc.wording.facts import statement
from policyc.wording.speech import Speech
from policyc.wording.verdicts import effect_word


def coverage_lines(found: Coverage, language: Language, style: Style) -> Iterator[str]:
    """Three counts, and a line for each thing that no test tries."""
    speech = Speech.of(found.subject.policy, language)
    heading = phrases.COVERAGE[language].format(policy=escaped(found.subject.name))
    yield style.strong(heading)
    for form, items in (
        (phrases.EFFECTS, found.effects),
        (phrases.CONDITIONS, found.conditions),
        (phrases.THRESHOLDS, found.thresholds),
    ):
        if items:
            done = sum(item.complete for item in items)
            yield "  " + form[language].format(done=done, all=len(items))
            missing = [item for item in items if not item.complete]
            for text in (missing_text(speech, item) for item in missing):
                yield from wrapped(escaped(text), style.width, "    - ")


def missing_text(speech: Speech, item: Item) -> str:
    """What no test tries, in one sentence."""
    language = speech.language
    rule = rule_words(item.rule, language)
    match item:
        case EffectCoverage():
            effect = f"{effect_word(item.effect, language)} {pattern_text(speech, item.pattern)}"
            return phrases.NEVER_LIVE[language].format(rule=rule, effect=effect)
        case ConditionCoverage():
            form = phrases.NEVER_EITHER
            if item.true or item.false:
                form = phrases.NEVER_FALSE if item.true else phrases.NEVER_TRUE
            return form[language].format(rule=rule, condition=condition_text(speech, item.atom))
        case ThresholdCoverage():
            form = phrases.NOT_EITHER
            if item.at or item.beyond:
                form = phrases.NOT_BEYOND if item.at else phrases.NOT_AT
            at, beyond = (
                side_text(speech, side) for side in item.threshold.conditions(speech.axes)
            )
            return form[language].format(rule=rule, at=at, beyond=beyond)


def side_text(speech: Speech, side: Atom) -> str:
    """One side of a threshold; where that is one number, that the fact has it."""
    match side:
        case Within(key, NumberSet((Interval(lower, upper),))) if lower == upper:
            return statement(speech, key, lower)
        case _:
            return condition_text(speech, side)


def rule_words(rule: str | None, language: Language) -> str:
    """What a rule is called, or the scope."""
    return phrases.SCOPE[language] if rule is None else phrases.RULE[language].format(name=rule)
