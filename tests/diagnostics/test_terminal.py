"""How wide text is, and what is left of what could act."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyc.diagnostics.terminal import columns, end_of, escaped, start_of
from tests.strategies.findings import texts


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("当 overdue", "当 overdue"),
        ("\t", "    "),
        ("\033[0m", "␛[0m"),
        ("a\r\nb", "a␍␊b"),
        ("\x7f\x9b", "<U+007F><U+009B>"),
        ("\u200b\ufeff", "<U+200B><U+FEFF>"),
        ("\u2028\u2029", "<U+2028><U+2029>"),
        ("\ud800", "<U+D800>"),
        ("👨‍👩", "👨<U+200D>👩"),
    ],
)
def test_what_could_act_is_shown_as_a_sign(text: str, shown: str) -> None:
    assert escaped(text) == shown


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("abc", 3),
        ("失联", 4),
        ("ｆ", 2),
        ("ﾃ", 1),
        ("é", 1),
        ("e\u0301", 1),
        ("e\u20dd", 1),
        ("🙂", 2),
    ],
)
def test_a_wide_character_fills_two_columns_and_an_accent_none(text: str, width: int) -> None:
    assert columns(text) == width


def test_what_fits_is_not_cut() -> None:
    assert start_of("失联", 4) == end_of("失联", 4) == "失联"


def test_a_wide_character_is_not_cut_in_half() -> None:
    assert (start_of("失联天数", 6), end_of("失联天数", 6)) == ("失联…", "…天数")
    assert (start_of("失联天数", 4), end_of("失联天数", 4)) == ("失…", "…数")


def test_without_room_nothing_is_shown() -> None:
    assert start_of("abc", 0) == end_of("abc", 0) == ""


def test_signs_without_width_do_not_go_on_for_ever() -> None:
    assert len(start_of("\u0301" * 1_000_000, 10)) < 100


@pytest.mark.property
@given(texts(), st.integers(0, 50))
def test_both_ends_keep_to_their_room(text: str, room: int) -> None:
    assert columns(start_of(text, room)) <= room
    assert columns(end_of(text, room)) <= room


@pytest.mark.property
@given(texts())
def test_escaped_text_has_nothing_left_to_escape(text: str) -> None:
    assert escaped(escaped(text)) == escaped(text)
