"""No construct of the language is left out of the conformance suites."""

import inspect

import pytest

from policyc.syntax import nodes as n
from tests.conformance.constructs import UNITS, constructs
from tests.conformance.reading import elaborated, suites

OF_NO_DECISION = {
    n.Test, n.Scenario, n.Table, n.Row, n.Cell, n.Given, n.Ask, n.On, n.Expect, n.Verdict,
    n.Prove, n.Published, n.SubjectTo, n.Unmodelled, n.Heading, n.Document, n.Node,
}  # fmt: skip
"""Nodes that no verdict depends on."""

VARIANTS = """
Comparison = | Comparison != | Comparison < | Comparison <= | Comparison > | Comparison >=
Comparison chain | Membership in | Membership not in | Range closed | Range half | Range open
Sum + | Sum - | Product * | Product / | Quantity bare | Quantity currency
YesNoLiteral yes | YesNoLiteral no
Window today | Window this week | Window this month | Window last | Window since
Period day | Period week | Period month | Period any
Argument any | Argument same | Argument among | Argument but | Argument named | Argument several
Pattern bare | Deadline every | Deadline within
Type count | Type number | Type days | Type hours | Type minutes | Type months | Type years
Type percent | Type date | Type weekday | Type yes/no | Type time of day | Type currency | Type kind
Type bounded
TermDeclaration more | TermDeclaration less | TermDeclaration unspecified | TermDeclaration value
SetTerm value | SetTerm range | SetTerm unspecified
Rule named | Rule unnamed | Rule rebuttable | Rule overrides | Rule titled
Rule when | Rule unless | Rule otherwise | Rule several effects
Effective from | Effective until | Count for each | Limit for each
"""
REQUIRED = sorted(
    {part.strip() for line in VARIANTS.strip().splitlines() for part in line.split("|")}
    | {f"Quantity {unit}" for unit in UNITS}
)


def nodes() -> list[type[n.Node]]:
    return [c for _, c in inspect.getmembers(n, inspect.isclass) if issubclass(c, n.Node)]


@pytest.fixture(scope="module")
def used() -> set[str]:
    found: set[str] = set()
    for suite in suites():
        for document in elaborated(suite)[1].opened.documents:
            found.update(constructs(document.document))
    return found


def test_every_node_of_the_language_is_used(used: set[str]) -> None:
    first_words = {name.split()[0] for name in used}
    unused = [c.__name__ for c in nodes() if c not in OF_NO_DECISION]
    assert [name for name in unused if name not in first_words] == []


def test_every_variant_of_a_construct_is_used(used: set[str]) -> None:
    assert [name for name in REQUIRED if name not in used] == []
