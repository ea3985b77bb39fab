"""A long run over generated pairs of policies: every claim about them in case after case.

`python -m tests.whole.brute_force --cases 1000000` runs until so many cases have been compared and
says what was; the exit code is 1 where a claim was wrong. `--pair NUMBER` checks one pair again.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Mapping
from time import monotonic

from tests.whole.claims import check

_TOLD_EVERY = 60
"""Seconds between two lines that say how far a run is."""


def main() -> int:
    """Runs pairs until enough cases are compared, and prints what was; see the module."""
    parser = argparse.ArgumentParser(prog="python -m tests.whole.brute_force")
    parser.add_argument("--cases", type=int, default=100_000, help="cases to compare at least")
    parser.add_argument("--each", type=int, default=1_200, help="cases to compare for each pair")
    parser.add_argument("--from", dest="first", type=int, default=0, help="the first pair's number")
    parser.add_argument("--every", type=int, default=1, help="take every so many pairs")
    parser.add_argument("--pair", type=int, help="check one pair")
    asked = parser.parse_args()
    if asked.pair is not None:
        _tell(check(asked.pair, asked.each))
        return 0
    return run(asked.cases, asked.each, asked.first, asked.every)


def run(cases: int, each: int, first: int, every: int) -> int:
    """Checks pairs until so many cases were compared, or somebody stops it; the exit code."""
    tally, number = Counter[str]({_WRONG: 0}), first
    try:
        shown = monotonic()
        while tally["cases"] < cases:
            tally.update(_checked(number, each))
            if monotonic() - shown > _TOLD_EVERY:
                shown = monotonic()
                sys.stderr.write(f"{tally['cases']:,} cases, {number} the last pair\n")
            number += every
    except KeyboardInterrupt:
        sys.stderr.write(f"stopped before pair {number}\n")
    _tell(tally)
    return int(tally[_WRONG] > 0)


def _checked(number: int, cases: int) -> Counter[str]:
    """What was compared about a pair; where a claim was wrong, that is said at once."""
    try:
        return check(number, cases)
    except Exception as error:  # noqa: BLE001  # a crash is a finding as well
        sys.stdout.write(f"pair {number}: {type(error).__name__}: {error}"[:2000] + "\n")
        sys.stdout.flush()
        return Counter({_WRONG: 1})


_WRONG = "pairs with a wrong claim"


def _tell(tally: Mapping[str, int]) -> None:
    sys.stdout.writelines(f"{count:>12,}  {name}\n" for name, count in sorted(tally.items()))


if __name__ == "__main__":
    sys.exit(main())
