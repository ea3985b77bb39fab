"""The smallest nodes: names and texts."""

import attrs

from policyc.source import Span


@attrs.frozen
class Node:
    """Something written at a place."""

    span: Span = attrs.field(kw_only=True, eq=False, repr=False)


@attrs.frozen
class Name(Node):
    """A name or a label as it was written."""

    text: str


@attrs.frozen
class Text(Node):
    """A quoted text, `value` without quotes and escapes."""

    value: str


@attrs.frozen
class Dotted(Node):
    """A document's or rule's name, perhaps inside a folder or policy: `cn.pipl`."""

    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        """The parts joined by dots."""
        return ".".join(self.parts)
