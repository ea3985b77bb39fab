"""The words that a document is made of, in one script."""

from collections.abc import Iterable

import attrs

from policyc.diagnostics.terminal import columns
from policyc.syntax import nodes as n
from policyc.syntax.format.algebra import NOTHING, SPACE, Doc, Text, concat, joined
from policyc.syntax.lexer import is_currency, punctuation_text
from policyc.syntax.words import Script, words

_ABBREVIATED = 3
"""A unit with so many English words has an abbreviation: the last of them."""


@attrs.frozen
class Terms:
    """Terminals as one script writes them."""

    script: Script

    def word(self, *terminals: str) -> Doc:
        """Keywords, with a space between each two."""
        return joined(SPACE, (Text(words().word(t, self.script), t) for t in terminals))

    def width(self, terminal: str) -> int:
        """How many columns a keyword fills."""
        return columns(words().word(terminal, self.script))

    def quantity(self, node: n.Quantity) -> Doc:
        """A number with its unit, if it has one."""
        number = Text(node.number, "NUMBER")
        if node.unit is None:
            return number
        spaced, unit = self._unit(node.number, node.unit)
        return concat(number, SPACE if spaced else NOTHING, Text(unit, "UNIT"))

    def _unit(self, number: str, unit: str) -> tuple[bool, str]:
        """How a unit is written after a number, and whether a space goes before it."""
        sense = words().sense(unit, "UNIT_")
        if sense is None:
            return True, unit
        if self.script == "zh":
            return False, words().word(f"UNIT_{sense}", "zh")
        choices = words().printed[f"UNIT_{sense}", "en"]
        if len(choices) == _ABBREVIATED:
            return False, choices[-1]
        return True, choices[-1] if number == "1" else choices[0]

    def type_name(self, name: str) -> Doc:
        """A type, or the name of a kind."""
        fixed = {"yes/no": "YES_NO", "time of day": "TIME_OF_DAY"}
        if name in fixed:
            return self.word(fixed[name])
        for prefix in ("TYPE_", "UNIT_"):
            if sense := words().sense(name, prefix):
                return Text(words().word(prefix + sense, self.script), "TYPE")
        return Text(name, "NAME")


def mark(terminal: str) -> Text:
    """A punctuation mark."""
    return Text(punctuation_text(terminal) or "", terminal)


def name(text: str) -> Text:
    """A name."""
    return Text(text, "NAME")


def string(value: str) -> Text:
    """A text in quotes."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return Text(f'"{escaped}"', "STRING")


def spaces(width: int) -> Text:
    """Spaces between words."""
    return Text(" " * width)


def label(text: n.Text | None) -> Doc:
    """A text in quotes after a space, if there is one."""
    return concat(SPACE, string(text.value)) if text else NOTHING


def dotted(node: n.Dotted) -> Doc:
    """A name of several parts."""
    return joined(mark("DOT"), map(name, node.parts))


COMMA = mark("COMMA")
COLON = mark("COLON")


def listed(parts: Iterable[Doc]) -> list[Doc]:
    """Parts, each but the last with a comma after it."""
    found = list(parts)
    return [concat(part, COMMA) for part in found[:-1]] + found[-1:]


def could_be_a_word(text: str) -> bool:
    """Whether a name is also a word of the language, or a currency: what a number may precede."""
    return text in words().terminals or text in words().phrases or is_currency(text)
