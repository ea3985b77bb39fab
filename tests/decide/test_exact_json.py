"""JSON read exactly, or not at all."""

from fractions import Fraction

import pytest

from policyc.decide.exact_json import as_object, read_pairs
from policyc.decide.findings import CaseError


def read(text: str) -> object:
    return as_object(read_pairs(text))


def code(text: str) -> str:
    with pytest.raises(CaseError) as caught:
        read(text)
    return caught.value.findings[0].code.name


def test_a_tenth_is_a_tenth() -> None:
    assert read('{"a": 0.1, "b": 1e3, "c": 2.50, "d": -0.0}') == {
        "a": Fraction(1, 10),
        "b": 1000,
        "c": Fraction(5, 2),
        "d": 0,
    }


def test_a_decimal_that_is_whole_is_a_whole_number() -> None:
    value = read("[20.0]")
    assert isinstance(value, list)
    assert type(value[0]) is int


@pytest.mark.parametrize(
    "text",
    [
        *("NaN", "Infinity", "-Infinity", "1e41", "1e-41", "1e999999999999999999999"),
        *("9" * 42, "0." + "1" * 90),
    ],
)
def test_what_is_no_number_that_anybody_publishes_is_refused(text: str) -> None:
    assert code(f'{{"overdue": {text}}}') == "not-json"


@pytest.mark.parametrize("text", ["", "{", "{'a': 1}", '{"a": 1,}', '{"a": 1} 2', "[" * 100_000])
def test_what_is_no_json_is_said_to_be_none(text: str) -> None:
    assert code(text) == "not-json"


def test_a_key_that_is_given_twice_is_reported_and_not_half_read() -> None:
    assert code('{"overdue": 1, "overdue": 2}') == "repeated-key"
    assert code('{"history": [{"at": 1, "at": 1}]}') == "repeated-key"


def test_more_text_than_a_case_can_have_is_refused() -> None:
    assert code(" " * (4 * 1024 * 1024 + 1)) == "not-json"
