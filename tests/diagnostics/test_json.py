"""What programs read about a finding."""

import json as standard_json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from syrupy.assertion import SnapshotAssertion

from policyc.diagnostics import json
from policyc.diagnostics.diagnostic import Diagnostic, Language
from policyc.resources import schemas_folder
from tests.diagnostics.samples import ALL, CUT, LENDER, MASKED
from tests.strategies.findings import findings

SCHEMA = standard_json.loads((schemas_folder() / "diagnostics-1.json").read_text("utf-8"))


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_report_has_this_form(language: Language, snapshot: SnapshotAssertion) -> None:
    assert json.render(ALL, language) == snapshot


def test_a_place_counts_from_one_and_ends_after_its_last_character() -> None:
    place = json.as_object([CUT])["findings"][0]["place"]
    assert place["start"] == {"line": 8, "column": 106}
    line = LENDER.line(8)
    assert line[place["start"]["column"] - 1 : place["end"]["column"] - 1] == "12_000 EUR"


def test_a_span_of_two_lines_ends_on_the_second() -> None:
    place = json.as_object([MASKED])["findings"][0]["place"]
    assert (place["start"]["line"], place["end"]["line"]) == (6, 7)


def test_no_findings_are_an_empty_list_and_three_zeros() -> None:
    report = json.as_object([])
    assert (report["findings"], report["counts"]) == ([], {"error": 0, "warning": 0, "note": 0})


def test_half_a_surrogate_pair_in_a_path_can_still_be_written() -> None:
    text = json.to_text({"file": "caf\udce9"})
    assert standard_json.loads(text.encode("utf-8")) == {"file": "caf\udce9"}


@pytest.mark.property
@given(st.lists(findings(), max_size=3), st.sampled_from(["en", "zh"]))
def test_every_report_fits_the_schema(found: list[Diagnostic], language: Language) -> None:
    report = standard_json.loads(json.render(found, language).encode("utf-8"))
    Draft202012Validator(SCHEMA).validate(report)
    assert sum(report["counts"].values()) == len(report["findings"]) == len(found)
