"""The name that somebody probably meant."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyc.diagnostics.suggest import _slips, nearest

NAMES = ("overdue", "unreachable", "amount", "instalment", "written_notice", "失联", "逾期天数")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("overdu", "overdue"),
        ("ovredue", "overdue"),
        ("overduee", "overdue"),
        ("overfue", "overdue"),
        ("OverDue", "overdue"),
        ("over_due", "overdue"),
        ("writtennotice", "written_notice"),
        ("_o_v_e_r_d_u_e_", "overdue"),
        ("instalmetn", "instalment"),
        ("失连", "失联"),
        ("预期天数", "逾期天数"),
        ("天逾数期", None),
        ("失聯", "失联"),
        ("overdu_days", "overdue"),
        ("overdue_hours", "overdue"),
        ("unreach", "unreachable"),
        ("ins", "instalment"),
        ("in", None),
        ("colour", None),
        ("失信人", None),
        ("x", None),
        ("", None),
    ],
)
def test_a_slip_finds_the_name_and_another_word_finds_none(written: str, meant: str | None) -> None:
    assert nearest(written, NAMES) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("预期", "逾期"),
        ("预期天数", "逾期"),
        ("逾期天数", "逾期"),
        ("overdue_month", "overdue_months"),
        ("overdue_days", "overdue"),
        ("帐户", "账户"),
        ("星期六", "周六"),
        ("saturday", "sat"),
    ],
)
def test_what_sounds_or_means_the_same_is_nearer_than_what_looks_alike(
    written: str, meant: str
) -> None:
    names = ["星期", "账单", "账户", "逾期月数", "逾期", "overdue_months", "overdue", "sat", "周六"]
    assert nearest(written, names) == meant


def test_a_unit_is_never_taken_for_another() -> None:
    assert nearest("overdue_days", ["overdue_months"]) is None


def test_of_several_that_begin_alike_the_shortest_is_meant() -> None:
    assert nearest("rec", ["recording_retention", "record_of_calls"]) == "record_of_calls"


def test_fewer_slips_win() -> None:
    assert nearest("notices", ["noties", "notice_sent", "notice"]) == "notice"


def test_of_equally_near_names_the_longer_common_beginning_wins() -> None:
    assert nearest("calls", ["balls", "calla"]) == "calla"


def test_a_name_of_one_character_suggests_nothing() -> None:
    assert nearest("a", ["b"]) is None


def test_two_neighbours_swapped_are_one_slip() -> None:
    assert nearest("ab", ["ba"]) == "ba"


def distance(one: str, other: str) -> int:
    """The optimal string alignment distance by its recursive definition."""

    @cache
    def between(i: int, j: int) -> int:
        if not i or not j:
            return i + j
        found = [
            between(i - 1, j) + 1,
            between(i, j - 1) + 1,
            between(i - 1, j - 1) + (one[i - 1] != other[j - 1]),
        ]
        if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
            found.append(between(i - 2, j - 2) + 1)
        return min(found)

    return between(len(one), len(other))


words = st.text("abc", max_size=9)


@pytest.mark.property
@given(st.text("ab", max_size=8), st.text("ab", max_size=8), st.integers(0, 8))
def test_slips_are_counted_as_defined_up_to_the_limit(one: str, other: str, limit: int) -> None:
    slips = distance(one, other)
    assert _slips(one, other, limit) == (slips if slips <= limit else None)


@pytest.mark.property
@given(words, st.lists(words, max_size=5))
def test_the_nearest_is_the_nearest_by_definition(written: str, names: list[str]) -> None:
    near = [
        (distance(written, name), name)
        for name in names
        if distance(written, name) <= (max(len(written), len(name)) + 1) // 3
    ]
    found = nearest(written, names)
    if not near:
        begun = [n for n in names if n.startswith(written) or written.startswith(n)]
        assert found is None or found in begun
    else:
        assert found is not None
        assert (distance(written, found), found) in near
        assert distance(written, found) == min(near)[0]


@pytest.mark.property
@given(
    words, st.lists(words, max_size=5).flatmap(lambda n: st.tuples(st.just(n), st.permutations(n)))
)
def test_the_order_of_the_names_does_not_matter(
    written: str, names: tuple[list[str], list[str]]
) -> None:
    assert nearest(written, names[0]) == nearest(written, names[1])
