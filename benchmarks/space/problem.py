"""A comparison as plain data, so that every engine can have it in its own language.

Each action is a question of its own, its arguments are axes like the facts. Atoms are given twice:
as ranges of a fact or a sum, for engines that know arithmetic, and as cells of an axis, for those
that know truth values alone; these are also told which combinations of cells no case has.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from typing import Any

from policyc.core.axes import Axis, Members, Numbers, YesNo
from policyc.core.conditions import (
    All,
    Among,
    AnyOf,
    Atom,
    Condition,
    Constant,
    Holds,
    Linear,
    LinearForm,
    Not,
    Within,
)
from policyc.core.numbers import NumberSet
from policyc.core.policy import Clause, Policy
from policyc.space.grid.grid import Compound, Place
from policyc.space.space import Space
from policyc.space.theory.theory import Theory, cell_runs

Tree = list[Any]
"""`["atom", number]`, `["constant", yes]`, `["not", tree]`, `["all", trees]`, `["any", trees]`."""


def problem(policies: tuple[Policy, Policy]) -> dict[str, Any]:
    """The question where two policies differ, as JSON has it."""
    space = Space(policies)
    plain = _Plain(space)
    actions = [plain.action(name) for name in space.actions]
    return {
        "axes": [axis.size for axis in space.grid.axes if not isinstance(axis.name, Compound)],
        "variables": {key: _variable(axis) for key, axis in space.joint.axes.items()},
        "assumptions": [
            plain.tree(space.joint.condition(number, assumption.condition))
            for number, policy in enumerate(policies)
            for assumption in policy.assumptions
        ],
        "actions": actions,
        "atoms": plain.atoms,
        "impossible": list(_impossible(space.theory)),
    }


class _Plain:
    """Conditions as trees over numbered atoms."""

    def __init__(self, space: Space) -> None:
        self.space = space
        self.atoms: list[dict[str, Any]] = []
        self._known: dict[Atom, int] = {}

    def action(self, name: str) -> dict[str, Any]:
        """An action: its arguments' axes and members, and the clauses of both sides."""
        places = [self.space.grid.places[Place(name, p.name)] for p in self._parameters(name)]
        members = [p.kind.members for p in self._parameters(name)]
        sides = [list(self._clauses(number, name)) for number in (0, 1)]
        return {"name": name, "arguments": places, "members": members, "sides": sides}

    def _parameters(self, name: str) -> Sequence[Any]:
        return self.space.actions[name].parameters

    def _clauses(self, number: int, name: str) -> Iterator[dict[str, Any]]:
        policy = self.space.joint.policies[number]
        if policy.defaults or any(c.rebuttable for c in policy.clauses):
            raise ValueError(f"{policy.name}: the benchmarks know no defaults or rebuttable rules")
        mine = [c for c in policy.clauses if c.pattern.name == name]
        for clause in mine:
            yield {
                "effect": clause.effect.value,
                "arguments": self._arguments(name, clause),
                "guard": self.tree(self.space.joint.condition(number, clause.guard)),
                "overridden_by": [i for i, c in enumerate(mine) if clause.rule in c.overrides],
            }

    def _arguments(self, name: str, clause: Clause) -> list[list[int] | None]:
        """The numbers of the members of each argument; `None` is any."""
        return [
            None if chosen is None else [i for i, m in enumerate(p.kind.members) if m in chosen]  # type: ignore[operator]  # clauses hold no `Same`
            for chosen, p in zip(clause.pattern.arguments, self._parameters(name), strict=True)
        ]

    def tree(self, condition: Condition) -> Tree:
        """A condition as a tree."""
        match condition:
            case Constant(value):
                return ["constant", value]
            case Not(part):
                return ["not", self.tree(part)]
            case All(parts):
                return ["all", [self.tree(part) for part in parts]]
            case AnyOf(parts):
                return ["any", [self.tree(part) for part in parts]]
            case atom:
                if atom not in self._known:
                    self._known[atom] = len(self.atoms)
                    self.atoms.append(self._atom(atom))
                return ["atom", self._known[atom]]

    def _atom(self, atom: Atom) -> dict[str, Any]:
        axes = self.space.joint.axes
        match atom:
            case Holds(key):
                return self._cells(key, "yes")
            case Among(key, members):
                domain = axes[key].domain
                assert isinstance(domain, Members)
                chosen = [i for i, m in enumerate(domain.kind.members) if m in members]
                return self._cells(key, "among", chosen) | {"members": chosen}
            case Within(key, numbers):
                return self._cells(key, "within", numbers) | _ranges([axes[key]], [1], numbers)
            case Linear(form, numbers):
                parts = [axes[key] for key, _ in form.parts]
                factors = [int(factor) for _, factor in form.parts]
                return self._cells(form, "within", numbers) | _ranges(parts, factors, numbers)

    def _cells(
        self, name: str | LinearForm, kind: str, values: list[int] | NumberSet | None = None
    ) -> dict[str, Any]:
        axis = self.space.grid.axes[self.space.grid.places[name]]
        if isinstance(values, NumberSet):
            mask = axis.mask_of_numbers(values)
            cells = [cell for cell in range(axis.size) if mask >> cell & 1]
        else:
            cells = [1] if values is None else values
        key = name if isinstance(name, str) else ""
        return {"kind": kind, "variable": key, "place": axis.place, "cells": cells}


def _variable(axis: Axis) -> dict[str, Any]:
    """A fact: yes/no, one of so many members, or a number.

    A number that lies on a grid is given as the number of its steps, which is whole.
    """
    match axis.domain:
        case YesNo():
            return {"kind": "yes"}
        case Members(kind):
            return {"kind": "members", "size": len(kind.members)}
        case Numbers(optional=True):
            raise ValueError(f"{axis.key}: the benchmarks know no fact that may be missing")
        case Numbers(lower=lower, upper=upper, step=step):
            ends = [
                None if end is None else str(Fraction(end) / (step or 1)) for end in (lower, upper)
            ]
            return {"kind": "dense" if step is None else "whole", "ends": ends}


def _ranges(axes: Sequence[Axis], factors: Sequence[int], numbers: NumberSet) -> dict[str, Any]:
    """A sum of facts and the ranges that it has to lie in, in steps."""
    steps = {axis.domain.step for axis in axes if isinstance(axis.domain, Numbers)}
    if len(steps) > 1:
        raise ValueError(f"the benchmarks know no sums of different steps: {steps}")
    step = Fraction(steps.pop() or 1)
    ranges = [
        {
            "lower": None if i.lower is None else str(i.lower / step),
            "upper": None if i.upper is None else str(i.upper / step),
            "lower_open": i.lower_open,
            "upper_open": i.upper_open,
        }
        for i in numbers.intervals
    ]
    parts = [[axis.key, factor] for axis, factor in zip(axes, factors, strict=True)]
    return {"sum": parts, "ranges": ranges}


def _impossible(theory: Theory) -> Iterator[list[list[Any]]]:
    """The boxes without a case: what sums of facts rule out, found cell by cell."""
    axes = theory.grid.axes
    for group in theory.groups:
        found: list[tuple[tuple[int, int], ...]] = []
        for chosen in product(*(cell_runs(axes[p], axes[p].full) for p in group.places)):
            cells = {p: run[0] for p, run in zip(group.places, chosen, strict=True) if run}
            if any(all(mask >> cells[p] & 1 for p, mask in box) for box in found):
                continue
            answer = theory.solved(group, dict(zip(group.places, chosen, strict=True)), {})
            if isinstance(answer, tuple):
                found.append(answer)
                yield [[p, [c for c in range(axes[p].size) if m >> c & 1]] for p, m in answer]
