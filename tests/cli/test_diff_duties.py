"""`policyc diff` on deadlines, and on duties that the other side does by forbidding."""

import json

import pytest

from tests.cli.calling import Shell

WORDS = """\
vocabulary calling
kind target "对象": borrower "本人", emergency "紧急联系人"
kind channel "渠道": sms "短信", phone "电话"
action contact "联系" (target, channel)
action answer "答复" (target)
action report "上报"
event question "提问" (target)
fact overdue "逾期": days
fact identified: yes/no
"""
ANSWERS = """\
policy {name}
uses calling
rule answer: when overdue > 3 then require answer(borrower) within {days} days of question(borrower)
rule regularly: require report every {every}
"""


@pytest.fixture
def due(shell: Shell) -> Shell:
    """A shell with two policies that require the same, by different days."""
    shell.write("calling.policy", WORDS)
    shell.write("a.policy", ANSWERS.format(name="a", days=5, every="1 year"))
    shell.write("b.policy", ANSWERS.format(name="b", days=10, every="6 months"))
    return shell


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            """\
By when what both require is due
  answer(borrower): a within 5 days of question(borrower) (answer); b within 10 days of
    question(borrower) (answer) (a is stricter)
  report: a every 1 year (regularly); b every 6 months (regularly) (b is stricter)
""",
        ),
        (
            "zh",
            """\
双方都要求的行为的期限
  答复(本人)：a 提问(本人)后5天内（answer）；b 提问(本人)后10天内（answer）（a更严）
  上报：a 每1年一次（regularly）；b 每6个月一次（regularly）（b更严）
""",
        ),
    ],
)
def test_deadlines_of_what_both_require_are_compared(due: Shell, language: str, told: str) -> None:
    assert told in due.call("diff", "a.policy", "b.policy", "--lang", language).out


def test_deadlines_in_json_name_the_rules_and_the_stricter_side(due: Shell) -> None:
    found = json.loads(due.call("diff", "a.policy", "b.policy", "--format", "json").out)
    answer, report = found["deadlines"]
    assert (answer["action"], answer["stricter"]) == ("answer(borrower)", "left")
    assert answer["left"] == "within 5 days of question(borrower)"
    assert answer["right"] == "within 10 days of question(borrower)"
    assert (answer["left_rule"]["rule"], answer["right_rule"]["line"]) == ("answer", 3)
    assert (report["left"], report["right"]) == ("every 1 year", "every 6 months")
    assert report["stricter"] == "right"


def test_a_deadline_that_only_one_side_sets_is_compared_with_none(due: Shell) -> None:
    due.write("c.policy", "policy c\nuses calling\nrule regularly: require report\n")
    assert "c no deadline (regularly)" in due.call("diff", "b.policy", "c.policy").out
    assert "c 无期限（regularly）" in due.call("diff", "b.policy", "c.policy", "--lang", "zh").out


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "b forbids the action otherwise too, without naming this as a duty"),
        ("zh", "b在不满足时同样禁止，但未写作条件"),
    ],
)
def test_a_prohibition_that_does_a_duty_s_work_is_told(
    due: Shell, language: str, told: str
) -> None:
    heading = "policy {}\nuses calling\n"
    due.write("a.policy", heading.format("a") + "rule say: require identified for contact(any)\n")
    due.write(
        "b.policy",
        heading.format("b") + "rule say: when not identified then forbid contact(any)\n",
    )
    out = due.call("diff", "a.policy", "b.policy", "--lang", language).out
    assert told in " ".join(out.split())
