"""One action at a glance: who may be dealt with and how, by ranges of one fact, policy by policy.

For contacting people by days overdue, that is a table with a row for each target and channel and
a column for each range of days.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from itertools import product

import attrs

from policyc.analyse.standing import about
from policyc.analyse.verdicts import PERMITS, verdicts_in
from policyc.core.actions import Argument, Kind, Pattern
from policyc.core.axes import Numbers, OpenTerm, Unit
from policyc.core.conditions import axes_of
from policyc.core.numbers import NumberSet
from policyc.core.policy import Effect, Policy, Verdict
from policyc.space.boxes.box import Box, meet
from policyc.space.grid.grid import GridAxis, Place
from policyc.space.grid.joint import conditions_of
from policyc.space.space import Space
from policyc.space.theory.refine import term_places


class Answer(Enum):
    """What a policy says of an action in a range: one thing in every case, or several."""

    CONFLICT = "conflict"
    FORBIDDEN = "forbidden"
    REQUIRED = "required"
    DISCOURAGED = "discouraged"
    RECOMMENDED = "recommended"
    ALLOWED = "allowed"
    SILENT = "silent"
    SOMETIMES_PERMITTED = "permitted under conditions"
    SOMETIMES_BARRED = "forbidden or discouraged under conditions, else silent"


@attrs.frozen
class Cell:
    """An answer; `open` says that it turns on terms that the policy leaves open."""

    answer: Answer
    open: bool = False


@attrs.frozen
class Row:
    """Single actions of which a policy says the same in every range, with one cell for each."""

    pattern: Pattern
    cells: tuple[Cell, ...]


@attrs.frozen(eq=False)
class Overview:
    """The table of one action. `axis` is the fact of the ranges; `None` where there is only one.

    `rows` holds each policy's, but for those on which it is silent throughout.
    """

    action: str
    axis: str | None
    ranges: tuple[NumberSet, ...]
    rows: tuple[tuple[Row, ...], ...]


def main_action(policies: Iterable[Policy]) -> str | None:
    """The action that most clauses speak of; of several, the first declared."""
    found = list(policies)
    counted = Counter(c.pattern.name for policy in found for c in policy.clauses)
    names = [name for policy in found for name in policy.vocabulary.actions]
    return max(dict.fromkeys(names), key=lambda name: counted[name], default=None)


def main_axis(policies: Iterable[Policy]) -> str | None:
    """The fact that most policies have stages of, or the one in days that most rules ask for."""
    found = list(policies)
    staged = Counter(axis for p in found for axis in {stage.axis for stage in p.stages})
    asked = Counter(
        key
        for policy in found
        for condition in conditions_of(policy)
        for key in axes_of(condition)
        if _in_days(policy, key)
    )
    ranked = staged or asked
    return max(ranked, key=lambda key: (ranked[key], asked[key], key), default=None)


def _in_days(policy: Policy, key: str) -> bool:
    axis = policy.axes[key]
    days = isinstance(axis.domain, Numbers) and axis.domain.unit is Unit.DAYS
    return days and not isinstance(axis.origin, OpenTerm)


def overview(policies: Sequence[Policy], action: str) -> Overview:
    """The table of an action. Raises `NotComparable`."""
    space = Space([about(policy, action) for policy in policies])
    axis = _axis(space, main_axis(policies))
    table = _Table(space, action, axis)
    by_policy = [list(table.rows(number)) for number in range(len(policies))]
    columns = _alike([row for rows in by_policy for row in rows], len(table.ranges))
    ranges = tuple(_union(axis, [table.ranges[i] for i in group]) for group in columns)
    kinds = [parameter.kind for parameter in space.actions[action].parameters]
    told = tuple(
        tuple(
            Row(row.pattern, tuple(row.cells[group[0]] for group in columns))
            for row in _merged(rows, kinds)
            if any(cell.answer is not Answer.SILENT for cell in row.cells)
        )
        for rows in by_policy
    )
    return Overview(action, str(axis.name) if axis is not None else None, ranges, told)


def _axis(space: Space, key: str | None) -> GridAxis | None:
    """The grid's axis of a fact, if some clause asks about it and it has few enough ranges."""
    if key is None or key not in space.grid.places:
        return None
    axis = space.grid.axes[space.grid.places[key]]
    return axis if axis.cuts else None


def _union(axis: GridAxis | None, masks: Sequence[int]) -> NumberSet:
    if axis is None:
        return NumberSet(())
    mask = 0
    for each in masks:
        mask |= each
    return axis.numbers(mask)


class _Table:
    """Works out the cells of one table."""

    def __init__(self, space: Space, action: str, axis: GridAxis | None) -> None:
        self._space, self._action, self._axis = space, action, axis
        self._open = term_places(space.grid)
        self.ranges = [0] if axis is None else [1 << cell for cell in range(len(axis.cuts) + 1)]
        parameters = space.actions[action].parameters
        self._places = [space.grid.places[Place(action, p.name)] for p in parameters]

    def rows(self, number: int) -> Iterator[Row]:
        """One row of a policy for each combination of members that no policy tells apart."""
        kinds = [parameter.kind for parameter in self._space.actions[self._action].parameters]
        for masks in product(*(self._alike(place) for place in self._places)):
            arguments = tuple(
                None if mask == self._space.grid.full[place] else _members(kind, mask)
                for place, mask, kind in zip(self._places, masks, kinds, strict=True)
            )
            base = tuple(zip(self._places, masks, strict=True))
            cells = tuple(self._cell(number, base, mask) for mask in self.ranges)
            yield Row(Pattern(self._action, arguments), cells)

    def _alike(self, place: int) -> list[int]:
        """Masks of members that lie in the same boxes, in the order of the kind."""
        used = {
            mask
            for side in self._space.sides
            for effect in Effect
            for boxes in (
                side.live_set(self._action, effect),
                side.default_set(self._action, effect),
            )
            for box in boxes.boxes
            for at, mask in box
            if at == place
        }
        groups: dict[tuple[bool, ...], int] = {}
        for member in range(self._space.grid.axes[place].size):
            bit = 1 << member
            key = tuple(bool(mask & bit) for mask in sorted(used))
            groups[key] = groups.get(key, 0) | bit
        return list(groups.values())

    def _cell(self, number: int, base: Box, range_mask: int) -> Cell:
        """What a policy says of some actions in a range."""
        literals = {place: mask for place, mask in base if mask != self._space.grid.full[place]}
        if self._axis is not None and range_mask != self._axis.full:
            literals[self._axis.place] = range_mask
        box = tuple(sorted(literals.items()))
        verdicts = verdicts_in(self._space, number, self._action, box)
        if len(verdicts) <= 1:
            return Cell(Answer((verdicts or (Verdict.SILENT,))[0].value))
        facts, terms = self._turns_on(number, box)
        if not facts and terms:
            best = next(v for v in _BY_PERMISSION if v in verdicts)
            return Cell(Answer(best.value), open=True)
        permitted = any(v in verdicts for v in PERMITS)
        return Cell(Answer.SOMETIMES_PERMITTED if permitted else Answer.SOMETIMES_BARRED, terms)

    def _turns_on(self, number: int, base: Box) -> tuple[bool, bool]:
        """Whether the verdict inside a box turns on facts, and whether on open terms."""
        side = self._space.sides[number]
        own = {*self._places, *([self._axis.place] if self._axis else [])}
        facts = terms = False
        for effect in Effect:
            for boxes in (
                side.live_set(self._action, effect),
                side.default_set(self._action, effect),
            ):
                for box in boxes.meeting(dict(base)):
                    turning = [p for p, _ in box if p not in own and self._matters(base, box, p)]
                    facts |= any(place not in self._open for place in turning)
                    terms |= any(place in self._open for place in turning)
        return facts, terms

    def _matters(self, base: Box, box: Box, place: int) -> bool:
        """Whether a bound of a box holds in some, not all, cases of a base that fit the others."""
        met = meet(base, tuple(literal for literal in box if literal[0] != place))
        if met is None:
            return False
        mask = dict(box)[place]
        masks = dict(met)
        here = masks.get(place, self._space.grid.full[place])
        return all(
            bool(part) and self._space.perhaps(self._action, {**masks, place: part}, ())
            for part in (here & mask, here & ~mask)
        )


_BY_PERMISSION = (*PERMITS, Verdict.FORBIDDEN, Verdict.DISCOURAGED, Verdict.CONFLICT)


def _members(kind: Kind, mask: int) -> frozenset[str]:
    return frozenset(m for i, m in enumerate(kind.members) if mask >> i & 1)


def _merged(rows: list[Row], kinds: Sequence[Kind]) -> list[Row]:
    """Rows with equal cells that differ in one argument become one."""
    kept: list[Row] = []
    for row in rows:
        pattern = row.pattern
        again = True
        while again:
            again = False
            for other in kept:
                joined = _join(other.pattern, pattern, kinds)
                if joined is not None and other.cells == row.cells:
                    kept.remove(other)
                    pattern, again = joined, True
                    break
        kept.append(Row(pattern, row.cells))
    return kept


def _join(one: Pattern, other: Pattern, kinds: Sequence[Kind]) -> Pattern | None:
    """The actions of two patterns that differ in one argument; `None` for others."""
    differing = [
        i for i, pair in enumerate(zip(one.arguments, other.arguments, strict=True)) if _apart(pair)
    ]
    if len(differing) != 1:
        return None
    (place,) = differing
    members = set(kinds[place].members)
    both = [a if isinstance(a, frozenset) else members for a in _at(place, one, other)]
    union = frozenset(both[0]).union(both[1])
    arguments = list(one.arguments)
    arguments[place] = None if union == members else union
    return Pattern(one.name, tuple(arguments))


def _apart(pair: tuple[object, object]) -> bool:
    return pair[0] != pair[1]


def _at(place: int, *patterns: Pattern) -> Iterator[Argument]:
    return (pattern.arguments[place] for pattern in patterns)


def _alike(rows: Sequence[Row], count: int) -> list[list[int]]:
    """Neighbouring ranges in which no policy says anything else about any row."""
    groups: list[list[int]] = [[0]]
    for column in range(1, count):
        last = groups[-1][-1]
        if all(row.cells[column] == row.cells[last] for row in rows):
            groups[-1].append(column)
        else:
            groups.append([column])
    return groups
