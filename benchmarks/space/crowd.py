"""Many platforms, every two of them."""

from random import Random

import attrs

from benchmarks.measuring import duration, processor_medians, table
from benchmarks.space.edits import edited, fresh, rewritten
from benchmarks.space.families import FAMILIES, Maker
from policyc.core.policy import Clause, Effect, Policy
from policyc.space.questions.pairs import Standings, standings

_ABOUT = """\
## Many platforms, every two of them

Platforms of 10 to 39 rules of both families: a third are templates, of each another is an edit of
it, and a third a rewriting or a stricter copy. Which say the same, and of which two is one at least
as strict as the other in every case, is found out for all pairs at once, exactly.
"""
SIZES = (50, 200, 500)
_ROUNDS = 3


def section() -> str:
    """The section of the report."""
    return (
        _ABOUT
        + "\n"
        + table(
            ["platforms", "rules", "pairs", "equal", "stricter", "takes"],
            [_row(size) for size in SIZES],
        )
    )


def _row(size: int) -> list[str]:
    platforms = crowd(size)
    found = _checked(platforms)
    equal = sum(len(members) * (len(members) - 1) // 2 for members in found.classes)
    stricter = sum(len(found.classes[a]) * len(found.classes[b]) for a, b in found.stricter)
    (takes,) = processor_medians(lambda: standings(platforms), rounds=_ROUNDS)
    rules = sum(len(policy.clauses) for policy in platforms)
    numbers = (size, rules, size * (size - 1) // 2, equal, stricter)
    return [*(f"{number:,}" for number in numbers), duration(takes)]


def crowd(size: int) -> list[Policy]:
    """So many platforms; number 3n is a template, 3n + 1 an edit of it.

    3n + 2 is the template rewritten where n is even, and a stricter copy of it where n is odd.
    """
    families = list(FAMILIES.values())
    platforms: list[Policy] = []
    for i in range(size):
        if i % 3 == 0:
            template = families[i % 2](i, 10 + i % 30)
            platforms.append(template)
        elif i % 3 == 1:
            platforms.append(fresh(edited(i, template, 1)))
        else:
            platforms.append(fresh(_stricter(i, template) if i % 2 else rewritten(i, template)))
    return platforms


def _stricter(seed: int, policy: Policy) -> Policy:
    """The policy with one thing more forbidden."""
    maker = Maker(Random(seed))  # noqa: S311  # no secret: the same policy each time
    more = Clause("more", Effect.FORBID, maker.pattern(), maker.guard(1, 3))
    return attrs.evolve(policy, clauses=(*policy.clauses, more))


def _checked(platforms: list[Policy]) -> Standings:
    """What is found, against how the platforms were made."""
    found = standings(platforms)
    if found.unknown:
        raise RuntimeError(f"not found out: {found.unknown}")
    classes = {number: c for c, members in enumerate(found.classes) for number in members}
    stricter = set(found.stricter)
    for i in range(2, len(platforms), 3):
        template, copy = classes[i - 2], classes[i]
        if template != copy and not (i % 2 and (copy, template) in stricter):
            raise RuntimeError(f"platform {i} is not as it was made")
    return found


def check() -> None:
    """Compares a few platforms. Raises `RuntimeError` where they are not as they were made."""
    _checked(crowd(12))
