"""Trees on one line, as nested lists: what a parsing test expects."""

from typing import Any

import attrs

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
            (part,) = attrs.astuple(tree, filter=lambda field, _: field.name != "span")
            return shape(part)
        case _:
            return _list(tree)


def _list(tree: n.Node) -> str:
    fields = [field for field in attrs.fields(type(tree)) if field.name != "span"]
    while fields and getattr(tree, fields[-1].name) == fields[-1].default:
        fields.pop()
    parts = [type(tree).__name__, *(shape(getattr(tree, field.name)) for field in fields)]
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
