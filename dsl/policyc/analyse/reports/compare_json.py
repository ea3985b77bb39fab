"""Several policies side by side for programs, as `compare/1`: see `schemas/compare-1.json`."""

from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from policyc.analyse.asked_days import AskedDays
from policyc.analyse.comparison import Comparison
from policyc.analyse.disputes import Dispute
from policyc.analyse.left_out import NOTHING_LEFT_OUT, LeftOut, Omitted
from policyc.analyse.overview import Overview, Row
from policyc.analyse.reports.compliance_json import compliance_json, term_json
from policyc.analyse.reports.json_values import (
    example_json,
    interval_json,
    policy_json,
    rules_json,
    where_json,
)
from policyc.analyse.reports.naming import naming
from policyc.analyse.standing import Order, Relation
from policyc.analyse.unpromised import Unpromised, promised_by_none
from policyc.core.axes import Numbers
from policyc.core.policy import Policy
from policyc.diagnostics.diagnostic import Language
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


def compare_json(
    found: Comparison,
    language: Language = "en",
    left_out: Omitted = NOTHING_LEFT_OUT,
    days: AskedDays | None = None,
) -> dict[str, Any]:
    """The object. Policies are named by their place in `policies`; keys of facts are English.

    `left_out` is what the folders that were asked for hold besides; `days` are of the policies and,
    after them, the statutes.
    """
    teller = naming(found.joint, language).teller
    speech = Speech(found.joint.axes, found.joint.vocabulary)
    return {
        **_Writer(found, language, teller, speech, days).report(),
        "left_out": {
            "policies": [_left_out(each) for each in left_out.policies],
            "statutes": [_left_out(each) for each in left_out.statutes],
        },
    }


def _left_out(found: LeftOut) -> dict[str, Any]:
    return {
        "folder": found.folder,
        "document": found.document,
        "file": found.file,
        "why": found.why.value,
    }


@attrs.frozen(eq=False)
class _Writer:
    """Makes the object: `teller` for sentences, `speech` for keys."""

    found: Comparison
    language: Language
    teller: Teller
    speech: Speech
    days: AskedDays | None

    def report(self) -> dict[str, Any]:
        """The whole object."""
        found, standing = self.found, self.found.standing
        return {
            "schema": SCHEMA,
            "language": self.language,
            **({} if self.days is None else {"on": self.days.on.isoformat()}),
            "policies": self.texts(found.policies, 0),
            "statutes": self.texts(found.statutes, len(found.policies)),
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
            "terms": [term_json(row, self.language) for row in found.terms],
            "against": [
                {
                    "policy": _place(found.policies, each.policy),
                    "statute": _place(found.statutes, each.statute),
                    **compliance_json(each, self.language),
                }
                for each in found.against
            ],
            "promised_by_none": [self.unpromised(each) for each in promised_by_none(found)],
        }

    def texts(self, policies: Sequence[Policy], first: int) -> list[dict[str, Any]]:
        """Which texts some policies are, the first of which has a place among the days."""
        return [
            policy_json(policy, None if self.days is None else self.days.meant(place))
            for place, policy in enumerate(policies, first)
        ]

    def unpromised(self, found: Unpromised) -> dict[str, Any]:
        """A clause that no policy promises to keep."""
        return {
            "statute": _place(self.found.statutes, found.statute),
            "rule": rules_json(found.statute, [found.rule])[0],
            "broken": list(found.broken),
            "left_out": list(found.left_out),
            "unpermitted": list(found.unpermitted),
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
            "except": [where_json(part.where, self.speech) for part in found.exceptions],
            "text": self.teller.part(found.where),
            "policies": [
                [{"verdict": each.verdict.value, "rules": list(each.rules)} for each in said]
                for said in found.said
            ],
            "witness": example_json(found.example),
            "verdicts": [outcome.verdict.value for outcome in found.example.outcomes],
        }


def _stricter(order: Order) -> list[list[int]]:
    return [[place, other] for place, under in enumerate(order.stricter) for other in sorted(under)]


def _complete(found: Comparison) -> bool:
    """Whether nothing was left undecided."""
    settled = not found.standing.whole.unknown
    agreed = found.disputes is None or not found.disputes.unknown
    return settled and agreed and not any(each.unknown for each in found.against)


def _place(among: Sequence[object], wanted: object) -> int:
    return next(i for i, each in enumerate(among) if each is wanted)
