"""Tests, scenarios and tables to cases with expectations."""

from collections.abc import Iterator

from policyc.core.policy import Rules
from policyc.diagnostics.catalogue import stating
from policyc.elaborate.context import Context
from policyc.elaborate.expectations import (
    WHAT,
    Expectation,
    Test,
    Trial,
    expectations,
    parts_of,
    report_nothing_expected,
)
from policyc.elaborate.tables import table
from policyc.syntax import nodes as n

__all__ = ["Expectation", "Test", "tests_of"]


def tests_of(context: Context, items: tuple[n.Item, ...], rules: Rules | None) -> tuple[Test, ...]:
    """The tests among the items; `rules` are those of the policy that they stand in, if any."""
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
            found += table(context, item, rules)
        else:
            found += _test(context, item, rules)
    return tuple(found)


def _report_title(context: Context, item: Trial) -> None:
    title = item.title.span.text
    context.report(stating.DUPLICATE_TITLE, item.title, what=WHAT[type(item)], title=title)


def _test(context: Context, node: n.Test | n.Scenario, rules: Rules | None) -> Iterator[Test]:
    parts = parts_of(context, node)
    if not parts.expected:
        report_nothing_expected(context, node)
    found = expectations(context, node, parts, rules)
    yield Test(node.title.value, parts.case, found, parts.day, node.title.span)
