"""`policyc compare --against` over many policies: who is worst, and what nobody promises."""

import json

from policyc.analyse.reports.matrix_text import MOST
from tests.cli.calling import Shell

CALLS = "rule calls: when overdue > {} then allow contact(borrower, phone)\n"
LAW = """\
rule early: when overdue < 5 then forbid contact(any)
rule late: when overdue > 90 then forbid contact(any)
rule extend: require offer(extension)
rule name: require identified for contact(any, visit)
rule apart: require identified for contact(any, letter)
"""


def matrix(out: str) -> str:
    return out.partition("not followed\n")[2].partition("  broken:")[0]


def test_the_policies_that_break_most_stand_first_with_their_totals(shell: Shell) -> None:
    shell.write("a.policy", "rule calls: when overdue in 8..9 then allow contact(borrower, sms)\n")
    shell.write("b.policy", CALLS.format(8))
    shell.write("c.policy", CALLS.format(1))
    shell.write("law.policy", LAW)
    shell.write("other.policy", "rule never: forbid contact(any, phone)\n")
    arguments = ("a.policy", "b.policy", "c.policy", "--against", "law.policy")
    called = shell.call("compare", *arguments, "--against", "other.policy", "--summary")
    assert (
        matrix(called.out)
        == """\
     total      law        other
  c  3 / 1 / -  2 / 1 / -  1 / - / -
  b  2 / 1 / -  1 / 1 / -  1 / - / -
  a  - / 1 / -  - / 1 / -  - / - / -
"""
    )


def test_no_row_of_a_few_dozen_policies_is_cut_off(shell: Shell) -> None:
    for number in range(MOST + 2):
        shell.write(f"p{number:02}.policy", CALLS.format(number))
    shell.write("law.policy", "rule never: forbid contact(any, phone)\n")
    few = [f"p{number:02}.policy" for number in range(MOST)]
    rest = ("--against", "law.policy", "--summary")
    assert matrix(shell.call("compare", *few, *rest).out).count("1 / - / -\n") == MOST
    every = shell.call("compare", *few, "p60.policy", "p61.policy", *rest).out
    assert matrix(every).endswith("  … and 2 more; --all shows them\n")


def test_clauses_that_every_policy_breaks_or_leaves_out_are_promised_by_none(shell: Shell) -> None:
    shell.write("a.policy", CALLS.format(8) + "rule see: allow contact(borrower, visit)\n")
    shell.write("b.policy", CALLS.format(1))
    shell.write("law.policy", LAW)
    arguments = ("compare", "a.policy", "b.policy", "--against", "law.policy")
    told = """\

Promised by none of the policies
  law
    early: broken by all
    late: broken by all
    extend: left out by all
    name: broken by 1, its action nowhere permitted by 1
    apart: its action nowhere permitted
"""
    for called in (shell.call(*arguments), shell.call(*arguments, "--summary")):
        assert told in called.out
    promise = "rule help: require offer(extension)\nrule none: forbid contact(any, visit)\n"
    shell.write("b.policy", promise + CALLS.format(6))
    told = "policies\n  law\n    late: broken by all\n    apart: its action nowhere permitted\n\n"
    assert told in shell.call(*arguments).out


def test_of_one_policy_alone_it_is_not_said_what_none_promises(shell: Shell) -> None:
    shell.write("b.policy", CALLS.format(1))
    shell.write("law.policy", LAW)
    assert (
        "Promised by none" not in shell.call("compare", "b.policy", "--against", "law.policy").out
    )


def test_a_clause_that_all_may_break_counts_how_many_do_so_for_certain(shell: Shell) -> None:
    open_ended = "policy {}\nuses collection\nterm late: days from 1 to 9, unspecified\n"
    calls = "rule calls: when overdue >= late then allow contact(borrower, phone)\n"
    for name in ("a", "b"):
        shell.write(f"{name}.policy", open_ended.format(name) + calls)
    shell.write("c.policy", CALLS.format(1))
    shell.write("law.policy", "rule early: when overdue < 5 then forbid contact(any)\n")
    arguments = ("a.policy", "b.policy", "c.policy", "--against", "law.policy", "--summary")
    assert "    early：1+2?项违反\n" in shell.call("compare", *arguments, "--lang", "zh").out


def test_the_summary_says_what_a_statute_is_limited_to(shell: Shell) -> None:
    shell.write("a.policy", CALLS.format(1))
    shell.write("b.policy", CALLS.format(2))
    header = "policy law\nuses collection\nscope: product = credit_card\n"
    shell.write("law.policy", header + "rule never: forbid contact(any, phone)\n")
    out = shell.call("compare", "a.policy", "b.policy", "--against", "law.policy", "--summary").out
    assert "Against law\n  law applies when product = credit_card\n  broken\n" in out


def test_for_which_open_values_none_is_broken_is_said_once_of_all_it_holds_of(
    shell: Shell,
) -> None:
    law = """\
policy law
uses collection
term late: days from 1 to 90, unspecified
rule early: when overdue > late then forbid contact(any)
"""
    shell.write("law.policy", law)
    for name, day in (("a", 30), ("b", 30), ("c", 60)):
        shell.write(
            f"{name}.policy", f"rule r: when overdue = {day} then allow contact(borrower)\n"
        )
    out = shell.call(
        "compare", "a.policy", "b.policy", "c.policy", "--against", "law.policy", "--summary"
    ).out
    told = """\
  broken
    early: a?, b?, c?
  a, b: no case is a breach if, and only if, late >= 30 days (left open: late of law)
  c: no case is a breach if, and only if, late >= 60 days (left open: late of law)
"""
    assert told in out


def test_a_summary_does_not_repeat_that_no_open_value_helps_who_is_certain_to_break_a_clause(
    shell: Shell,
) -> None:
    late = "term late: days from 8 to 20, unspecified\n"
    calls = "rule calls: when overdue >= late then allow contact(emergency, phone)\n"
    shell.write("a.policy", f"policy a\nuses collection\n{late}{calls}")
    shell.write("law.policy", "rule early: when overdue < 30 then forbid contact(emergency)\n")
    arguments = ("compare", "a.policy", "--against", "law.policy")
    assert "whatever late of a may be" in shell.call(*arguments).out
    summary = shell.call(*arguments, "--summary").out
    assert "whatever" not in summary
    assert "  broken\n    early\n" in summary


def test_programs_are_told_the_counts_of_the_table(shell: Shell) -> None:
    shell.write("a.policy", CALLS.format(8) + "rule see: allow contact(borrower, visit)\n")
    late = "policy b\nuses collection\nterm late: days from 1 to 90, unspecified\n"
    calls = "rule calls: when overdue = late then allow contact(borrower, phone)\n"
    shell.write("b.policy", late + calls)
    shell.write("law.policy", LAW)
    arguments = ("compare", "a.policy", "b.policy", "--against", "law.policy")
    assert "  a  3 / 1 / -\n  b  1? / 1 / -\n" in shell.call(*arguments, "--summary").out
    found = json.loads(shell.call(*arguments, "--format", "json").out)
    first, second = (each["counts"] for each in found["against"])
    assert first["broken"] == {"certain": 3, "possible": 0, "settled": True}
    assert second["broken"] == {"certain": 0, "possible": 1, "settled": True}
    assert first["left_out"] == {"certain": 1, "possible": 0, "settled": True}
    none = [(each["rule"]["rule"], each["unpermitted"]) for each in found["promised_by_none"]]
    assert none == [
        ("early", []),
        ("extend", []),
        ("name", [1]),
        ("apart", [0, 1]),
    ]
    duties = {each["rule"]["rule"]: each for each in found["against"][0]["omitted_duties"]}
    assert [duties[name]["unpermitted"] for name in ("name", "apart")] == [False, True]
