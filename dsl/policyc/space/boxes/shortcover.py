"""Short covers: the boxes, as large as can be, that make up where a diagram has some value."""

from collections.abc import Callable

from policyc.space.boxes.box import Box, Masks
from policyc.space.boxes.diagram import Diagrams
from policyc.space.boxes.leaves import both
from policyc.space.undecided import BudgetSpent

BOXES = 256
"""The most boxes of a cover."""


def short_cover(
    diagrams: Diagrams,
    node: int,
    wanted: Callable[[object], bool],
    free: Callable[[object], bool],
    tight: bool = False,
    most: int = BOXES,
) -> list[Box]:
    """Boxes (by level) that cover what is wanted and nothing that is neither wanted nor free.

    Each is as large as can be and none can be left out. `tight` ones do not reach into cells
    where nothing is wanted, unless they leave the axis out altogether. Raises `BudgetSpent`
    where there would be more than `most`.
    """
    d = diagrams
    left = d.mapped(wanted, node)
    allowed = d.mapped(lambda value: wanted(value) or free(value), node)
    target = left
    boxes: list[Box] = []
    while (path := d.path(left)) is not None:
        if len(boxes) >= most:
            raise BudgetSpent
        boxes.append(_grown(d, allowed, path, target if tight else None))
        left = d.difference(left, d.box(boxes[-1]))
    return _irredundant(d, target, boxes)


def _grown(d: Diagrams, allowed: int, path: Masks, target: int | None) -> Box:
    """The box made as large as the diagram allows, whole axes first, then cell by cell.

    With a target, only by cells where some of it lies.
    """
    masks = dict(path)
    for level in sorted(path, reverse=True):
        rest = {key: mask for key, mask in masks.items() if key != level}
        if holds_in(d, allowed, rest):
            masks = rest
    for level in sorted(masks):
        for cell in _outward(masks[level], d.sizes[level]):
            wider = {**masks, level: masks[level] | 1 << cell}
            if holds_in(d, allowed, wider) and (
                target is None or _meets(d, target, {**masks, level: 1 << cell})
            ):
                masks = wider
    return tuple(sorted(masks.items()))


def _outward(mask: int, size: int) -> list[int]:
    """The cells outside a mask, those next to it first on either side."""
    first, last = (mask & -mask).bit_length() - 1, mask.bit_length() - 1
    inner = [cell for cell in range(first, last) if not mask >> cell & 1]
    return [*inner, *range(last + 1, size), *range(first - 1, -1, -1)]


def holds_in(d: Diagrams, node: int, masks: Masks) -> bool:
    """Whether a diagram is true all over a box."""
    memo: dict[int, bool] = {}

    def walk(part: int) -> bool:
        if part not in memo:
            if d.level[part] == d.bottom:
                memo[part] = bool(d.value[part])
            else:
                memo[part] = all(walk(child) for child in _reached(d, part, masks))
        return memo[part]

    return walk(node)


def _meets(d: Diagrams, node: int, masks: Masks) -> bool:
    """Whether a diagram is true somewhere in a box."""
    here = d.box(tuple(sorted(masks.items())))
    return d.path(d.apply(both, node, here)) is not None


def _reached(d: Diagrams, part: int, masks: Masks) -> list[int]:
    """The children of a node that some cell of the box leads to."""
    mask = masks.get(d.level[part])
    if mask is None:
        return list(d.children[part])
    found = []
    start = 0
    for end, child in zip(d.ends[part], d.children[part], strict=True):
        if mask & (1 << end) - (1 << start):
            found.append(child)
        start = end
    return found


def _irredundant(d: Diagrams, target: int, boxes: list[Box]) -> list[Box]:
    """The boxes without those whose part the others cover, the smallest tried first."""
    kept = list(boxes)
    for box in sorted(boxes, key=len, reverse=True):
        others = [other for other in kept if other != box]
        part = d.apply(both, target, d.box(box))
        if d.path(d.difference(part, d.union(others))) is None:
            kept = others
    return kept
