"""Every construct becomes the tree that it says: `trees/` holds texts, each with its tree below."""

from pathlib import Path

import pytest

from policyc.source import Source, Span
from policyc.syntax import nodes as n
from tests.syntax.shapes import condition, item

FOLDER = Path(__file__).parent / "trees"


def pairs(name: str) -> list[tuple[str, str]]:
    """The texts of a data file, each with the line that follows it."""
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    text = [line for line in lines if line.strip()]
    return list(zip(text[0::2], (line.strip() for line in text[1::2]), strict=True))


STATEMENTS = [
    pair
    for name in ("declarations.txt", "statements.txt", "rules.txt", "tests.txt")
    for pair in pairs(name)
]
CONDITIONS = pairs("conditions.txt")


@pytest.mark.parametrize(("text", "tree"), STATEMENTS)
def test_a_statement_is_its_tree(text: str, tree: str) -> None:
    assert item(text) == tree


@pytest.mark.parametrize(("text", "tree"), CONDITIONS)
def test_a_condition_is_its_tree(text: str, tree: str) -> None:
    assert condition(text) == tree


def test_every_kind_of_node_is_among_them() -> None:
    written = " ".join(tree for _, tree in [*STATEMENTS, *CONDITIONS])
    plain = {"Name", "NameUse", "Text", "Dotted", "Quantity", "Percentage", "Money", "DateLiteral",
             "TimeLiteral", "YesNoLiteral"}  # fmt: skip
    kinds = {
        kind.__name__
        for kind in vars(n).values()
        if isinstance(kind, type) and issubclass(kind, n.Node)
    }
    missing = {kind for kind in kinds if f"({kind} " not in written and f"({kind})" not in written}
    assert missing == plain | {"Node", "Document", "Heading"}


def test_a_tree_does_not_change_and_equal_nodes_count_as_one() -> None:
    here, there = Span(Source("a", "one two"), 0, 3), Span(Source("a", "one two"), 4, 7)
    word, same = n.Name("one", span=here), n.Name("one", span=there)
    assert word == same
    assert len({word, same, n.Name("two", span=here)}) == 2
    assert word != "one"
    assert repr(word) == "Name(text='one')"
    with pytest.raises(AttributeError, match="Name is frozen: text cannot be 'two'"):
        word.text = "two"  # type: ignore[misc]  # what is tested
    with pytest.raises(AttributeError, match="Name is frozen: text stays"):
        del word.text
    moved = word.with_parts(text="three")
    assert (moved.text, moved.span, word.text) == ("three", here, "one")
