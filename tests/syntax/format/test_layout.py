"""Lines, blank lines, and what files are made of."""

import pytest

from policyc.source import Source
from policyc.syntax.format.checked import formatted
from policyc.syntax.format.files import format_file, script_of
from policyc.syntax.parse import parse


def printed(text: str) -> str:
    result = formatted(Source("a", text))
    assert result.text is not None
    return result.text


def test_blank_lines_between_statements_are_kept_but_never_two() -> None:
    assert printed("\n\nallow a\nallow b\n\n\n\nallow c\n\n") == "allow a\nallow b\n\nallow c\n"


def test_two_statements_of_one_line_get_two() -> None:
    assert printed("\n\nallow a allow b") == "allow a\nallow b\n"


def test_documents_are_set_apart() -> None:
    assert printed("allow a\npolicy p\nallow b\nscenarios s") == (
        "allow a\n\npolicy p\nallow b\n\nscenarios s\n"
    )


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
@pytest.mark.parametrize("mark", ["\ufeff", ""])
def test_line_ends_become_one_kind_and_a_byte_order_mark_goes(mark: str, ending: str) -> None:
    text = ending.join([f"{mark}# about r", "", "rule r: # why", "forbid a", "cite law"])
    assert printed(text) == "# about r\n\nrule r:  # why\n  forbid a\n  cite law\n"


def test_wide_punctuation_becomes_narrow_and_quotes_straight() -> None:
    text = "允许 联系（任何，电话｜短信） 依据 law “一、1”"
    assert printed(text) == '允许 联系(任何, 电话 | 短信)\n  依据 law "一、1"\n'


def test_texts_are_escaped() -> None:
    assert printed('forbid a cite b “say "so" \\”') == ('forbid a\n  cite b "say \\"so\\" \\\\"\n')


def test_numbers_stay_as_they_were_typed() -> None:
    assert printed("assume a > 12_000.50 CNY") == "assume a > 12_000.50 CNY\n"
    assert printed("assume a > 12000") == "assume a > 12000\n"


def test_parentheses_stay_where_they_are_needed_and_where_they_are_not() -> None:
    assert printed("assume ((a or b)) and (c)") == "assume ((a or b)) and (c)\n"


def test_stages_have_commas_where_a_name_could_be_misread() -> None:
    assert printed("stages of x: a: 1..2, b: 3..4") == "stages of x:\n  a: 1..2\n  b: 3..4\n"
    assert printed("stages of x: a: 1..2, rule: 3..4") == (
        "stages of x:\n  a:    1..2,\n  rule: 3..4\n"
    )
    assert printed("stages of x: a: 1..2, CNY: 3..4") == "stages of x:\n  a:   1..2,\n  CNY: 3..4\n"


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("allow a", "en"),
        ("允许 a", "zh"),
        ("允许 a\nallow b", "zh"),
        ("allow a\n允许 b", "en"),
        ("allow a\n允许 b\n禁止 c", "zh"),
        ("when 逾期 > 3天 则 禁止 c", "en"),
    ],
)
def test_a_file_is_in_the_script_that_most_of_its_statements_begin_in(
    text: str, script: str
) -> None:
    file, _ = parse(Source("a", text))
    assert script_of(file) == script
    assert format_file(file) == format_file(file, script=script_of(file))


def test_a_mixed_file_becomes_one_of_one_script() -> None:
    assert printed("当 a then 禁止 b unless c") == "当 a 则 禁止 b 除非 c\n"
    assert printed("when a 则 forbid b 除非 c") == "when a then forbid b unless c\n"
