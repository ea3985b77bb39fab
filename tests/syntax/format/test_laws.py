"""What holds of the formatter whatever it is given."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyc.diagnostics.terminal import columns
from policyc.resources import library_folder
from policyc.source import Source
from policyc.syntax import nodes as n
from policyc.syntax.format.canonical import canonical
from policyc.syntax.format.checked import formatted
from policyc.syntax.format.files import format_file
from policyc.syntax.format.page import WIDTH
from policyc.syntax.lexer import comments
from policyc.syntax.parse import parse
from policyc.syntax.words import Script
from tests.strategies import syntax
from tests.strategies.remarks import commented_texts

SHIPPED = sorted(library_folder().rglob("*.policy"))
GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.policy"))
FILES = [Source(path.name, path.read_text("utf-8")) for path in (*SHIPPED, *GOLDEN)]

scripts = st.sampled_from(["en", "zh"])
each_file = pytest.mark.parametrize("source", FILES, ids=lambda source: source.name)
each_script = pytest.mark.parametrize("script", ["en", "zh"])


def read(text: str) -> n.File:
    file, findings = parse(Source("printed", text))
    assert [finding.message() for finding in findings] == []
    return file


def printed(source: Source, script: Script | None = None) -> str:
    result = formatted(source, script=script)
    assert result.findings == ()
    assert result.text is not None
    return result.text


def remarks(text: str) -> list[str]:
    return [span.text.rstrip() for span in comments(Source("a", text))]


@pytest.mark.property
@given(syntax.files(), scripts)
def test_a_tree_is_printed_as_a_text_that_says_the_same(file: n.File, script: Script) -> None:
    assert canonical(read(format_file(file, script=script)).documents) == canonical(file.documents)


@pytest.mark.property
@given(syntax.files(), scripts)
def test_what_was_printed_is_printed_so_again(file: n.File, script: Script) -> None:
    once = format_file(file, script=script)
    assert format_file(read(once), script=script) == once


@pytest.mark.property
@given(syntax.files())
def test_both_scripts_say_the_same(file: n.File) -> None:
    english, chinese = format_file(file, script="en"), format_file(file, script="zh")
    assert canonical(read(english).documents) == canonical(read(chinese).documents)


@pytest.mark.property
@given(syntax.files())
def test_a_translation_is_translated_back_to_what_it_was(file: n.File) -> None:
    english = format_file(file, script="en")
    chinese = format_file(read(english), script="zh")
    assert format_file(read(chinese), script="en") == english


@pytest.mark.property
@given(syntax.files(), scripts)
def test_no_line_ends_in_space_and_no_two_are_empty(file: n.File, script: Script) -> None:
    text = format_file(file, script=script)
    assert not any(line.endswith(" ") for line in text.split("\n"))
    assert "\n\n\n" not in text
    assert text.endswith("\n")
    assert not text.startswith("\n")


@pytest.mark.property
@given(commented_texts())
def test_comments_are_kept_in_their_order_and_stay_where_they_were_put(text: str) -> None:
    once = printed(Source("a", text))
    assert remarks(once) == remarks(text)
    assert printed(Source("a", once)) == once


@each_file
@each_script
def test_a_file_keeps_its_meaning_and_its_comments(source: Source, script: Script) -> None:
    text = printed(source, script)
    before, _ = parse(source)
    assert canonical(read(text).documents) == canonical(before.documents)
    assert remarks(text) == remarks(source.text)
    assert printed(Source("again", text), script) == text
    assert printed(Source("again", text)) == text


@each_file
def test_a_file_is_the_same_after_a_journey_through_the_other_script(source: Source) -> None:
    english = printed(source, "en")
    chinese = printed(Source("a", english), "zh")
    assert printed(Source("a", chinese), "en") == english


@each_file
@each_script
def test_only_texts_comments_and_rows_are_longer_than_a_line(
    source: Source, script: Script
) -> None:
    for line in printed(source, script).splitlines():
        code = line.split("  #", maxsplit=1)[0]
        free = '"' in code or code.lstrip().startswith(("#", "|"))
        assert columns(code) <= WIDTH or free
