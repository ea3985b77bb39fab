"""A difference as text for people: every region a sentence, with rules, sources and an example."""

from collections.abc import Iterator, Sequence

import attrs

from policyc.analyse.asked_days import AskedDays
from policyc.analyse.difference import Difference
from policyc.analyse.reports import phrases
from policyc.analyse.reports.citing import Citing
from policyc.analyse.reports.diff_items import ItemWriter
from policyc.analyse.reports.diff_rest import RestWriter
from policyc.analyse.reports.items import Item, headed, items
from policyc.analyse.reports.layout import padded, widest, wrapped
from policyc.analyse.reports.naming import Naming, naming
from policyc.analyse.reports.policies_text import about_policy
from policyc.analyse.reports.sources import source_lines
from policyc.analyse.reports.style import PLAIN, Style
from policyc.core.strictness import is_ranked
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.terminal import escaped


def diff_text(
    found: Difference,
    language: Language = "en",
    references: Sequence[str] = (),
    style: Style = PLAIN,
    days: AskedDays | None = None,
) -> str:
    """The whole report, ended by a line break. `references` say how the policies were asked for."""
    names = naming(found.joint, language, references)
    citing = Citing(found.policies, language)
    report = _Report(found, names, style, items(found.entries), citing, days)
    return "".join(f"{line}\n" for line in report.lines())


@attrs.frozen(eq=False)
class _Report:
    """A report being written."""

    found: Difference
    naming: Naming
    style: Style
    items: tuple[Item, ...]
    citing: Citing
    days: AskedDays | None

    def lines(self) -> Iterator[str]:
        """The report from its headline to its sources."""
        yield from (self.style.strong(line) for line in self.wrapped(self.headline()))
        if self.days is not None and self.days.stated:
            yield "  " + self.said(phrases.AS_OF, day=self.days.on)
        if not self.found.equivalent:
            yield from self.policies()
        yield from self.assumptions()
        yield from self.differences()
        yield from self.closing()
        yield from RestWriter(self.found, self.naming, self.citing, self.style).lines()
        yield from self.sources()

    def headline(self) -> str:
        """What was found, in one sentence."""
        one, other = self.naming.names
        if self.found.equivalent:
            return self.said(self.equal(), one=one, other=other, actions=self.actions())
        if not self.items:
            return self.said(phrases.OPEN, one=one, other=other)
        count = len(self.items)
        plural = "" if count == 1 else "s"
        text = self.said(phrases.DIFFERENT, one=one, other=other, count=count, s=plural)
        tail = [
            self.said(phrases.STRICTER_IN, name=name, count=many)
            for side, name in enumerate(self.naming.names)
            if (many := sum(item.first.region.stricter == side for item in self.items))
        ]
        neither = sum(item.first.region.stricter is None for item in self.items)
        if tail and neither:
            tail.append(self.said(phrases.NEITHER_IN, count=neither))
        if tail:
            tail[0] = self.said(phrases.OF_THESE) + tail[0]
        if not self.found.complete:
            tail.append(self.said(phrases.NOT_ALL))
        joined = self.said(phrases.COMMA).join(tail)
        return text + (self.said(phrases.COLON) + joined if joined else "")

    def equal(self) -> phrases.Phrase:
        """The sentence on equality, about all actions or some."""
        every = len(self.found.actions) == len(self.found.vocabulary.actions)
        return phrases.EQUAL if every else phrases.EQUAL_ABOUT

    def actions(self) -> str:
        """The actions compared."""
        speech, known = self.naming.speech, self.found.vocabulary.actions
        names = (speech.signature(known[action]) for action in self.found.actions)
        return self.said(phrases.LISTED).join(names)

    def policies(self) -> Iterator[str]:
        """Which versions were compared."""
        room = widest(self.naming.names)
        named = zip(self.naming.names, self.found.policies, strict=True)
        for place, (name, policy) in enumerate(named):
            about = about_policy(policy, name, self.naming.language, self.days, place)
            told = self.said(phrases.COMMA).join(about)
            if told:
                yield from self.wrapped(escaped(told), f"  {padded(name, room)}  ")

    def assumptions(self) -> Iterator[str]:
        """In which cases the policies were compared, where they do not assume the same."""
        for name, conditions in zip(self.naming.names, self.found.assumed, strict=True):
            if conditions:
                told = self.said(phrases.LISTED).join(
                    self.naming.teller.condition(c, alone=True) for c in conditions
                )
                text = self.said(phrases.ASSUMED, name=name, conditions=told)
                yield from self.wrapped(escaped(text), "  ")

    def differences(self) -> Iterator[str]:
        """The items of each class, under their headings."""
        writer = ItemWriter(self.found.joint, self.naming, self.citing, self.style.width)
        number = 0
        for group in headed(self.items):
            yield ""
            yield from map(self.style.strong, self.wrapped(self.heading(group)))
            for place, item in enumerate(group):
                number += 1
                if self.style.limit is None or place < self.style.limit:
                    yield from writer.lines(number, item)
            if self.style.limit is not None and len(group) > self.style.limit:
                yield "     " + self.said(phrases.MORE, count=len(group) - self.style.limit)

    def heading(self, group: Sequence[Item]) -> str:
        """What items of a class have in common, and which side is stricter in all of them."""
        names = self.naming.names
        text = phrases.class_text(group[0].cls, names, self.naming.language)
        region = group[0].first.region
        if region.stricter is not None:
            inside = self.said(phrases.STRICTER, name=names[region.stricter])
            text += self.said(phrases.BRACKETS, inside=inside)
        elif not is_ranked(self.found.vocabulary.actions[region.where.pattern.name]):
            text += self.said(phrases.BRACKETS, inside=self.said(phrases.BORROWERS))
        return escaped(text)

    def closing(self) -> Iterator[str]:
        """That nothing is missing, or which parts were not settled."""
        if self.items and self.found.complete:
            yield ""
            yield from self.wrapped(self.said(phrases.ALL))
        if self.found.unknown:
            yield ""
            text = self.said(phrases.UNDECIDED, count=len(self.found.unknown))
            yield self.style.strong(text)
        for part in self.found.unknown:
            told = phrases.class_text(part.cls, self.naming.names, self.naming.language)
            text = told + self.said(phrases.COLON) + self.naming.teller.part(part.where)
            yield from self.wrapped(escaped(text), "  ? ")

    def sources(self) -> Iterator[str]:
        """The sources that were cited."""
        both = self.said(phrases.BOTH_SIDES)
        rows = [
            (both if len(sides) > 1 else self.naming.names[sides[0]], source)
            for source, sides in self.citing.sources()
        ]
        if rows:
            yield ""
            yield from source_lines(rows, self.naming.language, self.style)

    def wrapped(self, text: str, first: str = "") -> list[str]:
        """The text in lines that fit."""
        return wrapped(text, self.style.width, first)

    def said(self, text: phrases.Phrase, **words: object) -> str:
        """A phrase with its words put in."""
        return text[self.naming.language].format(**words)
