"""The page on the layout is true: its samples are in it, and its table of words is right."""

import re
from pathlib import Path

import pytest

from policyc.source import Source
from policyc.syntax.format.checked import formatted
from policyc.syntax.words import Script

pytestmark = pytest.mark.checkout

_PAGE = Path(__file__).parents[3] / "docs" / "reference" / "formatting.md"
PAGE = _PAGE.read_text("utf-8") if _PAGE.exists() else ""  # read where tests are only collected too
SAMPLES = re.findall(r"^```layout\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
ROWS = [
    [re.findall(r"`([^`]+)`", cell) for cell in row]
    for row in re.findall(r"^\| (`.*) \| (`.*) \| (`.*) \|$", PAGE, re.MULTILINE)
]


def printed(text: str, script: Script | None = None) -> str:
    result = formatted(Source("sample", text), script=script)
    assert result.findings == ()
    assert result.text is not None
    return result.text


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_is_in_the_layout(sample: str) -> None:
    assert printed(sample) == sample


@pytest.mark.parametrize("row", ROWS)
def test_each_way_to_type_something_is_printed_as_the_table_says(row: list[list[str]]) -> None:
    typed, (english,), (chinese,) = row
    for way in typed:
        assert english in printed(_statement(way), "en")
        assert chinese in printed(_statement(way), "zh")


def _statement(part: str) -> str:
    """A statement that says something of a part of one."""
    if re.match(r"fact|事实", part):
        return part
    if re.match(r"\d+ (per|times|次)", part):
        return f"limit a to {part}"
    if re.match(r"for each|每", part):
        return f"limit a to 3 per day {part}"
    if part.startswith(("within", "不迟于")):
        return f"require a {part}"
    return f"assume a = {part}"


def test_the_page_has_samples_and_rows() -> None:
    assert len(SAMPLES) >= 6
    assert len(ROWS) >= 10
