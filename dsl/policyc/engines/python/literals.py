"""Literals: values and calls as parts of a syntax tree."""

import ast
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

Plain: TypeAlias = (
    "bool | int | str | Fraction | Sequence[Plain] | tuple[Plain, ...] | Mapping[str, Plain] | None"
)
"""What can be written as a literal; a number that is not whole becomes a text, `1/3`."""


def literal(value: Plain) -> ast.expr:
    """The literal of a value."""
    match value:
        case None | bool() | int() | str():
            return ast.Constant(value)
        case Fraction():
            return ast.Constant(str(value))
        case tuple():
            return ast.Tuple([literal(part) for part in value], ast.Load())
        case Mapping():
            keys: list[ast.expr | None] = [ast.Constant(key) for key in value]
            return ast.Dict(keys, [literal(part) for part in value.values()])
        case _:
            return ast.List([literal(part) for part in value], ast.Load())


def called(owner: str, method: str, *arguments: Plain, **named: Plain) -> ast.Call:
    """The call of an object's method; arguments that are `None`, empty or false are left out."""
    return ast.Call(
        ast.Attribute(ast.Name(owner, ast.Load()), method, ast.Load()),
        [literal(argument) for argument in arguments],
        [ast.keyword(name, literal(value)) for name, value in named.items() if _says(value)],
    )


def _says(value: Plain) -> bool:
    """Whether an argument says more than its default; 0 is a bound like others."""
    return value is not None and value is not False and value not in ((), "", {}, [])
