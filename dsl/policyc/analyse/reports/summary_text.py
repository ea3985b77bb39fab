"""Several policies side by side on one page: verdicts and counts, without the cases."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

import attrs

from policyc.analyse.comparison import Comparison
from policyc.analyse.compliance import Compliance
from policyc.analyse.disputes import FORBIDS, PERMITS
from policyc.analyse.example import Example
from policyc.analyse.reports import phrases
from policyc.analyse.reports.compliance_text import ComplianceWriter
from policyc.analyse.reports.disputes_text import grouped
from policyc.analyse.reports.layout import table, wrapped
from policyc.analyse.reports.naming import Naming, naming, renamed
from policyc.analyse.reports.standing_text import StandingWriter
from policyc.analyse.reports.style import Style
from policyc.core.policy import Policy
from policyc.diagnostics.terminal import columns, escaped


@attrs.frozen(eq=False)
class SummaryWriter:
    """Writes the sections of a summary after the list of policies; `called` names by identity."""

    found: Comparison
    naming: Naming
    called: Mapping[int, str]
    style: Style

    def lines(self) -> Iterator[str]:
        """The statutes first, then how the policies stand to each other."""
        for statute in self.found.statutes:
            yield ""
            yield from self.statute(statute)
        if self.found.statutes:
            yield ""
            yield from wrapped(self.said(phrases.WHAT_IS_COUNTED), self.style.width, "  ")
        if len(self.found.policies) > 1:
            yield ""
            writer = StandingWriter(
                self.found.standing, self.found.silent, self.naming, self.style, brief=True
            )
            yield from writer.lines()
            yield from self.disputes()

    def statute(self, statute: Policy) -> Iterator[str]:
        """A line for each policy: how often it breaks the statute, and what it leaves out."""
        names = self.called
        against = [each for each in self.found.against if each.statute is statute]
        yield self.style.strong(escaped(self.said(phrases.AGAINST, statute=names[id(statute)])))
        counted = [c for c in _COLUMNS if c not in _RARE or any(any(c[1](f)) for f in against)]
        heads = [self.said(head) for head, _ in counted]
        rows = [["", *heads]]
        limit = self.style.limit
        shown = against if limit is None else against[:limit]
        rows += [[escaped(names[id(each.policy)]), *self.counted(each, counted)] for each in shown]
        told = table(rows)
        if max(map(columns, told)) <= self.style.width - 2:
            yield from ("  " + line.rstrip() for line in told)
        else:
            yield from self.blocks(rows)
        if len(shown) < len(against):
            yield "  " + self.said(phrases.MORE, count=len(against) - len(shown))
        for head, (_, actions) in zip(heads, counted, strict=True):
            yield from self.concerned(head, {a: None for each in against for a in actions(each)})
        for each in shown:
            yield from self.terms(each, (names[id(each.policy)], names[id(statute)]))

    def counted(self, found: Compliance, counted: Sequence["Column"]) -> Iterator[str]:
        """The cells of a policy: how many of each there are."""
        for number, (_, actions) in enumerate(counted):
            count = len(list(actions(found)))
            unsettled = not number and found.complies is None
            none = phrases.NONE_FOUND if unsettled else phrases.NONE_COUNTED
            yield str(count) if count else self.said(none)

    def concerned(self, head: str, actions: Iterable[str]) -> Iterator[str]:
        """Which actions a column is about."""
        known = {
            name: signature
            for each in self.found.against
            for name, signature in each.joint.vocabulary.actions.items()
        }
        names = [escaped(self.naming.speech.signature(known[name])) for name in actions]
        if names:
            limit = self.style.limit
            listed = names if limit is None else names[:limit]
            told = self.said(phrases.LISTED).join(listed)
            if len(listed) < len(names):
                told += self.said(phrases.LISTED) + "…"
            text = self.said(phrases.CONCERNING, what=head, actions=told)
            yield from wrapped(text, self.style.width, "  ", "    ")

    def terms(self, found: Compliance, names: tuple[str, str]) -> Iterator[str]:
        """For which values of its open terms a policy breaks nothing."""
        two = renamed(naming(found.joint, self.naming.language), names)
        text = ComplianceWriter(found, two, self.style).terms()
        if text is not None:
            lead = f"  {escaped(names[0])}{phrases.COLON[self.naming.language]}"
            yield from wrapped(text, self.style.width, lead, "    ")

    def blocks(self, rows: Sequence[Sequence[str]]) -> Iterator[str]:
        """The same where a table would be too wide."""
        colon = phrases.COLON[self.naming.language]
        for name, *cells in rows[1:]:
            yield f"  {name}"
            for head, cell in zip(rows[0][1:], cells, strict=True):
                yield from wrapped(cell, self.style.width, f"    {head}{colon}", "      ")

    def disputes(self) -> Iterator[str]:
        """How many cases there are on which not all agree, and how many of these are grave."""
        found = self.found.disputes
        if found is None:
            return
        yield ""
        groups = grouped(found.disputes)
        count, grave = len(groups), sum(_is_grave(group[0].example) for group in groups)
        text = phrases.DISPUTES_COUNTED if count else phrases.NO_DISPUTE
        if found.unknown and not count:
            text = phrases.NOT_ALL
        yield from wrapped(self.said(text, count=count, grave=grave), self.style.width)

    def said(self, text: phrases.Phrase, **words: object) -> str:
        """A phrase with its words put in."""
        return text[self.naming.language].format(**words)


def _is_grave(found: Example) -> bool:
    """Whether one policy forbids what another permits, in a case."""
    verdicts = {outcome.verdict for outcome in found.outcomes}
    return not verdicts.isdisjoint(FORBIDS) and not verdicts.isdisjoint(PERMITS)


Column: TypeAlias = tuple[phrases.Phrase, Callable[[Compliance], Iterator[str]]]
"""What is counted of a policy and a statute: the head of the column, and an action for each."""

_RARE: tuple[Column, ...] = (
    (phrases.ADVICE_COUNTED, lambda found: (a.part.where.pattern.name for a in found.advice)),
)
"""What is counted only where there is some of it: few statutes advise."""

_COLUMNS: tuple[Column, ...] = (
    (phrases.BREACHES_COUNTED, lambda found: (b.part.where.pattern.name for b in found.breaches)),
    (phrases.OMISSIONS_COUNTED, lambda found: (o.part.where.pattern.name for o in found.omissions)),
    (phrases.CONDITIONS_COUNTED, lambda found: (d.duty.pattern.name for d in found.duties)),
    *_RARE,
)
