"""In which order definitions are elaborated, so that none waits for another that stands below it.

Elaboration brings in a definition where its name is met. A page of definitions, each in terms of
the next, would be as deep as it is long; in this order what a name needs is there before it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import attrs

from policyc.syntax import nodes as n

SHORT = 2
"""Rings up to this length are left to elaboration, which tells what else is wrong in them: each
definition may be nested so deep that no more of them can be under way at once."""

Way: TypeAlias = list[tuple[n.Define, Iterator[n.NameUse]]]
"""Definitions, each named by the one before it, with the names that are still to be followed."""


@attrs.frozen
class Ring:
    """Definitions of which each names the next and the last the first; `where` closes the ring."""

    definitions: tuple[n.Define, ...]
    where: n.NameUse


@attrs.frozen
class Order:
    """Definitions, those that others build on first, and the long rings, which are left out."""

    definitions: tuple[n.Define, ...]
    rings: tuple[Ring, ...]


def ordered(definitions: Sequence[n.Define]) -> Order:
    """The order in which to elaborate definitions."""
    named = by_word(definitions)
    found: list[n.Define] = []
    rings: list[Ring] = []
    seen: set[int] = set()
    for node in definitions:
        if id(node) not in seen:
            seen.add(id(node))
            found += _below(node, named, seen, rings)
    short = _members(ring for ring in rings if len(ring.definitions) <= SHORT)
    long = [ring for ring in rings if len(ring.definitions) > SHORT]
    out = _members(long)
    straight = [node for node in found if id(node) not in short | out]
    ringed = [node for node in definitions if id(node) in short - out]
    return Order((*straight, *ringed), tuple(long))


def _members(rings: Iterable[Ring]) -> set[int]:
    return {id(node) for ring in rings for node in ring.definitions}


def by_word(definitions: Sequence[n.Define]) -> dict[str, n.Define]:
    """The definition that a word means: of several that share a name the last."""
    different = {node.name.text: node for node in definitions}
    return {word: node for node in reversed(different.values()) for word in words_of(node)}


def words_of(node: n.Define) -> tuple[str, ...]:
    """What a definition is called by."""
    return (node.name.text,) if node.label is None else (node.name.text, node.label.value)


def _below(
    first: n.Define, named: Mapping[str, n.Define], seen: set[int], rings: list[Ring]
) -> Iterator[n.Define]:
    """A definition after all that it builds on and that was not seen before; adds to `rings`."""
    way: Way = [(first, _names(first.condition))]
    while way:
        node, names = way[-1]
        use = next(names, None)
        if use is None:
            way.pop()
            yield node
            continue
        other = named.get(use.text)
        if other is None:
            continue
        if id(other) not in seen:
            seen.add(id(other))
            way.append((other, _names(other.condition)))
        elif (ring := _closed(way, other)) is not None:
            rings.append(Ring(ring, use))


def _closed(way: Way, node: n.Define) -> tuple[n.Define, ...] | None:
    """The end of a way from a definition on; `None` where it is not on it."""
    passed = [one for one, _ in way]
    place = next((i for i, one in enumerate(passed) if one is node), None)
    return None if place is None else tuple(passed[place:])


def _names(condition: n.Expression) -> Iterator[n.NameUse]:
    """The names that an expression uses, in the order of the text."""
    waiting: list[Any] = [condition]
    while waiting:
        part = waiting.pop()
        if isinstance(part, n.NameUse):
            yield part
        elif isinstance(part, n.Node):
            waiting += reversed([getattr(part, name) for name in part.part_names])
        elif isinstance(part, tuple):
            waiting += reversed(part)
