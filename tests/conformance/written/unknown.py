"""What a case leaves out, and cases in other forms: texts with units, a list of what happened."""

from decimal import Decimal
from typing import Any

from tests.conformance.writing import (
    Expected,
    Facts,
    Meant,
    Open,
    Question,
    Says,
    Suite,
    Told,
)

PARTIAL = """
vocabulary words
kind whom: debtor, friend
action call (whom)
action sue
action sell
action write
fact overdue: days from 0 to 400
fact lost: hours
fact noticed: yes/no
fact agreed: yes/no
fact amount: CNY
fact instalment: CNY
fact paid: CNY
fact due: CNY
assume paid <= due

policy lender
uses words
term late_from: days from 30 to 60, unspecified
rule a: when overdue >= 16 and noticed then allow call(friend)
rule b: when lost > 72h then forbid call(friend)
rule c: when agreed then allow call(debtor)
rule d: when not agreed then allow call(debtor)
rule e: when overdue >= late_from then allow sue
rule f: when amount > 10 * instalment then forbid sue
rule g: when paid > due then forbid sell
rule h: when paid = due then allow sell
rule i rebuttable: when noticed then require write
rule j: when agreed then forbid write
"""

partial_meant = Meant(
    (
        Says("a", "allow", ("call", {"friend"}), lambda f: f["overdue"] >= 16 and f["noticed"]),
        Says("b", "forbid", ("call", {"friend"}), lambda f: f["lost"] > 72),
        Says("c", "allow", ("call", {"debtor"}), lambda f: f["agreed"]),
        Says("d", "allow", ("call", {"debtor"}), lambda f: not f["agreed"]),
        Says("e", "allow", ("sue",), lambda f: f["overdue"] >= f["late_from"]),
        Says("f", "forbid", ("sue",), lambda f: f["amount"] > 10 * f["instalment"]),
        Says("g", "forbid", ("sell",), lambda f: f["paid"] > f["due"]),
        Says("h", "allow", ("sell",), lambda f: f["paid"] == f["due"]),
        Says("i", "require", ("write",), lambda f: f["noticed"], rebuttable=True),
        Says("j", "forbid", ("write",), lambda f: f["agreed"]),
    )
)


def _open(ask: str, facts: Facts, *completions: Facts) -> Open:
    return Open(ask, facts, completions)


_NOTICED: tuple[Facts, ...] = ({"noticed": True}, {"noticed": False})
_LOST: tuple[Facts, ...] = ({"lost": 72}, {"lost": 73})


def _both(*parts: tuple[Facts, ...]) -> tuple[Facts, ...]:
    """Every combination of partial completions."""
    found: tuple[Facts, ...] = ({},)
    for part in parts:
        found = tuple({**before, **more} for before in found for more in part)
    return found


partial = Suite(
    "partial",
    "The verdict is the one that every completion gives, or it is undetermined",
    PARTIAL,
    partial_meant,
    [
        _open(
            "call(friend)",
            {},
            {"overdue": 16, "noticed": True, "lost": 72},
            {"overdue": 15, "noticed": True, "lost": 72},
            {"overdue": 16, "noticed": False, "lost": 72},
            {"overdue": 400, "noticed": True, "lost": 73},
        ),
        Open("call(friend)", {"overdue": 15}, _both(_NOTICED, _LOST)),
        Open("call(friend)", {"overdue": 15, "lost": 10}, _NOTICED),
        Open("call(friend)", {"overdue": 16, "lost": 72}, _NOTICED),
        Open("call(friend)", {"overdue": 16, "noticed": True}, _LOST),
        Open("call(friend)", {"overdue": 16, "lost": 73}, _NOTICED),
        _open(
            "call(friend)",
            {"lost": 73},
            {"overdue": 0, "noticed": True},
            {"overdue": 400, "noticed": True},
            {"overdue": 400, "noticed": False},
        ),
        _open(
            "call(friend)",
            {"noticed": False, "lost": 1},
            {"overdue": 0},
            {"overdue": 16},
            {"overdue": 400},
        ),
        _open(
            "call(friend)",
            {"noticed": True, "lost": 1},
            {"overdue": 0},
            {"overdue": 15},
            {"overdue": 16},
        ),
        _open("call(debtor)", {}, {"agreed": True}, {"agreed": False}),
        _open("sue", {"overdue": 29, "amount": 0, "instalment": 1}, {"late_from": 30}),
        _open(
            "sue",
            {"overdue": 60, "amount": 0, "instalment": 1},
            {"late_from": 30},
            {"late_from": 60},
        ),
        _open(
            "sue",
            {"overdue": 45, "amount": 0, "instalment": 1},
            {"late_from": 45},
            {"late_from": 46},
        ),
        _open(
            "sue",
            {"overdue": 45, "amount": 100, "late_from": 30},
            {"instalment": 9},
            {"instalment": 10},
        ),
        _open(
            "sue",
            {"overdue": 45, "amount": 0, "late_from": 30},
            {"instalment": 0},
            {"instalment": 1000},
        ),
        _open(
            "sue",
            {"overdue": 45, "instalment": 10},
            {"amount": 100, "late_from": 45},
            {"amount": 100, "late_from": 46},
            {"amount": 101, "late_from": 30},
        ),
        _open("sell", {"paid": 100}, {"due": 100}, {"due": 101}),
        _open("sell", {"due": 0}, {"paid": 0}),
        _open("sell", {"due": 100}, {"paid": 0}, {"paid": 100}),
        _open("sell", {}, {"paid": 0, "due": 0}, {"paid": 0, "due": 1}),
        _open(
            "write",
            {},
            {"noticed": True, "agreed": True},
            {"noticed": True, "agreed": False},
            {"noticed": False, "agreed": True},
            {"noticed": False, "agreed": False},
        ),
        Open("write", {"agreed": True}, _NOTICED),
        Open("write", {"agreed": False}, _NOTICED),
        Open("call(friend)", {"overdue": None, "noticed": False, "lost": 1}, ({"overdue": 16},)),
        Question("call(friend)", {"overdue": 16, "noticed": True, "lost": 72, "agreed": None}),
    ],
)

IMPLIED = """
vocabulary words
subject debtor
action call
action write
action visit
event talk
event notice

policy lender
uses words
rule a: when since(talk) < 24h then forbid call
rule b: when count(call, today) >= 1 and count(call, this month) = 0 then require call
rule c: when ever(notice) then allow write
rule d: when count(notice) > 0 then recommend write
rule e: when count(talk, last 7 days) >= 2 then forbid visit
"""

implied = Suite(
    "implied",
    "What the past implies is known: no more today than this month, nothing since what never was",
    IMPLIED,
    Meant(
        (
            Says(
                "a",
                "forbid",
                ("call",),
                lambda f: f["since(talk)"] != "never" and f["since(talk)"] < 24,
            ),
            Says(
                "b",
                "require",
                ("call",),
                lambda f: f["count(call, today)"] >= 1 and f["count(call, this month)"] == 0,
            ),
            Says("c", "allow", ("write",), lambda f: f["ever(notice)"]),
            Says("d", "recommend", ("write",), lambda f: f["count(notice)"] > 0),
            Says("e", "forbid", ("visit",), lambda f: f["count(talk, last 7 days)"] >= 2),
        )
    ),
    [
        _open(
            "call",
            {"since(talk)": 30},
            {"count(call, today)": 0, "count(call, this month)": 0},
            {"count(call, today)": 1, "count(call, this month)": 1},
        ),
        _open("write", {"ever(notice)": False}, {"count(notice)": 0}),
        _open("write", {"ever(notice)": True}, {"count(notice)": 1}, {"count(notice)": 2}),
        _open("write", {"count(notice)": 0}, {"ever(notice)": False}),
        _open("write", {"count(notice)": 3}, {"ever(notice)": True}),
        _open(
            "write",
            {},
            {"ever(notice)": False, "count(notice)": 0},
            {"ever(notice)": True, "count(notice)": 1},
        ),
        _open(
            "visit",
            {},
            {"count(talk, last 7 days)": 1},
            {"count(talk, last 7 days)": 2},
        ),
    ],
    needs=("implications",),
)

FORMS = """
vocabulary words
subject debtor "debtors"
kind lender_kind: bank "a_bank", shop
kind whom "who": self "the_debtor", friend
action call "ring" (whom)
event notice "a_notice"
fact overdue "days_late": days
fact lost: hours
fact amount: CNY
fact rate: percent
fact at: time of day
fact day: date
fact lender: lender_kind
fact agreed: yes/no

policy lender
uses words
rule a: when overdue >= 16 then allow call(self)
rule b: when lost > 72h then recommend call(self)
rule c: when amount > 5000 CNY then discourage call(self)
rule d: when rate > 30% then forbid call(self)
rule e: when at >= 20:00 then require call(self)
rule f: when day >= 2025-06-01 then forbid call(friend)
rule g: when lender = bank then allow call(friend)
rule h: when agreed and ever(notice) then recommend call(friend)
"""

forms_meant = Meant(
    (
        Says("a", "allow", ("call", {"self"}), lambda f: f["overdue"] >= 16),
        Says("b", "recommend", ("call", {"self"}), lambda f: f["lost"] > 72),
        Says("c", "discourage", ("call", {"self"}), lambda f: f["amount"] > 5000),
        Says("d", "forbid", ("call", {"self"}), lambda f: f["rate"] > 30),
        Says("e", "require", ("call", {"self"}), lambda f: f["at"] >= "20:00"),
        Says("f", "forbid", ("call", {"friend"}), lambda f: f["day"] >= "2025-06-01"),
        Says("g", "allow", ("call", {"friend"}), lambda f: f["lender"] == "bank"),
        Says("h", "recommend", ("call", {"friend"}), lambda f: f["agreed"] and f["notice"]),
    )
)
_SELF: Facts = {"overdue": 0, "lost": 0, "amount": 0, "rate": 0, "at": "10:00"}
_FRIEND: Facts = {"day": "2025-01-01", "lender": "shop", "agreed": False, "notice": False}


def _told(ask: str, plain: Facts, key: str, said: Any, meant: Any) -> Told:
    """A case with one fact in another form; `meant` is its plain value."""
    written = {
        ("ever(notice)" if name == "notice" else name): value
        for name, value in plain.items()
        if name != key
    }
    shown = {"notice": "ever(notice)"}.get(key, key)
    facts = {**written, shown: said}
    return Told(ask, facts, forms_meant.says(("call", ask[5:-1]), {**plain, key: meant}))


forms = Suite(
    "forms",
    "A text is a literal of the language, read in the fact's own unit",
    FORMS,
    forms_meant,
    [
        *(
            _told("call(self)", _SELF, *fact)
            for fact in (
                ("overdue", "16 days", 16),
                ("overdue", "384h", 16),
                ("overdue", "360h", 15),
                ("overdue", "16天", 16),
                ("overdue", "16", 16),
                ("lost", "3 days", 72),
                ("lost", "73h", 73),
                ("lost", "4321min", Decimal("72.1")),
                ("amount", "5_000.01 CNY", Decimal("5000.01")),
                ("amount", "5000 CNY", 5000),
                ("amount", "¥5001", 5001),
                ("amount", "5001元", 5001),
                ("rate", "30%", 30),
                ("rate", "30.5%", Decimal("30.5")),
                ("at", "20:00", "20:00"),
                ("at", "19:59:59", "19:59:59"),
            )
        ),
        *(
            _told("call(friend)", _FRIEND, *fact)
            for fact in (
                ("day", "2025-06-01", "2025-06-01"),
                ("day", "2025-05-31", "2025-05-31"),
                ("lender", "bank", "bank"),
                ("agreed", "yes", True),
                ("agreed", "no", False),
            )
        ),
        Told(
            "call(friend)",
            {"day": "2025-01-01", "lender": "shop", "agreed": "是", "ever(notice)": True},
            Expected("recommended", (("h", "recommend"),)),
        ),
    ],
    needs=("literals",),
)

_PLAIN_SELF: Facts = {"lost": 0, "amount": 0, "rate": 0, "at": "10:00"}

spellings = Suite(
    "spellings",
    "A fact goes by its name or its label, and history by any spelling of its expression",
    FORMS,
    forms_meant,
    [
        Told(
            "call(self)", {"days_late": 16, **_PLAIN_SELF}, Expected("allowed", (("a", "allow"),))
        ),
        Told("ring(the_debtor)", {"days_late": 15, **_PLAIN_SELF}, Expected("silent")),
        Told(
            "call(friend)",
            {"day": "2025-01-01", "lender": "a_bank", "agreed": True, "ever( a_notice )": False},
            Expected("allowed", (("g", "allow"),)),
        ),
        Told(
            "call(friend)",
            {"day": "2025-01-01", "lender": "shop", "agreed": True, "发生过(notice)": True},
            Expected("recommended", (("h", "recommend"),)),
        ),
    ],
    needs=("names",),
)


SUITES = (partial, implied, forms, spellings)
