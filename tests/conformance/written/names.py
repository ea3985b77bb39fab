"""What names stand for: stages, terms, definitions, included policies, Chinese words."""

from tests.conformance.writing import Facts, Meant, Open, Question, Says, Suite, each, every

_YES_NO = (False, True)

STAGES = """
vocabulary words
kind how: sms, phone, letter, visit, agency, court, app, mail
action use (how)
fact overdue: days from 0 to 400
fact silent_for: hours

policy lender
uses words
stages of overdue:
  reminder "remind": 1..7 days
  calling: 8..15 days
  late: from 20 to 31
  very_late: from 31
stages of silent_for:
  short: from 0h to 72h
  long: from 72h
rule a: when stage = reminder then allow use(sms)
rule b: when stage >= calling then allow use(phone)
rule c: when stage < late then allow use(letter)
rule d: when stage != calling then allow use(visit)
rule e: when stage in {calling, very_late} then allow use(agency)
rule f: when stage in calling..late then allow use(court)
rule g: when stage from reminder to late then allow use(app)
rule h: when stage not in {late} and stage = long then allow use(mail)
"""


def _stage(facts: Facts) -> int | None:
    """The place of the stage of the days overdue; none before the first and in the hole."""
    for place, (first, last) in enumerate(((1, 7), (8, 15), (20, 30), (31, 400))):
        if first <= facts["overdue"] <= last:
            return place
    return None


def _in(*places: int) -> object:
    return lambda f: _stage(f) in places


def _use(rule: str, how: str, when: object) -> Says:
    return Says(rule, "allow", ("use", {how}), when)  # type: ignore[arg-type]  # a lambda


_DAYS = (0, 1, 7, 8, 15, 16, 19, 20, 30, 31, 400)
_HOW = ("sms", "phone", "letter", "visit", "agency", "court", "app")

stages = Suite(
    "stages",
    "Stages are compared by their order; where a case is in no stage, no comparison holds",
    STAGES,
    Meant(
        (
            _use("a", "sms", _in(0)),
            _use("b", "phone", _in(1, 2, 3)),
            _use("c", "letter", _in(0, 1)),
            _use("d", "visit", _in(0, 2, 3)),
            _use("e", "agency", _in(1, 3)),
            _use("f", "court", _in(1, 2)),
            _use("g", "app", _in(0, 1)),
            _use("h", "mail", lambda f: _stage(f) in (0, 1, 3) and f["silent_for"] >= 72),
        )
    ),
    [
        *(question for how in _HOW for question in each(f"use({how})", "overdue", _DAYS)),
        *every(["use(mail)"], overdue=(0, 7, 20, 31), silent_for=(71, 72)),
    ],
)

TERMS = """
vocabulary words
kind lender_kind: bank, shop
action call
action sue
action sell
action wait
fact overdue: days
fact months_late: months
fact lender: lender_kind
term patience "patience": days, less is stricter
term storage: months, more is stricter
term owner: lender_kind
term selling: yes/no
term share: percent from 0% to 100% = 30%
fact paid: CNY
fact due: CNY
fact rate: percent

policy lender
uses words
term own: days = 10
set patience = 48h
set storage = 1 year
set owner = bank
set selling = no
set court_from unspecified
term court_from: days from 30 to 90
set grace 1..3 days
term grace: days
term sell_from: months from 1 to 24, unspecified
assume sell_from > 3
rule a: when overdue > patience then allow call
rule b: when months_late >= storage then forbid call
rule c: when overdue > own * 2 + patience then recommend call
rule d: when overdue >= court_from then allow sue
rule e: when lender = owner then discourage sue
rule f: when selling or months_late >= sell_from then allow sell
rule g: when paid - 30% of due < 0 then forbid sell
rule h: when rate > share then recommend sell
rule i: when overdue <= grace then discourage wait
"""

terms = Suite(
    "terms",
    "A term is its value, in its own unit; one that is open is stated with the case",
    TERMS,
    Meant(
        (
            Says("a", "allow", ("call",), lambda f: f["overdue"] > 2),
            Says("b", "forbid", ("call",), lambda f: f["months_late"] >= 12),
            Says("c", "recommend", ("call",), lambda f: f["overdue"] > 22),
            Says("d", "allow", ("sue",), lambda f: f["overdue"] >= f["court_from"]),
            Says("e", "discourage", ("sue",), lambda f: f["lender"] == "bank"),
            Says("f", "allow", ("sell",), lambda f: f["months_late"] >= f["sell_from"]),
            Says("g", "forbid", ("sell",), lambda f: 10 * f["paid"] < 3 * f["due"]),
            Says("h", "recommend", ("sell",), lambda f: f["rate"] > 30),
            Says("i", "discourage", ("wait",), lambda f: f["overdue"] <= f["grace"]),
        )
    ),
    [
        *every(["call"], overdue=(2, 3, 22, 23), months_late=(11, 12)),
        *every(["sue"], overdue=(44, 45, 46), court_from=(45,), lender=("bank", "shop")),
        *every(["wait"], overdue=(1, 2, 3, 4), grace=(1, 3)),
        Open("wait", {"overdue": 1}, ({"grace": 1}, {"grace": 3})),
        Open("wait", {"overdue": 2}, ({"grace": 1}, {"grace": 3})),
        Open("wait", {"overdue": 4}, ({"grace": 1}, {"grace": 3})),
        *every(
            ["sell"],
            months_late=(5, 6, 7),
            sell_from=(6,),
            paid=(299, 300),
            due=(1000,),
            rate=(30, 31),
        ),
    ],
)

DEFINITIONS = """
vocabulary words
action call
fact hour: time of day
fact holiday: yes/no
fact agreed: yes/no

policy lender
uses words
rule a: when protected then forbid call
rule b: when not protected then allow call
define protected: (quiet or holiday) and not agreed
define quiet "quiet hours": hour from 21:00 to 08:00
"""


def _protected(facts: Facts) -> bool:
    quiet = facts["hour"] >= "21:00" or facts["hour"] < "08:00"
    return (quiet or facts["holiday"]) and not facts["agreed"]


definitions = Suite(
    "definitions",
    "A name stands for its condition, wherever that is written",
    DEFINITIONS,
    Meant(
        (
            Says("a", "forbid", ("call",), _protected),
            Says("b", "allow", ("call",), lambda f: not _protected(f)),
        )
    ),
    every(["call"], hour=("07:59", "08:00", "21:00"), holiday=_YES_NO, agreed=_YES_NO),
)

INCLUDES = """
vocabulary words
kind lender_kind: bank, shop
kind whom: debtor, friend
action disclose (whom)
action call (whom)
fact lender: lender_kind
fact agreed: yes/no

policy law
uses words
effective 2020-01-01 until 2025-01-01
rule silence: forbid disclose(any)

policy law
uses words
effective 2025-01-01
scope: lender = bank
fact court_order: yes/no
rule silence rebuttable: forbid disclose(not debtor)
rule order overrides silence: when court_order then require disclose(friend)
default discourage call(friend)

policy lender
uses words
effective 2025-06-01
includes law
rule consent overrides silence: when agreed then allow disclose(friend)
rule calls: when agreed then allow call(friend)
"""


def _bank(facts: Facts) -> bool:
    return bool(facts["lender"] == "bank")


includes = Suite(
    "includes",
    "Another policy's rules are taken in under their full names, in the version then in force",
    INCLUDES,
    Meant(
        (
            Says("law.silence", "forbid", ("disclose", {"friend"}), _bank, rebuttable=True),
            Says(
                "law.order",
                "require",
                ("disclose", {"friend"}),
                lambda f: _bank(f) and f["court_order"],
                ("law.silence",),
            ),
            Says(
                "consent",
                "allow",
                ("disclose", {"friend"}),
                lambda f: f["agreed"],
                ("law.silence",),
            ),
            Says("calls", "allow", ("call", {"friend"}), lambda f: f["agreed"]),
        ),
        (Says("law.default 3", "discourage", ("call", {"friend"}), _bank),),
    ),
    [
        *every(
            ["disclose(friend)", "call(friend)"],
            lender=("bank", "shop"),
            agreed=_YES_NO,
            court_order=_YES_NO,
        ),
        Question("disclose(debtor)", {"lender": "bank", "agreed": True, "court_order": False}),
    ],
)

CHINESE = """
词汇 词
主体 债务人
种类 对象: 本人, 紧急联系人 "联系人", 通讯录
种类 渠道: 电话, 短信
行为 联系 (对象, 渠道)
事件 告知函
事实 逾期: 天 从 0 至 3650
事实 失联: 小时
事实 金额: 元
事实 每期: 元
事实 时间: 时刻

政策 lender "甲公司"
采用 词
施行 2025-01-01
来源 公告 "某公告" 日期 2025-05-05 转述
阶段划分 逾期:
  提醒: 1..7天
  电催: 从 8天
定义 失去联系: 失联 > 72小时
规则 提醒: 当 阶段 = 提醒 则 允许 联系(本人, 短信) 依据 公告 "一"
规则 联络:
  当 逾期 ≥ 16 且 失去联系 且 金额 > 10 × 每期 且 发生过(告知函)
  则 允许 联系（联系人） 否则 禁止 联系（联系人）
规则 静默: 当 时间 从 20:00 至 08:00 则 禁止 联系(任何, 电话)
规则 限次: 限制 联系(任何, 电话) 至 3 次 每日
规则 不扰: 禁止 联系(通讯录) 除非 逾期 > 100
"""

_COUNT = "count(联系(any, 电话), today)"


def _lost(facts: Facts) -> bool:
    owes = facts["金额"] > 10 * facts["每期"]
    return bool(facts["逾期"] >= 16 and facts["失联"] > 72 and owes and facts["ever(告知函)"])


def _chinese() -> list[Question]:
    plain: Facts = {
        "逾期": 20,
        "失联": 73,
        "金额": 12000,
        "每期": 1000,
        "ever(告知函)": True,
        "时间": "10:00",
        _COUNT: 0,
    }
    changes: list[Facts] = [
        {},
        {"逾期": 15},
        {"逾期": 16},
        {"失联": 72},
        {"金额": 10000},
        {"ever(告知函)": False},
        {"时间": "20:00"},
        {"时间": "07:59"},
        {"时间": "08:00"},
        {_COUNT: 2},
        {_COUNT: 3},
    ]
    return [
        *(Question("联系(紧急联系人, 电话)", {**plain, **change}) for change in changes),
        *(Question("联系(本人, 短信)", {**plain, "逾期": days}) for days in (0, 1, 7, 8)),
        *(Question("联系(通讯录, 短信)", {**plain, "逾期": days}) for days in (100, 101)),
    ]


chinese = Suite(
    "chinese",
    "Keywords of the other script, wide punctuation and labels mean the same",
    CHINESE,
    Meant(
        (
            Says("提醒", "allow", ("联系", {"本人"}, {"短信"}), lambda f: 1 <= f["逾期"] <= 7),
            Says("联络", "allow", ("联系", {"紧急联系人"}, None), _lost),
            Says("联络", "forbid", ("联系", {"紧急联系人"}, None), lambda f: not _lost(f)),
            Says(
                "静默",
                "forbid",
                ("联系", None, {"电话"}),
                lambda f: f["时间"] >= "20:00" or f["时间"] < "08:00",
            ),
            Says("限次", "forbid", ("联系", None, {"电话"}), lambda f: f[_COUNT] >= 3),
            Says("不扰", "forbid", ("联系", {"通讯录"}, None), lambda f: f["逾期"] <= 100),
        )
    ),
    _chinese(),
)

SUITES = (stages, terms, definitions, includes, chinese)
