"""Deciding: a policy's declarations, and cases as people and programs state them."""

from __future__ import annotations

from policyc.engines.python.standalone.completions import Known, Sum
from policyc.engines.python.standalone.numbers import LONGEST
from policyc.engines.python.standalone.questions import Question
from policyc.engines.python.standalone.rules import Duty, Rule, Ruling
from policyc.engines.python.standalone.values import CaseError, Fact, wrong

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from policyc.engines.python.standalone.rules import Chosen, Guard, Statement


SCHEMA = "compiled/1"


class Policy:
    """The facts, actions and rules of a policy, and what a decision says of it; decides."""

    def __init__(
        self, name: str, *, effective: str | None = None, until: str | None = None
    ) -> None:
        version = {"effective": effective, "until": until}
        self._heading = {"schema": SCHEMA, "policy": name, "version": version}
        self.facts: dict[str, Fact] = {}
        self.sums: dict[str, Sum] = {}
        self.rules: list[Rule] = []
        self.defaults: list[Rule] = []
        self.duties: list[Duty] = []
        self.assumptions: list[Guard] = []
        self._sources: dict[str, Mapping[str, Any]] = {}
        self._terms: set[str] = set()
        self._stated: dict[str, tuple[str, Fact]] = {}
        self._actions: dict[str, tuple[str, list[dict[str, str]]]] = {}
        self._own_keys: dict[str, Mapping[str, str]] = {}
        self._questions: dict[str, Question] = {}

    def source(
        self,
        name: str,
        title: str | None = None,
        *,
        dated: str | None = None,
        address: str | None = None,
        attestation: str | None = None,
    ) -> None:
        """Declares a text that rules cite."""
        self._sources[name] = {
            "source": title or name,
            "place": None,
            "dated": dated,
            "address": address,
            "attestation": attestation,
        }

    def fact(
        self, key: str, unit: str, *, label: str | None = None, term: bool = False, **domain: Any
    ) -> None:
        """Declares a fact, an open term, or what else a case may state, by its key or label."""
        self.facts[key] = Fact(key, unit, **domain)
        self._stated.update({_plain(n): (key, self.facts[key]) for n in (label, key) if n})
        if term:
            self._terms.add(key)

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
        self, name: str, effect: str, action: str, *arguments: Chosen, **more: Any
    ) -> Callable[[Guard], Guard]:
        """Makes the function that follows the guard of a rule."""
        return _adding(self.rules, Rule(name, effect, action, arguments, **self._cited(**more)))

    def default(
        self, name: str, effect: str, action: str, *arguments: Chosen, **more: Any
    ) -> Callable[[Guard], Guard]:
        """Makes the function that follows the guard of what holds where no rule rules."""
        return _adding(self.defaults, Rule(name, effect, action, arguments, **self._cited(**more)))

    def duty(
        self, name: str, action: str, *arguments: Chosen, **more: Any
    ) -> Callable[[Guard], Guard]:
        """Makes the function that follows the guard of what an action obliges to."""
        return _adding(self.duties, Duty(name, action, arguments, **self._cited(**more)))

    def _cited(self, *, cite: Sequence[tuple[str, str | None]] = (), **more: Any) -> dict[str, Any]:
        """The sources of citations: names of sources, and places in them."""
        sources = [{**self._sources[name], "place": place} for name, place in cite]
        return {"sources": sources, **more}

    def assumption(self, guard: Guard) -> Guard:
        """Makes the function that follows what holds of every case."""
        self.assumptions.append(guard)
        return guard

    def decide(self, action: str, case: Mapping[str, Any]) -> dict[str, Any]:
        """The decision on an action in a case. Raises `CaseError`."""
        name, arguments = self._asked(action)
        key = f"{name}({', '.join(arguments)})" if arguments else name
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
        return {**self._heading, "action": key, **question.decision(known)}

    def _question(
        self, name: str, arguments: Sequence[str], own_keys: Mapping[str, str]
    ) -> Question:
        rules = [rule for rule in self.rules if rule.covers(name, arguments)]
        defaults = [rule for rule in self.defaults if rule.covers(name, arguments)]
        duties = [duty for duty in self.duties if duty.covers(name, arguments)]
        return Question(Ruling(rules, defaults), duties, own_keys, self._terms)

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


def _plain(name: str) -> str:
    """A name or expression however it is spaced."""
    return "".join(name.split())


def _adding(those: list[Any], one: Statement) -> Callable[[Guard], Guard]:
    def add(guard: Guard) -> Guard:
        one.guard = guard
        those.append(one)
        return guard

    return add
