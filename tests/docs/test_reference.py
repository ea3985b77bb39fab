"""The generated pages of the reference are those that the grammar and the catalogue make."""

from pathlib import Path

import pytest

from policyc.diagnostics.catalogue import CATALOGUE
from policyc.syntax.words import words
from tests.docs import reference
from tests.docs.guides import Reader
from tests.harness.markdown import blocks

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


def test_the_samples_of_the_fine_points_are_as_they_say(tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    found = list(blocks((reference.FOLDER / "fine-points.md").read_text(encoding="utf-8")))
    assert len(found) >= 6
    assert [wrong for block in found for wrong in reader.failures(block)] == []
