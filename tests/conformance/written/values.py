"""Values: units, thresholds, sums, shares, times, dates, weekdays, members, yes and no."""

from datetime import date
from decimal import Decimal

from tests.conformance.writing import Facts, Meant, Question, Says, Suite, each, every

QUANTITIES = """
vocabulary words
kind whom: debtor, employer
action call (whom)
fact overdue: days from 0 to 3650
fact silent_for: hours
fact waited: minutes
fact amount: CNY
fact instalment: CNY
fact due: CNY
fact paid: CNY
fact yen: JPY
fact score: number
fact calls: count
fact months_late: months
fact years_with_us: years
fact rate: percent

policy lender
uses words
rule sixteen: when overdue >= 16 then allow call(debtor)
rule long_silence: when silent_for > 72h then forbid call(debtor)
rule half_an_hour: when waited < 0.5h and waited != 12 minutes then discourage call(debtor)
rule three_weeks: when overdue = 3 weeks then recommend call(debtor)
rule ten_times: when amount > 10 * instalment then allow call(employer)
rule little_paid: when paid < 30% of due then forbid call(employer)
rule rest: when due - paid - 5 CNY <= ¥100.50 then discourage call(employer)
rule half_score: when -1.5 < score / 2 <= (2 + 3) * 0.1 then recommend call(employer)
rule rate: when rate in 10%..30% then require call(employer)
rule long_with_us: when years_with_us >= 18 months and months_late != 2 then require call(debtor)
rule yen: when yen = 5_000 JPY and calls in {1, 3, 5} then allow call(employer)
"""

_PLAIN = {
    "overdue": 0,
    "silent_for": 0,
    "waited": 60,
    "amount": 0,
    "instalment": 1,
    "due": 1000,
    "paid": 1000,
    "yen": 0,
    "score": 9,
    "calls": 0,
    "months_late": 0,
    "years_with_us": 0,
    "rate": 0,
}


def _with(**facts: object) -> Facts:
    return {**_PLAIN, **facts}


def _quantities() -> list[Question]:
    debtor = [
        *(_with(overdue=days) for days in (0, 15, 16, 17, 20, 21, 22, 3650)),
        *(_with(silent_for=hours) for hours in (71, 72, Decimal("72.01"), 73)),
        *(_with(waited=minutes) for minutes in (0, 12, 29, Decimal("29.5"), 30, 31)),
        *(_with(years_with_us=years) for years in (1, Decimal("1.5"), 2)),
        *(_with(years_with_us=2, months_late=months) for months in (1, 2, 3)),
        _with(overdue=21, silent_for=73, waited=0),
    ]
    employer = [
        *(_with(amount=amount, instalment=1000) for amount in (9999, 10000, Decimal("10000.01"))),
        *(_with(paid=paid) for paid in (0, Decimal("299.99"), 300, 301)),
        *(_with(paid=paid) for paid in (Decimal("894.49"), Decimal("894.5"), 895)),
        *(_with(score=score) for score in (-4, -3, Decimal("-2.99"), 0, 1, Decimal("1.01"))),
        *(_with(rate=rate) for rate in (Decimal("9.99"), 10, 20, 30, Decimal("30.01"))),
        *(_with(yen=5000, calls=calls) for calls in (0, 1, 2, 3, 5, 6)),
        _with(yen=4999, calls=1),
        _with(amount=100, paid=100, rate=15),
    ]
    return [
        *(Question("call(debtor)", facts) for facts in debtor),
        *(Question("call(employer)", facts) for facts in employer),
    ]


def _debtor(effect: str, rule: str, when: object) -> Says:
    return Says(rule, effect, ("call", {"debtor"}), when)  # type: ignore[arg-type]  # lambdas below


def _employer(effect: str, rule: str, when: object) -> Says:
    return Says(rule, effect, ("call", {"employer"}), when)  # type: ignore[arg-type]  # as above


def _cents(amount: object) -> int:
    return int(Decimal(str(amount)) * 100)


quantities = Suite(
    "quantities",
    "A bare number takes the fact's unit; units of one dimension compare; all is exact",
    QUANTITIES,
    Meant(
        (
            _debtor("allow", "sixteen", lambda f: f["overdue"] >= 16),
            _debtor("forbid", "long_silence", lambda f: f["silent_for"] > 72),
            _debtor("discourage", "half_an_hour", lambda f: f["waited"] < 30 and f["waited"] != 12),
            _debtor("recommend", "three_weeks", lambda f: f["overdue"] == 21),
            _employer(
                "allow", "ten_times", lambda f: _cents(f["amount"]) > 10 * _cents(f["instalment"])
            ),
            _employer("forbid", "little_paid", lambda f: 10 * f["paid"] < 3 * f["due"]),
            _employer(
                "discourage", "rest", lambda f: _cents(f["due"]) - _cents(f["paid"]) <= 10550
            ),
            _employer("recommend", "half_score", lambda f: -3 < f["score"] <= 1),
            _employer("require", "rate", lambda f: 10 <= f["rate"] <= 30),
            _debtor(
                "require",
                "long_with_us",
                lambda f: 2 * f["years_with_us"] >= 3 and f["months_late"] != 2,
            ),
            _employer("allow", "yen", lambda f: f["yen"] == 5000 and f["calls"] in (1, 3, 5)),
        )
    ),
    _quantities(),
)

CLOCK = """
vocabulary words
action call
action write
action visit
action wait
fact time: time of day
fact day: date
fact due: date
fact weekday: weekday

policy lender
uses words
rule night: when time from 20:00 to 08:00 then forbid call
rule noon: when time in 12:00..13:30 then discourage call
rule evening: when time from 18:30:30 to 24:00 then recommend call
rule morning: when time < 09:15 then allow call
rule sharp: when time = 00:00 then require call
rule weekend: when weekday in {sat, sun} then forbid write
rule midweek: when weekday from tue to fri then allow write
rule turn: when weekday in fri..mon then discourage write
rule monday: when weekday = mon then require write
rule this_year: when day from 2025-01-01 to 2026-01-01 then allow visit
rule spring: when day in 2024-02-29..2024-05-31 then recommend visit
rule not_on: when day != 2025-06-01 then discourage visit
rule long_due: when day - due > 30 then allow wait
rule month_over: when day >= due + 31 days then require wait
rule early: when due - 1 week > day then forbid wait
"""


def _between(facts: Facts) -> int:
    return (date.fromisoformat(facts["day"]) - date.fromisoformat(facts["due"])).days


WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

clock = Suite(
    "clock",
    "Times of day wrap midnight, ranges include or leave out their ends, dates are days",
    CLOCK,
    Meant(
        (
            Says("night", "forbid", ("call",), lambda f: f["time"] >= "20" or f["time"] < "08:00"),
            Says("noon", "discourage", ("call",), lambda f: "12:00" <= f["time"] <= "13:30:00"),
            Says("evening", "recommend", ("call",), lambda f: f["time"] >= "18:30:30"),
            Says("morning", "allow", ("call",), lambda f: f["time"] < "09:15"),
            Says("sharp", "require", ("call",), lambda f: f["time"] == "00:00"),
            Says("weekend", "forbid", ("write",), lambda f: f["weekday"] in ("sat", "sun")),
            Says("midweek", "allow", ("write",), lambda f: f["weekday"] in ("tue", "wed", "thu")),
            Says(
                "turn",
                "discourage",
                ("write",),
                lambda f: f["weekday"] in ("fri", "sat", "sun", "mon"),
            ),
            Says("monday", "require", ("write",), lambda f: f["weekday"] == "mon"),
            Says("this_year", "allow", ("visit",), lambda f: f["day"][:4] == "2025"),
            Says(
                "spring",
                "recommend",
                ("visit",),
                lambda f: "2024-02-29" <= f["day"] <= "2024-05-31",
            ),
            Says("not_on", "discourage", ("visit",), lambda f: f["day"] != "2025-06-01"),
            Says("long_due", "allow", ("wait",), lambda f: _between(f) > 30),
            Says("month_over", "require", ("wait",), lambda f: _between(f) >= 31),
            Says("early", "forbid", ("wait",), lambda f: _between(f) < -7),
        )
    ),
    [
        *each(
            "call",
            "time",
            (
                "00:00",
                "00:00:01",
                "07:59:59",
                "08:00",
                "09:14:59",
                "09:15",
                "11:59:59",
                "12:00",
                "13:30",
                "13:30:01",
                "18:30",
                "18:30:30",
                "19:59:59",
                "20:00",
                "23:59:59",
            ),
        ),
        *each("write", "weekday", WEEK),
        *each(
            "visit",
            "day",
            (
                "2024-02-28",
                "2024-02-29",
                "2024-05-31",
                "2024-06-01",
                "2024-12-31",
                "2025-01-01",
                "2025-06-01",
                "2025-12-31",
                "2026-01-01",
            ),
        ),
        *every(
            ["wait"],
            due=("2024-01-31",),
            day=(
                "2024-01-23",
                "2024-01-24",
                "2024-01-31",
                "2024-03-01",
                "2024-03-02",
                "2025-01-31",
            ),
        ),
    ],
)

CHOICES = """
vocabulary words
kind lender_kind: bank, shop, agency
action ask
action tell
action sell
action keep
fact lender: lender_kind
fact owner: lender_kind
fact known: yes/no
fact agreed: yes/no
fact unfair: yes/no, by judgement

policy lender
uses words
rule a: when known or agreed and unfair then allow ask
rule b: when not known and not (agreed or unfair) then forbid ask
rule c: when known = agreed then discourage ask
rule d: when known != unfair and agreed = no then recommend ask
rule e: when lender = bank then allow tell
rule f: when lender != bank then forbid tell
rule g: when lender in {bank, shop} then recommend tell
rule h: when lender not in {bank, shop} then require tell
rule i: when lender = owner then allow sell
rule j: when lender != owner then forbid sell
rule k: when (known) and yes then allow keep
rule l: when (known = no) or agreed in {yes} then discourage keep
"""
_YES_NO = (False, True)
_KINDS = ("bank", "shop", "agency")

choices = Suite(
    "choices",
    "And binds tighter than or, not tighter still; members and truths are equal or not",
    CHOICES,
    Meant(
        (
            Says("a", "allow", ("ask",), lambda f: f["known"] or (f["agreed"] and f["unfair"])),
            Says(
                "b",
                "forbid",
                ("ask",),
                lambda f: not f["known"] and not f["agreed"] and not f["unfair"],
            ),
            Says("c", "discourage", ("ask",), lambda f: f["known"] is f["agreed"]),
            Says(
                "d",
                "recommend",
                ("ask",),
                lambda f: f["known"] is not f["unfair"] and not f["agreed"],
            ),
            Says("e", "allow", ("tell",), lambda f: f["lender"] == "bank"),
            Says("f", "forbid", ("tell",), lambda f: f["lender"] in ("shop", "agency")),
            Says("g", "recommend", ("tell",), lambda f: f["lender"] != "agency"),
            Says("h", "require", ("tell",), lambda f: f["lender"] == "agency"),
            Says("i", "allow", ("sell",), lambda f: f["lender"] == f["owner"]),
            Says("j", "forbid", ("sell",), lambda f: f["lender"] != f["owner"]),
            Says("k", "allow", ("keep",), lambda f: f["known"]),
            Says("l", "discourage", ("keep",), lambda f: not f["known"] or f["agreed"]),
        )
    ),
    [
        *every(["ask"], known=_YES_NO, agreed=_YES_NO, unfair=_YES_NO),
        *each("tell", "lender", _KINDS),
        *every(["sell"], lender=_KINDS, owner=_KINDS),
        *every(["keep"], known=_YES_NO, agreed=_YES_NO),
    ],
)

SUITES = (quantities, clock, choices)
