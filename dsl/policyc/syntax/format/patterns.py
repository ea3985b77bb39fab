"""How patterns are written, and what is said of them: windows, `for each`."""

from collections.abc import Iterable
from typing import assert_never

from policyc.syntax import nodes as n
from policyc.syntax.format.algebra import (
    LINE,
    NOTHING,
    SPACE,
    Align,
    Doc,
    Group,
    concat,
    filled,
    joined,
)
from policyc.syntax.format.terms import Terms, listed, mark, name


def pattern(t: Terms, node: n.Pattern) -> Doc:
    """`contact(borrower, sms | phone)`."""
    return concat(name(node.name.text), arguments(t, node.arguments))


def arguments(t: Terms, found: tuple[n.Argument, ...] | None) -> Doc:
    """Arguments in parentheses, or nothing where there are none."""
    return call(_argument(t, argument) for argument in found) if found else NOTHING


def call(parts: Iterable[Doc]) -> Doc:
    """Parts in parentheses, all on one line or each on its own."""
    inner = Align(Group(joined(LINE, listed(parts))))
    return concat(mark("LPAR"), inner, mark("RPAR"))


def for_each(t: Terms, subject: n.Name) -> Doc:
    """`for each debt`."""
    return concat(t.word("FOR_EACH"), SPACE, name(subject.text))


def window(t: Terms, node: n.Window) -> Doc:
    """`today`, `last 7 days`, `since answered_call`."""
    match node.how:
        case "today" | "this week" | "this month":
            return t.word(node.how.upper().replace(" ", "_"))
        case "last":
            length = concat(SPACE, t.quantity(node.length)) if node.length else NOTHING
            return concat(t.word("LAST"), length)
        case "since":
            event = concat(SPACE, pattern(t, node.event)) if node.event else NOTHING
            return concat(t.word("SINCE_EVENT"), event)
        case other:
            assert_never(other)


def _argument(t: Terms, node: n.Argument) -> Doc:
    choice = _choice(t, node)
    if node.parameter is None:
        return choice
    return concat(name(node.parameter.text), SPACE, mark("EQUAL"), SPACE, choice)


def _choice(t: Terms, node: n.Argument) -> Doc:
    names: list[Doc] = [name(member.text) for member in node.names]
    match node.how:
        case "any":
            return t.word("ANY")
        case "same":
            return concat(t.word("SAME"), SPACE, *names)
        case "among":
            return _alternatives(names)
        case "but":
            return concat(t.word("NOT"), SPACE, _alternatives(names))
        case other:
            assert_never(other)


def _alternatives(names: list[Doc]) -> Doc:
    bar = concat(mark("VBAR"), SPACE)
    return Align(filled([*names[:1], *(concat(bar, member) for member in names[1:])]))
