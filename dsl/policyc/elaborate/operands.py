"""What an expression is before something is done with it."""

from typing import TypeAlias

import attrs

from policyc.core.actions import Kind
from policyc.core.conditions import Condition
from policyc.diagnostics.diagnostic import Wording
from policyc.elaborate import describe
from policyc.elaborate.amounts import Amount
from policyc.syntax import nodes as n
from policyc.wording.values import NEVER


@attrs.frozen
class Truth:
    """A condition. `axis` is set for a plain yes/no axis, `literal` for `yes` and `no`."""

    condition: Condition
    axis: str | None = None
    literal: bool = False


@attrs.frozen
class Choice:
    """The value of an axis of members."""

    axis: str
    kind: Kind


@attrs.frozen
class Chosen:
    """A member of a kind: a term's known value."""

    kind: Kind
    member: str


@attrs.frozen
class Word:
    """A name that is no fact, term or definition: a member or stage if something beside it is."""

    text: str


@attrs.frozen
class InStage:
    """The word `stage`."""


@attrs.frozen
class Broken:
    """Something was wrong, and was reported."""


Operand: TypeAlias = Amount | Truth | Choice | Chosen | Word | InStage | Broken
BROKEN = Broken()


def says_never(node: n.Expression) -> bool:
    """Whether an expression is the word for the elapsed time of what never happened."""
    return isinstance(node, n.NameUse) and node.text in _NEVER


_NEVER = frozenset((*NEVER.values(), "从不"))


def described(operand: Operand) -> Wording:
    """What kind of thing it is, for messages."""
    match operand:
        case Amount():
            return describe.a_dimension(operand.dimension)
        case Truth():
            return describe.A_CONDITION
        case Choice(kind=kind) | Chosen(kind=kind):
            return describe.a_member(kind)
        case InStage():
            return describe.A_STAGE
        case Word() | Broken():
            return {"en": "an unknown name", "zh": "一个未知的名称"}
