"""The wheel holds the grammar and the policies, all of them and nothing old."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.checkout

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel as it would be published."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*command, str(ROOT)], check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return zipfile.ZipFile(built)


@pytest.mark.parametrize("folder", ["grammar", "policies"])
def test_the_wheel_ships_exactly_the_files_of_the_folder(
    folder: str, wheel: zipfile.ZipFile
) -> None:
    prefix = f"policyc/_shipped/{folder}/"
    shipped = {name.removeprefix(prefix) for name in wheel.namelist() if name.startswith(prefix)}
    present = {
        path.relative_to(ROOT / folder).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    assert shipped == present
    assert present


def test_the_wheel_says_that_it_is_typed_and_under_which_licence(wheel: zipfile.ZipFile) -> None:
    names = wheel.namelist()
    assert "policyc/py.typed" in names
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_the_wheel_ships_every_page_and_schema(wheel: zipfile.ZipFile) -> None:
    package = ROOT / "dsl" / "policyc"
    data = {
        path.relative_to(package.parent).as_posix()
        for path in package.rglob("*")
        if path.suffix in {".json", ".md", ".js", ".html"}
    }
    assert data
    assert data <= set(wheel.namelist())
