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


class Statement:
    """Something of a rule's that concerns actions of a name where its guard holds.

    `arguments` are those concerned, place by place; `None` is any. `sources` are as a decision
    shows them.
    """

    def __init__(
        self,
        rule: str,
        action: str,
        arguments: Sequence[Chosen],
        *,
        title: str | None = None,
        sources: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        self.rule = rule
        self.action = action
        self.arguments = arguments
        self.title = title
        self.sources = sources
        self.guard: Guard = always

    def covers(self, action: str, arguments: Sequence[str]) -> bool:
        """Whether it concerns an action."""
        return action == self.action and all(
            chosen is None or argument in chosen
            for argument, chosen in zip(arguments, self.arguments, strict=True)
        )


class Rule(Statement):
    """One effect of a rule, or a default."""

    def __init__(
        self,
        rule: str,
        effect: str,
        action: str,
        arguments: Sequence[Chosen],
        *,
        overrides: Iterable[str] = (),
        rebuttable: bool = False,
        deadline: str | None = None,
        **more: Any,
    ) -> None:
        super().__init__(rule, action, arguments, **more)
        self.effect = effect
        self.overrides = frozenset(overrides)
        self.rebuttable = rebuttable
        self.deadline = deadline

    def shown(self) -> dict[str, Any]:
        """The rule as a decision shows it."""
        return {
            "rule": self.rule,
            "effect": self.effect,
            "title": self.title,
            "sources": list(self.sources),
            "deadline": self.deadline,
        }


class Duty(Statement):
    """What has to hold when an action is done: a text and a guard; `when` words its own guard."""

    def __init__(
        self,
        rule: str,
        action: str,
        arguments: Sequence[Chosen],
        *,
        requirement: tuple[str, Guard],
        when: str | None = None,
        **more: Any,
    ) -> None:
        super().__init__(rule, action, arguments, **more)
        self.requirement, self.is_met = requirement
        self.when = when

    def shown(self, met: bool | None, *, certain: bool) -> dict[str, Any]:
        """The duty as a decision shows it; one that is not certain says when it is owed."""
        return {
            "rule": self.rule,
            "requirement": self.requirement,
            "met": met,
            "when": None if certain else self.when,
            "title": self.title,
            "sources": list(self.sources),
        }


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
        return given != "silent" and not any(
            gives(rule, given) and not rule.rebuttable and holds(rule, case)
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
        return any(self.is_live(r, case) for r in self.rules if rule.rule in r.overrides)


def gives(rule: Rule, verdict: str) -> bool:
    """Whether a verdict rests on rules of this one's effect."""
    if verdict == "conflict":
        return rule.effect in ("forbid", "require")
    return VERDICTS[rule.effect] == verdict
