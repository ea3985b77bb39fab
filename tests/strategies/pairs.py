"""Random pairs of policies: small edits, rewritings and strangers, as core policies and as texts.

The vocabularies are random too: what a fact's numbers are bounded by, on which step they lie, what
is assumed.
"""

from enum import Enum
from fractions import Fraction
from random import Random

import attrs

from policyc.core.axes import Axis, Fact, Numbers, OpenTerm
from policyc.core.numbers import Number, exact
from policyc.core.policy import Policy
from tests.strategies.core import EVERYTHING, OPEN, PLAIN, SMALL, Shape, random_policy
from tests.strategies.edits import edited, rewritten
from tests.strategies.texts import edited_draft, random_draft, random_vocabulary, shuffled_draft


class Kinship(Enum):
    """How the right policy came about."""

    EDIT = "edit"
    REWRITING = "rewriting"
    STRANGER = "stranger"


@attrs.frozen
class Pair:
    """Two policies and how the right one came about."""

    kinship: Kinship
    left: Policy
    right: Policy


SHAPES = (PLAIN, SMALL, OPEN, EVERYTHING, attrs.evolve(EVERYTHING, rules=14, depth=3))
"""What core policies are made of; the last ones are larger than any other test has them."""

_KINSHIPS = (Kinship.EDIT, Kinship.EDIT, Kinship.REWRITING, Kinship.STRANGER)


def random_pair(random: Random) -> Pair:
    """Two core policies over axes drawn anew."""
    shape = _varied(random, random.choice(SHAPES))
    kinship = random.choice(_KINSHIPS)
    left = random_policy(random, shape, "left")
    match kinship:
        case Kinship.EDIT:
            return Pair(kinship, left, edited(random, left, shape))
        case Kinship.REWRITING:
            return Pair(kinship, left, rewritten(random, left, shape))
        case Kinship.STRANGER:
            return Pair(kinship, left, random_policy(random, shape, "right"))


def _varied(random: Random, shape: Shape) -> Shape:
    """The shape over axes with other bounds, steps and members; half of the time as it is."""
    if random.random() < 0.5:
        return shape
    return attrs.evolve(shape, axes=tuple(_other(random, axis) for axis in shape.axes))


def _other(random: Random, axis: Axis) -> Axis:
    match axis.domain:
        case Numbers() as domain if isinstance(axis.origin, Fact):
            step: Number | None = random.choice((None, 1, 1, Fraction(1, 2), 2, Fraction(1, 3)))
            low = random.choice((None, None, -3, 0, 1))
            high = random.choice((None, None, 5, 9, 10, 14))
            bounds = _on_step(low, step), _on_step(high, step)
            return attrs.evolve(axis, domain=Numbers(domain.unit, *bounds, step))
        case Numbers(unit=unit) if isinstance(axis.origin, OpenTerm):
            low = random.randint(0, 4)
            return attrs.evolve(axis, domain=Numbers(unit, low, low + random.randint(1, 7), 1))
        case _:
            return axis


def _on_step(end: int | None, step: Number | None) -> Number | None:
    return end if end is None or step is None else exact(end // step * step)


def random_texts(random: Random) -> tuple[Kinship, str, str]:
    """Two files, each of one random vocabulary and a policy; an edited one may have errors."""
    words = random_vocabulary(random)
    kinship = random.choice(_KINSHIPS)
    draft = random_draft(random, random.randint(1, 9))
    match kinship:
        case Kinship.EDIT:
            other = edited_draft(random, draft)
        case Kinship.REWRITING:
            other = shuffled_draft(random, draft)
        case Kinship.STRANGER:
            other = random_draft(random, random.randint(1, 9))
    return kinship, f"{words}\n{draft.text('p')}", f"{words}\n{other.text('q')}"
