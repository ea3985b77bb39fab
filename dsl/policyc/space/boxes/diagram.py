"""Interval decision diagrams: functions of cells, one node per distinct function.

A node tests one level (an axis, by its rank) and has a child per run of cells that behave alike.
Equal functions are the same node, so equality, counting and collapsing are cheap. Leaves carry
values of the caller's choosing. After Strehl and Thiele, "Symbolic model checking using interval
diagram techniques" (1998), and Bryant's hash-consing.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from policyc.space.boxes.box import Box
from policyc.space.boxes.leaves import either

Leaf: TypeAlias = object
"""What a function may be: any value that can be hashed."""


class TooLarge(Exception):  # noqa: N818  # its name says what happened
    """A diagram outgrew its bound on nodes."""


class Diagrams:
    """A store of nodes over levels with so many cells each.

    A node is a number; `level`, `ends` and `children` tell of it, `value` of a leaf. `ends[i]` is
    the first cell after the run of `children[i]`.
    """

    def __init__(self, sizes: Sequence[int], limit: int = 200_000) -> None:
        self.sizes = list(sizes)
        self.limit = limit
        self.bottom = len(self.sizes)
        self.level: list[int] = []
        self.ends: list[tuple[int, ...]] = []
        self.children: list[tuple[int, ...]] = []
        self.value: dict[int, Leaf] = {}
        self._leaves: dict[Leaf, int] = {}
        self._nodes: dict[tuple[int, tuple[int, ...], tuple[int, ...]], int] = {}

    def leaf(self, value: Leaf) -> int:
        """The function with this value everywhere."""
        node = self._leaves.get(value)
        if node is None:
            node = self._leaves[value] = self._add(self.bottom, (), ())
            self.value[node] = value
        return node

    def node(self, level: int, parts: Iterable[tuple[int, int]]) -> int:
        """The function that is `child` up to cell `end` (excluded), for each `(end, child)`."""
        ends: list[int] = []
        children: list[int] = []
        for end, child in parts:
            if children and children[-1] == child:
                ends[-1] = end
            else:
                ends.append(end)
                children.append(child)
        if len(children) == 1:
            return children[0]
        key = (level, tuple(ends), tuple(children))
        node = self._nodes.get(key)
        if node is None:
            node = self._nodes[key] = self._add(*key)
        return node

    def _add(self, level: int, ends: tuple[int, ...], children: tuple[int, ...]) -> int:
        if len(self.level) >= self.limit:
            raise TooLarge
        self.level.append(level)
        self.ends.append(ends)
        self.children.append(children)
        return len(self.level) - 1

    def choice(self, level: int, mask: int, inside: int, outside: int) -> int:
        """The function that is one function in the cells of a mask and another outside."""
        size = self.sizes[level]
        parts = ((cell + 1, inside if mask >> cell & 1 else outside) for cell in range(size))
        return self.node(level, parts)

    def box(self, box: Box, inside: Leaf = True, outside: Leaf = False) -> int:
        """One value in a box (literals by level, ascending) and another outside."""
        node, other = self.leaf(inside), self.leaf(outside)
        for level, mask in reversed(box):
            node = self.choice(level, mask, node, other)
        return node

    def union(self, boxes: Iterable[Box]) -> int:
        """True in some of the boxes, false outside."""
        return self.merge([self.box(box) for box in boxes], either, False)

    def merge(self, nodes: list[int], operation: Callable[[Leaf, Leaf], Leaf], unit: Leaf) -> int:
        """The functions put together by an associative operation, in balanced order."""
        if not nodes:
            return self.leaf(unit)
        memo: dict[tuple[int, int], int] = {}
        while len(nodes) > 1:
            nodes = [
                self.apply(operation, nodes[i], nodes[i + 1], memo)
                if i + 1 < len(nodes)
                else nodes[i]
                for i in range(0, len(nodes), 2)
            ]
        return nodes[0]

    def difference(self, left: int, right: int) -> int:
        """True where the left function is true and the right one is not."""
        return self.apply(lambda a, b: bool(a) and not b, left, right)

    def apply(
        self,
        operation: Callable[[Leaf, Leaf], Leaf],
        left: int,
        right: int,
        memo: dict[tuple[int, int], int] | None = None,
    ) -> int:
        """The function whose value is the operation on the values of two functions."""
        memo = {} if memo is None else memo
        known = memo.get((left, right))
        if known is not None:
            return known
        level = min(self.level[left], self.level[right])
        if level == self.bottom:
            found = self.leaf(operation(self.value[left], self.value[right]))
        else:
            found = self.node(
                level,
                [
                    (end, self.apply(operation, a, b, memo))
                    for end, a, b in self._aligned(level, left, right)
                ],
            )
        memo[left, right] = found
        return found

    def _aligned(self, level: int, left: int, right: int) -> list[tuple[int, int, int]]:
        """The common runs of two nodes at a level, with the child of each."""
        if self.level[left] != level:
            pairs = zip(self.ends[right], self.children[right], strict=True)
            return [(end, left, child) for end, child in pairs]
        if self.level[right] != level:
            pairs = zip(self.ends[left], self.children[left], strict=True)
            return [(end, child, right) for end, child in pairs]
        found = []
        i = j = 0
        ends, others = self.ends[left], self.ends[right]
        while i < len(ends):
            end = min(ends[i], others[j])
            found.append((end, self.children[left][i], self.children[right][j]))
            i += ends[i] == end
            j += others[j] == end
        return found

    def mapped(self, function: Callable[[Leaf], Leaf], node: int) -> int:
        """The function with each value replaced."""
        return self.collapsed(node, self.bottom + 1, lambda values: function(*values))

    def collapsed(self, node: int, level: int, function: Callable[[frozenset[Leaf]], Leaf]) -> int:
        """The function of the levels above `level` only: each part below becomes one value.

        `function` gives it from the set of values that the part takes.
        """
        reached: dict[int, frozenset[Leaf]] = {}
        memo: dict[int, int] = {}

        def values(part: int) -> frozenset[Leaf]:
            if part not in reached:
                if self.level[part] == self.bottom:
                    reached[part] = frozenset((self.value[part],))
                else:
                    reached[part] = frozenset().union(*map(values, self.children[part]))
            return reached[part]

        def walk(part: int) -> int:
            if part not in memo:
                if self.level[part] >= level or self.level[part] == self.bottom:
                    memo[part] = self.leaf(function(values(part)))
                else:
                    pairs = zip(self.ends[part], self.children[part], strict=True)
                    memo[part] = self.node(self.level[part], [(e, walk(c)) for e, c in pairs])
            return memo[part]

        return walk(node)

    def values(self, node: int) -> list[Leaf]:
        """The values that a function takes, in the order in which they are met."""
        seen: dict[int, None] = {}
        stack = [node]
        while stack:
            part = stack.pop()
            if part not in seen:
                seen[part] = None
                stack.extend(reversed(self.children[part]))
        return [self.value[part] for part in seen if self.level[part] == self.bottom]

    def path(self, node: int) -> dict[int, int] | None:
        """Masks by level of some box where a function is true; `None` where it never is."""
        lost: set[int] = set()

        def walk(part: int) -> dict[int, int] | None:
            if part in lost:
                return None
            if self.level[part] == self.bottom:
                return {} if self.value[part] else None
            start = 0
            for end, child in zip(self.ends[part], self.children[part], strict=True):
                found = walk(child)
                if found is not None:
                    return {self.level[part]: (1 << end) - (1 << start), **found}
                start = end
            lost.add(part)
            return None

        return walk(node)

    def count(self, node: int) -> int:
        """In how many combinations of cells a function is true."""
        memo: dict[int, int] = {}

        def walk(part: int, level: int) -> int:
            scale = 1
            for size in self.sizes[level : self.level[part]]:
                scale *= size
            return scale * below(part)

        def below(part: int) -> int:
            if part not in memo:
                if self.level[part] == self.bottom:
                    memo[part] = int(bool(self.value[part]))
                else:
                    start = total = 0
                    for end, child in zip(self.ends[part], self.children[part], strict=True):
                        total += (end - start) * walk(child, self.level[part] + 1)
                        start = end
                    memo[part] = total
            return memo[part]

        return walk(node, 0)
