"""A difference for programs, as `diff/1`: see `schemas/diff-1.json`."""

from collections.abc import Mapping
from typing import Any

import attrs

from policyc.analyse.asked_days import AskedDays
from policyc.analyse.deadlines import DeadlineDifference
from policyc.analyse.difference import Difference, Entry
from policyc.analyse.duties import DutyDifference
from policyc.analyse.reports.json_values import (
    example_json,
    policy_json,
    rules_json,
    where_json,
)
from policyc.analyse.reports.naming import Naming, naming
from policyc.analyse.reports.sentence import sentence
from policyc.analyse.reports.terms_text import due_text, term_text
from policyc.analyse.rewording import Rewording
from policyc.analyse.stages import StageDifference
from policyc.analyse.terms import TermRow
from policyc.core.conditions import ALWAYS
from policyc.core.policy import Stage
from policyc.diagnostics.diagnostic import Language
from policyc.space.differences.classes import Class, Topic
from policyc.space.differences.parts import Cutout
from policyc.space.differences.regions import Unknown
from policyc.wording.regions import Teller
from policyc.wording.speech import Speech

SCHEMA = "diff/1"
_SIDES = ("left", "right")

_CLASSES: Mapping[Topic, str] = {
    Topic.FORBIDS: "{one} forbids, {other} does not",
    Topic.CONFLICTS: "both forbid, {one} requires",
    Topic.REQUIRES: "{one} requires, {other} does not",
    Topic.DISCOURAGES: "{one} discourages, {other} does not",
    Topic.RECOMMENDS: "{one} recommends, {other} does not",
    Topic.ALLOWS: "{one} allows, {other} is silent",
    Topic.STANDS: "same verdict, {other} can be rebutted",
}


def class_name(cls: Class) -> str:
    """What a class is called in `diff/1`."""
    return _CLASSES[cls.topic].format(one=_SIDES[cls.side], other=_SIDES[1 - cls.side])


def diff_json(
    found: Difference, language: Language = "en", days: AskedDays | None = None
) -> dict[str, Any]:
    """The object. Keys of facts are the English ones whatever the language."""
    return _Writer(found, naming(found.joint, language), _speech(found), days).report()


def _speech(found: Difference) -> Speech:
    return Speech(found.axes, found.vocabulary)


@attrs.frozen(eq=False)
class _Writer:
    """Makes the object: `naming` for sentences, `speech` for keys."""

    found: Difference
    naming: Naming
    speech: Speech
    days: AskedDays | None = None

    @property
    def teller(self) -> Teller:
        """For conditions in the report's language."""
        return self.naming.teller

    def report(self) -> dict[str, Any]:
        """The whole object."""
        found = self.found
        left, right = found.policies
        return {
            "schema": SCHEMA,
            "language": self.naming.language,
            **({} if self.days is None else {"on": self.days.on.isoformat()}),
            "left": left.name,
            "right": right.name,
            "policies": {
                side: policy_json(policy, None if self.days is None else self.days.meant(place))
                for place, (side, policy) in enumerate(zip(_SIDES, found.policies, strict=True))
            },
            "actions": list(found.actions),
            "equivalent": found.equivalent,
            "complete": found.complete,
            "why": None
            if found.complete
            else "; ".join(sorted({u.undecided.why for u in found.unknown})),
            "regions": [self.region(entry) for entry in found.entries],
            "undecided": [self.unknown(part) for part in found.unknown],
            "terms": [self.term(row) for row in found.terms],
            "duties": [self.duty(duty) for duty in found.duties],
            "deadlines": [self.deadline(deadline) for deadline in found.deadlines],
            "stages": [self.stage(stage) for stage in found.stages],
            "same_meaning": [_rewording(each) for each in found.rewordings],
            "scopes": self.scopes(),
            "subject_to": self.statutes(),
            "assumptions": {
                side: [self.teller.condition(c, alone=True) for c in conditions]
                for side, conditions in zip(_SIDES, found.assumed, strict=True)
            },
        }

    def region(self, entry: Entry) -> dict[str, Any]:
        """A region of the list."""
        region = entry.region
        certain = region.certainty.certain
        left, right = self.found.policies
        return {
            "class": class_name(region.cls),
            "where": where_json(region.where, self.speech),
            "except": [self.exception(part) for part in region.exceptions],
            "text": sentence(region, self.naming),
            "left": [said.verdict.value for said in region.said[0]],
            "right": [said.verdict.value for said in region.said[1]],
            "left_rules": rules_json(left, region.rules[0]),
            "right_rules": rules_json(right, region.rules[1]),
            "stricter": None if region.stricter is None else _SIDES[region.stricter],
            "certainty": region.certainty.level.value,
            "certain": where_json(certain[0], self.speech) if len(certain) == 1 else None,
            "certain_parts": [where_json(part, self.speech) for part in certain],
            "possible_parts": [where_json(p, self.speech) for p in region.certainty.possible],
            "certainty_exact": region.certainty.exact,
            "certain_in_class": [where_json(p, self.speech) for p in region.certainty.one_way],
            "witness": example_json(entry.example),
            "nearest_agreement": None if entry.agreement is None else example_json(entry.agreement),
        }

    def exception(self, part: Cutout) -> dict[str, Any]:
        """A part cut out of a region."""
        return {
            "where": where_json(part.where, self.speech),
            "rules": [{"side": _SIDES[side], "rule": rule} for side, rule in part.rules],
        }

    def unknown(self, part: Unknown) -> dict[str, Any]:
        """A part of which it was not found out whether the policies differ there."""
        return {
            "class": class_name(part.cls),
            "where": where_json(part.where, self.speech),
            "why": part.undecided.why,
        }

    def term(self, row: TermRow) -> dict[str, Any]:
        """A term with what each side publishes."""
        values = [
            None if term is None else term_text(term, self.naming.language) for term in row.terms
        ]
        stricter = _SIDES[row.strictest[0]] if len(row.strictest) == 1 else None
        return {"term": row.name, "left": values[0], "right": values[1], "stricter": stricter}

    def duty(self, found: DutyDifference) -> dict[str, Any]:
        """A duty that only one side attaches."""
        return {
            "side": _SIDES[found.side],
            "action": self.teller.actions(found.duty.pattern),
            "when": self.teller.condition(found.duty.guard, alone=True),
            "requirement": self.teller.condition(found.duty.requirement, alone=True),
            "rule": rules_json(self.found.policies[found.side], [found.duty.rule])[0],
            "other_forbids_too": found.forbidden,
        }

    def deadline(self, found: DeadlineDifference) -> dict[str, Any]:
        """Two deadlines of what both sides require."""
        left, right = found.clauses
        return {
            "action": self.teller.actions(found.pattern),
            "left": due_text(left.deadline, self.naming),
            "right": due_text(right.deadline, self.naming),
            "left_rule": rules_json(self.found.policies[0], [left.rule])[0],
            "right_rule": rules_json(self.found.policies[1], [right.rule])[0],
            "stricter": None if found.stricter is None else _SIDES[found.stricter],
        }

    def statutes(self) -> dict[str, list[str]] | None:
        """What each side is subject to."""
        if self.found.statutes is None:
            return None
        return dict(zip(_SIDES, map(list, self.found.statutes), strict=True))

    def scopes(self) -> dict[str, str | None] | None:
        """What each side is limited to, if that differs."""
        if self.found.scopes is None:
            return None
        return {
            side: None if scope == ALWAYS else self.teller.condition(scope, alone=True)
            for side, scope in zip(_SIDES, self.found.scopes, strict=True)
        }

    def stage(self, found: StageDifference) -> dict[str, Any]:
        """A stage that the sides do not share."""
        return {
            "stage": found.name,
            **{side: self.range(s) for side, s in zip(_SIDES, found.stages, strict=True)},
        }

    def range(self, stage: Stage | None) -> str | None:
        """A stage's range in words."""
        return None if stage is None else self.teller.condition(stage.condition, alone=True)


def _rewording(found: Rewording) -> dict[str, Any]:
    return {"left": found.rules[0], "right": found.rules[1], "renamed": found.renamed}
