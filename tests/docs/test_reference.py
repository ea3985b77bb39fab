"""The generated pages of the reference are those that the grammar and the catalogue make."""

import pytest

from policyc.diagnostics.catalogue import CATALOGUE
from policyc.syntax.words import words
from tests.docs import reference

pytestmark = pytest.mark.checkout


def test_the_generated_pages_are_up_to_date() -> None:
    assert reference.stale() == []


def test_every_word_of_both_scripts_is_listed() -> None:
    page = reference.words_page()
    listed = [word for choices in words().printed.values() for word in choices]
    assert [word for word in listed if f"`{word}`" not in page] == []


def test_the_grammar_shows_words_and_no_keyword_terminals() -> None:
    page = reference.grammar_page()
    assert 'permission: "allow" pattern' in page
    assert "RULE" not in page
    assert "PERMISSION" not in page


def test_every_code_is_listed() -> None:
    page = reference.codes_page()
    assert [code for code in CATALOGUE if f"| `{code}` |" not in page] == []
