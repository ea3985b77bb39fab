"""Where comments go when their line changes."""

from textwrap import dedent

import pytest

from policyc.source import Source
from policyc.syntax.format.checked import formatted


def printed(text: str) -> str:
    result = formatted(Source("a", dedent(text)))
    assert result.text is not None
    return result.text


def unchanged(text: str) -> bool:
    return printed(text) == dedent(text)


def test_a_comment_beside_a_word_stays_beside_it() -> None:
    assert printed("forbid a # why\n") == "forbid a  # why\n"
    assert printed("forbid # why\n a") == "forbid  # why\n  a\n"
    assert printed("forbid\na # why\n") == "forbid a  # why\n"


def test_a_comment_does_not_lengthen_its_line() -> None:
    assert unchanged(f"rule r: forbid a  # {'w' * 100}\n")


def test_a_comment_inside_a_short_rule_spreads_it() -> None:
    text = "when a # one\n and b then forbid c"
    assert printed(text) == "when a  # one\n and b\nthen forbid c\n"


def test_comments_above_clauses_are_indented_like_them() -> None:
    assert unchanged(
        """\
        rule r:
          # one
          when a
           # two
           and b
          # three
          then forbid c
          # four
          cite law
        """
    )


def test_comments_beside_and_above_members_stay_with_them() -> None:
    assert unchanged(
        """\
        kind k:
          a,  # one
          # two
          b "B",

          # three
          c
        """
    )


def test_a_comma_does_not_come_between_a_member_and_its_comment() -> None:
    assert printed("kind k: a # one\n, b") == "kind k:\n  a,  # one\n  b\n"
    assert printed("kind k: a\n# one\n, # two\n b") == "kind k:\n  a,\n  # one\n  # two\n  b\n"


def test_a_comment_inside_a_row_goes_above_it() -> None:
    table = 'table "t":\n  | a | b |\n  | 1 # one\n | # two\n 2 |  # three\n'
    expected = 'table "t":\n  | a | b |\n  # one\n  # two\n  | 1 | 2 |  # three\n'
    assert printed(table) == expected


def test_words_that_the_layout_leaves_out_leave_their_comments() -> None:
    assert printed("limit a to 3 # one\n times # two\n per day") == (
        "limit a\n    to\n    # one\n    3  # two\n    per day\n"
    )
    stages = "stages of x: a: 1..2, # one\n b: 3..4"
    assert printed(stages) == "stages of x:\n  a: 1..2  # one\n  b: 3..4\n"


def test_words_in_another_order_keep_their_comments() -> None:
    text = "source s # one\n official # two\n dated 2025-01-01 # three\n"
    result = printed(text)
    assert result.count("#") == 3
    assert printed(result) == result


def test_a_comment_between_statements_keeps_its_distance() -> None:
    assert unchanged(
        """\
        # about the file

        # about a
        forbid a
        # about b
        forbid b

        # about nothing
        """
    )


def test_an_indented_comment_belongs_to_the_statement_above_it() -> None:
    assert unchanged("rule r: forbid a\n  # cite law\nrule s: forbid b\n  # the end\n")
    assert printed("  forbid a\n  # about b\n  forbid b") == "forbid a\n# about b\nforbid b\n"


def test_a_heading_and_the_comment_above_it_are_set_apart() -> None:
    assert printed("forbid a\n# about p\npolicy p") == "forbid a\n\n# about p\npolicy p\n"
    assert printed("forbid a\n# about a\n\npolicy p") == "forbid a\n# about a\n\npolicy p\n"
    assert printed("forbid a\n  # about a\npolicy p") == "forbid a\n  # about a\n\npolicy p\n"


@pytest.mark.parametrize("comment", ["#", "#!", "#no space", "# 中文", '# "quoted', "# tab\there"])
def test_what_a_comment_says_is_not_touched(comment: str) -> None:
    assert printed(f"forbid a {comment}  \n{comment}\t\n") == f"forbid a  {comment}\n{comment}\n"


def test_a_hash_inside_a_text_is_no_comment() -> None:
    assert unchanged('rule r "a # b":\n  forbid c  # d\n')
