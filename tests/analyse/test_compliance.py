"""A policy held against a statute: breaches, advice, values, and for which open terms not."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from policyc.analyse import compliance as compliance_of
from policyc.analyse.compliance import Compliance, compliance
from policyc.analyse.provisions import Provision
from policyc.analyse.reports.sources import citation_text, source_text
from policyc.analyse.reports.terms_text import term_text
from policyc.core.actions import Pattern
from policyc.core.policy import Attestation, Citation, Effect, SourceText
from policyc.diagnostics.diagnostic import Language
from policyc.space.differences.parts import Unknown
from policyc.space.questions.terms import Complying
from policyc.space.space import Space
from policyc.space.where import Where
from policyc.wording.conditions import condition_text
from policyc.wording.speech import Speech
from tests.analyse.loading import written

NIGHT = "rule night: when time from 22:00 to 08:00 then {} contact(any, phone)"


def held(
    folder: Path, policy: str, statute: str, actions: Iterable[str] | None = None
) -> Compliance:
    return compliance(written(folder, policy, "lender"), written(folder, statute, "law"), actions)


def test_what_a_statute_advises_against_is_told_and_is_no_breach(tmp_path: Path) -> None:
    calls = "rule calls: when time from 07:00 to 20:00 then allow contact(borrower, phone)"
    found = held(tmp_path, calls, NIGHT.format("discourage"))
    assert found.complies
    assert not found.breaches
    (advice,) = found.advice
    assert advice.rules == (("calls",), ("night",))
    assert [o.verdict.value for o in advice.example.outcomes] == ["allowed", "discouraged"]


@pytest.mark.parametrize("effect", ["forbid", "discourage"])
def test_who_discourages_it_too_follows_the_advice(tmp_path: Path, effect: str) -> None:
    calls = "rule calls: when time from 07:00 to 20:00 then allow contact(borrower, phone)\n"
    own = f"rule early: when time from 22:00 to 09:00 then {effect} contact(borrower)"
    assert not held(tmp_path, calls + own, NIGHT.format("discourage")).advice


@pytest.mark.parametrize(
    ("effect", "complies"),
    [(Effect.FORBID, None), (Effect.REQUIRE, True), (Effect.DISCOURAGE, True)],
)
def test_only_an_open_breach_leaves_open_whether_a_policy_complies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, effect: Effect, complies: bool | None
) -> None:
    part = Unknown(Where(Pattern("contact", (None, None)), ()))

    def unsettled(
        _: Space, asked: Effect, *__: object
    ) -> tuple[tuple[Provision, ...], tuple[Unknown, ...]]:
        return (), (part,) if asked is effect else ()

    monkeypatch.setattr(compliance_of, "provisions", unsettled)
    found = held(tmp_path, "rule r: forbid contact(employer)", NIGHT.format("forbid"))
    assert found.complies is complies
    assert found.unknown == (part,)


def test_what_a_statute_requires_all_the_same_it_does_not_advise_against(tmp_path: Path) -> None:
    law = NIGHT.format("discourage") + "\nrule call: require contact(borrower, phone)"
    found = held(tmp_path, "rule calls: allow contact(borrower, phone)", law)
    assert not found.advice
    assert found.omissions


@pytest.mark.parametrize(
    ("mine", "yours", "stricter"), [(30, 90, True), (90, 30, False), (30, 30, False)]
)
def test_a_stricter_value_of_the_statute_is_told(
    tmp_path: Path, mine: int, yours: int, stricter: bool
) -> None:
    text = "term kept: days, more is stricter\nset kept = {} days"
    found = held(tmp_path, text.format(mine), text.format(yours))
    assert [row.name for row in found.values] == (["kept"] if stricter else [])
    for row in found.values:
        assert [term_text(term, "en") for term in row.terms] == ["30 days", "90 days"]


LATE = """term late: days from 5 to 40, unspecified
rule ask: when overdue >= late then allow contact(emergency)
rule tell: when overdue >= late then allow report(any)"""
LAW = """rule first: when overdue <= 20 then forbid contact(emergency)
rule second: when overdue <= 30 then forbid report(any)"""


@pytest.mark.parametrize(
    ("actions", "condition"),
    [(None, "late >= 31 days"), (["contact"], "late >= 21 days"), (["report"], "late >= 31 days")],
)
def test_for_which_values_it_complies_is_said_of_the_actions_asked_about(
    tmp_path: Path, actions: list[str] | None, condition: str
) -> None:
    found = held(tmp_path, LATE, LAW, actions)
    assert isinstance(found.terms, Complying)
    speech = Speech(found.joint.axes, found.joint.vocabulary)
    assert condition_text(speech, found.terms.condition) == condition


def test_of_values_that_no_breach_turns_on_nothing_is_said(tmp_path: Path) -> None:
    text = (
        LATE.splitlines()[0] + "\nrule wait: when overdue < late then forbid contact(emergency)\n"
    )
    found = held(tmp_path, text + "rule r: allow report(any)", LAW)
    assert found.breaches
    assert found.terms is None


@pytest.mark.parametrize(
    ("language", "mark"), [("en", "law 5, not verified"), ("zh", "law 5，未经核实")]
)
def test_a_place_in_a_source_that_nobody_verified_is_marked(language: Language, mark: str) -> None:
    source = SourceText("law", "The law", None, None, Attestation.UNVERIFIED)
    assert citation_text(Citation(source, "5"), language) == mark


def test_a_source_is_listed_with_how_well_it_is_attested() -> None:
    source = SourceText("law", "The law", None, "law.example", Attestation.SECONDARY)
    assert citation_text(Citation(source, "5"), "en") == "law 5"
    assert source_text(source, "en") == "“The law”, law.example, reported by others"


def test_open_terms_of_one_name_are_told_apart_clause_by_clause(tmp_path: Path) -> None:
    text = "term late: days from {} to {}, unspecified\nrule r: when {} then {} contact(emergency)"
    mine = text.format(5, 40, "overdue >= late", "allow")
    found = held(tmp_path, mine, text.format(1, 60, "overdue < late", "forbid"))
    (clause,) = found.broken
    assert not clause.certain
    assert set(clause.breaches[0].terms) == {"lender.late", "law.late"}


@pytest.mark.parametrize(("first", "second"), [("late", "soon"), ("soon", "late")])
def test_a_clause_is_judged_by_itself(tmp_path: Path, first: str, second: str) -> None:
    rules = {
        "late": "rule late: when overdue > 20 then forbid contact(any)\n",
        "soon": "rule soon: when overdue > 10 then forbid contact(any, phone)\n",
    }
    calls = "rule calls: allow contact(borrower, phone)"
    found = held(tmp_path, calls, rules[first] + rules[second])
    assert [each.rule for each in found.broken] == [first, second]
    bounds = {e.rule: [b.part.where.bounds[0].condition for b in e.breaches] for e in found.broken}
    speech = Speech(found.joint.axes, found.joint.vocabulary)
    told = {rule: [condition_text(speech, c) for c in each] for rule, each in bounds.items()}
    assert told == {"late": ["overdue > 20 days"], "soon": ["overdue > 10 days"]}


def test_a_default_is_broken_only_where_no_other_clause_rules(tmp_path: Path) -> None:
    law = "rule night: when time from 22:00 to 08:00 then forbid contact(any)\n"
    law += "default forbid contact(any)"
    found = held(tmp_path, "rule calls: allow contact(borrower, phone)", law)
    assert len(found.broken) == 2
    default = next(each for each in found.broken if each.rule != "night")
    speech = Speech(found.joint.axes, found.joint.vocabulary)
    (breach,) = default.breaches
    (bound,) = breach.part.where.bounds
    assert condition_text(speech, bound.condition) == "time from 08:00 to 22:00"


def test_a_clause_that_another_overrides_is_broken_only_where_it_stands(tmp_path: Path) -> None:
    law = "rule ban: forbid contact(any)\n"
    law += "rule leave overrides ban: when identified then allow contact(any)"
    found = held(tmp_path, "rule calls: allow contact(borrower, phone)", law)
    (clause,) = found.broken
    (breach,) = clause.breaches
    assert [bound.name for bound in breach.part.where.bounds] == ["identified"]
    assert [o.verdict.value for o in breach.example.outcomes] == ["allowed", "forbidden"]


def test_a_condition_of_what_a_policy_nowhere_permits_is_not_left_out(tmp_path: Path) -> None:
    law = """rule extend: require offer(extension)
rule write: require identified for contact(any, letter)
rule name: require identified for contact(any, phone)"""
    found = held(tmp_path, "rule calls: allow contact(borrower, phone)", law)
    assert [each.rule for each in found.unmet] == ["extend"]
    assert [each.rule for each in found.broken] == ["name"]
    assert [each.duty.rule for each in found.unpermitted] == ["write"]


@pytest.mark.parametrize(
    "policy",
    [
        "rule none: forbid contact(any, visit)",
        "rule visits: when identified then allow contact(borrower, visit)",
    ],
)
def test_who_forbids_an_action_or_permits_it_as_the_law_does_keeps_its_condition(
    tmp_path: Path, policy: str
) -> None:
    found = held(tmp_path, policy, "rule name: require identified for contact(any, visit)")
    assert found.complies
    assert [each.duty.rule for each in found.duties] == ["name"]
    assert not found.unpermitted
