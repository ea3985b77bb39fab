"""A policy as a sheet: sections of entries, each a few sentences with their sources."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from policyc.core.axes import Direction, Fact, Members, Numbers, Unit, YesNo
from policyc.core.conditions import ALWAYS, axes_of
from policyc.core.policy import Citation, Policy, SourceText, Term
from policyc.diagnostics.diagnostic import Language
from policyc.wording.attestations import ATTESTED
from policyc.wording.readings import Reading
from policyc.wording.show import phrases
from policyc.wording.show.amounts import amount
from policyc.wording.show.ranges import Ranges
from policyc.wording.show.rules import RuleTeller


@attrs.frozen
class Entry:
    """One thing that a policy says. `name` is what the policy calls it, `title` its own words."""

    name: str | None
    title: str | None
    sentences: tuple[str, ...]
    sources: tuple[str, ...] = ()


@attrs.frozen
class Section:
    """Entries of one kind under a heading."""

    kind: str
    heading: str
    entries: tuple[Entry, ...]


@attrs.frozen
class Sheet:
    """A whole policy: its name, what is to be known of it first, and its sections."""

    name: str
    label: str | None
    lead: tuple[str, ...]
    sections: tuple[Section, ...]


@attrs.frozen(eq=False)
class Included:
    """A policy whose rules another one takes in, with their readings."""

    policy: Policy
    readings: tuple[Reading, ...]


@attrs.frozen(eq=False)
class Material:
    """Everything that a sheet is made of.

    `cuts` names for each rule that permits something the rules whose prohibitions cut into it.
    """

    policy: Policy
    readings: tuple[Reading, ...]
    included: tuple[Included, ...] = ()
    cuts: Mapping[str, Sequence[str]] = attrs.field(factory=dict)
    subjects: Mapping[str, str | None] = attrs.field(factory=dict)


def sheet(material: Material, language: Language = "en") -> Sheet:
    """The sheet of a policy; sections without entries are left out."""
    policy = material.policy
    writer = _Writer(material, RuleTeller.of(policy, language, material.subjects))
    sections = (s for s in writer.sections() if s.entries)
    return Sheet(policy.name, policy.label, tuple(writer.lead()), tuple(sections))


@attrs.frozen(eq=False)
class _Writer:
    """Writes one sheet."""

    material: Material
    teller: RuleTeller

    @property
    def policy(self) -> Policy:
        """The policy."""
        return self.material.policy

    @property
    def language(self) -> Language:
        """The language of the sentences."""
        return self.teller.names.language

    def said(self, text: phrases.Phrase, **words: str) -> str:
        """A phrase with its words put in."""
        return text[self.language].format(**words)

    def lead(self) -> Iterator[str]:
        """When it was published, when it is in force, what it is subject to, what it speaks of."""
        policy, period = self.policy, self.policy.period
        if policy.published:
            yield self.said(phrases.PUBLISHED, day=str(policy.published))
        if period.start and period.end:
            yield self.said(phrases.IN_FORCE_BETWEEN, start=str(period.start), end=str(period.end))
        elif period.start:
            yield self.said(phrases.IN_FORCE_FROM, start=str(period.start))
        if policy.subject_to:
            listed = self.teller.names.every(list(policy.subject_to))
            yield self.said(phrases.SUBJECT_TO, policies=listed)
        if policy.scope != ALWAYS:
            yield self.said(phrases.SCOPE, condition=self.teller.condition(policy.scope))

    def sections(self) -> Iterator[Section]:
        """Every section, in the order in which a reader needs them."""
        policy = self.policy
        own = [r for r in self.material.readings if not r.is_default]
        defaults = [r for r in self.material.readings if r.is_default]
        yield self.section("sources", phrases.SOURCES, map(self.source, policy.sources.values()))
        yield self.section("stages", phrases.STAGES, self.stages())
        yield self.section("definitions", phrases.DEFINITIONS, self.definitions())
        mentioned = (term for term in policy.terms.values() if term.mentioned)
        yield self.section("terms", phrases.TERMS, map(self.term, mentioned))
        yield self.section("rules", phrases.RULES, map(self.rule, own))
        for included in self.material.included:
            yield self.included(included)
        yield self.section("defaults", phrases.DEFAULTS, map(self.rule, defaults))
        yield self.section("judgement", phrases.JUDGEMENT, self.judged())
        yield self.section("assumptions", phrases.ASSUMPTIONS, self.assumptions())
        yield self.section("unmodelled", phrases.UNMODELLED, self.unmodelled())
        yield self.section("proofs", phrases.PROOFS, self.proofs())

    def section(self, kind: str, heading: phrases.Phrase, entries: Iterable[Entry]) -> Section:
        """A section under its heading."""
        return Section(kind, heading[self.language], tuple(entries))

    def source(self, source: SourceText) -> Entry:
        """A source: its title, date, address, and how well it is attested."""
        told = [str(source.dated)] if source.dated else []
        told += [source.address] if source.address else []
        told += [self.said(ATTESTED[source.attestation])] if source.attestation else []
        return Entry(
            source.name, source.title, (self.said(phrases.COMMA).join(told),) if told else ()
        )

    def stages(self) -> Iterator[Entry]:
        """The stages with the ranges that they stand for."""
        for stage in self.policy.stages:
            text = self.teller.sentences.condition(stage.condition)
            yield Entry(stage.name, stage.label, (self.sentence(text),))

    def definitions(self) -> Iterator[Entry]:
        """The named conditions with what they mean."""
        for found in self.policy.definitions:
            text = self.teller.sentences.condition(found.condition)
            yield Entry(found.name, found.label, (self.sentence(text),))

    def term(self, term: Term) -> Entry:
        """A published value: known, known as a range, or left open."""
        told = [self.sentence(self.value_of(term))]
        if term.direction is not None:
            more = term.direction is Direction.MORE
            told.append(self.said(phrases.MORE_STRICTER if more else phrases.LESS_STRICTER))
        return Entry(term.name, term.label, tuple(told), self.cited(term.citations))

    def value_of(self, term: Term) -> str:
        """What is known of a term's value."""
        match term.domain:
            case Numbers(unit=unit):
                if term.value is not None and not isinstance(term.value, bool | str):
                    return amount(term.value, unit, self.language)
                return self.open_range(term)
            case Members(kind):
                if term.value is None:
                    return self.said(phrases.OPEN)
                return self.teller.names.member(kind, str(term.value))
            case YesNo():
                if term.value is None:
                    return self.said(phrases.OPEN)
                return self.said(phrases.YES if term.value else phrases.NO)

    def open_range(self, term: Term) -> str:
        """That the text leaves a number open, and between which bounds."""
        axis = self.policy.axes.get(term.name)
        if axis is None or not isinstance(axis.domain, Numbers):
            return self.said(phrases.OPEN)
        if axis.domain.lower is None or axis.domain.upper is None or _is_any_time(axis.domain):
            return self.said(phrases.OPEN)
        bounds = Ranges(self.teller.names, axis).interval(axis.domain.interval)
        return self.said(phrases.OPEN_WITHIN, bounds=bounds)

    def rule(self, reading: Reading) -> Entry:
        """A rule: its sentences, what overrides it, what cuts into it, and where it comes from."""
        rule, told = reading.rule, self.teller.rule(reading)
        above = [r.rule.name for r in self.material.readings if rule.name in r.overrides]
        if above:
            told.append(self.said(phrases.GIVES_WAY, rules=self.teller.names.every(above)))
        cut = list(self.material.cuts.get(rule.name, ()))
        if cut:
            form = phrases.CUTS if len(cut) == 1 else phrases.CUT
            told.append(self.said(form, rules=self.teller.names.every(cut)))
        name = None if reading.is_default else rule.name
        return Entry(name, rule.title, tuple(told), self.cited(rule.citations))

    def included(self, included: Included) -> Section:
        """The rules of a policy that this one takes in."""
        inner = _Writer(
            Material(included.policy, included.readings, subjects=self.material.subjects),
            RuleTeller.of(included.policy, self.language, self.material.subjects),
        )
        heading = self.said(phrases.INCLUDED, policy=included.policy.name)
        entries = [inner.rule(reading) for reading in included.readings]
        if included.policy.scope != ALWAYS:
            condition = inner.teller.condition(included.policy.scope)
            scope = self.said(phrases.SCOPE, condition=condition)
            entries.insert(0, Entry(None, None, (scope,)))
        return Section("included", heading, tuple(entries))

    def judged(self) -> Iterator[Entry]:
        """The facts that only a person can supply."""
        used = self.used()
        for key, axis in self.policy.axes.items():
            if key in used and isinstance(axis.origin, Fact) and axis.origin.by_judgement:
                yield Entry(key, axis.label, ())

    def assumptions(self) -> Iterator[Entry]:
        """What always holds, as far as it bears on what the rules ask about."""
        used = self.used()
        for assumption in self.policy.assumptions:
            if used.intersection(axes_of(assumption.condition)):
                text = self.teller.sentences.condition(assumption.condition)
                yield Entry(None, None, (self.sentence(text),))

    def used(self) -> set[str]:
        """The keys of the axes that rules ask about."""
        clauses = (*self.policy.clauses, *self.policy.defaults)
        return {key for clause in clauses for key in axes_of(clause.guard)}

    def unmodelled(self) -> Iterator[Entry]:
        """What the text says and no rule does, with the reason."""
        for found in self.policy.unmodelled:
            reason = self.said(phrases.REASON, reason=found.reason)
            yield Entry(None, found.statement, (reason,), self.cited(found.citations))

    def proofs(self) -> Iterator[Entry]:
        """What the policy claims of every case."""
        for proof in self.policy.proofs:
            yield Entry(None, proof.title, (self.teller.proof(proof),))

    def cited(self, citations: Iterable[Citation]) -> tuple[str, ...]:
        """Places in sources, by the sources' names."""
        return tuple(f"{c.source.name} {c.place}" if c.place else c.source.name for c in citations)

    def sentence(self, text: str) -> str:
        """A clause as a sentence of its own."""
        return text + "。" if self.language == "zh" else text[0].upper() + text[1:] + "."


_LAST_SECOND = 86_399
"""Of a day."""


def _is_any_time(domain: Numbers) -> bool:
    """Whether a time of day may be any."""
    return domain.unit is Unit.TIME_OF_DAY and (domain.lower, domain.upper) == (0, _LAST_SECOND)
