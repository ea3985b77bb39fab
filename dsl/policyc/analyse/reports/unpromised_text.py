"""The clauses of statutes that no policy promises to keep, as lines."""

from collections.abc import Collection, Iterator, Mapping

import attrs

from policyc.analyse.comparison import Comparison
from policyc.analyse.not_kept import Count
from policyc.analyse.reports import phrases, statute_phrases
from policyc.analyse.reports.layout import wrapped
from policyc.analyse.reports.matrix_text import count_text
from policyc.analyse.reports.naming import Naming
from policyc.analyse.reports.policies_text import first_of
from policyc.analyse.reports.sources import rule_text
from policyc.analyse.reports.style import Style
from policyc.analyse.unpromised import Unpromised, promised_by_none
from policyc.core.policy import Policy
from policyc.diagnostics.terminal import escaped


@attrs.frozen(eq=False)
class UnpromisedWriter:
    """Writes the section; `called` names the statutes by identity."""

    found: Comparison
    called: Mapping[int, str]
    naming: Naming
    style: Style

    def lines(self) -> Iterator[str]:
        """An empty line, the heading, and the clauses statute by statute; nothing for none."""
        found = promised_by_none(self.found)
        if not found:
            return
        yield ""
        yield self.style.strong(self.said(statute_phrases.PROMISED_BY_NONE))
        for statute in self.found.statutes:
            yield from self.of_statute(statute, [e for e in found if e.statute is statute])

    def of_statute(self, statute: Policy, found: Collection[Unpromised]) -> Iterator[str]:
        """The clauses of one statute, under its name."""
        if not found:
            return
        yield "  " + escaped(self.called[id(statute)])
        told = [self.clause(each) for each in found]
        for text in first_of(told, self.naming.language, self.style.limit):
            yield from wrapped(text, self.style.width, "    ", "      ")

    def clause(self, found: Unpromised) -> str:
        """A clause, with how many policies break it, leave it out or have no occasion for it."""
        told = list(self.ways(found))
        text = rule_text(found.statute, found.rule, self.naming.language)
        return text + self.said(phrases.COLON) + self.said(phrases.COMMA).join(told)

    def ways(self, found: Unpromised) -> Iterator[str]:
        """How many policies do not keep to a clause in each way."""
        if found.broken:
            yield self.said(statute_phrases.BROKEN_BY, who=self.who(_count(found.broken)))
        if found.left_out:
            yield self.said(statute_phrases.LEFT_OUT_BY, who=self.who(_count(found.left_out)))
        if len(found.unpermitted) == len(self.found.policies):
            yield self.said(statute_phrases.PERMITTED_BY_NONE)
        elif found.unpermitted:
            yield self.said(
                statute_phrases.NOT_PERMITTED_BY, who=self.who(Count(len(found.unpermitted)))
            )

    def who(self, count: Count) -> str:
        """So many of the policies, or all."""
        if count.certain == len(self.found.policies):
            return self.said(phrases.EVERYONE)
        return self.said(statute_phrases.SO_MANY, count=count_text(count))

    def said(self, text: phrases.Phrase, **words: object) -> str:
        """A phrase with its words put in."""
        return text[self.naming.language].format(**words)


def _count(certain: Mapping[int, bool]) -> Count:
    known = list(certain.values())
    return Count(known.count(True), known.count(False))
