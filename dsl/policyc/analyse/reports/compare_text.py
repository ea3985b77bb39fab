"""Several policies side by side, as text for people."""

from collections.abc import Iterator, Sequence

import attrs

from policyc.analyse.asked_days import AskedDays
from policyc.analyse.comparison import SIDE_BY_SIDE, Comparison
from policyc.analyse.left_out import NOTHING_LEFT_OUT, LeftOut, Omitted
from policyc.analyse.reports import phrases, standing_phrases, statute_phrases
from policyc.analyse.reports.cited_text import CitedWriter
from policyc.analyse.reports.compliance_text import ComplianceWriter
from policyc.analyse.reports.disputes_text import DisputesWriter
from policyc.analyse.reports.layout import padded, table, widest, wrapped
from policyc.analyse.reports.left_out_text import left_out_text
from policyc.analyse.reports.matrix_text import MOST, MatrixWriter
from policyc.analyse.reports.naming import Naming, naming, renamed, statute_names
from policyc.analyse.reports.overview_text import OverviewWriter
from policyc.analyse.reports.policies_text import about_policy
from policyc.analyse.reports.standing_text import StandingWriter
from policyc.analyse.reports.style import PLAIN, Style
from policyc.analyse.reports.summary_text import SummaryWriter
from policyc.analyse.reports.terms_text import published_text, term_name
from policyc.analyse.reports.unpromised_text import UnpromisedWriter
from policyc.core.policy import Policy
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.terminal import columns, escaped


def compare_text(
    found: Comparison,
    language: Language = "en",
    references: Sequence[str] = (),
    style: Style = PLAIN,
    left_out: Omitted = NOTHING_LEFT_OUT,
    days: AskedDays | None = None,
    *,
    summary: bool = False,
) -> str:
    """The report, ended by a line break. `references` say how the policies were asked for.

    `left_out` is what the folders among them hold besides. `days` are of the policies and, after
    them, the statutes. A `summary` has verdicts and counts, and
    not the cases behind them.
    """
    names = naming(found.joint, language, references)
    report = _Report(found, names, style, left_out, days)
    lines = report.summary() if summary else report.lines()
    return "".join(f"{line}\n" for line in lines)


@attrs.frozen(eq=False)
class _Report:
    """A report being written."""

    found: Comparison
    naming: Naming
    style: Style
    left_out: Omitted
    days: AskedDays | None

    def lines(self) -> Iterator[str]:
        """The report from its headline to the sources."""
        several = len(self.found.policies) > 1
        yield from self.beginning()
        for overview in self.found.overviews or ():
            yield ""
            yield from OverviewWriter(overview, self.naming, self.style).lines()
        if several:
            yield from self.together()
        yield from self.terms()
        yield from self.statutes()
        if self.found.against:
            called = self.called()
            yield from CitedWriter(self.found, called, self.naming.language, self.style).lines()

    def summary(self) -> Iterator[str]:
        """The report on one page."""
        yield from self.beginning()
        yield from SummaryWriter(self.found, self.naming, self.called(), self.style).lines()

    def beginning(self) -> Iterator[str]:
        """Which texts were compared, which they were held against, and the outcome in one table."""
        if headline := self.headline():
            yield self.style.strong(headline)
        yield from self.policies(self.found.policies, self.naming.names)
        yield from self.omitted(self.left_out.policies)
        if self.found.statutes:
            yield self.said(statute_phrases.HELD_AGAINST)
            called = self.called()
            names = [called[id(statute)] for statute in self.found.statutes]
            yield from self.policies(self.found.statutes, names, len(self.found.policies))
            yield from self.omitted(self.left_out.statutes)
            yield ""
            yield from MatrixWriter(self.found, called, self.naming.language, self.style).lines()
            yield from UnpromisedWriter(self.found, called, self.naming, self.style).lines()

    def headline(self) -> str:
        """How many policies were compared, and as of which day, as far as there is to tell."""
        count = len(self.found.policies)
        told = [self.said(standing_phrases.COMPARED, count=count)] if count > 1 else []
        if self.days is not None and self.days.stated:
            told.append(self.said(phrases.AS_OF, day=self.days.on))
        return self.said(phrases.COMMA).join(told)

    def omitted(self, found: Sequence[LeftOut]) -> Iterator[str]:
        """What the folders hold besides."""
        language, limit = self.naming.language, self.style.limit
        for text in left_out_text(found, self.left_out.day, language, limit):
            yield from wrapped(text, self.style.width, "  ", "    ")

    def called(self) -> dict[int, str]:
        """What each policy and statute is called, by identity."""
        names = zip(self.found.policies, self.naming.names, strict=True)
        called = {id(policy): name for policy, name in names}
        statutes = self.found.statutes
        told = statute_names(called, statutes, self.naming.language)
        return {**called, **{id(s): name for s, name in zip(statutes, told, strict=True)}}

    def together(self) -> Iterator[str]:
        """How the policies stand to each other, and where they do not agree."""
        found = self.found
        yield ""
        yield from StandingWriter(found.standing, found.silent, self.naming, self.style).lines()
        yield ""
        if found.disputes is None:
            yield from wrapped(
                self.said(standing_phrases.TOO_MANY, most=SIDE_BY_SIDE), self.style.width
            )
        else:
            yield from DisputesWriter(found.disputes, self.naming, self.style).lines()

    def policies(
        self, policies: Sequence[Policy], names: Sequence[str], first: int = 0
    ) -> Iterator[str]:
        """Which texts some policies are, the first of which has a place among the days."""
        room = widest(names)
        named = list(zip(names, policies, strict=True))
        limit = None if self.style.limit is None else MOST
        for place, (name, policy) in enumerate(named[:limit], first):
            about = about_policy(policy, name, self.naming.language, self.days, place)
            told = self.said(phrases.COMMA).join(about)
            lead = f"  {padded(escaped(name), room)}  "
            yield from wrapped(escaped(told), self.style.width, lead)
        if limit is not None and len(named) > limit:
            yield "  " + self.said(phrases.MORE, count=len(named) - limit)

    def terms(self) -> Iterator[str]:
        """The values that policies publish, side by side."""
        language = self.naming.language
        if not self.found.terms:
            return
        yield ""
        yield self.style.strong(self.said(phrases.TERMS))
        rows = [["", *map(escaped, self.naming.names)]]
        for row in self.found.terms:
            named = next(term for term in row.terms if term is not None)
            stated = sum(term is not None for term in row.terms)
            starred = row.strictest if stated > 1 else ()
            cells = [
                escaped(published_text(term, language)) + ("*" if i in starred else "")
                for i, term in enumerate(row.terms)
            ]
            rows.append([escaped(term_name(named, language)), *cells])
        told = table(rows)
        if max(map(columns, told)) <= self.style.width - 2:
            yield from ("  " + line.rstrip() for line in told)
        else:
            yield from self.term_blocks(rows)
        if any("*" in cell[-1:] for row in rows[1:] for cell in row[1:]):
            yield "  " + self.said(standing_phrases.STARRED)

    def term_blocks(self, rows: Sequence[Sequence[str]]) -> Iterator[str]:
        """The same where a table would be too wide; those that say nothing are left out."""
        nothing = self.said(phrases.NOTHING_SAID)
        for term, *cells in rows[1:]:
            yield f"  {term}"
            told = [pair for pair in zip(rows[0][1:], cells, strict=True) if pair[1] != nothing]
            limit = self.style.limit
            for name, cell in told if limit is None else told[:limit]:
                yield from wrapped(cell, self.style.width, f"    {name}: ")
            if limit is not None and len(told) > limit:
                yield "    " + self.said(phrases.MORE, count=len(told) - limit)

    def statutes(self) -> Iterator[str]:
        """Each policy held against each statute."""
        called = self.called()
        for found in self.found.against:
            yield ""
            pair = (called[id(found.policy)], called[id(found.statute)])
            two = renamed(naming(found.joint, self.naming.language), pair)
            yield from ComplianceWriter(found, two, self.style).lines()

    def said(self, text: phrases.Phrase, **words: object) -> str:
        """A phrase with its words put in."""
        return text[self.naming.language].format(**words)
