"""Policies that a command was asked about, those of git revisions among them."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import typer

from policyc.cli import findings
from policyc.cli.exits import Exit
from policyc.cli.output import remark
from policyc.cli.usage import WrongUsageError
from policyc.core.policy import Policy
from policyc.diagnostics.diagnostic import Diagnostic, Language
from policyc.elaborate.elaborator import Elaborated, Elaborator
from policyc.elaborate.versions import in_force
from policyc.library.library import Library, Opened
from policyc.library.project import policy_files
from policyc.library.reference import NotUsable, find_policy, read_reference
from policyc.library.revision import GitError, RevisionLibrary, in_revision, revision_library

if TYPE_CHECKING:
    from policyc.elaborate.documents import Found


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
        finder.open(references)
        yield [finder.policy(reference, day) for reference in references]


@contextmanager
def asked_lists(
    lists: Sequence[Sequence[str]], day: date, language: Language
) -> Iterator[list[list[Asked]]]:
    """The policies of each list of references; a folder stands for all policies in it."""
    with ExitStack() as stack:
        finder = _Finder(stack, language)
        finder.open([reference for references in lists for reference in references])
        yield [
            [found for reference in references for found in finder.policies(reference, day)]
            for references in lists
        ]


class _Finder:
    """Finds policies; each revision is read once, and so is each file."""

    def __init__(self, stack: ExitStack, language: Language) -> None:
        self._stack, self._language = stack, language
        self._working = Library()
        self._revisions: dict[str, RevisionLibrary] = {}
        self._elaborators: dict[int, Elaborator] = {}

    def open(self, references: Sequence[str]) -> None:
        """Opens the files named, so that reports call them as the user did."""
        for reference in references:
            place = read_reference(reference, Path.cwd()).place
            if in_revision(reference) is None and Path(place).is_file():
                self._working.open(Path(place), place)

    def policy(self, reference: str, day: date) -> Asked:
        """The policy that a reference names, in the version of the day."""
        library, folder, text = self._place(reference)
        elaborator = self._elaborators.setdefault(id(library), Elaborator(library))
        found = find_policy(library, elaborator, text, folder=folder, day=day)
        if isinstance(found, NotUsable):
            raise self._stop(found.findings, Exit.FINDINGS if found.found else Exit.USAGE)
        assert found.policy is not None, "what is usable has a policy"
        return Asked(reference, found, found.policy, library, elaborator)

    def policies(self, reference: str, day: date) -> Iterator[Asked]:
        """The policy that a reference names, or all that are in force in a folder."""
        if not Path(reference).is_dir():
            yield self.policy(reference, day)
            return
        unreadable: list[Diagnostic] = []
        for file in policy_files([Path(reference)], unreadable):
            opened = self._working.open(file, str(file))
            if not isinstance(opened, Opened):
                raise self._stop([opened], Exit.USAGE)
            named: dict[str, list[Found]] = {}
            for found in opened.documents:
                if found.kind == "policy":
                    named.setdefault(found.name, []).append(found)
            for name, versions in named.items():
                if in_force(versions, day) is not None:
                    yield self.policy(f"{file}#{name}", day)
        if unreadable:
            raise self._stop(unreadable, Exit.USAGE)

    def _stop(self, found: Sequence[Diagnostic], code: Exit) -> typer.Exit:
        """Says what is wrong, for the caller to raise."""
        remark(findings.rendered(found, "text", self._language).rstrip("\n"))
        return typer.Exit(code)

    def _place(self, reference: str) -> tuple[Library, Path, str]:
        """Where to look for a reference, and what it is called there."""
        committed = in_revision(reference)
        if committed is None:
            return self._working, Path.cwd(), reference
        try:
            library = self._revision(committed.revision)
            return library, library.root, library.place(committed.path)
        except GitError as error:
            raise WrongUsageError(
                f"`{reference}`: {error.reason}", f"`{reference}`：{error.reason}"
            ) from None

    def _revision(self, revision: str) -> RevisionLibrary:
        if revision not in self._revisions:
            library = self._stack.enter_context(revision_library(revision, Path.cwd()))
            self._revisions[revision] = library
        return self._revisions[revision]
