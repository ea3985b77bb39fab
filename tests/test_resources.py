"""Where shipped files lie, and which folder may serve as a cache."""

import os
import stat
from pathlib import Path

import pytest

from policyc import resources

needs_modes = pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")


def test_the_grammar_and_the_library_are_where_they_should_be() -> None:
    assert (resources.grammar_folder() / "policy.lark").is_file()
    assert list(resources.library_folder().rglob("*.policy"))


def test_the_schemas_are_where_they_should_be() -> None:
    assert (resources.schemas_folder() / "diagnostics-1.json").is_file()


def test_the_cache_is_made_for_this_user_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POLICYC_CACHE", str(tmp_path / "deep" / "cache"))
    folder = resources.cache_folder()
    assert folder == tmp_path / "deep" / "cache"
    assert folder.is_dir()
    if os.name == "posix":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_without_a_wish_the_cache_lies_with_the_users_other_caches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("POLICYC_CACHE", raising=False)
    monkeypatch.setattr(resources, "_users_cache", lambda: tmp_path / "policyc")
    assert resources.cache_folder() == tmp_path / "policyc"


def test_the_users_cache_bears_the_name_of_the_program() -> None:
    assert "policyc" in resources._users_cache().parts


def test_an_empty_wish_turns_the_cache_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POLICYC_CACHE", "")
    assert resources.cache_folder() is None


def test_where_no_folder_can_be_made_there_is_no_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("POLICYC_CACHE", str(tmp_path / "file" / "cache"))
    assert resources.cache_folder() is None


@needs_modes
@pytest.mark.parametrize("mode", [0o720, 0o702, 0o777])
def test_a_folder_that_others_can_write_is_no_cache(
    mode: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(mode)
    monkeypatch.setenv("POLICYC_CACHE", str(shared))
    assert resources.cache_folder() is None


@needs_modes
def test_a_folder_of_somebody_else_is_no_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POLICYC_CACHE", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: tmp_path.stat().st_uid + 1)
    assert resources.cache_folder() is None


@needs_modes
def test_a_folder_that_cannot_be_written_is_no_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POLICYC_CACHE", str(tmp_path))
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert resources.cache_folder() is None


def test_a_file_that_ships_has_the_name_that_finds_it() -> None:
    file = resources.library_folder() / "cn" / "nifa_convention.policy"
    assert file.is_file()
    assert resources.shipped_name(str(file)) == "cn.nifa_convention"


@pytest.mark.parametrize("path", ["tianxing.policy", "policies/tianxing.policy", "/a/b.policy", ""])
def test_no_other_file_has_one(path: str) -> None:
    assert resources.shipped_name(path) is None
