"""Constructions that searches and diagrams are known to suffer from, each as two policies.

They are what one would write to bring a comparison to its knees, not what anybody publishes.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, product
from random import Random

from policyc.core.actions import Kind, Pattern, Signature, Vocabulary
from policyc.core.axes import Axis, Currency, Members, Numbers, YesNo
from policyc.core.conditions import (
    ALWAYS,
    Among,
    Condition,
    Holds,
    Within,
    conjoin,
    disjoin,
    negate,
)
from policyc.core.numbers import Interval, NumberSet
from policyc.core.policy import Clause, Effect, Policy
from policyc.space.grid.linear import linear_condition

_VOCABULARY = Vocabulary({}, {"act": Signature("act")}, {}, ("borrower",))
_ACT = Pattern("act")
_EVERYTHING = (ALWAYS,)

Pair = tuple[Policy, Policy]


def alternatives(pairs: int) -> Pair:
    """One rule that wants so many times one of two facts, and the same with a fact swapped.

    As a list of boxes the rule would have two to the power of `pairs`.
    """
    flags = [f"f{i}" for i in range(2 * pairs)]
    either = [disjoin([Holds(a), negate(Holds(b))]) for a, b in _by_two(flags)]
    changed = disjoin([Holds(flags[-2]), Holds(flags[-1])])
    return _pair(_flags(flags), [conjoin(either)], [conjoin([*either[:-1], changed])])


def pigeonhole(members: int) -> Pair:
    """Rules that together say "two of n + 1 facts with n members are equal", and one that forbids.

    They are the same: more pigeons than holes.
    """
    hole = Kind("hole", tuple(f"hole_{i}" for i in range(members)))
    axes = {f"p{i}": Axis(f"p{i}", Members(hole)) for i in range(members + 1)}
    both = [
        conjoin([Among(a, frozenset({m})), Among(b, frozenset({m}))])
        for a, b in combinations(axes, 2)
        for m in hole.members
    ]
    return _pair(axes, both, _EVERYTHING)


def covering(flags: int) -> Pair:
    """Random rules of three yes/no facts each, about as many as it takes to forbid everything."""
    random = Random(flags)  # noqa: S311  # no secret: the same rules each time
    axes = _flags(f"f{i}" for i in range(flags))
    rules = [
        conjoin(
            Holds(key) if random.random() < 0.5 else negate(Holds(key))
            for key in random.sample(list(axes), 3)
        )
        for _ in range(round(4.27 * flags))
    ]
    return _pair(axes, rules, _EVERYTHING)


def mirrored(pairs: int) -> Pair:
    """Rules that forbid where x_i and y_i differ, all x declared before all y; one is left out."""
    axes = _flags(f"{side}{i}" for side in "xy" for i in range(pairs))
    rules = [
        conjoin([Holds(f"{one}{i}"), negate(Holds(f"{other}{i}"))])
        for i in range(pairs)
        for one, other in ("xy", "yx")
    ]
    return _pair(axes, rules, rules[:-1])


def parity(flags: int) -> Pair:
    """A rule for each way that an odd number of facts is yes; one is left out."""
    axes = _flags(f"f{i}" for i in range(flags))
    rules = [
        conjoin(Holds(k) if yes else negate(Holds(k)) for k, yes in zip(axes, chosen, strict=True))
        for chosen in product((False, True), repeat=flags)
        if sum(chosen) % 2
    ]
    return _pair(axes, rules, rules[:-1])


def thresholds(many: int) -> Pair:
    """Two amounts with so many thresholds each, and sums of them with eight; one rule is moved."""
    money = Numbers(Currency("CNY"), 0, 10_000_000, 1)
    axes = {key: Axis(key, money) for key in ("amount", "instalment")}
    rules = [
        conjoin([_from("amount", 500 * (i + 1)), _from("instalment", 300 * ((7 * i) % many + 1))])
        for i in range(many)
    ]
    excesses = product((3, 10), (0, 1_000, 4_000, 9_000))
    rules += [
        conjoin([_from("amount", 700 * i), _excess(factor, bound)])
        for i, (factor, bound) in enumerate(excesses)
    ]
    middle = many // 2
    moved = conjoin([_from("amount", 250), _from("instalment", 100)])
    return _pair(axes, rules, [*rules[:middle], moved, *rules[middle + 1 :]])


def _from(key: str, bound: int) -> Condition:
    return Within(key, NumberSet((Interval(bound),)))


def _excess(factor: int, bound: int) -> Condition:
    above = NumberSet((Interval(bound, None, lower_open=True),))
    return linear_condition({"amount": 1, "instalment": -factor}, above)


def _by_two(keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    return zip(keys[::2], keys[1::2], strict=True)


def _flags(keys: Iterable[str]) -> dict[str, Axis]:
    return {key: Axis(key, YesNo()) for key in keys}


def _pair(axes: dict[str, Axis], left: Iterable[Condition], right: Iterable[Condition]) -> Pair:
    return _forbidding("left", axes, left), _forbidding("right", axes, right)


def _forbidding(name: str, axes: dict[str, Axis], guards: Iterable[Condition]) -> Policy:
    clauses = (Clause(f"r{i}", Effect.FORBID, _ACT, guard) for i, guard in enumerate(guards))
    return Policy(name, axes, _VOCABULARY, tuple(clauses))


CONSTRUCTIONS: dict[str, Callable[[int], Pair]] = {
    make.__name__: make
    for make in (alternatives, pigeonhole, covering, mirrored, parity, thresholds)
}
