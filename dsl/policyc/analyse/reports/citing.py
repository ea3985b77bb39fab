"""The sources that a report cites, gathered while it is written."""

from collections.abc import Iterable, Sequence

import attrs

from policyc.analyse.reports.sources import rule_text
from policyc.analyse.reports.terms_text import published_text
from policyc.core.policy import Citation, Policy, SourceText, Term
from policyc.diagnostics.diagnostic import Language


@attrs.frozen(eq=False)
class Citing:
    """Cites the rules and terms of a report, and knows which sources it has cited so far."""

    policies: Sequence[Policy]
    language: Language
    _cited: dict[SourceText, dict[int, None]] = attrs.field(init=False, factory=dict)

    def rule(self, side: int, name: str) -> str:
        """A rule of a policy with its title and places."""
        policy = self.policies[side]
        if name in policy.rules:
            self._note(side, policy.rules[name].citations)
        return rule_text(policy, name, self.language)

    def term(self, side: int, term: Term | None) -> str:
        """A term's value with its places."""
        if term is not None:
            self._note(side, term.citations)
        return published_text(term, self.language)

    def _note(self, side: int, citations: Iterable[Citation]) -> None:
        for citation in citations:
            self._cited.setdefault(citation.source, {})[side] = None

    def sources(self) -> list[tuple[SourceText, tuple[int, ...]]]:
        """The sources cited, each once with the policies that cite it: the first one's first."""
        found = [(source, tuple(sorted(sides))) for source, sides in self._cited.items()]
        return sorted(found, key=lambda each: each[1])
