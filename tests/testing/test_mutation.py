"""Small changes of a policy, and whether its tests notice them."""

from pathlib import Path

import pytest

from policyc.core.policy import Effect
from policyc.testing.mutants import Change
from policyc.testing.mutation import Mutation
from policyc.testing.reports.mutation_text import change_text
from policyc.testing.suite import Wanted
from policyc.wording.speech import Speech
from tests.testing.running import report

MUTATION = Wanted(mutation=True)


def mutated(folder: Path, *texts: str, **files: str) -> Mutation:
    found = report(folder, *texts, wanted=MUTATION, files=files)
    assert found.mutation is not None
    (one,) = (m for m in found.mutation if m.subject.name == "lender")
    return one


def survivors(found: Mutation) -> list[str]:
    speech = Speech.of(found.subject.policy)
    return [change_text(speech, survivor.mutant) for survivor in found.survivors]


def case(facts: str, verdict: str, by: str = "") -> str:
    given = f"  given {facts}\n" if facts else ""
    return f'test "{facts} {verdict}":\n{given}  expect outsource {verdict}{by}\n'


def test_without_a_test_every_change_survives(tmp_path: Path) -> None:
    found = mutated(tmp_path, "rule one: when overdue >= 16 then allow outsource\n")
    assert survivors(found) == [
        "rule `one` is gone",
        "rule `one`: `allow` becomes `forbid`",
        "rule `one`: `overdue >= 16 days` becomes `overdue < 16 days`",
        "rule `one`: `overdue >= 16 days` becomes `overdue >= 15 days`",
        "rule `one`: `overdue >= 16 days` becomes `overdue >= 17 days`",
    ]
    assert (found.noticed, found.total) == (0, 5)


def test_tests_on_both_sides_of_a_threshold_notice_that_it_moves(tmp_path: Path) -> None:
    found = mutated(
        tmp_path,
        "rule one: when overdue >= 16 then allow outsource\n",
        case("overdue = 15", "silent"),
        case("overdue = 16", "allowed"),
    )
    assert survivors(found) == []
    assert (found.noticed, found.total) == (5, 5)


def test_a_test_far_from_a_threshold_does_not(tmp_path: Path) -> None:
    found = mutated(
        tmp_path,
        "rule one: when overdue >= 16 then allow outsource\n",
        case("overdue = 3", "silent"),
        case("overdue = 40", "allowed"),
    )
    assert survivors(found) == [
        "rule `one`: `overdue >= 16 days` becomes `overdue >= 15 days`",
        "rule `one`: `overdue >= 16 days` becomes `overdue >= 17 days`",
    ]


def test_a_survivor_comes_with_a_case_that_would_notice_it(tmp_path: Path) -> None:
    found = mutated(
        tmp_path,
        "rule one: when overdue >= 16 then allow outsource\n",
        case("overdue = 3", "silent"),
        case("overdue = 16", "allowed"),
    )
    (survivor,) = found.survivors
    assert survivor.example is not None
    assert survivor.example.facts == {"overdue": 15}
    before, after = survivor.example.outcomes
    assert (before.verdict.value, after.verdict.value) == ("silent", "allowed")


UNLESS = "rule one: when overdue >= 16 then forbid outsource unless identified\n"


def test_dropping_an_unless_is_noticed_only_where_it_exempts(tmp_path: Path) -> None:
    tested = [
        case("overdue = 15, not identified", "silent"),
        case("overdue = 16, not identified", "forbidden"),
    ]
    found = mutated(tmp_path, UNLESS, *tested)
    assert "rule `one`: `unless identified` is gone" in survivors(found)
    found = mutated(tmp_path, UNLESS, *tested, case("overdue = 16, identified", "silent"))
    assert survivors(found) == []


def test_dropping_an_unless_leaves_the_rest_of_the_rule(tmp_path: Path) -> None:
    found = mutated(tmp_path, UNLESS)
    (mutant,) = (s.mutant for s in found.survivors if s.mutant.change is Change.DROP_UNLESS)
    changed = mutated(tmp_path, UNLESS.replace(" unless identified", "")).subject.policy
    assert mutant.policy.clauses == changed.clauses


def test_dropping_an_override_is_noticed_only_where_both_rules_apply(tmp_path: Path) -> None:
    rules = (
        "rule quiet: when time >= 20:00 then forbid outsource\n"
        "rule agreed overrides quiet: when identified then allow outsource\n"
    )
    gone = "rule `agreed` no longer overrides `quiet`"
    apart = [
        case("time = 19:59, identified", "allowed"),
        case("time = 20:00, not identified", "forbidden"),
    ]
    assert gone in survivors(mutated(tmp_path, rules, *apart))
    both = case("time = 20:00, identified", "allowed")
    assert survivors(mutated(tmp_path, rules, *apart, both)) == [
        "rule `quiet`: `time >= 20:00` becomes `time >= 19:59`"
    ]


def test_a_change_that_changes_no_verdict_is_set_apart(tmp_path: Path) -> None:
    rules = "rule all: forbid outsource\nrule some: when overdue >= 16 then forbid outsource\n"
    found = mutated(tmp_path, rules, case("", "forbidden", " by all"))
    assert {mutant.change for mutant in found.equivalent} == {
        Change.DROP_RULE,
        Change.NEGATE_CONDITION,
        Change.MOVE_THRESHOLD,
        Change.FLIP_EFFECT,
    }
    assert {mutant.rule for mutant in found.equivalent} == {"some"}
    assert survivors(found) == []


def test_by_a_rule_notices_what_the_verdict_does_not(tmp_path: Path) -> None:
    rules = "rule all: forbid outsource\nrule some: when overdue >= 16 then forbid outsource\n"
    blind = mutated(tmp_path, rules, case("overdue = 16", "forbidden"))
    seeing = mutated(tmp_path, rules, case("overdue = 16", "forbidden", " by some"))
    assert blind.noticed < seeing.noticed
    assert len(seeing.equivalent) < len(blind.equivalent)


@pytest.mark.parametrize(
    ("effect", "after"),
    [
        ("allow", Effect.FORBID),
        ("forbid", Effect.ALLOW),
        ("require", Effect.FORBID),
        ("discourage", Effect.RECOMMEND),
        ("recommend", Effect.DISCOURAGE),
    ],
)
def test_an_effect_becomes_its_opposite(effect: str, after: Effect, tmp_path: Path) -> None:
    found = mutated(tmp_path, f"rule one: {effect} outsource\n")
    (flipped,) = (s.mutant for s in found.survivors if s.mutant.change is Change.FLIP_EFFECT)
    assert flipped.after is after
    assert [clause.effect for clause in flipped.policy.clauses] == [after]


def test_the_scope_is_changed_for_all_rules_at_once(tmp_path: Path) -> None:
    rules = "scope: identified\nrule one: allow outsource\nrule two: allow contact(borrower)\n"
    found = mutated(tmp_path, rules, case("identified", "allowed"))
    assert "the scope: `identified` becomes `not identified`" not in survivors(found)
    found = mutated(tmp_path, rules)
    assert "the scope: `identified` becomes `not identified`" in survivors(found)


def test_scenarios_elsewhere_notice_too(tmp_path: Path) -> None:
    asking = (
        'scenarios asking\nuses calling\nscenario "one":\n  given overdue = {}\n'
        "  ask outsource\n  expect lender {}\n"
    )
    found = mutated(
        tmp_path,
        "rule one: when overdue >= 16 then allow outsource\n",
        one=asking.format(15, "silent"),
        two=asking.format(16, "allowed"),
    )
    assert survivors(found) == []


def test_a_test_that_fails_anyway_notices_nothing(tmp_path: Path) -> None:
    found = mutated(tmp_path, "rule one: allow outsource\n", case("", "forbidden"))
    assert found.noticed == 0


def test_an_instance_of_the_same_number_elsewhere_stays(tmp_path: Path) -> None:
    rules = (
        "rule one: when overdue >= 16 then allow outsource\n"
        "rule two: when overdue >= 16 then allow contact(borrower)\n"
    )
    found = mutated(tmp_path, rules)
    (moved, *_) = (s.mutant for s in found.survivors if s.mutant.change is Change.MOVE_THRESHOLD)
    assert moved.rule == "one"
    assert moved.policy.clauses[1] == found.subject.policy.clauses[1]


def test_a_proof_notices_too(tmp_path: Path) -> None:
    rules = "rule one: when overdue >= 16 then allow outsource\n"
    proofs = (
        "prove outsource is always allowed when overdue >= 16\n"
        "prove outsource is always silent when overdue < 16\n"
    )
    assert survivors(mutated(tmp_path, rules, proofs)) == []


def test_a_proof_that_fails_anyway_notices_nothing(tmp_path: Path) -> None:
    rules = "rule one: when overdue >= 16 then allow outsource\n"
    found = mutated(tmp_path, rules, "prove outsource is always allowed\n")
    assert found.noticed == 0
