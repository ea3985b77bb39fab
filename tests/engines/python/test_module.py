"""What modules decide, and what they are made of."""

import ast
import inspect
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given, settings

from policyc.core.actions import Kind, Parameter, Pattern, Signature, Vocabulary
from policyc.core.axes import Axis, Members, Numbers, Unit, YesNo
from policyc.core.conditions import (
    ALWAYS,
    NEVER,
    All,
    AnyOf,
    Holds,
    Linear,
    LinearForm,
    Not,
    Within,
    conjoin,
)
from policyc.core.numbers import Interval, NumberSet
from policyc.core.policy import Assumption, Clause, Duty, Effect, Policy
from policyc.engines.python.module import module_text
from policyc.engines.python.standalone import completions
from tests.engines.python.modules import asking, decider, run
from tests.strategies.core import (
    EVERYTHING,
    randoms,
)
from tests.strategies.situations import dutiful_policy


def test_what_never_happened_is_a_word_and_null_is_unknown() -> None:
    decided = decider(asking(Within("since", NumberSet((Interval(3),)))))
    assert decided("contact(phone)", {"since": "never"})["verdict"] == "silent"
    assert decided("contact(phone)", {"since": None})["verdict"] == "undetermined"
    assert decided("contact(phone)", {"since": None})["residual"].endswith("depends on since")


def test_a_fact_stated_under_its_name_and_its_label_is_refused() -> None:
    module = run(asking(ALWAYS))
    with pytest.raises(module["CaseError"], match="twice"):
        module["decide"]("contact(phone)", {"overdue": 3, "逾期": 3})


def test_labels_are_understood_as_well_as_names() -> None:
    decided = decider(asking(Within("overdue", NumberSet((Interval(3),)))))
    assert decided("联系(电话)", {"逾期": 3})["verdict"] == "forbidden"
    assert decided(" contact( phone )", {"overdue": 2})["verdict"] == "silent"


@pytest.mark.parametrize("action", ["contact", "contact(fax)", "contact(sms, phone)", "sue", ""])
def test_an_action_that_the_policy_does_not_have_is_refused(action: str) -> None:
    module = run(asking(ALWAYS))
    with pytest.raises(module["CaseError"], match="no action"):
        module["decide"](action, {})


def test_a_case_that_breaks_an_assumption_is_refused() -> None:
    assumed = Assumption(Within("overdue", NumberSet((Interval(1),))))
    module = run(asking(ALWAYS, assumptions=(assumed,)))
    assert module["decide"]("contact(sms)", {"overdue": 1})["verdict"] == "forbidden"
    assert module["decide"]("contact(sms)", {})["verdict"] == "forbidden"
    with pytest.raises(module["CaseError"], match="assumes") as refused:
        module["decide"]("contact(sms)", {"overdue": 0})
    assert refused.value.zh == "此情形与政策对所有情形的假定相矛盾"


def test_an_assumption_rules_completions_out() -> None:
    both = conjoin([Holds("notice"), Within("overdue", NumberSet((Interval(3),)))])
    assumed = Assumption(Within("overdue", NumberSet((Interval(None, 2),))))
    decided = decider(asking(both, assumptions=(assumed,)))
    assert decided("contact(sms)", {})["verdict"] == "silent"


def test_a_duty_that_turns_on_an_unknown_fact_is_shown_as_uncertain() -> None:
    late = Within("overdue", NumberSet((Interval(3),)))
    duty = Duty("say", Pattern("contact", (None,)), Holds("notice"), late)
    decided = decider(asking(ALWAYS, duties=(duty,)))
    shown: dict[str, Any] = {
        "rule": "say",
        "requirement": "overdue >= 3 days",
        "title": None,
        "sources": [],
    }
    assert decided("contact(sms)", {})["duties"] == [{**shown, "met": None, "when": "notice"}]
    owed = decided("contact(sms)", {"notice": True, "overdue": 3})
    assert owed["duties"] == [{**shown, "met": True, "when": None}]
    unmet = decided("contact(sms)", {"notice": True, "overdue": 2})
    assert unmet["duties"] == [{**shown, "met": False, "when": None}]
    assert decided("contact(sms)", {"notice": False})["duties"] == []


def test_rules_that_hold_in_every_completion_are_named_though_the_verdict_is_open() -> None:
    everywhere = Pattern("contact", (None,))
    policy = asking(Holds("notice"))
    gently = Clause("gently", Effect.DISCOURAGE, everywhere, ALWAYS)
    decided = decider(attrs.evolve(policy, clauses=(*policy.clauses, gently)))
    found = decided("contact(sms)", {})
    assert found["verdict"] == "undetermined"
    assert found["residual"] == "discouraged or forbidden: depends on notice"
    assert [rule["rule"] for rule in found["rules"]] == ["gently"]
    assert found["depends_on"] == ["notice"]


def allow_only(module: dict[str, Any], combinations: int) -> None:
    """Lets a module try so many combinations of unknown facts and no more."""
    inspect.unwrap(module["Known"].is_possible).__globals__["MOST"] = combinations


@pytest.fixture
def most(monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts back what `allow_only` changed where the evaluator itself is at work."""
    monkeypatch.setattr(completions, "MOST", completions.MOST)


PAIRS = [All((Holds(f"fact{i}"), Holds(f"fact{i + 1}"))) for i in range(0, 12, 2)]
MANY = {f"fact{i}": Axis(f"fact{i}", YesNo()) for i in range(12)}


@pytest.mark.usefixtures("most")
def test_too_many_combinations_of_the_unknown_leave_it_open() -> None:
    module = run(attrs.evolve(asking(AnyOf(tuple(PAIRS))), axes=MANY))
    allow_only(module, 6)
    found = module["decide"]("contact(sms)", {})
    assert found["verdict"] == "undetermined"
    assert found["residual"].startswith("not known: depends on fact0, fact1")
    assert found["depends_on"] == list(MANY)
    assert found["undecided"] == "too many combinations of unknown facts"
    assert found["rules"] == []
    allow_only(module, 1000)
    found = module["decide"]("contact(sms)", {})
    assert found["depends_on"] == list(MANY)
    assert found["undecided"] is None


@pytest.mark.usefixtures("most")
def test_a_case_is_refused_only_where_it_is_sure_to_break_an_assumption() -> None:
    assumed = (Assumption(AnyOf(tuple(PAIRS))),)
    module = run(attrs.evolve(asking(ALWAYS), axes=MANY, assumptions=assumed))
    allow_only(module, 3)
    assert module["decide"]("contact(sms)", {})["verdict"] == "forbidden"
    with pytest.raises(module["CaseError"], match="assumes"):
        module["decide"]("contact(sms)", dict.fromkeys(MANY, False))


def test_a_verdict_turns_on_each_fact_that_makes_a_difference_in_some_completion() -> None:
    axes = {name: Axis(name, YesNo()) for name in "abcde"}
    either = AnyOf((All((Holds("a"), Holds("b"))), All((Holds("c"), Holds("d")))))
    whatever = AnyOf((Holds("e"), Not(Holds("e"))))
    decided = decider(attrs.evolve(asking(All((whatever, either))), axes=axes))
    found = decided("contact(sms)", {})
    assert found["residual"] == "silent or forbidden: depends on a, b, c, d"
    assert decided("contact(sms)", {"b": False})["depends_on"] == ["c", "d"]
    assert decided("contact(sms)", {"a": True, "c": False})["depends_on"] == ["b"]


def test_rules_that_may_give_the_verdict_besides_are_named() -> None:
    policy = asking(ALWAYS)
    anything = Pattern("contact", (None,))
    more = (
        Clause("perhaps", Effect.FORBID, anything, Holds("notice")),
        Clause("perhaps", Effect.ALLOW, anything, Holds("notice")),
        Clause("gently", Effect.ALLOW, anything, Holds("notice")),
        Clause("never", Effect.FORBID, anything, NEVER),
    )
    found = decider(attrs.evolve(policy, clauses=(*policy.clauses, *more)))("contact(sms)", {})
    assert found["verdict"] == "forbidden"
    assert [rule["rule"] for rule in found["rules"]] == ["asking"]
    assert found["possible_rules"] == ["perhaps"]


@pytest.mark.parametrize(
    ("numbers", "first", "verdict"),
    [
        (Interval(25), 5, "undetermined"),
        (Interval(25), 4, "silent"),
        (Interval(None, 4), 4, "undetermined"),
        (Interval(None, 4), 5, "silent"),
        (Interval(None, 24), 4, "forbidden"),
        (Interval(5), 5, "forbidden"),
    ],
)
def test_how_far_a_sum_can_reach_is_known(numbers: Interval, first: int, verdict: str) -> None:
    axes = {name: Axis(name, Numbers(Unit.DAYS, 0, 10, 1)) for name in ("a", "b", "c")}
    form = LinearForm((("a", 1), ("b", 1), ("c", 1)))
    policy = attrs.evolve(asking(Linear(form, NumberSet((numbers,)))), axes=axes)
    assert decider(policy)("contact(sms)", {"a": first})["verdict"] == verdict


def test_what_a_prohibition_settles_is_not_held_up_by_what_is_unknown_besides() -> None:
    facts = [Axis(f"fact{i}", YesNo()) for i in range(40)]
    anything = Pattern("contact", (None,))
    gentle = [Clause(f"r{i}", Effect.RECOMMEND, anything, Holds(f"fact{i}")) for i in range(40)]
    policy = asking(ALWAYS)
    policy = attrs.evolve(
        policy,
        axes={axis.key: axis for axis in facts},
        clauses=(*gentle, *policy.clauses),
    )
    found = decider(policy)("contact(sms)", {})
    assert found["verdict"] == "forbidden"
    assert [rule["rule"] for rule in found["rules"]] == ["asking"]


def test_names_and_labels_of_any_kind_stay_data() -> None:
    nasty = 'x\\"""\n); import os #\u202e{0}'
    kind = Kind(nasty, (nasty, "other"), nasty, (nasty, None))
    axes = {nasty: Axis(nasty, Members(kind), label=nasty)}
    signature = Signature("contact", (Parameter(nasty, kind),), nasty)
    clause = Clause(nasty, Effect.FORBID, Pattern("contact", (None,)), ALWAYS)
    vocabulary = Vocabulary({nasty: kind}, {"contact": signature})
    policy = Policy(nasty, axes, vocabulary, (clause,), label=nasty)
    module = run(policy)
    assert module["__doc__"].startswith(nasty)
    assert module["decide"]("contact(other)", {nasty: nasty})["rules"][0]["rule"] == nasty


def test_rules_that_override_one_another_in_a_ring_are_refused() -> None:
    everywhere = Pattern("contact", (None,))
    hen = Clause("hen", Effect.FORBID, everywhere, ALWAYS, frozenset({"egg"}))
    egg = Clause("egg", Effect.ALLOW, everywhere, ALWAYS, frozenset({"hen"}))
    policy = attrs.evolve(asking(ALWAYS), clauses=(hen, egg))
    with pytest.raises(ValueError, match="ring"):
        module_text(policy)


@pytest.mark.property
@settings(max_examples=settings().max_examples // 10)
@given(randoms())
def test_the_same_policy_gives_the_same_text(random: Random) -> None:
    state = random.getrandbits(32)
    first, second = (dutiful_policy(Random(state), EVERYTHING) for _ in range(2))
    assert module_text(first) == module_text(second)


def test_it_imports_nothing_but_the_standard_library_and_little_at_the_start() -> None:
    imported: list[str | None] = []
    for node in ast.parse(module_text(asking(ALWAYS))).body:
        if isinstance(node, ast.ImportFrom):
            imported.append(node.module)
        elif isinstance(node, ast.Import):
            imported += [alias.name for alias in node.names]
    assert imported == ["__future__", "sys"]
    assert "import policyc" not in module_text(asking(ALWAYS))
    assert "from policyc" not in module_text(asking(ALWAYS))
