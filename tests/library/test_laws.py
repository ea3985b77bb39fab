"""The library's own page lists the laws of each country."""

import pytest

from tests.library.coverage import PAGE

pytestmark = pytest.mark.checkout

FOLDER = PAGE.parent
README = FOLDER / "README.md"


def test_every_law_of_a_country_is_listed_under_the_name_that_finds_it() -> None:
    listed = README.read_text(encoding="utf-8")
    laws = [
        f"{path.parent.name}.{path.stem}"
        for path in sorted(FOLDER.glob("*/*.policy"))
        if any(line.startswith("policy ") for line in path.read_text("utf-8").splitlines())
    ]
    assert len(laws) >= 30
    assert [name for name in laws if f"`{name}`" not in listed] == []
