"""One difference as lines: where, what each side says by which rules, for which terms, a case."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from policyc.analyse.example import Example, changed_facts
from policyc.analyse.reports import phrases
from policyc.analyse.reports.items import Item
from policyc.analyse.reports.layout import padded, widest, wrapped
from policyc.analyse.reports.naming import Naming, speech_of
from policyc.analyse.reports.open_terms import open_terms_text
from policyc.analyse.reports.sources import rule_text
from policyc.diagnostics.terminal import escaped
from policyc.space.differences.certainty import Level
from policyc.space.differences.inside import Said
from policyc.space.differences.parts import Cutout
from policyc.space.differences.regions import Region
from policyc.space.grid.joint import Joint
from policyc.space.where import Where
from policyc.wording.actions import action_text
from policyc.wording.facts import statement, statements
from policyc.wording.verdicts import verdict_word

RULES = 6
"""How many rules are named in one place of a text."""

EXCEPTIONS = 8
"""How many exceptions are worded; of more only the rules are named."""


@attrs.frozen(eq=False)
class ItemWriter:
    """Writes the items of one report."""

    joint: Joint
    naming: Naming
    width: int

    def lines(self, number: int, item: Item) -> Iterator[str]:
        """The lines of an item."""
        lead = f"{number:3}. "
        yield from self.sentence(lead, item)
        yield from self.exceptions(" " * len(lead), item)
        rows = [*self.sides(item), *self.certainty(item.first.region), *self.cases(item)]
        room = widest(head for head, _ in rows) + 2
        for head, text in rows:
            yield from wrapped(text, self.width, " " * len(lead) + padded(head, room))

    def sentence(self, lead: str, item: Item) -> Iterator[str]:
        """Which actions in which cases."""
        teller = self.naming.teller
        place = item.first.region.where
        if len(item.entries) == 1:
            yield from wrapped(escaped(teller.part(place)), self.width, lead)
            return
        actions, shared = teller.actions(place.pattern), teller.cases(item.shared)
        form = phrases.WHEN_AND_ANY if shared else phrases.WHEN_ANY
        yield from wrapped(self.said(form, actions=actions, cases=shared), self.width, lead)
        for bounds in item.own:
            yield from wrapped(escaped(teller.cases(bounds)), self.width, " " * len(lead) + "  - ")

    def exceptions(self, margin: str, item: Item) -> Iterator[str]:
        """What is left out."""
        region = item.first.region
        found = region.exceptions
        if not found:
            return
        if len(found) > EXCEPTIONS:
            yield from wrapped(
                self.said(phrases.EXCEPT_RULES, count=len(found)), self.width, margin
            )
            yield from wrapped(self.sources_of(found), self.width, margin + "  ")
            return
        told = [f"{cases} [{rules}]" for cases, rules in self.told(region.where, found)]
        if len(told) == 1:
            yield from wrapped(self.said(phrases.EXCEPT_WHEN, cases=told[0]), self.width, margin)
            return
        yield margin + self.said(phrases.EXCEPT_ANY)
        for text in told:
            yield from wrapped(text, self.width, margin + "  - ")

    def told(self, base: Where, found: Iterable[Cutout]) -> Iterator[tuple[str, str]]:
        """Exceptions in words with their rules; those alike but for one bound said together."""
        groups: dict[object, list[Cutout]] = {}
        for part in found:
            single = len(part.where.bounds) == 1
            key = (part.where.pattern, part.rules) if single else id(part)
            groups.setdefault(key, []).append(part)
        for group in groups.values():
            yield escaped(self.cases_of(base, group)), self.sources_of(group[:1])

    def cases_of(self, base: Where, group: Sequence[Cutout]) -> str:
        """The cases of exceptions that differ in one bound at most."""
        teller = self.naming.teller
        first = group[0].where
        if len(group) == 1:
            return teller.within(base, first)
        arguments = teller.within(base, attrs.evolve(first, bounds=()))
        either = self.said(phrases.OR_WORD).join(teller.cases(p.where.bounds) for p in group)
        both = " 且 " if teller.chinese else " and "
        return f"{arguments}{both}({either})" if arguments else either

    def sources_of(self, found: Iterable[Cutout]) -> str:
        """The rules that cut exceptions out, by side."""
        by_side: dict[int, dict[str, None]] = {}
        for part in found:
            for side, rule in part.rules:
                by_side.setdefault(side, {})[rule] = None
        parts = (
            self.naming.names[side] + self.said(phrases.COLON) + self.named(side, rules, full=False)
            for side, rules in sorted(by_side.items())
        )
        return self.said(phrases.SEMICOLON).join(parts)

    def sides(self, item: Item) -> Iterator[tuple[str, str]]:
        """What each side says, and by which rules."""
        region = item.first.region
        for side, name in enumerate(self.naming.names):
            found = region.said[side]
            if side == region.cls.side:
                found = tuple(attrs.evolve(s, rules=region.rules[side]) for s in found[:1])
            yield name, self.said(phrases.OR).join(self.verdict(side, each) for each in found)

    def verdict(self, side: int, found: Said) -> str:
        """A verdict with the rules that give it."""
        word = verdict_word(found.verdict, self.naming.language)
        if not found.rules:
            return word
        return word + self.said(phrases.BRACKETS, inside=self.named(side, found.rules))

    def named(self, side: int, rules: Iterable[str], *, full: bool = True) -> str:
        """Rules of a side, in `full` with titles and sources."""
        names = list(rules)
        shown = [
            rule_text(self.joint.policies[side], name, self.naming.language)
            if full
            else escaped(name)
            for name in names[:RULES]
        ]
        more = [f"… +{len(names) - RULES}"] if len(names) > RULES else []
        return self.said(phrases.LISTED).join([*shown, *more])

    def certainty(self, region: Region) -> Iterator[tuple[str, str]]:
        """For which cases the difference is sure, and for which it depends on open terms."""
        if region.certainty.level is Level.CERTAIN:
            return
        terms = open_terms_text(region, self.joint.axes, self.naming)
        certain = self.places(region.where, region.certainty.certain)
        possible = self.places(region.where, region.certainty.possible)
        if certain:
            text = self.said(phrases.CERTAIN_WHEN, cases=certain, terms=terms)
            yield self.said(phrases.CERTAIN), text
        form = phrases.POSSIBLE_WHEN if possible else phrases.DEPENDS
        yield self.said(phrases.POSSIBLE), self.said(form, cases=possible, terms=terms)
        if not region.certainty.exact:
            yield "", self.said(phrases.INEXACT)

    def places(self, base: Where, found: Sequence[Where]) -> str:
        """Parts of a base, as alternatives; empty where one of them is all of it."""
        told = [self.naming.teller.within(base, part) for part in found]
        return "" if "" in told else escaped(self.said(phrases.OR_WORD).join(told))

    def cases(self, item: Item) -> Iterator[tuple[str, str]]:
        """The example, and the nearest case where both agree."""
        entry = item.first
        found = entry.example
        if found.facts or entry.region.exceptions:
            yield self.said(phrases.EXAMPLE), self.example(found)
        if entry.agreement is not None:
            yield self.said(phrases.AGREE), self.agreement(found, entry.agreement)

    def example(self, found: Example) -> str:
        """A case with what each side says of it."""
        speech = speech_of(self.naming.speech, found)
        facts = self.said(phrases.LISTED).join(statements(speech, found.facts))
        text = action_text(speech, found.action)
        if facts:
            text += self.said(phrases.WITH, facts=facts)
        verdicts = (
            f"{name} {verdict_word(outcome.verdict, self.naming.language)}"
            for name, outcome in zip(self.naming.names, found.outcomes, strict=True)
        )
        return escaped(text) + self.said(phrases.COLON) + self.said(phrases.COMMA).join(verdicts)

    def agreement(self, example: Example, found: Example) -> str:
        """What would have to be otherwise for both to say the same."""
        speech = speech_of(self.naming.speech, found)
        changed = [
            statement(speech, key, value)
            for key, value in changed_facts(self.joint, example, found).items()
        ]
        if found.action != example.action:
            changed.insert(0, action_text(speech, found.action))
        verdict = verdict_word(found.outcomes[0].verdict, self.naming.language)
        facts = self.said(phrases.LISTED).join(changed)
        return escaped(self.said(phrases.BOTH, verdict=verdict, facts=facts))

    def said(self, text: phrases.Phrase, **words: object) -> str:
        """A phrase with its words put in."""
        return text[self.naming.language].format(**words)
