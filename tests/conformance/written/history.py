"""History: limits, counts, times since, what ever happened, and the proposed action's own part."""

from decimal import Decimal

from tests.conformance.writing import Facts, Meant, Question, Says, Suite, each, every

_YES_NO = (False, True)

LIMITS = """
vocabulary words
subject debtor
subject debt
kind channel: phone, sms, visit, letter
action call (channel)
fact agreed: yes/no

policy lender
uses words
rule a: limit call(phone) to 3 per day
rule b: limit call(any) to 7 in any 7 days for each debt
rule c: limit call(sms) to 2 per week
rule d: limit call(sms | letter) to 10 per month
rule e: limit call(visit) to 0 per day unless agreed
rule f: when agreed then limit call(letter) to 1 in any 2 months
"""

_A = "count(call(phone), today)"
_B = "count(call(any), last 7 days, for each debt)"
_C = "count(call(sms), this week)"
_D = "count(call(sms | letter), this month)"
_E = "count(call(visit), today)"
_F = "count(call(letter), last 2 months)"


def _limits() -> list[Question]:
    plain: Facts = {_A: 0, _B: 0, _C: 0, _D: 0, _E: 0, _F: 0, "agreed": False}
    cases: list[tuple[str, Facts]] = [
        *(("call(phone)", {_A: calls}) for calls in (2, 3, 4)),
        *(("call(phone)", {_B: calls}) for calls in (6, 7)),
        *(("call(sms)", {_C: texts}) for texts in (1, 2)),
        *(("call(sms)", {_D: texts}) for texts in (9, 10)),
        ("call(sms)", {_B: 7, _C: 2, _D: 10}),
        *(("call(visit)", {"agreed": agreed}) for agreed in _YES_NO),
        *(("call(visit)", {"agreed": True, _B: calls}) for calls in (6, 7)),
        *(("call(letter)", {"agreed": agreed, _F: 1}) for agreed in _YES_NO),
        *(("call(letter)", {"agreed": True, _F: letters}) for letters in (0, 1, 2)),
        ("call(letter)", {_D: 10}),
    ]
    return [Question(ask, {**plain, **facts}) for ask, facts in cases]


limits = Suite(
    "limits",
    "A limit forbids the action once that many were done in the period",
    LIMITS,
    Meant(
        (
            Says("a", "forbid", ("call", {"phone"}), lambda f: f[_A] >= 3),
            Says("b", "forbid", ("call", None), lambda f: f[_B] >= 7),
            Says("c", "forbid", ("call", {"sms"}), lambda f: f[_C] >= 2),
            Says("d", "forbid", ("call", {"sms", "letter"}), lambda f: f[_D] >= 10),
            Says("e", "forbid", ("call", {"visit"}), lambda f: not f["agreed"]),
            Says("f", "forbid", ("call", {"letter"}), lambda f: f["agreed"] and f[_F] >= 1),
        )
    ),
    _limits(),
)

PAST = """
vocabulary words
subject debtor
subject account
kind whom: self, friend
action call (whom)
action write
event talk (whom)
event notice
event promise
event refusal

policy lender
uses words
define promised: count(promise, since refusal) > 0
rule a: when since(talk(self)) < 24h then forbid call(self)
rule b: when not since(talk(self)) < 24h then discourage call(self)
rule c: when days_since(talk(self)) not in 0..6 then recommend call(self)
rule d: when days_since(talk(self)) != 7 then allow call(self)
rule e: when ever(notice) then allow call(friend)
rule f: when not ever(talk(friend)) then recommend call(friend)
rule g: when promised then forbid write
rule h: when count(notice) >= 2 or count(talk(any), last 36h) = 1 then require write
rule i: when since(notice) - since(talk(any)) > 2 days then discourage write
rule j: when count(call(friend), this week, for each account) >= 2 then forbid call(friend)
"""

_TALK = "since(talk(self))"
_DAYS = "days_since(talk(self))"
_PROMISES = "count(promise, since refusal)"
_TALKS = "count(talk(any), last 36h)"
_NOTICE = "since(notice)"
_ANY = "since(talk(any))"
_WEEK = "count(call(friend), this week, for each account)"
NEVER = "never"


def _gap(facts: Facts) -> bool:
    return NEVER not in (facts[_NOTICE], facts[_ANY]) and facts[_NOTICE] - facts[_ANY] > 48


past = Suite(
    "past",
    "A comparison with an elapsed time is false where the event never happened, either way round",
    PAST,
    Meant(
        (
            Says("a", "forbid", ("call", {"self"}), lambda f: f[_TALK] != NEVER and f[_TALK] < 24),
            Says(
                "b", "discourage", ("call", {"self"}), lambda f: f[_TALK] == NEVER or f[_TALK] >= 24
            ),
            Says(
                "c", "recommend", ("call", {"self"}), lambda f: f[_DAYS] != NEVER and f[_DAYS] > 6
            ),
            Says("d", "allow", ("call", {"self"}), lambda f: f[_DAYS] not in (NEVER, 7)),
            Says("e", "allow", ("call", {"friend"}), lambda f: f["ever(notice)"]),
            Says("f", "recommend", ("call", {"friend"}), lambda f: not f["ever(talk(friend))"]),
            Says("g", "forbid", ("write",), lambda f: f[_PROMISES] > 0),
            Says("h", "require", ("write",), lambda f: f["count(notice)"] >= 2 or f[_TALKS] == 1),
            Says("i", "discourage", ("write",), _gap),
            Says("j", "forbid", ("call", {"friend"}), lambda f: f[_WEEK] >= 2),
        )
    ),
    [
        *(
            Question("call(self)", {_TALK: hours, _DAYS: days})
            for hours, days in (
                (0, 0),
                (Decimal("23.5"), 0),
                (Decimal("23.5"), 1),
                (24, 1),
                (30, 1),
                (30, 2),
            )
        ),
        Question("call(self)", {_TALK: NEVER, _DAYS: NEVER}),
        *(Question("call(self)", {_TALK: 24 * days, _DAYS: days}) for days in (6, 7, 8)),
        *every(
            ["call(friend)"],
            **{"ever(notice)": _YES_NO, "ever(talk(friend))": _YES_NO, _WEEK: (1, 2)},
        ),
        *(
            question
            for talks, hours in ((0, 40), (1, 12), (2, 12))
            for question in every(
                ["write"],
                **{
                    _PROMISES: (0, 1),
                    "count(notice)": (1, 2),
                    _TALKS: (talks,),
                    _NOTICE: (60,),
                    _ANY: (hours,),
                },
            )
        ),
        *(
            Question(
                "write",
                {_PROMISES: 0, "count(notice)": 1, _TALKS: 0, _NOTICE: notice, _ANY: talk},
            )
            for notice, talk in (
                (84, 36),
                (Decimal("84.5"), 36),
                (100, NEVER),
                (200, 48),
            )
        ),
        Question("write", {_PROMISES: 0, "count(notice)": 0, _TALKS: 0, _NOTICE: NEVER, _ANY: 48}),
    ],
)

OWN = """
vocabulary words
subject debtor
kind whom: self, friend, boss
kind channel: phone, sms
action call (whom, channel)
action pass_on (giver: whom, taker: whom)
event stop (whom, channel)

policy lender
uses words
define stopped: ever(stop(same whom, same channel))
rule a: when stopped then forbid call(any)
rule b: when count(stop(same whom), last 30 days) >= 2 then discourage call(channel = sms)
rule c: when since(stop(same taker)) < 10 days then forbid pass_on(not boss)
"""


def _own() -> list[Question]:
    ways = [(w, c) for w in ("self", "friend") for c in ("phone", "sms")]
    facts = {
        f"ever(stop({who}, {channel}))": (who, channel) in (("self", "phone"), ("friend", "sms"))
        for who, channel in ways
    }
    counts = {
        "count(stop(self), last 30 days)": 1,
        "count(stop(friend), last 30 days)": 2,
    }
    since = {"since(stop(self))": 239, "since(stop(friend))": 240, "since(stop(boss))": NEVER}
    people = ("self", "friend", "boss")
    return [
        *(Question(f"call({who}, {channel})", {**facts, **counts}) for who, channel in ways),
        *(Question(f"pass_on({a}, {b})", since) for a in people for b in people),
    ]


def _is(facts: Facts, key: str, hours: int) -> bool:
    return bool(facts[key] != NEVER and facts[key] < hours)


own = Suite(
    "own",
    "`same` is the proposed action's own argument, by the name that the action gives it",
    OWN,
    Meant(
        (
            *(
                Says(
                    "a",
                    "forbid",
                    ("call", {who}, {channel}),
                    lambda f, key=f"ever(stop({who}, {channel}))": f[key],  # type: ignore[misc]  # bound now
                )
                for who in ("self", "friend")
                for channel in ("phone", "sms")
            ),
            *(
                Says(
                    "b",
                    "discourage",
                    ("call", {who}, {"sms"}),
                    lambda f, key=f"count(stop({who}), last 30 days)": f[key] >= 2,  # type: ignore[misc]  # bound now
                )
                for who in ("self", "friend")
            ),
            *(
                Says(
                    "c",
                    "forbid",
                    ("pass_on", {"self", "friend"}, {taker}),
                    lambda f, key=f"since(stop({taker}))": _is(f, key, 240),  # type: ignore[misc]  # bound now
                )
                for taker in ("self", "friend", "boss")
            ),
        )
    ),
    _own(),
)

DEADLINES = """
vocabulary words
subject debtor
action answer
action report
action remind
event question
event question_closed
fact busy: yes/no

policy lender
uses words
rule a: when not busy then require answer within 5 days of question
rule b: require report every 1 year
rule c: require remind within 36h after question_closed
"""

deadlines = Suite(
    "deadlines",
    "A deadline runs once its event has happened; a recurring duty always holds",
    DEADLINES,
    Meant(
        (
            Says("a", "require", ("answer",), lambda f: not f["busy"] and f["ever(question)"]),
            Says("b", "require", ("report",)),
            Says("c", "require", ("remind",), lambda f: f["ever(question_closed)"]),
        )
    ),
    [
        *every(["answer"], busy=_YES_NO, **{"ever(question)": _YES_NO}),
        Question("report", {}),
        *each("remind", "ever(question_closed)", _YES_NO),
    ],
)

SUITES = (limits, past, own, deadlines)
