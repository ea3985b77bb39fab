"""What a reference to a policy means, and what is said where it means none."""

from datetime import date
from pathlib import Path

import pytest

from policyc.elaborate.elaborator import Elaborated, Elaborator
from policyc.library.library import Library
from policyc.library.reference import NotUsable, Reference, find_policy, read_reference

DAY = date(2025, 6, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with a policy of two versions, a file of two policies, and broken ones."""
    files = {
        "policyc.toml": "",
        "lender.policy": "policy lender\nuses collection\neffective 2024-01-01 until 2025-01-01\n"
        "policy lender\nuses collection\neffective 2025-01-01 until 2026-01-01\nforbid threaten\n",
        "both.policy": "policy one\nuses collection\nforbid threaten\n"
        "policy two\nuses collection\nforbid outsource\n",
        "words.policy": "vocabulary words\nfact age: years\n",
        "bare.policy": "forbid threaten",
        "below/deep.policy": "policy deep\nuses collection\nforbid threaten",
        "single/a.policy": "policy a\nuses collection\nforbid threaten",
        "torn.policy": "policy torn\nuses collection\nrule x: when overdue >",
        "wrong.policy": "policy wrong\nuses collection\nwhen overdu > 3 then allow outsource",
        "leaning.policy": "policy leaning\nuses shaky\nwhen age > 3 then allow act",
        "shaky.policy": "vocabulary shaky\nfact age: years\naction act\nfact heights: highs",
        "garbled.policy": "rule x: when overdue > \0",
        "twice.policy": "policy twice\nuses collection\nforbid threaten\n"
        "policy twice\nuses collection\nforbid outsource\n",
        "overlap.policy": "policy overlap\nuses collection\neffective 2024-01-01\n"
        "policy overlap\nuses collection\neffective 2025-01-01\nforbid threaten\n",
        "odd@name#x.policy": "policy odd\nuses collection\nforbid threaten",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def find(folder: Path, text: str, day: date = DAY) -> Elaborated | NotUsable:
    library = Library()
    return find_policy(library, Elaborator(library), text, folder=folder, day=day)


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("tianxing", Reference("tianxing")),
        ("cn.pipl", Reference("cn.pipl")),
        ("a.policy#b", Reference("a.policy", "b")),
        ("a.policy#b@2025-03-31", Reference("a.policy", "b", date(2025, 3, 31))),
        ("a@2025-03-31", Reference("a", None, date(2025, 3, 31))),
        ("a@2025-02-31", Reference("a@2025-02-31")),
        ("a@soon", Reference("a@soon")),
        ("a#", Reference("a")),
    ],
)
def test_a_reference_has_a_place_a_document_and_a_day(
    text: str, reference: Reference, tmp_path: Path
) -> None:
    assert read_reference(text, tmp_path) == reference


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("lender", "lender"),
        ("lender.policy", "lender"),
        ("both.policy#two", "two"),
        ("both#one", "one"),
        ("bare", "bare"),
        ("below.deep", "deep"),
        ("below/deep.policy", "deep"),
        ("single", "a"),
        ("single/", "a"),
        (".#deep", "deep"),
        ("pipl", "pipl"),
    ],
)
def test_a_policy_is_found(folder: Path, text: str, name: str) -> None:
    found = find(folder, text)
    assert isinstance(found, Elaborated), found
    assert found.policy is not None
    assert found.policy.name == name


def test_a_file_whose_name_looks_like_a_version_is_a_file(folder: Path) -> None:
    found = find(folder, str(folder / "odd@name#x.policy"))
    assert isinstance(found, Elaborated)


@pytest.mark.parametrize(
    ("text", "day", "start"),
    [
        ("lender", DAY, date(2025, 1, 1)),
        ("lender", date(2024, 12, 31), date(2024, 1, 1)),
        ("lender@2024-01-01", DAY, date(2024, 1, 1)),
        ("lender.policy#lender@2024-06-01", DAY, date(2024, 1, 1)),
    ],
)
def test_the_day_chooses_the_version(folder: Path, text: str, day: date, start: date) -> None:
    found = find(folder, text, day)
    assert isinstance(found, Elaborated)
    assert found.policy is not None
    assert found.policy.period.start == start


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("lendr", "no-such-policy"),
        ("lender.policy#lendr", "no-such-policy"),
        ("absent.policy", "unreadable-file"),
        ("below/absent.policy", "unreadable-file"),
        ("words", "no-policy-there"),
        ("both", "several-policies"),
        (".", "several-policies"),
        ("lender@2023-01-01", "not-in-force"),
        ("", "no-such-policy"),
        ("x" * 5000, "no-such-policy"),
        ("a\0b", "no-such-policy"),
    ],
)
def test_where_there_is_none_the_reason_is_told(folder: Path, text: str, code: str) -> None:
    found = find(folder, text)
    assert isinstance(found, NotUsable)
    assert [finding.code.name for finding in found.findings] == [code]
    assert not found.found


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("garbled", "unknown-character"),
        ("garbled.policy#x", "unknown-character"),
        ("twice", "two-policies"),
        ("twice.policy#twice", "two-policies"),
        ("overlap", "version-overlap"),
        ("torn", "unfinished-statement"),
        ("wrong", "unknown-fact"),
        ("leaning", "unknown-type"),
    ],
)
def test_a_policy_with_a_mistake_is_not_used_nor_one_that_builds_on_it(
    folder: Path, text: str, code: str
) -> None:
    found = find(folder, text)
    assert isinstance(found, NotUsable)
    assert found.found
    assert code in [finding.code.name for finding in found.findings]


def test_the_versions_that_there_are_are_named(folder: Path) -> None:
    found = find(folder, "lender@2023-01-01")
    assert isinstance(found, NotUsable)
    (finding,) = found.findings
    assert "from 2025-01-01 until 2026-01-01" in (finding.help() or "")
    assert "自2024-01-01至2025-01-01" in (finding.help("zh") or "")


def test_of_two_versions_only_those_in_force_at_once_are_in_the_way(folder: Path) -> None:
    assert isinstance(find(folder, "overlap@2024-06-01"), Elaborated)


def told(folder: Path, text: str) -> tuple[str, str | None]:
    found = find(folder, text)
    assert isinstance(found, NotUsable)
    (finding,) = found.findings
    return finding.message(), finding.help()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("lendr", "`lender`"),
        ("gbt45251", "`cn.gbt45251`"),
        ("gbt4525", "`cn.gbt45251`"),
        ("xx.rbi", "`in.rbi`"),
        ("jiebei", "`cn.platforms.jiebei`"),
        ("jibei", "`cn.platforms.jiebei`"),
    ],
)
def test_the_name_that_was_probably_meant_is_told_wherever_it_lies(
    folder: Path, text: str, meant: str
) -> None:
    assert told(folder, text)[1] == f"did you mean {meant}?"


def test_where_a_policy_was_looked_for_is_told_as_it_was_named(folder: Path) -> None:
    (folder / "empty").mkdir()
    assert told(folder, "both.policy#one1")[0] == "there is no policy `one1` in `both.policy`"
    assert told(folder, "lendr")[0].startswith("there is no policy `lendr` here, up to the project")
    assert told(folder, "empty")[0] == "there is no `*.policy` file in `empty`"


def test_a_long_name_is_told_by_its_beginning(folder: Path) -> None:
    assert len(told(folder, "x" * 100_000)[0]) < 2_000
