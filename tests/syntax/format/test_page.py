"""The algebra: what breaks, what stays on a line, where comments go."""

from policyc.syntax.format.algebra import (
    HARD,
    LINE,
    SPACE,
    Align,
    Comment,
    Concat,
    Doc,
    Group,
    Nest,
    Padding,
    Text,
    Whole,
    concat,
    filled,
    flat_width,
    joined,
)
from policyc.syntax.format.page import WIDTH, render


def word(text: str, *above: str, beside: str = "") -> Text:
    return Text(text, "NAME", tuple(Comment(line) for line in above), beside)


def words(*texts: str) -> list[Doc]:
    return [word(text) for text in texts]


HALF = "x" * (WIDTH // 2 - 1)


def test_a_group_that_fits_stays_on_its_line() -> None:
    assert render(Group(joined(LINE, words("a", "b", "c")))) == "a b c"


def test_a_group_that_does_not_fit_breaks_everywhere() -> None:
    assert render(Group(joined(LINE, words("a", HALF, HALF, "b")))) == f"a\n{HALF}\n{HALF}\nb"


def test_a_line_may_be_filled_to_its_last_column() -> None:
    full = "x" * (WIDTH - 2)
    assert render(Group(joined(LINE, words("a", full)))) == f"a {full}"
    assert render(Group(joined(LINE, words("a", f"{full}x")))) == f"a\n{full}x"


def test_wide_characters_fill_two_columns() -> None:
    full = "字" * (WIDTH // 2 - 1)
    assert render(Group(joined(LINE, words("a", full)))) == f"a {full}"
    assert render(Group(joined(LINE, words("aa", full)))) == f"aa\n{full}"


def test_what_follows_a_group_counts_up_to_the_next_break() -> None:
    group = Group(joined(LINE, words("a", "x" * (WIDTH - 2))))
    assert render(concat(group, word(")"))) == f"a\n{'x' * (WIDTH - 2)})"
    assert render(concat(group, LINE, word("b"))).splitlines()[1] == "b"


def test_a_filled_line_breaks_only_where_it_has_to() -> None:
    assert render(filled(words("a", HALF, HALF, "b"))) == f"a {HALF}\n{HALF} b"


def test_nested_lines_are_indented_and_aligned_ones_stand_below_their_beginning() -> None:
    lines = joined(HARD, words("a", "b"))
    assert render(concat(word("k"), SPACE, Nest(2, lines))) == "k a\n  b"
    assert render(concat(word("key"), SPACE, Align(lines))) == "key a\n    b"
    assert render(concat(word("钥"), SPACE, Align(lines))) == "钥 a\n   b"


def test_padding_is_there_in_a_broken_group_only() -> None:
    short = concat(word("a"), Padding(3), word("b"))
    assert render(Group(short)) == "a b"
    assert render(Group(concat(short, HARD, word("c")))) == "a   b\nc"


def test_a_comment_beside_a_word_ends_the_line() -> None:
    group = Group(Nest(2, joined(LINE, [word("a", beside="# why"), word("b"), word("c")])))
    assert render(group) == "a  # why\n  b\n  c"


def test_a_comment_counts_for_nothing_in_the_width_of_a_line() -> None:
    long = "# " + "w" * WIDTH
    assert render(Group(joined(LINE, [word("a"), word("b", beside=long)]))) == f"a b  {long}"


def test_closing_marks_go_before_the_comment() -> None:
    closed = concat(word("a", beside="# why"), Text(",", "COMMA"), LINE, word("b"))
    assert render(Group(closed)) == "a,  # why\nb"


def test_a_comment_makes_a_line_where_the_document_has_none() -> None:
    assert render(concat(word("a", beside="# why"), SPACE, word("b"))) == "a  # why\n  b"
    assert render(concat(word("a"), word("b", "# why"))) == "a\n  # why\n  b"


def test_two_comments_never_share_a_line() -> None:
    both = concat(word("a", beside="# one"), Text(",", "COMMA", (), "# two"))
    assert render(both) == "a  # one\n  ,  # two"


def test_comments_above_a_word_are_indented_like_it() -> None:
    doc = concat(word("k"), Nest(2, concat(HARD, word("a", "# one", "# two"))))
    assert render(doc) == "k\n  # one\n  # two\n  a"


def test_a_blank_line_may_go_before_a_comment() -> None:
    spaced = Text("b", "NAME", (Comment("# why", spaced=True),))
    assert render(concat(word("a"), HARD, spaced)) == "a\n\n# why\nb"


def test_what_is_whole_stays_on_its_line() -> None:
    group = Group(joined(LINE, words("a", HALF, HALF, "b")))
    assert render(Whole(group)) == f"a {HALF} {HALF} b"


def test_no_line_ends_in_space() -> None:
    assert render(concat(word("a"), SPACE, HARD, word("b"), SPACE)) == "a\nb"


def test_the_width_of_a_document_is_that_of_its_one_line() -> None:
    doc = Whole(Nest(2, concat(word("字"), LINE, Padding(9), Group(Align(word("ab"))))))
    assert flat_width(doc) == 6
    assert render(Concat(())) == ""
