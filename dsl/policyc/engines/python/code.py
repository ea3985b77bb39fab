"""Code: the functions that decide one action."""

import ast
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, TypeAlias

from policyc.core.axes import Value
from policyc.core.meaning import UnknownValueError, decide
from policyc.core.policy import Policy
from policyc.engines.python.answers import Answer, Missing, Settlement, answer_of
from policyc.engines.python.checking import Checker, Invalid, passes
from policyc.engines.python.comparing import constant, joined, negation
from policyc.engines.python.functions import BITS, Writer, assigned
from policyc.engines.python.making import made
from policyc.engines.python.planning import plan_of
from policyc.engines.python.reading import CASE, Held, Reader, load
from policyc.engines.python.rows import Tables
from policyc.engines.python.specialising import Specialised

Case: TypeAlias = Mapping[str, Value]
Decider: TypeAlias = Callable[[Case], Answer | Missing]
CheckedDecider: TypeAlias = Callable[[Mapping[str, object]], Answer | Missing | Invalid]
ValuesDecider: TypeAlias = Callable[..., Answer]

_MOST_KNOWN = 1 << 13
"""So many answers of one action are kept; then all are forgotten."""


class Code:
    """The functions that decide one action, each made when it is first asked for."""

    def __init__(self, policy: Policy, specialised: Specialised) -> None:
        self._policy = policy
        self._specialised = specialised
        self._plan = plan_of(specialised.formulas, specialised.subjects)
        self._settlement = Settlement(specialised.clauses, specialised.defaults)
        self._known: dict[int, Answer] = {}

    @property
    def axes(self) -> tuple[str, ...]:
        """The axes that the guards ask about, by key, in the order that `by_values` takes them."""
        return tuple(self._specialised.keys)

    @cached_property
    def decide(self) -> Decider:
        """From a well-typed case to the answer."""
        tables, reader = Tables(), Reader.of(self._policy.axes, self._specialised.keys)
        steps = self._steps(reader, tables, frozenset())
        found = _guarded(steps, ["KeyError"], _answered(tables, self._incomplete))
        decider: Decider = made([CASE], [found, *self._last(tables)], tables)
        return decider

    @cached_property
    def by_values(self) -> ValuesDecider:
        """From the values of `axes`, in their order and well-typed, to the answer."""
        tables, reader = Tables(), Reader.of(self._policy.axes, self._specialised.keys)
        variables = list(reader.variables.values())
        steps = self._steps(reader, tables, frozenset(variables))
        decider: ValuesDecider = made(variables, [*steps, *self._last(tables)], tables)
        return decider

    def checked(self, stated: Mapping[str, str], checker: Checker) -> CheckedDecider:
        """From any mapping to the answer, or to what is wrong with it.

        `stated` gives the axes of an ordinary complete case, the kind that is decided fastest, and
        the keys under which it states them.
        """

        def with_care(case: Mapping[str, object]) -> Answer | Missing | Invalid:
            values = checker.checked(case)
            return values if isinstance(values, Invalid) else self.decide(values)

        tables = Tables()
        reader = Reader.of(self._policy.axes, {**stated, **self._specialised.keys})
        held = frozenset(reader.variables[key] for key in stated)
        otherwise = _answered(tables, with_care)
        body = [
            ast.If(_differs_in_length(len(stated)), [otherwise], []),
            *(assigned(reader.variables[key], reader.entry(key)) for key in stated),
            *_unless_all(
                [
                    passes(checker.domains[own], reader.variables[key], tables)
                    for key, own in stated.items()
                ],
                otherwise,
            ),
            *self._steps(reader, tables, held),
        ]
        found = _guarded(body, ["KeyError", "TypeError"], otherwise)
        decider: CheckedDecider = made([CASE], [found, *self._last(tables)], tables)
        return decider

    def _steps(self, reader: Reader, tables: Tables, held: Held) -> list[ast.stmt]:
        writer = Writer(reader, self._specialised.subjects, tables)
        start = assigned(BITS, constant(self._plan.always))
        return [start, *writer.steps(self._plan.steps, held)]

    def _last(self, tables: Tables) -> list[ast.stmt]:
        """The statements that look the answer up, and make it where it is new."""
        known = ast.Subscript(tables.add(self._known), load(BITS), ast.Load())
        settled = ast.Return(ast.Call(tables.add(self._settle), [load(BITS)], []))
        return [_guarded([ast.Return(known)], ["KeyError"], settled)]

    def _settle(self, bits: int) -> Answer:
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        answer = self._known[bits] = self._settlement.answer(self._plan.applying(bits))
        return answer

    def _incomplete(self, case: Case) -> Answer | Missing:
        """The answer of a case that lacks a value: only the definition knows whether it matters."""
        try:
            outcome = decide(self._policy, self._specialised.action, case)
        except UnknownValueError as error:
            return Missing(error.key)
        return answer_of(outcome)


def _guarded(body: list[ast.stmt], errors: Iterable[str], otherwise: ast.stmt) -> ast.stmt:
    caught = ast.Tuple([load(error) for error in errors], ast.Load())
    return ast.Try(body, [ast.ExceptHandler(caught, None, [otherwise])], [], [])


def _answered(tables: Tables, by: Callable[[Any], object]) -> ast.stmt:
    return ast.Return(ast.Call(tables.add(by), [load(CASE)], []))


def _differs_in_length(length: int) -> ast.expr:
    return ast.Compare(ast.Call(load("len"), [load(CASE)], []), [ast.NotEq()], [constant(length)])


def _unless_all(conditions: list[ast.expr], otherwise: ast.stmt) -> list[ast.stmt]:
    if not conditions:
        return []
    return [ast.If(negation(joined(ast.And(), conditions)), [otherwise], [])]
