"""Trees that say the same, made equal.

A tree keeps units, types and some signs as they were typed; the printed text has one way to write
each. Two trees say the same when their canonical forms are equal.
"""

from policyc.syntax import nodes as n
from policyc.syntax.format.trees import Tree, rebuilt
from policyc.syntax.words import words


def canonical(tree: Tree) -> Tree:
    """The tree with each unit, type, time and currency sign as the table of words has it first."""
    return rebuilt(tree, _canonical)


def _canonical(node: n.Node) -> n.Node:
    match node:
        case n.Quantity(_, str() as unit):
            return node.with_parts(unit=_sense(unit, "UNIT_"))
        case n.Type(name):
            return node.with_parts(name=_sense(name, "TYPE_", "UNIT_"))
        case n.TimeLiteral(text):
            return node.with_parts(text=text.replace("：", ":"))
        case n.Money(sign):
            return node.with_parts(sign=sign.replace("￥", "¥"))
        case _:
            return node


def _sense(word: str, *prefixes: str) -> str:
    for prefix in prefixes:
        if sense := words().sense(word, prefix):
            return words().word(prefix + sense, "en")
    return word
