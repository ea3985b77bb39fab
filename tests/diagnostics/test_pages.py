"""Each code has a page in both languages, and no page is left over."""

import pytest

from policyc.diagnostics import pages
from policyc.diagnostics.diagnostic import Language
from tests.diagnostics.codes import CODES


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_pages_are_those_of_the_codes(language: Language) -> None:
    assert list(pages.page_codes(language)) == sorted(code.name for code in CODES)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_page_begins_with_its_code(language: Language) -> None:
    begins_otherwise = [
        code
        for code in pages.page_codes(language)
        if not (pages.page(code, language) or "").startswith(f"# {code}\n")
    ]
    assert begins_otherwise == []


@pytest.mark.parametrize("code", ["no-such-code", "../en/unknown-name", ""])
def test_what_is_no_code_has_no_page(code: str) -> None:
    assert pages.page(code) is None
