"""What elaboration needs of the place where documents come from."""

from collections.abc import Sequence
from typing import Literal, Protocol

import attrs

from policyc.source import Source
from policyc.syntax import nodes as n

Wanted = Literal["vocabulary", "policy", "scenarios"]


@attrs.frozen(eq=False)
class Found:
    """A document, the source it stands in, and its name (the file's where it has no heading)."""

    document: n.Document
    source: Source
    name: str
    broken: bool = False

    @property
    def kind(self) -> Wanted:
        """What it is; rules without a heading are a policy."""
        return self.document.heading.kind if self.document.heading else "policy"


class Documents(Protocol):
    """Finds documents by name, the way `uses` does."""

    def find(self, name: str, near: Source) -> Sequence[Found]:
        """The documents of a name as seen from a source: several where a policy has versions."""
        ...

    def names(self, near: Source) -> Sequence[str]:
        """Names that could be found from there: what a misspelt one may have meant."""
        ...
