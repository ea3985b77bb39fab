"""What the guide for messages asks of every code (CONTRIBUTING.md)."""

import re
from string import Formatter

import pytest

from policyc.diagnostics.diagnostic import Code
from tests.diagnostics.codes import CODES

each_code = pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)


def arguments(template: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(template) if field is not None}


def test_no_two_codes_have_one_name() -> None:
    names = [code.name for code in CODES]
    assert len(set(names)) == len(names) > 0


@each_code
def test_a_code_is_words_joined_by_hyphens(code: Code) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", code.name)


@each_code
def test_both_languages_say_what_is_wrong_with_the_same_words_filled_in(code: Code) -> None:
    assert arguments(code.message["en"]) == arguments(code.message["zh"])
    assert bool(code.help.get("en")) == bool(code.help.get("zh"))
    assert arguments(code.help.get("en", "")) == arguments(code.help.get("zh", ""))


@each_code
def test_arguments_are_plain_names(code: Code) -> None:
    templates = [*code.message.values(), *code.help.values()]
    assert all(name.isidentifier() for template in templates for name in arguments(template))


@each_code
def test_a_message_is_one_sentence_without_a_full_stop(code: Code) -> None:
    for template in (*code.message.values(), *code.help.values()):
        assert template == template.strip()
        assert "\n" not in template
        assert not template.endswith((".", "。", "!", "！"))
    assert not re.search(r"[。!！]|\. ", code.message["en"] + code.message["zh"])


@each_code
def test_a_chinese_sentence_is_chinese(code: Code) -> None:
    assert re.search(r"[一-鿿]", code.message["zh"])
    assert not re.search(r"[一-鿿]", code.message["en"])
