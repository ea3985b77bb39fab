"""The module that a policy is compiled to, against the definition."""

import ast
import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given, settings

from policyc.core.actions import Ground, Kind, Parameter, Pattern, Signature, Vocabulary
from policyc.core.axes import Axis, Currency, Members, Numbers, Unit, Value, YesNo
from policyc.core.conditions import ALWAYS, All, AnyOf, Condition, Holds, Within, conjoin
from policyc.core.meaning import consistent, decide
from policyc.core.numbers import Interval, NumberSet
from policyc.core.policy import Assumption, Clause, Duty, Effect, Policy, Verdict
from policyc.engines.python.module import module_text
from tests.strategies.core import (
    EVERYTHING,
    FACTS,
    OPEN,
    SMALL,
    TERMS,
    Shape,
    every_case,
    grounds,
    randoms,
)
from tests.strategies.situations import asked_axes, dutiful_policy, random_situation

SINGLE = Shape(axes=SMALL.axes, rules=5, linear=False)
SUMS = attrs.evolve(OPEN, axes=(*FACTS[:2], *TERMS), rules=4)
PHONE = Ground("contact", ("borrower", "phone"))

Decide = Callable[[str, Mapping[str, Any]], dict[str, Any]]


def _module(policy: Policy) -> dict[str, Any]:
    """What the module of a policy holds once it was run."""
    names: dict[str, Any] = {"__name__": "compiled"}
    exec(compile(module_text(policy), "compiled.py", "exec"), names)  # noqa: S102  # what is tested
    return names


def _decide(policy: Policy) -> Decide:
    found: Decide = _module(policy)["decide"]
    return found


def _stated(case: Mapping[str, Value]) -> dict[str, Any]:
    """A case as JSON has it: what never happened is a word, a fraction is a text."""
    return {key: _json_value(value) for key, value in case.items()}


def _json_value(value: Value) -> object:
    if value is None:
        return "never"
    return str(value) if isinstance(value, Fraction) else value


@pytest.mark.property
@settings(max_examples=40)
@given(randoms())
def test_a_complete_case_is_decided_as_the_definition_decides_it(random: Random) -> None:
    policy = attrs.evolve(dutiful_policy(random, EVERYTHING), assumptions=())
    decided = _decide(policy)
    for action in random.sample(list(grounds()), 3):
        case = random_situation(random, policy, action)
        outcome = decide(policy, action, case)
        found = decided(str(action), _stated(case))
        assert found["verdict"] == outcome.verdict.value
        assert found["rebuttable"] == outcome.rebuttable
        assert found["residual"] is None
        live = [(clause.rule, clause.effect.value) for clause in outcome.live]
        assert [(rule["rule"], rule["effect"]) for rule in found["rules"]] == live
        defeated = [clause.rule for clause in outcome.defeated]
        assert [rule["rule"] for rule in found["defeated"]] == defeated
        owed = [(d.rule, _holds(policy, action, d.requirement, case)) for d in outcome.duties]
        assert [(duty["rule"], duty["met"]) for duty in found["duties"]] == owed
        assert all(duty["when"] is None for duty in found["duties"])


def _holds(policy: Policy, action: Ground, condition: Condition, case: Mapping[str, Value]) -> bool:
    """Whether a condition holds, by the definition."""
    anything = Pattern(action.name, (None,) * len(action.arguments))
    asking = Clause("asking", Effect.FORBID, anything, condition)
    asked = attrs.evolve(policy, clauses=(asking,), defaults=())
    return decide(asked, action, case).verdict is Verdict.FORBIDDEN


def _verdicts(policy: Policy, action: Ground, known: Mapping[str, Value]) -> set[str]:
    """The verdicts of all completions that the assumptions allow."""
    unknown = [axis for axis in asked_axes(policy) if axis.key not in known]
    cases = ({**rest, **known} for rest in every_case(unknown))
    return {
        decide(policy, action, case).verdict.value
        for case in cases
        if consistent(policy, action, case)
    }


@pytest.mark.property
@settings(max_examples=60)
@given(randoms())
def test_a_partial_case_gets_the_verdict_that_every_completion_gives(random: Random) -> None:
    policy = dutiful_policy(random, SINGLE)
    module = _module(policy)
    for action in random.sample(list(grounds()), 2):
        known = random_situation(random, policy, action, unknown=0.6)
        verdicts = _verdicts(policy, action, known)
        if not verdicts:
            with pytest.raises(module["CaseError"]):
                module["decide"](str(action), known)
            continue
        found = module["decide"](str(action), known)
        assert found["verdict"] == (verdicts.pop() if len(verdicts) == 1 else "undetermined")
        named = set(found["residual"].split(":")[0].split(" or ")) if found["residual"] else set()
        assert named == (verdicts if found["residual"] else set())


@pytest.mark.property
@settings(max_examples=60)
@given(randoms())
def test_unknown_sums_never_make_it_claim_what_some_completion_denies(random: Random) -> None:
    policy = dutiful_policy(random, SUMS)
    module = _module(policy)
    for action in random.sample(list(grounds()), 2):
        known = random_situation(random, policy, action, unknown=0.5)
        verdicts = _verdicts(policy, action, known)
        if verdicts:
            found = module["decide"](str(action), known)
            assert verdicts == {found["verdict"]} or found["verdict"] == "undetermined"


@pytest.mark.property
@settings(max_examples=60)
@given(randoms())
def test_one_unknown_part_of_a_sum_is_looked_into_exactly(random: Random) -> None:
    policy = dutiful_policy(random, SUMS)
    module = _module(policy)
    for action in random.sample(list(grounds()), 2):
        known = random_situation(random, policy, action)
        known.pop(random.choice([*known, ""]), None)
        verdicts = _verdicts(policy, action, known)
        if verdicts:
            found = module["decide"](str(action), known)
            assert found["verdict"] == (verdicts.pop() if len(verdicts) == 1 else "undetermined")


CHANNEL = Kind("channel", ("sms", "phone"), "渠道", ("短信", "电话"))
CONTACT = Signature("contact", (Parameter("channel", CHANNEL),), "联系")
THREATEN = Signature("threaten")
EVERY_UNIT = (
    Axis("overdue", Numbers(Unit.DAYS, 0, 3650, 1), label="逾期"),
    Axis("unreachable", Numbers(Unit.HOURS, 0)),
    Axis("age", Numbers(Unit.YEARS, 0, None, Fraction(1, 12))),
    Axis("amount", Numbers(Currency("CNY"), None, None, Fraction(1, 100))),
    Axis("rate", Numbers(Unit.PERCENT, 0, 100)),
    Axis("calls", Numbers(Unit.COUNT, 0, None, 1)),
    Axis("time", Numbers(Unit.TIME_OF_DAY, 0, 86_399, 1)),
    Axis("act_date", Numbers(Unit.DATE, 1, 3_652_059, 1)),
    Axis("since", Numbers(Unit.HOURS, 0, optional=True)),
    Axis("channel", Members(CHANNEL)),
    Axis("notice", YesNo()),
)


def _asking(guard: Condition, **more: Any) -> Policy:
    """A policy that forbids contact where the guard holds."""
    axes = {axis.key: axis for axis in EVERY_UNIT}
    vocabulary = Vocabulary({}, {"contact": CONTACT, "threaten": THREATEN})
    clause = Clause("asking", Effect.FORBID, Pattern("contact", (None,)), guard)
    return Policy("p", axes, vocabulary, (clause,), **more)


@pytest.mark.parametrize(
    ("fact", "literal", "value"),
    [
        ("overdue", "16 days", 16),
        ("overdue", "16天", 16),
        ("overdue", "2 weeks", 14),
        ("overdue", "48h", 2),
        ("overdue", " 3_650 ", 3650),
        ("overdue", 16, 16),
        ("unreachable", "73h", 73),
        ("unreachable", "90min", Fraction(3, 2)),
        ("unreachable", "3 days", 72),
        ("unreachable", "72小时", 72),
        ("unreachable", "0.5", Fraction(1, 2)),
        ("unreachable", Decimal("0.5"), Fraction(1, 2)),
        ("unreachable", Fraction(1, 2), Fraction(1, 2)),
        ("unreachable", "1/3", Fraction(1, 3)),
        ("age", "18 months", Fraction(3, 2)),
        ("age", "3年", 3),
        ("amount", "12_000 CNY", 12_000),
        ("amount", "¥5000.50", Fraction(10_001, 2)),
        ("amount", "5000元", 5000),
        ("amount", "-3", -3),
        ("rate", "30%", 30),
        ("rate", "12.5 %", Fraction(25, 2)),
        ("time", "20:00", 72_000),
        ("time", "08:05:30", 29_130),
        ("time", "20：00", 72_000),
        ("act_date", "2025-03-31", 739_341),
        ("act_date", date(2025, 3, 31), 739_341),
        ("time", time(20, 0), 72_000),
    ],
)
def test_a_literal_is_read_in_the_facts_own_unit(
    fact: str, literal: object, value: int | Fraction
) -> None:
    exactly = Within(fact, NumberSet((Interval(value, value),)))
    decided = _decide(_asking(exactly))
    assert decided("contact(phone)", {fact: literal})["verdict"] == "forbidden"


@pytest.mark.parametrize(
    ("fact", "given", "said"),
    [
        ("overdue", -1, "`overdue` is at least 0, not -1"),
        ("overdue", 3651, "`overdue` is at most 3650, not 3651"),
        ("overdue", "36h", "`overdue` is a multiple of 1, not `36h`"),
        ("overdue", "3 months", "`overdue` is a number of days, not `3 months`"),
        ("overdue", True, "`overdue` is a number of days, not True"),
        ("overdue", "many", "`overdue` is a number of days, not `many`"),
        ("overdue", "", "`overdue` is a number of days, not ``"),
        ("overdue", [3], "`overdue` is a number of days, not list"),
        ("overdue", float("nan"), "`overdue` is a number of days, not float"),
        ("overdue", 3.0, "`overdue` is a number of days, not 3.0"),
        ("time", 72_000, "`time` is a number of time of day, not 72000"),
        ("act_date", 739_341, "`act_date` is a number of date, not 739341"),
        ("overdue", "1/0", "`overdue` is a number of days, not `1/0`"),
        ("overdue", "9" * 5000, f"`overdue` is a number of days, not `{'9' * 60}`"),
        pytest.param("overdue", 10**5000, "`overdue` is at most 3650, not int", id="huge"),
        ("amount", "12 USD", "`amount` is a number of CNY, not `12 USD`"),
        ("amount", "0.001", "`amount` is a multiple of 1/100, not `0.001`"),
        ("time", "25:00", "`time` is a number of time of day, not `25:00`"),
        ("act_date", "2025-02-30", "`act_date` is a number of date, not `2025-02-30`"),
        ("unreachable", "never", "`unreachable` is a number of hours, not `never`"),
        ("channel", "fax", "`channel` is one of sms, phone, not `fax`"),
        ("notice", 1, "`notice` is true or false, not 1"),
        ("weather", 1, "the policy has no fact `weather`"),
    ],
)
def test_a_value_that_cannot_be_is_refused_in_words(fact: str, given: object, said: str) -> None:
    module = _module(_asking(ALWAYS))
    with pytest.raises(module["CaseError"]) as raised:
        module["decide"]("contact(phone)", {fact: given})
    assert str(raised.value) == said
    assert raised.value.zh != said


def test_what_never_happened_is_a_word_and_null_is_unknown() -> None:
    decided = _decide(_asking(Within("since", NumberSet((Interval(3),)))))
    assert decided("contact(phone)", {"since": "never"})["verdict"] == "silent"
    assert decided("contact(phone)", {"since": None})["verdict"] == "undetermined"
    assert decided("contact(phone)", {"since": None})["residual"].endswith("depends on since")


def test_a_fact_stated_under_its_name_and_its_label_is_refused() -> None:
    module = _module(_asking(ALWAYS))
    with pytest.raises(module["CaseError"], match="twice"):
        module["decide"]("contact(phone)", {"overdue": 3, "逾期": 3})


def test_labels_are_understood_as_well_as_names() -> None:
    decided = _decide(_asking(Within("overdue", NumberSet((Interval(3),)))))
    assert decided("联系(电话)", {"逾期": 3})["verdict"] == "forbidden"
    assert decided(" contact( phone )", {"overdue": 2})["verdict"] == "silent"


@pytest.mark.parametrize("action", ["contact", "contact(fax)", "contact(sms, phone)", "sue", ""])
def test_an_action_that_the_policy_does_not_have_is_refused(action: str) -> None:
    module = _module(_asking(ALWAYS))
    with pytest.raises(module["CaseError"], match="no action"):
        module["decide"](action, {})


def test_a_case_that_breaks_an_assumption_is_refused() -> None:
    assumed = Assumption(Within("overdue", NumberSet((Interval(1),))))
    module = _module(_asking(ALWAYS, assumptions=(assumed,)))
    assert module["decide"]("contact(sms)", {"overdue": 1})["verdict"] == "forbidden"
    assert module["decide"]("contact(sms)", {})["verdict"] == "forbidden"
    with pytest.raises(module["CaseError"], match="assumes"):
        module["decide"]("contact(sms)", {"overdue": 0})


def test_an_assumption_rules_completions_out() -> None:
    both = conjoin([Holds("notice"), Within("overdue", NumberSet((Interval(3),)))])
    assumed = Assumption(Within("overdue", NumberSet((Interval(None, 2),))))
    decided = _decide(_asking(both, assumptions=(assumed,)))
    assert decided("contact(sms)", {})["verdict"] == "silent"


def test_a_duty_that_turns_on_an_unknown_fact_is_shown_as_uncertain() -> None:
    late = Within("overdue", NumberSet((Interval(3),)))
    duty = Duty("say", Pattern("contact", (None,)), Holds("notice"), late)
    decided = _decide(_asking(ALWAYS, duties=(duty,)))
    shown = {"rule": "say", "requirement": "overdue >= 3 days", "title": None, "sources": []}
    assert decided("contact(sms)", {})["duties"] == [{**shown, "met": None, "when": "notice"}]
    owed = decided("contact(sms)", {"notice": True, "overdue": 3})
    assert owed["duties"] == [{**shown, "met": True, "when": None}]
    unmet = decided("contact(sms)", {"notice": True, "overdue": 2})
    assert unmet["duties"] == [{**shown, "met": False, "when": None}]
    assert decided("contact(sms)", {"notice": False})["duties"] == []


def test_rules_that_hold_in_every_completion_are_named_though_the_verdict_is_open() -> None:
    everywhere = Pattern("contact", (None,))
    policy = _asking(Holds("notice"))
    gently = Clause("gently", Effect.DISCOURAGE, everywhere, ALWAYS)
    decided = _decide(attrs.evolve(policy, clauses=(*policy.clauses, gently)))
    found = decided("contact(sms)", {})
    assert found["verdict"] == "undetermined"
    assert found["residual"] == "discouraged or forbidden: depends on notice"
    assert [rule["rule"] for rule in found["rules"]] == ["gently"]
    assert found["depends_on"] == ["notice"]


def test_too_many_combinations_of_the_unknown_leave_it_open() -> None:
    facts = [Axis(f"fact{i}", YesNo()) for i in range(40)]
    pairs = [All((Holds(f"fact{i}"), Holds(f"fact{i + 1}"))) for i in range(0, 40, 2)]
    policy = attrs.evolve(_asking(AnyOf(tuple(pairs))), axes={axis.key: axis for axis in facts})
    found = _decide(policy)("contact(sms)", {})
    assert found["verdict"] == "undetermined"
    assert found["residual"].startswith("not known: depends on fact0, fact1")
    assert found["undecided"] == "too many combinations of unknown facts"
    assert found["rules"] == []


def test_what_a_prohibition_settles_is_not_held_up_by_what_is_unknown_besides() -> None:
    facts = [Axis(f"fact{i}", YesNo()) for i in range(40)]
    anything = Pattern("contact", (None,))
    gentle = [Clause(f"r{i}", Effect.RECOMMEND, anything, Holds(f"fact{i}")) for i in range(40)]
    policy = _asking(ALWAYS)
    policy = attrs.evolve(
        policy,
        axes={axis.key: axis for axis in facts},
        clauses=(*gentle, *policy.clauses),
    )
    found = _decide(policy)("contact(sms)", {})
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
    module = _module(policy)
    assert module["__doc__"].startswith(nasty)
    assert module["decide"]("contact(other)", {nasty: nasty})["rules"][0]["rule"] == nasty


def test_rules_that_override_one_another_in_a_ring_are_refused() -> None:
    everywhere = Pattern("contact", (None,))
    hen = Clause("hen", Effect.FORBID, everywhere, ALWAYS, frozenset({"egg"}))
    egg = Clause("egg", Effect.ALLOW, everywhere, ALWAYS, frozenset({"hen"}))
    policy = attrs.evolve(_asking(ALWAYS), clauses=(hen, egg))
    with pytest.raises(ValueError, match="ring"):
        module_text(policy)


@pytest.mark.property
@settings(max_examples=10)
@given(randoms())
def test_the_same_policy_gives_the_same_text(random: Random) -> None:
    state = random.getrandbits(32)
    first, second = (dutiful_policy(Random(state), EVERYTHING) for _ in range(2))
    assert module_text(first) == module_text(second)


def test_it_imports_nothing_but_the_standard_library_and_little_at_the_start() -> None:
    imported: list[str | None] = []
    for node in ast.parse(module_text(_asking(ALWAYS))).body:
        if isinstance(node, ast.ImportFrom):
            imported.append(node.module)
        elif isinstance(node, ast.Import):
            imported += [alias.name for alias in node.names]
    assert imported == ["__future__", "sys"]


def _run(policy: Policy, folder: Path, lines: list[str], *options: str) -> tuple[int, list[Any]]:
    """The exit code and the answers of the module as a program, in a Python without packages."""
    path = folder / "compiled.py"
    path.write_text(module_text(policy), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(path), *options],
        input="\n".join(lines).encode(),
        capture_output=True,
        check=False,
    )
    assert not done.stderr
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def test_as_a_program_it_decides_one_case_a_line(tmp_path: Path) -> None:
    guard = Within("unreachable", NumberSet((Interval(Fraction(1, 2)),)))
    lines = [
        '{"ask": "contact(phone)", "unreachable": 0.5}',
        "",
        '{"ask": "联系(短信)", "unreachable": 0}',
    ]
    status, answers = _run(_asking(guard), tmp_path, lines)
    assert status == 0
    assert [answer["verdict"] for answer in answers] == ["forbidden", "silent"]
    asking = {"rule": "asking", "effect": "forbid", "title": None, "sources": [], "deadline": None}
    assert answers[0] == {
        "policy": "p",
        "version": {"effective": None, "until": None},
        "action": "contact(phone)",
        "verdict": "forbidden",
        "rules": [asking],
        "defeated": [],
        "duties": [],
        "rebuttable": False,
        "residual": None,
        "possible_rules": [],
        "depends_on": [],
        "open_terms": [],
        "undecided": None,
    }


def test_as_a_program_it_says_in_its_place_what_is_wrong_with_a_line(tmp_path: Path) -> None:
    lines = [
        "nonsense",
        "[1]",
        '{"overdue": 3}',
        '{"ask": "contact(phone)", "history": []}',
        '{"ask": "contact(phone)", "overdue": 1e400}',
        '{"ask": "contact(phone)", "overdue": 3E2}',
        '{"ask": "contact(phone)", "overdue": 3, "overdue": 4}',
        "[" * 100_000,
        '{"ask": "threaten"}',
    ]
    status, answers = _run(_asking(ALWAYS), tmp_path, lines)
    assert status == 2
    assert [answer.get("error") for answer in answers] == [
        "this line is no JSON object",
        "this line is no JSON object",
        '`ask` names the action: "ask": "…"',
        "nothing is derived from a history here: state the counts and times themselves",
        "`overdue` is a number of days, not `1e400`",
        None,
        "a key stands there twice",
        "this line is no JSON object",
        None,
    ]
    status, answers = _run(_asking(ALWAYS), tmp_path, lines, "--lang", "zh")
    assert answers[0] == {"error": "此行不是 JSON 对象"}
