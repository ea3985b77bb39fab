"""Versions of one policy side by side: days that two claim, and days that none has."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import PurePath

from policyc.core.policy import Period
from policyc.diagnostics.catalogue import naming, stating
from policyc.diagnostics.diagnostic import Diagnostic, Fix, Language, Related
from policyc.elaborate.documents import Found
from policyc.elaborate.versions import effective_of, period_of
from policyc.source import Span
from policyc.syntax import nodes as n
from policyc.syntax.words import words

_OTHER: Mapping[Language, str] = {"en": "the other stands here", "zh": "另一处在此"}


def check_versions(documents: Iterable[Found]) -> tuple[Diagnostic, ...]:
    """The findings on documents that share a folder, a kind and a name.

    Policies may share them if their periods follow one another; nothing else may.
    """
    groups: dict[tuple[PurePath, str, str], list[Found]] = {}
    for found in documents:
        folder = PurePath(found.source.name).parent
        groups.setdefault((folder, found.kind, found.name), []).append(found)
    return tuple(
        finding
        for (_, kind, _), group in groups.items()
        for finding in (_versions(group) if kind == "policy" else _repeated(group))
    )


def _repeated(group: Sequence[Found]) -> Iterator[Diagnostic]:
    first, *others = group
    for other in others:
        related = (Related(_place(first), _OTHER),)
        yield Diagnostic(naming.TAKEN_NAME, _place(other), {"name": other.name}, related)


def _versions(group: Sequence[Found]) -> Iterator[Diagnostic]:
    """Each version against the one that lasts longest of those that begin before it."""
    begun: dict[date, Found] = {}
    for found in group:
        start = period_of(found.document).start or date.min
        first = begun.setdefault(start, found)
        if first is not found:
            yield _confused(found, first)
    (_, lasting), *later = sorted(begun.items(), key=lambda item: item[0])
    for start, found in later:
        end = period_of(lasting.document).end
        if end is None or start < end:
            yield _overlap(lasting, found, start)
        elif end < start:
            yield _gap(found, end, start)
        if end is not None and _outlasts(period_of(found.document), end):
            lasting = found


def _outlasts(period: Period, end: date) -> bool:
    return period.end is None or end < period.end


def _overlap(earlier: Found, later: Found, start: date) -> Diagnostic:
    stated = effective_of(earlier.document)
    if stated is None:
        return _confused(earlier, later)
    arguments = {"name": earlier.name, "day": str(start), "start": str(start)}
    related = (Related(_place(later), _OTHER),)
    fix = _ended(stated, start) if stated.end is None else None
    return Diagnostic(stating.VERSION_OVERLAP, stated.span, arguments, related, fix)


def _confused(found: Found, other: Found) -> Diagnostic:
    related = (Related(_place(other), _OTHER),)
    return Diagnostic(stating.TWO_POLICIES, _place(found), {"name": found.name}, related)


def _ended(stated: n.Effective, day: date) -> Fix:
    """The statement with an end, in its own script."""
    script: Language = "en" if stated.span.text[0].isascii() else "zh"
    return Fix(stated.span, f"{stated.span.text} {words().word('UNTIL', script)} {day}")


def _gap(later: Found, end: date, start: date) -> Diagnostic:
    arguments = {"name": later.name, "start": str(end), "end": str(start)}
    return Diagnostic(stating.VERSION_GAP, _place(later), arguments)


def _place(found: Found) -> Span:
    """Where a document says from when it holds, else its name."""
    stated = effective_of(found.document)
    if stated is not None:
        return stated.span
    heading = found.document.heading
    return heading.name.span if heading else found.document.span
