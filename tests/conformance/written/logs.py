"""Cases that bring a log: what happened, and what that amounts to."""

from tests.conformance.writing import (
    Expected,
    Meant,
    Suite,
    Told,
)

LOG = """
vocabulary words
subject debtor
subject debt
kind channel: phone, sms
action call (channel)
event talk
event stop (channel)
event promise
event refusal

policy lender
uses words
rule a: limit call(phone) to 2 per day
rule b: limit call(phone) to 3 per week for each debt
rule c: when count(call(any), last 24h) >= 2 then discourage call(sms)
rule d: when ever(stop(same channel)) then forbid call(any)
rule e: when since(talk) < 1 day then recommend call(sms)
rule f: when days_since(talk) = 1 then allow call(sms)
rule g: when count(promise, since refusal) > 0 then require call(sms)
rule h: limit call(sms) to 2 in any 1 month
"""
_NOW = "2025-05-05T10:00"
"""A Monday."""


def _log(ask: str, expected: Expected, *entries: tuple[str, str], now: str = _NOW) -> Told:
    """A case that lists what happened; an entry is about the debt `one`, or the one after a `/`."""
    happened = []
    for at, what in entries:
        action, _, debt = what.partition("/")
        happened.append({"at": at, "action": action, "debt": debt or "one"})
    return Told(ask, {"now": now, "history": happened, "debt": "one"}, expected)


_SILENT = Expected("silent")


def _by(verdict: str, *rules: tuple[str, str]) -> Expected:
    return Expected(verdict, rules)


_A = ("a", "forbid")
_B = ("b", "forbid")

log = Suite(
    "log",
    "What a list of past actions and events says of counts, times since and what ever happened",
    LOG,
    Meant(()),
    [
        _log("call(phone)", _SILENT),
        _log("call(phone)", _SILENT, ("2025-05-05T09:00", "call(phone)")),
        _log(
            "call(phone)",
            _by("forbidden", _A),
            ("2025-05-05T09:00", "call(phone)"),
            ("2025-05-05T00:00", "call(phone)"),
        ),
        _log(
            "call(phone)",
            _SILENT,
            ("2025-05-05T09:00", "call(phone)"),
            ("2025-05-04T23:59", "call(phone)"),
        ),
        _log(
            "call(phone)",
            _SILENT,
            ("2025-05-05T09:00", "call(phone)"),
            ("2025-05-05T09:30", "call(sms)"),
        ),
        _log(
            "call(phone)",
            _by("forbidden", _B),
            ("2025-05-05T09:00", "call(phone)"),
            ("2025-05-06T09:00", "call(phone)"),
            ("2025-05-07T09:00", "call(phone)"),
            now="2025-05-11T10:00",
        ),
        _log(
            "call(phone)",
            _SILENT,
            ("2025-05-05T09:00", "call(phone)"),
            ("2025-05-06T09:00", "call(phone)"),
            ("2025-05-07T09:00", "call(phone)"),
            now="2025-05-12T00:00",
        ),
        _log(
            "call(phone)",
            _SILENT,
            ("2025-05-06T09:00", "call(phone)"),
            ("2025-05-07T09:00", "call(phone)"),
            ("2025-05-08T09:00", "call(phone)/two"),
            now="2025-05-11T10:00",
        ),
        _log(
            "call(phone)",
            _by("forbidden", _B),
            ("2025-05-06T09:00", "call(phone)"),
            ("2025-05-07T09:00", "call(phone)"),
            ("2025-05-08T09:00", "call(phone)"),
            now="2025-05-11T10:00",
        ),
        _log(
            "call(sms)",
            _by("discouraged", ("c", "discourage")),
            ("2025-05-04T10:01", "call(phone)"),
            ("2025-05-05T09:00", "call(sms)"),
        ),
        _log(
            "call(sms)",
            _SILENT,
            ("2025-05-04T10:00", "call(phone)"),
            ("2025-05-05T09:00", "call(sms)"),
        ),
        _log("call(sms)", _by("forbidden", ("d", "forbid")), ("2020-01-01T00:00", "stop(sms)")),
        _log("call(sms)", _SILENT, ("2020-01-01T00:00", "stop(phone)")),
        _log(
            "call(sms)",
            _by("recommended", ("e", "recommend"), ("f", "allow")),
            ("2025-05-04T10:01", "talk"),
        ),
        _log("call(sms)", _by("allowed", ("f", "allow")), ("2025-05-04T10:00", "talk")),
        _log("call(sms)", _by("allowed", ("f", "allow")), ("2025-05-04T00:00", "talk")),
        _log("call(sms)", _SILENT, ("2025-05-03T23:59", "talk")),
        _log("call(sms)", _by("recommended", ("e", "recommend")), ("2025-05-05T00:00", "talk")),
        _log("call(sms)", _by("required", ("g", "require")), ("2024-05-05T00:00", "promise")),
        _log(
            "call(sms)",
            _SILENT,
            ("2024-05-05T00:00", "promise"),
            ("2024-06-05T00:00", "refusal"),
        ),
        _log(
            "call(sms)",
            _by("required", ("g", "require")),
            ("2024-06-05T00:00", "refusal"),
            ("2024-07-05T00:00", "promise"),
        ),
        _log(
            "call(sms)",
            _by("forbidden", ("h", "forbid")),
            ("2025-04-05T10:01", "call(sms)"),
            ("2025-04-20T10:00", "call(sms)"),
        ),
        _log(
            "call(sms)",
            _SILENT,
            ("2025-04-05T10:00", "call(sms)"),
            ("2025-04-20T10:00", "call(sms)"),
        ),
        _log(
            "call(sms)",
            _by("forbidden", ("h", "forbid")),
            ("2025-02-28T10:01", "call(sms)"),
            ("2025-03-20T10:00", "call(sms)"),
            now="2025-03-31T10:00",
        ),
    ],
    needs=("history",),
)

SUITES = (log,)
