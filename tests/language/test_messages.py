"""What the data files make the language say is said wholly in the reader's language."""

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from policyc.diagnostics.diagnostic import Diagnostic, Language
from tests.harness import running
from tests.harness.chunks import chunks
from tests.language.conftest import LIBRARY

HERE = Path(__file__).parent
FILES = sorted(HERE.rglob("*.policytest"))

QUOTED = re.compile(r"`[^`]*`|\"[^\"]*\"")
"""What is quoted from a policy, in whatever script that is written."""
ENGLISH = re.compile(r"[A-Za-z]{2,}")
CHINESE = re.compile(r"[一-鿿]")
OTHER: tuple[tuple[Language, re.Pattern[str]], ...] = (("zh", ENGLISH), ("en", CHINESE))
OF_ANY_LANGUAGE = re.compile(r"(?<![A-Za-z])(CNY|USD|policyc)(?![A-Za-z])")


def findings(file: Path) -> Iterator[Diagnostic]:
    for chunk in chunks(file.read_text(encoding="utf-8")):
        with tempfile.TemporaryDirectory() as folder:
            project = running.opened(chunk.files, Path(folder), LIBRARY)
            yield from running.findings(project)


def sentences(found: Diagnostic, language: Language) -> Iterator[str]:
    yield found.message(language)
    yield found.help(language) or ""
    for related in found.related:
        yield related.remark[language]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(HERE)))
def test_no_sentence_mixes_the_languages(file: Path) -> None:
    mixed = [
        sentence
        for found in findings(file)
        for language, other in OTHER
        for sentence in sentences(found, language)
        if other.search(OF_ANY_LANGUAGE.sub("", QUOTED.sub("", sentence)))
    ]
    assert mixed == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(HERE)))
def test_every_template_is_filled(file: Path) -> None:
    bad = [
        sentence
        for found in findings(file)
        for sentence in (*sentences(found, "en"), *sentences(found, "zh"))
        if re.search(r"\{(?!…)|Ellipsis|None|<.* object", sentence)
    ]
    assert bad == []
