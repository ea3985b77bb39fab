"""Whether a policy complies with a statute, and where not."""

from collections.abc import Iterable, Iterator

from policyc.core.policy import Effect
from policyc.space.differences.parts import Part, Unknown, combined, parts
from policyc.space.effects import Alternative, alternatives
from policyc.space.space import Space

PERMITTING = (Effect.ALLOW, Effect.RECOMMEND, Effect.REQUIRE)


def permitted(space: Space, number: int, action: str) -> Iterator[Alternative]:
    """Where a policy allows, recommends or requires an action and does not forbid it."""
    for effect in PERMITTING:
        yield from alternatives(space.sides[number], action, (effect,), (Effect.FORBID,))


def violations(
    space: Space, policy: int = 0, statute: int = 1, actions: Iterable[str] | None = None
) -> Iterator[Part | Unknown]:
    """The cases that the statute forbids and the policy permits."""
    for action in space.actions if actions is None else actions:
        forbidden = list(alternatives(space.sides[statute], action, (Effect.FORBID,), ()))
        yield from parts(space, action, combined(permitted(space, policy, action), forbidden))


def discouragements(
    space: Space, policy: int = 0, statute: int = 1, actions: Iterable[str] | None = None
) -> Iterator[Part | Unknown]:
    """The cases that the statute discourages and the policy permits without discouraging them."""
    higher = (Effect.FORBID, Effect.REQUIRE)
    both = (Effect.FORBID, Effect.DISCOURAGE)
    for action in space.actions if actions is None else actions:
        advised = list(alternatives(space.sides[statute], action, (Effect.DISCOURAGE,), higher))
        if advised:
            mine = (
                a for e in PERMITTING for a in alternatives(space.sides[policy], action, (e,), both)
            )
            yield from parts(space, action, combined(mine, advised))


def omissions(
    space: Space, policy: int = 0, statute: int = 1, actions: Iterable[str] | None = None
) -> Iterator[Part | Unknown]:
    """The cases where the statute requires an action and the policy does not."""
    for action in space.actions if actions is None else actions:
        required = alternatives(space.sides[statute], action, (Effect.REQUIRE,), (Effect.FORBID,))
        lacking = list(alternatives(space.sides[policy], action, (), (Effect.REQUIRE,)))
        yield from parts(space, action, combined(required, lacking))
