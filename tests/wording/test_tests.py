"""Cases as tests to paste."""

from typing import Any

import attrs

from policyc.core.actions import Ground, Pattern
from policyc.core.axes import Axis, Elapsed, ElapsedDays, Numbers, Unit
from policyc.core.policy import Verdict
from policyc.source import Source
from policyc.syntax.parse import parse
from policyc.wording import tests as module
from policyc.wording.speech import Speech
from tests.wording.test_regions import AXES, VOCABULARY

CALL = Pattern("contact", (None, frozenset({"phone"})))
PAST = {
    axis.key: axis
    for axis in (
        Axis(
            "since(contact(any, phone))",
            Numbers(Unit.HOURS, 0, None, None, optional=True),
            Elapsed(CALL, "borrower"),
        ),
        Axis(
            "days_since(contact(any, phone))",
            Numbers(Unit.DAYS, 0, None, 1, optional=True),
            ElapsedDays(CALL, "borrower"),
        ),
    )
}
ENGLISH = Speech({**AXES, **PAST}, VOCABULARY)
CHINESE = attrs.evolve(ENGLISH, language="zh", labels=True)
EMERGENCY = Ground("contact", ("emergency", "phone"))


def told(speech: Speech, title: str = "t", /, **facts: object) -> str:
    return module.test_text(speech, title, facts, EMERGENCY, Verdict.FORBIDDEN)  # type: ignore[arg-type]  # values of the axes


def test_a_case_is_stated_in_the_language_itself() -> None:
    assert told(ENGLISH, "late", overdue=20, identified=False) == (
        'test "late":\n'
        "  given overdue = 20 days, not identified\n"
        "  expect contact(emergency, phone) forbidden\n"
    )
    assert told(CHINESE, "晚", overdue=20, identified=True) == (
        '测试 "晚":\n  给定 逾期 = 20天, 已表明身份\n  预期 联系(紧急联系人, 电话) 禁止\n'
    )


def test_a_case_without_facts_has_no_given() -> None:
    assert told(ENGLISH) == 'test "t":\n  expect contact(emergency, phone) forbidden\n'


def test_quotes_and_line_breaks_of_a_title_do_not_end_it() -> None:
    text = told(ENGLISH, 'say "no"\\\nnow')
    assert text.startswith('test "say \\"no\\"\\\\ now":\n')
    _, findings = parse(Source("<test>", f"policy p\n{text}"))
    assert findings == ()


def test_what_never_happened_is_said_by_denying_that_it_ever_did() -> None:
    facts = {"since(contact(any, phone))": None}
    text = module.test_text(ENGLISH, "t", facts, EMERGENCY, Verdict.SILENT)
    assert "given not ever(contact(any, phone))" in text
    text = module.test_text(
        CHINESE, "t", {"days_since(contact(any, phone))": None}, EMERGENCY, Verdict.SILENT
    )
    assert "给定 非 发生过(联系(任何, 电话))" in text


def test_many_facts_go_on_under_the_first() -> None:
    facts: dict[str, Any] = dict.fromkeys(
        ("overdue", "unreachable", "amount", "instalment", "late_from"), 5
    )
    lines = told(ENGLISH, **facts, time=36_000, identified=True).splitlines()
    assert len(lines) == 4
    assert lines[2].startswith(" " * len("  given ") + "t") or lines[2].startswith("        ")
    assert all(len(line) <= module.WIDTH for line in lines)
