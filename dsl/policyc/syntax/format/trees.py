"""Trees with some of their nodes replaced."""

from collections.abc import Callable
from typing import Any, TypeVar

from policyc.syntax import nodes as n

Tree = TypeVar("Tree")


def rebuilt(tree: Tree, change: Callable[[n.Node], n.Node]) -> Tree:
    """The tree (a node, or a tuple of them) with each node changed after the nodes inside it."""
    return _rebuilt(tree, change)  # type: ignore[no-any-return]  # nodes change to nodes of a kind


def _rebuilt(tree: Any, change: Callable[[n.Node], n.Node]) -> Any:
    if isinstance(tree, tuple):
        return tuple(_rebuilt(part, change) for part in tree)
    if not isinstance(tree, n.Node):
        return tree
    parts = {name: getattr(tree, name) for name in tree.part_names}
    inside = {name: _rebuilt(part, change) for name, part in parts.items()}
    if any(inside[name] is not part for name, part in parts.items()):
        tree = tree.with_parts(**inside)
    return change(tree)
