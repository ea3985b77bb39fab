"""Conditions whose disjunctive form would be too long, and long chains of overriding."""

from random import Random

import attrs
import pytest

from policyc.core.actions import Ground, Pattern
from policyc.core.axes import Axis, YesNo
from policyc.core.conditions import ALWAYS, Condition, Holds, conjoin, disjoin, negate
from policyc.core.policy import Clause, Effect, Policy, Verdict
from policyc.space.differences.classes import PARTS, Class, Topic
from policyc.space.differences.regions import Region, Unknown, differences
from policyc.space.grid.compile import CAP
from policyc.space.questions.partial import possibilities
from policyc.space.questions.relation import difference
from policyc.space.replay import outcomes
from policyc.space.space import Space
from policyc.space.undecided import TOO_MANY
from tests.space.reading import claimed, class_of
from tests.strategies.core import VOCABULARY

FLAGS = {f"f{i}": Axis(f"f{i}", YesNo()) for i in range(21)}
REPORT = Pattern("report", ())


def alternatives(start: int, pairs: int) -> Condition:
    """As many alternatives of two flags as said, all of which must hold."""
    return conjoin(
        disjoin([Holds(f"f{start + 2 * i}"), negate(Holds(f"f{start + 2 * i + 1}"))])
        for i in range(pairs)
    )


def policy(*clauses: Clause) -> Policy:
    return Policy("bulky", FLAGS, VOCABULARY, clauses)


@pytest.mark.parametrize("pairs", [3, 8, 10])
def test_a_guard_of_many_alternatives_is_compared_exactly(pairs: int) -> None:
    whole = Clause("whole", Effect.FORBID, REPORT, alternatives(0, pairs))
    part = attrs.evolve(whole, guard=alternatives(0, pairs - 1))
    other = Clause("other", Effect.ALLOW, REPORT, negate(alternatives(2, pairs - 1)))
    assert difference(Space((policy(whole, other), policy(other, whole)))) is None
    space = Space((policy(whole, other), policy(part, other)))
    regions = [r for r in differences(space) if isinstance(r, Region)]
    assert regions
    assert max(len(boxes) for side in space.sides for boxes in side.applying) <= CAP
    random = Random(pairs)
    action = Ground("report")
    for _ in range(300):
        start = random.choice(regions).witness.case
        case = {k: v if random.random() < 0.8 else not v for k, v in start.items()}
        cls = class_of(*outcomes(space, action, case))
        assert {r.cls for r in regions if claimed(r, action, case)} == ({cls} if cls else set())


def test_a_chain_of_overriding_may_be_long() -> None:
    last = 1_500
    chain = [
        Clause(
            f"r{i}",
            Effect.FORBID if i % 2 else Effect.ALLOW,
            REPORT,
            ALWAYS,
            frozenset({f"r{i - 1}"}),
        )
        for i in range(last + 1)
    ]
    (only,) = possibilities(policy(*chain), Ground("report"), {})  # type: ignore[misc]  # it is decided
    assert only.verdict is Verdict.ALLOWED
    assert difference(Space((policy(*chain), policy(*reversed(chain))))) is None


def test_a_ring_of_overriding_is_refused() -> None:
    ring = [
        Clause("a", Effect.ALLOW, REPORT, ALWAYS, frozenset({"b"})),
        Clause("b", Effect.FORBID, REPORT, ALWAYS, frozenset({"a"})),
    ]
    with pytest.raises(ValueError, match="ring"):
        possibilities(policy(*ring), Ground("report"), {})


def test_of_policies_that_contradict_themselves_all_over_whole_parts_are_left_open() -> None:
    must = Clause("must", Effect.REQUIRE, REPORT, ALWAYS)
    mine = [Clause(f"a{i}", Effect.FORBID, REPORT, Holds(f"f{i}")) for i in range(11)]
    yours = [Clause(f"b{i}", Effect.FORBID, REPORT, Holds(f"f{11 + i}")) for i in range(10)]
    found = list(differences(Space((policy(*mine), policy(must, *yours)))))
    conflicts = [part for part in found if part.cls == Class(Topic.CONFLICTS, 1)]
    (whole,) = conflicts
    assert isinstance(whole, Unknown)
    assert whole.where.free
    assert whole.undecided is TOO_MANY


def test_where_the_parts_are_few_what_both_forbid_and_one_requires_is_listed() -> None:
    must = Clause("must", Effect.REQUIRE, REPORT, ALWAYS)
    mine = [Clause(f"a{i}", Effect.FORBID, REPORT, Holds(f"f{i}")) for i in range(10)]
    yours = [Clause(f"b{i}", Effect.FORBID, REPORT, Holds(f"f{10 + i}")) for i in range(10)]
    found = list(differences(Space((policy(*mine), policy(must, *yours)))))
    conflicts = [part for part in found if part.cls == Class(Topic.CONFLICTS, 1)]
    assert len(conflicts) == PARTS
    assert all(isinstance(part, Region) for part in conflicts)
