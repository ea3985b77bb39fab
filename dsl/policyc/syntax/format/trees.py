"""Trees with some of their nodes replaced."""

from collections.abc import Callable
from typing import Any, TypeVar

import attrs

from policyc.syntax import nodes as n

Tree = TypeVar("Tree")

_FIELDS: dict[type, tuple[str, ...]] = {}


def rebuilt(tree: Tree, change: Callable[[n.Node], n.Node]) -> Tree:
    """The tree (a node, or a tuple of them) with each node changed after the nodes inside it."""
    return _rebuilt(tree, change)  # type: ignore[no-any-return]  # nodes change to nodes of a kind


def _rebuilt(tree: Any, change: Callable[[n.Node], n.Node]) -> Any:
    if isinstance(tree, tuple):
        return tuple(_rebuilt(part, change) for part in tree)
    if not isinstance(tree, n.Node):
        return tree
    parts = {field: getattr(tree, field) for field in _fields(type(tree))}
    inside = {field: _rebuilt(part, change) for field, part in parts.items()}
    if any(inside[field] is not part for field, part in parts.items()):
        tree = attrs.evolve(tree, **inside)
    return change(tree)


def _fields(kind: type[n.Node]) -> tuple[str, ...]:
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(f.name for f in attrs.fields(kind) if f.name != "span")
    return _FIELDS[kind]
