"""The table of words: complete, unambiguous, the same language in both scripts."""

import re

import pytest

from policyc.resources import grammar_folder
from policyc.source import Source
from policyc.syntax.lexer import lexemes
from policyc.syntax.words import read_words, words

DECLARED = re.findall(
    r"[A-Z_]+",
    " ".join(
        line.removeprefix("%declare")
        for line in (grammar_folder() / "policy.lark").read_text("utf-8").splitlines()
        if line.startswith("%declare")
    ),
)
FREE = {"NAME", "STRING", "NUMBER", "UNIT", "TYPE", "CURRENCY_SIGN", "TIME", "DATE"}
LISTED = sorted({terminal for terminal, _ in words().printed})
KEYWORDS = [t for t in LISTED if not t.startswith(("UNIT_", "TYPE_"))]


def test_every_keyword_of_the_grammar_has_words_and_no_other_has() -> None:
    assert sorted(KEYWORDS) == sorted(set(DECLARED) - FREE)


@pytest.mark.parametrize("terminal", LISTED)
def test_a_terminal_has_a_word_in_each_script(terminal: str) -> None:
    english, chinese = words().word(terminal, "en"), words().word(terminal, "zh")
    assert english.isascii()
    assert re.search(r"[一-鿿]", chinese)


@pytest.mark.parametrize("terminal", LISTED)
def test_every_word_is_found_again(terminal: str) -> None:
    table = words()
    for script in ("en", "zh"):
        for word in table.printed[terminal, script]:
            first = next(lexemes(Source("a", word))).text
            if first == word:
                kind = terminal.split("_", maxsplit=1)[0]
                assert (terminal if kind not in {"UNIT", "TYPE"} else kind) in table.terminals[word]
            else:
                assert any(
                    name == terminal
                    and (found := phrase.match(word, 0))
                    and found.end() == len(word)
                    for phrase, name in table.phrases[first]
                )


def test_units_have_senses() -> None:
    table = words()
    assert {table.sense(word, "UNIT_") for word in ("days", "day", "天", "日")} == {"DAYS"}
    assert table.sense("月", "UNIT_") == table.sense("月", "TYPE_") == "MONTHS"
    assert table.sense("次数", "TYPE_") == "COUNT"
    assert table.sense("次数", "UNIT_") is None
    assert table.sense("nothing", "UNIT_") is None


def test_a_script_without_a_word_lends_the_other() -> None:
    table = read_words("ONLY    one|single    -\n# a remark\n")
    assert table.word("ONLY", "zh") == "one"
    assert table.terminals == {"one": ("ONLY",), "single": ("ONLY",)}
