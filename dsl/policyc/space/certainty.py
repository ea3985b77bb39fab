"""Whether a difference holds for every value of the open terms."""

from enum import Enum

import attrs

from policyc.space.drafts import Draft
from policyc.space.space import Space
from policyc.space.where import Where


class Certain(Enum):
    """For which values of the open terms the policies differ on a case of a region."""

    ALWAYS = "certain"
    SOMETIMES = "possible"


@attrs.frozen
class Certainty:
    """`certain` where some case of the region is a difference whatever the open terms are."""

    level: Certain
    certain: tuple[Where, ...] = ()
    possible: tuple[Where, ...] = ()


def certainty(space: Space, draft: Draft, pair: tuple[int, int]) -> Certainty:
    """PLACEHOLDER"""
    return Certainty(Certain.ALWAYS)
