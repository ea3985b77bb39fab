"""What several policies say of the same cases: one row a case, one column a policy."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

import attrs

from policyc.core.actions import Pattern
from policyc.core.axes import Value
from policyc.core.policy import Verdict
from policyc.elaborate.elaborator import Elaborated
from policyc.syntax import nodes as n
from policyc.testing.answers import Answer
from policyc.testing.cases import misfits, with_history
from policyc.testing.judgement import verdict_of
from policyc.testing.results import Ran
from policyc.testing.running import question
from policyc.testing.subjects import Policies, Subject

PRECEDENCE = tuple(Verdict)


@attrs.frozen
class Cell:
    """What a policy says: every verdict that it gives some action asked about, by precedence.

    `passed` is `None` where nothing was expected of it. Without verdicts it could not be asked.
    `assumed` tells that counts which the case does not state were taken as 0.
    """

    verdicts: tuple[Verdict, ...]
    passed: bool | None
    assumed: bool = False


@attrs.frozen(eq=False)
class Row:
    """A case; `table` is the title of its table if it has one.

    `varied` is what it states and other rows of the table do not, and `asked` the action that it
    asks about where they ask about others.
    """

    title: str
    table: str | None
    asked: Pattern | None
    varied: Mapping[str, Value]
    cells: tuple[Cell, ...]


@attrs.frozen(eq=False)
class Grid:
    """The cases of one document of scenarios, and the policies that it names."""

    document: Elaborated
    policies: tuple[str, ...]
    rows: tuple[Row, ...]


def grids(
    policies: Policies, ran: Iterable[Ran], day: date, tick: Callable[[], None]
) -> Iterator[Grid]:
    """One grid for each document of scenarios; `tick` is called after each row."""
    by_document: dict[int, list[Ran]] = {}
    for test in ran:
        if test.document.policy is None and test.results:
            by_document.setdefault(id(test.document), []).append(test)
    for tests in by_document.values():
        names = dict.fromkeys(e.policy for t in tests for e in t.test.expectations if e.policy)
        rows = []
        for test in tests:
            rows.append(_row(policies, test, tests, names, day))
            tick()
        yield Grid(tests[0].document, tuple(names), tuple(rows))


def _row(policies: Policies, test: Ran, tests: list[Ran], names: Iterable[str], day: date) -> Row:
    table = _table_of(test)
    asked: Pattern | None = None
    varied: Mapping[str, Value] = {}
    if table is not None:
        fellows = [t for t in tests if _table_of(t) is table]
        varied = {k: v for k, v in test.case.items() if not _shared(k, v, fellows)}
        asked = _asked_about(test) if len({_asked_about(t) for t in fellows}) > 1 else None
    cells = tuple(_cell(policies, test, name, day) for name in names)
    return Row(test.test.title, table.title.value if table else None, asked, varied, cells)


def _asked_about(test: Ran) -> Pattern:
    return test.test.expectations[0].pattern


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
        answers = [a for result in results for a in result.answers if isinstance(a, Answer)]
        assumed = any(answer.assumed for answer in answers)
        passed = all(result.passed for result in results)
        return _cell_of((answer.verdict for answer in answers), passed, assumed=assumed)
    subject = policies.named(name, test.document, test.test.day or day, test.test.where)
    if not isinstance(subject, Subject):
        return Cell((), None)
    said = list(_asked(subject, test))
    verdicts = (verdict for verdict, _ in said if verdict is not None)
    return _cell_of(verdicts, None, assumed=any(assumed for _, assumed in said))


def _cell_of(verdicts: Iterable[Verdict], passed: bool | None, *, assumed: bool) -> Cell:
    return Cell(tuple(sorted(set(verdicts), key=PRECEDENCE.index)), passed, assumed)


def _asked(subject: Subject, test: Ran) -> Iterator[tuple[Verdict | None, bool]]:
    """The verdict on each action, and whether counts were taken as 0 for it."""
    asked = question(test.document, test.test)
    policy = with_history(subject.policy, asked.axes, asked.case)
    for action in test.test.expectations[0].actions:
        if any(misfits(policy, asked.axes, action, asked.case)):
            return
        yield verdict_of(policy, action, asked)
