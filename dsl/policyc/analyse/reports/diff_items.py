"""One difference as lines: where, what each side says by which rules, for which terms, a case."""

from collections.abc import Iterator, Sequence

import attrs

from policyc.analyse.example import Example, changed_facts
from policyc.analyse.reports import phrases
from policyc.analyse.reports.citing import Citing
from policyc.analyse.reports.diff_exceptions import RULES, ExceptionWriter
from policyc.analyse.reports.factors import factors
from policyc.analyse.reports.items import Item
from policyc.analyse.reports.layout import padded, widest, wrapped
from policyc.analyse.reports.naming import Naming, speech_of
from policyc.analyse.reports.open_terms import open_terms_text
from policyc.diagnostics.terminal import escaped
from policyc.space.differences.certainty import Level
from policyc.space.differences.inside import Said
from policyc.space.differences.regions import Region
from policyc.space.grid.joint import Joint
from policyc.space.where import Where
from policyc.wording.actions import action_text
from policyc.wording.facts import statement, statements
from policyc.wording.verdicts import verdict_word


@attrs.frozen(eq=False)
class ItemWriter:
    """Writes the items of one report."""

    joint: Joint
    naming: Naming
    citing: Citing
    width: int

    def lines(self, number: int, item: Item) -> Iterator[str]:
        """The lines of an item."""
        lead = f"{number:3}. "
        yield from self.sentence(lead, item)
        left_out = ExceptionWriter(self.naming, self.width)
        yield from left_out.lines(" " * len(lead), item.first.region)
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
        found = factors(item.own)
        each = [teller.either(factor) for factor in found]
        if len(found) == 1:
            form = phrases.WHEN_AND_ANY if shared else phrases.WHEN_ANY
            each = [teller.cases(bounds) for bounds in item.own]
        else:
            form = phrases.WHEN_AND_EACH if shared else phrases.WHEN_EACH
        yield from wrapped(self.said(form, actions=actions, cases=shared), self.width, lead)
        for text in each:
            yield from wrapped(escaped(text), self.width, " " * len(lead) + "  - ")

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

    def named(self, side: int, rules: Sequence[str]) -> str:
        """Rules of a side with titles and sources."""
        shown = (self.citing.rule(side, name) for name in rules[:RULES])
        more = [f"… +{len(rules) - RULES}"] if len(rules) > RULES else []
        return self.said(phrases.LISTED).join([*shown, *more])

    def certainty(self, region: Region) -> Iterator[tuple[str, str]]:
        """For which cases the difference is sure, and for which it depends on open terms."""
        if region.certainty.level is Level.CERTAIN:
            return
        terms = open_terms_text(region, self.joint.axes, self.naming)
        possible = self.places(region.where, region.certainty.possible)
        head = self.said(phrases.CERTAIN)
        for difference, found in self.differences(region):
            cases = self.places(region.where, found)
            if cases:
                form = phrases.CERTAIN_WHEN
                text = self.said(form, difference=difference, cases=cases, terms=terms)
                yield head, text + (self.said(phrases.EXCEPTED) if region.exceptions else "")
                head = ""
        form = phrases.POSSIBLE_WHEN if possible else phrases.DEPENDS
        yield self.said(phrases.POSSIBLE), self.said(form, cases=possible, terms=terms)
        if not region.certainty.exact:
            yield "", self.said(phrases.INEXACT)

    def differences(self, region: Region) -> Iterator[tuple[str, tuple[Where, ...]]]:
        """What is certain to be the case, and where: the region's own difference, or just some."""
        language, names = self.naming.language, self.naming.names
        own = escaped(phrases.class_text(region.cls, names, language, phrases.CERTAINLY))
        yield own, region.certainty.one_way
        yield self.said(phrases.DIFFER_IN_SOME_WAY), region.certainty.various

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
