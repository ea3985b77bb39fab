"""A run of tests for people: each document, the side-by-side tables, what failed, how many."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from policyc.analyse.reports.layout import table
from policyc.analyse.reports.phrases import COMMA, Phrase
from policyc.analyse.reports.style import PLAIN, Style
from policyc.diagnostics.diagnostic import Diagnostic, Language
from policyc.diagnostics.terminal import escaped
from policyc.diagnostics.text import render as findings_text
from policyc.elaborate.elaborator import Elaborated
from policyc.testing.proofs import Claim
from policyc.testing.report import Report
from policyc.testing.reports import phrases
from policyc.testing.reports.coverage_text import coverage_lines
from policyc.testing.reports.grid_text import grid_lines
from policyc.testing.reports.mutation_text import mutation_lines
from policyc.testing.results import Ran


def render(report: Report, language: Language = "en", style: Style = PLAIN) -> str:
    """The report, from what was tested to the count at the end."""
    writer = _Writer(report, language, style)
    blocks = [list(block) for block in writer.blocks()]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


@attrs.frozen(eq=False)
class _Writer:
    """Writes one report."""

    report: Report
    language: Language
    style: Style

    def blocks(self) -> Iterator[Iterable[str]]:
        """The parts of the report, each a list of lines."""
        report = self.report
        yield self.findings(report.errors)
        yield self.documents()
        for grid in report.grids:
            yield grid_lines(grid, self.language, self.style)
        for covered in report.coverage or ():
            yield coverage_lines(covered, self.language, self.style)
        for mutated in report.mutation or ():
            yield mutation_lines(mutated, self.language, self.style)
        for item in report.items:
            if not item.passed:
                yield self.failed(item)
        for claim in report.proofs:
            yield self.findings(claim.doubts)
        yield self.summary()

    def documents(self) -> list[str]:
        """A row for each document that something of was tested, or should have been."""
        rows = [self.document(document) for document in self.report.documents]
        return table([row for row in rows if row])

    def document(self, document: Elaborated) -> Sequence[str]:
        """The name, the file, and what became of its tests and proofs."""
        name, file = escaped(document.found.name), escaped(document.found.source.name)
        if not document.usable:
            return name, file, phrases.HAS_ERRORS[self.language]
        tests = [test for test in self.report.tests if test.document is document]
        proofs = [claim for claim in self.report.proofs if claim.document is document]
        if not tests and not proofs:
            return ()
        kind = phrases.TEST if document.policy is not None else phrases.CASES
        return name, file, self.outcome(tests, proofs, kind)

    def outcome(self, tests: Sequence[Ran], proofs: Sequence[Claim], kind: Phrase) -> str:
        """`33 tests, 3 proofs: as expected`."""
        parts = [
            phrases.counted(len(items), of, self.language)
            for items, of in ((tests, kind), (proofs, phrases.PROOF))
            if items
        ]
        failed = sum(not t.passed for t in tests) + sum(not p.passed for p in proofs)
        things = COMMA[self.language].join(parts)
        if not failed:
            return phrases.ALL_WELL[self.language].format(things=things)
        return phrases.SOME_FAILED[self.language].format(things=things, failed=failed)

    def failed(self, item: Ran | Claim) -> Iterator[str]:
        """The title of a failed test or proof, and what is wrong with it."""
        title = item.test.title if isinstance(item, Ran) else item.proof.title
        if title:
            name = escaped(item.document.found.name)
            yield self.style.strong(f"✗ {name}: “{escaped(title)}”")
        yield from self.findings(item.failures)

    def findings(self, found: Iterable[Diagnostic]) -> list[str]:
        """Findings without the count below them."""
        width, colour = self.style.width, self.style.colour
        texts = [findings_text([f], self.language, width=width, colour=colour) for f in found]
        return "\n".join(text.rpartition("\n\n")[0] + "\n" for text in texts).splitlines()

    def summary(self) -> Iterator[str]:
        """How many there were, and how many did not come out."""
        tests, proofs = self.report.tests, self.report.proofs
        if tests or proofs:
            yield self.style.strong(self.outcome(tests, proofs, phrases.TEST))
        elif not self.report.errors:
            yield phrases.NOTHING[self.language]
