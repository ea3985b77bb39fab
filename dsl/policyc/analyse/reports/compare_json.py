"""Several policies side by side for programs, as `compare/1`: see `schemas/compare-1.json`."""

from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from policyc.analyse.comparison import Comparison
from policyc.analyse.compliance import Breach, Compliance
from policyc.analyse.disputes import Dispute
from policyc.analyse.overview import Overview, Row
from policyc.analyse.reports.json_values import (
    example_json,
    interval_json,
    policy_json,
    rules_json,
    where_json,
)
from policyc.analyse.reports.naming import naming
from policyc.analyse.reports.terms_text import term_text
from policyc.analyse.standing import Order, Relation
from policyc.analyse.terms import TermRow
from policyc.core.axes import Numbers
from policyc.diagnostics.diagnostic import Language
from policyc.space.differences.parts import Cutout
from policyc.space.questions.terms import Complying
from policyc.space.undecided import Undecided
from policyc.wording.conditions import condition_text
from policyc.wording.regions import Teller
from policyc.wording.speech import Speech

SCHEMA = "compare/1"

SIGNS: Mapping[Relation, str] = {
    Relation.EQUAL: "=",
    Relation.STRICTER: ">",
    Relation.LOOSER: "<",
    Relation.LEVEL: "~",
    Relation.INCOMPARABLE: "x",
    Relation.UNKNOWN: "?",
}
"""How a relation is written in `relations`: the row's policy to the column's."""


def compare_json(found: Comparison, language: Language = "en") -> dict[str, Any]:
    """The object. Policies are named by their place in `policies`; keys of facts are English."""
    teller = naming(found.joint, language).teller
    return _Writer(
        found, language, teller, Speech(found.joint.axes, found.joint.vocabulary)
    ).report()


@attrs.frozen(eq=False)
class _Writer:
    """Makes the object: `teller` for sentences, `speech` for keys."""

    found: Comparison
    language: Language
    teller: Teller
    speech: Speech

    def report(self) -> dict[str, Any]:
        """The whole object."""
        found, standing = self.found, self.found.standing
        return {
            "schema": SCHEMA,
            "language": self.language,
            "policies": [policy_json(policy) for policy in found.policies],
            "statutes": [policy_json(policy) for policy in found.statutes],
            "classes": [list(members) for members in standing.whole.classes],
            "stricter": _stricter(standing.whole),
            "relations": self.relations(standing.whole),
            "actions": [
                {
                    "action": action,
                    "ranked": order.ranked,
                    "classes": [list(members) for members in order.classes],
                    "stricter": _stricter(order),
                    "strictest": list(order.strictest),
                    "most_permissive": list(order.most_permissive),
                    "silent": list(found.silent[action]),
                }
                for action, order in standing.by_action.items()
            ],
            "overviews": [self.overview(each) for each in found.overviews]
            if found.overviews is not None
            else None,
            "disputes": [self.dispute(each) for each in found.disputes.disputes]
            if found.disputes is not None
            else None,
            "complete": _complete(found),
            "terms": [self.term(row) for row in found.terms],
            "against": [self.compliance(each) for each in found.against],
        }

    def term(self, row: TermRow) -> dict[str, Any]:
        """A term with what each policy publishes."""
        return {
            "term": row.name,
            "values": [
                None if term is None else term_text(term, self.language) for term in row.terms
            ],
            "strictest": list(row.strictest),
        }

    def relations(self, order: Order) -> list[str]:
        """One text for each policy, in it one sign for each policy."""
        places = range(len(self.found.policies))
        return ["".join(SIGNS[order.relation(i, j)] for j in places) for i in places]

    def overview(self, found: Overview) -> dict[str, Any]:
        """The table of one action."""
        domain = self.speech.axes[found.axis].domain if found.axis is not None else None
        ranges = (
            [[interval_json(domain, i) for i in numbers.intervals] for numbers in found.ranges]
            if isinstance(domain, Numbers)
            else []
        )
        return {
            "action": found.action,
            "by": found.axis,
            "ranges": ranges,
            "policies": [[self.row(row) for row in rows] for rows in found.rows],
        }

    def row(self, row: Row) -> dict[str, Any]:
        """Some actions with one answer for each range."""
        return {
            "actions": self.teller.actions(row.pattern),
            "answers": [cell.answer.value for cell in row.cells],
            "open": [cell.open for cell in row.cells],
        }

    def dispute(self, found: Dispute) -> dict[str, Any]:
        """Cases about which policies do not agree."""
        return {
            "where": where_json(found.where, self.speech),
            "except": [_except(part, self.speech) for part in found.exceptions],
            "text": self.teller.part(found.where),
            "policies": [
                [{"verdict": each.verdict.value, "rules": list(each.rules)} for each in said]
                for said in found.said
            ],
            "witness": example_json(found.example),
            "verdicts": [outcome.verdict.value for outcome in found.example.outcomes],
        }

    def compliance(self, found: Compliance) -> dict[str, Any]:
        """A policy held against a statute."""
        two = naming(found.joint, self.language)
        speech = Speech(found.joint.axes, found.joint.vocabulary)
        return {
            "policy": _place(self.found.policies, found.policy),
            "statute": _place(self.found.statutes, found.statute),
            "complies": found.complies,
            "breaches": [_breach(b, found, two.teller, speech) for b in found.breaches],
            "omissions": [_breach(b, found, two.teller, speech) for b in found.omissions],
            "advised_against": [_breach(b, found, two.teller, speech) for b in found.advice],
            "stricter_values": [self.term(row) for row in found.values],
            "omitted_duties": [
                {
                    "action": two.teller.actions(duty.duty.pattern),
                    "when": two.teller.condition(duty.duty.guard, alone=True),
                    "requirement": two.teller.condition(duty.duty.requirement, alone=True),
                    "rule": rules_json(found.statute, [duty.duty.rule])[0],
                    "policy_forbids_too": duty.forbidden,
                }
                for duty in found.duties
            ],
            "undecided": [
                {"where": where_json(part.where, speech), "why": part.undecided.why}
                for part in found.unknown
            ],
            "terms": _terms(found.terms, speech),
        }


def _stricter(order: Order) -> list[list[int]]:
    return [[place, other] for place, under in enumerate(order.stricter) for other in sorted(under)]


def _complete(found: Comparison) -> bool:
    """Whether nothing was left undecided."""
    settled = not found.standing.whole.unknown
    agreed = found.disputes is None or not found.disputes.unknown
    return settled and agreed and not any(each.unknown for each in found.against)


def _except(part: Cutout, speech: Speech) -> dict[str, Any]:
    return where_json(part.where, speech)


def _place(among: Sequence[object], wanted: object) -> int:
    return next(i for i, each in enumerate(among) if each is wanted)


def _breach(found: Breach, whole: Compliance, teller: Teller, speech: Speech) -> dict[str, Any]:
    part = found.part
    return {
        "where": where_json(part.where, speech),
        "except": [_except(cut, speech) for cut in part.exceptions],
        "text": teller.part(part.where),
        "policy_rules": rules_json(whole.policy, found.rules[0]),
        "statute_rules": rules_json(whole.statute, found.rules[1]),
        "witness": example_json(found.example),
    }


def _terms(found: Complying | Undecided | None, speech: Speech) -> dict[str, Any] | None:
    """For which values of open terms there is no breach."""
    match found:
        case None:
            return None
        case Undecided(why):
            return {"condition": None, "exact": False, "why": why}
        case Complying(condition, exact):
            return {"condition": condition_text(speech, condition), "exact": exact, "why": None}
