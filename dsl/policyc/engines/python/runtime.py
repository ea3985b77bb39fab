"""The runtime: the text of the evaluator that a compiled policy brings along."""

import ast
import inspect
from functools import cache
from types import ModuleType

from policyc.engines.python.standalone import (
    completions,
    deciding,
    numbers,
    program,
    questions,
    rules,
    values,
)

_PARTS: tuple[ModuleType, ...] = (numbers, values, completions, rules, questions, deciding, program)
"""In the order in which they need one another."""

_REMARKED = ("noqa", "type:")
"""What remarks to tools begin with; the tools never see the modules."""


@cache
def runtime_text() -> str:
    """The code of the evaluator as one text, without imports of its own parts."""
    trees = [(inspect.getsource(part), ast.parse(inspect.getsource(part))) for part in _PARTS]
    hints = _hints([node for _, tree in trees for node in tree.body if _is_hint(node)])
    imports = {
        ast.unparse(node): None
        for _, tree in trees
        for node in tree.body
        if isinstance(node, ast.Import)
    }
    bodies = (_body(text, tree) for text, tree in trees)
    return "\n".join([*imports, "", "TYPE_CHECKING = False", hints, *bodies])


def _is_hint(node: ast.stmt) -> bool:
    """Whether a statement only matters to type checkers."""
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def _hints(blocks: list[ast.stmt]) -> str:
    """The blocks for type checkers as one; what is imported from one module stands together."""
    names: dict[str, set[str]] = {}
    others: dict[str, None] = {}
    for block in blocks:
        for node in block.body if isinstance(block, ast.If) else ():
            if isinstance(node, ast.ImportFrom):
                names.setdefault(node.module or "", set()).update(a.name for a in node.names)
            else:
                others[ast.unparse(node)] = None
    imports = [
        f"from {module} import {', '.join(sorted(found))}"
        for module, found in sorted(names.items())
        if not module.startswith("policyc")
    ]
    return "\n".join(["if TYPE_CHECKING:", *(f"    {line}" for line in (*imports, *others))])


def _body(text: str, tree: ast.Module) -> str:
    """A part's own statements as they are written, without remarks to linters."""
    lines = text.splitlines()
    kept: list[str] = []
    last = 0
    for node in tree.body:
        if not _is_plumbing(node, tree):
            kept += lines[last : node.end_lineno]
        last = node.end_lineno or last
    return "\n".join(map(_without_remark, kept))


def _without_remark(line: str) -> str:
    for tool in _REMARKED:
        line = line.partition(f"  # {tool}")[0]
    return line


def _is_plumbing(node: ast.stmt, tree: ast.Module) -> bool:
    """Whether a statement is the part's docstring, an import, or for type checkers."""
    if node is tree.body[0] or isinstance(node, ast.Import | ast.ImportFrom) or _is_hint(node):
        return True
    return isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "TYPE_CHECKING"
