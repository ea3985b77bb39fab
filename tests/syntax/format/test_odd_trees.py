"""Trees that no text gives: printed all the same, and never to mean something else."""

from policyc.syntax import nodes as n
from policyc.syntax.format.files import format_file
from tests.strategies.syntax import NOWHERE


def name(text: str) -> n.Name:
    return n.Name(text, span=NOWHERE)


def use(text: str) -> n.NameUse:
    return n.NameUse(text, span=NOWHERE)


def pattern(text: str) -> n.Pattern:
    return n.Pattern(name(text), span=NOWHERE)


def printed(*items: n.Item) -> str:
    document = n.Document(None, items, span=NOWHERE)
    return format_file(n.File(NOWHERE.source, (document,)))


def assumed(condition: n.Expression) -> str:
    return printed(n.Assume(condition, span=NOWHERE)).removeprefix("assume ").rstrip("\n")


def test_a_part_that_binds_too_loosely_gets_parentheses() -> None:
    either = n.Disjunction((use("a"), use("b")), span=NOWHERE)
    both = n.Conjunction((either, use("c")), span=NOWHERE)
    total = n.Sum((use("a"), use("b")), ("+", "+"), span=NOWHERE)
    product = n.Product((total, use("c")), ("*", "*"), span=NOWHERE)
    assert assumed(both) == "(a or b) and c"
    assert assumed(n.Negation(both, span=NOWHERE)) == "not ((a or b) and c)"
    assert assumed(product) == "(a + b) * c"
    assert assumed(n.Negative(total, span=NOWHERE)) == "-(a + b)"
    assert assumed(n.Comparison((either, use("c")), ("=",), span=NOWHERE)) == "(a or b) = c"
    nested = n.Conjunction(
        (n.Conjunction((use("a"), use("b")), span=NOWHERE), use("c")), span=NOWHERE
    )
    assert assumed(nested) == "(a and b) and c"


def test_what_is_empty_is_printed_empty() -> None:
    empty: list[n.Expression] = [
        n.Conjunction((), span=NOWHERE),
        n.Comparison((), (), span=NOWHERE),
        n.Sum((), (), span=NOWHERE),
        n.Membership(use("a"), n.Listed((), span=NOWHERE), span=NOWHERE),
        n.Count(pattern("a"), n.Window("last", span=NOWHERE), span=NOWHERE),
        n.Count(pattern("a"), n.Window("since", span=NOWHERE), span=NOWHERE),
    ]
    assert [assumed(condition) for condition in empty] == [
        "assume", "assume", "assume", "a in {}", "count(a, last)", "count(a, since)",
    ]  # fmt: skip
    assert printed(n.KindDeclaration(name("k"), None, (), span=NOWHERE)) == "kind k:\n"
    assert printed(n.Stages(name("x"), (), span=NOWHERE)) == "stages of x:\n"
    assert printed(n.Table(n.Text("t", span=NOWHERE), (), (), span=NOWHERE)) == 'table "t":\n'
    assert printed(n.Rule(None, None, (), span=NOWHERE)) == "\n"


def test_rows_of_different_lengths_are_aligned_as_far_as_they_go() -> None:
    cells = [n.Cell(use(text), span=NOWHERE) for text in ("a", "long", "b")]
    rows = (n.Row((cells[1],), span=NOWHERE), n.Row((cells[0], cells[2]), span=NOWHERE))
    table = n.Table(n.Text("t", span=NOWHERE), (), rows, span=NOWHERE)
    assert printed(table) == 'table "t":\n  | long |\n  | a    | b |\n'


def test_an_open_range_that_is_denied_is_denied_as_a_whole() -> None:
    open_range = n.Range(use("b"), None, closed=False, span=NOWHERE)
    denied = n.Membership(use("a"), open_range, negated=True, span=NOWHERE)
    assert assumed(denied) == "not a from b"
    closed = n.Range(use("b"), None, closed=True, span=NOWHERE)
    assert assumed(n.Membership(use("a"), closed, span=NOWHERE)) == "a in from b"
