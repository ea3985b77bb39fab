"""Tables: each row is a case of its own."""

from collections.abc import Iterator
from typing import TypeAlias

import attrs

from policyc.core.actions import Pattern
from policyc.core.axes import Axis, Value
from policyc.core.policy import Rules, Verdict
from policyc.diagnostics.catalogue import stating
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.suggest import nearest
from policyc.elaborate.context import Context
from policyc.elaborate.describe import Words, listed
from policyc.elaborate.expectations import (
    WHAT,
    Expectation,
    Parts,
    Test,
    expectations,
    expected,
    parts_of,
    policy_named,
    report_nothing_expected,
)
from policyc.elaborate.given import axis_of, valued
from policyc.elaborate.patterns import pattern
from policyc.syntax import nodes as n
from policyc.syntax.words import words

LANGUAGES: tuple[Language, ...] = ("en", "zh")


@attrs.frozen
class Verdicts:
    """A column of a policy's verdicts."""

    policy: str


@attrs.frozen
class Asked:
    """A column of actions."""


Column: TypeAlias = Axis | Verdicts | Asked | None
"""What a column holds: values of an axis, verdicts, actions; `None` after a finding."""


def table(context: Context, node: n.Table, rules: Rules | None) -> Iterator[Test]:
    """A test for each row but the heading; `rules` are those of the policy it stands in, if any."""
    parts = parts_of(context, node)
    heading, *rows = node.rows
    columns = [_column(context, cell) for cell in heading.cells]
    says_nothing = not parts.expected and not any(isinstance(c, Verdicts) for c in columns)
    if (says_nothing and None not in columns) or not rows:
        report_nothing_expected(context, node)
        return
    for number, row in enumerate(rows, start=1):
        if len(row.cells) != len(columns):
            given, wanted = str(len(row.cells)), str(len(columns))
            context.report(stating.RAGGED_ROW, row, given=given, wanted=wanted)
            continue
        own, verdicts = _row(context, parts, columns, row)
        stated = (*expectations(context, node, own, rules), *verdicts)
        yield Test(f"{node.title.value} [{number}]", own.case, stated, parts.day, row.span)


def _column(context: Context, cell: n.Cell) -> Column:
    match cell.content:
        case "ask":
            return Asked()
        case n.Dotted() as name:
            return Verdicts(name.text) if policy_named(context, cell, name.text) else None
        case n.NameUse(text) if context.environment.values.find(text) is None:
            return Verdicts(text) if policy_named(context, cell, text) else None
        case None | n.Verdict() | n.Pattern():
            context.report(stating.NOT_A_STATEMENT_OF_FACT, cell, text=cell.span.text)
            return None
        case fact:
            return axis_of(context, fact)


def _row(
    context: Context, parts: Parts, columns: list[Column], row: n.Row
) -> tuple[Parts, list[Expectation]]:
    """What the table and the row say together, and the verdicts in the row."""
    case = dict(parts.case)
    asked = parts.asked
    verdicts: list[tuple[str, n.Cell, n.Verdict]] = []
    for column, cell in zip(columns, row.cells, strict=True):
        match column, cell.content:
            case (None, _) | (_, None):
                continue
            case Axis(), _:
                _state(context, case, column, cell)
            case Asked(), _:
                asked = _asked(context, cell) or asked
            case Verdicts(policy), n.Verdict() as verdict:
                verdicts.append((policy, cell, verdict))
            case _:
                hint = _which_verdict(cell.span.text)
                context.report(stating.NOT_A_VERDICT, cell, text=cell.span.text, advice=hint)
    own = attrs.evolve(parts, case=case, asked=asked)
    if asked is None:
        if verdicts:
            context.report(stating.NOTHING_ASKED, row, what=WHAT[n.Table])
        return own, []
    return own, [_expected(context, asked, *verdict) for verdict in verdicts]


def _which_verdict(text: str) -> Words:
    """The verdict that a text may have meant, or all of them in both scripts."""
    known = {
        script: [words().word(verdict.value.upper(), script) for verdict in Verdict]
        for script in LANGUAGES
    }
    suggestion = nearest(text, [*known["en"], *known["zh"]])
    if suggestion is not None:
        return {"en": f"did you mean `{suggestion}`?", "zh": f"是否想写`{suggestion}`？"}
    return {
        "en": f"write one of: {listed(known['en'])['en']}",
        "zh": f"请写其中之一：{listed(known['zh'])['zh']}",
    }


def _expected(
    context: Context, asked: Pattern, policy: str, cell: n.Cell, verdict: n.Verdict
) -> Expectation:
    return expected(context, policy, asked, Verdict(verdict.name), cell.span)


def _state(context: Context, case: dict[str, Value], axis: Axis, cell: n.Cell) -> None:
    match cell.content:
        case n.Verdict() | n.Dotted() | n.Pattern() | "ask" | None:
            context.report(stating.NOT_A_VALUE, cell, text=cell.span.text, name=axis.key)
        case value:
            found = valued(context, axis, value)
            if found is None:
                return
            if found[0] in case:
                context.report(stating.FACT_STATED_TWICE, cell, name=axis.key)
                return
            case[found[0]] = found[1]


def _asked(context: Context, cell: n.Cell) -> Pattern | None:
    match cell.content:
        case n.Pattern() as found:
            return pattern(context, found, action=True)
        case n.NameUse(text):
            name = n.Name(text, span=cell.span)
            return pattern(context, n.Pattern(name, span=cell.span), action=True)
        case _:
            context.report(stating.ACTION_NEEDED, cell, text=cell.span.text)
            return None
