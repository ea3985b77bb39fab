"""For which day `policyc diff` and `policyc compare` are, and what came out after it."""

import json

import pytest

from tests.cli.calling import Shell

CALLS = "rule calls: when overdue > {} then allow contact(borrower, phone)\n"
SOURCE = 'source page "A page" dated {}\n'


@pytest.fixture
def pages(shell: Shell) -> Shell:
    """A shell with a page of no date, one published in 2025, and one read in 2025."""
    shell.write("undated.policy", CALLS.format(5))
    header = "policy late\nuses collection\npublished 2025-05-05\n"
    shell.write("late.policy", header + CALLS.format(8))
    read = "policy read\nuses collection\n" + SOURCE.format("2025-02-02")
    shell.write("read.policy", read + CALLS.format(9))
    return shell


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            """\
3 policies compared, as of 2024-06-01
  undated  no date given, undated.policy
  late     published 2025-05-05, after that day, late.policy
  read     newest source 2025-02-02, after that day, read.policy
""",
        ),
        (
            "zh",
            """\
比较了3项政策，按2024-06-01有效的版本
  undated  未注明日期，undated.policy
  late     2025-05-05发布，晚于该日，late.policy
  read     最新来源2025-02-02，晚于该日，read.policy
""",
        ),
    ],
)
def test_a_comparison_for_a_day_says_which_and_what_came_out_later(
    pages: Shell, language: str, told: str
) -> None:
    names = ("undated.policy", "late.policy", "read.policy", "--lang", language)
    assert pages.call("compare", *names, "--on", "2024-06-01").out.startswith(told)
    on_time = pages.call("compare", *names, "--on", "2025-05-05", "--summary").out
    assert told.splitlines()[1] in on_time
    assert not any(text in on_time for text in ("after that day", "晚于", "newest", "最新"))
    undated = pages.call("compare", *names).out
    assert not any(text in undated for text in ("as of", "no date", "按20", "未注明"))


def test_what_is_in_force_on_a_day_is_not_late_for_being_read_later(shell: Shell) -> None:
    shell.write("a.policy", CALLS.format(5))
    header = "policy b\nuses collection\neffective 2020-01-01\n"
    shell.write("b.policy", header + SOURCE.format("2025-02-02") + CALLS.format(8))
    out = shell.call("compare", "a.policy", "b.policy", "--on", "2024-06-01").out
    assert "  b  effective 2020-01-01, b.policy\n" in out


def test_a_difference_for_a_day_says_which(pages: Shell) -> None:
    names = ("undated.policy", "late.policy")
    out = pages.call("diff", *names, "--on", "2024-06-01").out
    told = "  as of 2024-06-01\n  undated  no date given, undated.policy\n  late     published"
    assert told in out
    assert "as of" not in pages.call("diff", *names).out


def test_a_day_that_one_policy_names_is_told_of_it(pages: Shell) -> None:
    names = ("undated.policy@2024-06-01", "late.policy")
    told = "  undated  as of 2024-06-01, no date given, undated.policy\n"
    assert told in pages.call("diff", *names).out
    out = pages.call("compare", *names).out
    assert out.startswith(f"2 policies compared\n{told}")


@pytest.mark.parametrize("command", ["diff", "compare"])
def test_programs_are_always_told_the_day(pages: Shell, command: str) -> None:
    names = ("undated.policy@2024-07-07", "late.policy", "--format", "json")
    found = json.loads(pages.call(command, *names, "--on", "2024-06-01").out)
    assert found["on"] == "2024-06-01"
    policies = found["policies"]
    each = policies if command == "compare" else policies.values()
    assert [policy["on"] for policy in each] == ["2024-07-07", "2024-06-01"]
    today = json.loads(pages.call(command, *names).out)["on"]
    assert today > "2024-06-01"
