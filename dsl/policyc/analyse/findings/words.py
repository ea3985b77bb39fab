"""Words for findings: rules, parts of the space, cases to paste."""

from collections.abc import Iterable, Sequence

import attrs

from policyc.analyse.example import Example
from policyc.analyse.reports.naming import naming
from policyc.analyse.reports.phrases import Phrase
from policyc.core.policy import Policy
from policyc.diagnostics.diagnostic import Language, Related, Wording
from policyc.source import Span
from policyc.space.differences.parts import Cutout, Part
from policyc.space.grid.joint import Joint
from policyc.wording.regions import Teller
from policyc.wording.speech import Speech
from policyc.wording.tests import scenario_text, test_text

LANGUAGES: tuple[Language, Language] = ("en", "zh")
MOST = 6
"""How many rules a sentence names."""


def rules_words(policy: Policy, names: Iterable[str]) -> Wording:
    """Rules by name, with commas between; a default, which has no name, as what it is."""
    found = list(names)
    more = f" (+{len(found) - MOST})" if len(found) > MOST else ""
    defaults = {clause.rule for clause in policy.defaults}

    def listed(default: str, comma: str) -> str:
        told = (default if name in defaults else f"`{name}`" for name in found[:MOST])
        return comma.join(dict.fromkeys(told)) + more

    return {"en": listed("the default", ", "), "zh": listed("默认规则", "、")}


def part_words(joint: Joint, part: Part) -> Wording:
    """A part of the space of cases."""
    return {language: _part(naming(joint, language).teller, part) for language in LANGUAGES}


def _part(teller: Teller, part: Part) -> str:
    text = teller.part(part.where)
    if not part.exceptions:
        return text
    told = [_exception(teller, part, cut) for cut in part.exceptions]
    told = [f"({cases})" for cases in told] if len(told) > 1 else told
    if teller.chinese:
        return f"{text}，除非 {' 或 '.join(told)}"
    return f"{text}, except when {' or '.join(told)}"


def _exception(teller: Teller, part: Part, cut: Cutout) -> str:
    """What of an exception bounds not the whole part already."""
    bounds = tuple(bound for bound in cut.where.bounds if bound not in part.where.bounds)
    return teller.within(part.where, attrs.evolve(cut.where, bounds=bounds))


def exception_words(joint: Joint, part: Part, cut: Cutout) -> dict[Language, str]:
    """An exception of a part, as a template for a remark."""
    return {k: _braced(_exception(naming(joint, k).teller, part, cut)) for k in LANGUAGES}


def as_test(policy: Policy, shown: Example, title: Phrase) -> Wording:
    """A case as a test that the policy passes, in both languages."""
    return {k: shown_as_test(policy, shown, title[k], k) for k in LANGUAGES}


def shown_as_test(policy: Policy, shown: Example, title: str, language: Language = "en") -> str:
    """A case as a test that the policy passes, in one language."""
    speech = Speech.of(policy, language)
    speech = attrs.evolve(speech, axes={**speech.axes, **shown.axes})
    verdict = shown.outcomes[0].verdict
    return test_text(speech, title, shown.facts, shown.action, verdict).rstrip("\n")


def as_scenario(joint: Joint, shown: Example, names: Sequence[str], title: Phrase) -> Wording:
    """A case as a scenario that policies pass, each by the name that is given for it.

    In both languages, as `as_test` does.
    """
    verdicts = [outcome.verdict for outcome in shown.outcomes]
    expected = list(zip(names, verdicts, strict=True))

    def told(language: Language) -> str:
        speech = Speech(shown.axes, joint.vocabulary, language, labels=language == "zh")
        facts, action = shown.facts, shown.action
        return scenario_text(speech, title[language], facts, action, expected).rstrip("\n")

    return {language: told(language) for language in LANGUAGES}


def place_of(policy: Policy, rule: str) -> Span | None:
    """Where a rule is stated; where the policy is, for one without a place."""
    known = policy.rules.get(rule)
    return known.where if known is not None and known.where is not None else policy.where


def related(policy: Policy, rules: Sequence[str], remark: Phrase) -> tuple[Related, ...]:
    """The places of some rules with a remark each; `{name}` in it is the rule's name."""
    found = []
    for name in rules[:MOST]:
        known = policy.rules.get(name)
        if known is not None and known.where is not None:
            told = {k: text.replace("{name}", _braced(name)) for k, text in remark.items()}
            found.append(Related(known.where, told))
    return tuple(found)


def _braced(text: str) -> str:
    """The text as a template that says it."""
    return text.replace("{", "{{").replace("}", "}}")


def own_rules(policy: Policy) -> set[str]:
    """The rules that are stated in the policy's own document, and not taken in from another."""
    whole = policy.where
    return {
        name
        for name, rule in policy.rules.items()
        if whole is None
        or rule.where is None
        or (rule.where.source is whole.source and whole.start <= rule.where.start < whole.end)
    }
