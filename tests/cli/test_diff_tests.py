"""`policyc diff --emit-tests`: what no test tells."""

from tests.cli.calling import Shell


def test_what_no_emitted_test_tells_is_a_remark(shell: Shell) -> None:
    term = "term x: days from 10 to 20, unspecified\n"
    shell.write("a.policy", term + "rule s: when overdue >= x then forbid contact(borrower)\n")
    shell.write("b.policy", term + "rule s: when overdue > x then forbid contact(borrower)\n")
    called = shell.call("diff", "a.policy", "b.policy", "--emit-tests")
    assert "overdue = x" in called.out
    assert called.err.startswith("policyc: no test for 1 difference: a test gives open terms")


def test_where_only_rebuttal_differs_a_remark_says_why_there_is_no_test(shell: Shell) -> None:
    rule = "rule calls: when overdue > 5 then forbid contact(borrower)\n"
    shell.write("a.policy", rule)
    shell.write("b.policy", rule.replace("calls:", "calls rebuttable:"))
    called = shell.call("diff", "a.policy", "b.policy", "--emit-tests", "--lang", "zh")
    assert (called.code, called.out) == (0, "")
    assert called.err == "policyc: 有1处差异没有写成测试：双方结论相同，仅其中一方的结论可以反驳\n"
