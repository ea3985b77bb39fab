"""A policy held against a statute, as lines: breaches with the clauses of both, and omissions."""

from collections.abc import Iterator, Sequence

import attrs

from policyc.analyse.compliance import Breach, Compliance
from policyc.analyse.reports import phrases
from policyc.analyse.reports.diff_rest import duty_text
from policyc.analyse.reports.layout import padded, widest, wrapped
from policyc.analyse.reports.naming import Naming, speech_of
from policyc.analyse.reports.sources import rule_text
from policyc.analyse.reports.style import Style
from policyc.analyse.reports.terms_text import published_text, term_name
from policyc.analyse.terms import TermRow
from policyc.core.conditions import ALWAYS, NEVER
from policyc.diagnostics.terminal import escaped
from policyc.space.undecided import Undecided
from policyc.wording.actions import action_text
from policyc.wording.facts import statements


@attrs.frozen(eq=False)
class ComplianceWriter:
    """Writes how one policy stands to one statute; `naming` names the two in this order."""

    found: Compliance
    naming: Naming
    style: Style

    def lines(self) -> Iterator[str]:
        """The verdict, breaches, for which open terms; omissions, advice, values, duties."""
        yield from (self.style.strong(line) for line in wrapped(self.headline(), self.style.width))
        yield from self.listed(self.found.breaches, phrases.PERMITS, phrases.FORBIDS)
        if (text := self.terms()) is not None:
            yield from wrapped(text, self.style.width, "  ")
        if self.found.omissions:
            count = len(self.found.omissions)
            yield "  " + self.said(phrases.OMITS, **self.names(), count=count)
            yield from self.listed(self.found.omissions, None, phrases.REQUIRES)
        if self.found.advice:
            count = len(self.found.advice)
            yield "  " + self.said(phrases.ADVISED, **self.names(), count=count)
            yield from self.listed(self.found.advice, phrases.PERMITS, phrases.ADVISES_AGAINST)
        if self.found.values:
            yield "  " + self.said(phrases.STRICTER_VALUES, **self.names()) + self.colon()
        for row in self.found.values:
            yield from wrapped(self.value(row), self.style.width, "    ", "      ")
        if self.found.duties:
            yield "  " + self.said(phrases.OMITTED_DUTIES, **self.names()) + self.colon()
        for duty in self.found.duties:
            text = duty_text(duty, (self.found.policy, self.found.statute), self.naming)
            yield from wrapped(escaped(text), self.style.width, "    ", "      ")

    def names(self) -> dict[str, str]:
        """What the two are called."""
        policy, statute = map(escaped, self.naming.names)
        return {"policy": policy, "statute": statute}

    def headline(self) -> str:
        """Whether the policy complies."""
        count = len(self.found.breaches)
        if self.found.complies:
            return self.said(phrases.COMPLIES, **self.names())
        if not count:
            return self.said(phrases.PERHAPS_COMPLIES, **self.names())
        plural = "" if count == 1 else "s"
        return self.said(phrases.BREACHES, **self.names(), count=count, s=plural)

    def listed(
        self, found: Sequence[Breach], mine: phrases.Phrase | None, yours: phrases.Phrase
    ) -> Iterator[str]:
        """Parts, each with the clauses of both sides and a case."""
        limit = self.style.limit
        for number, breach in enumerate(found if limit is None else found[:limit], 1):
            lead = f"{number:4}. "
            yield from wrapped(self.where(breach), self.style.width, lead)
            rows = list(self.rows(breach, mine, yours))
            room = widest(head for head, _ in rows) + 2
            for head, text in rows:
                yield from wrapped(text, self.style.width, " " * len(lead) + padded(head, room))
        if limit is not None and len(found) > limit:
            yield "      " + self.said(phrases.MORE, count=len(found) - limit)

    def rows(
        self, breach: Breach, mine: phrases.Phrase | None, yours: phrases.Phrase
    ) -> Iterator[tuple[str, str]]:
        """What each side says by which clauses, and an example."""
        sides = (
            (self.found.policy, breach.rules[0], mine),
            (self.found.statute, breach.rules[1], yours),
        )
        for (policy, rules, does), name in zip(sides, self.naming.names, strict=True):
            if does is not None:
                told = (rule_text(policy, rule, self.naming.language) for rule in rules)
                joined = self.said(phrases.LISTED).join(told)
                yield f"{escaped(name)} {self.said(does)}", joined
        found = breach.example
        speech = speech_of(self.naming.speech, found)
        facts = self.said(phrases.LISTED).join(statements(speech, found.facts))
        text = action_text(speech, found.action)
        if facts:
            text += self.said(phrases.WITH, facts=facts)
        yield self.said(phrases.EXAMPLE), escaped(text)

    def where(self, breach: Breach) -> str:
        """The cases of a breach."""
        teller, part = self.naming.teller, breach.part
        text = teller.part(part.where)
        if part.exceptions:
            cases = self.said(phrases.OR_WORD).join(
                f"({teller.within(part.where, cut.where)})" for cut in part.exceptions
            )
            told = cases if len(part.exceptions) > 1 else cases[1:-1]
            text += self.said(phrases.COMMA) + self.said(phrases.EXCEPT_WHEN, cases=told)
        return escaped(text)

    def terms(self) -> str | None:
        """For which values of open terms there is no breach."""
        found = self.found.terms
        if found is None or isinstance(found, Undecided):
            return None
        if found.condition == NEVER and found.exact:
            return self.said(phrases.COMPLIES_NEVER)
        if found.condition in (ALWAYS, NEVER):
            return None
        form = phrases.COMPLIES_WHEN if found.exact else phrases.COMPLIES_AT_LEAST_WHEN
        told = self.naming.teller.condition(found.condition, alone=True)
        return escaped(self.said(form, condition=told))

    def value(self, row: TermRow) -> str:
        """A term with what each side publishes, and where."""
        language = self.naming.language
        sides = zip(self.naming.names, row.terms, strict=True)
        told = (f"{name} {published_text(term, language)}" for name, term in sides)
        named = next(term for term in row.terms if term is not None)
        text = term_name(named, language) + self.said(phrases.COLON)
        return escaped(text + self.said(phrases.LISTED).join(told))

    def colon(self) -> str:
        """A colon of the language, at the end of a line."""
        return phrases.COLON[self.naming.language].rstrip()

    def said(self, text: phrases.Phrase, **words: object) -> str:
        """A phrase with its words put in."""
        return text[self.naming.language].format(**words)
