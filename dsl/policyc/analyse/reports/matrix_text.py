"""Every policy against every statute in one table: clauses broken, left out, not followed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from policyc.analyse.comparison import Comparison
from policyc.analyse.compliance import Compliance
from policyc.analyse.provisions import Provision
from policyc.analyse.reports import phrases
from policyc.analyse.reports.layout import column_parts, padded, widest, wrapped
from policyc.analyse.reports.style import Style
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.terminal import escaped

NONE, DOUBT, BETWEEN = "-", "?", " / "


@attrs.frozen(eq=False)
class MatrixWriter:
    """Writes a row for each policy, a column for each statute; `called` names them by identity."""

    found: Comparison
    called: Mapping[int, str]
    language: Language
    style: Style

    def lines(self) -> Iterator[str]:
        """The heading, the table in as many parts as the width needs, what the signs mean."""
        yield self.style.strong(phrases.MATRIX[self.language])
        limit = self.style.limit
        shown = self.found.policies if limit is None else self.found.policies[:limit]
        rows = [
            (
                self.name(policy),
                [cell(each) for each in self.found.against if each.policy is policy],
            )
            for policy in shown
        ]
        heads = [self.name(statute) for statute in self.found.statutes]
        margin = max(widest(name for name, _ in rows), 1)
        widths = [widest([head, *(cells[i] for _, cells in rows)]) for i, head in enumerate(heads)]
        for part in column_parts(margin + 2, widths, self.style.width):
            yield _line("", heads[part], margin, widths[part])
            for name, cells in rows:
                yield _line(name, cells[part], margin, widths[part])
        if len(shown) < len(self.found.policies):
            more = len(self.found.policies) - len(shown)
            yield "  " + phrases.MORE[self.language].format(count=more)
        yield from wrapped(self.legend(), self.style.width, "  ")

    def name(self, of: object) -> str:
        """What a policy or statute is called."""
        return escaped(self.called[id(of)])

    def legend(self) -> str:
        """What the numbers count, and the signs that occur."""
        told = [phrases.WHAT_IS_COUNTED[self.language]]
        if any(found.complies for found in self.found.against):
            told.append(phrases.NONE_BROKEN[self.language])
        if any(_in_doubt(found) for found in self.found.against):
            told.append(phrases.IN_DOUBT[self.language])
        return phrases.SEMICOLON[self.language].join(told)


def cell(found: Compliance) -> str:
    """The clauses broken, left out and not followed: `4 / 5? / -`."""
    counted = (
        (len(found.broken), found.broken),
        (len(found.left_out), found.unmet),
        (len(found.unheeded), found.unheeded),
    )
    first, *rest = (_count(count, _depends(of)) for count, of in counted)
    if not found.settled:
        first = str(len(found.broken)) + DOUBT
    return BETWEEN.join([first, *rest])


def _count(count: int, doubtful: bool) -> str:
    return (str(count) if count else NONE) + (DOUBT if doubtful else "")


def _depends(found: Iterable[Provision]) -> bool:
    """Whether some clause is kept to with some values of the open terms, as far as is known."""
    return any(not each.certain for each in found)


def _in_doubt(found: Compliance) -> bool:
    """Whether one of the counts may be another with other values, or was not settled."""
    return not found.settled or _depends((*found.broken, *found.unmet, *found.unheeded))


def _line(name: str, cells: Sequence[str], margin: int, widths: Sequence[int]) -> str:
    told = (padded(text, width) for text, width in zip(cells, widths, strict=True))
    return ("  " + padded(name, margin) + "  " + "  ".join(told)).rstrip()
