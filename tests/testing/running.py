"""Reports of small projects, in a vocabulary of their own that changes with no shipped policy."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from policyc.diagnostics.diagnostic import Diagnostic
from policyc.testing.report import Report
from policyc.testing.results import Ran
from policyc.testing.suite import Wanted, run_suite
from tests.harness.running import opened

DAY = date(2025, 6, 1)

WORDS = """\
vocabulary calling
subject borrower "借款人"
subject debt "债务"
kind target "对象": borrower "本人", emergency "紧急联系人", employer "单位"
kind channel "渠道": sms "短信", phone "电话"
action contact "联系" (target, channel)
action outsource "委外"
event notice "告知函"
event stop_request "停联要求" (target)
fact overdue "逾期": days from 0 to 3650
fact unreachable "失联": hours
fact amount "金额": CNY
fact instalment "应还": CNY
fact time "时间": time of day
fact identified "已表明身份": yes/no
assume instalment > 0 CNY
"""

HEAD = "policy lender\nuses calling\n"


def report(
    folder: Path,
    *texts: str,
    wanted: Wanted | None = None,
    day: date = DAY,
    files: Mapping[str, str] = MappingProxyType({}),
    **named: str,
) -> Report:
    """What running a policy `lender` of these rules and tests gives, other files beside it."""
    written = {"calling.policy": WORDS}
    if texts:
        written["lender.policy"] = HEAD + "\n".join(texts)
    written |= {f"{name}.policy": text for name, text in {**files, **named}.items()}
    project = opened(written, folder, folder)
    return run_suite(project, day, wanted or Wanted())


def ran_test(found: Report, title: str) -> Ran:
    """The test of a title."""
    (ran,) = (ran for ran in found.tests if ran.test.title == title)
    return ran


def findings(found: Report) -> list[Diagnostic]:
    """What is wrong with any test or proof."""
    return [finding for item in found.items for finding in item.failures]


def codes(found: Report) -> list[str]:
    """The codes of what is wrong with any test or proof."""
    return [finding.code.name for finding in findings(found)]
