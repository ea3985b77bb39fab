"""What modules decide, and what they are made of."""

import ast
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given, settings

from policyc.core.actions import Kind, Parameter, Pattern, Signature, Vocabulary
from policyc.core.axes import Axis, Members, YesNo
from policyc.core.conditions import ALWAYS, All, AnyOf, Holds, Within, conjoin
from policyc.core.numbers import Interval, NumberSet
from policyc.core.policy import Assumption, Clause, Duty, Effect, Policy
from policyc.engines.python.module import module_text
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
    with pytest.raises(module["CaseError"], match="assumes"):
        module["decide"]("contact(sms)", {"overdue": 0})


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


def test_too_many_combinations_of_the_unknown_leave_it_open() -> None:
    facts = [Axis(f"fact{i}", YesNo()) for i in range(40)]
    pairs = [All((Holds(f"fact{i}"), Holds(f"fact{i + 1}"))) for i in range(0, 40, 2)]
    policy = attrs.evolve(asking(AnyOf(tuple(pairs))), axes={axis.key: axis for axis in facts})
    found = decider(policy)("contact(sms)", {})
    assert found["verdict"] == "undetermined"
    assert found["residual"].startswith("not known: depends on fact0, fact1")
    assert found["undecided"] == "too many combinations of unknown facts"
    assert found["rules"] == []


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
