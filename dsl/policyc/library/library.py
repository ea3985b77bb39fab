"""The documents that names can mean, seen from a file."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import attrs

from policyc.diagnostics.diagnostic import Diagnostic
from policyc.elaborate.documents import Found
from policyc.library.reading import read_source
from policyc.resources import library_folder
from policyc.source import Source
from policyc.syntax import nodes as n
from policyc.syntax.parse import parse

SUFFIX = ".policy"
ROOT_MARKS = (".git", "pyproject.toml", "policyc.toml")


@attrs.frozen(eq=False)
class Opened:
    """A file's documents, and what was wrong with its text."""

    source: Source
    documents: tuple[Found, ...]
    findings: tuple[Diagnostic, ...]


class Library:
    """Reads and remembers files; implements `elaborate.documents.Documents`.

    `lookups` holds every name looked for so far, by the path that it was seen from, and the file
    that it led to.
    """

    def __init__(self, shipped: Path | None = None) -> None:
        self._shipped = shipped if shipped is not None else library_folder()
        self._opened: dict[Path, Opened | Diagnostic] = {}
        self._paths: dict[int, Path] = {}
        self.lookups: dict[tuple[Path | None, str], Path | None] = {}

    @property
    def texts(self) -> Mapping[Path, str]:
        """The text of every file that was read so far."""
        opened = self._opened.items()
        return {path: found.source.text for path, found in opened if isinstance(found, Opened)}

    def open(self, path: Path, name: str | None = None) -> Opened | Diagnostic:
        """The documents of a file, or why it cannot be read. Each file is read once."""
        key = _resolved(path)
        if key not in self._opened:
            read = read_source(path, name)
            if isinstance(read, Source):
                self._paths[id(read)] = key
                self._opened[key] = open_source(read, path.stem)
            else:
                self._opened[key] = read
        return self._opened[key]

    def find(self, name: str, near: Source) -> Sequence[Found]:
        """The documents of a name as seen from a source: in it, beside it, up the tree, shipped."""
        own = self._paths.get(id(near))
        opened = self._opened.get(own) if own is not None else None
        if isinstance(opened, Opened):
            inside = [found for found in opened.documents if found.name == name]
            if inside:
                return inside
        return self._search(name, own)

    def find_from(self, name: str, folder: Path) -> Sequence[Found]:
        """The documents of a name as seen from a folder."""
        return self._search(name, _resolved(folder) / "-")

    def names(self, near: Source) -> Sequence[str]:
        """The names of documents in a source, and of files that could be found from it."""
        own = self._paths.get(id(near))
        opened = self._opened.get(own) if own is not None else None
        inside = [f.name for f in opened.documents] if isinstance(opened, Opened) else []
        return sorted({*inside, *self.names_from(own)})

    def names_from(self, own: Path | None) -> Sequence[str]:
        """The names of files that could be found from a path."""
        found = {path.stem for f in self._folders(own) for path in f.glob("*" + SUFFIX)}
        for path in self._shipped.rglob("*" + SUFFIX):
            found.add(".".join(path.relative_to(self._shipped).with_suffix("").parts))
        return sorted(found)

    def located(self, name: str, own: Path | None) -> Path | None:
        """The file that a name leads to as seen from a path (from nowhere: `None`)."""
        for folder in self._folders(own):
            path = folder.joinpath(*name.split(".")).with_suffix(SUFFIX)
            if _is_file(path):
                return path
        return None

    def _search(self, name: str, own: Path | None) -> Sequence[Found]:
        path = self.lookups[own, name] = self.located(name, own)
        return self._named(path, name.rpartition(".")[2]) if path is not None else ()

    def _named(self, path: Path, name: str) -> Sequence[Found]:
        opened = self.open(path)
        if not isinstance(opened, Opened):
            return ()
        named = [found for found in opened.documents if found.name == name]
        return named or (opened.documents if len(opened.documents) == 1 else ())

    def _folders(self, own: Path | None) -> Sequence[Path]:
        """Where to look, the nearest first: up to the project's root, then what ships."""
        if own is None:
            return (self._shipped,)
        above = list(own.parents)
        root = next((i for i, f in enumerate(above) if _is_root(f)), 0)
        return (*above[: root + 1], self._shipped)


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()  # a ring of links: reading it says what is wrong


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False  # a name that no file system takes


def _is_root(folder: Path) -> bool:
    return any((folder / mark).exists() for mark in ROOT_MARKS)


def open_source(source: Source, stem: str) -> Opened:
    """The documents of a text; rules without a heading go by the file's name."""
    file, findings = parse(source)
    documents = tuple(
        Found(document, source, _name(document, stem), file.broken) for document in file.documents
    )
    return Opened(source, documents, findings)


def _name(document: n.Document, stem: str) -> str:
    return document.heading.name.text if document.heading else stem
