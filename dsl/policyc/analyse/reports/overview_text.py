"""The table of one action as lines: a block for each policy, a column for each range."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

import attrs

from policyc.analyse.overview import Answer, Cell, Overview, Row
from policyc.analyse.reports import phrases, standing_phrases
from policyc.analyse.reports.layout import column_parts, padded, widest, wrapped
from policyc.analyse.reports.naming import Naming
from policyc.analyse.reports.phrases import Phrase, phrase
from policyc.analyse.reports.style import Style
from policyc.core.axes import Numbers, Unit
from policyc.core.numbers import Interval, Number, NumberSet
from policyc.diagnostics.terminal import columns, escaped
from policyc.elaborate.describe import unit_name
from policyc.wording.conditions import fact_text
from policyc.wording.values import grouped, number_text

SIGNS = {
    Answer.CONFLICT: "!!",
    Answer.FORBIDDEN: "✗",
    Answer.REQUIRED: "!",
    Answer.DISCOURAGED: "−",
    Answer.RECOMMENDED: "+",
    Answer.ALLOWED: "✓",
    Answer.SILENT: "-",
    Answer.SOMETIMES_PERMITTED: "(✓)",
    Answer.SOMETIMES_BARRED: "(✗)",
}

WORDS: Mapping[Answer, Phrase] = MappingProxyType(
    {
        Answer.CONFLICT: phrase("forbidden and required", "既禁止又要求"),
        Answer.FORBIDDEN: phrase("forbidden", "禁止"),
        Answer.REQUIRED: phrase("required", "必须"),
        Answer.DISCOURAGED: phrase("discouraged", "不宜"),
        Answer.RECOMMENDED: phrase("recommended", "建议"),
        Answer.ALLOWED: phrase("allowed", "允许"),
        Answer.SILENT: phrase("nothing said", "未规定"),
        Answer.SOMETIMES_PERMITTED: phrase("allowed under conditions", "符合条件时允许"),
        Answer.SOMETIMES_BARRED: phrase(
            "forbidden under conditions, else nothing said", "符合条件时禁止，其余未规定"
        ),
    }
)
"""What the signs mean, in words."""

OPEN = "?"


def sign(cell: Cell) -> str:
    """The sign of a cell."""
    return SIGNS[cell.answer] + (OPEN if cell.open else "")


@attrs.frozen(eq=False)
class OverviewWriter:
    """Writes the table of one action."""

    table: Overview
    naming: Naming
    style: Style

    def lines(self) -> Iterator[str]:
        """The heading, the ranges, a block for each policy, the legend."""
        yield self.style.strong(self.heading())
        ranged = self.table.axis is not None
        ranges = [self.range_text(n) if ranged else "" for n in self.table.ranges]
        labels = [escaped(self.label(row)) for rows in self.table.rows for row in rows]
        margin = widest([*labels, *self.naming.names]) + 6
        widths = [max(columns(text), 3) for text in ranges]
        for part in column_parts(margin, widths, self.style.width):
            if ranged:
                yield _line("", ranges[part], margin, widths[part])
            for number, name in enumerate(self.naming.names):
                yield from self.block(number, name, margin, widths, part)
        yield from wrapped(self.legend(), self.style.width, "  ")

    def heading(self) -> str:
        """What the table is of."""
        action = self.naming.speech.vocabulary.actions[self.table.action]
        name = self.naming.speech.signature(action)
        if self.table.axis is None:
            return standing_phrases.AT_A_GLANCE[self.naming.language].format(action=name)
        return standing_phrases.AT_A_GLANCE_BY[self.naming.language].format(
            action=name, fact=self.fact(self.table.axis)
        )

    def fact(self, key: str) -> str:
        """The fact of the ranges with its unit."""
        language = self.naming.language
        domain = self.naming.speech.axes[key].domain
        assert isinstance(domain, Numbers), "ranges are of numbers"
        name = fact_text(self.naming.speech, key)
        unit = unit_name(domain.unit)[language]
        return name + phrases.BRACKETS[language].format(inside=unit)

    def block(
        self, number: int, name: str, margin: int, widths: Sequence[int], part: slice
    ) -> Iterator[str]:
        """One policy's rows, of some of the ranges."""
        rows = self.table.rows[number]
        if not rows:
            said = phrases.NOTHING_SAID[self.naming.language]
            yield f"  {padded(escaped(name), margin - 2)}{said}"
            return
        yield f"  {self.style.strong(escaped(name))}"
        for row in rows:
            label = "  " + escaped(self.label(row))
            cells = [sign(cell) for cell in row.cells[part]]
            yield _line(label, cells, margin, widths[part])

    def label(self, row: Row) -> str:
        """The actions of a row, without the name that the heading has."""
        text = self.naming.teller.actions(row.pattern)
        start, end = text.find("("), text.rfind(")")
        return text[start + 1 : end] if 0 <= start < end else text

    def range_text(self, numbers: NumberSet) -> str:
        """A range of the fact: `8..15`, `31..`."""
        domain = self.naming.speech.axes[self.table.axis or ""].domain
        assert isinstance(domain, Numbers), "ranges are of numbers"
        return ", ".join(_interval(domain, interval) for interval in numbers.intervals)

    def legend(self) -> str:
        """What the signs mean that occur."""
        cells = [cell for rows in self.table.rows for row in rows for cell in row.cells]
        used = dict.fromkeys(answer for answer in Answer if any(c.answer is answer for c in cells))
        parts = [f"{SIGNS[a]} {WORDS[a][self.naming.language]}" for a in used]
        if any(cell.open for cell in cells):
            parts.append(f"{OPEN} {standing_phrases.TURNS_ON_OPEN[self.naming.language]}")
        return phrases.SEMICOLON[self.naming.language].join(parts)


def _line(label: str, cells: Sequence[str], margin: int, widths: Sequence[int]) -> str:
    told = (padded(cell, width) for cell, width in zip(cells, widths, strict=True))
    return ("  " + padded(label, margin - 2) + "  ".join(told)).rstrip()


def _interval(domain: Numbers, interval: Interval) -> str:
    """An interval without its unit; no end where it goes on to the last value."""
    inside = interval if domain.step is None else interval.on_grid(domain.step)
    low = domain.lower if inside.lower is None else inside.lower
    high = inside.upper
    if low is not None and low == high:
        return _bare(domain, low)
    before, after = (">" if inside.lower_open else "", "<" if inside.upper_open else "")
    first = "" if low is None else before + _bare(domain, low)
    return f"{first}..{after + _bare(domain, high) if high is not None else ''}"


def _bare(domain: Numbers, number: Number) -> str:
    if domain.unit in (Unit.TIME_OF_DAY, Unit.DATE):
        return number_text(number, domain.unit)
    return grouped(number)
