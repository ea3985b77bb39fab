"""The same questions to z3 and to binary decision diagrams."""

from collections.abc import Iterator, Sequence

import attrs

from benchmarks.environments import Engine
from benchmarks.measuring import table
from benchmarks.space.asking import ENGINES, LATE, OURS, Asked, Said, cell
from benchmarks.space.families import FAMILIES
from benchmarks.space.pairs import Pair, noticeable

_ABOUT = """\
## The same questions to a solver and to decision diagrams

z3 is an SMT solver in C++, CUDD a library of binary decision diagrams in C; both are called from
Python. Each engine starts from the two policies in memory and asks about one action after another,
the action's arguments being variables like the facts. Each cell is the processor time of making the
model and answering together; `·` says how many pieces a list has.

What is compared: *the same?* and *a case* are the same question to all three. Regions are no notion
of the others. z3 is asked for the nearest thing it can do: a model, made as general as its
unsatisfiable core allows (a conjunction of the rules' own atoms, without exceptions), blocked, and
so on. CUDD lists the paths of the diagram of all differences, which are conjunctions of bits that
no person can read. CUDD knows no arithmetic: which cells of facts and sums go together is worked
out for it beforehand, untimed. Every case that an engine names was replayed through the definition
of the language.

–: not asked, since the smaller policies took too long already.
"""
SIZES = (100, 1_000)


@attrs.frozen
class Question:
    """A question, the kind of pair that it is about, and what it is called in the table."""

    name: str
    kind: str
    asked: str


QUESTIONS = (
    Question("rewritten: the same?", "rewrite", "same"),
    Question("edited: a case", "edit", "case"),
    Question("edited: all regions", "edit", "list"),
    Question("strangers: a case", "strangers", "case"),
    Question("strangers: 20 regions", "strangers", "first"),
    Question("strangers: all regions", "strangers", "list"),
)
PUBLISHED = (
    ("tianxing", "xiaohua"),
    ("m_tianxing", "m_guideline"),
    ("m_tianxing", "m_xiaohua"),
)


def section() -> str:
    """The section of the report."""
    rows = [*_published(), *_random()]
    return _ABOUT + "\n" + table(["", "rules", *(engine.name for engine in ENGINES)], rows)


def _published() -> Iterator[list[str]]:
    """Rows for policies that lenders publish."""
    for left, right in PUBLISHED:
        pair = Pair(left, right)
        names = " and ".join(name.removeprefix("m_") for name in (left, right))
        rules = " + ".join(str(len(policy.clauses)) for policy in pair.policies())
        for what, asked in (("a case", "case"), ("all regions", "list")):
            row = _row(pair, asked, ENGINES)
            yield [f"{names}{_model(left)}: {what}", rules, *map(cell, row)]


def _model(name: str) -> str:
    return ", small models" if name.startswith("m_") else ""


def _random() -> Iterator[list[str]]:
    """Rows for the random families."""
    for family in FAMILIES:
        for question in QUESTIONS:
            late: list[Engine] = []
            for size in SIZES:
                edits = question.kind == "edit"
                pair = noticeable(family, size) if edits else Pair(family, question.kind, size)
                asked = [engine for engine in ENGINES if engine not in late]
                row = dict(zip(asked, _row(pair, question.asked, asked), strict=True))
                late += [engine for engine, said in row.items() if said == LATE]
                cells = [cell(row.get(engine, "–")) for engine in ENGINES]
                yield [f"{family}, {question.name}", f"{size:,}", *cells]


def _row(
    pair: Pair, question: str, engines: Sequence[Engine], *, once: bool = False
) -> list[Said | str]:
    """What the engines say about a pair; they must not contradict one another."""
    asked = Asked(pair)
    said = [asked.of(engine, question, once=once) for engine in engines]
    verdicts = {_same(each) for each in said if isinstance(each, Said)} - {None}
    if len(verdicts) > 1:
        raise RuntimeError(f"{pair}: the engines contradict one another")
    return said


def _same(said: Said) -> bool | None:
    """Whether the policies are the same, as far as an answer tells."""
    if "same" in said.answer:
        return bool(said.answer["same"])
    return not said.answer["pieces"] if said.answer.get("complete") else None


def check() -> None:
    """Asks policyc and z3 in policyc's own environment. Raises where they do not agree."""
    ours, solver = OURS, attrs.evolve(ENGINES[1], requirement=None)
    for pair, question in (
        (Pair("flat", "rewrite", 10), "same"),
        (Pair("m_tianxing", "m_xiaohua"), "list"),
    ):
        said = _row(pair, question, (ours, solver), once=True)
        if not all(isinstance(each, Said) for each in said):
            raise RuntimeError(f"{pair}: {said}")
