"""Questions: what the rules on one action say in a case that may leave facts unknown."""

from __future__ import annotations

from policyc.engines.python.standalone.rules import gives

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from policyc.engines.python.standalone.completions import Known
    from policyc.engines.python.standalone.rules import Duty, Rule, Ruling

TOO_MANY = "too many combinations of unknown facts"


class Question:
    """An action and what speaks of it; `own_keys` says how a case states what is relative to it."""

    def __init__(
        self,
        ruling: Ruling,
        duties: Sequence[Duty],
        own_keys: Mapping[str, str],
        terms: Collection[str],
    ) -> None:
        self.ruling = ruling
        self.duties = duties
        self.own_keys = own_keys
        self.terms = terms

    def decision(self, known: Known) -> dict[str, Any]:
        """The decision in the completions of what is known.

        It shows the rules that are live, or defeated, in every completion; `possible_rules` may
        give the verdict besides.
        """
        ruling = self.ruling
        verdicts, turning = known.results(ruling.verdict)
        turning = [self.own_keys.get(key, key) for key in turning]
        determined = len(verdicts) == 1
        live = known.certain(ruling.is_live, ruling.rules)
        acting = known.certain(ruling.acts, ruling.defaults)
        defeated = known.certain(ruling.is_defeated, ruling.rules)
        return {
            "verdict": verdicts[0] if determined else "undetermined",
            "rules": distinct(rule.shown() for rule in (*live, *acting)),
            "defeated": distinct(rule.shown() for rule in defeated),
            "duties": list(self._due(known)),
            "rebuttable": known.results(ruling.is_rebuttable)[0] == [True],
            "residual": None if determined else residual(verdicts, turning),
            "possible_rules": self._possible(known, verdicts[0], live) if determined else [],
            "depends_on": [key for key in turning if not determined and key not in self.terms],
            "open_terms": [key for key in turning if not determined and key in self.terms],
            "undecided": None if verdicts else TOO_MANY,
        }

    def _due(self, known: Known) -> Iterator[dict[str, Any]]:
        for duty in self.duties:
            owed, _ = known.results(duty.guard)
            if owed != [False]:
                met, _ = known.results(duty.is_met)
                yield duty.shown(met[0] if len(met) == 1 else None, certain=owed == [True])

    def _possible(self, known: Known, verdict: str, live: Sequence[Rule]) -> list[str]:
        """The rules that give the verdict in some completions, and are not live in all."""
        ruling = self.ruling
        giving = [rule for rule in ruling.rules if gives(rule, verdict) and rule not in live]
        named = {rule.rule for rule in live}
        found = dict.fromkeys(rule.rule for rule in known.possible(ruling.is_live, giving))
        return [name for name in found if name not in named]


def residual(verdicts: Sequence[str], turning: Sequence[str]) -> str:
    """What a verdict turns on."""
    return f"{' or '.join(verdicts) or 'not known'}: depends on {', '.join(turning)}"


def distinct(shown: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """What is shown, each rule once with an effect and deadline."""
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    for rule in shown:
        found.setdefault((rule["rule"], rule["effect"], rule["deadline"]), rule)
    return list(found.values())
