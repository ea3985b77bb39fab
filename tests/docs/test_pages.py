"""Every page on a code is right: its samples give the finding, mended they give none."""

import re
from pathlib import Path

import pytest

from policyc.diagnostics import pages
from policyc.diagnostics.catalogue import CATALOGUE
from policyc.diagnostics.diagnostic import Language
from tests.docs.samples import session_failures, text_failures
from tests.harness.expectations import expectations
from tests.harness.markdown import Block, blocks

each_page = pytest.mark.parametrize(
    ("code", "language"),
    [(code, language) for language in ("en", "zh") for code in pages.page_codes(language)],
)
HEADINGS: dict[Language, list[str]] = {
    "en": ["Why it matters", "Example", "Mended"],
    "zh": ["为什么重要", "示例", "改正后"],
}


NEVER_SEEN = {
    "unwritable-file": "who runs the tests may write wherever they want",
    "unfaithful-format": "a mistake in policyc that is known would be mended",
    "open-proof": "what settles no search is too long for a page",
    "unsettled-questions": "what settles no search is too long for a page",
    "unsettled-test": "what settles no search is too long for a page",
}
"""Codes whose samples cannot be made to happen, and why."""
TOLD_BY_PYTHON = {"fact-needed", "inexact-number"}
"""Codes of programs that ask in Python: an exception shows the message without its code."""


def samples(code: str, language: Language) -> list[Block]:
    """The blocks that show the code, and the one that mends it."""
    return [b for b in blocks(pages.page(code, language) or "") if b.file is None]


def files(code: str, language: Language) -> list[Block]:
    """The files that the sessions of a page work with."""
    return [b for b in blocks(pages.page(code, language) or "") if b.file is not None]


@each_page
def test_a_page_says_what_why_and_how(code: str, language: Language) -> None:
    text = pages.page(code, language) or ""
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == HEADINGS[language]
    parts = re.split(r"^#.*$", text, flags=re.MULTILINE)[1:]
    assert all(
        re.search(r"\w", re.sub(r"```.*?```", "", part, flags=re.DOTALL)) for part in parts[:2]
    )


@each_page
def test_the_samples_give_the_findings_that_they_say(
    code: str, language: Language, tmp_path: Path
) -> None:
    wrong: list[str] = []
    for block in files(code, language):
        wrong += text_failures(block, tmp_path)
    for number, block in enumerate(samples(code, language)):
        if block.language == "text":
            assert code in NEVER_SEEN
        elif block.language == "console":
            wrong += session_failures(block, tmp_path)  # one goes on where the other stopped
        else:
            folder = tmp_path / str(number)
            folder.mkdir()
            wrong += text_failures(block, folder)
    assert wrong == []


@each_page
def test_the_first_sample_has_the_code_and_the_last_has_no_finding(
    code: str, language: Language
) -> None:
    first, *_, last = samples(code, language)
    if first.language == "text":
        assert code in NEVER_SEEN
    elif first.language == "policy":
        assert code in [expected.code for expected in expectations("", first.text)]
        assert last.language == "policy"
        assert expectations("", last.text) == []
    else:
        assert f"[{code}]" in first.text or code in TOLD_BY_PYTHON
        assert not re.search(r"\[[a-z-]+\]", last.text)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_code_has_a_page(language: Language) -> None:
    assert set(CATALOGUE) == set(pages.page_codes(language))
