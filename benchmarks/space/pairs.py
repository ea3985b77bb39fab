"""Two policies to compare, named so that another process can make the same ones."""

from functools import cache

import attrs

from benchmarks.space.constructions import CONSTRUCTIONS
from benchmarks.space.edits import edited, fresh, rewritten
from benchmarks.space.families import FAMILIES
from benchmarks.space.published import published
from policyc.core.policy import Policy
from policyc.space.questions.relation import difference
from policyc.space.space import Space

SEED = 7


@attrs.frozen
class Pair:
    """Two policies: of a family, a construction, or published.

    `kind` says how the second comes from the first: `edit`, `rewrite`, `strangers`; of published
    policies it names the second; of constructions it is empty.
    """

    family: str
    kind: str
    rules: int = 0
    seed: int = SEED

    def policies(self) -> tuple[Policy, Policy]:
        """The policies, made afresh: they share no object, as if read from two files."""
        if self.family in CONSTRUCTIONS:
            return CONSTRUCTIONS[self.family](self.rules)
        if self.family not in FAMILIES:
            return published(self.family), published(self.kind)
        make = FAMILIES[self.family]
        left = make(SEED, self.rules)
        match self.kind:
            case "edit":
                return left, fresh(edited(self.seed, left, 1))
            case "rewrite":
                return left, fresh(rewritten(self.seed, left))
            case _:
                return left, make(SEED + 1000, self.rules)


@cache
def noticeable(family: str, rules: int) -> Pair:
    """A policy and the same with one edit that changes some verdict; not every edit does."""
    pairs = (Pair(family, "edit", rules, seed) for seed in range(SEED + 1, SEED + 100))
    return next(pair for pair in pairs if difference(Space(pair.policies())) is not None)
