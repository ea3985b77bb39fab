"""Conditions in the language itself, as a person would write them.

What `condition_text` promises: read in the document whose names the speech knows, the text is a
condition that holds in the same cases. What concerns one axis is said in one place where that can
be, numbers carry their units, ends at a fact's bounds are left out, parentheses stand only where
they help. In Chinese the words are Chinese and, with labels, so are the names.
"""

from collections.abc import Iterable
from typing import assert_never

from policyc.core.axes import Members, Value
from policyc.core.conditions import (
    All,
    Among,
    AnyOf,
    Condition,
    Constant,
    Holds,
    Linear,
    LinearForm,
    Not,
    Within,
)
from policyc.syntax import nodes as n
from policyc.syntax.format.expressions import expression
from policyc.wording.bounds import within
from policyc.wording.speech import Speech
from policyc.wording.sums import compared, form_tree
from policyc.wording.tidying import tidied
from policyc.wording.trees import NOWHERE, name_use, printed, subject, value


def condition_text(speech: Speech, condition: Condition) -> str:
    """A condition: `unreachable > 72h and overdue in 16..30 days`."""
    return speech.once(condition, lambda: _printed(speech, condition_tree(speech, condition)))


def fact_text(speech: Speech, key: str) -> str:
    """What an axis is called, a history expression in the script of the speech."""
    return speech.once(key, lambda: _printed(speech, subject(speech, key)))


def form_text(speech: Speech, form: LinearForm) -> str:
    """A sum: `amount - 10 * instalment`."""
    return _printed(speech, form_tree(speech, form))


def value_text(speech: Speech, key: str, found: Value) -> str:
    """A value of an axis: `73h`, `yes`, `电话`; `never` for what never happened."""
    axis = speech.axes[key]
    return speech.once((key, found), lambda: _printed(speech, value(speech, axis, found)))


def _printed(speech: Speech, node: n.Expression) -> str:
    return printed(speech, lambda terms: expression(terms, node))


def condition_tree(speech: Speech, condition: Condition) -> n.Expression:
    """A condition as a tree of the language."""
    return _tree(speech, tidied(speech.axes, condition))


def _tree(speech: Speech, condition: Condition) -> n.Expression:
    match condition:
        case Constant(truth):
            return n.YesNoLiteral(truth, span=NOWHERE)
        case Holds(key):
            return subject(speech, key)
        case Among(key, members):
            return _among(speech, key, members)
        case Within(key, numbers):
            return within(speech, key, numbers)
        case Linear(form, numbers):
            return _any_of(compared(speech, form, numbers))
        case Not(part):
            return n.Negation(_grouped(_tree(speech, part)), span=NOWHERE)
        case All(parts):
            return n.Conjunction(tuple(_parts(speech, parts, n.Conjunction)), span=NOWHERE)
        case AnyOf(parts):
            return n.Disjunction(tuple(_parts(speech, parts, n.Disjunction)), span=NOWHERE)
        case _:
            assert_never(condition)


def _parts(
    speech: Speech, parts: Iterable[Condition], kind: type[n.Conjunction] | type[n.Disjunction]
) -> Iterable[n.Expression]:
    for part in parts:
        node = _tree(speech, part)
        if isinstance(node, kind):
            yield from node.parts
        else:
            # Nobody should have to know that `and` binds more tightly than `or`.
            mixed = isinstance(node, n.Conjunction)
            yield n.Group(node, span=NOWHERE) if mixed else node


def _grouped(node: n.Expression) -> n.Expression:
    """In parentheses, but for a name or a history expression."""
    plain = isinstance(node, n.NameUse | n.Ever)
    return node if plain else n.Group(node, span=NOWHERE)


def _any_of(nodes: list[n.Expression]) -> n.Expression:
    return nodes[0] if len(nodes) == 1 else n.Disjunction(tuple(nodes), span=NOWHERE)


def _among(speech: Speech, key: str, members: frozenset[str]) -> n.Expression:
    """Members that an axis is one of, or those that it is none of if they are fewer."""
    domain = speech.axes[key].domain
    assert isinstance(domain, Members), f"{key} takes no members"
    others = [m for m in domain.kind.members if m not in members]
    negated = len(others) < len(members)
    chosen = others if negated else [m for m in domain.kind.members if m in members]
    names: list[n.Expression] = [name_use(speech.member(domain.kind, m)) for m in chosen]
    if len(names) == 1:
        operands = (subject(speech, key), names[0])
        return n.Comparison(operands, ("!=" if negated else "=",), span=NOWHERE)
    listed = n.Listed(tuple(names), span=NOWHERE)
    return n.Membership(subject(speech, key), listed, negated, span=NOWHERE)
