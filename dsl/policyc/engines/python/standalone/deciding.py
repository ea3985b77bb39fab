"""Deciding: what a policy says of an action in a case that may leave facts unknown."""

from __future__ import annotations

from policyc.engines.python.standalone.completions import Known, Sum
from policyc.engines.python.standalone.numbers import LONGEST
from policyc.engines.python.standalone.rules import Rule, Ruling
from policyc.engines.python.standalone.values import CaseError, Fact, wrong

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import Any

    from policyc.engines.python.standalone.rules import Chosen, Guard


class Policy:
    """The facts, actions and rules of a policy; decides."""

    def __init__(self) -> None:
        self.facts: dict[str, Fact] = {}
        self.sums: dict[str, Sum] = {}
        self.rules: list[Rule] = []
        self.defaults: list[Rule] = []
        self.duties: list[Rule] = []
        self.assumptions: list[Guard] = []
        self._stated: dict[str, tuple[str, Fact]] = {}
        self._actions: dict[str, tuple[str, list[dict[str, str]]]] = {}
        self._own_keys: dict[str, Mapping[str, str]] = {}
        self._questions: dict[str, Question] = {}

    def fact(self, key: str, unit: str, *, label: str | None = None, **domain: Any) -> None:
        """Declares a fact, or what else a case may state, known by its key or its label."""
        self.facts[key] = Fact(key, unit, **domain)
        self._stated.update({_plain(n): (key, self.facts[key]) for n in (label, key) if n})

    def sum(self, key: str, parts: Mapping[str, int], **domain: Any) -> None:
        """Declares a sum of facts that guards ask about."""
        self.sums[key] = Sum(key, parts, **domain)

    def action(
        self, name: str, *parameters: Mapping[str, str | None], label: str | None = None
    ) -> None:
        """Declares an action and the members that each argument may be, with their labels."""
        members = [
            {text: name for name, shown in kind.items() for text in (shown, name) if text}
            for kind in parameters
        ]
        self._actions.update({text: (name, members) for text in (label, name) if text})

    def seen_from(self, action: str, keys: Mapping[str, str]) -> None:
        """Says under which keys a case states what is relative to a proposed action."""
        self._own_keys[action] = keys
        for key, own in keys.items():
            self._stated.setdefault(_plain(own), (own, self.facts[key]))

    def rule(
        self, name: str, effect: str, action: str, *arguments: Chosen, **details: Any
    ) -> Callable[[Guard], Guard]:
        """Makes the function that follows the guard of a rule."""
        return _adding(self.rules, Rule(name, effect, action, arguments, **details))

    def default(
        self, name: str, effect: str, action: str, *arguments: Chosen, **details: Any
    ) -> Callable[[Guard], Guard]:
        """Makes the function that follows the guard of what holds where no rule rules."""
        return _adding(self.defaults, Rule(name, effect, action, arguments, **details))

    def duty(
        self, name: str, action: str, *arguments: Chosen, **details: Any
    ) -> Callable[[Guard], Guard]:
        """Makes the function that follows the guard of what an action obliges to."""
        return _adding(self.duties, Rule(name, "require", action, arguments, **details))

    def assumption(self, guard: Guard) -> Guard:
        """Makes the function that follows what holds of every case."""
        self.assumptions.append(guard)
        return guard

    def decide(self, action: str, case: Mapping[str, Any]) -> dict[str, Any]:
        """The decision on an action in a case. Raises `CaseError`."""
        name, arguments = self._asked(action)
        key = f"{name}({', '.join(arguments)})"
        if key not in self._questions:
            self._questions[key] = self._question(name, arguments, self._own_keys.get(key, {}))
        question = self._questions[key]
        values = self._values(question.own_keys, case)
        known = Known(self.facts, self.sums, self.assumptions, values)
        if not known.is_possible():
            raise CaseError(
                "the case contradicts what the policy assumes of every case",
                "此情形与政策对所有情形的假定相矛盾",
            )
        return question.decision(known)

    def _question(
        self, name: str, arguments: Sequence[str], own_keys: Mapping[str, str]
    ) -> Question:
        rules, defaults, duties = (
            [rule for rule in those if rule.covers(name, arguments)]
            for those in (self.rules, self.defaults, self.duties)
        )
        return Question(Ruling(rules, defaults), duties, own_keys)

    def _asked(self, action: str) -> tuple[str, list[str]]:
        name, _, rest = action.strip().removesuffix(")").partition("(")
        given = [argument.strip() for argument in rest.split(",")] if rest else []
        own_name, members = self._actions.get(name.strip(), (None, []))
        arguments = [
            m[argument] for argument, m in zip(given, members, strict=False) if argument in m
        ]
        if own_name is None or not len(arguments) == len(given) == len(members):
            shown = action[:LONGEST]
            raise CaseError(f"the policy has no action `{shown}`", f"政策中没有行为“{shown}”")
        return own_name, arguments

    def _values(self, own_keys: Mapping[str, str], case: Mapping[str, Any]) -> dict[str, Any]:
        """The values that a case states, by the keys that guards use."""
        stated: dict[str, Any] = {}
        for name, given in case.items():
            named = self._stated.get(name) or self._stated.get(_plain(name))
            if named is None:
                raise wrong("fact", name)
            key, fact = named
            if key in stated:
                raise wrong("twice", name)
            if given is not None:
                stated[key] = fact.value(given)
        return stated | {key: stated[own] for key, own in own_keys.items() if own in stated}


class Question:
    """An action and what speaks of it; `own_keys` says how a case states what is relative to it."""

    def __init__(self, ruling: Ruling, duties: Sequence[Rule], own_keys: Mapping[str, str]) -> None:
        self.ruling = ruling
        self.duties = duties
        self.own_keys = own_keys

    def decision(self, known: Known) -> dict[str, Any]:
        """The decision in the completions of what is known.

        It shows the rules that are live, or defeated, in every completion. A duty that comes with
        the action in some completions only is not certain.
        """
        ruling = self.ruling
        verdicts, turning = known.results(ruling.verdict)
        determined = len(verdicts) == 1
        live = known.certain(ruling.is_live, ruling.rules)
        acting = known.certain(ruling.acts, ruling.defaults)
        defeated = known.certain(ruling.is_defeated, ruling.rules)
        return {
            "verdict": verdicts[0] if determined else "undetermined",
            "rules": [rule.shown() for rule in (*live, *acting)],
            "defeated": [rule.shown() for rule in defeated],
            "duties": list(self._due(known)),
            "rebuttable": known.results(ruling.is_rebuttable)[0] == [True],
            "residual": None if determined else self._residual(verdicts, turning),
        }

    def _due(self, known: Known) -> Iterator[dict[str, Any]]:
        for duty in self.duties:
            found, _ = known.results(duty.guard)
            if found != [False]:
                yield {"rule": duty.name, **duty.details, "certain": found == [True]}

    def _residual(self, verdicts: Sequence[str], turning: Sequence[str]) -> str:
        """What a verdict turns on."""
        facts = ", ".join(self.own_keys.get(key, key) for key in turning)
        return f"{' or '.join(verdicts) or 'not known'}: depends on {facts}"


def _plain(name: str) -> str:
    """A name or expression however it is spaced."""
    return "".join(name.split())


def _adding(rules: list[Rule], rule: Rule) -> Callable[[Guard], Guard]:
    def add(guard: Guard) -> Guard:
        rule.guard = guard
        rules.append(rule)
        return guard

    return add
