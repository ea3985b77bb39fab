"""The nearest case with another verdict, against every case."""

from random import Random

from hypothesis import assume, given, settings

from policyc.core.axes import OpenTerm, Value
from policyc.core.meaning import consistent, decide
from policyc.core.policy import Verdict
from policyc.space.questions.nearest import Nearest, nearest
from policyc.space.questions.partial import possible_verdicts
from tests.strategies.core import (
    FACTS,
    TERMS,
    Shape,
    every_case,
    grounds,
    random_case,
    random_policy,
    randoms,
    used_axes,
)


@settings(max_examples=settings().max_examples * 4 // 5, deadline=None)
@given(randoms())
def test_no_case_with_fewer_changes_has_the_verdict(random: Random) -> None:
    policy = random_policy(random, Shape(axes=FACTS[:2] + FACTS[3:], rules=4))
    axes = used_axes(policy)
    action = random.choice(list(grounds()))
    case = random_case(random, axes)
    assume(consistent(policy, action, case))
    changes: dict[Verdict, int] = {}
    for other in every_case(axes):
        if consistent(policy, action, other):
            verdict = decide(policy, action, other).verdict
            count = sum(other[key] != case[key] for key in case)
            changes[verdict] = min(count, changes.get(verdict, count))
    for wanted in Verdict:
        found = nearest(policy, action, case, wanted)
        if wanted in changes:
            assert isinstance(found, Nearest)
            assert decide(policy, action, found.case).verdict is wanted
            assert consistent(policy, action, {**case, **found.case})
            assert len(found.changes) <= changes[wanted]
        else:
            assert found is None


@settings(deadline=None)
@given(randoms())
def test_a_case_may_leave_out_anything(random: Random) -> None:
    policy = random_policy(random, Shape(axes=FACTS[:1] + FACTS[3:], rules=4))
    axes = used_axes(policy)
    action = random.choice(list(grounds()))
    case = {key: value for key, value in random_case(random, axes).items() if random.random() < 0.5}
    changes: dict[Verdict, int] = {}
    for other in every_case(axes):
        if consistent(policy, action, other):
            verdict = decide(policy, action, other).verdict
            count = sum(other[key] != case[key] for key in case)
            changes[verdict] = min(count, changes.get(verdict, count))
    assume(0 in changes.values())
    for wanted in Verdict:
        found = nearest(policy, action, case, wanted)
        if wanted in changes:
            assert isinstance(found, Nearest)
            assert possible_verdicts(policy, action, found.case) == (wanted,)
            assert sum(change.stated for change in found.changes) <= changes[wanted]
        else:
            assert found is None


@settings(max_examples=settings().max_examples // 2, deadline=None)
@given(randoms())
def test_changes_suffice_whatever_an_open_term_is_where_any_do(random: Random) -> None:
    shape = Shape(axes=FACTS[:1] + FACTS[3:4] + TERMS, rules=3, assumptions=0)
    policy = random_policy(random, shape)
    action = random.choice(list(grounds()))
    axes = list(policy.axes.values())
    facts = [axis.key for axis in axes if not isinstance(axis.origin, OpenTerm)]
    said: dict[tuple[Value, ...], set[Verdict]] = {}
    for whole in every_case(axes):
        if consistent(policy, action, whole):
            verdict = decide(policy, action, whole).verdict
            said.setdefault(tuple(whole[key] for key in facts), set()).add(verdict)
    case = dict(zip(facts, random.choice(list(said)), strict=True))
    for wanted in Verdict:
        found = nearest(policy, action, case, wanted)
        if not any(wanted in verdicts for verdicts in said.values()):
            assert found is None
            continue
        assert isinstance(found, Nearest)
        assert possible_verdicts(policy, action, found.case) == (wanted,)
        assert bool(found.terms) == all(verdicts != {wanted} for verdicts in said.values())


def test_the_changed_value_is_the_next_one_to_what_it_was() -> None:
    random = Random(3)
    for _ in range(60):
        policy = random_policy(random, Shape(axes=FACTS[:1], rules=3, assumptions=0))
        action = random.choice(list(grounds()))
        case = {"overdue": random.randint(0, 12)}
        for wanted in Verdict:
            found = nearest(policy, action, case, wanted)
            days = [
                abs(d - case["overdue"])
                for d in range(13)
                if decide(policy, action, {"overdue": d}).verdict is wanted
            ]
            if days:
                assert isinstance(found, Nearest)
                after = found.case.get("overdue", case["overdue"])
                assert isinstance(after, int)
                assert abs(after - case["overdue"]) == min(days)
