"""`policyc show`."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from syrupy.assertion import SnapshotAssertion

from policyc.resources import schemas_folder
from tests.cli.calling import Shell

WORDS = """\
vocabulary calling
subject borrower "借款人"
subject debt "债务"
kind lender "贷款机构": bank "银行", consumer_finance "消费金融公司", assignee "受让人"
kind target "对象": borrower "本人", emergency "紧急联系人", employer "单位", stranger "陌生人"
kind channel "渠道": sms "短信", phone "电话", visit "上门"
action contact "联系" (target, channel)
action report "上报征信"
action offer "提供分期"
event conversation "通话" (target)
event stop_request "停联要求" (target, channel)
event notice "书面告知函"
fact firm "机构": lender
fact overdue "逾期": days from 0 to 3650
fact unreachable "失联": hours
fact amount "逾期金额": CNY
fact instalment "当期应还": CNY
fact paid "已还": CNY
fact time "当地时间": time of day
fact weekday "星期": weekday
fact identified "已表明身份": yes/no
fact excessive "过度": yes/no, by judgement
fact act_date "行为日期": date
term retention "录音保留期": months, more is stricter
term fee "费率": percent, less is stricter
assume instalment > 0 CNY
"""

ENGLISH = """\
policy lender "某贷款机构"
uses calling
published 2024-12-01
effective 2025-01-01 until 2026-01-01
scope: firm in {bank, consumer_finance}
includes law

source page "催收说明" dated 2024-11-30 at "https://example.org/page" secondary
source other official

term late_from "后期起始日": days from 30 to 90, unspecified
stages of overdue:
  early "初期": 1..7 days
  middle "中期": from 8 days to late_from
  late "后期": from late_from
define lost "失去联系": unreachable > 72h

default forbid contact(stranger)

rule reminders "初期短信提醒":
  when stage = early then allow contact(borrower, sms | phone)
  cite page "一、1"
rule later: when stage >= middle then allow contact(borrower, phone)
rule emergency:
  when overdue >= 16 and lost and amount > 10 * instalment and ever(notice)
  then allow contact(emergency)
  unless excessive
  otherwise forbid contact(emergency)
  cite page "一、3"
  cite other
rule quiet: when time from 20:00 to 08:00 then forbid contact(any, phone)
rule who: require identified for contact(any, phone)
rule cap rebuttable: limit contact(borrower, phone) to 7 in any 7 days for each debt
rule once: limit contact(any, visit) to 1 per month
rule after rebuttable:
  when days_since(conversation(borrower)) < 7 then forbid contact(borrower, phone)
rule agreed overrides cap, after:
  when count(notice, last 24h) > 0 then allow contact(borrower, phone)
rule stop: when ever(stop_request(same target, same channel)) then forbid contact(any)
rule gentle: discourage contact(not stranger, visit) unless lost and not excessive
rule weekend: when weekday in {sat, sun} then discourage contact(any, phone)
rule days: when overdue in {1, 3, 5} then recommend contact(borrower | emergency, sms)
rule hardship: when paid < 30% of amount then require offer within 5 days of conversation(borrower)
rule yearly: require report every 1 year
rule dated: when act_date >= 2025-06-01 and count(notice) = 0 then forbid report

set retention = 6 months
  cite page "二"
set fee unspecified

unmodelled "语气温和" because "tone cannot be measured" cite page "三"

prove "nobody is called at night": contact(any, phone) is always forbidden when time >= 22:00
prove contact(stranger, visit) is never allowed
"""

LAW = """\
policy law "法律"
uses calling
rule no_strangers "不得联系陌生人": forbid contact(stranger)
"""

CHINESE = """\
政策 lender "某贷款机构"
采用 calling
发布 2024-12-01
生效 2025-01-01 直至 2026-01-01
适用范围: 机构 在 {银行, 消费金融公司}

阶段划分 逾期:
  early "初期": 1..7天

规则 reminders "初期短信提醒":
  当 阶段 = 初期 则 允许 联系(本人, 短信 | 电话)
规则 emergency:
  当 逾期 >= 16 且 失联 > 72小时 且 逾期金额 > 10 * 当期应还 且 发生过(书面告知函)
  则 允许 联系(紧急联系人)
  否则 禁止 联系(紧急联系人)
规则 cap: 限制 联系(任何, 电话) 至 3 次 每日
"""

THE_SAME = """\
policy lender "某贷款机构"
uses calling
published 2024-12-01
effective 2025-01-01 until 2026-01-01
scope: firm in {bank, consumer_finance}

stages of overdue:
  early "初期": 1..7 days

rule reminders "初期短信提醒":
  when stage = early then allow contact(borrower, sms | phone)
rule emergency:
  when overdue >= 16 and unreachable > 72h and amount > 10 * instalment and ever(notice)
  then allow contact(emergency)
  otherwise forbid contact(emergency)
rule cap: limit contact(any, phone) to 3 per day
"""

each_language = pytest.mark.parametrize("language", ["en", "zh"])
DAY = ("--on", "2025-06-01")


@pytest.fixture
def lender(shell: Shell) -> Shell:
    shell.write("calling.policy", WORDS)
    shell.write("law.policy", LAW)
    shell.write("lender.policy", ENGLISH)
    return shell


@each_language
def test_a_policy_is_told_in_sentences(
    language: str, lender: Shell, snapshot: SnapshotAssertion
) -> None:
    called = lender.call("show", "lender", "--lang", language, *DAY)
    assert (called.code, called.err) == (0, "")
    assert called.out == snapshot


@each_language
def test_the_sentences_do_not_depend_on_the_script(language: str, shell: Shell) -> None:
    shell.write("calling.policy", WORDS)
    shown = []
    for text in (CHINESE, THE_SAME):
        shell.write("lender.policy", text)
        called = shell.call("show", "lender", "--lang", language, *DAY)
        assert called.code == 0
        shown.append(called.out)
    assert shown[0] == shown[1]


def test_json_is_as_the_schema_says_and_has_the_same_sentences(lender: Shell) -> None:
    schema: Any = json.loads((schemas_folder() / "show-1.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    found = json.loads(lender.call("show", "lender", "--format", "json", *DAY).out)
    assert list(Draft202012Validator(schema).iter_errors(found)) == []
    rules = next(s for s in found["sections"] if s["kind"] == "rules")
    quiet = next(e for e in rules["entries"] if e["name"] == "quiet")
    (sentence,) = quiet["sentences"]
    assert sentence == (
        "When time is from 20:00 until 08:00 the next day, "
        "it is forbidden to contact (any target, phone)."
    )


def test_every_rule_and_statement_is_told(lender: Shell) -> None:
    found = json.loads(lender.call("show", "lender", "--format", "json", *DAY).out)
    told = {s["kind"]: [e["name"] for e in s["entries"]] for s in found["sections"]}
    assert told["rules"] == [
        line.split()[1].rstrip(":") for line in ENGLISH.splitlines() if line.startswith("rule ")
    ]
    assert told["included"] == ["no_strangers"]
    assert told["terms"] == ["retention", "fee", "late_from"]
    assert told["definitions"] == ["lost"]
    assert told["judgement"] == ["excessive"]
    assert [len(told[kind]) for kind in ("defaults", "assumptions", "unmodelled", "proofs")] == [
        1,
        1,
        1,
        2,
    ]


def test_a_policy_that_is_not_in_force_is_a_wrong_call(lender: Shell) -> None:
    called = lender.call("show", "lender", "--on", "2026-01-01")
    assert called.code == 2
    assert called.out == ""


def test_a_policy_with_errors_is_not_told(shell: Shell) -> None:
    shell.write("broken.policy", "rule one: when overdu > 3 then allow outsource\n")
    called = shell.call("show", "broken")
    assert called.code == 1
    assert called.out == ""
    assert "error[unknown-fact]" in called.err


def test_what_acts_on_a_terminal_is_shown_and_not_sent(shell: Shell) -> None:
    shell.write("odd.policy", 'rule one "a \x1b[31m red \u202e title": allow outsource\n')
    out = shell.call("show", "odd").out
    assert "\x1b" not in out
    assert "“a ␛[31m red <U+202E> title”" in out


PAINTING = """\
vocabulary painting
kind colour "颜色": red "红", green "绿"
action paint "粉刷" (colour)
action rest "休息"
event rain "下雨"
fact dry "干燥": yes/no
fact warm "温暖": yes/no
fact height "高": days
fact width "宽": days
term shade "色调": colour
term glossy "有光泽": yes/no
term most "至多": days
"""

INNER = """\
policy inner
uses painting
scope: dry
rule reds: forbid paint(red)
"""

OUTER = """\
policy outer
uses painting
effective 2025-01-01
includes inner
term matt "无光": yes/no, unspecified
term tone "调子": colour, unspecified
set shade = green
set glossy = yes
set most = 3 days
rule a: when not (dry or warm) then allow rest
rule b: when not (dry and warm) then forbid paint(green)
rule c: when since(rain) <= 3h then discourage rest
rule d: when height + width > 10 and not (height > width or dry) then recommend rest
rule e: when height > 2 * width or height < width then discourage rest
rule f: when height in 2..3 or height = 9 then forbid rest
"""


@each_language
def test_values_negations_and_sums_are_told(
    language: str, shell: Shell, snapshot: SnapshotAssertion
) -> None:
    for name, text in (("painting", PAINTING), ("inner", INNER), ("outer", OUTER)):
        shell.write(f"{name}.policy", text)
    called = shell.call("show", "outer", "--lang", language, *DAY)
    assert (called.code, called.err) == (0, "")
    assert called.out == snapshot
