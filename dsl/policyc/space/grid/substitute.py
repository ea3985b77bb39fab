"""Conditions with some values put in, and with axes renamed."""

from collections.abc import Callable, Mapping
from typing import assert_never

from policyc.core.axes import Value
from policyc.core.conditions import (
    NEVER,
    All,
    Among,
    AnyOf,
    Condition,
    Constant,
    Holds,
    Linear,
    Not,
    Within,
    conjoin,
    disjoin,
    negate,
)
from policyc.core.numbers import Number
from policyc.space.grid.linear import linear_condition, mapped


def substitute(condition: Condition, known: Mapping[str, Value]) -> Condition:
    """The condition that is left when these axes have these values."""
    match condition:
        case Constant():
            return condition
        case Holds(key):
            return Constant(known[key] is True) if key in known else condition
        case Among(key, members):
            return Constant(known[key] in members) if key in known else condition
        case Within(key, numbers):
            if key not in known:
                return condition
            value = number(known[key])
            return Constant(value is not None and value in numbers)
        case Linear():
            return _linear(condition, known)
        case Not(part):
            return negate(substitute(part, known))
        case All(parts):
            return conjoin(substitute(part, known) for part in parts)
        case AnyOf(parts):
            return disjoin(substitute(part, known) for part in parts)
        case _:
            assert_never(condition)


def _linear(atom: Linear, known: Mapping[str, Value]) -> Condition:
    total: Number = 0
    left: dict[str, Number] = {}
    for key, factor in atom.form.parts:
        if key in known:
            value = number(known[key])
            if value is None:
                return NEVER
            total += factor * value
        else:
            left[key] = factor
    if len(left) == len(atom.form.parts):
        return atom
    return linear_condition(left, mapped(atom.numbers, 1, -total))


def number(value: Value) -> Number | None:
    """The value as a number; `TypeError` where it is none."""
    if isinstance(value, bool | str):
        raise TypeError(f"no number: {value!r}")
    return value


def renamed(condition: Condition, name: Callable[[str], str]) -> Condition:
    """The condition with every axis under its new name; names may fall together."""
    match condition:
        case Constant():
            return condition
        case Holds(key):
            return Holds(name(key))
        case Among(key, members):
            return Among(name(key), members)
        case Within(key, numbers):
            return Within(name(key), numbers)
        case Linear(form, numbers):
            factors: dict[str, Number] = {}
            for key, factor in form.parts:
                factors[name(key)] = factors.get(name(key), 0) + factor
            return linear_condition(factors, numbers)
        case Not(part):
            return negate(renamed(part, name))
        case All(parts):
            return conjoin(renamed(part, name) for part in parts)
        case AnyOf(parts):
            return disjoin(renamed(part, name) for part in parts)
        case _:
            assert_never(condition)
