"""What holds among the histories of an event and of the parts that make it up.

Where every event of Q is one of some P, the latest Q is the latest of these, and there are no more
of Q than of all P together: `ever(contact(any))` is `ever(contact(borrower))` or
`ever(contact(not borrower))`.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from math import prod

import attrs

from policyc.core.actions import Pattern, Signature, Vocabulary
from policyc.core.axes import Axis, Count, Elapsed, ElapsedDays, Ever, History
from policyc.core.conditions import Condition, Holds, Within, conjoin, disjoin, negate
from policyc.core.numbers import EVERY_NUMBER, Interval, NumberSet
from policyc.space.grid.linear import linear_condition

MOST_EVENTS = 5_000
"""Of how many single events it is looked for parts that make them up."""
MOST_PARTS = 6


def coverings(vocabulary: Vocabulary, axes: Sequence[Axis]) -> Iterator[Condition]:
    """What always holds of axes of which some make up another."""
    for whole in axes:
        if not isinstance(whole.origin, History) or whole.origin.pattern.is_relative:
            continue
        alike = [axis for axis in axes if axis is not whole and _alike(axis, whole.origin)]
        if len(alike) > 1:
            event = vocabulary.signature(whole.origin.pattern.name)
            for parts in _covers(event, whole.origin.pattern, alike):
                yield _made_up(whole, parts)


def _alike(axis: Axis, history: History) -> bool:
    """Whether an axis asks the same of another pattern of the same event."""
    origin = axis.origin
    return (
        isinstance(origin, History)
        and not origin.pattern.is_relative
        and origin.pattern.name == history.pattern.name
        and attrs.evolve(origin, pattern=history.pattern) == history
    )


def _covers(event: Signature, whole: Pattern, axes: Sequence[Axis]) -> Iterator[list[Axis]]:
    """Sets of axes whose patterns together have every event of another, none of them idle."""
    places = tuple(parameter.kind.members for parameter in event.parameters)
    if prod(map(len, places)) > MOST_EVENTS:
        return
    wanted = _events(whole, places)
    found = {axis.key: _events(_pattern(axis), places) & wanted for axis in axes}
    useful = [axis for axis in axes if found[axis.key]]
    seen: set[tuple[str, ...]] = set()
    for order in (useful, useful[::-1]):
        kept = _fewest(order, found, wanted)
        key = tuple(sorted(axis.key for axis in kept))
        if 1 < len(kept) <= MOST_PARTS and key not in seen:
            seen.add(key)
            yield kept


def _fewest(order: Sequence[Axis], found: dict[str, int], wanted: int) -> list[Axis]:
    """The axes without those that the others make idle, in turn; none where all do not suffice."""
    kept = list(order)
    for axis in order:
        others = [each for each in kept if each is not axis]
        if _together(others, found) == wanted:
            kept = others
    return kept if _together(kept, found) == wanted else []


def _together(axes: Sequence[Axis], found: dict[str, int]) -> int:
    union = 0
    for axis in axes:
        union |= found[axis.key]
    return union


def _pattern(axis: Axis) -> Pattern:
    assert isinstance(axis.origin, History), "only histories are alike"
    return axis.origin.pattern


@lru_cache(maxsize=1_000)
def _events(pattern: Pattern, places: tuple[tuple[str, ...], ...]) -> int:
    """The single events of a pattern, one bit for each choice of members at the places."""
    found = 0
    for number, place in enumerate(product(*places)):
        if all(a is None or m in a for a, m in zip(pattern.arguments, place, strict=True)):  # type: ignore[operator]  # relative patterns are left out
            found |= 1 << number
    return found


def _made_up(whole: Axis, parts: Sequence[Axis]) -> Condition:
    """That the whole is no more than its parts, and no later one than the latest of them."""
    match whole.origin:
        case Count():
            terms = {whole.key: 1, **{part.key: -1 for part in parts}}
            return linear_condition(terms, NumberSet((Interval(None, 0),)))
        case Ever():
            return disjoin([negate(Holds(whole.key)), *(Holds(part.key) for part in parts)])
        case Elapsed() | ElapsedDays():
            return disjoin([negate(_there(whole)), *(_no_later(part, whole) for part in parts)])
        case _:
            raise TypeError(f"no history: {whole.key}")


def _there(axis: Axis) -> Condition:
    return Within(axis.key, EVERY_NUMBER)


def _no_later(part: Axis, whole: Axis) -> Condition:
    """That a part is as recent as the whole."""
    difference = {part.key: 1, whole.key: -1}
    return conjoin([_there(part), linear_condition(difference, NumberSet((Interval(None, 0),)))])
