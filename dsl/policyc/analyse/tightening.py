"""Bounds without the parts in which no case lies: what the other bounds rule out goes unsaid."""

import attrs

from policyc.analyse.boxing import box_of
from policyc.core.numbers import NumberSet
from policyc.space.differences.regions import Region
from policyc.space.grid.bound import Bound
from policyc.space.grid.grid import runs
from policyc.space.space import Space
from policyc.space.where import bounds


def tightened(space: Space, region: Region) -> Region:
    """The region with ranges of several parts reduced to those parts in which cases lie.

    `overdue <= 7 or overdue >= 31`, where the other bounds allow no day before 8, is the latter.
    """
    if not any(map(_in_parts, region.where.bounds)):
        return region
    base = dict(box_of(space, region.where))
    action = region.where.pattern.name
    kept: list[Bound] = []
    for bound in region.where.bounds:
        told = bound
        if _in_parts(bound):
            ((place, mask),) = space.boxes(bound.condition)[0]
            cells = [(1 << last + 1) - (1 << first) for first, last in runs(mask)]
            inside = [c for c in cells if space.perhaps(action, {**base, place: c}, ())]
            if 0 < len(inside) < len(cells):
                (told,) = bounds(space, [(place, sum(inside))])
        kept.append(told)
    return attrs.evolve(region, where=attrs.evolve(region.where, bounds=tuple(kept)))


def _in_parts(bound: Bound) -> bool:
    """Whether a bound is several ranges of numbers, and no night."""
    if not isinstance(bound.values, NumberSet) or not isinstance(bound.name, str):
        return False
    return len(bound.values.intervals) > 1 and not bound.circular and not bound.never
