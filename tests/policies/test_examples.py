"""A set of small policies with one of every construct: they check and test as they stand."""

from datetime import date
from pathlib import Path

import pytest

from policyc.diagnostics.diagnostic import Severity
from policyc.library.library import Library
from policyc.library.project import Project, open_project
from policyc.testing.suite import run_suite

EXAMPLES = Path(__file__).parent / "examples"
DAY = date(2025, 6, 1)


@pytest.fixture(scope="module")
def examples() -> Project:
    """The examples, which find nothing but one another."""
    return open_project([EXAMPLES], Library(EXAMPLES))


def test_nothing_in_them_is_an_error(examples: Project) -> None:
    assert [f for f in examples.findings if f.severity is Severity.ERROR] == []
    assert len(examples.files) == 7


def test_every_test_scenario_and_proof_comes_out(examples: Project) -> None:
    report = run_suite(examples, DAY)
    assert [f.message() for item in report.items for f in item.failures] == []
    assert (len(report.tests), len(report.proofs)) == (8, 3)


def test_the_grid_sets_the_two_platforms_side_by_side(examples: Project) -> None:
    (grid,) = run_suite(examples, DAY).grids
    assert grid.policies == ("tianxing", "xiaohua")
    said = [tuple(v.value for cell in row.cells for v in cell.verdicts) for row in grid.rows]
    assert said == [
        ("allowed", "silent"),
        ("forbidden", "undetermined"),
        ("allowed", "undetermined"),
        ("allowed", "undetermined"),
        ("forbidden", "undetermined"),
        ("forbidden", "undetermined"),
    ]
