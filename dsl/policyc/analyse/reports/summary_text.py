"""Several policies side by side on one page: verdicts and counts, without the cases."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import attrs

from policyc.analyse.comparison import Comparison
from policyc.analyse.compliance import Compliance
from policyc.analyse.example import Example
from policyc.analyse.not_kept import Way, not_kept
from policyc.analyse.reports import phrases, standing_phrases, statute_phrases
from policyc.analyse.reports.compliance_text import ComplianceWriter
from policyc.analyse.reports.disputes_text import grouped
from policyc.analyse.reports.layout import wrapped
from policyc.analyse.reports.matrix_text import DOUBT
from policyc.analyse.reports.naming import Naming, naming, renamed
from policyc.analyse.reports.policies_text import first_of, some_of
from policyc.analyse.reports.sources import rule_text
from policyc.analyse.reports.standing_text import StandingWriter
from policyc.analyse.reports.style import Style
from policyc.analyse.verdicts import FORBIDS, PERMITS
from policyc.core.policy import Policy
from policyc.diagnostics.terminal import escaped


@attrs.frozen(eq=False)
class SummaryWriter:
    """Writes the sections of a summary after the table; `called` names by identity."""

    found: Comparison
    naming: Naming
    called: Mapping[int, str]
    style: Style

    def lines(self) -> Iterator[str]:
        """The statutes first, then how the policies stand to each other."""
        for statute in self.found.statutes:
            yield ""
            yield from self.statute(statute)
        if len(self.found.policies) > 1:
            yield ""
            writer = StandingWriter(
                self.found.standing, self.found.silent, self.naming, self.style, brief=True
            )
            yield from writer.lines()
            yield from self.disputes()

    def statute(self, statute: Policy) -> Iterator[str]:
        """Its clauses that are broken, left out or not followed, each with who does so."""
        against = [each for each in self.found.against if each.statute is statute]
        name = escaped(self.called[id(statute)])
        yield self.style.strong(self.said(statute_phrases.AGAINST, statute=name))
        yield from self.scope(against[0])
        for way, head in _HEADS.items():
            yield from self.clauses(statute, self.said(head), [not_kept(a, way) for a in against])
        for text in first_of(self.terms(against), self.naming.language, self.style.limit):
            yield from wrapped(text, self.style.width, "  ")
        if any(each.unknown for each in against):
            yield "  " + self.said(phrases.NOT_ALL)
        elif not any(not_kept(each, way) for each in against for way in Way):
            yield "  " + self.said(statute_phrases.KEPT_TO)

    def clauses(
        self, statute: Policy, head: str, found: Sequence[Mapping[str, bool]]
    ) -> Iterator[str]:
        """The clauses of one kind that some policy does not keep to; most policies first.

        `found` holds those of each policy, with whether it is certain.
        """
        limit = self.style.limit
        count = Counter(rule for each in found for rule in each)
        rules = sorted(count, key=lambda rule: -count[rule])
        if rules:
            yield f"  {head}"
        for rule in rules if limit is None else rules[:limit]:
            text = rule_text(statute, rule, self.naming.language)
            if len(found) > 1:
                text += self.said(phrases.COLON) + self.who([each.get(rule) for each in found])
            elif not found[0][rule]:
                text += f" {DOUBT}"
            yield from wrapped(text, self.style.width, "    ", "      ")
        if limit is not None and len(rules) > limit:
            yield "    " + self.said(phrases.MORE, count=len(rules) - limit)

    def who(self, certain: Sequence[bool | None]) -> str:
        """The policies that do not keep to a clause, and of which that is certain."""
        language, limit = self.naming.language, self.style.limit
        chosen = [number for number, known in enumerate(certain) if known is not None]
        if False not in certain:
            return self.named(chosen)
        names = [
            escaped(self.naming.names[number]) + ("" if certain[number] else DOUBT)
            for number in chosen
        ]
        return self.said(phrases.LISTED).join(first_of(names, language, limit))

    def scope(self, found: Compliance) -> Iterator[str]:
        """What a statute is limited to."""
        writer = self.alone(found)
        if writer.clauses.scope:
            yield from wrapped(writer.scope(), self.style.width, "  ")

    def terms(self, found: Sequence[Compliance]) -> list[str]:
        """For which values of open terms policies break nothing, each said once of all it holds of.

        Of none is not said where some clause is marked as broken for certain: that tells as much.
        """
        told: dict[str, list[int]] = {}
        for number, each in enumerate(found):
            text = self.alone(each).open_values.terms()
            if text is not None and not any(clause.certain for clause in each.broken):
                told.setdefault(text, []).append(number)
        if len(found) == 1:
            return list(told)
        return [self.named(chosen) + self.said(phrases.COLON) + t for t, chosen in told.items()]

    def alone(self, found: Compliance) -> ComplianceWriter:
        """How one policy stands to one statute, under the names that both have here."""
        names = (self.called[id(found.policy)], self.called[id(found.statute)])
        two = renamed(naming(found.joint, self.naming.language), names)
        return ComplianceWriter(found, two, self.style)

    def named(self, chosen: Sequence[int]) -> str:
        """Some of the policies."""
        return some_of(self.naming.names, chosen, self.naming.language, self.style.limit)

    def disputes(self) -> Iterator[str]:
        """How many cases there are on which not all agree, and how many of these are grave."""
        found = self.found.disputes
        if found is None:
            return
        yield ""
        groups = grouped(found.disputes)
        count, grave = len(groups), sum(_is_grave(group[0].example) for group in groups)
        text = standing_phrases.DISPUTES_COUNTED if count else standing_phrases.NO_DISPUTE
        if found.unknown and not count:
            text = phrases.NOT_ALL
        told = self.said(text, count=count, s="" if count == 1 else "s", grave=grave)
        yield from wrapped(told, self.style.width)

    def said(self, text: phrases.Phrase, **words: object) -> str:
        """A phrase with its words put in."""
        return text[self.naming.language].format(**words)


def _is_grave(found: Example) -> bool:
    """Whether one policy forbids what another permits, in a case."""
    verdicts = {outcome.verdict for outcome in found.outcomes}
    return not verdicts.isdisjoint(FORBIDS) and not verdicts.isdisjoint(PERMITS)


_HEADS: Mapping[Way, phrases.Phrase] = {
    Way.BROKEN: statute_phrases.BROKEN,
    Way.LEFT_OUT: statute_phrases.LEFT_OUT,
    Way.UNHEEDED: statute_phrases.UNHEEDED,
}
"""What each way not to keep to a clause is called."""
