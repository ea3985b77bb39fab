"""A text in the one layout, checked to say the same as the text that it came from."""

from itertools import zip_longest

import attrs

from policyc.diagnostics.catalogue import formatting
from policyc.diagnostics.diagnostic import Diagnostic
from policyc.source import Source, Span
from policyc.syntax import nodes as n
from policyc.syntax.format.canonical import canonical
from policyc.syntax.format.files import format_file
from policyc.syntax.format.names import NameMap, renamed
from policyc.syntax.lexer import comments
from policyc.syntax.parse import parse
from policyc.syntax.words import Script


@attrs.frozen
class FormatResult:
    """The text in the one layout; `text` is `None` where `findings` say why there is none."""

    source: Source
    text: str | None
    findings: tuple[Diagnostic, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether the text differs from the source's."""
        return self.text is not None and self.text != self.source.text


def formatted(
    source: Source, *, script: Script | None = None, names: NameMap | None = None
) -> FormatResult:
    """A source's text in the one layout, or the findings that stand in its way.

    What was printed is read again: unless it says the same and has the same comments, there is
    a finding and no text.
    """
    file, findings = parse(source)
    if file.broken:
        return FormatResult(source, None, findings)
    text = format_file(file, script=script, names=names)
    documents = file.documents if names is None else renamed(file.documents, names)
    place = _lost(file, documents, text)
    if place is None:
        return FormatResult(source, text)
    return FormatResult(source, None, (Diagnostic(formatting.UNFAITHFUL_FORMAT, place),))


def _lost(file: n.File, documents: tuple[n.Document, ...], text: str) -> Span | None:
    """Where the printed text stops saying what the file says; `None` if it says it all."""
    printed = Source(file.source.name, text)
    again, _ = parse(printed)
    whole = Span(file.source, 0, 0)
    for before, after in zip_longest(_statements(documents), _statements(again.documents)):
        if before is None or after is None or canonical(before) != canonical(after):
            return before.span if before else whole
    return whole if again.broken or _comments(printed) != _comments(file.source) else None


def _statements(documents: tuple[n.Document, ...]) -> list[n.Node]:
    return [
        node
        for document in documents
        for node in (document.heading, *document.items)
        if node is not None
    ]


def _comments(source: Source) -> list[str]:
    return [comment.text.rstrip() for comment in comments(source)]
