"""Where a policy says nothing, as findings."""

from pathlib import Path

from policyc.analyse.findings.policy import policy_findings
from tests.analyse.loading import written


def gaps(folder: Path, text: str, action: str = "contact") -> list[str]:
    """What the findings say that nothing is said of."""
    found = policy_findings(written(folder, text, "lender"), (), [action])
    return [d.message().partition("nothing of ")[2] for d in found]


SCOPE = "scope: identified\n"
CALLS = "rule calls: when overdue > 5 then allow contact(borrower)"


def test_what_lies_outside_the_scope_is_no_gap(tmp_path: Path) -> None:
    assert gaps(tmp_path, SCOPE + CALLS) == [
        "contact(any) when identified, except when target = borrower and overdue > 5 days"
    ]


def test_a_policy_that_speaks_everywhere_in_its_scope_has_no_gap(tmp_path: Path) -> None:
    assert gaps(tmp_path, SCOPE + "rule all: allow contact(any)") == []
    assert gaps(tmp_path, SCOPE + "default forbid contact(any)") == []


def test_of_an_action_without_a_rule_the_whole_scope_is_a_gap(tmp_path: Path) -> None:
    assert gaps(tmp_path, SCOPE + CALLS, "report") == ["report(any) when identified"]


def test_a_gap_has_no_bound_of_a_scope_that_no_rule_is_in(tmp_path: Path) -> None:
    assert gaps(tmp_path, "scope: overdue > 77") == ["contact(any) when overdue > 77 days"]


def test_of_many_exceptions_each_stands_beside_the_rule_that_speaks(tmp_path: Path) -> None:
    rules = [
        "rule a: when overdue > 5 then allow contact(borrower)",
        "rule b: when overdue > 9 then forbid contact(employer)",
        "rule c: when overdue > 7 then forbid contact(emergency)",
    ]
    policy = written(tmp_path, SCOPE + "\n".join(rules), "lender")
    (gap,) = policy_findings(policy, (), ["contact"])
    assert gap.message().startswith("`lender` says nothing of contact(any) when identified, except")
    assert all(f"`{name}`" in gap.message() and f"`{name}`" in gap.message("zh") for name in "abc")
    assert {r.span.text: gap.remark(r) for r in gap.related} == {
        rules[0]: "except when target = borrower and overdue > 5 days",
        rules[1]: "except when target = employer and overdue > 9 days",
        rules[2]: "except when target = emergency and overdue > 7 days",
    }
