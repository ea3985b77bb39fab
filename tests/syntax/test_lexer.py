"""What the eye separates: lexemes, comments, quoted texts."""

import pytest

from policyc.source import Source
from policyc.syntax.lexer import comments, lexemes, text_value


def types(text: str) -> str:
    return " ".join(token.type for token in lexemes(Source("a", text)))


def texts(text: str) -> list[str]:
    return [token.text for token in lexemes(Source("a", text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("overdue >= 16", "WORD MORE_EQUAL NUMBER"),
        ("16天", "NUMBER WORD"),
        ("72h", "NUMBER WORD"),
        ("1..7", "NUMBER RANGE NUMBER"),
        ("1.5..2", "NUMBER RANGE NUMBER"),
        ("2025-03-31", "DATE"),
        ("2025-03-311", "NUMBER MINUS NUMBER MINUS NUMBER"),
        ("a-b", "WORD MINUS WORD"),
        ("20:00", "TIME"),
        ("8:05:30", "TIME"),
        ("20：00", "TIME"),
        ("a:b", "WORD COLON WORD"),
        ("¥5_000.50", "CURRENCY_SIGN NUMBER"),
        ("30%", "NUMBER PERCENT"),
        ("cn.pipl", "WORD DOT WORD"),
        ('"a" “b”', "STRING STRING"),
        ('“it is " here”', "STRING"),
        ("!=<=>=<>=", "NOT_EQUAL LESS_EQUAL MORE_EQUAL LESSTHAN MORE_EQUAL"),
        ("（a，b、c）：｜", "LPAR WORD COMMA WORD COMMA WORD RPAR COLON VBAR"),
        ("＜ ＞ ≤ ≥ ≠ ＝ × ％ － ＋",
         "LESSTHAN MORETHAN LESS_EQUAL MORE_EQUAL NOT_EQUAL EQUAL STAR PERCENT MINUS PLUS"),
        ("# nothing", ""),
        ("\ufeffa\t\r\n\u3000b", "WORD WORD"),
        ("@", "BROKEN"),
        ('"open', "BROKEN_STRING"),
    ],
)  # fmt: skip
def test_a_text_falls_into_lexemes(text: str, found: str) -> None:
    assert types(text) == found


def test_wide_punctuation_is_read_as_the_narrow() -> None:
    assert texts("（a，b）≥") == ["(", "a", ",", "b", ")", ">="]


def test_a_lexeme_knows_its_place() -> None:
    source = Source("a", "当 逾期≥16天")
    assert [token.span.text for token in lexemes(source)] == ["当", "逾期", "≥", "16", "天"]


def test_a_comment_runs_to_the_end_of_its_line_and_not_inside_a_text() -> None:
    source = Source("a", 'a # one "\n"# no" “# no” # two # three\n# four')
    assert [span.text for span in comments(source)] == ['# one "', "# two # three", "# four"]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ('"plain"', "plain"),
        (r'"say \"so\""', 'say "so"'),
        (r'"back\\slash"', "back\\slash"),
        (r'"\n"', "n"),
        ('“say "so" \\”', 'say "so" \\'),
        ('""', ""),
    ],
)
def test_a_quoted_text_says(written: str, value: str) -> None:
    (token,) = lexemes(Source("a", written))
    assert token.type == "STRING"
    assert text_value(token) == value


def test_a_text_ends_on_its_line_even_after_a_backslash() -> None:
    assert types('"a\\\nb"') == "BROKEN_STRING WORD BROKEN_STRING"
