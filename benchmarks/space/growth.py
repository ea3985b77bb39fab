"""How the questions grow with the policies: two families, from 10 to 3,000 rules."""

import attrs

from benchmarks.measuring import ratio, table
from benchmarks.space.asking import OURS, Asked, Said, cell
from benchmarks.space.families import FAMILIES
from benchmarks.space.pairs import Pair, noticeable

_ABOUT = """\
## Growing policies

Random policies of two families over 16 facts and sums of them. *table*: a few caps for everybody,
then rows for products, provinces and stages, as large policies look. *flat*: every rule stands
alone, which is harder than anything published. Of two policies, *rewritten* is the same one
shuffled, a third of its rules split in two; *edited* has one rule changed; *strangers* share their
facts and nothing else. Of one policy, a rule is *idle* if it never decides: it contradicts itself,
is overridden or outranked wherever it applies, or does not change anything. *Conflicts* are the
regions that a policy both requires and forbids.

After `·` stands how many regions or rules were found. The last column is the growth for ten times
the rules: 10 is linear.
"""
SIZES = (10, 30, 100, 300, 1_000, 3_000)
_FROM, _TO = SIZES[3], SIZES[5]


@attrs.frozen
class Question:
    """A question to ask about policies of all sizes."""

    name: str
    kind: str
    asked: str

    def pair(self, family: str, size: int) -> Pair:
        """The policies to ask it about."""
        return noticeable(family, size) if self.kind == "edit" else Pair(family, self.kind, size)


QUESTIONS = (
    Question("rewritten: proved the same", "rewrite", "same"),
    Question("edited: all regions", "edit", "list"),
    Question("strangers: a case", "strangers", "case"),
    Question("strangers: 20 regions", "strangers", "first"),
    Question("strangers: all regions", "strangers", "list"),
    Question("idle rules", "rewrite", "idle"),
    Question("conflicts", "rewrite", "conflicts"),
)


def section() -> str:
    """The section of the report."""
    rows = [_row(family, question) for family in FAMILIES for question in QUESTIONS]
    heading = ["", *(f"{size:,}" for size in SIZES), f"{_FROM:,} → {_TO:,}"]
    return _ABOUT + "\n" + table(heading, rows)


def _row(family: str, question: Question) -> list[str]:
    told = {size: _told(family, question, size) for size in SIZES}
    growth = _growth(told[_FROM], told[_TO])
    return [f"{family}, {question.name}", *map(cell, told.values()), growth]


def _growth(first: Said | str, last: Said | str) -> str:
    if isinstance(first, Said) and isinstance(last, Said):
        return f"× {ratio(last.seconds, first.seconds)}"
    return "–"


def _told(family: str, question: Question, size: int, *, once: bool = False) -> Said | str:
    """What policyc says, checked against how the policies were made."""
    pair = question.pair(family, size)
    said = Asked(pair).of(OURS, question.asked, once=once)
    if isinstance(said, Said) and "undecided" not in said.answer:
        expected = {"same": pair.kind == "rewrite", "case": False}.get(question.asked)
        if expected is not None and said.answer["same"] is not expected:
            raise RuntimeError(f"{pair}: {said.answer}")
        if question.asked in {"list", "first"} and not said.answer["pieces"]:
            raise RuntimeError(f"{pair}: no regions")
    return said


def check() -> None:
    """Asks about small policies. Raises `RuntimeError` where an answer is wrong."""
    _told("flat", QUESTIONS[0], SIZES[0], once=True)
    _told("table", QUESTIONS[1], SIZES[0], once=True)
