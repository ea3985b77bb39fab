"""What tests try, and which changes they do not notice, as parts of `test/1`."""

from typing import Any

import attrs

from policyc.analyse.findings.words import shown_as_test
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.places import place
from policyc.testing.coverage import Coverage
from policyc.testing.mutants import Mutant
from policyc.testing.mutation import Mutation, Survivor
from policyc.testing.reports.coverage_text import missing_text, side_text
from policyc.testing.reports.mutation_text import change_text
from policyc.wording.actions import pattern_text
from policyc.wording.conditions import condition_text
from policyc.wording.speech import Speech


def coverage_json(found: Coverage, language: Language) -> dict[str, Any]:
    """Counts, each thing that was to be tried, and what is missing in words."""
    speech, words = Speech.of(found.subject.policy), Speech.of(found.subject.policy, language)
    axes = found.subject.policy.axes
    return {
        "policy": found.subject.name,
        "effects": [
            {
                "rule": item.rule,
                "effect": item.effect.value,
                "action": pattern_text(speech, item.pattern),
                "live": item.live,
            }
            for item in found.effects
        ],
        "conditions": [
            {
                "rule": item.rule,
                "condition": condition_text(speech, item.atom),
                "true": item.true,
                "false": item.false,
            }
            for item in found.conditions
        ],
        "thresholds": [
            {
                "rule": item.rule,
                "at": side_text(speech, item.threshold.conditions(axes)[0]),
                "beyond": side_text(speech, item.threshold.conditions(axes)[1]),
                "at_tried": item.at,
                "beyond_tried": item.beyond,
            }
            for item in found.thresholds
        ],
        "complete": found.complete,
        "missing": [missing_text(words, item) for item in found.items if not item.complete],
    }


def mutation_json(found: Mutation, language: Language) -> dict[str, Any]:
    """How many changes there were, and each that no test noticed."""
    return {
        "policy": found.subject.name,
        "noticed": found.noticed,
        "total": found.total,
        "equivalent": [_mutant(found, mutant, language) for mutant in found.equivalent],
        "survivors": [_survivor(found, survivor, language) for survivor in found.survivors],
    }


def _mutant(found: Mutation, mutant: Mutant, language: Language) -> dict[str, Any]:
    policy = found.subject.policy
    rule = None if mutant.rule is None else policy.rules.get(mutant.rule)
    where = None if rule is None else rule.where
    return {
        "change": mutant.change.value,
        "rule": mutant.rule,
        "place": None if where is None else attrs.asdict(place(where)),
        "text": change_text(Speech.of(policy, language), mutant),
    }


def _survivor(found: Mutation, survivor: Survivor, language: Language) -> dict[str, Any]:
    """A survivor with a test that would notice it, in the language itself."""
    mutant = _mutant(found, survivor.mutant, language)
    shown = survivor.example
    if shown is None:
        return {**mutant, "test": None}
    policy = found.subject.policy
    title = change_text(Speech.of(policy), survivor.mutant).replace("`", "")
    return {**mutant, "test": shown_as_test(policy, shown, title)}
