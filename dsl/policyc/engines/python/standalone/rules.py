"""Rules: which of them are live, and the verdict that they give."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any, TypeAlias

    from policyc.engines.python.standalone.completions import Case

    Guard: TypeAlias = Callable[[Mapping[str, Any]], bool]
    Chosen: TypeAlias = tuple[str, ...] | None

VERDICTS = {
    "forbid": "forbidden",
    "require": "required",
    "discourage": "discouraged",
    "recommend": "recommended",
    "allow": "allowed",
}
"""The verdict that each effect gives, in the order of precedence."""


class Rule:
    """One effect of a rule on actions of a name, where the guard holds.

    `arguments` are those covered, place by place; `None` is any. `details` is what a decision
    shows besides the rule's name and effect.
    """

    def __init__(
        self,
        name: str,
        effect: str,
        action: str,
        arguments: Sequence[Chosen],
        *,
        overrides: Iterable[str] = (),
        rebuttable: bool = False,
        **details: Any,
    ) -> None:
        self.name = name
        self.effect = effect
        self.action = action
        self.arguments = arguments
        self.overrides = frozenset(overrides)
        self.rebuttable = rebuttable
        self.details = details
        self.guard: Guard = always

    def shown(self) -> dict[str, Any]:
        """The rule as a decision shows it."""
        return {"rule": self.name, "effect": self.effect, **self.details}

    def covers(self, action: str, arguments: Sequence[str]) -> bool:
        """Whether it speaks of an action."""
        return action == self.action and all(
            chosen is None or argument in chosen
            for argument, chosen in zip(arguments, self.arguments, strict=True)
        )


def always(_case: Mapping[str, Any]) -> bool:
    """The guard that holds in every case."""
    return True


class Ruling:
    """What the rules and defaults that cover an action say of it in a case.

    Each question reads no more of the case than it needs to be answered.
    """

    def __init__(self, rules: Sequence[Rule], defaults: Sequence[Rule]) -> None:
        self.rules = rules
        self.defaults = defaults

    def is_live(self, rule: Rule, case: Case) -> bool:
        """Whether a rule applies and no live rule overrides it."""
        if rule not in case.live:
            case.live[rule] = rule.guard(case) and not self._is_overridden(rule, case)
        return case.live[rule]

    def is_defeated(self, rule: Rule, case: Case) -> bool:
        """Whether a rule applies and a live rule overrides it."""
        return rule.guard(case) and self._is_overridden(rule, case)

    def acts(self, default: Rule, case: Case) -> bool:
        """Whether a default applies and no live rule allows, forbids or requires."""
        return default.guard(case) and not self._is_ruled(case)

    def verdict(self, case: Case) -> str:
        """The verdict: that of the first effect in precedence which some rule has."""
        if self._has("forbid", case):
            return "conflict" if self._has("require", case) else "forbidden"
        return next((v for effect, v in VERDICTS.items() if self._has(effect, case)), "silent")

    def is_rebuttable(self, case: Case) -> bool:
        """Whether there are rules that give the verdict, and each may be rebutted."""
        given = self.verdict(case)
        giving = ("forbidden", "required") if given == "conflict" else (given,)
        return given != "silent" and not any(
            VERDICTS[rule.effect] in giving and not rule.rebuttable and holds(rule, case)
            for rules, holds in ((self.rules, self.is_live), (self.defaults, self.acts))
            for rule in rules
        )

    def _has(self, effect: str, case: Case) -> bool:
        """Whether a live rule, or a default that acts, has an effect."""
        return any(r.effect == effect and self.is_live(r, case) for r in self.rules) or any(
            r.effect == effect and self.acts(r, case) for r in self.defaults
        )

    def _is_ruled(self, case: Case) -> bool:
        ruling = (rule for rule in self.rules if rule.effect in ("allow", "forbid", "require"))
        return any(self.is_live(rule, case) for rule in ruling)

    def _is_overridden(self, rule: Rule, case: Case) -> bool:
        return any(self.is_live(r, case) for r in self.rules if rule.name in r.overrides)
