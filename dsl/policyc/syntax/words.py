"""The words of both scripts, as `grammar/words.txt` lists them."""

import re
from functools import cache
from typing import Literal

import attrs

from policyc.resources import grammar_folder

Script = Literal["en", "zh"]


@attrs.frozen
class Phrase:
    """Several words that stand for one terminal."""

    text: str

    def match(self, text: str, start: int) -> re.Match[str] | None:
        """Where the phrase stands in a text from a place on, with whatever space between words."""
        return _pattern(self.text).match(text, start)


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    """Made when a phrase is first looked for: most texts use few."""
    return re.compile(r"\s+".join(map(re.escape, phrase.split(" "))) + r"\b")


@attrs.frozen
class Words:
    """Words by terminal, and terminals by word.

    `terminals` maps a single word to the terminals it may be, in the table's order; `phrases` maps
    the first word of a phrase to the phrases that begin with it. Units and types go by the
    terminals `UNIT` and `TYPE`; `senses` keeps what the table calls them.
    """

    printed: dict[tuple[str, Script], tuple[str, ...]]
    terminals: dict[str, tuple[str, ...]]
    senses: dict[str, tuple[str, ...]]
    phrases: dict[str, tuple[tuple["Phrase", str], ...]]

    def word(self, terminal: str, script: Script) -> str:
        """How the formatter prints a terminal; the other script's word where this has none."""
        own = self.printed[terminal, script]
        return (own or self.printed[terminal, "zh" if script == "en" else "en"])[0]

    def sense(self, word: str, prefix: str) -> str | None:
        """The unit or type that a word stands for: `sense("天", "UNIT_")` is `DAYS`."""
        for name in self.senses.get(word, ()):
            if name.startswith(prefix):
                return name.removeprefix(prefix)
        return None


@cache
def words() -> Words:
    """The table, read once."""
    text = (grammar_folder() / "words.txt").read_text("utf-8")
    return read_words(text)


def read_words(text: str) -> Words:
    """The table that a text holds."""
    printed: dict[tuple[str, Script], tuple[str, ...]] = {}
    senses: dict[str, list[str]] = {}
    phrases: dict[str, list[tuple[Phrase, str]]] = {}
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        terminal, english, chinese = re.split(r"\s{2,}", line.strip())
        for script, cell in (("en", english), ("zh", chinese)):
            choices = () if cell == "-" else tuple(cell.split("|"))
            printed[terminal, script] = choices  # type: ignore[index]  # the two literals above
            for choice in choices:
                first = re.match(r"\w+", choice)
                if first is not None and first.group() != choice:
                    phrases.setdefault(first.group(), []).append((Phrase(choice), terminal))
                elif terminal not in senses.setdefault(choice, []):
                    senses[choice].append(terminal)
    return Words(
        printed,
        {word: _lexed(names) for word, names in senses.items()},
        {word: tuple(names) for word, names in senses.items()},
        {word: tuple(entries) for word, entries in phrases.items()},
    )


def _lexed(names: list[str]) -> tuple[str, ...]:
    """The parser's terminals for table entries: units may also be types."""
    found: dict[str, None] = {}
    for name in names:
        if name.startswith("UNIT_"):
            found["UNIT"] = None
            found["TYPE"] = None
        elif name.startswith("TYPE_"):
            found["TYPE"] = None
        else:
            found[name] = None
    return tuple(found)
