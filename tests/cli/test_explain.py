"""`policyc explain`."""

import pytest

from policyc.diagnostics.catalogue import CATALOGUE
from tests.cli.calling import Shell


@pytest.mark.parametrize(("language", "said"), [("en", "A condition names"), ("zh", "条件")])
def test_a_code_is_explained_in_the_language_that_is_asked_for(
    shell: Shell, language: str, said: str
) -> None:
    called = shell.call("explain", "unknown-fact", "--lang", language)
    assert (called.code, called.err) == (0, "")
    assert called.out.startswith("# unknown-fact\n")
    assert said in called.out


def test_without_a_code_every_code_is_listed_with_how_grave_it_is(shell: Shell) -> None:
    called = shell.call("explain")
    listed = [line.split() for line in called.out.splitlines()]
    assert called.code == 0
    assert listed == [[c.name, c.severity.value] for c in CATALOGUE.values()]
    assert ["unknown-fact", "error"] in listed


def test_a_code_that_is_nearly_one_is_guessed(shell: Shell) -> None:
    called = shell.call("explain", "unknown-fakt")
    assert (called.code, called.out) == (2, "")
    assert called.err == (
        "policyc: there is no code `unknown-fakt`; did you mean `unknown-fact`?\n"
    )


def test_a_code_that_is_like_none_is_not_guessed(shell: Shell) -> None:
    called = shell.call("explain", "zzzzzzzzzzzz")
    assert called.code == 2
    assert called.err == ("policyc: there is no code `zzzzzzzzzzzz`: `policyc explain` lists all\n")
