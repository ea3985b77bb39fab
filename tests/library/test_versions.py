"""Versions of one policy side by side: what is found, and the repair that is offered."""

from datetime import date
from pathlib import Path

import pytest

from policyc.diagnostics.diagnostic import Diagnostic
from policyc.elaborate.versions import in_force, latest, period_of
from policyc.library.library import Library, Opened
from policyc.library.versions import check_versions
from policyc.source import Source

RULE = "rule r: forbid threaten\n"


def opened(folder: Path, *periods: str) -> Opened:
    """A file with a version for each period."""
    path = folder / "lender.policy"
    versions = [f"policy lender\nuses collection\n{period}\n{RULE}" for period in periods]
    path.write_text("\n".join(versions), encoding="utf-8")
    found = Library().open(path)
    assert isinstance(found, Opened)
    return found


def findings(folder: Path, *periods: str) -> list[Diagnostic]:
    return list(check_versions(opened(folder, *periods).documents))


def mended(finding: Diagnostic) -> str:
    """The source after the finding's repair."""
    fix = finding.fix
    assert fix is not None
    text = fix.span.source.text
    return text[: fix.span.start] + fix.replacement + text[fix.span.end :]


@pytest.mark.parametrize(
    ("first", "second", "repaired"),
    [
        ("effective 2024-01-01", "effective 2025-01-01", "effective 2024-01-01 until 2025-01-01"),
        ("施行 2024-01-01", "effective 2025-01-01", "施行 2024-01-01 直至 2025-01-01"),
    ],
)
def test_a_version_without_an_end_is_ended_in_its_own_script(
    first: str, second: str, repaired: str, tmp_path: Path
) -> None:
    (finding,) = findings(tmp_path, first, second)
    assert finding.code.name == "version-overlap"
    assert repaired in mended(finding)


def test_the_repaired_versions_follow_one_another(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, "effective 2024-01-01", "effective 2025-01-01")
    (tmp_path / "lender.policy").write_text(mended(finding), encoding="utf-8")
    again = Library().open(tmp_path / "lender.policy")
    assert isinstance(again, Opened)
    assert check_versions(again.documents) == ()


def test_an_end_that_was_stated_is_not_moved(tmp_path: Path) -> None:
    periods = ("effective 2024-01-01 until 2026-01-01", "effective 2025-01-01")
    (finding,) = findings(tmp_path, *periods)
    assert (finding.code.name, finding.fix) == ("version-overlap", None)


def test_an_overlap_names_its_first_day_and_the_other_version(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, "effective 2024-01-01", "effective 2025-03-01")
    assert "in force on 2025-03-01" in finding.message()
    (other,) = finding.related
    assert other.span.text == "effective 2025-03-01"


def test_three_versions_may_follow_one_another_in_any_order(tmp_path: Path) -> None:
    periods = (
        "effective 2026-01-01",
        "effective 2024-01-01 until 2025-01-01",
        "effective 2025-01-01 until 2026-01-01",
    )
    assert findings(tmp_path, *periods) == []


def test_a_gap_lies_between_the_end_and_the_next_beginning(tmp_path: Path) -> None:
    periods = ("effective 2024-01-01 until 2025-01-01", "effective 2025-01-02")
    (finding,) = findings(tmp_path, *periods)
    assert finding.code.name == "version-gap"
    assert "from 2025-01-01 until 2025-01-02" in finding.message()


def test_documents_of_different_kinds_may_share_a_name(tmp_path: Path) -> None:
    path = tmp_path / "lender.policy"
    path.write_text(f"vocabulary lender\naction threaten\n\npolicy lender\nuses lender\n{RULE}")
    found = Library().open(path)
    assert isinstance(found, Opened)
    assert check_versions(found.documents) == ()


def test_the_end_of_a_period_is_no_day_of_it(tmp_path: Path) -> None:
    periods = ("effective 2024-01-01 until 2025-01-01", "effective 2025-01-01")
    older, newer = opened(tmp_path, *periods).documents
    both = (older, newer)
    assert in_force(both, date(2023, 12, 31)) is None
    assert in_force(both, date(2024, 1, 1)) is older
    assert in_force(both, date(2024, 12, 31)) is older
    assert in_force(both, date(2025, 1, 1)) is newer


def test_the_latest_version_is_the_one_that_begins_last(tmp_path: Path) -> None:
    newer, older = opened(tmp_path, "effective 2025-01-01", "effective 2024-01-01").documents
    assert latest((newer, older)) is newer
    assert latest((older, newer)) is newer
    assert latest(()) is None


def test_of_versions_that_begin_together_the_last_of_the_text_is_the_latest(tmp_path: Path) -> None:
    first, second = opened(tmp_path, "", "").documents
    assert latest((first, second)) is second


def test_a_period_with_a_day_that_no_calendar_has_is_open_there(tmp_path: Path) -> None:
    (found,) = opened(tmp_path, "effective 2025-02-30 until 2026-01-01").documents
    period = period_of(found.document)
    assert (period.start, period.end) == (None, date(2026, 1, 1))


def test_a_source_that_is_no_file_has_versions_too() -> None:
    from policyc.library.library import open_source  # noqa: PLC0415  # for this text alone

    text = f"policy p\nuses collection\n{RULE}\npolicy p\nuses collection\n{RULE}"
    (finding,) = check_versions(open_source(Source("<input>", text), "input").documents)
    assert finding.code.name == "two-policies"
