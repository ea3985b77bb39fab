"""How a file is laid out: its statements, the comments between them, and the blank lines."""

from collections.abc import Iterator

import attrs

from policyc.source import Span
from policyc.syntax import nodes as n
from policyc.syntax.format.comments import Remark, Written, attached, is_spaced, written
from policyc.syntax.format.declarations import INDENTATION
from policyc.syntax.format.items import statement
from policyc.syntax.format.names import NameMap, renamed
from policyc.syntax.format.page import render
from policyc.syntax.format.terms import Terms
from policyc.syntax.words import Script


def format_file(file: n.File, *, script: Script | None = None, names: NameMap | None = None) -> str:
    """The file's text in the one layout.

    `script` is that of most of the file's statements where none is given; `names` says by which
    names things go. A broken file comes back as it is: its tree does not hold all that was written.
    """
    if file.broken:
        return file.source.text
    documents = file.documents if names is None else renamed(file.documents, names)
    layout = _Layout(Terms(script or script_of(file)), written(file.source))
    return "".join(f"{line}\n" for line in layout.lines(list(_statements(documents))))


def script_of(file: n.File) -> Script:
    """The script in which most statements begin; of equally many, that of the first."""
    chinese = [not node.span.text[:1].isascii() for node in _statements(file.documents)]
    return "zh" if (2 * sum(chinese), *chinese[:1]) > (len(chinese), False) else "en"


def _statements(documents: tuple[n.Document, ...]) -> Iterator[n.Heading | n.Item]:
    for document in documents:
        if document.heading is not None:
            yield document.heading
        yield from document.items


@attrs.frozen
class _Part:
    """A statement or a comment between statements, printed; `spaced` by a blank line before it."""

    text: str
    spaced: bool
    indented: bool = False


@attrs.frozen
class _Layout:
    """A file being laid out."""

    terms: Terms
    written: Written

    def lines(self, nodes: list[n.Heading | n.Item]) -> Iterator[str]:
        """All lines, blank ones included."""
        spans = [node.span for node in nodes]
        remarks = list(self.remarks_between(spans))
        for place, node in enumerate(nodes):
            parts = self.comments(remarks[place], spans[place] if place else None)
            parts.append(self.statement(node, remarks[place + 1]))
            if place and isinstance(node, n.Heading):
                _set_apart(parts)
            yield from _lines(parts)
        yield from _lines(self.comments(remarks[-1], spans[-1] if spans else None))

    def remarks_between(self, spans: list[Span]) -> Iterator[tuple[Remark, ...]]:
        """The remarks before each statement, and those after the last."""
        end = 0
        for span in spans:
            yield self.written.remarks_in(end, span.start)
            end = span.end
        yield self.written.remarks_in(end, len(self.written.source.text) + 1)

    def statement(self, node: n.Heading | n.Item, following: tuple[Remark, ...]) -> _Part:
        """A statement, with the comment at the end of its last line."""
        ending = next((remark for remark in following if not remark.alone), None)
        doc = attached(statement(self.terms, node), self.written, node.span, ending)
        return _Part(render(doc), is_spaced(self.written.source, node.span.start))

    def comments(self, remarks: tuple[Remark, ...], beside: Span | None) -> list[_Part]:
        """The comments on lines of their own between two statements.

        One that stands further right than the statement beside it belongs to the one above it.
        """
        margin = self.column(beside.start) if beside else None
        return [
            _Part(r.text, r.spaced, margin is not None and self.column(r.span.start) > margin)
            for r in remarks
            if r.alone
        ]

    def column(self, offset: int) -> int:
        """How far right something stands."""
        return offset - self.written.source.text.rfind("\n", 0, offset)


def _set_apart(parts: list[_Part]) -> None:
    """Puts a blank line before a heading or the comments above it, unless there is one."""
    if not any(part.spaced for part in parts):
        first = next(place for place, part in enumerate(parts) if not part.indented)
        parts[first] = attrs.evolve(parts[first], spaced=True)


def _lines(parts: list[_Part]) -> Iterator[str]:
    for part in parts:
        if part.spaced:
            yield ""
        yield " " * (INDENTATION * part.indented) + part.text
