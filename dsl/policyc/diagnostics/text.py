"""Findings for people: each with its place underlined, what to do about it, and a case.

error[unknown-fact]: there is no fact `overdu`
 --> lender.policy:3:6
  |
3 | when overdu >= 16 then allow contact(emergency)
  |      ^^^^^^
  = help: did you mean `overdue`?

1 error
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

import attrs

from policyc.diagnostics import words
from policyc.diagnostics.changed_lines import changed_lines
from policyc.diagnostics.diagnostic import Diagnostic, Fix, Language, Related
from policyc.diagnostics.excerpt import excerpt
from policyc.diagnostics.terminal import escaped
from policyc.source import Span

WIDTH = 100
"""Columns that the lines of a source are cut to, unless told otherwise."""

_NARROWEST = 20

_STYLES: Mapping[str, str] = MappingProxyType(
    {
        "error": "1;31",
        "warning": "1;33",
        "note": "1;36",
        "gutter": "34",
        "related": "36",
        "strong": "1",
        "old": "31",
        "new": "32",
    }
)


def render(
    diagnostics: Iterable[Diagnostic],
    language: Language = "en",
    *,
    width: int = WIDTH,
    colour: bool = False,
) -> str:
    """All findings in the order given, then how many there are; nothing where there are none.

    Lines of a source are cut to `width` columns. `colour` adds ANSI sequences and changes nothing
    else; whatever comes from the source is escaped either way.
    """
    found = list(diagnostics)
    if not found:
        return ""
    blocks = (_Block(diagnostic, language, width, colour) for diagnostic in found)
    return "\n".join([*(block.text() for block in blocks), words.summary(found, language) + "\n"])


@attrs.frozen
class _Block:
    """One finding being laid out. Its gutter is as wide as the largest line number it shows."""

    diagnostic: Diagnostic
    language: Language
    width: int
    colour: bool
    gutter: int = attrs.field(init=False)

    @gutter.default
    def _gutter_of_largest_line(self) -> int:
        return max((len(str(line)) for line in _lines_shown(self.diagnostic)), default=0)

    @property
    def margin(self) -> str:
        """The gutter of a line that no source has."""
        return " " * self.gutter

    @property
    def room(self) -> int:
        """Columns for the text of a source's line."""
        return max(self.width - self.gutter - len(" | "), _NARROWEST)

    def text(self) -> str:
        """The finding's lines, each ended."""
        return "".join(f"{line.rstrip()}\n" for line in self.lines())

    def lines(self) -> Iterator[str]:
        """The finding, from its headline to its case."""
        diagnostic = self.diagnostic
        yield self.headline()
        if diagnostic.span:
            yield from self.frame(diagnostic.span, "-->", diagnostic.severity.value, "^")
        for related in diagnostic.related:
            yield from self.related(related)
        if advice := diagnostic.help(self.language):
            yield self.remark(words.HELP, escaped(advice))
        if diagnostic.fix:
            yield from self.fix(diagnostic.fix)
        if case := diagnostic.case(self.language):
            yield self.remark(words.CASE)
            for line in case.splitlines():
                yield f"{self.margin}     {escaped(line)}"

    def headline(self) -> str:
        """Severity, code and message."""
        severity = self.diagnostic.severity
        head = f"{words.SEVERITY[self.language][severity]}[{self.diagnostic.code.name}]"
        message = words.COLON[self.language] + escaped(self.diagnostic.message(self.language))
        return self.styled(severity.value, head) + self.styled("strong", message)

    def frame(self, span: Span, arrow: str, style: str, mark: str) -> Iterator[str]:
        """A place, its line, and the marks under it."""
        shown = excerpt(span, self.room)
        _, column = span.source.position(span.start)
        place = f"{escaped(span.source.name)}:{shown.line}:{column}"
        bar = self.styled("gutter", f"{self.margin} |")
        yield self.styled("gutter", f"{self.margin}{arrow}") + " " + place
        yield bar
        yield self.styled("gutter", f"{shown.line:>{self.gutter}} |") + " " + shown.text
        yield f"{bar} {'':{shown.offset}}{self.styled(style, mark * shown.length)}"

    def related(self, related: Related) -> Iterator[str]:
        """Another place, with its remark beside the marks."""
        *place, marks = self.frame(related.span, ":::", "related", "-")
        remark = self.diagnostic.remark(related, self.language)
        yield from place
        yield f"{marks} {self.styled('related', escaped(remark))}"

    def fix(self, fix: Fix) -> Iterator[str]:
        """The lines that the fix takes away, and those that it puts in their place."""
        span = self.diagnostic.span
        elsewhere = span is None or span.source is not fix.span.source
        yield self.remark(words.FIX, escaped(fix.span.source.name) if elsewhere else "")
        changed = changed_lines(fix, self.room)
        for sign, style, lines in (("-", "old", changed.old), ("+", "new", changed.new)):
            for number, line in enumerate(lines, changed.first):
                gutter = self.styled("gutter", f"{number:>{self.gutter}}")
                yield f"{gutter} {self.styled(style, f'{sign} {line}'.rstrip())}"

    def remark(self, word: Mapping[Language, str], sentence: str = "") -> str:
        """A remark that stands at no line of a source."""
        head = self.styled("strong", word[self.language] + words.COLON[self.language])
        return self.styled("gutter", f"{self.margin} =") + f" {head}{sentence}"

    def styled(self, style: str, text: str) -> str:
        """The text in a style, where there is colour."""
        return f"\033[{_STYLES[style]}m{text}\033[0m" if self.colour and text else text


def _lines_shown(diagnostic: Diagnostic) -> Iterator[int]:
    """The numbers of the lines of sources that a finding shows; of a run of lines, the last."""
    if diagnostic.span:
        yield _first_line(diagnostic.span)
    for related in diagnostic.related:
        yield _first_line(related.span)
    if diagnostic.fix:
        changed = changed_lines(diagnostic.fix, _NARROWEST)
        yield changed.first + max(len(changed.old), len(changed.new), 1) - 1


def _first_line(span: Span) -> int:
    number, _ = span.source.position(span.start)
    return number
