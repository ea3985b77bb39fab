"""Conditions: how they are put together, and what they ask about."""

from itertools import product

import pytest

from policyc.core.conditions import (
    ALWAYS,
    NEVER,
    All,
    Among,
    AnyOf,
    Condition,
    Constant,
    Holds,
    Linear,
    LinearForm,
    Not,
    Within,
    atoms,
    axes_of,
    conjoin,
    disjoin,
    negate,
)
from policyc.core.numbers import Interval, NumberSet

A, B, C = Holds("a"), Holds("b"), Holds("c")
SOME = NumberSet((Interval(1, 2),))
PARTS = (ALWAYS, NEVER, A, B, Not(A), All((A, B)), AnyOf((A, B)))


def value(condition: Condition, a: bool, b: bool) -> bool:
    """What a condition over `a` and `b` is, written out."""
    match condition:
        case Constant(said):
            return said
        case Holds(axis):
            return {"a": a, "b": b}[axis]
        case Not(part):
            return not value(part, a, b)
        case All(parts):
            return all(value(part, a, b) for part in parts)
        case AnyOf(parts):
            return any(value(part, a, b) for part in parts)
        case _:
            raise AssertionError(condition)


@pytest.mark.parametrize("parts", [*product(PARTS, repeat=2), ()])
def test_a_conjunction_holds_where_each_part_does_and_a_disjunction_where_one_does(
    parts: tuple[Condition, ...],
) -> None:
    for a, b in product([False, True], repeat=2):
        assert value(conjoin(parts), a, b) == all(value(part, a, b) for part in parts)
        assert value(disjoin(parts), a, b) == any(value(part, a, b) for part in parts)


@pytest.mark.parametrize("parts", list(product(PARTS, repeat=2)))
def test_what_is_joined_is_flat_and_says_nothing_twice(parts: tuple[Condition, ...]) -> None:
    for joined, kind in ((conjoin(parts), All), (disjoin(parts), AnyOf)):
        if isinstance(joined, kind):
            assert len(joined.parts) > 1
            assert len(set(joined.parts)) == len(joined.parts)
            assert not any(isinstance(part, kind | Constant) for part in joined.parts)


def test_parts_keep_the_order_in_which_they_were_first_written() -> None:
    assert conjoin([C, All((B, C)), A, ALWAYS]) == All((C, B, A))
    assert disjoin([C, AnyOf((B, C)), A, NEVER]) == AnyOf((C, B, A))
    assert conjoin([A, ALWAYS, B]) == All((A, B))
    assert disjoin([All((A, B)), C]) == AnyOf((All((A, B)), C))


def test_one_part_is_itself_and_no_part_the_constant() -> None:
    assert conjoin([A]) == A
    assert disjoin([A, A]) == A
    assert conjoin([]) == ALWAYS
    assert disjoin([]) == NEVER


def test_two_negations_cancel() -> None:
    assert negate(A) == Not(A)
    assert negate(Not(A)) == A
    assert negate(ALWAYS) == NEVER
    assert negate(NEVER) == ALWAYS
    assert negate(All((A, B))) == Not(All((A, B)))


def test_atoms_stand_from_left_to_right_repeated_ones_too() -> None:
    among = Among("k", frozenset({"x"}))
    within = Within("n", SOME)
    linear = Linear(LinearForm((("m", 1), ("n", -1))), SOME)
    whole = AnyOf((All((A, Not(within))), Not(AnyOf((linear, A))), among, ALWAYS))
    assert list(atoms(whole)) == [A, within, linear, A, among]
    assert list(axes_of(whole)) == ["a", "n", "m", "n", "a", "k"]
    assert list(atoms(NEVER)) == []
