"""What code-scanning services read about a finding."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from syrupy.assertion import SnapshotAssertion

from policyc.diagnostics import sarif
from policyc.diagnostics.diagnostic import Diagnostic, Language
from policyc.source import Source, Span
from tests.diagnostics.samples import ALL, CUT, MISSPELT, NO_POLICY, NOWHERE, UNKNOWN_FACT
from tests.strategies.findings import findings

SCHEMA = json.loads(Path(__file__).with_name("sarif-2.1.0.json").read_text("utf-8"))
VALID = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


def run_of(
    found: list[Diagnostic], language: Language = "en", pages: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """The one run of a log that fits the standard."""
    log = json.loads(sarif.render(found, language, version="0", pages=pages or {}).encode("utf-8"))
    VALID.validate(log)
    (run,) = log["runs"]
    return dict(run)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_log_has_this_form(language: Language, snapshot: SnapshotAssertion) -> None:
    assert sarif.render(ALL, language, version="0.1.0") == snapshot


def test_a_closed_schema_refuses_what_the_standard_does_not_know() -> None:
    log = json.loads(sarif.render(ALL, version="0"))
    log["runs"][0]["results"][0]["colour"] = "red"
    assert not VALID.is_valid(log)


def test_a_path_that_is_no_uri_is_refused() -> None:
    log = json.loads(sarif.render([CUT], version="0"))
    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    location["artifactLocation"]["uri"] = "a b.policy"
    assert not VALID.is_valid(log)


def test_each_code_is_one_rule_with_its_page() -> None:
    rules = run_of([MISSPELT, NOWHERE, MISSPELT], pages={"no-policy": "# A page"})["tool"][
        "driver"
    ]["rules"]
    assert [rule["id"] for rule in rules] == ["no-policy", "unknown-fact"]
    assert rules[0]["help"]["markdown"] == "# A page"
    assert rules[1]["shortDescription"]["text"] == "There is no fact `…`."


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("policies/天星.policy", "policies/%E5%A4%A9%E6%98%9F.policy"),
        ("a:b c%.policy", "a%3Ab%20c%25.policy"),
        ("<input>", "%3Cinput%3E"),
        ("/tmp/a.policy", "file:///tmp/a.policy"),  # noqa: S108  # only a name: nothing is written
        ("caf\udce9", "caf%E9"),
        ("\ud800.policy", "%ED%A0%80.policy"),
        ("/\ud800.policy", "/%ED%A0%80.policy"),
    ],
)
def test_a_file_is_named_by_a_uri(name: str, uri: str) -> None:
    finding = Diagnostic(NO_POLICY, Span(Source(name, "x"), 0, 1), {"path": name})
    location = run_of([finding])["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {"uri": uri}


def test_a_message_is_made_of_sentences() -> None:
    message = run_of([MISSPELT])["results"][0]["message"]["text"]
    assert message == "There is no fact `overdu`. Did you mean `overdue`?"
    chinese = run_of([MISSPELT], "zh")["results"][0]["message"]["text"]
    assert chinese == "没有名为“overdu”的事实。是不是想写“overdue”？"


def test_columns_count_characters_beyond_the_basic_plane_as_one() -> None:
    source = Source("a.policy", "🙂🙂x")
    finding = Diagnostic(UNKNOWN_FACT, Span(source, 2, 3), {"name": "x", "nearest": "y"})
    run = run_of([finding])
    assert run["columnKind"] == "unicodeCodePoints"
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (3, 4)


@pytest.mark.property
@given(st.lists(findings(), max_size=3), st.sampled_from(["en", "zh"]))
def test_every_log_fits_the_standard_and_itself(
    found: list[Diagnostic], language: Language
) -> None:
    run = run_of(found, language)
    rules = run["tool"]["driver"]["rules"]
    for finding, result in zip(found, run["results"], strict=True):
        rule = rules[result["ruleIndex"]]
        assert (result["ruleId"], result["level"]) == (rule["id"], finding.severity.value)
        assert rule["id"] == finding.code.name


@pytest.mark.property
@given(findings().filter(lambda finding: finding.span is not None))
def test_a_region_leads_back_to_the_text_that_it_was_made_of(finding: Diagnostic) -> None:
    location = run_of([finding])["results"][0]["locations"][0]["physicalLocation"]
    region, span = location["region"], finding.span
    assert span is not None
    lines = span.source.text.split("\n")
    starts = [len("\n".join(lines[:n])) + (n > 0) for n in range(len(lines))]
    start = starts[region["startLine"] - 1] + region["startColumn"] - 1
    end = starts[region["endLine"] - 1] + region["endColumn"] - 1
    assert span.source.text[start:end] == span.text
    assert unquote_to_bytes(location["artifactLocation"]["uri"])
