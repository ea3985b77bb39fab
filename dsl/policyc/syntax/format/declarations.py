"""How headings are written, and what a vocabulary declares."""

from policyc.syntax import nodes as n
from policyc.syntax.format.algebra import (
    HARD,
    LINE,
    SPACE,
    Align,
    Doc,
    Group,
    Nest,
    Padding,
    concat,
    filled,
    flat_width,
    joined,
)
from policyc.syntax.format.expressions import bounds, clause, value
from policyc.syntax.format.terms import (
    COLON,
    COMMA,
    Terms,
    dotted,
    label,
    listed,
    mark,
    name,
    string,
)

INDENTATION = 2


def heading(t: Terms, node: n.Heading) -> Doc:
    """`policy tianxing "天星金融"`."""
    return concat(named(t, node.kind.upper(), node.name), label(node.label))


def named(t: Terms, keyword: str, found: n.Name) -> Doc:
    """A keyword and a name."""
    return concat(t.word(keyword), SPACE, name(found.text))


def documents(t: Terms, keyword: str, names: tuple[n.Dotted, ...]) -> Doc:
    """`uses a, b.c`."""
    return concat(t.word(keyword), SPACE, Align(filled(listed(map(dotted, names)))))


def subject(t: Terms, node: n.SubjectDeclaration) -> Doc:
    """`subject borrower "借款人"`."""
    return concat(named(t, "SUBJECT", node.name), label(node.label))


def kind(t: Terms, node: n.KindDeclaration) -> Doc:
    """A kind: its members beside it, below it, or each on its own line, as they fit."""
    head = concat(named(t, "KIND", node.name), label(node.label), COLON)
    if any(member.label for member in node.members):
        widest = max(flat_width(name(member.name.text)) for member in node.members)
        members: Doc = Group(joined(LINE, listed(_member(m, widest) for m in node.members)))
    else:
        members = filled(listed(name(member.name.text) for member in node.members))
    return Group(concat(head, Nest(INDENTATION, concat(LINE, members))))


def _member(node: n.Member, widest: int) -> Doc:
    """A member; where each has its own line, the labels stand below each other."""
    called = name(node.name.text)
    if node.label is None:
        return called
    return concat(called, Padding(widest - flat_width(called) + 1), string(node.label.value))


def signature(t: Terms, keyword: str, node: n.ActionDeclaration | n.EventDeclaration) -> Doc:
    """`action contact "联系" (target, channel)`."""
    head = concat(named(t, keyword, node.name), label(node.label))
    if node.parameters:
        parameters = Align(filled(listed(map(_parameter, node.parameters))))
        head = concat(head, SPACE, mark("LPAR"), parameters, mark("RPAR"))
    if isinstance(node, n.ActionDeclaration) and node.by_borrower:
        return concat(head, COMMA, SPACE, t.word("BY_BORROWER"))
    return head


def _parameter(node: n.Parameter) -> Doc:
    if node.kind is None:
        return name(node.name.text)
    return concat(name(node.name.text), COLON, SPACE, name(node.kind.text))


def fact(t: Terms, node: n.FactDeclaration) -> Doc:
    """`fact overdue "逾期": days from 0 to 3650`."""
    head = concat(named(t, "FACT", node.name), label(node.label), COLON, SPACE, _type(t, node.type))
    return concat(head, COMMA, SPACE, t.word("BY_JUDGEMENT")) if node.by_judgement else head


def term(t: Terms, node: n.TermDeclaration) -> Doc:
    """`term middle_from "中期起始日": days from 2 to 90, unspecified`."""
    head = concat(named(t, "TERM", node.name), label(node.label), COLON)
    parts = [concat(head, SPACE, _type(t, node.type))]
    if node.stricter is not None:
        parts.append(t.word("MORE_STRICTER" if node.stricter == "more" else "LESS_STRICTER"))
    if node.unspecified:
        parts.append(t.word("UNSPECIFIED"))
    stated = joined(SPACE, listed(parts))
    if node.value is not None:
        stated = concat(stated, SPACE, mark("EQUAL"), SPACE, value(t, node.value))
    return concat(stated, cites(t, node.cites))


def _type(t: Terms, node: n.Type) -> Doc:
    called = t.type_name(node.name)
    return called if node.bounds is None else concat(called, SPACE, bounds(t, node.bounds))


def assume(t: Terms, node: n.Assume) -> Doc:
    """`assume instalment > 0 CNY`."""
    return clause(t, "ASSUME", node.condition)


def cites(t: Terms, found: tuple[n.Cite, ...]) -> Doc:
    """Each source on a line of its own."""
    return Nest(INDENTATION, concat(*(concat(HARD, cite(t, source)) for source in found)))


def cite(t: Terms, node: n.Cite) -> Doc:
    """`cite article "一、1"`."""
    return concat(named(t, "CITE", node.source), label(node.place))
