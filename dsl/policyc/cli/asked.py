"""Policies that a command was asked about, those of git revisions among them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import typer

from policyc.analyse.left_out import LeftOut, Why
from policyc.cli import findings
from policyc.cli.exits import Exit
from policyc.cli.output import remark
from policyc.cli.usage import WrongUsageError
from policyc.core.policy import Period, Policy
from policyc.diagnostics.catalogue import testing
from policyc.diagnostics.diagnostic import Diagnostic, Language
from policyc.diagnostics.terminal import escaped
from policyc.elaborate.elaborator import Elaborated, Elaborator
from policyc.elaborate.versions import in_force
from policyc.library.library import Library, Opened
from policyc.library.project import policy_files
from policyc.library.reference import NotUsable, find_policy, periods, read_reference
from policyc.library.revision import GitError, RevisionLibrary, in_revision, revision_library

if TYPE_CHECKING:
    from policyc.elaborate.documents import Found


@attrs.frozen(eq=False)
class Asked:
    """A policy that a command was asked about, as it was asked for, and where its names lead.

    `folder` is the folder that was asked for, where the policy was not named itself; `periods` when
    each version is in force, unless one of them was asked for.
    """

    reference: str
    document: Elaborated
    policy: Policy
    library: Library
    elaborator: Elaborator
    folder: str | None = None
    periods: tuple[Period, ...] = ()

    @property
    def own_day(self) -> date | None:
        """The day that the reference itself names, as `NAME@DATE`."""
        return read_reference(self.reference, Path.cwd()).day

    def left_out(self, why: Why) -> LeftOut:
        """That this policy of a folder is left out."""
        assert self.folder is not None, "what was named is not left out"
        return LeftOut(self.folder, self.policy.name, self.document.found.source.name, why)


@contextmanager
def asked_policies(
    references: Sequence[str], day: date, language: Language
) -> Iterator[list[Asked]]:
    """The policies of some references; says what is wrong and ends the command where one is."""
    with ExitStack() as stack:
        finder = _Finder(stack, language)
        finder.open(references)
        yield [finder.policy(reference, day) for reference in references]


@attrs.frozen(eq=False)
class Moment:
    """The versions that are in force from a day on; `None` for a policy that has none then."""

    day: date
    asked: tuple[Asked | None, ...]


@contextmanager
def asked_from(
    references: Sequence[str], day: date, language: Language
) -> Iterator[tuple[list[Asked], list[Moment]]]:
    """The policies of some references on a day, and those that take their places later, if any."""
    with ExitStack() as stack:
        finder = _Finder(stack, language)
        finder.open(references)
        first = [finder.policy(reference, day) for reference in references]
        moments = [finder.moment(first, later) for later in _changes(first, day)]
        yield first, [moment for moment in moments if any(moment.asked)]


def _changes(asked: Sequence[Asked], day: date) -> list[date]:
    """The days after a day on which a version of some policy begins or ends.

    None where a version was asked for by its day: then it is that version which is meant.
    """
    if not all(each.periods for each in asked):
        return []
    ends = {end for each in asked for p in each.periods for end in (p.start, p.end)}
    return sorted(end for end in ends if end is not None and end > day)


@attrs.frozen(eq=False)
class Listed:
    """The policies of a list of references, and what was left out of the folders among them."""

    asked: tuple[Asked, ...]
    left_out: tuple[LeftOut, ...]


@contextmanager
def asked_lists(
    lists: Sequence[Sequence[str]], day: date, language: Language
) -> Iterator[list[Listed]]:
    """The policies of each list of references; a folder stands for all in force in it."""
    with ExitStack() as stack:
        finder = _Finder(stack, language)
        finder.open([reference for references in lists for reference in references])
        yield [
            _listed(f for reference in references for f in finder.policies(reference, day))
            for references in lists
        ]


def _listed(found: Iterable[Asked | LeftOut]) -> Listed:
    each = list(found)
    return Listed(
        tuple(one for one in each if isinstance(one, Asked)),
        tuple(one for one in each if isinstance(one, LeftOut)),
    )


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

    def policy(self, reference: str, day: date, *, several: bool = False) -> Asked:
        """The policy that a reference names, in the version of the day; perhaps one of several."""
        library, folder, text = self._place(reference)
        elaborator = self._elaborators.setdefault(id(library), Elaborator(library))
        found = find_policy(library, elaborator, text, folder=folder, day=day)
        if isinstance(found, NotUsable):
            told = [_or_left_out(f) for f in found.findings] if several else found.findings
            stop = self._stop(told, Exit.FINDINGS if found.found else Exit.USAGE)
            if several and found.found:
                remark(_NOTHING_COMPARED[self._language].format(file=escaped(_file_of(reference))))
            raise stop
        assert found.policy is not None, "what is usable has a policy"
        versions = periods(library, text, folder)
        return Asked(reference, found, found.policy, library, elaborator, periods=versions)

    def moment(self, asked: Sequence[Asked], day: date) -> Moment:
        """The versions of policies from a day on."""
        return Moment(day, tuple(self._version(each, day) for each in asked))

    def _version(self, asked: Asked, day: date) -> Asked | None:
        known = any(day in period for period in asked.periods)
        return self.policy(asked.reference, day) if known else None

    def policies(self, reference: str, day: date) -> Iterator[Asked | LeftOut]:
        """The policy that a reference names, or what a folder holds: those in force are asked."""
        if not Path(reference).is_dir():
            yield self.policy(reference, day, several=True)
            return
        unreadable: list[Diagnostic] = []
        for file in policy_files([Path(reference)], unreadable):
            opened = self._working.open(file, str(file))
            if not isinstance(opened, Opened):
                raise self._stop([opened], Exit.USAGE)
            yield from self._in_file(reference, file, opened, day)
        if unreadable:
            raise self._stop(unreadable, Exit.USAGE)

    def _in_file(
        self, folder: str, file: Path, opened: Opened, day: date
    ) -> Iterator[Asked | LeftOut]:
        """The policies of a file in a folder."""
        named: dict[str, list[Found]] = {}
        for found in opened.documents:
            if found.kind == "policy":
                named.setdefault(found.name, []).append(found)
            else:
                yield LeftOut(folder, found.name, str(file), Why.NO_POLICY)
        for name, versions in named.items():
            if in_force(versions, day) is not None:
                yield attrs.evolve(self.policy(f"{file}#{name}", day, several=True), folder=folder)
            else:
                yield LeftOut(folder, name, str(file), Why.NOT_IN_FORCE)

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
            english, chinese = error.reason["en"], error.reason["zh"]
            raise WrongUsageError(
                f"`{reference}`: {english}", f"`{reference}`：{chinese}"
            ) from None

    def _revision(self, revision: str) -> RevisionLibrary:
        if revision not in self._revisions:
            library = self._stack.enter_context(revision_library(revision, Path.cwd()))
            self._revisions[revision] = library
        return self._revisions[revision]


def _file_of(reference: str) -> str:
    """The file, or the name in the library, that a reference leads to."""
    return reference.partition("#")[0]


def _or_left_out(found: Diagnostic) -> Diagnostic:
    """The finding that a policy is not in force, with how to do without it."""
    if found.code is not testing.NOT_IN_FORCE:
        return found
    return attrs.evolve(found, arguments={**found.arguments, "choose": _CHOOSE})


_NOTHING_COMPARED: Mapping[Language, str] = {
    "en": "\nnothing was compared, since {file} has errors: mend it, or leave it out "
    "(move it out of the folder, or name the other files)",
    "zh": "\n{file}有错误，因此未作任何比较：请改正，或略去它"
    "（将其移出文件夹，或逐个写出其余文件）",
}
_CHOOSE: Mapping[Language, str] = {
    "en": "`@DATE` after its name, or `--on DATE` for all, chooses one; or leave it out, or name "
    "its folder, of which only what is in force is taken",
    "zh": "请在名称后加`@日期`选定，或用`--on DATE`为全部选定；也可不写它，"
    "或改写其所在文件夹，只取其中有效的",
}
