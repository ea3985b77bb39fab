"""A shell in an empty folder of its own."""

from pathlib import Path

import pytest

from tests.cli.calling import Shell


@pytest.fixture
def shell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Shell:
    """An empty folder, above which nothing is found."""
    (tmp_path / "policyc.toml").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("POLICYC_LANG", raising=False)
    return Shell(tmp_path, capsys)
