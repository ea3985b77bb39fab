"""The one value that everything wrong with a document becomes."""

from collections.abc import Mapping
from enum import Enum
from typing import Literal, TypeAlias

import attrs

from policyc.source import Span

Language: TypeAlias = Literal["en", "zh"]

Wording: TypeAlias = "str | Mapping[Language, str]"
"""Words for a message: the same in both languages, or one text for each."""


class Severity(Enum):
    """How bad it is: an error stops a document from being used."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@attrs.frozen
class Code:
    """A kind of finding: a word, and its sentences in both languages.

    `message` and `help` are `str.format` templates over the finding's arguments. A message is one
    sentence without a full stop that says what is wrong; help says what to do about it.
    """

    name: str
    severity: Severity
    message: Mapping[Language, str] = attrs.field(eq=False, repr=False)
    help: Mapping[Language, str] = attrs.field(factory=dict, eq=False, repr=False)


@attrs.frozen
class Related:
    """Another place that the finding speaks of, with a remark (a template like the message)."""

    span: Span
    remark: Mapping[Language, str]


@attrs.frozen
class Fix:
    """Text to put in place of a span."""

    span: Span
    replacement: str


@attrs.frozen
class Diagnostic:
    """One finding: what, where, with which words filled in.

    `arguments` fill the code's templates. `witness` is a case that shows the finding, ready to
    paste as a test. `span` is `None` only for what lies in no text (a missing file).
    """

    code: Code
    span: Span | None
    arguments: Mapping[str, Wording] = attrs.field(factory=dict)
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    witness: "Wording | None" = None

    @property
    def severity(self) -> Severity:
        """The code's severity."""
        return self.code.severity

    def message(self, language: Language = "en") -> str:
        """What is wrong, in one sentence."""
        return self._filled(self.code.message[language], language)

    def help(self, language: Language = "en") -> str | None:
        """What to do about it."""
        template = self.code.help.get(language)
        return self._filled(template, language) or None if template else None

    def case(self, language: Language = "en") -> str | None:
        """The case that shows the finding, as a test to paste."""
        found = self.witness
        return found if found is None or isinstance(found, str) else found[language]

    def remark(self, related: Related, language: Language = "en") -> str:
        """What is said of another place."""
        return self._filled(related.remark[language], language)

    def _filled(self, template: str, language: Language) -> str:
        words = {k: w if isinstance(w, str) else w[language] for k, w in self.arguments.items()}
        return template.format_map({k: _shortened(word) for k, word in words.items()})


_LONGEST = 1_000
"""Characters of a word from outside that a sentence repeats."""


def _shortened(word: str) -> str:
    return word if len(word) <= _LONGEST else word[:_LONGEST] + "…"
