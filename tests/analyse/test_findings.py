"""What a look at every case finds wrong with one policy."""

from pathlib import Path

import attrs
import pytest

from policyc.analyse.findings import policy as findings_of
from policyc.analyse.findings.policy import policy_findings
from policyc.diagnostics.diagnostic import Diagnostic, Language
from policyc.diagnostics.text import render
from policyc.space.undecided import Undecided
from tests.analyse.loading import FOLDER, document, named, written


def found(folder: Path, text: str, statute: str | None = None) -> list[Diagnostic]:
    policy = written(folder, text, "lender")
    statutes = [] if statute is None else [written(folder, statute, "law")]
    return list(policy_findings(policy, statutes))


def told(diagnostics: list[Diagnostic]) -> list[tuple[str, str]]:
    """The codes, each with the first line that it underlines."""
    return [
        (d.code.name, "" if d.span is None else d.span.text.split("\n")[0]) for d in diagnostics
    ]


def test_a_forbid_that_cuts_into_a_permission_is_no_finding(tmp_path: Path) -> None:
    calls = "rule calls: when overdue >= 8 then allow contact(borrower, phone)\n"
    night = "rule night: when time from 20:00 to 08:00 then forbid contact(any, phone)"
    assert found(tmp_path, calls + night) == []


IDLE = {
    "never-applies": """rule a: when overdue < 5 and overdue > 7 then allow contact(borrower)""",
    "masked-rule": """rule a: when overdue > 5 then allow contact(employer, phone)
rule b: forbid contact(employer)""",
    "always-overridden": """rule a: when overdue > 7 then allow impersonate
rule b overrides a: when overdue > 5 then forbid impersonate""",
    "redundant-rule": """rule a: when overdue > 9 then allow contact(borrower, phone)
rule b: when overdue > 5 then allow contact(borrower, phone)""",
}


@pytest.mark.parametrize(("code", "text"), IDLE.items())
def test_an_idle_rule_is_reported_where_it_stands(tmp_path: Path, code: str, text: str) -> None:
    assert told(found(tmp_path, text)) == [(code, text.split("\n", maxsplit=1)[0])]


def test_the_rules_that_cover_for_an_idle_one_are_shown(tmp_path: Path) -> None:
    text = (
        "rule a: when overdue > 5 then allow contact(borrower, phone)\n"
        "rule b: when overdue > 8 then allow contact(borrower)\n"
        "rule c: when overdue in 6..8 then allow contact(any, phone)"
    )
    (idle,) = found(tmp_path, text)
    assert [r.span.text.split(":")[0] for r in idle.related] == ["rule b", "rule c"]
    assert "`b`, `c`" in idle.message()
    assert "`b`、`c`" in idle.message("zh")


TWICE = """rule a: when overdue > 5 and identified then allow contact(borrower, phone)
rule b: when identified and overdue >= 6 then allow contact(borrower, phone)"""


def test_two_rules_that_say_the_same_are_reported_once(tmp_path: Path) -> None:
    (twice,) = found(tmp_path, TWICE)
    first, second = TWICE.split("\n")
    assert told([twice]) == [("interchangeable-rules", first)]
    assert [r.span.text for r in twice.related] == [second]
    assert "`a` and `b`" in twice.message()
    assert "`a`与`b`" in twice.message("zh")


def test_a_rule_that_says_less_than_its_double_is_redundant_by_itself(tmp_path: Path) -> None:
    less = "\nrule c: when overdue > 20 and identified then allow contact(borrower, phone)"
    assert [code for code, _ in told(found(tmp_path, TWICE + less))] == [
        "interchangeable-rules",
        "redundant-rule",
    ]


def test_a_default_about_others_does_not_hide_that_two_rules_say_the_same(tmp_path: Path) -> None:
    (twice,) = found(tmp_path, TWICE + "\ndefault forbid contact(third_party)")
    assert twice.code.name == "interchangeable-rules"
    assert "`a` and `b`" in twice.message()


def test_a_rule_that_says_what_the_default_says_is_covered_by_the_default(tmp_path: Path) -> None:
    default = "default forbid contact(any)"
    text = "rule a: when overdue > 5 then forbid contact(borrower, phone)\n" + default
    (idle,) = found(tmp_path, text)
    assert idle.code.name == "redundant-rule"
    assert idle.message().endswith("covered by the default")
    assert "由默认规则覆盖" in idle.message("zh")
    assert [(r.span.text, idle.remark(r)) for r in idle.related] == [(default, "the default")]


def test_a_rule_that_a_rule_and_the_default_share_names_both(tmp_path: Path) -> None:
    text = """rule a: when overdue > 5 then forbid contact(any, phone)
rule b: when overdue > 5 then forbid contact(borrower)
default forbid contact(employer | emergency | third_party | address_book)"""
    (idle,) = found(tmp_path, text)
    assert idle.message().endswith("covered by `b`, the default")


def test_a_rule_that_overrides_its_like_is_covered_by_it(tmp_path: Path) -> None:
    text = """rule a overrides b: when overdue > 9 then allow contact(borrower, phone)
rule b: when overdue > 5 then allow contact(borrower, phone)"""
    assert [(d.code.name, d.message()[-3:]) for d in found(tmp_path, text)] == [
        ("redundant-rule", "`b`"),
    ]


def test_a_rule_with_a_deadline_of_its_own_is_not_redundant_beside_a_default(
    tmp_path: Path,
) -> None:
    offer = "require offer(instalment) within {} days of conversation(borrower)"
    rule = "rule a: when overdue > 5 then " + offer.format(3)
    assert found(tmp_path, rule + "\ndefault " + offer.format(5)) == []


def test_of_three_alike_two_are_a_pair_and_the_third_is_redundant(tmp_path: Path) -> None:
    third = "\nrule c: when identified and not (overdue < 6) then allow contact(borrower, phone)"
    codes = sorted(code for code, _ in told(found(tmp_path, TWICE + third)))
    assert codes == ["interchangeable-rules", "redundant-rule"]


def test_a_pair_with_an_included_rule_is_reported_where_the_own_one_stands(tmp_path: Path) -> None:
    first, second = TWICE.split("\n")
    written(tmp_path, first, "other")
    (twice,) = found(tmp_path, f"includes other\n{second}")
    assert twice.span is not None
    assert twice.span.text == second


def test_rules_of_an_included_policy_are_not_reported(tmp_path: Path) -> None:
    written(tmp_path, "rule x: when identified then forbid contact(employer)", "other")
    text = "includes other\nrule y: forbid contact(employer)"
    assert found(tmp_path, text) == []


CLASH = """rule hardship: when overdue > 7 then require offer(extension)
rule rich: when overdue > 20 and identified then forbid offer(extension)"""


def test_a_requirement_against_a_prohibition_comes_with_a_case(tmp_path: Path) -> None:
    (clash,) = found(tmp_path, CLASH)
    assert told([clash]) == [("clashing-rules", CLASH.split("\n", maxsplit=1)[0])]
    assert "overdue > 20 days and identified" in clash.message()
    assert "逾期 > 20天 且 已表明身份" in clash.message("zh")
    assert "expect offer(extension) conflict" in (clash.case() or "")
    assert clash.case("zh") is not None
    assert "expect" not in (clash.case("zh") or "")
    assert "提供方案(延期还款)" in (clash.case("zh") or "")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_case_of_a_clash_can_be_pasted_as_a_test(tmp_path: Path, language: Language) -> None:
    (clash,) = found(tmp_path, CLASH)
    pasted = document("lender.policy", tmp_path)
    path = tmp_path / "lender.policy"
    path.write_text(f"{pasted.found.source.text}\n{clash.case(language)}\n", "utf-8")
    (test,) = document("lender.policy", tmp_path).tests
    assert [e.verdict.value for e in test.expectations] == ["conflict"]


def test_a_condition_for_a_required_action_is_no_clash(tmp_path: Path) -> None:
    text = (
        "rule a: when overdue > 7 then require offer(extension)\n"
        "rule b: require identified for offer(any)"
    )
    assert found(tmp_path, text) == []


def test_a_plain_prohibition_clashes_beside_a_condition(tmp_path: Path) -> None:
    text = (
        "rule a: when overdue > 7 then require offer(extension)\n"
        "rule b: require identified for offer(any)\n"
        "rule c: when amount > 500 CNY then forbid offer(extension)"
    )
    assert [code for code, _ in told(found(tmp_path, text))] == ["clashing-rules"]


def test_a_rule_that_contradicts_itself_is_told_without_the_assumptions(tmp_path: Path) -> None:
    text = "assume overdue <= 7\nrule a: when overdue > 8 and overdue < 5 then allow report"
    (never,) = found(tmp_path, text)
    assert never.message().endswith("no case satisfies its condition")
    assert never.related == ()


def test_the_assumptions_that_keep_a_rule_from_applying_are_named(tmp_path: Path) -> None:
    assumed = "assume overdue <= 7\nassume overdue <= 20 or identified\nassume identified\n"
    text = assumed + "rule a: when overdue > 8 and identified then allow report"
    (never,) = found(tmp_path, text)
    assert never.message().endswith(
        "satisfies its condition and the assumption `overdue <= 7 days`"
    )
    assert never.message("zh").endswith("没有任何情形符合其条件与假定`逾期 <= 7天`")
    assert [(r.span.text, never.remark(r)) for r in never.related] == [
        ("assume overdue <= 7", "the assumption")
    ]


def test_of_a_scope_the_part_that_keeps_a_rule_from_applying_is_named(tmp_path: Path) -> None:
    text = "scope: overdue < 90 and identified\nassume overdue > 3\n"
    (never,) = found(tmp_path, text + "rule a: when overdue > 99 then allow report")
    assert never.message().endswith("its condition and the scope `overdue < 90 days`")
    (never,) = found(tmp_path, text + "rule a: when overdue < 3 then allow report")
    assert never.message().endswith("its condition and the assumption `overdue > 3 days`")


def test_assumptions_and_scope_together_can_keep_a_rule_from_applying(tmp_path: Path) -> None:
    limits = "fact threat: yes/no\nscope: identified or threat\nassume not threat\n"
    text = limits + "rule a: when not identified then allow report"
    (never,) = found(tmp_path, text)
    assert never.message().endswith(
        "its condition, the scope `identified or threat` and the assumption `not threat`"
    )


def test_assumptions_that_rule_out_every_case_are_the_one_finding(tmp_path: Path) -> None:
    text = (
        "assume overdue > 9\nassume identified\nassume overdue < 6\n"
        "rule a: when overdue < 5 and overdue > 7 then allow contact(borrower)"
    )
    assert told(found(tmp_path, text)) == [("impossible-assumptions", "assume overdue > 9")]
    (impossible,) = found(tmp_path, text)
    assert "overdue > 9 days; overdue < 6 days" in impossible.message()


LAW = "rule night: when time from 22:00 to 07:00 then forbid contact(any, phone)"


def test_a_breach_names_the_rules_of_both_and_a_case(tmp_path: Path) -> None:
    text = "rule calls: when time from 06:00 to 20:00 then allow contact(borrower, phone)"
    (breach,) = found(tmp_path, text, LAW)
    assert told([breach]) == [("statute-breach", text)]
    assert "time from 06:00 to 07:00" in breach.message()
    assert [r.span.text for r in breach.related] == [LAW]
    assert (breach.case() or "").splitlines() == [
        'scenario "lender permits what law forbids":',
        "  given time = 06:00",
        "  ask contact(borrower, phone)",
        "  expect lender allowed",
        "  expect law forbidden",
    ]
    assert (breach.case("zh") or "").splitlines() == [
        '场景 "lender允许了law所禁止的行为":',
        "  给定 当地时间 = 06:00",
        "  询问 联系(本人, 电话)",
        "  预期 lender 允许",
        "  预期 law 禁止",
    ]


def test_of_a_clause_that_is_breached_in_many_ways_one_finding_tells(tmp_path: Path) -> None:
    text = "\n".join(
        f"rule r{day}: when overdue = {day} and identified then allow contact(borrower, {channel})"
        for day, channel in enumerate(("sms", "phone", "app", "visit", "letter"), start=1)
    )
    law = "rule honest: when threat then forbid contact(any)"
    (breach,) = found(tmp_path, text, "fact threat: yes/no\n" + law)
    assert breach.message().endswith(
        ": contact(borrower, sms) even when threat; contact(borrower, phone) even when threat; "
        "contact(borrower, app) even when threat (+2)"
    )
    assert len(breach.related) == 5


def test_a_breach_is_told_by_what_the_statute_turns_on(tmp_path: Path) -> None:
    text = (
        "rule calls: when overdue > 3 and time from 06:00 to 20:00 "
        "then allow contact(borrower, phone)"
    )
    (breach,) = found(tmp_path, text, LAW)
    assert breach.message().endswith(": contact(borrower, phone) when time from 06:00 to 07:00")


def test_a_policy_that_keeps_to_a_statute_has_no_breach(tmp_path: Path) -> None:
    text = "rule calls: when time from 08:00 to 20:00 then allow contact(borrower, phone)"
    assert found(tmp_path, text, LAW) == []


OPEN_TERM = "term start: days from {} to 30, unspecified\n"
LATER = "rule later: when overdue >= start then allow contact(emergency)"
FIRST_WEEK = "rule first_week: when overdue <= 7 then forbid contact(emergency)"


@pytest.mark.parametrize(("first", "codes"), [(3, ["possible-breach"]), (8, [])])
def test_a_breach_that_turns_on_an_open_term_is_possible(
    tmp_path: Path, first: int, codes: list[str]
) -> None:
    diagnostics = found(tmp_path, OPEN_TERM.format(first) + LATER, FIRST_WEEK)
    assert [code for code, _ in told(diagnostics)] == codes


def test_a_breach_for_every_value_of_an_open_term_is_certain(tmp_path: Path) -> None:
    text = OPEN_TERM.format(3) + LATER.replace(">=", "<")
    diagnostics = found(tmp_path, text, FIRST_WEEK)
    assert [code for code, _ in told(diagnostics)] == ["statute-breach"]


VISITS = """term x: days from 60 to 180, unspecified
rule visits: when overdue >= x then allow contact(borrower, visit)
"""
CALLS = "rule calls: when overdue >= 10 then allow contact(borrower, phone)"
RECORDED = """rule visited: require identified for contact(any, visit)
rule called: require identified for contact(any, phone)"""


def test_a_breach_for_every_value_of_a_term_is_certain_beside_a_breach_of_another_clause(
    tmp_path: Path,
) -> None:
    assert told(found(tmp_path, VISITS + CALLS, RECORDED)) == [
        ("statute-breach", VISITS.split("\n")[1]),
        ("statute-breach", CALLS),
    ]


def test_a_breach_for_some_values_of_a_term_is_possible_beside_a_certain_one(
    tmp_path: Path,
) -> None:
    first_months = RECORDED.replace("visited: require", "visited: when overdue <= 90 then require")
    codes = [code for code, _ in told(found(tmp_path, VISITS + CALLS, first_months))]
    assert codes == ["possible-breach", "statute-breach"]


def test_it_is_certain_that_one_clause_or_another_is_broken_whatever_a_term_is(
    tmp_path: Path,
) -> None:
    law = """rule early: when overdue < 90 then forbid contact(any, visit)
rule late: when overdue >= 90 then forbid contact(any, visit)"""
    once = VISITS.replace(">= x", "= x")
    assert {code for code, _ in told(found(tmp_path, once, law))} == {"statute-breach"}
    early, _ = law.split("\n")
    assert {code for code, _ in told(found(tmp_path, once, early))} == {"possible-breach"}


def test_a_statute_that_uses_a_name_otherwise_cannot_be_held_against(tmp_path: Path) -> None:
    text = "fact risk: yes/no\nrule a: when risk then allow contact(borrower)"
    law = "fact risk: percent\nrule b: when risk > 5% then forbid contact(any)"
    assert [code for code, _ in told(found(tmp_path, text, law))] == ["not-comparable"]


def test_the_cases_of_silence_are_all_reported(tmp_path: Path) -> None:
    policy = written(tmp_path, "rule a: when overdue > 5 then allow contact(borrower)", "lender")
    gaps = list(policy_findings(policy, (), ["contact", "report"]))
    assert [d.message().partition("nothing of ")[2] for d in gaps] == [
        "contact(any), except when target = borrower and overdue > 5 days",
        "report(any)",
    ]
    assert {d.code.name for d in gaps} == {"silent-gap"}


def test_what_was_not_settled_is_counted_in_one_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = [Undecided("one"), Undecided("two"), Undecided("one")]
    monkeypatch.setattr(findings_of, "idle_rules", lambda *_: left)
    (note,) = found(tmp_path, "rule a: allow contact(borrower)")
    assert note.code.name == "unsettled-questions"
    assert (note.arguments["count"], note.arguments["what"]) == ("3", "one; two")


def test_the_examples_have_no_errors() -> None:
    for reference in ("tianxing", "xiaohua", "pipl", "tianxing_zh", "features.policy"):
        policy = named(reference)
        statutes = [named(name) for name in policy.subject_to]
        diagnostics = list(policy_findings(policy, statutes))
        assert [d for d in diagnostics if d.severity.value == "error"] == []


def test_tianxing_says_one_thing_twice() -> None:
    diagnostics = list(policy_findings(named("tianxing")))
    assert [(d.code.name, d.arguments["rule"]) for d in diagnostics] == [
        ("redundant-rule", "dial_rate")
    ]


def test_a_rule_that_is_known_to_say_the_same_as_another_is_reported_once(tmp_path: Path) -> None:
    text = "rule a: allow contact(borrower)\nrule b: allow contact(borrower)"
    policy = written(tmp_path, text, "lender")
    elaborated = document("lender.policy", tmp_path)
    assert [f.code.name for f in elaborated.findings if f.code.name == "duplicate-rule"]
    assert [f.code.name for f in policy_findings(policy)] == ["interchangeable-rules"]
    policy = attrs.evolve(policy)
    assert list(policy_findings(elaborated.policy or policy, known=elaborated.findings)) == []


def test_findings_can_be_rendered_in_both_languages(tmp_path: Path) -> None:
    assert FOLDER.exists()
    text = CLASH + "\nrule a: when overdue < 5 and overdue > 7 then allow contact(borrower)"
    diagnostics = found(tmp_path, text)
    for language in ("en", "zh"):
        assert render(diagnostics, "zh" if language == "zh" else "en").count("lender.policy") >= 2
