"""The policies under some paths: files opened, documents elaborated, findings collected."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs

from policyc.diagnostics.catalogue import reading
from policyc.diagnostics.diagnostic import Diagnostic
from policyc.elaborate.elaborator import Elaborated, Elaborator
from policyc.library.library import SUFFIX, Library, Opened
from policyc.library.versions import check_versions


@attrs.frozen(eq=False)
class Project:
    """What lies under some paths.

    `unreadable` are files that could not be read at all; `findings` those of texts and documents,
    in the order of the paths.
    """

    library: Library
    elaborator: Elaborator
    files: tuple[Opened, ...]
    documents: tuple[Elaborated, ...]
    unreadable: tuple[Diagnostic, ...]

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What is wrong with each text, each document by itself, and the versions of policies."""
        return (
            *(f for file in self.files for f in file.findings),
            *(f for document in self.documents for f in document.findings),
            *check_versions(document.found for document in self.documents),
        )


def open_project(paths: Sequence[Path], library: Library | None = None) -> Project:
    """Opens every policy file under the paths: files as named, folders with all that they hold."""
    library = library or Library()
    elaborator = Elaborator(library)
    files: list[Opened] = []
    unreadable: list[Diagnostic] = []
    for path in policy_files(paths, unreadable):
        opened = library.open(path, str(path))
        if isinstance(opened, Diagnostic):
            unreadable.append(opened)
        elif opened not in files:
            files.append(opened)
    documents = [elaborator.elaborate(found) for file in files for found in file.documents]
    return Project(library, elaborator, tuple(files), tuple(documents), tuple(unreadable))


def policy_files(paths: Sequence[Path], unreadable: list[Diagnostic]) -> Iterator[Path]:
    """Files as named, and every policy file below a folder; empty folders go to `unreadable`."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        found = sorted(p for p in path.rglob("*" + SUFFIX) if not _is_hidden(p, path))
        if not found:
            arguments = {"path": str(path), "suffix": SUFFIX}
            unreadable.append(Diagnostic(reading.NO_POLICIES, None, arguments))
        yield from found


def _is_hidden(path: Path, below: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(below).parts)
