"""The cheapest way through a decision diagram."""

from collections.abc import Callable
from fractions import Fraction

from policyc.space.boxes.box import Masks
from policyc.space.boxes.diagram import Diagrams


def cheapest(
    diagrams: Diagrams, node: int, cost: Callable[[int, int], Fraction]
) -> tuple[Fraction, Masks] | None:
    """A box where the diagram is true with least cost, and that cost; `None` where it never is.

    `cost` tells what a cell of a level costs. A level that the way does not test costs nothing.
    """
    memo: dict[int, tuple[Fraction, Masks] | None] = {}

    def walk(part: int) -> tuple[Fraction, Masks] | None:
        if part not in memo:
            memo[part] = _best(part)
        return memo[part]

    def _best(part: int) -> tuple[Fraction, Masks] | None:
        if diagrams.level[part] == diagrams.bottom:
            return (Fraction(0), {}) if diagrams.value[part] else None
        best: tuple[Fraction, Masks] | None = None
        level, start = diagrams.level[part], 0
        for end, child in zip(diagrams.ends[part], diagrams.children[part], strict=True):
            rest = walk(child)
            if rest is not None:
                price = min(cost(level, cell) for cell in range(start, end))
                if best is None or price + rest[0] < best[0]:
                    cells = sum(1 << c for c in range(start, end) if cost(level, c) == price)
                    best = price + rest[0], {level: cells, **rest[1]}
            start = end
        return best

    return walk(node)
