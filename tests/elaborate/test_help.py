"""What a finding advises: somebody new to the language does what it says."""

from pathlib import Path

import pytest

from policyc.diagnostics.diagnostic import Diagnostic
from tests.harness import running
from tests.harness.chunks import ALONE
from tests.language.conftest import LIBRARY

RULES = {
    "when time < 20 then forbid contact(any)": "write it, as in `20:00`",
    "when time < 24 then forbid contact(any)": "write it, as in `24:00`",
    "when time < 77 then forbid contact(any)": "write it, as in `20:00`",
    "when since(conversation(any)) < 2 * 12 then forbid contact(any)": "as in `24 days`",
    "forbid contact(phone)": "it is a member of `channel`: write `contact(any, phone)`",
    "forbid contact(sms, borrower)": "it is a member of `channel`: write `contact(any, sms)`",
    "forbid call(borrower)": "what can be said of `(borrower)`: `contact`, `disclose`",
    "forbid call(borrower, phone)": "what can be said of `(borrower, phone)`: `contact`",
    "forbid contcat(borrower)": "did you mean `contact`?",
    "when overdu_days > 3 then forbid contact(any)": "did you mean `overdue`?",
    "fact day: weekday\nwhen day = saturday then forbid contact(any)": "did you mean `sat`?",
    "当 预期 > 3 则 禁止 联系(任何)": "did you mean `逾期`?",
    "当 逾期天数 > 3 则 禁止 联系(任何)": "did you mean `逾期`?",
    "when overdue > 30h then forbid contact(any)": "write `overdue >= 2 days`",
    "when overdue < 30h then forbid contact(any)": "write `overdue <= 1 day`",
    "when overdue in 30h..50h then forbid contact(any)": "write `overdue = 2 days`",
    "when overdue in 30h..80h then forbid contact(any)": "write `overdue in 2 days..3 days`",
    "when since(conversation(any)) = never then forbid contact(any)": (
        "`not ever(conversation(any))` says that it never happened"
    ),
    "when address_book_rate > 0.24 then forbid contact(any)": "write `24%` if that is meant",
    "term kept: months = 730 days": (
        "write a number in months, as in `6 months`: days and months do not convert"
    ),
    "term waited: days = 6 months": (
        "write a number in days, as in `16 days`: days and months do not convert"
    ),
    "term waited: days from 20 to 30\nset waited = yes": "write a value like `20 days`",
    "term share: percent = 3 days": "write a value like `24%`",
    "term owed: CNY = 3 days": "write a value like `5000 CNY`",
}


def found(text: str, folder: Path) -> list[Diagnostic]:
    return running.findings(running.opened({ALONE: text}, folder, LIBRARY))


@pytest.mark.parametrize(("rule", "advice"), RULES.items(), ids=list(RULES))
def test_the_advice_mends_what_is_wrong(rule: str, advice: str, tmp_path: Path) -> None:
    helps = [finding.help("en") or "" for finding in found(rule + "\n", tmp_path)]
    assert any(advice in help_ for help_ in helps), helps


def test_a_policy_that_is_not_found_may_be_the_one_at_hand(tmp_path: Path) -> None:
    text = """policy mine
uses collection
rule r: forbid contact(any)
table "t":
  ask contact(borrower, phone)
  | overdue | the_other_one |
  | 3       | forbidden     |
"""
    (finding,) = found(text, tmp_path)
    assert (finding.help("en") or "").startswith("there are: `mine`, ")


@pytest.mark.parametrize(
    ("verdict", "advice"),
    [
        ("allowd", "did you mean `allowed`?"),
        ("必需", "did you mean `必须`?"),
        ("7", "write one of: `conflict`, `forbidden`, `required`"),
    ],
)
def test_a_misspelt_verdict_is_named(verdict: str, advice: str, tmp_path: Path) -> None:
    text = f"""policy mine
uses collection
rule r: forbid contact(any)
table "t":
  ask contact(borrower, phone)
  | overdue | mine |
  | 3 | {verdict} |
"""
    (finding,) = found(text, tmp_path)
    assert (finding.help("en") or "").startswith(advice)
