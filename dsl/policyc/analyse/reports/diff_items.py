"""One difference as lines: where, what each side says by which rules, for which terms, a case."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from policyc.analyse.example import Example, changed_facts
from policyc.analyse.reports import phrases
from policyc.analyse.reports.factors import factors
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
from policyc.space.grid.bound import Bound
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
        found = factors(item.own)
        each = [self.either(factor) for factor in found]
        if len(found) == 1:
            form = phrases.WHEN_AND_ANY if shared else phrases.WHEN_ANY
            each = [teller.cases(bounds) for bounds in item.own]
        else:
            form = phrases.WHEN_AND_EACH if shared else phrases.WHEN_EACH
        yield from wrapped(self.said(form, actions=actions, cases=shared), self.width, lead)
        for text in each:
            yield from wrapped(escaped(text), self.width, " " * len(lead) + "  - ")

    def either(self, alternatives: Iterable[Sequence[Bound]]) -> str:
        """Alternatives in a row; those of several bounds in parentheses."""
        cases = self.naming.teller.cases
        return self.said(phrases.OR_WORD).join(
            cases(bounds) if len(bounds) == 1 else f"({cases(bounds)})" for bounds in alternatives
        )

    def exceptions(self, margin: str, item: Item) -> Iterator[str]:
        """What is left out."""
        region = item.first.region
        found = region.exceptions
        if not found:
            return
        told = [f"{cases} [{rules}]" for cases, rules in self.told(region.where, found)]
        if len(told) > EXCEPTIONS:
            text = self.said(phrases.EXCEPT_RULES, count=len(found))
            yield from wrapped(text, self.width, margin)
            yield from wrapped(self.sources_of(found), self.width, margin + "  ")
            return
        if len(told) == 1:
            yield from wrapped(self.said(phrases.EXCEPT_WHEN, cases=told[0]), self.width, margin)
            return
        yield margin + self.said(phrases.EXCEPT_ANY)
        for text in told:
            yield from wrapped(text, self.width, margin + "  - ")

    def told(self, base: Where, found: Iterable[Cutout]) -> Iterator[tuple[str, str]]:
        """Exceptions in words with their rules; those that one sentence can say, together."""
        groups: dict[object, list[Cutout]] = {}
        for part in found:
            groups.setdefault((part.where.pattern, part.rules), []).append(part)
        for group in groups.values():
            rules = self.sources_of(group[:1])
            for text in self.cases_of(base, [part.where for part in group]):
                yield escaped(text), rules

    def cases_of(self, base: Where, group: Sequence[Where]) -> Iterator[str]:
        """The cases of exceptions on the same actions: in one sentence where that is possible."""
        teller = self.naming.teller
        shared = [b for b in group[0].bounds if all(b in other.bounds for other in group)]
        own = [[b for b in part.bounds if b not in shared] for part in group]
        found = factors(own) if all(own) else ()
        if len(found) <= 1 and any(len(bounds) != 1 for bounds in own):
            yield from (teller.within(base, part) for part in group)
            return
        always = teller.within(base, attrs.evolve(group[0], bounds=tuple(shared)))
        each = [self.either(factor) for factor in found]
        if always or len(each) > 1:
            each = [f"({text})" for text in each]
        yield (" 且 " if teller.chinese else " and ").join([always, *each] if always else each)

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
