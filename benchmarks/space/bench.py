"""All cases at once: how the questions grow with the policies.

Each answer is checked before it is timed: a rewritten policy must come out as the same, an edited
one as different just where it has regions, and strangers must differ.
"""

from collections.abc import Callable
from functools import partial
from itertools import islice

from benchmarks.measuring import duration, medians, table
from benchmarks.space_policies import FAMILIES, pair
from policyc.core.policy import Policy
from policyc.space.regions import compare, differences
from policyc.space.relation import difference
from policyc.space.space import Space

_ABOUT = """\
## All cases at once

Two random policies of a family, compared over every case: a rewritten one is proved to be the same,
one edit is found with all its regions, and of strangers the first 20 regions are. *table* policies
look as large real ones do; in *flat* ones every rule stands alone, which is harder.
"""

_SIZES = (10, 100, 1000, 3000)
_ROUNDS = 3
_FIRST = 20


def section() -> str:
    """The section of the report."""
    heading = ["", *(f"{size:,} rules" for size in _SIZES)]
    questions: dict[str, Callable[[str, int], Callable[[], object]]] = {
        "rewritten: the same": _same,
        "one edit: all regions": _edit,
        f"strangers: {_FIRST} regions": _strangers,
    }
    rows = []
    for family in FAMILIES:
        for name, question in questions.items():
            works = [question(family, size) for size in _SIZES]
            times = [medians(work, rounds=_ROUNDS)[0] for work in works]
            rows.append([f"{family}, {name}", *map(duration, times)])
    return _ABOUT + "\n" + table(heading, rows)


def _same(family: str, size: int) -> Callable[[], object]:
    both = pair(family, "rewrite", 7, size)
    if difference(Space(both)) is not None:
        raise AssertionError(f"a rewritten {family} policy of {size} rules differs")
    return lambda: difference(Space(both))


def _edit(family: str, size: int) -> Callable[[], object]:
    both = pair(family, "edit1", 7, size)
    if bool(compare(*both).regions) != (difference(Space(both)) is not None):
        raise AssertionError(f"an edited {family} policy of {size} rules: two answers")
    return partial(compare, *both)


def _strangers(family: str, size: int) -> Callable[[], object]:
    both = pair(family, "unrelated", 7, size)
    if not _first(both):
        raise AssertionError(f"strangers of {size} {family} rules: no difference")
    return lambda: _first(both)


def _first(both: tuple[Policy, Policy]) -> list[object]:
    return list(islice(differences(Space(both)), _FIRST))
