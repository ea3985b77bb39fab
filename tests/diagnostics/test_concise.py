"""One line for each finding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from policyc.diagnostics import concise
from policyc.diagnostics.diagnostic import Diagnostic, Language
from tests.diagnostics.samples import ALL
from tests.strategies.findings import findings


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_finding_takes_one_line(language: Language, snapshot: SnapshotAssertion) -> None:
    assert concise.render(ALL, language) == snapshot


@pytest.mark.property
@given(st.lists(findings(), max_size=3))
def test_no_finding_spreads_over_two_lines(found: list[Diagnostic]) -> None:
    assert len(concise.render(found).splitlines()) == len(found)
