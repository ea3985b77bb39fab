"""What a test expects, held against what the policy says."""

from pathlib import Path

import pytest

from policyc.core.conditions import ALWAYS
from policyc.core.policy import Verdict
from policyc.space.questions.partial import Possibility
from policyc.space.undecided import Undecided
from policyc.testing.answers import Answer, DisagreementError
from tests.testing.running import codes, findings, ran_test, report

RULES = """
rule reminders: when overdue in 1..7 then allow contact(borrower, sms)
rule calls: when overdue >= 8 then allow contact(borrower, phone)
rule quiet: when time from 20:00 to 08:00 then forbid contact(any, phone)
rule cap: limit contact(any, phone) to 3 per day
"""


def test_a_test_passes_where_the_policy_says_what_is_expected(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        RULES,
        """
test "a reminder":
  given overdue = 3
  expect contact(borrower, sms) allowed by reminders
  expect contact(employer, sms) silent
""",
    )
    assert found.passed
    assert [result.passed for result in found.tests[0].results] == [True, True]


def test_a_wrong_expectation_shows_both_verdicts_the_rule_and_the_facts(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        RULES,
        """
test "an evening call":
  given overdue = 10, time = 21:00, count(contact(any, phone), today) = 0
  expect contact(borrower, phone) allowed
""",
    )
    (finding,) = findings(found)
    assert finding.code.name == "wrong-verdict"
    assert finding.message() == (
        "expected `allowed` for `contact(borrower, phone)`, but `lender` says `forbidden`"
    )
    assert finding.help() == "change the expectation, or the rules"
    assert finding.span is not None
    assert finding.span.text == "expect contact(borrower, phone) allowed"
    decides, lacks = finding.related
    assert decides.span.text.startswith("rule quiet:")
    assert finding.remark(decides) == "this rule decides, given `time = 21:00`"
    assert finding.remark(decides, "zh") == "由这条规则决定，已知`时间 = 21:00`"
    assert lacks.span.text.startswith("rule calls:")
    assert finding.remark(lacks) == "this rule applies, but is overridden or outranked"


def test_where_no_rule_applies_the_one_that_could_have_is_named(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        RULES,
        """
test "day 8":
  given overdue = 8
  expect contact(borrower, sms) allowed
""",
    )
    (finding,) = findings(found)
    assert finding.help() == "no rule applies: change the expectation, or add a rule"
    (lacks,) = finding.related
    assert finding.remark(lacks) == "this rule applies only if `overdue in 1..7 days`"


def test_an_expectation_on_a_pattern_speaks_of_every_action(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        RULES,
        """
test "evening":
  given overdue = 3, time = 21:00
  expect contact(any) forbidden
""",
    )
    first, *others = findings(found)
    assert "`contact(borrower, sms)`" in first.message()
    assert "`contact(emergency, sms)`, `contact(employer, sms)`" in others[0].message()
    assert len(found.tests[0].results[0].answers) == 6


def test_the_rule_after_by_must_be_among_those_that_decide(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        RULES,
        """
test "both":
  given overdue = 10, time = 21:00, count(contact(any, phone), today) = 3
  expect contact(borrower, phone) forbidden by quiet
  expect contact(borrower, phone) forbidden by cap

test "one":
  given overdue = 10, time = 21:00, count(contact(any, phone), today) = 2
  expect contact(borrower, phone) forbidden by cap
""",
    )
    assert ran_test(found, "both").passed
    (finding,) = findings(found)
    assert finding.code.name == "rule-not-deciding"
    assert [finding.remark(related) for related in finding.related] == [
        "this rule decides, given `time = 21:00`",
        "this rule applies only if `count(contact(any, phone), today) >= 3`",
    ]


def test_a_rule_that_decides_only_perhaps_does_not_count(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        RULES,
        """
test "an evening call":
  given time = 21:00
  expect contact(borrower, phone) forbidden by cap
""",
    )
    assert codes(found) == ["rule-not-deciding"]


def test_a_rule_about_other_actions_is_said_to_be(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        RULES,
        """
test "an evening call":
  given time = 21:00
  expect contact(borrower, phone) forbidden by reminders
""",
    )
    (finding,) = findings(found)
    assert finding.remark(finding.related[-1]) == "this rule gives no such verdict"


def test_an_unknown_that_matters_is_named_with_what_it_turns_on(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        RULES,
        """
test "some day":
  given overdue = 10, count(contact(any, phone), today) = 0
  expect contact(borrower, phone) allowed
""",
    )
    (finding,) = findings(found)
    assert finding.code.name == "unknown-matters"
    assert finding.message().endswith("turns on what is not given here: `time`")
    assert "`forbidden` if `time from 20:00 to 08:00`" in (finding.help() or "")
    assert "`allowed` if `time from 08:00 to 20:00`" in (finding.help() or "")


def test_an_unknown_that_changes_nothing_is_no_matter(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        RULES,
        """
test "a call in the evening, whatever the day":
  given time = 21:00
  expect contact(borrower, phone) forbidden

test "a message, whatever the hour":
  given overdue = 3
  expect contact(borrower, sms) allowed
""",
    )
    assert found.passed


def test_an_unknown_is_never_read_as_no(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        "rule known: when identified then allow contact(borrower, sms)",
        """
test "silent":
  given overdue = 1
  expect contact(borrower, sms) silent
""",
    )
    assert codes(found) == ["unknown-matters"]


def test_a_verdict_that_no_completion_gives_is_wrong_and_not_unknown(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        RULES,
        """
test "required":
  given overdue = 10
  expect contact(borrower, phone) required
""",
    )
    (finding,) = findings(found)
    assert finding.code.name == "never-the-verdict"
    assert "`allowed` if " in (finding.help() or "")


def test_undetermined_may_be_expected(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        RULES,
        """
test "some day":
  given overdue = 10
  expect contact(borrower, phone) undetermined
  expect contact(borrower, phone) undetermined by quiet
""",
    )
    assert found.passed


def test_a_determined_verdict_is_not_undetermined(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        RULES,
        """
test "some day":
  given overdue = 3
  expect contact(borrower, sms) undetermined
""",
    )
    assert codes(found) == ["wrong-verdict"]


def test_a_verdict_that_an_open_term_decides_cannot_be_expected(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        "term late: days from 10 to 60, unspecified",
        "rule agency: when overdue >= late then allow outsource",
        """
test "day 30":
  given overdue = 30
  expect outsource allowed

test "day 60":
  given overdue = 60
  expect outsource allowed

test "day 30 if late begins on day 30":
  given overdue = 30, late = 30
  expect outsource allowed
""",
    )
    (finding,) = findings(found)
    assert finding.code.name == "open-term-matters"
    assert "`allowed` if `late <= 30 days`" in (finding.help() or "")


def test_facts_that_break_an_assumption_are_no_case(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        RULES,
        """
test "nothing to pay":
  given overdue = 3, instalment = 0 CNY
  expect contact(borrower, sms) allowed
""",
    )
    (finding,) = findings(found)
    assert finding.code.name == "impossible-case"
    assert "`instalment > 0 CNY`" in finding.message()


def test_counts_that_contradict_one_another_are_no_case(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        RULES,
        """
test "more of the part than of the whole":
  given time = 10:00, count(contact(borrower, phone), today) = 4,
        count(contact(any, phone), today) = 2
  expect contact(borrower, phone) silent
""",
    )
    assert codes(found) == ["impossible-case"]


def test_what_follows_from_the_history_need_not_be_stated(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        RULES,
        """
test "four calls to the borrower are four calls":
  given time = 10:00, count(contact(borrower, phone), today) = 4
  expect contact(borrower, phone) forbidden by cap
""",
    )
    assert found.passed


def test_the_proposed_actions_own_argument_is_known_to_a_rule_that_asks_for_it(
    tmp_path: Path,
) -> None:
    found = report(
        tmp_path,
        "rule stop: when ever(stop_request(same target)) then forbid contact(any)",
        """
test "only who asked is left alone":
  given ever(stop_request(borrower)), not ever(stop_request(employer))
  expect contact(borrower) forbidden by stop
  expect contact(employer) silent
  expect contact(emergency) undetermined
""",
    )
    assert found.passed


@pytest.mark.parametrize("verdict", [v for v in Verdict if v is not Verdict.UNDETERMINED])
def test_each_verdict_can_be_expected(verdict: Verdict, tmp_path: Path) -> None:
    effects = {
        Verdict.CONFLICT: "forbid outsource, require outsource",
        Verdict.FORBIDDEN: "forbid outsource",
        Verdict.REQUIRED: "require outsource",
        Verdict.DISCOURAGED: "discourage outsource",
        Verdict.RECOMMENDED: "recommend outsource",
        Verdict.ALLOWED: "allow outsource",
        Verdict.SILENT: "allow contact(borrower)",
    }
    found = report(
        tmp_path,
        f"rule one: {effects[verdict]}",
        f'test "one":\n  given overdue = 1\n  expect outsource {verdict.value}',
    )
    assert found.passed
    (said,) = found.tests[0].results[0].answers
    assert isinstance(said, Answer)
    assert said.verdict is verdict


def test_a_document_with_errors_is_not_tested_and_the_run_fails(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        "rule one: when overdu > 3 then allow outsource",
        'test "one":\n  given overdue = 1\n  expect outsource silent',
    )
    assert not found.passed
    assert found.tests == ()
    assert [error.code.name for error in found.errors] == ["unknown-fact"]


def test_what_could_not_be_settled_is_said_and_never_guessed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "policyc.testing.answers.possibilities", lambda *_: Undecided("too much is unknown")
    )
    found = report(tmp_path, RULES, 'test "one":\n  given overdue = 3\n  expect outsource silent\n')
    (finding,) = findings(found)
    assert finding.code.name == "unsettled-test"
    assert finding.message().endswith("could not be settled: too much is unknown")


def test_an_answer_that_the_definition_does_not_confirm_is_a_bug(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = Possibility(Verdict.FORBIDDEN, ALWAYS, ("quiet",), ("quiet",), False)
    monkeypatch.setattr("policyc.testing.answers.possibilities", lambda *_: (wrong,))
    test = 'test "one":\n  given overdue = 3\n  expect contact(borrower, sms) forbidden\n'
    with pytest.raises(DisagreementError):
        report(tmp_path, RULES, test)


def test_a_rule_of_an_included_policy_goes_by_its_short_name(tmp_path: Path) -> None:
    law = "policy law\nuses calling\nrule never: forbid contact(employer)\n"
    test = """
test "nobody at work":
  given overdue = 3
  expect contact(employer, sms) forbidden by never
  expect contact(employer, sms) forbidden by law.never
"""
    assert report(tmp_path, "includes law", RULES, test, law=law).passed


def test_a_rule_that_the_version_of_the_day_does_not_have_is_unknown(tmp_path: Path) -> None:
    law = "policy law\nuses calling\nrule never: forbid contact(employer)\n"
    firm = "policy firm\nuses calling\nincludes law\nrule one: allow outsource\n"
    asking = """
scenarios asking
uses calling
scenario "one":
  given overdue = 3
  ask outsource
  expect firm allowed by nevr
"""
    (finding,) = findings(report(tmp_path, law=law, firm=firm, asking=asking))
    assert finding.code.name == "unknown-rule"
