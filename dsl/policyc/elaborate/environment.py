"""What names mean in one document: everything that it declares or that its vocabularies do.

Each namespace finds an entry by its name or by its label, so that a Chinese document may say
`逾期` for `overdue`. A name that two vocabularies declare differently means neither.
"""

from collections.abc import Iterator
from typing import Generic, TypeAlias, TypeVar

import attrs

from policyc.core.actions import Kind, Signature, Vocabulary
from policyc.core.axes import Axis
from policyc.core.policy import Assumption, Definition, SourceText, Stage, Term
from policyc.source import Span

Entry = TypeVar("Entry")


@attrs.frozen
class Declared(Generic[Entry]):
    """An entry, the document that declares it, and where."""

    entry: Entry
    name: str
    label: str | None
    document: str
    where: Span


class Namespace(Generic[Entry]):
    """Entries by name and by label."""

    def __init__(self) -> None:
        self._by_name: dict[str, Declared[Entry]] = {}
        self._by_label: dict[str, list[str]] = {}

    def add(self, declared: Declared[Entry]) -> Declared[Entry] | None:
        """Adds an entry; the one in its way where the name is taken by another."""
        taken = self._by_name.get(declared.name)
        if taken is not None:
            return None if taken.where == declared.where else taken
        self._by_name[declared.name] = declared
        if declared.label is not None:
            self._by_label.setdefault(declared.label, []).append(declared.name)
        return None

    def replace(self, name: str, entry: Entry) -> None:
        """Puts another entry in place of one that is there."""
        self._by_name[name] = attrs.evolve(self._by_name[name], entry=entry)

    def find(self, word: str) -> Declared[Entry] | None:
        """The entry of a name, or of a label that only one entry has."""
        if word in self._by_name:
            return self._by_name[word]
        labelled = self.labelled(word)
        return self._by_name[labelled[0]] if len(labelled) == 1 else None

    def labelled(self, word: str) -> tuple[str, ...]:
        """The names of the entries that have a label."""
        return tuple(self._by_label.get(word, ()))

    def words(self) -> list[str]:
        """Every name and label, in the order of declaration: what a misspelt one may have meant."""
        return [w for d in self._by_name.values() for w in (d.name, d.label) if w is not None]

    def __iter__(self) -> Iterator[Declared[Entry]]:
        return iter(self._by_name.values())


Value: TypeAlias = Axis | Term | Definition
"""What a name in an expression may be."""


class Environment:
    """The namespaces of a document, and what its vocabularies assume."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.subjects: Namespace[str] = Namespace()
        self.kinds: Namespace[Kind] = Namespace()
        self.signatures: Namespace[Signature] = Namespace()
        self.values: Namespace[Value] = Namespace()
        self.stages: Namespace[Stage] = Namespace()
        self.sources: Namespace[SourceText] = Namespace()
        self.failed: set[str] = set()
        """Names whose declaration has an error: they are known, and nothing is known of them.

        The word `stage` is among them where stages are declared with an error.
        """
        self.assumptions: list[Assumption] = []
        self.axes: dict[str, Axis] = {}
        """Axes by key: declared facts, open terms, and each history expression met so far."""

    def vocabulary(self) -> Vocabulary:
        """What the core needs of it."""
        signatures = [d.entry for d in self.signatures]
        return Vocabulary(
            {d.name: d.entry for d in self.kinds},
            {s.name: s for s in signatures if s.is_action},
            {s.name: s for s in signatures if not s.is_action},
            tuple(d.name for d in self.subjects),
        )
