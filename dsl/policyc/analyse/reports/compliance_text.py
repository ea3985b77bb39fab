"""A policy held against a statute, as lines: one entry for each clause that it does not keep to."""

from collections.abc import Iterator, Sequence

import attrs

from policyc.analyse.compliance import Compliance
from policyc.analyse.duties import DutyDifference
from policyc.analyse.provisions import Breach, Provision
from policyc.analyse.reports import phrases, statute_phrases
from policyc.analyse.reports.diff_rest import duty_text
from policyc.analyse.reports.layout import padded, widest, wrapped
from policyc.analyse.reports.matrix_text import DOUBT
from policyc.analyse.reports.naming import Naming, speech_of
from policyc.analyse.reports.open_values_text import OpenValuesTeller
from policyc.analyse.reports.provisions_text import ClauseTeller
from policyc.analyse.reports.sources import rule_text
from policyc.analyse.reports.style import Style
from policyc.analyse.reports.terms_text import published_text, term_name
from policyc.analyse.terms import TermRow
from policyc.core.actions import Pattern
from policyc.core.conditions import conjoin
from policyc.diagnostics.terminal import columns, escaped
from policyc.wording.actions import action_text
from policyc.wording.facts import statements


@attrs.frozen(eq=False)
class ComplianceWriter:
    """Writes how one policy stands to one statute; `naming` names the two in this order."""

    found: Compliance
    naming: Naming
    style: Style

    def lines(self) -> Iterator[str]:
        """The verdict, clauses broken, for which open terms; omissions, advice, values, duties."""
        found = self.found
        yield from (self.style.strong(line) for line in wrapped(self.headline(), self.style.width))
        if self.clauses.scope and (found.broken or found.unmet or found.unheeded):
            yield from wrapped(self.scope(), self.style.width, "  ")
        yield from self.listed(found.broken)
        if (text := self.open_values.terms()) is not None:
            yield from wrapped(text, self.style.width, "  ")
        if found.unmet:
            yield from self.heading(statute_phrases.OMITS, found.unmet)
            yield from self.listed(found.unmet, omitted=True)
        if found.unheeded:
            yield from self.heading(statute_phrases.ADVISED, found.unheeded)
            yield from self.listed(found.unheeded)
        if found.values:
            yield "  " + self.said(statute_phrases.STRICTER_VALUES, **self.names()) + self.colon()
        for row in found.values:
            yield from wrapped(self.value(row), self.style.width, "    ", "      ")
        if found.unpermitted:
            yield "  " + self.said(statute_phrases.UNPERMITTED, **self.names()) + self.colon()
        for duty in found.unpermitted:
            yield from wrapped(escaped(self.condition(duty)), self.style.width, "    ", "      ")

    @property
    def clauses(self) -> ClauseTeller:
        """How the statute's clauses are told."""
        return ClauseTeller(self.found, self.naming.teller, within_scope=True)

    @property
    def open_values(self) -> OpenValuesTeller:
        """What turns on values that are left open."""
        return OpenValuesTeller(self.found, self.naming)

    def scope(self) -> str:
        """What the statute is limited to; with each clause it is left unsaid."""
        told = self.naming.teller.conjunction(conjoin(self.clauses.scope))
        return escaped(self.said(statute_phrases.APPLIES, **self.names(), cases=told))

    def names(self) -> dict[str, str]:
        """What the two are called."""
        policy, statute = map(escaped, self.naming.names)
        return {"policy": policy, "statute": statute}

    def headline(self) -> str:
        """Whether the policy complies."""
        broken = self.found.broken
        if self.found.complies:
            return self.said(statute_phrases.COMPLIES, **self.names())
        if not broken:
            return self.said(statute_phrases.PERHAPS_COMPLIES, **self.names())
        plural = {"s": "" if len(broken) == 1 else "s", "v": "s" if len(broken) == 1 else ""}
        text = self.said(statute_phrases.BREACHES, **self.names(), count=len(broken), **plural)
        return text + self.depending(broken)

    def heading(self, text: phrases.Phrase, found: Sequence[Provision]) -> Iterator[str]:
        """What a list of clauses is."""
        plural = "" if len(found) == 1 else "s"
        told = self.said(text, **self.names(), count=len(found), s=plural)
        yield from wrapped(told + self.depending(found), self.style.width, "  ")

    def depending(self, found: Sequence[Provision]) -> str:
        """How many of some clauses are kept to with some of the values that are left open."""
        count = sum(not each.certain for each in found)
        if not count:
            return ""
        every = count == len(found)
        return self.said(
            statute_phrases.ALL_DEPEND if every else statute_phrases.SOME_DEPEND, count=count
        )

    def listed(self, found: Sequence[Provision], *, omitted: bool = False) -> Iterator[str]:
        """Clauses of the statute, each with what the policy permits or leaves out against it."""
        limit = self.style.limit
        for number, provision in enumerate(found if limit is None else found[:limit], 1):
            lead = f"{number:4}. "
            yield from wrapped(self.clause(provision, omitted), self.style.width, lead)
            rows = [*self.rows(provision, omitted), *self.possibly(provision, len(found))]
            rows += self.example(provision, omitted)
            rows += self.in_full(provision, omitted) if limit is None else ()
            room = widest(head for head, _ in rows) + 2
            for head, text in rows:
                first = " " * len(lead) + padded(head, room)
                yield from wrapped(text, self.style.width, first, " " * (columns(first) + 2))
        if limit is not None and len(found) > limit:
            yield "      " + self.said(phrases.MORE, count=len(found) - limit)

    def clause(self, provision: Provision, omitted: bool) -> str:
        """A clause, marked where it is not certain; one that requires something with what."""
        text = rule_text(self.found.statute, provision.rule, self.naming.language)
        text += "" if provision.certain else f" {DOUBT}"
        if omitted:
            told = self.clauses.required(provision)
            text += self.said(phrases.COLON) + escaped(self.said(phrases.SEMICOLON).join(told))
        return text

    def rows(self, provision: Provision, omitted: bool) -> Iterator[tuple[str, str]]:
        """What the policy permits against a clause, and by which of its rules."""
        head = self.said(statute_phrases.PERMITS, name=escaped(self.naming.names[0]))
        limit = None if self.style.limit is None else WORDED
        permits = {} if omitted else self.clauses.permitted(provision)
        for rules, told in permits.items():
            for text in told[:limit]:
                yield head, escaped(text)
                head = ""
            if limit is not None and len(told) > limit:
                yield "", self.said(phrases.MORE, count=len(told) - limit)
            named = (rule_text(self.found.policy, r, self.naming.language) for r in rules)
            yield (
                "",
                self.said(statute_phrases.BY_RULES, rules=self.said(phrases.LISTED).join(named)),
            )

    def possibly(self, provision: Provision, clauses: int) -> Iterator[tuple[str, str]]:
        """For which values a clause is kept to, if not for none; of the only one all say it."""
        only = clauses == 1 and provision in self.found.broken
        if not provision.certain and (not only or self.open_values.terms() is None):
            yield self.said(phrases.POSSIBLE), escaped(self.open_values.possibly(provision))

    def example(self, provision: Provision, omitted: bool) -> Iterator[tuple[str, str]]:
        """A case; not where it would repeat what a clause requires."""
        found = provision.breaches[0].example
        speech = speech_of(self.naming.speech, found)
        facts = list(statements(speech, found.facts))
        if omitted:
            alone = Pattern(
                found.action.name, tuple(frozenset((a,)) for a in found.action.arguments)
            )
            told = self.naming.teller.told(alone, self.said(phrases.AND_WORD).join(facts))
            if self.clauses.required(provision) == [told]:
                return
        text = action_text(speech, found.action)
        if facts:
            text += self.said(phrases.WITH, facts=self.said(phrases.LISTED).join(facts))
        yield self.said(phrases.EXAMPLE), escaped(text)

    def in_full(self, provision: Provision, omitted: bool) -> Iterator[tuple[str, str]]:
        """Every case, exactly; not where a clause requires just that."""
        cases = [self.where(breach) for breach in provision.breaches]
        if omitted and cases == [escaped(text) for text in self.clauses.required(provision)]:
            return
        head = self.said(statute_phrases.IN_FULL)
        for text in cases:
            yield head, text
            head = ""

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

    def value(self, row: TermRow) -> str:
        """A term with what each side publishes, and where."""
        language = self.naming.language
        sides = zip(self.naming.names, row.terms, strict=True)
        told = (f"{name} {published_text(term, language)}" for name, term in sides)
        named = next(term for term in row.terms if term is not None)
        text = term_name(named, language) + self.said(phrases.COLON)
        return escaped(text + self.said(phrases.LISTED).join(told))

    def condition(self, found: DutyDifference) -> str:
        """What the statute makes a condition of an action, within its scope."""
        guard = self.clauses.unscoped(found.duty.guard)
        within = attrs.evolve(found, duty=attrs.evolve(found.duty, guard=guard))
        policy = (self.found.policy, self.found.statute)[within.side]
        rule = rule_text(policy, within.duty.rule, self.naming.language)
        return duty_text(within, rule, self.naming)

    def colon(self) -> str:
        """A colon of the language, at the end of a line."""
        return phrases.COLON[self.naming.language].rstrip()

    def said(self, text: phrases.Phrase, **words: object) -> str:
        """A phrase with its words put in."""
        return text[self.naming.language].format(**words)


WORDED = 6
"""How many ways to act against one clause by the same rules are worded."""
