"""Broken texts and what is said of them: `grammar/broken/` holds them, the expectation on the line.

Files about names, types and units go through everything that a document goes through; the others
are about reading alone.
"""

import re
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from policyc.diagnostics import text as report
from policyc.diagnostics.diagnostic import Diagnostic, Fix, Language
from policyc.resources import grammar_folder
from policyc.source import Source
from policyc.syntax.parse import parse
from tests.harness import running
from tests.harness.chunks import ALONE, Chunk, chunks
from tests.harness.expectations import disagreements, expectations

FOLDER = grammar_folder() / "broken"
MEANING = ("names", "types", "units")
LIBRARY = Path(__file__).parents[1] / "language" / "library"

ALL = [
    (path.stem, chunk)
    for path in sorted(FOLDER.glob("*.policytest"))
    for chunk in chunks(path.read_text("utf-8"))
]
READING = [chunk for family, chunk in ALL if family not in MEANING]
FAMILIES = sorted({family for family, _ in ALL})

each_chunk = pytest.mark.parametrize(
    ("family", "chunk"), ALL, ids=[f"{family}: {chunk.title}" for family, chunk in ALL]
)
each_unread = pytest.mark.parametrize("chunk", READING, ids=[chunk.title for chunk in READING])


def found(family: str, chunk: Chunk, folder: Path) -> list[Diagnostic]:
    if family in MEANING:
        return running.findings(running.opened(chunk.files, folder, LIBRARY))
    return read(chunk.files[ALONE])


def read(text: str) -> list[Diagnostic]:
    return list(parse(Source(ALONE, text))[1])


def test_there_are_many_of_them() -> None:
    assert len(ALL) >= 60
    assert len({(family, chunk.title) for family, chunk in ALL}) == len(ALL)


@each_chunk
def test_a_broken_text_gets_the_findings_that_it_names_and_no_other(
    family: str, chunk: Chunk, tmp_path: Path
) -> None:
    expected = [e for name, text in chunk.files.items() for e in expectations(name, text)]
    assert expected
    assert disagreements(expected, found(family, chunk, tmp_path)) == []


@each_chunk
def test_a_chinese_message_is_chinese_but_for_what_it_quotes(
    family: str, chunk: Chunk, tmp_path: Path
) -> None:
    for finding in found(family, chunk, tmp_path):
        said = finding.message("zh") + (finding.help("zh") or "")
        own = re.sub(r'`[^`]*`|"[^"]*"|U\+[0-9A-F]{4}|(?<![A-Z])[A-Z]{3}(?![A-Z])', "", said)
        assert re.search(r"[一-鿿]", own)
        assert not re.search(r"[A-Za-z]", own)


@each_unread
def test_a_fix_takes_the_first_mistake_away(chunk: Chunk) -> None:
    text = chunk.files[ALONE]
    first = read(text)[0]
    if first.fix is None:
        assert first.help("en")
        return
    repaired = read(_repaired(text, first.fix))
    assert not repaired or (repaired[0].span and _starts(repaired[0]) > _starts(first))


def _starts(finding: Diagnostic) -> int:
    assert finding.span is not None
    return finding.span.start


def _repaired(text: str, fix: Fix) -> str:
    return text[: fix.span.start] + fix.replacement + text[fix.span.end :]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("family", [family for family in FAMILIES if family not in MEANING])
def test_people_read_this(family: str, language: Language, snapshot: SnapshotAssertion) -> None:
    """Expectations are taken off the lines: what is shown is what a writer would have typed."""
    said = []
    for chunk in (chunk for about, chunk in ALL if about == family):
        typed = re.sub(r"(?m) *# (?=error|warning).*$", "", chunk.files[ALONE]).lstrip("\n")
        said.append(report.render(read(typed), language))
    assert "\n".join(said) == snapshot
