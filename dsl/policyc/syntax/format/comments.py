"""Which word of the printed text each comment belongs to.

The printed text has the words of the source in their order, but for a few that the layout adds or
leaves out. So the two are laid side by side, and a comment goes to the word that it stood beside:
one that ended a line to the word before it, one on a line of its own to the word after it.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

import attrs

from policyc.source import Source, Span
from policyc.syntax.format.algebra import Align, Comment, Concat, Doc, Group, Nest, Text, Whole
from policyc.syntax.lexer import Token, classify, comments, lexemes
from policyc.syntax.words import words

_LEFT_OUT = frozenset(("COMMA", "RANGE"))
"""What the layout may leave out besides `times`: commas between stages, `..` in bounds."""

_PARTED = {"NOT_IN": ("NOT", "IN")}
"""Words that the source may have in two parts."""

_CLINGING = frozenset(("COMMA", "COLON"))
"""What has no line of its own, so that a comment line goes below it."""


@attrs.frozen
class Remark:
    """A comment where it was written; `alone` on its line, `spaced` if a blank line went before."""

    span: Span
    text: str
    alone: bool
    spaced: bool

    @property
    def comment(self) -> Comment:
        """The comment on a line of its own."""
        return Comment(self.text, self.spaced)


@attrs.frozen
class Written:
    """What a source holds: words and remarks, in order."""

    source: Source
    lexemes: tuple[Token, ...]
    remarks: tuple[Remark, ...]

    def words_in(self, span: Span) -> tuple[Token, ...]:
        """The words of a part of the source."""
        first = bisect_left(self.lexemes, span.start, key=lambda token: token.start)
        last = bisect_left(self.lexemes, span.end, key=lambda token: token.start)
        return self.lexemes[first:last]

    def remarks_in(self, start: int, end: int) -> tuple[Remark, ...]:
        """The remarks of a part of the source."""
        first = bisect_left(self.remarks, start, key=lambda remark: remark.span.start)
        last = bisect_left(self.remarks, end, key=lambda remark: remark.span.start)
        return self.remarks[first:last]


def written(source: Source) -> Written:
    """The words and remarks of a source."""
    return Written(source, tuple(lexemes(source)), tuple(map(_remark, comments(source))))


def is_spaced(source: Source, offset: int) -> bool:
    """Whether a blank line goes before what stands at a place, and something before that."""
    text, start = source.text, min(offset, len(source.text))
    while start and _is_blank(text[start - 1]):
        start -= 1
    return start > 0 and text.count("\n", start, offset) > 1


def _is_blank(text: str) -> bool:
    return not text.replace("\ufeff", "").strip()


def _remark(span: Span) -> Remark:
    line = span.source.text.rfind("\n", 0, span.start) + 1
    alone = _is_blank(span.source.text[line : span.start])
    return Remark(span, span.text.rstrip(), alone, is_spaced(span.source, span.start))


def attached(doc: Doc, found: Written, span: Span, ending: Remark | None) -> Doc:
    """A printed statement with the comments of its place; `ending` is the one that follows it."""
    remarks = found.remarks_in(span.start, span.end)
    if not remarks and ending is None:
        return doc
    leaves = list(_leaves(doc))
    margin = _Margin(leaves, _side_by_side(leaves, found.words_in(span)))
    for remark in remarks:
        margin.add(remark)
    if ending is not None:
        margin.end_with(ending)
    return _decorated(doc, iter(margin.decorated()))


@attrs.frozen
class _Leaf:
    """A word of the printed text; `head` begins the line that must stay whole around it, if any."""

    text: Text
    head: int | None


@attrs.frozen
class _Place:
    """Where the source has the word of a number."""

    number: int
    start: int


@attrs.frozen
class _Margin:
    """Where the comments of one statement go: by the number of the word they belong to."""

    leaves: list[_Leaf]
    places: list[_Place]

    above: dict[int, list[Comment]] = attrs.field(factory=lambda: defaultdict(list))
    beside: dict[int, Remark] = attrs.field(factory=dict)

    def add(self, remark: Remark) -> None:
        """Finds a place for a remark; remarks come in order."""
        after = bisect_left(self.places, remark.span.start, key=lambda place: place.start)
        number = self.places[after - 1].number if after else 0
        if number + 1 in self.above:  # comments that were above this word went below it
            self._put_above(number + 1, remark)
        elif remark.alone or not after:
            self._put_above(self._following(after), remark)
        else:
            self._put_beside(number, remark)

    def end_with(self, remark: Remark) -> None:
        """Puts a remark at the end of the statement."""
        self._put_beside(len(self.leaves) - 1, remark)

    def decorated(self) -> Iterator[Text]:
        """The words with their comments."""
        for number, leaf in enumerate(self.leaves):
            above = tuple(self.above.get(number, ()))
            beside = self.beside.get(number)
            yield attrs.evolve(leaf.text, before=above, after=beside.text if beside else "")

    def _following(self, place: int) -> int:
        """The number of the word that a comment line before a place goes above."""
        last = len(self.leaves) - 1
        number = self.places[place].number if place < len(self.places) else last
        clings = self.leaves[number].text.terminal in _CLINGING
        return min(number + 1, last) if clings else number

    def _put_above(self, number: int, remark: Remark) -> None:
        head = self.leaves[number].head
        self.above[number if head is None else head].append(remark.comment)

    def _put_beside(self, number: int, remark: Remark) -> None:
        if self._is_inside_whole(number):
            self._put_above(number, remark)
            return
        if earlier := self.beside.get(number):
            self._put_above(number, earlier)
        self.beside[number] = remark

    def _is_inside_whole(self, number: int) -> bool:
        """Whether the line around a word has to go on after it."""
        head = self.leaves[number].head
        following = self.leaves[number + 1 : number + 2]
        return head is not None and any(leaf.head == head for leaf in following)


def _leaves(doc: Doc) -> Iterator[_Leaf]:
    """The words of a printed statement in order."""
    number, head = 0, None
    todo: list[Doc | None] = [doc]
    while todo:
        match todo.pop():
            case None:
                head = None
            case Text() as text if text.terminal:
                yield _Leaf(text, head)
                number += 1
            case Whole(part):
                head = number
                todo += (None, part)
            case Nest() | Align() | Group() as around:
                todo.append(around.part)
            case Concat(parts):
                todo += reversed(parts)
            case _:
                pass


def _side_by_side(leaves: list[_Leaf], lexemes: tuple[Token, ...]) -> list[_Place]:
    """Where the words stand that the source has too."""
    found: list[_Place] = []
    at = 0
    for number, leaf in enumerate(leaves):
        for terminal in _ways(leaf.text.terminal, lexemes[at : at + 1]):
            token = _sought(terminal, lexemes, at)
            if token is not None:
                found.append(_Place(number, token.start))
                while at < len(lexemes) and lexemes[at].start < token.end:
                    at += 1
    return found


def _ways(terminal: str, following: tuple[Token, ...]) -> tuple[str, ...]:
    """The words for one that is printed: two where a comment may part them in the source."""
    apart = _PARTED.get(terminal, ())
    parted = apart and not any(_read_as(token, terminal) for token in following)
    return apart if parted else (terminal,)


def _sought(terminal: str, lexemes: tuple[Token, ...], at: int) -> Token | None:
    """The next lexeme that is a terminal, if nothing goes before it but what may be left out."""
    for token in lexemes[at:]:
        if (found := _read_as(token, terminal)) is not None:
            return found
        if token.type not in _LEFT_OUT and _read_as(token, "TIMES") is None:
            return None
    return None


def _read_as(token: Token, terminal: str) -> Token | None:
    read = classify(token, (terminal,), words()) if token.type == "WORD" else token
    return read if read.type == terminal else None


def _decorated(doc: Doc, texts: Iterator[Text]) -> Doc:
    """The document with other texts for its words, in order."""
    match doc:
        case Text():
            return next(texts) if doc.terminal else doc
        case Concat(parts):
            return Concat(tuple(_decorated(part, texts) for part in parts))
        case Nest() | Align() | Group() | Whole():
            return attrs.evolve(doc, part=_decorated(doc.part, texts))
        case _:
            return doc
