"""Runs the data files: every chunk must give the findings that it says, and its tests must hold."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.harness import running
from tests.harness.chunks import Chunk, chunks
from tests.harness.expectations import disagreements, expectations

LIBRARY = Path(__file__).parent / "library"
"""What the chunks find where they look for shipped documents: it changes with no shipped policy."""


class DataFile(pytest.File):
    """A data file, a test for each chunk."""

    def collect(self) -> Iterator[pytest.Item]:
        for chunk in chunks(self.path.read_text(encoding="utf-8")):
            item = ChunkItem.from_parent(self, name=f"{chunk.line}: {chunk.title}")
            item.chunk = chunk
            yield item


class ChunkItem(pytest.Item):
    """A chunk of a data file."""

    chunk: Chunk

    def runtest(self) -> None:
        expected = [e for name, text in self.chunk.files.items() for e in expectations(name, text)]
        with tempfile.TemporaryDirectory() as folder:
            project = running.opened(self.chunk.files, Path(folder), LIBRARY)
            wrong = disagreements(expected, running.findings(project))
            wrong += list(running.failures(project))
        if wrong:
            place = f"{self.path}:{self.chunk.line}: {self.chunk.title}"
            pytest.fail("\n".join([place, *wrong]), pytrace=False)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.chunk.line - 1, self.name


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    if file_path.suffix == ".policytest":
        return DataFile.from_parent(parent, path=file_path)
    return None
