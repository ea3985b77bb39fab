"""Children of what the parser reduces: tokens and nodes, and ways to pick among them.

A node's span runs from its first child to its last, punctuation included.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias, TypeVar

from policyc.source import Span
from policyc.syntax import nodes as n
from policyc.syntax.lexer import Token, text_value

Child: TypeAlias = Any
"""A `Token` or a node: the grammar decides which, and this module mirrors the grammar."""

T = TypeVar("T")


def span(children: list[Child]) -> Span:
    """From the first child to the last."""
    first, last = children[0], children[-1]
    start = first if isinstance(first, Token) else first.span
    end = last if isinstance(last, Token) else last.span
    return Span(start.source, start.start, end.end)


def every(children: Iterable[Child], kind: type[T]) -> tuple[T, ...]:
    """The children of a kind, in order."""
    return tuple(child for child in children if isinstance(child, kind))


def one(children: Iterable[Child], kind: type[T]) -> T | None:
    """The first child of a kind, if there is one."""
    return next((child for child in children if isinstance(child, kind)), None)


def tokens(children: Iterable[Child], *types: str) -> list[Token]:
    """The tokens of these terminals, in order."""
    return [c for c in children if isinstance(c, Token) and c.type in types]


def first_token(children: Iterable[Child], *types: str) -> Token | None:
    """The first token of these terminals, if there is one."""
    return next(iter(tokens(children, *types)), None)


def has(children: Iterable[Child], type_: str) -> bool:
    """Whether a terminal is among the children."""
    return first_token(children, type_) is not None


def as_name(token: Token) -> n.Name:
    """The name that a token is."""
    return n.Name(token.text, span=token.span)


def names(children: Iterable[Child]) -> tuple[n.Name, ...]:
    """Every name among the children."""
    return tuple(as_name(token) for token in tokens(children, "NAME"))


def text(children: Iterable[Child], place: int = 0) -> n.Text | None:
    """The quoted text at a place among the quoted texts, if there is one."""
    found = tokens(children, "STRING")
    return n.Text(text_value(found[place]), span=found[place].span) if place < len(found) else None


def some_text(children: Iterable[Child], place: int = 0) -> n.Text:
    """The quoted text at a place, which the grammar demands."""
    found = text(children, place)
    assert found is not None, "the grammar demands a text"
    return found


def dates(children: Iterable[Child]) -> tuple[n.DateLiteral, ...]:
    """Every date among the children."""
    return tuple(n.DateLiteral(t.text, span=t.span) for t in tokens(children, "DATE"))


class Lending(tuple[Any, ...]):  # noqa: SLOT001  # the span is set after it is made
    """A part that lends its content to the node around it."""

    span: Span


class Parameters(Lending):
    """Parameters of an action or event."""


class Arguments(Lending):
    """Arguments of an expected action."""


class Effects(Lending):
    """The effects of a rule or of its `otherwise`."""


class Overrides(Lending):
    """The rules that a rule overrides."""


class When(Lending):
    """The condition of a rule."""


class Unless(Lending):
    """The exemption of a rule."""


class Otherwise(Lending):
    """The effects where the condition does not hold."""


class Marks(Lending):
    """A mark's tokens."""


class TypeName(Lending):
    """A type's name."""


class Operator(Lending):
    """A comparison's operator."""


Lent = TypeVar("Lent", bound=Lending)


def lent(kind: type[Lent], children: list[Child], parts: Iterable[Any]) -> Lent:
    """Parts that lend their content to the node around them, with the span of all children."""
    made = kind(parts)
    made.span = span(children)
    return made


def chained(node: Callable[..., Any], first: str) -> Callable[[list[Child]], Any]:
    """A builder for `a op b op c`: parts, and an operator for each, `first` for the first."""

    def build(children: list[Child]) -> Any:
        operators = tuple(token.text for token in children[1::2])
        return node(tuple(children[0::2]), (first, *operators), span=span(children))

    return build


def joined(node: Callable[..., Any]) -> Callable[[list[Child]], Any]:
    """A builder for `a word b word c`."""
    return lambda children: node(tuple(children[0::2]), span=span(children))


def of_documents(node: Callable[..., Any]) -> Callable[[list[Child]], Any]:
    """A builder for a list of documents' names."""
    return lambda children: node(every(children, n.Dotted), span=span(children))


def of_pattern(node: Callable[..., Any]) -> Callable[[list[Child]], Any]:
    """A builder for one pattern with one more part, perhaps missing."""
    return lambda children: node(children[1], *children[2:3], span=span(children))


def places(children: list[Child]) -> tuple[n.Parameter, ...]:
    """The argument places of an action or event; none where there are no brackets."""
    return tuple(one(children, Parameters) or ())


def asking(node: Callable[..., Any]) -> Callable[[list[Child]], Any]:
    """A builder for `since(pattern, for each subject)` and its like."""
    return lambda children: node(
        one(children, n.Pattern), one(children, n.Name), span=span(children)
    )


def after(children: list[Child], type_: str) -> Any:
    """The child that follows a token of a type."""
    for place, child in enumerate(children):
        if isinstance(child, Token) and child.type == type_:
            return children[place + 1]
    return None
