"""What people read about a finding."""

import re
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from policyc.diagnostics import text
from policyc.diagnostics.diagnostic import Diagnostic, Fix, Language, Related
from policyc.diagnostics.terminal import columns
from policyc.source import Source, Span
from tests.diagnostics.samples import ALL, CUT, MISSPELT, NO_POLICY, NOWHERE, UNKNOWN_FACT, place
from tests.strategies.findings import findings

ANSI = re.compile(r"\033\[[0-9;]*m")


def about(span: Span) -> Diagnostic:
    return Diagnostic(UNKNOWN_FACT, span, {"name": "x", "nearest": "y"})


def framed(report: str) -> tuple[str, str]:
    """The first source line that a report shows and the line under it, gutters taken off."""
    lines = report.splitlines()
    at = next(n for n, line in enumerate(lines) if re.match(r" *\d+ \|", line))
    return tuple(line.partition("|")[2].removeprefix(" ") for line in lines[at : at + 2])  # type: ignore[return-value]  # a slice of two


def underlined(report: str) -> str:
    """What stands above the marks, found by counting columns as a terminal does."""
    line, marks = framed(report)
    start = len(marks) - len(marks.lstrip())
    return "".join(c for n, c in enumerate(line) if start <= columns(line[:n]) < len(marks))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_report_reads_like_this(language: Language, snapshot: SnapshotAssertion) -> None:
    assert text.render(ALL, language) == snapshot


def test_a_narrow_report_reads_like_this(snapshot: SnapshotAssertion) -> None:
    assert text.render(ALL, width=48) == snapshot


def test_nothing_found_is_nothing_said() -> None:
    assert text.render([]) == ""


def test_the_mark_stands_under_the_word_behind_wide_characters_and_tabs() -> None:
    source = Source("a.policy", "\t\t当 逾期 且 overdu 且 失联")
    assert underlined(text.render([about(place("overdu", source))])) == "overdu"
    assert underlined(text.render([about(place("失联", source))])) == "失联"


def test_a_combining_accent_takes_no_column() -> None:
    source = Source("a.policy", "cafe\u0301 overdu")
    assert framed(text.render([about(place("overdu", source))]))[1] == "     ^^^^^^"


def test_a_span_of_several_lines_is_marked_to_the_end_of_the_first() -> None:
    source = Source("a.policy", "rule a:\n  when x\n  then allow y\n")
    assert underlined(text.render([about(Span(source, 10, 30))])) == "when x"


@pytest.mark.parametrize("ending", ["", "\n", "\r\n"])
def test_an_end_of_file_is_marked_with_one_caret(ending: str) -> None:
    source = Source("a.policy", "rule a:" + ending)
    at_end = text.render([about(Span(source, 7, 7))])
    assert framed(at_end) == ("rule a:", "       ^")


def test_a_long_line_is_cut_on_both_sides_of_the_span() -> None:
    line, _ = framed(text.render([CUT]))
    assert (line[0], line[-1], columns(line)) == ("…", "…", 96)
    assert underlined(text.render([CUT])) == "12_000 EUR"


def test_a_span_longer_than_the_room_is_cut_at_its_end() -> None:
    source = Source("a.policy", "when " + "失" * 80)
    line, marks = framed(text.render([about(Span(source, 5, 85))], width=40))
    assert line == "…" + "失" * 17 + "…"
    assert marks == " " + "^" * 35


def test_the_room_that_one_side_does_not_need_goes_to_the_other() -> None:
    source = Source("a.policy", "a" * 100 + "MARK" + "b" * 3)
    line, _ = framed(text.render([about(place("MARK", source))], width=44))
    assert line == "…" + "a" * 32 + "MARK" + "b" * 3


def test_an_escape_sequence_in_a_policy_is_shown_and_not_sent() -> None:
    source = Source("a\033]0;title\007.policy", "rule \033[2Jcls \u202eevil\u202c:")
    report = text.render([about(place("cls", source))])
    assert "a␛]0;title␇.policy:1:10" in report
    assert framed(report)[0] == "rule ␛[2Jcls <U+202E>evil<U+202C>:"


def test_an_argument_cannot_break_out_of_the_headline() -> None:
    report = text.render([Diagnostic(NO_POLICY, None, {"path": "a\n\033[31merror[fake]: b"})])
    assert report == "note[no-policy]: `a␊␛[31merror[fake]: b` holds no policy\n\n1 note\n"


def test_the_gutter_is_as_wide_as_the_largest_line_number() -> None:
    source = Source("a.policy", "x\n" * 200)
    report = text.render([attrs_with_related(about(Span(source, 0, 1)), Span(source, 300, 301))])
    assert "\n  1 | x\n" in report
    assert "\n151 | x\n" in report


def attrs_with_related(finding: Diagnostic, span: Span) -> Diagnostic:
    related = Related(span, {"en": "here", "zh": "这里"})
    return Diagnostic(finding.code, finding.span, finding.arguments, related=(related,))


def fixed(source: Source, start: int, end: int, replacement: str) -> list[str]:
    """The changed lines that a report shows."""
    fix = Fix(Span(source, start, end), replacement)
    report = text.render([Diagnostic(NO_POLICY, Span(source, 0, 1), {"path": "x"}, fix=fix)])
    return [line for line in report.splitlines() if re.match(r" *\d+ [-+]", line)]


def test_a_fix_within_a_line_shows_the_line_before_and_after() -> None:
    source = Source("a.policy", "one\nwhen overdu >= 16\nthree")
    assert fixed(source, 9, 15, "overdue") == ["2 - when overdu >= 16", "2 + when overdue >= 16"]


def test_a_fix_in_a_long_line_is_shown_where_it_changes_the_line() -> None:
    source = Source("a.policy", "a" * 200 + " overdu " + "b" * 200 + "\r\n")
    before, after = fixed(source, 201, 207, "overdue")
    assert before == "1 - …" + "a" * 43 + " overdu " + "b" * 43 + "…"
    assert after == "1 + …" + "a" * 42 + " overdue " + "b" * 43 + "…"


def test_a_fix_that_removes_lines_shows_only_what_goes() -> None:
    source = Source("a.policy", "one\ntwo\r\nthree\nfour")
    assert fixed(source, 4, 15, "") == ["2 - two", "3 - three"]


def test_a_fix_that_adds_a_line_shows_only_what_comes() -> None:
    source = Source("a.policy", "one\ntwo")
    assert fixed(source, 3, 3, "\nand a half") == ["2 + and a half"]


def test_a_fix_of_very_many_lines_is_shown_in_part() -> None:
    lines = fixed(Source("a.policy", "x"), 1, 1, "\ny" * 100)
    assert lines[:2] + lines[-1:] == [" 2 + y", " 3 + y", "14 + …"]


def test_a_fix_of_a_dozen_lines_is_shown_whole() -> None:
    lines = fixed(Source("a.policy", "x"), 1, 1, "\ny" * 12)
    assert (len(lines), lines[-1]) == (12, "13 + y")


def test_a_fix_that_is_the_only_one_to_need_a_wide_gutter_gets_it() -> None:
    source = Source("a.policy", "x\n" * 9 + "y")
    assert fixed(source, 18, 19, "z") == ["10 - y", "10 + z"]
    assert fixed(source, 17, 19, "") == ["10 - y"]


def test_a_fix_in_another_file_names_it() -> None:
    fix = Fix(Span(Source("b.policy", "x"), 0, 1), "y")
    report = text.render([Diagnostic(NO_POLICY, place("lender"), {"path": "x"}, fix=fix)])
    assert "= fix: b.policy\n" in report


@pytest.mark.parametrize(
    ("findings_", "language", "line"),
    [
        ([MISSPELT], "en", "1 error"),
        ([MISSPELT, CUT, NOWHERE], "en", "2 errors, 1 note"),
        ([MISSPELT, CUT, NOWHERE], "zh", "2 个错误，1 条提示"),
    ],
)
def test_the_last_line_counts(findings_: list[Diagnostic], language: Language, line: str) -> None:
    assert text.render(findings_, language).splitlines()[-1] == line


def test_an_error_is_red_where_there_is_colour() -> None:
    report = text.render([MISSPELT], colour=True)
    assert "\033[1;31merror[unknown-fact]\033[0m" in report
    assert "\033[1;31m^^^^^^\033[0m" in report


@pytest.mark.property
@given(st.lists(findings(), max_size=3), st.integers(0, 120))
def test_colour_changes_nothing_but_colour(found: list[Diagnostic], width: int) -> None:
    plain = text.render(found, width=width)
    coloured = ANSI.sub("", text.render(found, width=width, colour=True))
    assert [s.rstrip() for s in coloured.split("\n")] == [s.rstrip() for s in plain.split("\n")]


@pytest.mark.property
@given(st.lists(findings(), min_size=1, max_size=3), st.sampled_from(["en", "zh"]))
def test_a_report_sends_a_terminal_nothing_but_lines(
    found: list[Diagnostic], language: Language
) -> None:
    report = text.render(found, language)
    assert {category(c) for c in report.replace("\n", "")}.isdisjoint(
        {"Cc", "Cf", "Cs", "Zl", "Zp"}
    )
    report.encode("utf-8")


@pytest.mark.property
@given(findings().filter(lambda finding: finding.span is not None), st.integers(40, 120))
def test_a_line_of_a_source_keeps_to_the_width(finding: Diagnostic, width: int) -> None:
    lines = text.render([finding], width=width).splitlines()
    shown = [line for line in lines if re.match(r" *\d+ [-+|]", line)]
    assert shown
    assert max(map(columns, shown)) <= width
