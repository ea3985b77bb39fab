"""The sources of what a comparison cites, each once, with who cites it."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from policyc.analyse.comparison import Comparison
from policyc.analyse.compliance import Compliance
from policyc.analyse.reports import phrases
from policyc.analyse.reports.sources import source_lines
from policyc.analyse.reports.style import Style
from policyc.core.policy import Citation, Policy, SourceText
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.terminal import escaped


@attrs.frozen(eq=False)
class CitedWriter:
    """Writes the list; `called` names policies and statutes by identity."""

    found: Comparison
    called: Mapping[int, str]
    language: Language
    style: Style

    def lines(self) -> Iterator[str]:
        """An empty line, the heading and the sources, the policies' first; nothing for none."""
        listed = phrases.LISTED[self.language]
        rows = [
            (listed.join(escaped(name) for name in names), source)
            for source, names in self.citing().items()
        ]
        if rows:
            yield ""
            yield from source_lines(rows, self.language, self.style)

    def citing(self) -> dict[SourceText, dict[str, None]]:
        """The sources that are cited, with the names of those who cite them."""
        found: dict[SourceText, dict[str, None]] = {}
        for policy in (*self.found.policies, *self.found.statutes):
            for citation in self.citations(policy):
                found.setdefault(citation.source, {})[self.called[id(policy)]] = None
        return found

    def citations(self, policy: Policy) -> Iterator[Citation]:
        """The places that are cited from one policy or statute."""
        for row in self.found.terms:
            yield from _of_term(policy, row.name)
        for each in self.found.against:
            for rule in _cited_rules(each, policy):
                yield from policy.rules[rule].citations if rule in policy.rules else ()
            for row in each.values if policy in (each.policy, each.statute) else ():
                yield from _of_term(policy, row.name)


def _of_term(policy: Policy, name: str) -> Iterable[Citation]:
    return policy.terms[name].citations if name in policy.terms else ()


def _cited_rules(found: Compliance, policy: Policy) -> Iterator[str]:
    """The rules of one of the two that the report of a pair cites."""
    if policy is found.policy:
        for each in (*found.broken, *found.unheeded):
            yield from each.permitting
    if policy is found.statute:
        for each in (*found.broken, *found.unmet, *found.unheeded):
            yield each.rule
        yield from (duty.duty.rule for duty in found.unpermitted)
