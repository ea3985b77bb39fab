"""Which constructs of the language a document uses, as words: `Limit per week`, `Argument but`."""

from collections.abc import Iterator
from typing import Any

from policyc.syntax import nodes as n
from policyc.syntax.words import words

UNITS = tuple(name.removeprefix("UNIT_") for name, _ in words().printed if name.startswith("UNIT_"))


def constructs(node: n.Node) -> Iterator[str]:
    """The constructs of a node and of all below it, repeated ones too."""
    yield from _own(node)
    for child in _children(node):
        yield from constructs(child)


def _children(node: n.Node) -> Iterator[n.Node]:
    for name in node.part_names:
        value: Any = getattr(node, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, n.Node):
                yield part


def _own(node: n.Node) -> Iterator[str]:
    """What a node is: its class, and the ways in which nodes of the class differ."""
    name = type(node).__name__
    marks = [*_marks_of_expression(node), *_marks_of_statement(node)]
    yield from (f"{name} {mark}" for mark in marks)
    if not marks:
        yield name


def _marks_of_expression(node: n.Node) -> Iterator[str]:
    match node:
        case n.Comparison(operators=operators):
            yield from operators
            if len(operators) > 1:
                yield "chain"
        case n.Membership(negated=negated):
            yield "not in" if negated else "in"
        case n.Range(closed=closed, end=end):
            yield "open" if end is None else "closed" if closed else "half"
        case n.Sum(signs=operators) | n.Product(operators=operators):
            yield from operators[1:]
        case n.Quantity(unit=unit):
            sense = words().sense(unit, "UNIT_") if unit else None
            yield sense or ("bare" if unit is None else "currency")
        case n.YesNoLiteral(value=value):
            yield "yes" if value else "no"
        case n.Argument(how=how, parameter=parameter, names=names):
            yield how
            yield from ["named"] * (parameter is not None) + ["several"] * (len(names) > 1)
        case n.Pattern(arguments=None):
            yield "bare"
        case n.Window(how=how):
            yield how
        case n.Count(subject=n.Name()):
            yield "for each"
        case _:
            return


def _marks_of_statement(node: n.Node) -> Iterator[str]:
    match node:
        case n.Period(how=how):
            yield how
        case n.Limit(subject=n.Name()):
            yield "for each"
        case n.Deadline(event=event):
            yield "every" if event is None else "within"
        case n.Type(name=written, bounds=bounds):
            yield _type(written)
            yield from ["bounded"] * (bounds is not None)
        case n.ActionDeclaration(by_borrower=True):
            yield "by borrower"
        case n.TermDeclaration():
            yield from _term_marks(node)
        case n.SetTerm(value=value, range=given):
            yield "value" if value else "range" if given else "unspecified"
        case n.Rule():
            yield from _rule_marks(node)
        case n.Effective(end=end):
            yield "until" if end else "from"
        case _:
            return


def _type(written: str) -> str:
    sense = words().sense(written, "TYPE_") or words().sense(written, "UNIT_")
    if sense is not None:
        return sense.lower()
    if written in ("yes/no", "time of day"):
        return written
    return "currency" if written.isascii() and written.isupper() else "kind"


def _term_marks(node: n.TermDeclaration) -> Iterator[str]:
    if node.stricter is not None:
        yield node.stricter
    if node.unspecified:
        yield "unspecified"
    if node.value is not None:
        yield "value"


def _rule_marks(node: n.Rule) -> Iterator[str]:
    yield "named" if node.head else "unnamed"
    if node.head and node.head.rebuttable:
        yield "rebuttable"
    if node.head and node.head.overrides:
        yield "overrides"
    if node.head and node.head.title:
        yield "titled"
    if node.when is not None:
        yield "when"
    if node.unless is not None:
        yield "unless"
    if node.otherwise:
        yield "otherwise"
    if len(node.effects) > 1:
        yield "several effects"
