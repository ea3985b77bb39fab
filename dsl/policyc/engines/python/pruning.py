"""Pruning: code without the variables that it never reads."""

import ast


def pruned(function: ast.FunctionDef) -> ast.FunctionDef:
    """The function with each `name := value` whose name is never read made the mere value."""
    loaded = {
        node.id
        for node in ast.walk(function)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }
    return _Pruner(loaded).visit_FunctionDef(function)


class _Pruner(ast.NodeTransformer):
    """Takes the names away; subscripts and constants are left as they are."""

    def __init__(self, loaded: set[str]) -> None:
        self._loaded = loaded

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        """The function with its body pruned."""
        self.generic_visit(node)
        return node

    def visit_NamedExpr(self, node: ast.NamedExpr) -> ast.expr:
        """The value, kept only where it is read again."""
        self.generic_visit(node)
        return node if node.target.id in self._loaded else node.value
