"""A policy held against a statute for programs: the part of `compare/1` that is about one pair."""

from collections.abc import Sequence
from typing import Any

import attrs

from policyc.analyse.compliance import Compliance
from policyc.analyse.not_kept import counted
from policyc.analyse.provisions import Breach, Provision
from policyc.analyse.reports.json_values import example_json, rules_json, where_json
from policyc.analyse.reports.naming import naming
from policyc.analyse.reports.provisions_text import ClauseTeller
from policyc.analyse.reports.terms_text import term_text
from policyc.analyse.terms import TermRow
from policyc.diagnostics.diagnostic import Language
from policyc.space.questions.terms import Complying
from policyc.space.undecided import Undecided
from policyc.wording.conditions import condition_text
from policyc.wording.regions import Teller
from policyc.wording.speech import Speech


def compliance_json(found: Compliance, language: Language) -> dict[str, Any]:
    """The object of one policy and one statute, but for which these are."""
    teller = naming(found.joint, language).teller
    speech = Speech(found.joint.axes, found.joint.vocabulary)
    return _Writer(found, language, teller, speech).report()


def term_json(row: TermRow, language: Language) -> dict[str, Any]:
    """A term with what each policy publishes."""
    values = [None if term is None else term_text(term, language) for term in row.terms]
    return {"term": row.name, "values": values, "strictest": list(row.strictest)}


@attrs.frozen(eq=False)
class _Writer:
    """Makes the object: `teller` for sentences, `speech` for keys."""

    found: Compliance
    language: Language
    teller: Teller
    speech: Speech

    def report(self) -> dict[str, Any]:
        """Cases of each kind, and the clauses that they are held against the policy by."""
        found = self.found
        kinds = (
            ("breaches", found.breaches, found.broken),
            ("omissions", found.omissions, found.unmet),
            ("advised_against", found.advice, found.unheeded),
        )
        return {
            "complies": found.complies,
            "counts": {way.value: attrs.asdict(count) for way, count in counted([found]).items()},
            **{name: [self.breach(each) for each in cases] for name, cases, _ in kinds},
            "clauses": {
                name: [self.clause(each, cases, omitted=name == "omissions") for each in clauses]
                for name, cases, clauses in kinds
            },
            "stricter_values": [term_json(row, self.language) for row in found.values],
            "omitted_duties": [
                {
                    "action": self.teller.actions(duty.duty.pattern),
                    "when": self.teller.condition(duty.duty.guard, alone=True),
                    "requirement": self.teller.condition(duty.duty.requirement, alone=True),
                    "rule": rules_json(found.statute, [duty.duty.rule])[0],
                    "policy_forbids_too": duty.forbidden,
                    "unpermitted": duty in found.unpermitted,
                }
                for duty in found.duties
            ],
            "undecided": [
                {"where": where_json(part.where, self.speech), "why": part.undecided.why}
                for part in found.unknown
            ],
            "terms": self.terms(found.terms),
        }

    def breach(self, found: Breach) -> dict[str, Any]:
        """Cases, exactly, with the rules of both and one case."""
        part = found.part
        return {
            "where": where_json(part.where, self.speech),
            "except": [where_json(cut.where, self.speech) for cut in part.exceptions],
            "text": self.teller.part(part.where),
            "policy_rules": rules_json(self.found.policy, found.rules[0]),
            "statute_rules": rules_json(self.found.statute, found.rules[1]),
            "witness": example_json(found.example),
        }

    def clause(self, found: Provision, cases: Sequence[Breach], *, omitted: bool) -> dict[str, Any]:
        """A clause with the places of its cases in the list of them, and what it turns on."""
        clauses = ClauseTeller(self.found, self.teller)
        by_rules = {} if omitted else clauses.permitted(found)
        permitted = [text for texts in by_rules.values() for text in texts]
        return {
            "rule": rules_json(self.found.statute, [found.rule])[0],
            "policy_rules": rules_json(self.found.policy, found.permitting),
            "text": clauses.required(found) if omitted else permitted,
            "cases": [i for i, each in enumerate(cases) if each in found.breaches],
            "certainty": "certain" if found.certain else "possible",
            "terms": self.terms(found.terms),
            "witness": example_json(found.breaches[0].example),
        }

    def terms(self, found: Complying | Undecided | None) -> dict[str, Any] | None:
        """For which values of open terms there is no such case."""
        match found:
            case None:
                return None
            case Undecided(why):
                return {"condition": None, "exact": False, "why": why}
            case Complying(condition, exact):
                told = condition_text(self.speech, condition)
                return {"condition": told, "exact": exact, "why": None}
