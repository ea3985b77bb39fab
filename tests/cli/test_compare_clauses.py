"""`policyc compare --against`: a statute clause by clause, and what turns on open values."""

import json

import pytest

from policyc.analyse import provisions as provisions_of
from policyc.core.actions import Pattern
from policyc.space.differences.parts import Unknown
from policyc.space.where import Where
from tests.cli.calling import Shell

MANY_CLAUSES = """\
policy law
uses collection
source text "The law"
rule night "by night": when time from 22:00 to 08:00 then forbid contact(any) cite text "1"
rule others: forbid contact(emergency) cite text "2"
rule soft: discourage contact(any, visit)
rule hardship: require offer(extension)
rule identify: require identified for contact(any, letter)
"""
PERMISSIVE = """\
policy lender
uses collection
source page "A page"
rule calls: when overdue >= 1 then allow contact(borrower, phone | visit) cite page "a"
rule help: allow contact(emergency, phone) cite page "b"
"""


def test_each_clause_that_is_broken_is_told_by_what_it_turns_on(shell: Shell) -> None:
    shell.write("lender.policy", PERMISSIVE)
    shell.write("law.policy", MANY_CLAUSES)
    called = shell.call("compare", "lender.policy", "--against", "law.policy")
    assert (
        called.out.partition("lender permits")[2]
        == """\
 what 2 clauses of law forbid
   1. night “by night” [text 1]
      lender permits  contact(emergency, phone) even when time from 22:00 to 08:00
                      by help [page b]
                      contact(borrower, phone | visit) even when time from 22:00 to 08:00
                      by calls [page a]
      e.g.            contact(emergency, phone) with time = 23:00
   2. others [text 2]
      lender permits  contact(emergency, phone)
                      by help [page b]
      e.g.            contact(emergency, phone)
  law requires, lender does not: 1 clause
   1. hardship: offer(extension)
  law advises against what lender permits (no breach): 1 clause
   1. soft
      lender permits  contact(borrower, visit)
                      by calls [page a]
      e.g.            contact(borrower, visit) with overdue = 10 days, time = 10:00
  Conditions of law for actions that lender nowhere permits (not left out):
    law: contact(any, letter) only if identified (identify)

Sources
  lender  page  “A page”
  law     text  “The law”
"""
    )
    assert "  lender  2 / 1 / 1\n" in called.out


def test_only_sources_that_are_cited_are_listed_and_none_in_a_summary(shell: Shell) -> None:
    shell.write("lender.policy", PERMISSIVE)
    unused = 'source other "Another law"\n'
    shell.write("law.policy", MANY_CLAUSES.replace("source text", unused + "source text"))
    arguments = ("compare", "lender.policy", "--against", "law.policy")
    assert "Another law" not in shell.call(*arguments).out
    assert "Sources" not in shell.call(*arguments, "--summary").out


def test_with_all_each_clause_has_its_cases_in_full(shell: Shell) -> None:
    shell.write("lender.policy", PERMISSIVE)
    shell.write("law.policy", MANY_CLAUSES)
    arguments = ("compare", "lender.policy", "--against", "law.policy")
    region = "contact(borrower, phone | visit) when overdue >= 1 day and time from 22:00 to\n"
    assert region not in shell.call(*arguments).out
    told = shell.call(*arguments, "--all").out
    first = "contact(emergency, phone) when time from 22:00 to 08:00"
    assert f"      in full         {first}\n                      {region}" in told


def test_a_clause_of_a_summary_names_those_who_do_not_keep_to_it(shell: Shell) -> None:
    for number in range(5):
        rule = f"rule r: when overdue > {number} then allow contact(borrower, phone)\n"
        shell.write(f"p{number}.policy", rule)
    law = "rule {0}: when overdue <= {1} then forbid contact(any)\n"
    shell.write("law.policy", "".join(law.format(f"until_{n}", n) for n in (1, 4, 5)))
    names = [f"p{number}.policy" for number in range(5)]
    called = shell.call("compare", *names, "--against", "law.policy", "--summary")
    assert "  broken\n    until_5: all\n    until_4: all but p4\n    until_1: p0\n" in called.out


OPEN_ENDED = """\
policy platform
uses collection
term late: days from {least} to {most}, unspecified
rule calls: when overdue > late then allow contact(emergency, phone)
"""
EARLY = "rule early: when overdue < 30 then forbid contact(emergency)\n"


@pytest.mark.parametrize(
    ("most", "language", "told"),
    [
        (90, "en", "if, and only if, late >= 29 days (left open: late of platform)"),
        (90, "en", "permits what 1 clause of law forbids, depending on values that are left open"),
        (90, "en", "\n  platform  1? / - / -\n"),
        (90, "zh", "当且仅当 late >= 29天 时，没有违反的情形（未定：platform的late）"),
        (20, "en", "whatever late of platform may be, some case is a breach"),
        (20, "zh", "无论platform的late取何值，都存在违反的情形"),
    ],
)
def test_for_which_open_values_no_case_is_a_breach_is_told(
    shell: Shell, most: int, language: str, told: str
) -> None:
    shell.write("platform.policy", OPEN_ENDED.format(least=1, most=most))
    shell.write("law.policy", EARLY)
    called = shell.call("compare", "platform.policy", "--against", "law.policy", "--lang", language)
    assert called.code == 1
    assert told in called.out


TWICE = """\
policy platform
uses collection
term late: days from 1 to 90, unspecified
rule calls: when overdue > late then allow contact(emergency, phone)
rule texts: allow contact(borrower, sms)
"""


def test_of_each_clause_it_is_told_whether_it_is_broken_for_certain(shell: Shell) -> None:
    shell.write("platform.policy", TWICE)
    shell.write("law.policy", EARLY + "rule no_texts: forbid contact(any, sms)\n")
    called = shell.call("compare", "platform.policy", "--against", "law.policy")
    assert "2 clauses of law forbid, 1 of them depending on values that are left open" in called.out
    assert "      possible          only if late < 29 days\n" in called.out
    assert "  platform  1+1? / - / -\n" in called.out
    assert "\n   1. early ?\n" in called.out
    assert "\n   2. no_texts\n" in called.out
    assert "whatever late" not in called.out
    found = shell.call(
        "compare", "platform.policy", "--against", "law.policy", "--format", "json"
    ).out
    clauses = json.loads(found)["against"][0]["clauses"]["breaches"]
    assert [each["certainty"] for each in clauses] == ["possible", "certain"]
    assert clauses[0]["terms"] == {"condition": "late >= 29 days", "exact": True, "why": None}


ROOM = """\
policy law
uses collection
term in_principle "as a rule": yes/no, unspecified
rule relatives: when in_principle then forbid contact(emergency)
rule night: when time from 22:00 to 08:00 then forbid contact(any)
"""


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "possible          only if in_principle (“as a rule”)"),
        ("zh", "仅当 in_principle 时（“as a rule”）"),
    ],
)
def test_the_case_of_a_clause_states_the_open_value_that_the_clause_turns_on(
    shell: Shell, language: str, told: str
) -> None:
    calls = "policy platform\nuses collection\n"
    calls += "rule late: when time >= 22:00 then allow contact(emergency, phone)\n"
    shell.write("platform.policy", calls)
    shell.write("law.policy", ROOM)
    arguments = ("compare", "platform.policy", "--against", "law.policy", "--lang", language)
    out = shell.call(*arguments).out
    assert told in out
    entry = out.partition("   1. relatives ?")[2].partition("   2. night")[0]
    case = entry.partition({"en": "e.g.", "zh": "例如"}[language])[2]
    assert "in_principle" in case


def test_for_which_values_a_clause_is_broken_is_said_the_shorter_way(shell: Shell) -> None:
    law = """\
policy law
uses collection
term a: yes/no, unspecified
term b: yes/no, unspecified
rule early: when not (a and b) then forbid contact(emergency)
rule never: forbid contact(any, sms)
"""
    text = "rule r: allow contact(emergency, phone)\nrule s: allow contact(borrower, sms)\n"
    shell.write("platform.policy", text)
    shell.write("law.policy", law)
    out = shell.call("compare", "platform.policy", "--against", "law.policy").out
    assert "possible          not so if, and only if, a and b\n" in out


def test_where_no_open_value_allows_a_breach_the_policy_complies(shell: Shell) -> None:
    shell.write("platform.policy", OPEN_ENDED.format(least=40, most=90))
    shell.write("law.policy", EARLY)
    called = shell.call("compare", "platform.policy", "--against", "law.policy")
    assert called.code == 0
    assert "permits what law forbids" not in called.out


def test_the_scope_of_a_statute_is_told_once_and_not_with_each_clause(shell: Shell) -> None:
    shell.write("lender.policy", PERMISSIVE)
    scope = "scope: product = credit_card or product = mortgage\n"
    shell.write("law.policy", MANY_CLAUSES.replace("source text", scope + "source text"))
    out = shell.call("compare", "lender.policy", "--against", "law.policy").out
    assert "forbid\n  law applies when product in {credit_card, mortgage}\n   1. night" in out
    assert "contact(emergency, phone) even when time from 22:00 to 08:00\n" in out
    assert "    law: contact(any, letter) only if identified (identify)\n" in out


OPEN_DUTIES = """\
policy platform
uses collection
term late: days from 1 to 90, unspecified
rule calls: when overdue >= late then allow contact(borrower, phone)
rule help: when overdue >= late then require offer(extension)
"""
DUTIES = """\
rule soft: when overdue < 5 then discourage contact(any)
rule hardship: when overdue >= 30 then require offer(extension)
rule always: when overdue >= 3 then require offer(instalment)
"""


def test_what_is_left_out_for_some_open_values_only_is_marked(shell: Shell) -> None:
    shell.write("platform.policy", OPEN_DUTIES)
    shell.write("law.policy", DUTIES)
    arguments = ("compare", "platform.policy", "--against", "law.policy")
    out = shell.call(*arguments).out
    assert "  platform  - / 1+1? / 1?\n" in out
    assert "law requires, platform does not: 2 clauses, 1 of them depending on values that" in out
    assert "      possible  only if late > 30 days\n" in out
    assert "      possible          only if late < 5 days\n" in out
    summary = shell.call(*arguments, "--summary").out
    assert "  left out\n    hardship ?\n    always\n  advice not followed\n    soft ?\n" in summary
    shell.write("b.policy", OPEN_DUTIES.replace("platform", "b"))
    two = shell.call("compare", "b.policy", *arguments[1:], "--summary").out
    assert "    hardship: b?, platform?\n    always: all\n" in two


def test_a_breach_that_was_not_settled_is_marked(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.write("a.policy", "rule calls: allow contact(borrower, phone)\n")
    shell.write("law.policy", "rule late: when overdue > 20 then forbid contact(any, phone)\n")
    part = Unknown(Where(Pattern("contact", (None, None)), ()))
    monkeypatch.setattr(provisions_of, "held_against", lambda *_: iter((part,)))
    out = shell.call("compare", "a.policy", "--against", "law.policy", "--no-cache").out
    assert "  a  ? / - / -\n" in out
    assert "no breach of law by a was found, but not every case was settled\n" in out
    arguments = ("compare", "a.policy", "--against", "law.policy", "--no-cache", "--summary")
    assert "Against law\n  not every case was settled\n" in shell.call(*arguments).out
