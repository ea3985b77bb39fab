"""Alternatives that are a product are told as one: an exact law, whatever the alternatives are."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from policyc.analyse.reports.factors import factors

TERMS = st.lists(
    st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=4, unique=True),
    min_size=1,
    max_size=12,
)


def multiplied(found: tuple[tuple[tuple[str, ...], ...], ...]) -> set[frozenset[str]]:
    return {frozenset(part for term in choice for part in term) for choice in product(*found)}


def test_four_alternatives_of_two_choices_are_two_choices() -> None:
    assert factors(["ac", "ad", "bc", "bd"]) == ((("a",), ("b",)), (("c",), ("d",)))


def test_three_choices_are_found_among_eight_alternatives() -> None:
    terms = ["".join(each) for each in product("ab", "cd", "ef")]
    assert factors(terms) == ((("a",), ("b",)), (("c",), ("d",)), (("e",), ("f",)))


def test_a_choice_may_be_between_several_things_together() -> None:
    assert factors(["abd", "abe", "cd", "ce"]) == ((("a", "b"), ("c",)), (("d",), ("e",)))


def test_alternatives_that_are_no_product_stay_as_they_are() -> None:
    assert factors(["ac", "ad", "bc"]) == ((("a", "c"), ("a", "d"), ("b", "c")),)


@given(TERMS)
def test_one_of_each_factor_makes_exactly_the_alternatives(terms: list[list[str]]) -> None:
    assert multiplied(factors(terms)) == {frozenset(term) for term in terms}


@given(
    st.lists(
        st.lists(st.integers(0, 3), min_size=1, max_size=3, unique=True), min_size=1, max_size=3
    )
)
def test_every_product_of_single_things_is_found(choices: list[list[int]]) -> None:
    named = [[f"{place}{thing}" for thing in each] for place, each in enumerate(choices)]
    found = factors(list(product(*named)))
    assert len(found) == max(1, sum(len(each) > 1 for each in choices))
