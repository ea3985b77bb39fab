"""All cases at once, timed: `python -m benchmarks.space_bench [rules]`.

Each answer is checked before it is timed. Times are medians in milliseconds.
"""

import sys
from collections.abc import Callable
from functools import partial
from itertools import islice
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.space_policies import PAIRS, flat, pair, table
from policyc.core.policy import Policy
from policyc.space.idle import idle
from policyc.space.pairs import standings
from policyc.space.partial import possibilities
from policyc.space.regions import compare, differences
from policyc.space.relation import difference
from policyc.space.space import Space

if TYPE_CHECKING:
    from policyc.core.axes import Value

ROUNDS = 5


def timed(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median time of some work, in milliseconds."""
    times = []
    for _ in range(rounds):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return median(times) * 1000


def row(name: str, milliseconds: float, remark: str = "") -> None:
    """Print one line of the table."""
    print(f"{name:42} {milliseconds:10.1f} ms  {remark}")  # noqa: T201  # the table is the result


def pairs_table(rules: int) -> None:
    """Edits, rewritings and strangers of both families."""
    for family in ("table", "flat"):
        for kind in PAIRS:
            both = pair(family, kind, 7, rules)
            if kind == "rewrite" and difference(Space(both)) is not None:
                raise AssertionError(f"a rewritten {family} policy differs")
            name = f"{family} {rules} {kind}"
            row(f"{name}: same, or a case", timed(partial(_same, both), 3))
            if kind == "unrelated":
                row(f"{name}: first 20 regions", timed(partial(_first, both), 3))
            else:
                regions = len(compare(*both).regions)
                row(f"{name}: all regions", timed(partial(compare, *both), 3), f"{regions} regions")


def _same(both: tuple[Policy, Policy]) -> object:
    return difference(Space(both))


def _first(both: tuple[Policy, Policy]) -> object:
    return list(islice(differences(Space(both)), 20))


def _idle(policy: Policy) -> object:
    return list(idle(Space((policy,))))


def main(rules: int = 1000) -> None:
    """Print the table."""
    pairs_table(rules)
    for policy in (table(7, rules), flat(7, rules)):
        row(f"{policy.name} {rules}: idle rules", timed(partial(_idle, policy), 1))
    crowd = [(table, flat)[i % 2](i, 10 + i % 30) for i in range(200)]
    row("200 policies, all pairs", timed(lambda: standings(crowd), 1))
    small = table(3, 15)
    action = next(iter(small.vocabulary.actions["contact"].ground()))
    known: dict[str, Value] = {
        "overdue": 20,
        "threat": False,
        "time": 36_000,
        "calls_today": 1,
        "product": "product_1",
    }
    row(
        "15 rules, what a partial case may give", timed(lambda: possibilities(small, action, known))
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
