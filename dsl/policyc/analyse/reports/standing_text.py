"""How policies stand to each other, as lines: every pair, the order, and action by action."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

import attrs

from policyc.analyse.reports import phrases, standing_phrases
from policyc.analyse.reports.layout import padded, table, widest, wrapped
from policyc.analyse.reports.naming import Naming
from policyc.analyse.reports.phrases import Phrase, phrase
from policyc.analyse.reports.policies_text import first_of, some_of
from policyc.analyse.reports.style import Style
from policyc.analyse.standing import Order, Relation, Standing
from policyc.diagnostics.terminal import columns, escaped

RELATION: Mapping[Relation, Phrase] = MappingProxyType(
    {
        Relation.EQUAL: phrase("equal", "相同"),
        Relation.STRICTER: phrase("stricter", "更严"),
        Relation.LOOSER: phrase("looser", "更宽"),
        Relation.LEVEL: phrase("as strict", "同严"),
        Relation.INCOMPARABLE: phrase("mixed", "互有宽严"),
        Relation.UNKNOWN: phrase("?", "？"),
    }
)

MATRIX = 8
"""Up to how many policies the table of pairs is shown."""


@attrs.frozen(eq=False)
class StandingWriter:
    """Writes the sections on how policies stand to each other.

    In a `brief` one, actions about which all are alike have no row of their own.
    """

    standing: Standing
    silent: dict[str, tuple[int, ...]]
    naming: Naming
    style: Style
    brief: bool = False

    def lines(self) -> Iterator[str]:
        """The sections, an empty line between two."""
        few = len(self.naming.names) <= MATRIX
        if few:
            yield from self.matrix()
            yield ""
        if not few or self.standing.whole.covers():
            yield from self.order()
            yield ""
        yield from self.actions()

    def matrix(self) -> Iterator[str]:
        """The relation of every pair."""
        language = self.naming.language
        names = [escaped(name) for name in self.naming.names]
        yield self.style.strong(standing_phrases.HOW_THEY_STAND[language])
        rows: list[list[str]] = [["", *names]]
        for i, name in enumerate(names):
            cells = [
                "=" if i == j else RELATION[self.standing.whole.relation(i, j)][language]
                for j in range(len(names))
            ]
            rows.append([name, *cells])
        told = table(rows)
        if max(map(columns, told)) <= self.style.width:
            yield from ("  " + line.rstrip() for line in told)
        else:
            yield from self.pairs(names)

    def pairs(self, names: Sequence[str]) -> Iterator[str]:
        """The relation of every pair, a line for each."""
        for i, one in enumerate(names):
            for j, other in enumerate(names[i + 1 :], i + 1):
                relation = self.standing.whole.relation(i, j)
                said = RELATION[relation][self.naming.language]
                yield f"  {one} / {other}: {said}"

    def order(self) -> Iterator[str]:
        """The classes of equal policies, each above those that it is at least as strict as."""
        order = self.standing.whole
        yield self.style.strong(self.said(standing_phrases.ORDER))
        below: dict[int, list[int]] = {}
        for over, under in order.covers():
            below.setdefault(over, []).append(under)
        lower = {under for found in below.values() for under in found}
        seen: set[int] = set()
        lines: list[str] = []
        for top in (c for c in range(len(order.classes)) if c not in lower and c in below):
            lines += self.tree(order, below, top, "  ", seen)
        yield from self.limited(lines)
        alone = [
            self.members(order, c)
            for c in range(len(order.classes))
            if c not in lower and c not in below
        ]
        apart = len(order.classes) == len(self.naming.names) and not any(order.stricter)
        if apart and not order.unknown:
            yield from wrapped(self.said(standing_phrases.NO_ORDER), self.style.width, "  ")
        elif alone:
            names = self.said(phrases.LISTED).join(self.limited(alone))
            text = self.said(standing_phrases.NOT_ORDERED, names=names)
            yield from wrapped(text, self.style.width, "  ")
        if order.unknown:
            yield "  " + self.said(standing_phrases.UNSETTLED_PAIRS, count=len(order.unknown))

    def tree(
        self, order: Order, below: dict[int, list[int]], top: int, margin: str, seen: set[int]
    ) -> Iterator[str]:
        """A class and those below it; one that was drawn before is only named."""
        again = top in seen and top in below
        mark = (
            self.said(phrases.BRACKETS, inside=self.said(standing_phrases.SEE_ABOVE))
            if again
            else ""
        )
        yield margin + self.members(order, top) + mark
        if again:
            return
        seen.add(top)
        inner = margin.replace("└─ ", "   ").replace("├─ ", "│  ")
        under = below.get(top, [])
        for number, each in enumerate(under):
            glyph = "└─ " if number == len(under) - 1 else "├─ "
            yield from self.tree(order, below, each, inner + glyph, seen)

    def members(self, order: Order, place: int) -> str:
        """The policies of a class, those that are equal joined."""
        return " = ".join(escaped(self.naming.names[n]) for n in order.classes[place])

    def actions(self) -> Iterator[str]:
        """For each action who is strictest, who permits most, and who says nothing."""
        yield self.style.strong(self.said(standing_phrases.BY_ACTION))
        heads = (
            standing_phrases.STRICTEST,
            standing_phrases.MOST_PERMISSIVE,
            standing_phrases.SILENT,
        )
        rows = [["", *map(self.said, heads)]]
        alike: list[str] = []
        for name, order in self.standing.by_action.items():
            called = self.naming.speech.signature(self.naming.speech.vocabulary.actions[name])
            if self.brief and len(order.classes) == 1:
                alike.append(escaped(called))
            else:
                rows.append([called, *self.extremes(name, order)])
        if len(rows) > 1:
            yield from self.rows(rows)
        if alike:
            told = self.said(phrases.LISTED).join(self.limited(alike))
            yield from wrapped(
                self.said(standing_phrases.ALIKE_ABOUT, actions=told), self.style.width, "  "
            )
        if not all(order.ranked for order in self.standing.by_action.values()):
            text = self.said(standing_phrases.BORROWERS_ARE_NOT_RULED)
            yield from wrapped(text, self.style.width, "  ")
        if any(self.silent.values()):
            yield from wrapped(
                self.said(standing_phrases.SILENCE_IS_STRICT), self.style.width, "  "
            )

    def rows(self, rows: Sequence[Sequence[str]]) -> Iterator[str]:
        """A table, or blocks of lines where it would be too wide."""
        told = table(rows)
        if max(map(columns, told)) <= self.style.width - 2:
            yield from ("  " + line.rstrip() for line in told)
            return
        for action, *cells in rows[1:]:
            if self.brief:
                lead = f"  {padded(action, widest(row[0] for row in rows))}  "
                yield from wrapped(self.joined(rows[0][1:], cells), self.style.width, lead)
                continue
            yield f"  {action}"
            for head, cell in zip(rows[0][1:], cells, strict=True):
                yield from wrapped(cell, self.style.width, f"    {head}: ")

    def joined(self, heads: Sequence[str], cells: Sequence[str]) -> str:
        """An action's cells in a row, those that are the same said once."""
        colon = phrases.COLON[self.naming.language]
        alike: dict[str, list[str]] = {}
        for head, cell in zip(heads, cells, strict=True):
            alike.setdefault(cell, []).append(head)
        listed = self.said(phrases.LISTED)
        told = (f"{listed.join(same)}{colon}{cell}" for cell, same in alike.items())
        return self.said(phrases.SEMICOLON).join(told)

    def extremes(self, action: str, order: Order) -> Iterator[str]:
        """The cells of an action."""
        if len(order.classes) == 1:
            yield from [self.said(standing_phrases.ALL_EQUAL)] * 2
        elif not order.ranked:
            yield from [self.said(standing_phrases.NOT_RANKED)] * 2
        else:
            yield self.named(order.strictest, standing_phrases.NO_SINGLE)
            yield self.most_permissive(action, order)
        yield self.named(self.silent[action], standing_phrases.NOBODY)

    def most_permissive(self, action: str, order: Order) -> str:
        """Who permits most; where these are those who say nothing, that is nobody."""
        if order.most_permissive and order.most_permissive == self.silent[action]:
            return self.said(standing_phrases.NOBODY_ALLOWS)
        return self.named(order.most_permissive, standing_phrases.NO_SINGLE)

    def named(self, numbers: Sequence[int], otherwise: phrases.Phrase) -> str:
        """Some policies by name; another text where there is none."""
        if not numbers:
            return self.said(otherwise)
        return some_of(self.naming.names, numbers, self.naming.language, self.style.limit)

    def limited(self, texts: Sequence[str]) -> list[str]:
        """The first of many texts, and how many more there are."""
        return first_of(texts, self.naming.language, self.style.limit)

    def said(self, text: phrases.Phrase, **words: object) -> str:
        """A phrase with its words put in."""
        return text[self.naming.language].format(**words)
