"""Data files of the language: texts with the findings that they must give, on the line.

A file is cut into chunks by lines of `---`. A chunk is one folder: its text is `test.policy`, or
the files that lines like `=== name.policy` begin. A chunk's first comment is its title. Each file
of a chunk keeps the line numbers of the data file, so that a report can name them.
"""

from collections.abc import Iterator

import attrs

CUT = "---"
FILE = "=== "
ALONE = "test.policy"


@attrs.frozen
class Chunk:
    """One case of a data file: its title, the line it begins on, and its files."""

    title: str
    line: int
    files: dict[str, str]


def chunks(text: str) -> Iterator[Chunk]:
    """The chunks of a data file; those without a word are none."""
    begun = 1
    lines: list[str] = []
    for number, line in enumerate([*text.splitlines(), CUT], start=1):
        if line.rstrip() != CUT:
            lines.append(line)
            continue
        if any(part.strip() for part in lines):
            yield _chunk(lines, begun)
        begun, lines = number + 1, []


def _chunk(lines: list[str], begun: int) -> Chunk:
    files: dict[str, list[str]] = {}
    name = ALONE
    for number, line in enumerate(lines, start=begun):
        if line.startswith(FILE):
            name = line.removeprefix(FILE).strip()
            continue
        own = files.setdefault(name, [])
        own += [""] * (number - 1 - len(own))
        own.append(line)
    if len(files) > 1 and all(_says_nothing(line) for line in files.get(ALONE, ())):
        files.pop(ALONE, None)
    texts = {name: "\n".join(text) + "\n" for name, text in files.items()}
    return Chunk(_title(lines), begun, texts)


def _says_nothing(line: str) -> bool:
    return not line.strip() or line.startswith("#")


def _title(lines: list[str]) -> str:
    comments = (line.removeprefix("#").strip() for line in lines if line.startswith("#"))
    return next(comments, "untitled")
