"""Policies that a command was asked about: found, read, and in the version of a day."""

import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

import attrs
import typer

from policyc.cli import findings, options
from policyc.cli.exits import Exit
from policyc.cli.output import remark
from policyc.core.policy import Policy
from policyc.diagnostics.diagnostic import Diagnostic, Language
from policyc.diagnostics.suggest import nearest
from policyc.elaborate.documents import Found
from policyc.elaborate.elaborator import Elaborated, Elaborator
from policyc.elaborate.versions import in_force
from policyc.library.library import SUFFIX, Library, Opened
from policyc.library.revision import (
    GitError,
    InRevision,
    RevisionLibrary,
    in_revision,
    revision_library,
)
from policyc.syntax.parse import parse

_DATED = re.compile(r"(?P<rest>.+)@(?P<day>\d{4}-\d{2}-\d{2})")


@attrs.frozen(eq=False)
class Asked:
    """A policy that a command was asked about, as it was asked for, and where its names lead."""

    reference: str
    document: Elaborated
    policy: Policy
    library: Library
    elaborator: Elaborator


@contextmanager
def asked_policies(
    references: Sequence[str], day: date, language: Language
) -> Iterator[list[Asked]]:
    """The policies of some references; says what is wrong and ends the command where one is."""
    with ExitStack() as stack:
        finder = _Finder(stack, language)
        yield [finder.policy(reference, day) for reference in references]


class _Finder:
    """Finds policies; each revision is read once."""

    def __init__(self, stack: ExitStack, language: Language) -> None:
        self._stack, self._language = stack, language
        self._working = Library()
        self._revisions: dict[str, RevisionLibrary] = {}
        self._elaborators: dict[int, Elaborator] = {}

    def policy(self, reference: str, day: date) -> Asked:
        """The policy that a reference names, in the version of the day."""
        text = reference
        if (dated := _DATED.fullmatch(reference)) is not None:
            text, day = dated["rest"], options.day(dated["day"])
        library, documents = self._documents(text)
        policies = [found for found in documents if found.kind == "policy"]
        if not policies:
            raise options.usage_error(f"there is no policy in `{reference}`")
        names = dict.fromkeys(found.name for found in policies)
        if len(names) > 1:
            listed = ", ".join(f"`{text}#{name}`" for name in names)
            raise options.usage_error(f"`{text}` holds several policies; name one: {listed}")
        found = in_force(policies, day)
        if found is None:
            raise options.usage_error(f"no version of `{reference}` is in force on {day}")
        elaborator = self._elaborators.setdefault(id(library), Elaborator(library))
        return self._usable(reference, library, elaborator, elaborator.elaborate(found))

    def _usable(
        self, reference: str, library: Library, elaborator: Elaborator, document: Elaborated
    ) -> Asked:
        if document.policy is None or not document.usable:
            _, unread = parse(document.found.source)
            errors = [f for f in (*unread, *document.findings) if findings.has_errors([f])]
            raise self._stop(errors, Exit.FINDINGS)
        return Asked(reference, document, document.policy, library, elaborator)

    def _documents(self, text: str) -> tuple[Library, Sequence[Found]]:
        """The library and the documents that a reference without a date names."""
        path, _, name = text.partition("#")
        committed = in_revision(path)
        if committed is not None:
            library, found = self._committed(committed)
        elif path.endswith(SUFFIX) or Path(path).exists():
            library, found = self._working, self._opened(self._working, Path(path), path)
        else:
            library, found = self._working, self._working.find_from(path, Path.cwd())
        if not found:
            raise self._unknown(path)
        return library, [f for f in found if not name or f.name == name]

    def _committed(self, place: InRevision) -> tuple[Library, Sequence[Found]]:
        """The library of a revision, and the documents at a path in it."""
        try:
            library = self._revision(place.revision)
            return library, self._opened(library, library.place(place.path), place.path)
        except GitError as error:
            shown = f"{place.revision}:{place.path}"
            raise options.usage_error(f"`{shown}`: {error.reason}") from None

    def _revision(self, revision: str) -> RevisionLibrary:
        if revision not in self._revisions:
            library = self._stack.enter_context(revision_library(revision, Path.cwd()))
            self._revisions[revision] = library
        return self._revisions[revision]

    def _opened(self, library: Library, path: Path, shown: str) -> Sequence[Found]:
        """The documents of a file, or of all files of a folder."""
        if path.is_dir():
            return [
                found
                for file in sorted(path.rglob("*" + SUFFIX))
                for found in self._opened(library, file, str(file))
            ]
        opened = library.open(path, shown)
        if isinstance(opened, Opened):
            return opened.documents
        raise self._stop([opened], Exit.USAGE)

    def _unknown(self, name: str) -> typer.Exit:
        known = self._working.names_from(Path.cwd() / "-")
        guess = nearest(name, known)
        hint = f"; did you mean `{guess}`?" if guess else ""
        return options.usage_error(f"there is no policy `{name}` here or in the library{hint}")

    def _stop(self, found: Sequence[Diagnostic], code: Exit) -> typer.Exit:
        """Says what is wrong, for the caller to raise."""
        remark(findings.rendered(found, "text", self._language).rstrip("\n"))
        return typer.Exit(code)
