"""Why a policy says what it says, in a sentence under a failed test, in both languages."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from policyc.core.actions import Ground
from policyc.core.conditions import NEVER, axes_of
from policyc.core.meaning import gives
from policyc.core.policy import VERDICT_OF, Clause, Policy, Verdict
from policyc.diagnostics.diagnostic import Language, Related
from policyc.testing.answers import Answer
from policyc.testing.liveness import Known
from policyc.wording.actions import action_text
from policyc.wording.conditions import condition_text, fact_text
from policyc.wording.facts import statement
from policyc.wording.speech import Speech
from policyc.wording.verdicts import verdict_word

Words = Mapping[Language, str]
SEMICOLON: Words = {"en": "; ", "zh": "；"}
_SHOWN = 3
"""How many actions of a pattern are named one by one."""


def both(text: Callable[[Language], str]) -> Words:
    """A text in both languages."""
    return {"en": text("en"), "zh": text("zh")}


def actions_words(policy: Policy, actions: list[Ground]) -> Words:
    """The actions, the first few by name: `contact(emergency, sms)` and 4 more."""

    def text(language: Language) -> str:
        speech = Speech.of(policy, language)
        named = [f"`{action_text(speech, action)}`" for action in actions[:_SHOWN]]
        more = len(actions) - len(named)
        if language == "zh":
            return "、".join(named) + (f"等{len(actions)}个行为" if more else "")
        return ", ".join(named) + (f" and {more} more" if more else "")

    return both(text)


def unknown_words(policy: Policy, keys: Iterable[str]) -> Words:
    """What is not known: `time` and `identified`."""
    names = list(keys)

    def text(language: Language) -> str:
        speech = Speech.of(policy, language)
        return joined([f"`{fact_text(speech, key)}`" for key in names], language)

    return both(text)


def joined(parts: list[str], language: Language) -> str:
    """A list in a sentence: `a, b and c`."""
    if language == "zh":
        return "、".join(parts)
    return ", ".join(parts[:-1]) + " and " + parts[-1] if len(parts) > 1 else "".join(parts)


def answers_words(policy: Policy, answer: Answer) -> Words:
    """Every possible verdict and its condition: `allowed` if `identified`; `forbidden` if …."""

    def text(language: Language) -> str:
        speech = Speech.of(policy, language)
        parts = []
        for possibility in answer.possibilities:
            verdict = verdict_word(possibility.verdict, language)
            condition = condition_text(speech, possibility.residual)
            zh = f"若`{condition}`则为`{verdict}`"
            parts.append(zh if language == "zh" else f"`{verdict}` if `{condition}`")
        return SEMICOLON[language].join(parts)

    return both(text)


def reason_words(answer: Answer, known: Known, expected: Verdict) -> Words:
    """The rules that decide and on which facts, and what a rule of the expected verdict lacks."""

    def text(language: Language) -> str:
        speech = Speech.of(known.policy, language)
        parts = [_decided(speech, answer, known, rule) for rule in answer.deciding]
        if answer.verdict is Verdict.SILENT:
            parts.append({"en": "no rule applies", "zh": "没有规则适用"}[language])
        parts += _missing(speech, known, expected)
        return SEMICOLON[language].join(parts)

    return both(text)


def _decided(speech: Speech, answer: Answer, known: Known, rule: str) -> str:
    """The rule `call_cap` decides, given `count(contact(any, phone), today) = 3`."""
    clauses = [c for c in _covering(known) if c.rule == rule and gives(c.effect, answer.verdict)]
    keys = dict.fromkeys(key for c in clauses for key in axes_of(known.spoken(c.guard)))
    values = known.values
    facts = [f"`{statement(speech, key, values[key])}`" for key in keys if key in values]
    given = joined(facts, speech.language)
    if speech.language == "zh":
        return f"由规则`{rule}`决定" + (f"，已知{given}" if facts else "")
    return f"the rule `{rule}` decides" + (f", given {given}" if facts else "")


def _missing(speech: Speech, known: Known, expected: Verdict) -> Iterator[str]:
    """For each rule that would give the expected verdict and does not apply, when it would."""
    for clause in _covering(known):
        fits = VERDICT_OF[clause.effect] is expected
        if fits and clause.guard != NEVER and known.truth(clause.guard) is False:
            needed = condition_text(speech, known.spoken(clause.guard))
            if speech.language == "zh":
                yield f"规则`{clause.rule}`仅在`{needed}`时适用"
            else:
                yield f"the rule `{clause.rule}` applies only if `{needed}`"


def rule_words(answer: Answer, known: Known, rule: str) -> Words:
    """Why a rule that was expected to decide does not: when it would, and which rules do."""

    def text(language: Language) -> str:
        speech = Speech.of(known.policy, language)
        parts = [_decided(speech, answer, known, other) for other in answer.deciding]
        parts += _condition_of(speech, known, rule)
        return SEMICOLON[language].join(parts)

    return both(text)


def _condition_of(speech: Speech, known: Known, rule: str) -> Iterator[str]:
    """When each clause of a rule applies, as far as the case leaves that open or denies it."""
    covering = [c for c in _covering(known) if c.rule == rule]
    if not covering:
        yield {
            "en": f"the rule `{rule}` is about other actions",
            "zh": f"规则`{rule}`与该行为无关",
        }[speech.language]
    for clause in covering:
        if known.truth(clause.guard) is not True:
            needed = condition_text(speech, known.spoken(clause.guard))
            if speech.language == "zh":
                yield f"规则`{rule}`仅在`{needed}`时适用"
            else:
                yield f"the rule `{rule}` applies only if `{needed}`"


def _covering(known: Known) -> list[Clause]:
    """The clauses and defaults that cover the action."""
    clauses = (*known.policy.clauses, *known.policy.defaults)
    return [clause for clause in clauses if clause.pattern.covers(known.action)]


def deciding_places(policy: Policy, rules: Iterable[str]) -> tuple[Related, ...]:
    """Where the rules stand that decide."""
    remark: Words = {"en": "this rule decides", "zh": "由这条规则决定"}
    places = [policy.rules[rule].where for rule in rules if rule in policy.rules]
    return tuple(Related(place, remark) for place in places if place is not None)
