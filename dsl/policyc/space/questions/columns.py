"""Many policies decided in many cases at once, one bit of an integer per case.

A sampled case is a column. Where a policy gives which verdict is one integer per verdict, so two
policies are compared in all sampled cases by a few operations on integers.
"""

from collections.abc import Iterable, Iterator, Mapping
from random import Random

import attrs

from policyc.core.actions import Ground
from policyc.core.axes import Members, Numbers, Value, YesNo
from policyc.core.policy import Effect, Verdict
from policyc.core.strictness import BINDING, is_ranked
from policyc.space.boxes.box import Box, Masks
from policyc.space.grid.grid import GridAxis
from policyc.space.grid.ordinary import ordinary
from policyc.space.live import Side
from policyc.space.space import Space

FORBID, REQUIRE, DISCOURAGE, RECOMMEND, ALLOW = Effect


@attrs.frozen
class Signature:
    """In which sampled cases a policy gives which verdict (bits), and can be rebutted.

    `ranked` holds the cases of actions of which one policy can be stricter than another.
    """

    verdicts: Mapping[Verdict, int]
    rebuttable: int
    ranked: int

    @property
    def key(self) -> tuple[int, ...]:
        """Equal for policies that no sampled case tells apart."""
        return (*self.verdicts.values(), self.rebuttable)


class Columns:
    """Sampled cases of a space. Each is a real one: assumptions and history relations hold."""

    def __init__(self, space: Space) -> None:
        self.space = space
        self.count = 0
        self._cells: dict[int, dict[int, int]] = {}
        self._actions: dict[str, int] = {}
        self._masks: dict[tuple[int, int], int] = {}
        self._values: dict[tuple[int, int], Value] = {}

    def add(self, action: Ground, case: Mapping[str, Value]) -> None:
        """One more column."""
        bit = 1 << self.count
        self.count += 1
        self._masks.clear()
        self._actions[action.name] = self._actions.get(action.name, 0) | bit
        for place, mask in self.space.cases.cells(action, case).items():
            column = self._cells.setdefault(place, {})
            column[mask] = column.get(mask, 0) | bit

    def sample(self, number: int, seed: int = 0) -> None:
        """Up to so many random cases, half of them inside some policy's boxes."""
        random = Random(seed)  # noqa: S311  # samples, not secrets: they must be the same each time
        boxes = list(self._boxes())
        for turn in range(number):
            name, masks = random.choice(list(self.space.actions)), dict[int, int]()
            if boxes and turn % 2:
                name, box = random.choice(boxes)
                masks = dict(box)
            drawn = self._draw(random, name, masks)
            if drawn is not None:
                self.add(*drawn)

    def _boxes(self) -> Iterator[tuple[str, Box]]:
        for side in self.space.sides:
            for (name, _), boxes in side.live.items():
                yield from ((name, box) for box in boxes.boxes)

    def _draw(
        self, random: Random, name: str, masks: Masks
    ) -> tuple[Ground, dict[str, Value]] | None:
        grid = self.space.grid
        case = {
            axis.name: self._value(random, axis, masks.get(axis.place, axis.full))
            for axis in grid.axes
            if isinstance(axis.name, str)
        }
        actions = list(self.space.grounds(name, masks))
        action = random.choice(actions)
        return (action, case) if self.space.cases.admits(action, case) else None

    def _value(self, random: Random, axis: GridAxis, mask: int) -> Value:
        """A value of some cell of a mask; always the same one of the same cell."""
        cell = random.choice([c for c in range(axis.size) if mask >> c & 1])
        key = (axis.place, cell)
        if key not in self._values:
            self._values[key] = _example(axis, cell)
        return self._values[key]

    def within(self, place: int, mask: int) -> int:
        """The columns whose cell on an axis is in a mask."""
        key = (place, mask)
        if key not in self._masks:
            found = 0
            for cell, bits in self._cells.get(place, {}).items():
                if cell & mask:
                    found |= bits
            self._masks[key] = found
        return self._masks[key]

    def boxed(self, action: str, boxes: Iterable[Box]) -> int:
        """The columns about an action that lie in some of the boxes."""
        everything = self._actions.get(action, 0)
        found = 0
        for box in boxes:
            bits = everything
            for place, mask in box:
                bits &= self.within(place, mask)
                if not bits:
                    break
            found |= bits
        return found

    def signature(self, side: Side) -> Signature:
        """What a policy says in every column."""
        live: dict[Effect, int] = dict.fromkeys(Effect, 0)
        firm: dict[Effect, int] = dict.fromkeys(Effect, 0)
        for sets, everywhere in ((side.live, True), (side.defaults, False)):
            ruled = 0 if everywhere else live[FORBID] | live[REQUIRE] | live[ALLOW]
            for (action, effect), boxes in sets.items():
                bits = self.boxed(action, boxes.boxes) & ~ruled
                hard = [b for b in boxes.boxes if not all(t.rebuttable for t in boxes.tags[b])]
                firm[effect] |= self.boxed(action, hard) & ~ruled
                live[effect] |= bits
        known = self.space.actions
        ranked = sum(bits for name, bits in self._actions.items() if is_ranked(known[name]))
        return _signature(live, firm, ranked)


def _signature(live: Mapping[Effect, int], firm: Mapping[Effect, int], ranked: int) -> Signature:
    verdicts = {Verdict.CONFLICT: live[FORBID] & live[REQUIRE]}
    rebuttable = verdicts[Verdict.CONFLICT] & ~firm[FORBID] & ~firm[REQUIRE]
    above = verdicts[Verdict.CONFLICT]
    for effect, verdict in zip(Effect, list(Verdict)[1:6], strict=True):
        verdicts[verdict] = live[effect] & ~above
        rebuttable |= verdicts[verdict] & ~firm[effect]
        above |= live[effect]
    return Signature(verdicts, rebuttable, ranked)


def less_strict(mine: Signature, yours: Signature) -> int:
    """The columns where the second policy is the stricter one."""
    found = above = bound = 0
    for verdict in BINDING:
        said, theirs = mine.verdicts[verdict], yours.verdicts[verdict]
        found |= said & (above | theirs & mine.rebuttable & ~yours.rebuttable)
        above |= theirs
        bound |= said
    found |= above & ~bound | mine.verdicts[Verdict.ALLOWED] & ~yours.verdicts[Verdict.ALLOWED]
    return found & mine.ranked


def _example(axis: GridAxis, cell: int) -> Value:
    """A value of a cell."""
    match axis.domain:
        case YesNo():
            return cell == 1
        case Members(kind):
            return kind.members[cell]
        case Numbers() as domain:
            if axis.never >> cell & 1:
                return None
            return ordinary(domain, axis.exact_interval(cell, cell))
