"""policyc itself. The model is the space of all cases with each policy's boxes."""

from collections.abc import Sequence
from itertools import islice
from typing import Any

from harness import FIRST, Answer, run

from benchmarks.space.pairs import Pair
from policyc.core.policy import Policy
from policyc.space.differences.regions import Region, differences
from policyc.space.questions.alone import conflicts
from policyc.space.questions.idle import idle
from policyc.space.questions.relation import difference
from policyc.space.space import Space
from policyc.space.undecided import Undecided


def prepare(given: dict[str, Any]) -> Sequence[Policy]:
    """The policies, as all engines start from policies that have been read."""
    return Pair(**given["pair"]).policies()[: given["policies"]]


def build(policies: Sequence[Policy]) -> Space:
    """The space of two policies, or of one, with all their boxes."""
    space = Space(policies)
    if len(space.sides) != len(policies):
        raise RuntimeError("a policy has no boxes")
    return space


def ask(space: Space, question: str) -> Answer:
    """The answer to a question."""
    match question:
        case "same" | "case":
            found = difference(space)
            if isinstance(found, Undecided):
                return {"undecided": found.why}
            return {"same": found is None, "case": None if found is None else str(found.action)}
        case "idle":
            return {"pieces": len(list(idle(space))), "complete": True}
        case "conflicts":
            return {"pieces": len(list(conflicts(space))), "complete": True}
        case _:
            most = FIRST if question == "first" else None
            parts = list(islice(differences(space), most))
            regions = [part for part in parts if isinstance(part, Region)]
            return {
                "pieces": len(regions),
                "exceptions": sum(len(region.exceptions) for region in regions),
                "complete": len(regions) == len(parts),
            }


if __name__ == "__main__":
    run(build, ask, prepare)
