"""No text breaks the parser: it says what is wrong, in bounded depth and length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyc.source import Source
from policyc.syntax.format.checked import formatted
from policyc.syntax.format.files import format_file
from policyc.syntax.parse import MAX_DEPTH, MAX_DIGITS, parse
from tests.strategies import syntax


def codes(text: str) -> list[str]:
    return [finding.code.name for finding in parse(Source("a", text))[1]]


@pytest.mark.parametrize(
    "text",
    [
        "assume " + "(" * 100_000,
        "assume " + "not " * 100_000,
        "assume " + "-" * 100_000 + "1 > 0",
        "assume " + "(a and " * 50_000,
        "assume x < " + "30% of " * 50_000,
        "require " + "(" * 50_000,
    ],
)
def test_nesting_has_a_bottom(text: str) -> None:
    assert codes(text) == ["too-deep"]


@pytest.mark.parametrize(
    ("one", "closing"),
    [("(", ")"), ("not (", ")"), ("x + (", ")"), ("-(", ")"), ("a and (b or (", "))")],
)
def test_what_is_nested_as_deep_as_it_may_be_is_read_and_printed(one: str, closing: str) -> None:
    deep = MAX_DEPTH
    while codes(text := f"assume {one * deep}y{closing * deep} > 1"):
        deep -= 1
    assert deep > MAX_DEPTH / 20
    source = Source("a", text.replace("y", "y # why\n", 1))
    assert formatted(source).text is not None


def test_a_number_has_an_end() -> None:
    assert codes(f"assume x = {'1' * MAX_DIGITS}") == []
    assert codes(f"assume x = {'1' * (MAX_DIGITS + 1)}") == ["long-number"]


def test_a_long_list_is_no_deep_one() -> None:
    many = ", ".join(f"m{number}" for number in range(5000))
    assert codes(f"kind k: {many}") == []
    assert codes(f"assume {' and '.join(['a'] * 5000)}") == []


def test_a_text_full_of_mistakes_is_given_up() -> None:
    assert len(codes("rule\n" * 5000)) == 100


@pytest.mark.parametrize("word", ["overdue", ")"])
def test_a_line_of_a_million_characters_is_read_once(word: str) -> None:
    assert codes(f"{word} " * 250_000) == ["unknown-statement"]
    assert codes(" " * 1_000_000 + "rule" + " " * 1_000_000) == ["unfinished-statement"]


MARKS = st.sampled_from(
    [*"()|,:=<>{}+-*/%.;；!。\"“”'#\n&@\\\0", "==", "&&", "..", "¥", "2025/3/31", "12,000", "8点",
     "晚8点", "当逾期", "rule ", "when ", "then ", "规则 ", "\u200b", "\ud800", "for each", "per "]
)  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A file's text with parts cut out and marks put in."""
    text = format_file(draw(syntax.files()), script=draw(st.sampled_from(["en", "zh"])))
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(text)))
        length = draw(st.integers(0, 12))
        text = text[:place] + draw(MARKS) + text[place + length :]
    return text


@pytest.mark.property
@given(damaged())
def test_a_damaged_text_is_explained_in_both_languages(text: str) -> None:
    _, findings = parse(Source("a", text))
    for finding in findings:
        assert finding.span is not None
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        assert finding.message("en")
        assert finding.help("en")
        assert finding.message("zh")
        assert finding.help("zh")


@pytest.mark.property
@given(damaged())
def test_a_fix_changes_the_text(text: str) -> None:
    for finding in parse(Source("a", text))[1]:
        if finding.fix is not None:
            assert finding.fix.span.text != finding.fix.replacement


@pytest.mark.property
@given(st.text())
def test_any_text_is_read(text: str) -> None:
    file, findings = parse(Source("a", text))
    assert file.broken is bool(findings)


def test_a_date_that_is_well_written_is_not_told_to_be_written_so() -> None:
    assert codes("rule published 2025-03-31\n") == ["unexpected-word"]
