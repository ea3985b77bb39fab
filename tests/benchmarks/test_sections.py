"""What the benchmarks time is right; how long it takes is nothing that a test asserts."""

from importlib import import_module
from pathlib import Path

import pytest

pytestmark = pytest.mark.checkout

SECTIONS = sorted(
    f"{path.parent.name}.{path.stem}"
    for path in (Path(__file__).parents[2] / "benchmarks").glob("*/*.py")
    if "\ndef section()" in path.read_text("utf-8")
)


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_times_nothing_that_is_wrong(section: str) -> None:
    import_module(f"benchmarks.{section}").check()


def test_every_section_is_in_the_report() -> None:
    assert sorted(import_module("benchmarks").SECTIONS) == SECTIONS
