"""Whether a policy complies with a statute, and where not. The policy comes first in the space."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from policyc.core.policy import Effect
from policyc.space.differences.parts import Part, Unknown, combined, parts
from policyc.space.effects import Alternative, alternatives
from policyc.space.space import Space

PERMITTING = (Effect.ALLOW, Effect.RECOMMEND, Effect.REQUIRE)

Cases: TypeAlias = Callable[[Space, str], Iterator[Alternative]]
"""Of an action, the cases in which a policy does not keep to a statute in some way."""


def violations(space: Space, action: str) -> Iterator[Alternative]:
    """The cases that the statute forbids and the policy permits."""
    forbidden = list(alternatives(space.sides[1], action, (Effect.FORBID,), ()))
    for effect in PERMITTING:
        mine = alternatives(space.sides[0], action, (effect,), (Effect.FORBID,))
        yield from combined(mine, forbidden)


def discouragements(space: Space, action: str) -> Iterator[Alternative]:
    """The cases that the statute discourages and the policy permits without discouraging them."""
    higher = (Effect.FORBID, Effect.REQUIRE)
    both = (Effect.FORBID, Effect.DISCOURAGE)
    advised = list(alternatives(space.sides[1], action, (Effect.DISCOURAGE,), higher))
    for effect in PERMITTING if advised else ():
        yield from combined(alternatives(space.sides[0], action, (effect,), both), advised)


def omissions(space: Space, action: str) -> Iterator[Alternative]:
    """The cases where the statute requires an action and the policy does not."""
    required = alternatives(space.sides[1], action, (Effect.REQUIRE,), (Effect.FORBID,))
    lacking = list(alternatives(space.sides[0], action, (), (Effect.REQUIRE,)))
    yield from combined(required, lacking)


def held_against(
    space: Space, cases: Cases, actions: Iterable[str] | None = None, beside: Space | None = None
) -> Iterator[Part | Unknown]:
    """Where a policy does not keep to a statute in some way, exactly.

    With another space of the same cases, where it does not keep to the statute of that.
    """
    for action in space.actions if actions is None else actions:
        yield from parts(space, action, cases(beside or space, action))
