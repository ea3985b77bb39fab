"""What several policies say of the same cases: one row a case, one column a policy."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import attrs

from policyc.core.axes import Axis, Value
from policyc.core.policy import Verdict
from policyc.elaborate.elaborator import Elaborated
from policyc.syntax import nodes as n
from policyc.testing.answers import Answer, Found
from policyc.testing.cases import misfits, with_history
from policyc.testing.judgement import told
from policyc.testing.results import Ran
from policyc.testing.running import question
from policyc.testing.subjects import Policies, Subject

PRECEDENCE = tuple(Verdict)


@attrs.frozen
class Cell:
    """What a policy says: every verdict that it gives some action asked about, by precedence.

    `passed` is `None` where nothing was expected of it. Without verdicts it could not be asked.
    `assumed` are the axes of counts that were taken as 0.
    """

    verdicts: tuple[Verdict, ...]
    passed: bool | None
    assumed: tuple[Axis, ...] = ()


@attrs.frozen(eq=False)
class Row:
    """A case; `table` is the title of its table if it has one, `varied` what it alone states."""

    title: str
    table: str | None
    varied: Mapping[str, Value]
    cells: tuple[Cell, ...]


@attrs.frozen(eq=False)
class Grid:
    """The cases of one document of scenarios, and the policies that it names."""

    document: Elaborated
    policies: tuple[str, ...]
    rows: tuple[Row, ...]


def grids(policies: Policies, ran: Iterable[Ran], day: date) -> Iterator[Grid]:
    """One grid for each document of scenarios."""
    by_document: dict[int, list[Ran]] = {}
    for test in ran:
        if test.document.policy is None and test.results:
            by_document.setdefault(id(test.document), []).append(test)
    for tests in by_document.values():
        names = dict.fromkeys(e.policy for t in tests for e in t.test.expectations if e.policy)
        rows = tuple(_row(policies, test, tests, names, day) for test in tests)
        yield Grid(tests[0].document, tuple(names), rows)


def _row(policies: Policies, test: Ran, tests: list[Ran], names: Iterable[str], day: date) -> Row:
    table = _table_of(test)
    varied: Mapping[str, Value] = {}
    if table is not None:
        fellows = [t for t in tests if _table_of(t) is table]
        varied = {k: v for k, v in test.case.items() if not _shared(k, v, fellows)}
    cells = tuple(_cell(policies, test, name, day) for name in names)
    return Row(test.test.title, table.title.value if table else None, varied, cells)


def _table_of(test: Ran) -> n.Table | None:
    """The table that a test is a row of."""
    where = test.test.where
    for item in test.document.found.document.items:
        if isinstance(item, n.Table) and item.span.start <= where.start < item.span.end:
            return item
    return None


def _shared(key: str, value: Value, tests: Iterable[Ran]) -> bool:
    return all(key in t.case and t.case[key] == value for t in tests)


def _cell(policies: Policies, test: Ran, name: str, day: date) -> Cell:
    """What the policy says; asked now where the test expects nothing of it."""
    results = [r for r in test.results if r.expectation.policy == name]
    if results:
        answers = [answer for result in results for answer in result.answers]
        return _told(results[0].subject, answers, all(result.passed for result in results))
    subject = policies.named(name, test.document, test.test.day or day, test.test.where)
    if not isinstance(subject, Subject):
        return Cell((), None)
    return _told(subject, list(_asked(subject, test)), None)


def _asked(subject: Subject, test: Ran) -> Iterator[Found]:
    asked = question(test.document, test.test)
    policy = with_history(subject.policy, asked.axes, asked.case)
    for action in test.test.expectations[0].actions:
        if any(misfits(policy, asked.axes, action, asked.case)):
            return
        yield told(policy, action, asked)


def _told(subject: Subject | None, answers: Iterable[Found], passed: bool | None) -> Cell:
    known = [answer for answer in answers if isinstance(answer, Answer)]
    verdicts = sorted({answer.verdict for answer in known}, key=PRECEDENCE.index)
    assumed = dict.fromkeys(key for answer in known for key in answer.assumed)
    axes = {} if subject is None else subject.policy.axes
    return Cell(tuple(verdicts), passed, tuple(axes[key] for key in assumed if key in axes))
