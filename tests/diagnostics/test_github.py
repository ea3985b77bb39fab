"""What a workflow's log says about a finding."""

import re

import pytest
from hypothesis import given
from syrupy.assertion import SnapshotAssertion

from policyc.diagnostics import github
from policyc.diagnostics.diagnostic import Diagnostic, Language
from policyc.diagnostics.terminal import escaped
from policyc.source import Source, Span
from tests.diagnostics.samples import ALL, MASKED, MISSPELT, NO_POLICY
from tests.strategies.findings import findings

COMMAND = re.compile(r"::(error|warning|notice) ([^\n]*?)::([^\n]*)\n")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_finding_is_a_command(language: Language, snapshot: SnapshotAssertion) -> None:
    assert github.render(ALL, language) == snapshot


def test_columns_are_given_for_a_span_within_a_line_only() -> None:
    one, several = github.render([MISSPELT, MASKED]).splitlines()
    assert "line=5,endLine=5,col=7,endColumn=13::" in one
    assert "line=6,endLine=7::" in several


def test_a_file_name_cannot_add_a_property_or_end_the_command() -> None:
    span = Span(Source("a,line=9::b%\n", "x"), 0, 1)
    finding = Diagnostic(NO_POLICY, span, {"path": "100%\n::error::fake"})
    assert github.render([finding]) == (
        "::notice title=no-policy,file=a%2Cline=9%3A%3Ab%25␊,line=1,endLine=1,col=1,endColumn=2"
        "::`100%25␊::error::fake` holds no policy\n"
    )


@pytest.mark.property
@given(findings())
def test_every_finding_is_one_command_whose_message_comes_back(finding: Diagnostic) -> None:
    command = COMMAND.fullmatch(github.render([finding]))
    assert command
    first, *_ = command[3].split("%0A")
    assert first.replace("%25", "%") == escaped(finding.message())
