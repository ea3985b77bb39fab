"""A mistake costs its own statement and nothing else."""

import pytest

from policyc.source import Source
from policyc.syntax import nodes as n
from policyc.syntax.parse import parse

FIVE = """\
rule one forbid a
rule two: forbid b
rul three: forbid c
when x then
rule four: when y the forbid d
  cite law
rule five: forbid e(any
test "t":
  given x
  expect p allowed
"""


def names(file: n.File) -> list[str]:
    return [
        item.head.name.text
        for document in file.documents
        for item in document.items
        if isinstance(item, n.Rule) and item.head
    ]


def test_each_of_five_mistakes_is_reported_and_the_rest_is_read() -> None:
    file, findings = parse(Source("a", FIVE))
    places = [
        finding.span.source.position(finding.span.start)[0] for finding in findings if finding.span
    ]
    assert places == [1, 3, 4, 5, 7]
    assert file.broken
    assert names(file) == ["two"]
    assert isinstance(file.documents[0].items[-1], n.Test)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("rule a: forbid b c\n  cite law\nrule d: forbid e", ["d"]),
        ("rule a: x\n  then forbid b\n  otherwise allow b\nrule d: forbid e", ["d"]),
        ("rule a:\n  whn x then\n  forbid b\nrule d: forbid e", ["d"]),
        ("  rule a: x\n    forbid b\n  rule d: forbid e", ["d"]),
        ("rule a: forbid b @ rule c: forbid d\nrule e: forbid f", ["e"]),
        ('rule a "open\nrule d: forbid e', ["d"]),
        ("foo\nbar\nrule d: forbid e", ["d"]),
        ("当 x 则\n规则 d: 禁止 e", ["d"]),
    ],
)
def test_reading_goes_on_with_the_next_statement(text: str, kept: list[str]) -> None:
    file, findings = parse(Source("a", text))
    assert names(file) == kept
    assert findings


def test_a_clause_inside_a_broken_rule_is_no_rule_of_its_own() -> None:
    file, findings = parse(Source("a", "rule a: x\n  when y\n  then forbid b\nallow c"))
    assert len(findings) == 1
    (document,) = file.documents
    assert len(document.items) == 1


def test_a_broken_heading_does_not_hide_its_statements() -> None:
    file, findings = parse(Source("a", 'policy "no name"\nrule d: forbid e'))
    assert len(findings) == 1
    assert names(file) == ["d"]


@pytest.mark.parametrize("text", ["", " \n\t", "# only a remark", "\ufeff"])
def test_a_text_that_says_nothing_is_a_finding(text: str) -> None:
    file, findings = parse(Source("a", text))
    assert [finding.code.name for finding in findings] == ["empty-file"]
    assert file.broken
    assert file.documents == ()
