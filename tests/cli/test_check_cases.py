"""`policyc check`, where it looks at every case."""

import json

import pytest

from tests.analyse.loading import FOLDER
from tests.cli.calling import Shell

LAW = """policy law
uses collection
effective 2020-01-01 until 2022-01-01
source text "t"
rule night: when time from 22:00 to 07:00 then forbid contact(any, phone)
  cite text

policy law
uses collection
effective 2022-01-01
source text "t"
rule night: when time from 22:00 to 08:00 then forbid contact(any, phone)
  cite text
"""
LENDER = """policy lender
uses collection
{period}
subject to law
source page "p"
rule calls: when time from 07:00 to 20:00 then allow contact(borrower, phone)
  cite page
"""


def codes(shell: Shell, *arguments: str) -> list[str]:
    called = shell.call("check", *arguments, "--format", "json")
    return [finding["code"] for finding in json.loads(called.out)["findings"]]


def test_a_breach_of_a_statute_is_an_error(shell: Shell) -> None:
    shell.write("law.policy", LAW)
    shell.write("lender.policy", LENDER.format(period=""))
    assert codes(shell, "lender.policy") == ["statute-breach"]
    assert shell.call("check", "lender.policy").code == 1


def test_the_statute_is_the_version_of_the_policy_s_own_time(shell: Shell) -> None:
    shell.write("law.policy", LAW)
    shell.write("lender.policy", LENDER.format(period="effective 2020-06-01 until 2021-06-01"))
    assert codes(shell, "lender.policy") == []


def test_the_case_of_a_breach_can_be_put_into_a_file_of_scenarios(shell: Shell) -> None:
    law = LAW + "event outage\nrule o: when ever(outage) then forbid contact(borrower, sms)\n"
    shell.write("law.policy", law)
    shell.write(
        "lender.policy",
        "policy lender\nuses collection\nsubject to law\nrule s: allow contact(borrower, sms)\n",
    )
    called = shell.call("check", "lender.policy", "--format", "json")
    (case,) = [f["witness"] for f in json.loads(called.out)["findings"] if f["witness"]]
    shell.write("cases.policy", f"scenarios cases\nuses collection\nevent outage\n{case}\n")
    assert shell.call("test", "cases.policy").code == 0


def test_a_statute_that_is_no_longer_in_force_is_said_not_to_be_checked(shell: Shell) -> None:
    shell.write("law.policy", LAW.split("\npolicy law", maxsplit=1)[0])
    shell.write("lender.policy", LENDER.format(period="effective 2025-01-01"))
    assert codes(shell, "lender.policy") == ["unchecked-statute"]
    assert "is in force on" in shell.call("check", "lender.policy").out


def test_a_statute_with_errors_is_said_not_to_be_checked(shell: Shell) -> None:
    shell.write("law.policy", LAW.replace("22:00", "25:00"))
    shell.write("lender.policy", LENDER.format(period="effective 2025-01-01"))
    assert codes(shell, "lender.policy") == ["unchecked-statute"]
    assert "`law`: it has errors itself" in shell.call("check", "lender.policy").out


def test_a_failed_proof_is_an_error_with_a_case(shell: Shell) -> None:
    claim = "prove contact(borrower) is never allowed\n"
    shell.write("a.policy", "rule r: when overdue > 3 then allow contact(borrower)\n" + claim)
    called = shell.call("check", "a.policy")
    assert called.code == 1
    assert "error[failed-proof]" in called.out
    assert "expect contact(borrower, sms) allowed" in called.out


def test_an_idle_rule_is_a_warning(shell: Shell) -> None:
    shell.write("a.policy", "rule r: when overdue in 5..3 then allow contact(borrower)\n")
    shell.write(
        "b.policy", "rule r: when overdue < 3 and overdue > 5 then allow contact(borrower)\n"
    )
    assert codes(shell, "b.policy") == ["never-applies"]
    assert shell.call("check", "b.policy").code == 0
    assert shell.call("check", "b.policy", "--deny", "warnings").code == 1


def test_gaps_are_notes_that_fail_nothing(shell: Shell) -> None:
    shell.write("a.policy", "rule r: when overdue > 3 then allow contact(borrower)\n")
    assert codes(shell, "a.policy") == []
    assert codes(shell, "a.policy", "--gaps", "report") == ["silent-gap"]
    called = shell.call("check", "a.policy", "--gaps", "report", "--deny", "warnings")
    assert called.code == 0


def test_the_action_of_a_gap_goes_by_its_label_too(shell: Shell) -> None:
    shell.write("a.policy", LENDER.format(period="").replace("subject to law\n", ""))
    by_name, by_label = (
        shell.call("check", "a.policy", "--gaps", word) for word in ("contact", "联系")
    )
    assert "silent-gap" in by_label.out
    assert by_label == by_name
    assert shell.call("check", "a.policy", "--gaps", "联系", "--gaps", "contact") == by_name


def test_a_label_of_two_actions_is_no_name_of_either(shell: Shell) -> None:
    shell.write("a.policy", 'policy a\naction call "联络"\nrule a: allow call\n')
    shell.write("b.policy", 'policy b\naction write "联络"\nrule b: allow write\n')
    called = shell.call("diff", "a.policy", "b.policy", "--action", "联络")
    assert called.code == 2
    assert called.err == "policyc: several actions are called `联络`: write `call` or `write`\n"


def test_gaps_of_an_action_that_nobody_knows_are_wrong_usage(shell: Shell) -> None:
    shell.write("a.policy", "rule r: when overdue > 3 then allow contact(borrower)\n")
    called = shell.call("check", "a.policy", "--gaps", "reprt")
    assert (called.code, called.out) == (2, "")
    assert "did you mean `report`?" in called.err


def test_a_policy_with_another_error_is_not_looked_into(shell: Shell) -> None:
    shell.write("a.policy", "rule r: when overdu < 3 then allow contact(borrower)\n")
    assert codes(shell, "a.policy") == ["unknown-fact"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_examples_check_without_errors(shell: Shell, language: str) -> None:
    called = shell.call("check", str(FOLDER), "--format", "concise", "--lang", language)
    assert called.code == 0
    assert "redundant-rule" in called.out
    assert "error" not in called.out
