"""Why a policy says what it says, in a sentence under a failed test, in both languages."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import attrs

from policyc.core.actions import Ground
from policyc.core.conditions import NEVER, Condition, axes_of, disjoin
from policyc.core.meaning import gives
from policyc.core.policy import VERDICT_OF, Clause, Policy, Verdict
from policyc.diagnostics.diagnostic import Language, Related, Wording
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
    """Every possible verdict and its condition."""
    return both(lambda language: answers_text(Speech.of(policy, language), answer))


def answers_text(speech: Speech, answer: Answer) -> str:
    """Every possible verdict and its condition: `allowed` if `identified`; `forbidden` if …."""
    parts = []
    for possibility in answer.possibilities:
        verdict = verdict_word(possibility.verdict, speech.language)
        condition = condition_text(speech, possibility.residual)
        zh = f"若`{condition}`则为`{verdict}`"
        parts.append(zh if speech.language == "zh" else f"`{verdict}` if `{condition}`")
    return SEMICOLON[speech.language].join(parts)


@attrs.frozen
class Remark:
    """What part a rule has in a verdict, in both languages."""

    rule: str
    words: Words


def deciding(answer: Answer, known: Known) -> Iterator[Remark]:
    """For each rule that decides, on which facts."""
    for rule in answer.deciding:
        clauses = [c for c in _covering(known) if c.rule == rule]
        keys = dict.fromkeys(
            key
            for clause in clauses
            if gives(clause.effect, answer.verdict)
            for key in axes_of(known.spoken(clause.guard))
            if key in known.values
        )
        yield Remark(rule, both(_given(known, list(keys))))


def _given(known: Known, keys: list[str]) -> Callable[[Language], str]:
    """This rule decides, given `count(contact(any, phone), today) = 3`."""

    def text(language: Language) -> str:
        speech = Speech.of(known.policy, language)
        facts = [f"`{statement(speech, key, known.values[key])}`" for key in keys]
        given = joined(facts, language)
        if language == "zh":
            return "由这条规则决定" + (f"，已知{given}" if facts else "")
        return "this rule decides" + (f", given {given}" if facts else "")

    return text


def lacking(known: Known, expected: Verdict) -> Iterator[Remark]:
    """For each rule of the expected verdict's effect, what keeps it from deciding."""
    rules = dict.fromkeys(
        clause.rule
        for clause in _covering(known)
        if VERDICT_OF[clause.effect] is expected and clause.guard != NEVER
    )
    for rule in rules:
        yield not_deciding(known, rule, expected)


def _only_if(known: Known, guards: Sequence[Condition]) -> Callable[[Language], str]:
    """This rule applies only if `overdue in 1..7 days`."""

    def text(language: Language) -> str:
        speech = Speech.of(known.policy, language)
        needed = f"`{condition_text(speech, disjoin(guards))}`"
        if language == "zh":
            return f"这条规则仅在{needed}时适用"
        return f"this rule applies only if {needed}"

    return text


def not_deciding(known: Known, rule: str, verdict: Verdict) -> Remark:
    """Why a rule does not give a verdict."""
    covering = [c for c in _covering(known) if c.rule == rule and gives(c.effect, verdict)]
    if not covering:
        other: Words = {"en": "this rule gives no such verdict", "zh": "这条规则不会给出此结论"}
        return Remark(rule, other)
    unmet = [known.spoken(c.guard) for c in covering if known.truth(c.guard) is not True]
    if len(unmet) == len(covering):
        return Remark(rule, both(_only_if(known, unmet)))
    outranked: Words = {
        "en": "this rule applies, but is overridden or outranked",
        "zh": "这条规则适用，但另有规则优先或结论更高",
    }
    return Remark(rule, outranked)


def _covering(known: Known) -> list[Clause]:
    """The clauses and defaults that cover the action."""
    clauses = (*known.policy.clauses, *known.policy.defaults)
    return [clause for clause in clauses if clause.pattern.covers(known.action)]


def related(
    policy: Policy, remarks: Iterable[Remark]
) -> tuple[tuple[Related, ...], dict[str, Wording]]:
    """The rules' places with their remarks, and the words that fill these in."""
    places: list[Related] = []
    words: dict[str, Wording] = {}
    for number, remark in enumerate(remarks):
        rule = policy.rules.get(remark.rule)
        if rule is not None and rule.where is not None:
            name = f"remark_{number}"
            places.append(Related(rule.where, {"en": f"{{{name}}}", "zh": f"{{{name}}}"}))
            words[name] = remark.words
    return tuple(places), words
