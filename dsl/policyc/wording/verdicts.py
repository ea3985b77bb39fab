"""Verdicts and effects as the language itself calls them, in either script."""

from policyc.core.policy import Effect, Verdict
from policyc.diagnostics.diagnostic import Language
from policyc.syntax.words import words


def verdict_word(verdict: Verdict, language: Language = "en") -> str:
    """A verdict's word: `allowed`, `允许`."""
    return words().word(verdict.name, language)


def effect_word(effect: Effect, language: Language = "en") -> str:
    """An effect's word, as a rule begins with it: `forbid`, `禁止`."""
    return words().word(effect.name, language)
