"""How often each verdict was given over many cases, and by which rules."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from policyc.core.policy import VERDICT_OF, Verdict
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.terminal import escaped
from policyc.wording.verdicts import verdict_word

_SAID: Mapping[Language, tuple[str, str]] = {
    "en": ("{count} decision{s}", ", {count} line{s} without one"),
    "zh": ("共{count}个判断", "，{count}行没有判断"),
}
_EFFECTS = {effect.value: verdict for effect, verdict in VERDICT_OF.items()}


class Tally:
    """Counts answers as they are written."""

    def __init__(self) -> None:
        self._verdicts: Counter[str] = Counter()
        self._rules: dict[str, Counter[str]] = {}
        self._refused = 0

    def add(self, answer: str) -> None:
        """Counts one answer: a decision, those on each action of a pattern, or a refusal."""
        told = json.loads(answer)
        decisions = told.get("decisions", [told] if "verdict" in told else [])
        self._refused += not decisions
        for decision in decisions:
            self._count(decision, len(decision.get("actions", ["one"])))

    def _count(self, decision: Mapping[str, Any], actions: int) -> None:
        verdict = decision["verdict"]
        self._verdicts[verdict] += actions
        for rule in decision["rules"]:
            if _EFFECTS[rule["effect"]].value == verdict or verdict == Verdict.CONFLICT.value:
                self._rules.setdefault(verdict, Counter())[rule["rule"]] += actions

    def lines(self, language: Language) -> Iterator[str]:
        """The counts; of each verdict the rules that it rests on, the most frequent first."""
        total, refused = _SAID[language]
        text = _counted(total, self._verdicts.total())
        yield text + (_counted(refused, self._refused) if self._refused else "")
        for verdict in Verdict:
            count = self._verdicts[verdict.value]
            if count:
                yield f"  {verdict_word(verdict, language)} {count:,}"
                yield from self._by_rule(verdict)

    def _by_rule(self, verdict: Verdict) -> Iterator[str]:
        rules = self._rules.get(verdict.value, Counter())
        for rule, count in sorted(rules.items(), key=lambda each: (-each[1], each[0])):
            yield f"    {escaped(rule)} {count:,}"


def _counted(text: str, count: int) -> str:
    return text.format(count=f"{count:,}", s="" if count == 1 else "s")
