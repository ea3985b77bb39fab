"""Every policy against every statute in one table: clauses broken, left out, not followed."""

from collections.abc import Iterator, Mapping, Sequence

import attrs

from policyc.analyse.comparison import Comparison
from policyc.analyse.compliance import Compliance
from policyc.analyse.not_kept import Count, Way, counted, severity
from policyc.analyse.reports import phrases, statute_phrases
from policyc.analyse.reports.layout import column_parts, padded, widest, wrapped
from policyc.analyse.reports.style import Style
from policyc.core.policy import Policy
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.terminal import escaped

NONE, DOUBT, BETWEEN = "-", "?", " / "

MOST = 60
"""How many rows are shown unless all are wanted; those that break most come first."""


@attrs.frozen(eq=False)
class MatrixWriter:
    """Writes a row for each policy, a column for each statute; `called` names them by identity."""

    found: Comparison
    called: Mapping[int, str]
    language: Language
    style: Style

    def lines(self) -> Iterator[str]:
        """The heading, the table in as many parts as the width needs, what the signs mean."""
        yield self.style.strong(statute_phrases.MATRIX[self.language])
        ranked = self.ranked()
        shown = ranked if self.style.limit is None else ranked[:MOST]
        rows = [(self.name(policy), self.cells(self.against(policy))) for policy in shown]
        heads = self.heads()
        margin = max(widest(name for name, _ in rows), 1)
        widths = [widest([head, *(cells[i] for _, cells in rows)]) for i, head in enumerate(heads)]
        for part in column_parts(margin + 2, widths, self.style.width):
            yield _line("", heads[part], margin, widths[part])
            for name, cells in rows:
                yield _line(name, cells[part], margin, widths[part])
        if len(shown) < len(ranked):
            more = len(ranked) - len(shown)
            yield "  " + phrases.MORE[self.language].format(count=more)
        yield from wrapped(self.legend(), self.style.width, "  ")

    def ranked(self) -> list[Policy]:
        """The policies, those that keep to least first; of equals, the one named first."""
        negated = {id(p): [-n for n in severity(self.against(p))] for p in self.found.policies}
        return sorted(self.found.policies, key=lambda policy: negated[id(policy)])

    def against(self, policy: Policy) -> list[Compliance]:
        """A policy held against each statute."""
        return [each for each in self.found.against if each.policy is policy]

    def heads(self) -> list[str]:
        """What stands over the columns: the total first where there are several statutes."""
        names = [self.name(statute) for statute in self.found.statutes]
        return [statute_phrases.TOTAL[self.language], *names] if len(names) > 1 else names

    def cells(self, found: Sequence[Compliance]) -> list[str]:
        """A row's cells, under the heads."""
        each = [cell(counted([one])) for one in found]
        return [cell(counted(found)), *each] if len(each) > 1 else each

    def name(self, of: object) -> str:
        """What a policy or statute is called."""
        return escaped(self.called[id(of)])

    def legend(self) -> str:
        """What the numbers count, and the signs that occur."""
        told = [statute_phrases.WHAT_IS_COUNTED[self.language]]
        if any(found.complies for found in self.found.against):
            told.append(statute_phrases.NONE_BROKEN[self.language])
        counts = [count for each in self.found.against for count in counted([each]).values()]
        if any(count.possible for count in counts):
            told.append(statute_phrases.IN_DOUBT[self.language])
        if not all(count.settled for count in counts):
            told.append(statute_phrases.PERHAPS_MORE[self.language])
        return phrases.SEMICOLON[self.language].join(told)


def cell(found: Mapping[Way, Count]) -> str:
    """The clauses broken, left out and not followed: `3+1? / 5 / -`."""
    return BETWEEN.join(map(count_text, found.values()))


def count_text(count: Count) -> str:
    """So many for certain, and so many more perhaps: `3+1?`."""
    parts = [str(count.certain)] if count.certain else []
    parts += [f"{count.possible}{DOUBT}"] if count.possible else []
    parts += [] if count.settled else [DOUBT]
    return "+".join(parts) or NONE


def _line(name: str, cells: Sequence[str], margin: int, widths: Sequence[int]) -> str:
    told = (padded(text, width) for text, width in zip(cells, widths, strict=True))
    return ("  " + padded(name, margin) + "  " + "  ".join(told)).rstrip()
