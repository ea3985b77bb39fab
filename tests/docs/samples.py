"""Samples in documentation, run: policies are checked and tested, sessions are repeated."""

from collections.abc import Iterator
from pathlib import Path

from tests.harness import console, running
from tests.harness.chunks import chunks
from tests.harness.expectations import disagreements, expectations
from tests.harness.markdown import Block


def text_failures(block: Block, folder: Path) -> Iterator[str]:
    """Where a sample of the language is not what it says of itself."""
    for chunk in chunks(block.text):
        files = {block.file or name: text for name, text in chunk.files.items()}
        project = running.opened(files, folder)
        expected = [e for name, text in files.items() for e in expectations(name, text)]
        found = [
            *running.findings(project),
            *running.analysed(project),
            *running.failed_tests(project),
        ]
        yield from disagreements(expected, found)


def session_failures(block: Block, folder: Path) -> Iterator[str]:
    """Where a session at a terminal does not go as shown."""
    (folder / running.ROOT_MARK).touch()
    for command in console.commands(block.text):
        printed = console.run(command, folder)
        if printed is not None:
            yield f"$ {command.text}\n{printed}"
