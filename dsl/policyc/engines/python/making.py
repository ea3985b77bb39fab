"""Making: functions out of syntax trees."""

import ast
from collections.abc import Sequence
from typing import Any

from policyc.engines.python.pruning import pruned
from policyc.engines.python.rows import Tables


def function(name: str, arguments: Sequence[str], body: list[ast.stmt]) -> ast.FunctionDef:
    """The tree of a function of positional arguments."""
    parameters = ast.arguments(
        posonlyargs=[],
        args=[ast.arg(argument) for argument in arguments],
        kwonlyargs=[],
        kw_defaults=[],
        defaults=[],
    )
    return ast.FunctionDef(name, parameters, body, [])


def made(arguments: Sequence[str], body: list[ast.stmt], tables: Tables) -> Any:
    """The function of these positional arguments that does this with these tables."""
    tree = pruned(function("decide", arguments, body))
    module = ast.fix_missing_locations(ast.Module([tree], []))
    names = dict(tables.named)
    exec(compile(module, "<policy>", "exec"), names)  # noqa: S102  # a tree made here, no text
    return names["decide"]
