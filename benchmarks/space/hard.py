"""The constructions that are meant to break a comparison."""

import attrs

from benchmarks.measuring import table
from benchmarks.space.asking import ENGINES, LATE, OURS, Asked, Said, cell
from benchmarks.space.constructions import CONSTRUCTIONS
from benchmarks.space.pairs import Pair
from policyc.space.differences.regions import compare

_ABOUT = """\
## Meant to break it

Constructions that are known to be hard for searches, for diagrams, or for both; nobody publishes
such policies. Every question has to end, with the true answer or with an explicit *undecided*.
*The same?* is asked where the answer is what is hard, *all regions* where the list is.
"""


@attrs.frozen
class Hard:
    """A construction of some size, the question about it, and its answer where that is known."""

    name: str
    construction: str
    size: int
    asked: str
    same: bool | None = None


HARD = (
    Hard("a rule of 8 × “one of two facts”", "alternatives", 8, "list", False),
    Hard("a rule of 12 × “one of two facts”", "alternatives", 12, "list", False),
    Hard("a rule of 24 × “one of two facts”", "alternatives", 24, "list", False),
    Hard("pigeonhole, 6 holes", "pigeonhole", 6, "same", True),
    Hard("pigeonhole, 8 holes", "pigeonhole", 8, "same", True),
    Hard("random three-fact rules, 40 facts", "covering", 40, "same"),
    Hard("random three-fact rules, 60 facts", "covering", 60, "same"),
    Hard("random three-fact rules, 80 facts", "covering", 80, "same"),
    Hard("16 pairs of facts, order as bad as can be", "mirrored", 16, "list", False),
    Hard("parity of 12 facts, one rule left out", "parity", 12, "list", False),
    Hard("20 thresholds on each of two amounts, 8 on sums", "thresholds", 20, "list", False),
)
_QUESTIONS = {"same": "the same?", "list": "all regions"}


def section() -> str:
    """The section of the report."""
    heading = ["", "rules", "question", "answer", *(engine.name for engine in ENGINES)]
    return _ABOUT + "\n" + table(heading, [_row(hard) for hard in HARD])


def _row(hard: Hard) -> list[str]:
    pair = Pair(hard.construction, "", hard.size)
    asked = Asked(pair)
    said = {engine: asked.of(engine, hard.asked) for engine in ENGINES}
    if said[OURS] == LATE:
        raise RuntimeError(f"policyc did not end about {hard}")
    answers = {_same(each) for each in said.values()} | {hard.same}
    answers.discard(None)
    if len(answers) > 1:
        raise RuntimeError(f"{hard}: the engines contradict one another, or what is known")
    rules = f"{len(pair.policies()[0].clauses):,}"
    answer = "nobody found it" if not answers else "the same" if answers.pop() else "they differ"
    return [hard.name, rules, _QUESTIONS[hard.asked], answer, *map(cell, said.values())]


def _same(said: Said | str) -> bool | None:
    """Whether the policies are the same, as far as an answer tells."""
    if isinstance(said, str) or "undecided" in said.answer:
        return None
    if "same" in said.answer:
        return bool(said.answer["same"])
    return False if said.answer["pieces"] else True if said.answer.get("complete") else None


def check() -> None:
    """Compares small constructions. Raises where the answer is not what they were made for."""
    sizes = {"alternatives": 4, "pigeonhole": 3, "mirrored": 3, "parity": 4, "thresholds": 4}
    for name, size in sizes.items():
        found = compare(*Pair(name, "", size).policies())
        if not found.complete or bool(found.regions) is (name == "pigeonhole"):
            raise RuntimeError(f"{name} of {size}: {len(found.regions)} regions")
    if set(CONSTRUCTIONS) != {*sizes, "covering"}:
        raise RuntimeError("a construction is not checked")
