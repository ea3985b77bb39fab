"""Regions as items of a list for people: those that one sentence can say together are one item."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from policyc.analyse.difference import Entry
from policyc.space.differences.certainty import Level
from policyc.space.differences.classes import Class
from policyc.space.grid.bound import Bound


@attrs.frozen(eq=False)
class Item:
    """Regions of one rule on the same actions, alike but for their bounds; mostly just one."""

    entries: tuple[Entry, ...]

    @property
    def first(self) -> Entry:
        """The region that speaks for all."""
        return self.entries[0]

    @property
    def cls(self) -> Class:
        """The class of all of the regions."""
        return self.first.region.cls

    @property
    def shared(self) -> tuple[Bound, ...]:
        """The bounds that all of the regions have."""
        bounds = self.first.region.where.bounds
        others = [entry.region.where.bounds for entry in self.entries[1:]]
        return tuple(b for b in bounds if all(b in other for other in others))

    @property
    def own(self) -> tuple[tuple[Bound, ...], ...]:
        """For each region the bounds that not all have."""
        shared = self.shared
        return tuple(
            tuple(b for b in entry.region.where.bounds if b not in shared) for entry in self.entries
        )


def items(entries: Iterable[Entry]) -> tuple[Item, ...]:
    """The regions in their order, those that read as one together at the first one's place."""
    alike: dict[object, list[list[Entry]]] = {}
    found: list[list[Entry]] = []
    for entry in entries:
        region = entry.region
        groups = alike.setdefault((region.cls, region.where.pattern, region.exceptions), [])
        for group in groups:
            if _reads_as_one(group[0], entry):
                group.append(entry)
                break
        else:
            groups.append([entry])
            found.append(groups[-1])
    return tuple(Item(tuple(group)) for group in found)


def _reads_as_one(first: Entry, other: Entry) -> bool:
    """Whether two regions that differ in their bounds alone have the same rules and verdicts.

    Those with open terms each stand for themselves.
    """
    one, two = first.region, other.region
    return (
        bool(one.where.bounds and two.where.bounds)
        and one.rules == two.rules
        and one.said == two.said
        and one.certainty.level is two.certainty.level is Level.CERTAIN
    )


def headed(found: Sequence[Item]) -> Iterator[list[Item]]:
    """The items in their order, those of one class together of which the same side is stricter."""
    groups: dict[object, list[Item]] = {}
    for item in found:
        groups.setdefault((item.cls, item.first.region.stricter), []).append(item)
    yield from groups.values()
