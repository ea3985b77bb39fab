"""The smallest nodes: names and texts."""

from policyc.syntax.nodes.node import Node


class Name(Node):
    """A name or a label as it was written."""

    text: str


class Text(Node):
    """A quoted text, `value` without quotes and escapes."""

    value: str


class Dotted(Node):
    """A document's or rule's name, perhaps inside a folder or policy: `cn.pipl`."""

    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        """The parts joined by dots."""
        return ".".join(self.parts)
