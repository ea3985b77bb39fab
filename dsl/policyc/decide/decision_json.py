"""Decisions for programs, as `decision/1` and `decisions/1`: see the schemas of these names."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from policyc.core.policy import Citation, Clause, Policy
from policyc.decide.decision import Decision, DutyOwed, Outcome, WhyNot
from policyc.decide.grouping import distinct, grouped
from policyc.decide.history import Identity
from policyc.decide.json_values import case_json, value_json
from policyc.decide.phrases import reason
from policyc.decide.residual import residual_text
from policyc.diagnostics.diagnostic import Language
from policyc.wording.conditions import condition_text
from policyc.wording.deadlines import deadline_text
from policyc.wording.speech import Speech

DECISION = "decision/1"
DECISIONS = "decisions/1"


class Renderer:
    """Renders the decisions of one policy in one language."""

    def __init__(self, policy: Policy, language: Language = "en") -> None:
        self._policy = policy
        self._language = language
        self._speech = Speech.of(policy, language)
        self._heading = {"policy": policy.name, "version": _version(policy)}

    def answer(
        self, asked: str, decisions: Sequence[Decision], identity: Identity | None = None
    ) -> dict[str, Any]:
        """The object of what was asked: of one decision where the text names one action."""
        if len(decisions) == 1:
            return self.decision(decisions[0], identity)
        return self.decisions(asked, decisions, identity)

    def decision(
        self,
        decision: Decision,
        identity: Identity | None = None,
        why_not: WhyNot | None = None,
    ) -> dict[str, Any]:
        """The object of a decision on one action."""
        return {
            "schema": DECISION,
            **self._identified(identity),
            "action": str(decision.action),
            **self._said(decision),
            **({} if why_not is None else {"why_not": self._why_not(decision, why_not)}),
        }

    def decisions(
        self, asked: str, decisions: Sequence[Decision], identity: Identity | None = None
    ) -> dict[str, Any]:
        """The object of the decisions on every action of a pattern, equal ones together."""
        return {
            "schema": DECISIONS,
            **self._identified(identity),
            "ask": asked,
            "decisions": [
                {"actions": [str(action) for action in actions], **self._said(decision)}
                for actions, decision in grouped(decisions)
            ],
        }

    def _identified(self, identity: Identity | None) -> dict[str, Any]:
        return self._heading if identity is None else {"id": identity, **self._heading}

    def _said(self, decision: Decision) -> dict[str, Any]:
        """What a decision says, whatever action it is about."""
        speech = self._speech
        return {
            "verdict": decision.verdict.value,
            "rules": [self._rule(decision, clause) for clause in distinct(decision.rules)],
            "defeated": [self._rule(decision, clause) for clause in distinct(decision.defeated)],
            "duties": [self._duty(decision, owed) for owed in decision.duties],
            "rebuttable": decision.rebuttable,
            "residual": residual_text(speech, decision.outcomes),
            "possible_rules": list(decision.possible),
            "outcomes": [self._outcome(outcome) for outcome in decision.outcomes],
            "depends_on": list(decision.depends_on),
            "open_terms": list(decision.open_terms),
            "undecided": self._reason(decision.why),
        }

    def _rule(self, decision: Decision, clause: Clause) -> dict[str, Any]:
        rule = decision.rule(clause.rule)
        due = None if clause.deadline is None else deadline_text(self._speech, clause.deadline)
        return {
            "rule": rule.name,
            "effect": clause.effect.value,
            "title": rule.title,
            "sources": _sources(rule.citations),
            "deadline": due,
        }

    def _duty(self, decision: Decision, owed: DutyOwed) -> dict[str, Any]:
        rule = decision.rule(owed.duty.rule)
        return {
            "rule": rule.name,
            "requirement": condition_text(self._speech, owed.duty.requirement),
            "met": owed.met,
            "when": None if owed.when is None else condition_text(self._speech, owed.when),
            "title": rule.title,
            "sources": _sources(rule.citations),
        }

    def _outcome(self, outcome: Outcome) -> dict[str, Any]:
        return {
            "verdict": outcome.verdict.value,
            "when": condition_text(self._speech, outcome.when),
            "rules": list(outcome.rules),
            "possible_rules": [r for r in outcome.possible if r not in outcome.rules],
        }

    def _reason(self, why: str | None) -> str | None:
        return None if why is None else reason(why, self._language)

    def _why_not(self, decision: Decision, found: WhyNot) -> dict[str, Any]:
        axes = self._policy.axes
        changes = (
            None
            if found.changes is None
            else [
                {
                    "fact": change.key,
                    "from": value_json(axes[change.key].domain, change.before)
                    if change.stated
                    else None,
                    "to": value_json(axes[change.key].domain, change.after),
                    "stated": change.stated,
                }
                for change in found.changes
            ]
        )
        case = None if changes is None else case_json(axes, decision.action, found.case)
        return {
            "verdict": found.verdict.value,
            "changes": changes,
            "terms": [
                {"term": key, "is": value_json(axes[key].domain, value)}
                for key, value in found.terms.items()
            ],
            "case": case,
            "undecided": self._reason(found.why),
        }


def compact(value: Any) -> str:
    """JSON on one line, which can always be written as UTF-8."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _version(policy: Policy) -> dict[str, str | None]:
    start, end = policy.period.start, policy.period.end
    return {
        "effective": None if start is None else start.isoformat(),
        "until": None if end is None else end.isoformat(),
    }


def _sources(citations: Iterable[Citation]) -> list[dict[str, Any]]:
    return [
        {
            "source": citation.source.title or citation.source.name,
            "place": citation.place,
            "dated": citation.source.dated.isoformat() if citation.source.dated else None,
            "address": citation.source.address,
            "attestation": citation.source.attestation.value
            if citation.source.attestation
            else None,
        }
        for citation in citations
    ]
