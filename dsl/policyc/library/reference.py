"""What a reference to a policy means: `tianxing`, `policies/a.policy#b`, any of them `@2025-03-31`.

A name is found the way `uses` finds it, seen from a folder; a path is a file or a folder; `#NAME`
picks one document of several. Of a policy's versions it is the one in force on a day: the one after
the `@`, else the caller's.
"""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import attrs

from policyc.core.policy import Period
from policyc.diagnostics.catalogue import deciding, testing
from policyc.diagnostics.diagnostic import Diagnostic, Language, Severity, Wording
from policyc.elaborate.describe import document_advice
from policyc.elaborate.documents import Found
from policyc.elaborate.elaborator import Elaborated, Elaborator
from policyc.elaborate.versions import in_force, period_of
from policyc.library.library import SUFFIX, Library, Opened
from policyc.library.project import policy_files
from policyc.library.versions import check_versions
from policyc.syntax import nodes as n
from policyc.syntax.parse import parse

_DATED = re.compile(r"(?P<rest>.+)@(?P<day>\d{4}-\d{2}-\d{2})", re.DOTALL)


@attrs.frozen
class Reference:
    """The parts of a reference; `place` is a name or a path."""

    place: str
    document: str | None = None
    day: date | None = None


def read_reference(text: str, folder: Path) -> Reference:
    """The parts of a reference. What exists as a file is a file, whatever its name."""
    if _exists(folder / text):
        return Reference(text)
    day = None
    dated = _DATED.fullmatch(text)
    if dated is not None and (day := _day(dated["day"])) is not None:
        text = dated["rest"]
    if _exists(folder / text):
        return Reference(text, day=day)
    place, _, document = text.rpartition("#") if "#" in text else (text, "", "")
    return Reference(place, document or None, day)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False  # no file system takes such a name


@attrs.frozen
class NotUsable:
    """Why a reference gives no policy.

    `found` says whether there is such a policy; its own mistakes are the findings then.
    """

    findings: tuple[Diagnostic, ...]
    found: bool = False


def find_policy(
    library: Library, elaborator: Elaborator, text: str, *, folder: Path, day: date
) -> Elaborated | NotUsable:
    """The policy that a reference means, seen from a folder on a day."""
    reference = read_reference(text, folder)
    policies = _versions(library, reference, folder)
    if isinstance(policies, NotUsable):
        return policies
    day = reference.day or day
    version = in_force(policies, day)
    if version is None:
        return NotUsable((_out_of_force(policies, day),))
    if several := _at_once(policies, day):
        return NotUsable(several, found=True)
    return usable(library, elaborator, version)


def periods(library: Library, text: str, folder: Path) -> tuple[Period, ...]:
    """When each version that a reference can mean is in force; none where it names a day itself."""
    reference = read_reference(text, folder)
    policies = () if reference.day else _versions(library, reference, folder)
    return () if isinstance(policies, NotUsable) else tuple(period_of(d.document) for d in policies)


def _versions(library: Library, reference: Reference, folder: Path) -> Sequence[Found] | NotUsable:
    """All versions of the one policy that a reference names."""
    documents = _documents(library, reference, folder)
    if isinstance(documents, NotUsable):
        return documents
    policies = [d for d in documents if d.kind == "policy"]
    if reference.document is not None:
        named = [d for d in policies if d.name == reference.document]
        if not named:
            known = [d.name for d in policies]
            return NotUsable((_no_such(reference.document, known, _inside(reference.place)),))
        policies = named
    names = list(dict.fromkeys(d.name for d in policies))
    return policies if len(names) == 1 else NotUsable((not_one(reference.place, names),))


def _at_once(policies: Sequence[Found], day: date) -> tuple[Diagnostic, ...]:
    """What is wrong with versions, two of which are in force on a day; nothing where one is."""
    current = [d for d in policies if day in period_of(d.document)]
    return check_versions(current) if len(current) > 1 else ()


def usable(library: Library, elaborator: Elaborator, found: Found) -> Elaborated | NotUsable:
    """A document elaborated, unless it or one that it builds on has a mistake."""
    elaborated = elaborator.elaborate(found)
    errors = list(_errors(library, elaborator, found, set()))
    if errors or elaborated.policy is None:
        return NotUsable(tuple(errors or elaborated.findings), found=True)
    return elaborated


def _errors(
    library: Library, elaborator: Elaborator, found: Found, seen: set[int]
) -> Iterator[Diagnostic]:
    """The mistakes of a document and of those that it builds on, each once."""
    if id(found.document) in seen:
        return
    seen.add(id(found.document))
    if found.broken and id(found.source) not in seen:
        seen.add(id(found.source))
        yield from parse(found.source)[1]
    for finding in elaborator.elaborate(found).findings:
        if finding.severity is Severity.ERROR:
            yield finding
    for name in _built_on(found.document):
        for other in library.find(name.text, found.source):
            yield from _errors(library, elaborator, other, seen)


def _built_on(document: n.Document) -> Iterator[n.Dotted]:
    for item in document.items:
        if isinstance(item, n.Uses | n.Includes):
            yield from item.names


def _documents(library: Library, reference: Reference, folder: Path) -> Sequence[Found] | NotUsable:
    place = reference.place
    path = folder / place
    if place.endswith(SUFFIX) or any(separator in place for separator in _SEPARATORS):
        return _in_files(library, path, place)
    found = library.find_from(place, folder)
    if found or not place:
        return found or NotUsable((_no_such(place, library.names_from(folder / "-")),))
    for file, shown in ((path, place), (folder / f"{place}{SUFFIX}", f"{place}{SUFFIX}")):
        if _exists(file):
            return _in_files(library, file, shown)
    return NotUsable((_no_such(place, library.names_from(folder / "-")),))


_SEPARATORS = tuple(filter(None, ("/", os.sep, os.altsep)))


def _in_files(library: Library, path: Path, shown: str) -> Sequence[Found] | NotUsable:
    """The documents of a file, or of every file under a folder; or why one cannot be read.

    Of a file in which no document could be made out, the mistakes.
    """
    unreadable: list[Diagnostic] = []
    found: list[Found] = []
    for file in policy_files([path], unreadable):
        name = shown if file == path else str(Path(shown) / file.relative_to(path))
        opened = library.open(file, name)
        if not isinstance(opened, Opened):
            return NotUsable((opened,))
        if file == path and not opened.documents:
            return NotUsable(opened.findings, found=True)
        found += opened.documents
    if unreadable:
        (empty,) = unreadable
        return NotUsable((attrs.evolve(empty, arguments={**empty.arguments, "path": shown}),))
    return found


_ANYWHERE: Mapping[Language, str] = {
    "en": "here, up to the project root, or in the library",
    "zh": "在当前位置、项目根目录以内以及内置库中都",
}


def _inside(place: str) -> Mapping[Language, str]:
    return {"en": f"in `{place}`", "zh": f"在`{place}`中"}


def _no_such(
    name: str, known: Sequence[str], where: Mapping[Language, str] = _ANYWHERE
) -> Diagnostic:
    arguments: dict[str, Wording] = {
        "name": name,
        "where": where,
        "advice": document_advice(name, known),
    }
    return Diagnostic(deciding.NO_SUCH_POLICY, None, arguments)


def not_one(place: str, names: Sequence[str]) -> Diagnostic:
    """That a place holds no policy, or more than one."""
    if not names:
        return Diagnostic(deciding.NO_POLICY_THERE, None, {"place": place})
    shown = ", ".join(f"`{place}#{name}`" for name in names[:_SHOWN])
    listed = shown + (", …" if len(names) > _SHOWN else "")
    return Diagnostic(deciding.SEVERAL_POLICIES, None, {"place": place, "names": listed})


_SHOWN = 8
"""How many policies of a folder are listed."""


def _out_of_force(versions: Sequence[Found], day: date) -> Diagnostic:
    periods = [period_of(version.document) for version in versions]
    english = ", ".join(f"from {p.start}" + (f" until {p.end}" if p.end else "") for p in periods)
    chinese = "、".join(f"自{p.start}" + (f"至{p.end}" if p.end else "起") for p in periods)
    arguments: dict[str, Wording] = {
        "policy": versions[0].name,
        "day": day.isoformat(),
        "versions": {"en": english, "zh": chinese},
        "choose": _CHOOSE,
    }
    return Diagnostic(testing.NOT_IN_FORCE, None, arguments)


_CHOOSE: Mapping[Language, str] = {
    "en": "`@DATE` after its name, or `--on DATE`, chooses one",
    "zh": "请在名称后加`@日期`，或用`--on DATE`选定",
}
