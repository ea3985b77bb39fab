"""Reading: the Python expressions of the values that a decision asks about.

A value is read from the case where it is first needed and kept in a local variable where it may
be needed again. Which variables hold a value at some point of the code is a set of names.
"""

import ast
from collections.abc import Mapping
from typing import TypeAlias

import attrs

from policyc.core.axes import Axis, Numbers
from policyc.core.conditions import LinearForm
from policyc.engines.python.comparing import Reading, constant, joined
from policyc.engines.python.grid import Subject

Held: TypeAlias = frozenset[str]
"""The variables that hold a value."""

CASE = "case"
"""The variable that holds the case."""


@attrs.frozen(eq=False)
class Reader:
    """Reads the axes of one action: from variables, or else from the case under their keys."""

    axes: Mapping[str, Axis]
    keys: Mapping[str, str]
    variables: Mapping[str, str]

    @classmethod
    def of(cls, axes: Mapping[str, Axis], keys: Mapping[str, str]) -> "Reader":
        """A reader of the axes in `keys`; variables are numbered, whatever the axes are called."""
        return cls(axes, keys, {key: f"x{place}" for place, key in enumerate(keys)})

    def variable(self, subject: Subject) -> str:
        """The variable that holds a subject's value once it was read."""
        if isinstance(subject.name, str):
            return self.variables[subject.name]
        return f"f{subject.number}"

    def reading(self, subject: Subject, held: Held) -> Reading:
        """Reads a subject's value at its first place, and from its variable from then on."""
        name = self.variable(subject)
        first = [] if name in held else [self._fresh(subject, held)]
        return lambda: first.pop() if first else load(name)

    def entry(self, key: str) -> ast.expr:
        """The entry of the case for an axis."""
        return ast.Subscript(load(CASE), constant(self.keys[key]), ast.Load())

    def after(self, subject: Subject, held: Held) -> Held:
        """What variables hold a value once the subject was read."""
        if isinstance(subject.name, str):
            return held | {self.variables[subject.name]}
        parts = {self.variables[key] for key, _ in subject.name.parts}
        never = isinstance(subject.domain, Numbers) and subject.domain.optional
        return held | {self.variable(subject)} | (parts if not never else set())

    def _fresh(self, subject: Subject, held: Held) -> ast.expr:
        if isinstance(subject.name, str):
            return _kept(self.variables[subject.name], self.entry(subject.name))
        return _kept(self.variable(subject), self._form(subject.name, held))

    def _form(self, form: LinearForm, held: Held) -> ast.expr:
        optional = [key for key, _ in form.parts if _is_optional(self.axes[key])]
        if not optional:
            return self._sum(form, held)
        never: list[ast.expr] = [
            ast.Compare(self._part(key, held), [ast.Is()], [constant(None)]) for key in optional
        ]
        total = self._sum(form, held | {self.variables[key] for key in optional})
        return ast.IfExp(joined(ast.Or(), never), constant(None), total)

    def _sum(self, form: LinearForm, held: Held) -> ast.expr:
        """The sum of the parts; the factors of a form are whole."""
        key, factor = form.parts[0]
        total = _product(int(factor), self._part(key, held))
        for key, factor in form.parts[1:]:
            operator = ast.Add() if factor > 0 else ast.Sub()
            total = ast.BinOp(total, operator, _product(abs(int(factor)), self._part(key, held)))
        return total

    def _part(self, key: str, held: Held) -> ast.expr:
        name = self.variables[key]
        return load(name) if name in held else _kept(name, self.entry(key))


def load(name: str) -> ast.Name:
    """The value of a variable."""
    return ast.Name(name, ast.Load())


def _kept(name: str, value: ast.expr) -> ast.expr:
    return ast.NamedExpr(ast.Name(name, ast.Store()), value)


def _is_optional(axis: Axis) -> bool:
    return isinstance(axis.domain, Numbers) and axis.domain.optional


def _product(factor: int, value: ast.expr) -> ast.expr:
    return value if factor == 1 else ast.BinOp(constant(factor), ast.Mult(), value)
