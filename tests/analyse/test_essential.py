"""The facts that settle what policies say, and no others where that is easily seen."""

from random import Random

import pytest

from policyc.analyse.essential import essential
from policyc.analyse.truth import truth
from policyc.core.actions import Kind
from policyc.core.axes import Axis, Members, Numbers, Unit, YesNo
from policyc.core.conditions import Among, Holds, Not, Within, conjoin, disjoin
from policyc.core.meaning import decide
from policyc.core.numbers import Interval, NumberSet
from policyc.space.grid.joint import join
from policyc.space.questions.partial import possibilities
from policyc.space.space import Space
from tests.strategies.core import (
    EVERYTHING,
    OPEN,
    PLAIN,
    Shape,
    grounds,
    random_case,
    random_policy,
    used_axes,
)


@pytest.mark.parametrize("shape", [PLAIN, OPEN, EVERYTHING], ids=["plain", "open", "everything"])
@pytest.mark.parametrize("seed", range(25))
def test_every_policy_gives_the_same_verdict_from_the_essential_facts_alone(
    seed: int, shape: Shape
) -> None:
    random = Random(seed)
    policies = [random_policy(random, shape, name) for name in ("left", "right")]
    space, joint = Space(policies), join(policies)
    keys = dict.fromkeys(a.key for p in policies for a in used_axes(p))
    for _ in range(20):
        action = random.choice(list(grounds()))
        case = random_case(random, [joint.axes[key] for key in keys])
        if not space.cases.admits(action, case):
            continue
        kept = essential(joint, action, case)
        for number, policy in enumerate(policies):
            whole = decide(policy, action, joint.case(number, case))
            found = possibilities(policy, action, joint.case(number, kept))
            assert isinstance(found, tuple)
            assert [(p.verdict, p.rebuttable) for p in found] == [
                (whole.verdict, whole.rebuttable)
            ], (kept, case)


def test_a_fact_without_which_the_verdict_stands_is_dropped() -> None:
    random = Random(3)
    policy = random_policy(random, PLAIN)
    joint = join([policy])
    unused = {"threat": True, "notice": False} | {
        a.key: v for a in used_axes(policy) for v in [random_case(random, [a])[a.key]]
    }
    kept = essential(joint, next(iter(grounds())), unused)
    assert set(kept) <= {a.key for a in used_axes(policy)}


def test_shown_facts_are_kept_whether_or_not_they_matter() -> None:
    policy = random_policy(Random(3), PLAIN)
    case = random_case(Random(4), list(policy.axes.values()))
    kept = essential(join([policy]), next(iter(grounds())), case, frozenset({"product"}))
    assert "product" in kept


KIND = Kind("colour", ("red", "blue"))
AXES = {
    "day": Axis("day", Numbers(Unit.DAYS, 0, 9, 1)),
    "since": Axis("since", Numbers(Unit.DAYS, 0, 9, 1, optional=True)),
    "late": Axis("late", YesNo()),
    "colour": Axis("colour", Members(KIND)),
}


def up_to(limit: int) -> NumberSet:
    return NumberSet((Interval(None, limit),))


def test_an_atom_that_the_domain_settles_is_true_or_false() -> None:
    assert truth(Within("day", up_to(9)), AXES) is True
    assert truth(Within("day", up_to(-1)), AXES) is False
    assert truth(Within("day", up_to(5)), AXES) is None
    assert truth(Among("colour", frozenset(KIND.members)), AXES) is True
    assert truth(Among("colour", frozenset()), AXES) is False
    assert truth(Among("colour", frozenset({"red"})), AXES) is None


def test_an_elapsed_time_may_be_none_so_that_no_range_is_sure() -> None:
    assert truth(Within("since", up_to(9)), AXES) is None
    assert truth(Within("since", up_to(-1)), AXES) is False


def test_the_unknown_is_carried_through_and_or_not() -> None:
    unknown, yes = Holds("late"), Within("day", up_to(9))
    assert truth(Not(unknown), AXES) is None
    assert truth(Not(yes), AXES) is False
    assert truth(conjoin([unknown, yes]), AXES) is None
    assert truth(conjoin([unknown, Within("day", up_to(-1))]), AXES) is False
    assert truth(disjoin([unknown, yes]), AXES) is True
    assert truth(disjoin([unknown, Within("day", up_to(-1))]), AXES) is None
