"""z3, an SMT solver: a formula for "the verdicts differ" for each action.

Regions are no notion of its own. The nearest thing is asked for: a model, the atoms of both
policies that it needs (an unsatisfiable core against the formula's negation), which is a
conjunction like a region without exceptions; that is blocked, and so on until no model is left.
"""

from collections.abc import Iterator
from typing import Any

import z3
from harness import FIRST, Answer, listed, run

ORDER = ("forbid", "require", "discourage", "recommend", "allow")


class Model:
    """The variables of a problem, and a formula for each action."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.given = given
        self.variables = {key: _variable(key, v) for key, v in given["variables"].items()}
        self.atoms = [self._atom(atom) for atom in given["atoms"]]
        self.always = [
            limit for k, v in given["variables"].items() for limit in _limits(self.variables[k], v)
        ]
        self.always += map(self.tree, given["assumptions"])
        self.actions = [_Action(self, action) for action in given["actions"]]

    def _atom(self, atom: dict[str, Any]) -> Any:
        match atom["kind"]:
            case "yes":
                return self.variables[atom["variable"]]
            case "among":
                variable = self.variables[atom["variable"]]
                return z3.Or([variable == member for member in atom["members"]])
            case _:
                parts = [(self.variables[key], factor) for key, factor in atom["sum"]]
                (first, _), *rest = parts
                total = z3.Sum([v * f for v, f in parts]) if rest else first
                return z3.Or([_within(total, each) for each in atom["ranges"]])

    def tree(self, tree: list[Any]) -> Any:
        """A condition as a formula."""
        match tree:
            case ["atom", number]:
                return self.atoms[number]
            case ["constant", value]:
                return z3.BoolVal(value)
            case ["not", part]:
                return z3.Not(self.tree(part))
            case ["all", parts]:
                return z3.And([self.tree(part) for part in parts])
            case ["any", parts]:
                return z3.Or([self.tree(part) for part in parts])
        raise ValueError(tree)


class _Action:
    """Where the verdicts on an action differ."""

    def __init__(self, model: Model, given: dict[str, Any]) -> None:
        self.name = given["name"]
        self.members = given["members"]
        self.arguments = [z3.Int(f"{self.name} {place}") for place in given["arguments"]]
        limits = [
            z3.And(argument >= 0, argument < len(members))
            for argument, members in zip(self.arguments, self.members, strict=True)
        ]
        self.literals = list(model.atoms)
        for argument, members in zip(self.arguments, self.members, strict=True):
            self.literals += [argument == i for i in range(len(members))]
        self.always = [*model.always, *limits]
        left, right = (self._effects(model, side) for side in given["sides"])
        self.differ = z3.BoolVal(False)
        for effect in reversed(ORDER):
            mine, yours = left[effect], right[effect]
            if effect == "forbid":  # with a requirement it is a conflict, another verdict
                required = left["require"] != right["require"]
                self.differ = z3.Or(
                    mine != yours, z3.And(mine, required), z3.And(z3.Not(mine), self.differ)
                )
            else:
                self.differ = z3.Or(mine != yours, z3.And(z3.Not(mine), self.differ))

    def _effects(self, model: Model, clauses: list[dict[str, Any]]) -> dict[str, Any]:
        """Where each effect is live."""
        live: dict[int, Any] = {}

        def alive(number: int) -> Any:
            if number not in live:
                clause = clauses[number]
                defeated = [z3.Not(alive(other)) for other in clause["overridden_by"]]
                among = [
                    z3.Or([argument == i for i in chosen])
                    for argument, chosen in zip(self.arguments, clause["arguments"], strict=True)
                    if chosen is not None
                ]
                live[number] = z3.And([*among, model.tree(clause["guard"]), *defeated])
            return live[number]

        found: dict[str, list[Any]] = {effect: [] for effect in ORDER}
        for number, clause in enumerate(clauses):
            found[clause["effect"]].append(alive(number))
        return {effect: z3.Or(where) for effect, where in found.items()}

    def solver(self, formula: Any) -> Any:
        """A solver for a formula about possible cases."""
        solver = z3.SimpleSolver()
        solver.add(self.always)
        solver.add(formula)
        return solver

    def pieces(self, model: Model) -> Iterator[dict[str, Any]]:
        """Conjunctions of atoms that together are exactly where the verdicts differ."""
        different, same = self.solver(self.differ), self.solver(z3.Not(self.differ))
        same.set("core.minimize", True)
        while different.check() == z3.sat:
            found = different.model()
            literals = [
                atom if z3.is_true(found.eval(atom, model_completion=True)) else z3.Not(atom)
                for atom in self.literals
            ]
            if same.check(literals) != z3.unsat:
                raise RuntimeError("the atoms do not settle whether the verdicts differ")
            core = same.unsat_core()
            yield self.case(model, found)
            different.add(z3.Or([z3.Not(literal) for literal in core]))

    def case(self, model: Model, found: Any) -> dict[str, Any]:
        """A case as a model has it."""
        chosen = (found.eval(a, model_completion=True).as_long() for a in self.arguments)
        return {
            "action": self.name,
            "arguments": [m[i] for m, i in zip(self.members, chosen, strict=True)],
            "values": {
                key: str(found.eval(variable, model_completion=True))
                for key, variable in model.variables.items()
            },
        }


def _variable(key: str, given: dict[str, Any]) -> Any:
    match given["kind"]:
        case "yes":
            return z3.Bool(key)
        case "dense":
            return z3.Real(key)
        case _:
            return z3.Int(key)


def _limits(variable: Any, given: dict[str, Any]) -> Iterator[Any]:
    match given["kind"]:
        case "members":
            yield from (variable >= 0, variable < given["size"])
        case "dense" | "whole":
            lower, upper = given["ends"]
            yield from [] if lower is None else [variable >= lower]
            yield from [] if upper is None else [variable <= upper]


def _within(total: Any, ends: dict[str, Any]) -> Any:
    found = []
    if ends["lower"] is not None:
        bound = _number(total, ends["lower"])
        found.append(total > bound if ends["lower_open"] else total >= bound)
    if ends["upper"] is not None:
        bound = _number(total, ends["upper"])
        found.append(total < bound if ends["upper_open"] else total <= bound)
    return z3.And(found)


def _number(total: Any, text: str) -> Any:
    return z3.IntVal(text) if total.is_int() and "/" not in text else z3.RealVal(text)


def ask(model: Model, question: str) -> Answer:
    """The answer to a question."""
    if question in {"same", "case"}:
        for action in model.actions:
            solver = action.solver(action.differ)
            if solver.check() == z3.sat:
                return {"same": False, "case": action.case(model, solver.model())}
        return {"same": True, "case": None}
    pieces = (piece for action in model.actions for piece in action.pieces(model))
    return listed(pieces, FIRST if question == "first" else None)


if __name__ == "__main__":
    run(Model, ask)
