"""Whatever two policies say, their difference and their comparison can be told.

Generated pairs of texts have duties, deadlines, stages, scopes, open terms and histories, in all
mixtures: programs get what the schemas say, and people lines that fit.
"""

import json
import os

import jsonschema
import pytest

from policyc.analyse.comparison import comparison
from policyc.analyse.difference import difference
from policyc.analyse.reports.compare_json import compare_json
from policyc.analyse.reports.compare_text import compare_text
from policyc.analyse.reports.diff_json import diff_json
from policyc.analyse.reports.diff_text import diff_text
from policyc.analyse.reports.style import Style
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.terminal import columns
from policyc.resources import schemas_folder
from tests.strategies.pairs import Pair
from tests.whole.claims import numbered_pair

ROUNDS = int(os.environ.get("POLICYC_ROUNDS", "1"))
TEXTS = range(3000, 3000 + 3 * 12 * ROUNDS, 3)
"""Every third pair is one of texts."""

WIDTH = 100
NARROW = 12
"""A word that is longer than this may stick out."""


def conforms(found: object, name: str) -> None:
    """Whether an object is as its schema says."""
    schema = json.loads((schemas_folder() / f"{name}.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(json.dumps(found)))


def fits(text: str) -> None:
    """Whether lines end where they should."""
    assert text.endswith("\n")
    for line in text.splitlines():
        assert line == line.rstrip()
        assert columns(line) <= WIDTH or len(line.split()[-1]) > NARROW, line


@pytest.fixture(params=TEXTS)
def pair(request: pytest.FixtureRequest) -> Pair:
    """Two policies that went the whole way as texts."""
    return numbered_pair(request.param)


@pytest.mark.property
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_difference_can_be_told(pair: Pair, language: Language) -> None:
    found = difference(pair.left, pair.right)
    conforms(diff_json(found, language), "diff-1")
    fits(diff_text(found, language, (), Style(WIDTH, limit=None)))


@pytest.mark.property
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_comparison_can_be_told(pair: Pair, language: Language) -> None:
    found = comparison((pair.left, pair.right), (pair.right,))
    conforms(compare_json(found, language), "compare-1")
    fits(compare_text(found, language, (), Style(WIDTH, limit=None)))
    summary = compare_text(found, language, (), Style(WIDTH), summary=True)
    fits(summary)
    assert len(summary.splitlines()) < 60
