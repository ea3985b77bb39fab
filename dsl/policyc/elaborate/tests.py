"""Tests, scenarios and tables to cases with expectations."""

from collections.abc import Iterator, Mapping
from datetime import date

import attrs

from policyc.core.actions import Ground, Pattern
from policyc.core.axes import Axis, Value
from policyc.core.policy import Verdict
from policyc.diagnostics.catalogue import stating, typing
from policyc.elaborate import units
from policyc.elaborate.context import Context
from policyc.elaborate.describe import Words
from policyc.elaborate.given import axis_of, case_of, valued
from policyc.elaborate.patterns import arguments, pattern, signature_of
from policyc.source import Span
from policyc.syntax import nodes as n


@attrs.frozen
class Expectation:
    """What a policy should say of every action of a pattern.

    `policy` is a name as written; `None` for the policy that the test stands in. `rule`, where it
    is given, should be among the rules that decide.
    """

    policy: str | None
    pattern: Pattern
    actions: tuple[Ground, ...]
    verdict: Verdict
    rule: str | None
    where: Span


@attrs.frozen
class Test:
    """One case and what is expected of it; `day` chooses the versions."""

    title: str
    case: Mapping[str, Value]
    expectations: tuple[Expectation, ...]
    day: date | None
    where: Span


def tests_of(context: Context, items: tuple[n.Item, ...], *, own: bool) -> tuple[Test, ...]:
    """The tests among the items; `own` says that they stand in a policy."""
    found: list[Test] = []
    titles: set[tuple[type, str]] = set()
    for item in items:
        if not isinstance(item, n.Test | n.Scenario | n.Table):
            continue
        key = (type(item), item.title.value)
        if key in titles:
            _report_title(context, item)
        titles.add(key)
        if isinstance(item, n.Table):
            found += _table(context, item, own)
        else:
            found += _test(context, item, own)
    return tuple(found)


_WHAT: Mapping[type[n.Node], Words] = {
    n.Test: {"en": "test", "zh": "测试"},
    n.Scenario: {"en": "scenario", "zh": "场景"},
    n.Table: {"en": "table", "zh": "表格"},
}


def _report_title(context: Context, item: n.Test | n.Scenario | n.Table) -> None:
    title = item.title.span.text
    context.report(stating.DUPLICATE_TITLE, item.title, what=_WHAT[type(item)], title=title)


@attrs.frozen
class _Parts:
    """What the parts of a test say together."""

    case: dict[str, Value]
    asked: Pattern | None
    expected: tuple[n.Expect, ...]
    day: date | None


def _parts(context: Context, parts: tuple[n.Part, ...]) -> _Parts:
    facts = tuple(f for part in parts if isinstance(part, n.Given) for f in part.facts)
    asked = [p for part in parts if isinstance(part, n.Ask) if (p := _asked(context, part))]
    days = [_day(context, part) for part in parts if isinstance(part, n.On)]
    return _Parts(
        case_of(context, facts),
        asked[-1] if asked else None,
        tuple(part for part in parts if isinstance(part, n.Expect)),
        days[-1] if days else None,
    )


def _asked(context: Context, node: n.Ask) -> Pattern | None:
    return pattern(context, node.pattern, action=True)


def _day(context: Context, node: n.On) -> date | None:
    found = units.day(node.date.text)
    if found is None:
        context.report(typing.NO_SUCH_DATE, node.date, text=node.date.text)
    return found


def _test(context: Context, node: n.Test | n.Scenario, own: bool) -> Iterator[Test]:
    parts = _parts(context, node.parts)
    if not parts.expected:
        context.report(stating.NOTHING_EXPECTED, node.title, what=_WHAT[type(node)])
    found = [_expectation(context, node, parts, e, own=own) for e in parts.expected]
    kept = tuple(e for e in found if e is not None)
    yield Test(node.title.value, parts.case, kept, parts.day, node.title.span)


def _expectation(
    context: Context,
    test: n.Test | n.Scenario,
    parts: _Parts,
    node: n.Expect,
    *,
    own: bool,
) -> Expectation | None:
    """One expectation: of the own policy for an action, or of a named policy for what is asked."""
    of_policy = node.arguments is None and (
        len(node.subject.parts) > 1 or (parts.asked is not None and not _is_action(context, node))
    )
    if of_policy and parts.asked is not None:
        return _expected(context, node, node.subject.text, parts.asked)
    if of_policy or not own:
        context.report(stating.NOTHING_ASKED, test.title, what=_WHAT[type(test)])
        return None
    name = n.Name(node.subject.text, span=node.subject.span)
    signature = signature_of(context, name, action=True)
    if signature is None:
        return None
    of = arguments(context, node.subject, signature, node.arguments or (), relative=False)
    return None if of is None else _expected(context, node, None, of)


def _is_action(context: Context, node: n.Expect) -> bool:
    return context.environment.signatures.find(node.subject.text) is not None


def _expected(context: Context, node: n.Expect, policy: str | None, of: Pattern) -> Expectation:
    rule = node.rule.text if node.rule else None
    verdict = Verdict(node.verdict.name)
    return Expectation(policy, of, _ground(context, of), verdict, rule, node.span)


def _ground(context: Context, of: Pattern) -> tuple[Ground, ...]:
    signature = context.environment.signatures.find(of.name)
    assert signature is not None, "the pattern was found by it"
    return tuple(g for g in signature.entry.ground() if of.covers(g))


def _table(context: Context, node: n.Table, own: bool) -> Iterator[Test]:
    parts = _parts(context, node.parts)
    heading, *rows = node.rows
    columns = [_column(context, cell) for cell in heading.cells]
    if not any(isinstance(column, str) and column != _ASK for column in columns) and not own:
        context.report(stating.NOTHING_EXPECTED, node.title, what=_WHAT[n.Table])
        return
    for number, row in enumerate(rows, start=1):
        if len(row.cells) != len(columns):
            given, wanted = str(len(row.cells)), str(len(columns))
            context.report(stating.RAGGED_ROW, row, given=given, wanted=wanted)
            continue
        yield _row(context, node, parts, columns, row, number)


_ASK = ""
"""Stands for the column of actions among the names of policies."""


def _column(context: Context, cell: n.Cell) -> Axis | str | None:
    """What a column holds: values of an axis, verdicts of a policy, actions; `None` if wrong."""
    match cell.content:
        case "ask":
            return _ASK
        case n.Dotted() as name:
            return name.text
        case n.NameUse(text) if context.environment.values.find(text) is None:
            return text
        case None | n.Verdict() | n.Pattern():
            context.report(stating.NOT_A_STATEMENT_OF_FACT, cell, text=cell.span.text)
            return None
        case fact:
            return axis_of(context, fact)


def _row(
    context: Context,
    table: n.Table,
    parts: _Parts,
    columns: list[Axis | str | None],
    row: n.Row,
    number: int,
) -> Test:
    case = dict(parts.case)
    asked = parts.asked
    verdicts: list[tuple[str, n.Cell, n.Verdict]] = []
    for column, cell in zip(columns, row.cells, strict=True):
        if column is None or cell.content is None:
            continue
        if isinstance(column, Axis):
            _state_cell(context, case, column, cell)
        elif column == _ASK:
            asked = _asked_cell(context, cell) or asked
        elif isinstance(cell.content, n.Verdict):
            verdicts.append((column, cell, cell.content))
        else:
            words = ", ".join(v.value for v in Verdict)
            context.report(stating.NOT_A_VERDICT, cell, text=cell.span.text, verdicts=words)
    if asked is None:
        context.report(stating.NOTHING_ASKED, row, what=_WHAT[n.Table])
        verdicts = []
    expected = tuple(
        Expectation(column, asked, _ground(context, asked), Verdict(v.name), None, cell.span)
        for column, cell, v in verdicts
        if asked is not None
    )
    title = f"{table.title.value} [{number}]"
    return Test(title, case, expected, parts.day, row.span)


def _state_cell(context: Context, case: dict[str, Value], axis: Axis, cell: n.Cell) -> None:
    match cell.content:
        case n.Verdict() | n.Dotted() | n.Pattern() | "ask" | None:
            text = cell.span.text
            context.report(stating.NOT_A_VALUE, cell, text=text, name=axis.key)
        case value:
            found = valued(context, axis, value)
            if found is None:
                return
            if found[0] in case:
                context.report(stating.FACT_STATED_TWICE, cell, name=axis.key)
                return
            case[found[0]] = found[1]


def _asked_cell(context: Context, cell: n.Cell) -> Pattern | None:
    match cell.content:
        case n.Pattern() as found:
            return pattern(context, found, action=True)
        case n.NameUse(text):
            name = n.Name(text, span=cell.span)
            return pattern(context, n.Pattern(name, span=cell.span), action=True)
        case _:
            context.report(stating.NOT_A_STATEMENT_OF_FACT, cell, text=cell.span.text)
            return None
