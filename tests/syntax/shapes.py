"""Trees on one line, as nested lists: what a parsing test expects."""

from typing import Any

from policyc.source import Source
from policyc.syntax import nodes as n
from policyc.syntax.parse import parse


def shape(tree: Any) -> str:
    """A node as `(kind part …)`, parts at their defaults left out at the end.

    Names, numbers and the like stand for themselves, texts in quotes, tuples in brackets, `-` is
    nothing.
    """
    match tree:
        case None:
            return "-"
        case bool():
            return "yes" if tree else "no"
        case str():
            return tree
        case tuple():
            return f"[{' '.join(map(shape, tree))}]"
        case n.Text(value):
            return f'"{value}"'
        case n.Dotted():
            return tree.text
        case n.Quantity(number, unit):
            return number if unit is None else f"{number}:{unit}"
        case n.Percentage(number):
            return f"{number}%"
        case n.Money(sign, number):
            return sign + number
        case n.Name() | n.NameUse() | n.DateLiteral() | n.TimeLiteral() | n.YesNoLiteral():
            (name,) = tree.part_names
            return shape(getattr(tree, name))
        case _:
            return _list(tree)


def _list(tree: n.Node) -> str:
    names, defaults = list(tree.part_names), vars(type(tree))
    while names and names[-1] in defaults and getattr(tree, names[-1]) == defaults[names[-1]]:
        names.pop()
    parts = [type(tree).__name__, *(shape(getattr(tree, name)) for name in names)]
    return f"({' '.join(parts)})"


def item(text: str) -> str:
    """The shape of the one item that a text is."""
    file, findings = parse(Source("a.policy", text))
    assert [finding.message() for finding in findings] == []
    (document,) = file.documents
    assert document.heading is None
    (only,) = document.items
    return shape(only)


def condition(text: str) -> str:
    """The shape of a condition."""
    return item(f"assume {text}").removeprefix("(Assume ").removesuffix(")")
