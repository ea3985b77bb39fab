"""The sheet of a policy as lines for a terminal, and as `show/1` for programs."""

from collections.abc import Iterator
from typing import Any

from policyc.analyse.reports.layout import wrapped
from policyc.analyse.reports.style import Style
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.terminal import escaped
from policyc.wording.show.sheet import Entry, Section, Sheet

SCHEMA = "show/1"
_MARGIN = "  "


_SOURCE = {"en": "Source: ", "zh": "出处："}
_SEMICOLON = {"en": "; ", "zh": "；"}
_GAP = {"en": " ", "zh": ""}


def sheet_text(found: Sheet, language: Language, style: Style) -> str:
    """The sheet: a heading, then section by section."""
    blocks = [list(_heading(found, style))]
    blocks += [list(_section(section, language, style)) for section in found.sections]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _heading(found: Sheet, style: Style) -> Iterator[str]:
    name = escaped(found.name) + (f" “{escaped(found.label)}”" if found.label else "")
    yield style.strong(name)
    for line in found.lead:
        yield from wrapped(escaped(line), style.width)


def _section(section: Section, language: Language, style: Style) -> Iterator[str]:
    yield style.strong(escaped(section.heading))
    for entry in section.entries:
        yield from _entry(entry, language, style)


def _entry(entry: Entry, language: Language, style: Style) -> Iterator[str]:
    """What it is called on one line, what it says below, and where that stands in the sources."""
    called = [escaped(entry.name)] if entry.name else []
    called += [f"“{escaped(entry.title)}”"] if entry.title else []
    said = _GAP[language].join(map(escaped, entry.sentences))
    if not called:
        yield from wrapped(said, style.width, f"{_MARGIN}- ")
    else:
        yield from wrapped(" ".join(called), style.width, _MARGIN)
        yield from wrapped(said, style.width, _MARGIN * 3) if said else ()
    if entry.sources:
        listed = _SOURCE[language] + _SEMICOLON[language].join(map(escaped, entry.sources))
        yield from map(style.faint, wrapped(listed, style.width, _MARGIN * 3))


def sheet_json(found: Sheet, language: Language) -> dict[str, Any]:
    """The sheet as an object: see `schemas/show-1.json`."""
    return {
        "schema": SCHEMA,
        "language": language,
        "policy": found.name,
        "label": found.label,
        "lead": list(found.lead),
        "sections": [
            {
                "kind": section.kind,
                "heading": section.heading,
                "entries": [
                    {
                        "name": entry.name,
                        "title": entry.title,
                        "sentences": list(entry.sentences),
                        "sources": list(entry.sources),
                    }
                    for entry in section.entries
                ],
            }
            for section in found.sections
        ],
    }
