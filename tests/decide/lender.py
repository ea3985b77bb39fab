"""A lender's policy with something of everything that a decision may rest on."""

from functools import cache

from policyc.decide.cases import Case
from policyc.decide.decision import Decision
from policyc.decide.findings import CaseError
from policyc.decide.point import DecisionPoint
from policyc.elaborate.elaborator import Elaborator
from policyc.library.library import Library, open_source
from policyc.source import Source

TEXT = """
policy lender "放贷人"
subject borrower "借款人"
subject debt "债务"
kind target "对象": borrower "本人", emergency "紧急联系人", employer "单位"
kind channel "渠道": sms "短信", phone "电话"
action contact "联系" (target, channel)
action report
event conversation "通话" (target)
event stop_request (target)
event notice "通知"
event consent
event withdrawal

fact overdue "逾期": days from 0 to 3650
fact unreachable "失联": hours
fact amount "金额": CNY
fact instalment "当期应还": CNY
fact identified "已表明身份": yes/no
fact time "当地时间": time of day
fact signed: date
fact status: target
fact rate: percent from 0% to 100%
assume instalment > 0 CNY
term grace "宽限期": days from 1 to 10, unspecified

source text "the text" dated 2025-01-02 at "https://example.org/text"

rule reminders "messages in the first week":
  when overdue in 1..7 then allow contact(borrower, sms)
  cite text "1"
rule calls: when overdue >= 8 then allow contact(borrower, phone)
rule emergency "the emergency contact":
  when unreachable > 72h and amount > 10 * instalment and ever(notice)
  then allow contact(emergency) otherwise forbid contact(emergency)
  cite text "2"
rule quiet "quiet hours": when time from 20:00 to 08:00 then forbid contact(any, phone)
rule who: when overdue < 90 then require identified for contact(any, phone)
rule cap: limit contact(any, phone) to 3 per day
rule debt_cap rebuttable: limit contact(borrower, phone) to 7 in any 7 days for each debt
rule agreed overrides cap:
  when count(consent, since withdrawal) > 0 then allow contact(any, phone)
rule stop: when ever(stop_request(same target)) then forbid contact(any)
rule patience: when overdue <= grace then discourage contact(borrower)
rule filed: when overdue > 90 then require report within 5 days of notice
rule nobody: forbid contact(employer)
default recommend report
"""


@cache
def point() -> DecisionPoint:
    """Decides the lender's cases; the definition has to agree."""
    (found,) = open_source(Source("lender.policy", TEXT), "lender").documents
    document = Elaborator(Library()).elaborate(found)
    assert [f.message() for f in document.findings if f.severity.value == "error"] == []
    return DecisionPoint(document, Library(), confirmed=True)


COMPLETE: dict[str, object] = {
    "overdue": 20,
    "unreachable": 10,
    "amount": 12_000,
    "instalment": 1_000,
    "identified": True,
    "time": "10:00",
    "grace": 3,
    "ever(notice)": True,
    "count(contact(any, phone), today)": 0,
    "count(contact(borrower, phone), last 7 days, for each debt)": 0,
    "count(consent, since withdrawal)": 0,
    "ever(stop_request(same target))": False,
}
"""A case that states whatever any rule asks."""


def decided(action: str, given: dict[str, object]) -> Decision:
    """The decision on one action in a case."""
    (ground,) = point().actions(action)
    return point().decide(ground, point().read(given))


def case(given: object) -> Case:
    """A case that is right."""
    return point().read(given)


def problems(given: object, action: str | None = None) -> list[str]:
    """The codes of what is wrong with a case, or with asking about an action in it."""
    try:
        found = point().read(given)
        for ground in point().actions(action) if action is not None else ():
            point().decide(ground, found)
    except CaseError as error:
        return [finding.code.name for finding in error.findings]
    return []


def messages(given: object, language: str = "en") -> list[str]:
    """What is said of a case that is wrong."""
    try:
        point().read(given)
    except CaseError as error:
        return [finding.message("zh" if language == "zh" else "en") for finding in error.findings]
    return []
