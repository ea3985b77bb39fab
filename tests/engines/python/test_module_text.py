"""What a module keeps of a policy for its readers: sources, titles, deadlines, its heading."""

from datetime import date
from fractions import Fraction
from typing import Any

import attrs

from policyc.core.actions import Pattern, Vocabulary
from policyc.core.axes import Axis, Numbers, OpenTerm, Unit, YesNo
from policyc.core.conditions import ALWAYS, Holds, Linear, LinearForm, Not, Within
from policyc.core.numbers import Interval, NumberSet
from policyc.core.policy import (
    Assumption,
    Attestation,
    Citation,
    Clause,
    Deadline,
    Duty,
    Effect,
    Period,
    Policy,
    Rule,
    SourceText,
    Unmodelled,
)
from policyc.engines.python.module import module_text
from tests.engines.python.modules import CONTACT, asking, run

LETTER = SourceText(
    "letter", "A letter", date(2024, 2, 3), "https://example.org/letter", Attestation.OFFICIAL
)
NOTE = SourceText("note", None, None, "https://example.org/note", None)
BARE = SourceText("bare", None, None, None, None)
EVERYONE = Pattern("contact", (None,))
SMS = Pattern("contact", (frozenset({"sms"}),))
LATE = Axis("late", Numbers(Unit.DAYS, 1, 9, 1), OpenTerm("p"))


def whole() -> Policy:
    """A policy with something of everything that a module shows."""
    policy = asking(Holds("notice"))
    weekly = Deadline(7, "days", None)
    clauses = (
        *policy.clauses,
        Clause("answer", Effect.REQUIRE, SMS, ALWAYS, frozenset({"asking"}), deadline=weekly),
    )
    return attrs.evolve(
        policy,
        axes={**policy.axes, LATE.key: LATE},
        clauses=clauses,
        duties=(
            Duty("say", SMS, Within("overdue", NumberSet((Interval(3),))), Holds("notice")),
            Duty("show", SMS, ALWAYS, Within("late", NumberSet((Interval(4),)))),
        ),
        rules={
            "asking": Rule("asking", "Asking first", (Citation(LETTER, "page 3"), Citation(NOTE))),
            "answer": Rule("answer", None, (Citation(BARE, "2"),)),
            "say": Rule("say", "Saying who", (Citation(LETTER, "page 4"),)),
        },
        sources={source.name: source for source in (LETTER, NOTE, BARE)},
        unmodelled=(Unmodelled("We are polite.", "no case can tell"),),
        label="催收",
        period=Period(date(2025, 1, 1), date(2026, 1, 1)),
        published=date(2024, 12, 1),
    )


def test_a_decision_shows_each_rule_with_its_title_its_sources_and_its_deadline() -> None:
    decided = run(whole())["decide"]("contact(sms)", {"notice": True, "overdue": 3})
    letter = {
        "dated": "2024-02-03",
        "address": "https://example.org/letter",
        "attestation": "official",
    }
    asking_first: dict[str, Any] = {
        "rule": "asking",
        "effect": "forbid",
        "title": "Asking first",
        "sources": [
            {"source": "A letter", "place": "page 3", **letter},
            {
                "source": "note",
                "place": None,
                "dated": None,
                "address": "https://example.org/note",
                "attestation": None,
            },
        ],
        "deadline": None,
    }
    assert decided == {
        "schema": "compiled/1",
        "policy": "p",
        "version": {"effective": "2025-01-01", "until": "2026-01-01"},
        "action": "contact(sms)",
        "verdict": "required",
        "rules": [
            {
                "rule": "answer",
                "effect": "require",
                "title": None,
                "sources": [
                    {
                        "source": "bare",
                        "place": "2",
                        "dated": None,
                        "address": None,
                        "attestation": None,
                    }
                ],
                "deadline": "every 7 days",
            }
        ],
        "defeated": [asking_first],
        "duties": [
            {
                "rule": "say",
                "requirement": "notice",
                "met": True,
                "when": None,
                "title": "Saying who",
                "sources": [{"source": "A letter", "place": "page 4", **letter}],
            },
            {
                "rule": "show",
                "requirement": "late >= 4 days",
                "met": None,
                "when": None,
                "title": None,
                "sources": [],
            },
        ],
        "rebuttable": False,
        "residual": None,
        "possible_rules": [],
        "depends_on": [],
        "open_terms": [],
        "undecided": None,
    }


def test_a_duty_that_may_be_owed_says_when_and_an_open_term_is_no_fact() -> None:
    policy = attrs.evolve(
        whole(),
        clauses=(
            Clause("early", Effect.FORBID, EVERYONE, Within("late", NumberSet((Interval(4),)))),
        ),
    )
    decided = run(policy)["decide"]("contact(sms)", {"notice": False})
    assert decided["residual"] == "silent or forbidden: depends on late"
    assert decided["open_terms"] == ["late"]
    assert decided["depends_on"] == []
    assert [(duty["rule"], duty["when"], duty["met"]) for duty in decided["duties"]] == [
        ("say", "overdue >= 3 days", False),
        ("show", None, None),
    ]


def test_the_heading_says_what_the_module_was_made_from() -> None:
    heading = run(whole())["__doc__"].splitlines()
    assert heading[:4] == [
        "催收 (p): decides what this policy says.",
        "",
        "Published 2024-12-01.",
        "Effective 2025-01-01 until 2026-01-01.",
    ]
    assert heading[4] == "Made by policyc: change the policy and not this file."
    assert heading[-8:] == [
        "",
        "Sources:",
        "  letter: A letter, 2024-02-03",
        "  note: https://example.org/note",
        "  bare: ",
        "",
        "What the sources say besides:",
        "  We are polite. (no case can tell)",
    ]


def test_the_heading_is_short_where_there_is_little_to_say() -> None:
    heading = run(asking(ALWAYS))["__doc__"].splitlines()
    assert heading[:3] == [
        "p (p): decides what this policy says.",
        "",
        "Made by policyc: change the policy and not this file.",
    ]
    assert "Sources:" not in heading
    assert "What the sources say besides:" not in heading
    open_end = run(attrs.evolve(asking(ALWAYS), period=Period(date(2025, 1, 1))))
    assert "Effective 2025-01-01." in open_end["__doc__"].splitlines()
    assert open_end["decide"]("contact(sms)", {})["version"] == {
        "effective": "2025-01-01",
        "until": None,
    }


DECLARED = """\
POLICY = Policy('small')
POLICY.source('bare')
POLICY.fact('a', 'days', lower=0, upper=10, step=1)
POLICY.fact('b', 'days', lower='1/2', never=True)
POLICY.fact('notice', 'yes/no')
POLICY.sum('a + 2 * b', {'a': 1, 'b': 2}, lower=1, never=True, after=[5])
POLICY.action('contact', {'sms': '短信', 'phone': '电话'}, label='联系')


@POLICY.rule('first', 'forbid', 'contact', ('sms',), overrides=('second', 'third'))
def rule_1(case):
    \"\"\"not notice\"\"\"
    return not case['notice']


@POLICY.default('second', 'allow', 'contact', None, rebuttable=True, cite=[('bare', None)])
def default_1(case):
    \"\"\"in every case\"\"\"
    return True


@POLICY.assumption
def assumption_1(case):
    \"\"\"a + 2 * b <= 5 days\"\"\"
    return (x0 := case['a + 2 * b']) is not None and x0 <= 5
"""


def test_the_declarations_read_as_a_person_would_write_them() -> None:
    a = Axis("a", Numbers(Unit.DAYS, 0, 10, 1))
    b = Axis("b", Numbers(Unit.DAYS, Fraction(1, 2), optional=True))
    low = Linear(LinearForm((("a", 1), ("b", 2))), NumberSet((Interval(None, 5),)))
    policy = Policy(
        "small",
        {axis.key: axis for axis in (a, b, Axis("notice", YesNo()))},
        Vocabulary({}, {"contact": CONTACT}),
        (
            Clause(
                "first", Effect.FORBID, SMS, Not(Holds("notice")), frozenset({"third", "second"})
            ),
        ),
        (Clause("second", Effect.ALLOW, EVERYONE, ALWAYS, rebuttable=True),),
        assumptions=(Assumption(low),),
        rules={"second": Rule("second", None, (Citation(BARE),))},
        sources={"bare": BARE},
    )
    text = module_text(policy)
    declared = text[text.index("POLICY = ") : text.index("\ndef decide(")]
    assert declared == DECLARED
