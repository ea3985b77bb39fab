"""What policies are called in a comparison, and what is said where one of them has errors."""

import pytest

from tests.cli.calling import Shell

CALLS = "rule calls: when overdue > {} then allow contact(borrower, phone)\n"


def labelled(name: str, label: str, day: int) -> str:
    return f'policy {name} "{label}"\nuses collection\n' + CALLS.format(day)


def test_a_chinese_label_is_a_heading_in_chinese_whatever_signs_are_in_it(shell: Shell) -> None:
    shell.write("a.policy", labelled("first", "花呗(5060.cn 的说法)", 1))
    shell.write("b.policy", labelled("second", "Second page", 2))
    arguments = ("compare", "a.policy", "b.policy")
    told = "  花呗(5060.cn 的说法)  a.policy\n  second                “Second page”，b.policy\n"
    assert told in shell.call(*arguments, "--lang", "zh").out
    assert "  first   “花呗(5060.cn 的说法)”, a.policy\n" in shell.call(*arguments).out


def test_only_policies_of_one_name_are_told_apart_by_their_files(shell: Shell) -> None:
    for file, name, day in (("a", "lender", 1), ("b", "lender", 2), ("c", "other", 3)):
        shell.write(f"{file}.policy", labelled(name, name.title(), day))
    out = shell.call("compare", ".", "--summary").out
    names = [line.split()[0] for line in out.splitlines()[1:4]]
    assert names == ["a.policy#lender", "b.policy#lender", "Other"]


def test_policies_of_one_label_go_by_their_names(shell: Shell) -> None:
    for file, label in (("a", "Page"), ("b", "Page"), ("c", "Other")):
        shell.write(f"{file}.policy", labelled(file, label, ord(file)))
    out = shell.call("compare", ".", "--summary").out
    assert [line.split()[0] for line in out.splitlines()[1:4]] == ["a", "b", "Other"]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "\n\nnothing was compared, since bad.policy has errors: mend it, or leave it out "),
        ("zh", "\n\nbad.policy有错误，因此未作任何比较：请改正，或略去它"),
    ],
)
def test_where_one_file_of_a_folder_has_errors_it_is_said_that_nothing_was_compared(
    shell: Shell, language: str, told: str
) -> None:
    shell.write("a.policy", CALLS.format(1))
    shell.write("b.policy", CALLS.format(2))
    shell.write("bad.policy", CALLS.format(2).replace("overdue", "overdo"))
    for arguments in (("compare", "."), ("compare", "a.policy", "bad.policy")):
        called = shell.call(*arguments, "--lang", language)
        assert (called.code, called.out) == (1, "")
        assert told in called.err
    assert "compared" not in shell.call("compare", "a.policy", "nowhere.policy").err


def test_where_only_the_silent_are_most_permissive_nobody_allows_it(shell: Shell) -> None:
    shell.write("a.policy", CALLS.format(1) + "rule quiet: forbid disclose(any)\n")
    shell.write("b.policy", CALLS.format(1))
    shell.write("c.policy", CALLS.format(1))
    arguments = ("compare", "a.policy", "b.policy", "c.policy", "--action", "disclose")
    assert "  disclose  a          nobody allows it  b, c\n" in shell.call(*arguments).out
    assert "  透露债务  a     均不允许  b、c\n" in shell.call(*arguments, "--lang", "zh").out
    shell.write("c.policy", CALLS.format(1) + "rule free: allow disclose(any)\n")
    assert "  disclose  a          c                b\n" in shell.call(*arguments).out
