"""Functions: a plan as the body of a Python function.

    bits = 64                                      always set
    if 8 <= case["overdue"] < 16: bits += 1        a check
    rows = table3[case["product"]]                 a sift
    rows &= ...
    bits += rows
    return known[bits]                             answers are made once

The code is a syntax tree from the start. What a policy's author wrote enters it as literals only:
names are numbered.
"""

import ast
from collections.abc import Iterable, Sequence
from typing import TypeAlias, assert_never

import attrs

from policyc.core.axes import Numbers
from policyc.engines.python.comparing import constant, lies_in
from policyc.engines.python.formulas import Every, Formula, Some, Test
from policyc.engines.python.grid import Subject
from policyc.engines.python.reading import Held, Reader, load
from policyc.engines.python.rows import Tables
from policyc.engines.python.steps import Check, Sift, Step, Walk
from policyc.engines.python.trees import Branch, Leaf, Tree

BITS = "bits"
"""The variable that holds the bits set so far."""
ROWS = "rows"
"""The variable that holds the rows met so far."""

Way: TypeAlias = tuple[int, Tree]
"""Some cells of a branch's subject, and where they lead."""


@attrs.frozen(eq=False)
class Writer:
    """Writes the steps of one action; look-up tables are put into `tables`."""

    reader: Reader
    subjects: Sequence[Subject]
    tables: Tables

    def steps(self, steps: Iterable[Step], held: Held) -> list[ast.stmt]:
        """The statements of some steps, and so that each sets its bits in turn."""
        body: list[ast.stmt] = []
        for step in steps:
            match step:
                case Check(bits, formula):
                    test, held = self.condition(formula, held)
                    body.append(ast.If(test, [_changed(BITS, ast.Add(), constant(bits))], []))
                case Walk(tree):
                    body += self._walk(tree, held)
                    held = self._root(tree, held)
                case Sift():
                    statements, held = self._sift(step, held)
                    body += statements
                case _:
                    assert_never(step)
        return body

    def condition(self, formula: Formula, held: Held) -> tuple[ast.expr, Held]:
        """The expression of a formula, and which variables hold a value after it in any case."""
        match formula:
            case bool():
                return constant(formula), held
            case Test(number, mask):
                subject = self.subjects[number]
                expression = lies_in(subject, mask, self.reader.reading(subject, held))
                return expression, self.reader.after(subject, held)
            case Every(parts):
                return self._joined(ast.And(), parts, held)
            case Some(parts):
                return self._joined(ast.Or(), parts, held)
            case _:
                assert_never(formula)

    def _joined(
        self, operator: ast.boolop, parts: Sequence[Formula], held: Held
    ) -> tuple[ast.expr, Held]:
        first, always = self.condition(parts[0], held)
        values, held = [first], always
        for part in parts[1:]:
            value, held = self.condition(part, held)
            values.append(value)
        return ast.BoolOp(operator, values), always

    def _root(self, tree: Tree, held: Held) -> Held:
        if isinstance(tree, Leaf):
            return held
        return self.reader.after(self.subjects[tree.subject], held)

    def _walk(self, tree: Tree, held: Held) -> list[ast.stmt]:
        match tree:
            case Leaf(bits):
                return [_changed(BITS, ast.Add(), constant(bits))] if bits else []
            case Branch(number, children):
                return self._branch(self.subjects[number], children, held)
            case _:
                assert_never(tree)

    def _branch(self, subject: Subject, ways: Sequence[Way], held: Held) -> list[ast.stmt]:
        """Halves the ways until one is left; no value lies outside them."""
        if len(ways) == 1:
            return self._walk(ways[0][1], held)
        mask, some, others = _halves(subject, ways)
        after = self.reader.after(subject, held)
        then, otherwise = self._branch(subject, some, after), self._branch(subject, others, after)
        if not then:
            mask, then, otherwise = subject.full & ~mask, otherwise, then
        if not then:
            return []
        test = lies_in(subject, mask, self.reader.reading(subject, held))
        return [ast.If(test, then, otherwise)]

    def _sift(self, step: Sift, held: Held) -> tuple[list[ast.stmt], Held]:
        body: list[ast.stmt] = []
        for table in step.tables:
            subject = self.subjects[table.subject]
            row = self.tables.row(subject, table.rows, self.reader.reading(subject, held))
            held = self.reader.after(subject, held)
            body.append(_changed(ROWS, ast.BitAnd(), row) if body else assigned(ROWS, row))
        return [*body, _changed(BITS, ast.Add(), load(ROWS))], held


def assigned(name: str, value: ast.expr) -> ast.stmt:
    """The statement that gives a variable a value."""
    return ast.Assign([ast.Name(name, ast.Store())], value)


def _changed(name: str, operator: ast.operator, value: ast.expr) -> ast.stmt:
    return ast.AugAssign(ast.Name(name, ast.Store()), operator, value)


def _halves(subject: Subject, ways: Sequence[Way]) -> tuple[int, Sequence[Way], Sequence[Way]]:
    """A mask, the ways of values in it, and the other ways: the lower half, or one simple way."""
    runs = {mask: list(subject.runs(mask)) for mask, _ in ways}
    is_plain = isinstance(subject.domain, Numbers) and not subject.never
    if is_plain and all(len(found) == 1 for found in runs.values()):
        ordered = sorted(ways)
        half = len(ordered) // 2
        below = (1 << runs[ordered[half - 1][0]][0][1] + 1) - 1
        return below, ordered[:half], ordered[half:]
    simplest, *others = sorted(ways, key=lambda way: (_length(subject, way[0]), way[0]))
    return simplest[0], [simplest], others


def _length(subject: Subject, mask: int) -> int:
    """How long the test for a mask is: its runs of numbers, or its members."""
    if isinstance(subject.domain, Numbers):
        return len(list(subject.runs(mask)))
    return mask.bit_count()
