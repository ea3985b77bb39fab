"""Where policies do not agree, as a table with one column a policy."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import attrs

from policyc.analyse.disputes import Dispute, Disputes
from policyc.analyse.reports import phrases, standing_phrases
from policyc.analyse.reports.layout import padded, widest, wrapped
from policyc.analyse.reports.naming import Naming, speech_of
from policyc.analyse.reports.style import Style
from policyc.diagnostics.terminal import columns, escaped
from policyc.space.differences.inside import Said
from policyc.wording.actions import action_text
from policyc.wording.facts import statements
from policyc.wording.verdicts import verdict_word

WORDED = 3
"""How many exceptions are worded."""


Group: TypeAlias = tuple[Dispute, ...]
"""Disputes that one row can say: on the same actions, alike but for one bound; mostly just one."""


def grouped(found: Sequence[Dispute]) -> list[Group]:
    """The disputes in their order, those that one row can say together."""
    groups: dict[object, list[Dispute]] = {}
    for dispute in found:
        plain = len(dispute.where.bounds) == 1 and not dispute.exceptions
        key = (dispute.where.pattern, dispute.said) if plain else id(dispute)
        groups.setdefault(key, []).append(dispute)
    return [tuple(group) for group in groups.values()]


@attrs.frozen(eq=False)
class DisputesWriter:
    """Writes the disputes between some policies."""

    found: Disputes
    naming: Naming
    style: Style

    def lines(self) -> Iterator[str]:
        """The heading and the table."""
        count = len(grouped(self.found.disputes))
        if count == 0 and not self.found.unknown:
            yield from wrapped(self.said(standing_phrases.NO_DISPUTE), self.style.width)
            return
        yield self.style.strong(self.said(standing_phrases.DISPUTED, count=count))
        limit = self.style.limit
        rows = grouped(self.found.disputes)
        shown = rows if limit is None else rows[:limit]
        yield from self.table(shown)
        if len(shown) < len(rows):
            yield "  " + self.said(phrases.MORE, count=len(rows) - len(shown))
        if self.found.unknown:
            yield "  " + self.said(phrases.UNDECIDED, count=len(self.found.unknown))

    def table(self, shown: Sequence[Group]) -> Iterator[str]:
        """One row a dispute: what each policy says, then where, with an example."""
        names = [escaped(name) for name in self.naming.names]
        cells = [[self.verdicts(found) for found in group[0].said] for group in shown]
        widths = [
            max(columns(name), widest(row[i] for row in cells)) for i, name in enumerate(names)
        ]
        if sum(widths) + 2 * len(widths) > self.style.width // 2:
            yield from self.blocks(shown, names, cells)
            return
        heads = "  ".join(padded(n, w) for n, w in zip(names, widths, strict=True))
        yield f"  {heads}  {self.said(standing_phrases.WHERE)}"
        for group, row in zip(shown, cells, strict=True):
            lead = "  " + "  ".join(padded(c, w) for c, w in zip(row, widths, strict=True)) + "  "
            yield from wrapped(self.where(group), self.style.width, lead)
            yield from self.example(group[0], " " * columns(lead))

    def blocks(
        self, shown: Sequence[Group], names: Sequence[str], cells: Sequence[Sequence[str]]
    ) -> Iterator[str]:
        """The same where the columns would leave no room: a line for each policy."""
        room = widest(names)
        for group, row in zip(shown, cells, strict=True):
            yield from wrapped(self.where(group), self.style.width, "  ", "    ")
            for name, cell in zip(names, row, strict=True):
                yield f"    {padded(name, room)}  {cell}"
            yield from self.example(group[0], "    ")

    def verdicts(self, found: Sequence[Said]) -> str:
        """What a policy says in a dispute."""
        words = (verdict_word(each.verdict, self.naming.language) for each in found)
        return self.said(phrases.SLASH).join(words)

    def where(self, group: Group) -> str:
        """The cases of a dispute, or of several that are alike but for one bound."""
        teller = self.naming.teller
        dispute = group[0]
        if len(group) > 1:
            every = (teller.cases(each.where.bounds) for each in group)
            either = self.said(phrases.OR_WORD).join(every)
            return escaped(teller.told(dispute.where.pattern, either))
        text = teller.part(dispute.where)
        if not dispute.exceptions:
            return escaped(text)
        if len(dispute.exceptions) > WORDED:
            return escaped(
                text + self.said(standing_phrases.SOME_EXCEPT, count=len(dispute.exceptions))
            )
        cases = self.said(phrases.OR_WORD).join(
            f"({teller.within(dispute.where, part.where)})" for part in dispute.exceptions
        )
        told = cases if len(dispute.exceptions) > 1 else cases[1:-1]
        return escaped(text + self.said(phrases.COMMA) + self.said(phrases.EXCEPT_WHEN, cases=told))

    def example(self, dispute: Dispute, margin: str) -> Iterator[str]:
        """A case of a dispute; none where any action of it will do."""
        found = dispute.example
        if not found.facts and not dispute.exceptions:
            return
        speech = speech_of(self.naming.speech, found)
        text = f"{self.said(phrases.EXAMPLE)} {action_text(speech, found.action)}"
        facts = self.said(phrases.LISTED).join(statements(speech, found.facts))
        text += self.said(phrases.WITH, facts=facts) if facts else ""
        yield from wrapped(escaped(text), self.style.width, margin)

    def said(self, text: phrases.Phrase, **words: object) -> str:
        """A phrase with its words put in."""
        return text[self.naming.language].format(**words)
