"""`policies/COVERAGE.md`: what became of each published rule that the library accounts for.

`python -m tests.library.coverage` writes it anew.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import attrs

from policyc.core.policy import Citation, Policy
from policyc.library.project import Project, open_project

POLICIES = Path(__file__).parents[2] / "policies"
PAGE = POLICIES / "COVERAGE.md"
_IDS = re.compile(r"\[((?:[A-Z][A-Z0-9]*-)+[0-9]+(?:, (?:[A-Z][A-Z0-9]*-)+[0-9]+)*)\]")
_ATTESTED = {"V": "text seen", "S": "secondary", "U": "unverified"}


@attrs.frozen
class Entry:
    """One published rule: `attested` is `V`, `S` or `U`."""

    id: str
    attested: str
    modality: str
    text: str


@attrs.frozen
class Mention:
    """A place of the library that speaks for a published rule."""

    policy: str
    what: str

    @property
    def encodes(self) -> bool:
        """Whether the rule is modelled there, and not only accounted for."""
        return self.what != "unmodelled"


def corpus() -> tuple[Entry, ...]:
    """Every published rule, in the order of the list."""
    lines = (POLICIES / "corpus.txt").read_text("utf-8").splitlines()
    return tuple(Entry(*line.split(" | ", 3)) for line in lines if not line.startswith("#"))


def mentions() -> dict[str, list[Mention]]:
    """Where the library speaks for each id."""
    project = open_project([POLICIES])
    found: dict[str, list[Mention]] = {}
    for id_, mention in (*_cited(project), *_commented(project)):
        if mention not in found.setdefault(id_, []):
            found[id_].append(mention)
    return found


def _cited(project: Project) -> Iterator[tuple[str, Mention]]:
    for document in project.documents:
        if document.policy is None:
            continue
        path = Path(document.found.source.name).relative_to(POLICIES).with_suffix("")
        name = ".".join((*path.parts[:-1], document.policy.name))
        for what, citations in _statements(document.policy):
            for citation in citations:
                for id_ in _ids(citation.place or ""):
                    yield id_, Mention(name, what)


def _statements(policy: Policy) -> Iterator[tuple[str, tuple[Citation, ...]]]:
    for rule in policy.rules.values():
        if "." not in rule.name:
            yield f"`{rule.name}`", rule.citations
    for term in policy.terms.values():
        yield f"`{term.name}`", term.citations
    for statement in policy.unmodelled:
        yield "unmodelled", statement.citations


def _commented(project: Project) -> Iterator[tuple[str, Mention]]:
    """Ids in comments: what carries no citation, such as a scope or a period."""
    for file in project.files:
        path = Path(file.source.name).relative_to(POLICIES).with_suffix("")
        for line in file.source.text.splitlines():
            if line.lstrip().startswith("#"):
                for id_ in _ids(line):
                    yield id_, Mention(".".join(path.parts), "where it stands")


def _ids(text: str) -> list[str]:
    return [id_ for found in _IDS.findall(text) for id_ in found.split(", ")]


def page() -> str:
    """The page's Markdown."""
    where = mentions()
    entries = corpus()
    rows = [_row(entry, where.get(entry.id, [])) for entry in entries]
    return "\n".join([*_head(entries, where), *rows, ""])


def _head(entries: tuple[Entry, ...], where: dict[str, list[Mention]]) -> Iterator[str]:
    yield "# What became of each published rule"
    yield ""
    yield "Made from the policies' citations by `python -m tests.library.coverage`."
    yield "The list of rules is `corpus.txt`."
    yield ""
    yield "| attested | rules | modelled | accounted for as not modelled |"
    yield "|---|---|---|---|"
    for attested, words in _ATTESTED.items():
        own = [entry for entry in entries if entry.attested == attested]
        modelled = sum(is_modelled(where.get(entry.id, [])) for entry in own)
        accounted = sum(bool(where.get(entry.id)) for entry in own)
        yield f"| {words} | {len(own)} | {modelled} | {accounted - modelled} |"
    yield ""
    yield "| id | attested | where |"
    yield "|---|---|---|"


def is_modelled(found: list[Mention]) -> bool:
    """Whether a place models the rule."""
    return any(mention.encodes for mention in found)


def _row(entry: Entry, found: list[Mention]) -> str:
    by_policy: dict[str, list[str]] = {}
    for mention in found:
        by_policy.setdefault(mention.policy, []).append(mention.what)
    places = "; ".join(f"{name}: {', '.join(what)}" for name, what in by_policy.items())
    return f"| {entry.id} | {_ATTESTED[entry.attested]} | {places or '**missing**'} |"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
