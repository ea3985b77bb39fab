"""What `mutmut results --all true` lists, told room by room: `make mutants` ends with it.

A mutant that runs into the time limit was noticed; one that no test reaches was not.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator

NOTICED = ("killed", "timeout")


def told(lines: Iterable[str]) -> Iterator[str]:
    """A line for each room and one for all, below those for the mutants that were not noticed."""
    rooms: dict[str, Counter[str]] = {}
    for name, status in (line.strip().rsplit(": ", 1) for line in lines if ": " in line):
        rooms.setdefault(room_of(name), Counter())[status] += 1
        if status not in (*NOTICED, "not checked"):
            yield f"{status}: {name}"
    for room, counted in sorted(rooms.items()):
        yield score(room, counted)
    yield score("all", sum(rooms.values(), Counter()))


def room_of(name: str) -> str:
    """The package that a mutant is in: `policyc.core` of `policyc.core.keys.x__length__1`."""
    return ".".join(name.split(".")[:-2])


def score(room: str, counted: Counter[str]) -> str:
    """How many of the mutants that were tried were noticed."""
    noticed = sum(counted[status] for status in NOTICED)
    tried = counted.total() - counted["not checked"]
    share = f"{100 * noticed / tried:.1f} %" if tried else "none tried"
    return f"{room}: {noticed} of {tried} noticed, {share}; {counted.total()} mutants"


if __name__ == "__main__":
    print("\n".join(told(sys.stdin)))  # noqa: T201  # it is the program's output
