"""Rules: effects and their precedence, otherwise, unless, overriding, defaults, scope, duties."""

from itertools import product

from tests.conformance.writing import Meant, Owes, Question, Says, Suite, every

_YES_NO = (False, True)

PRECEDENCE = """
vocabulary words
action call
fact a: yes/no
fact f: yes/no
fact r: yes/no
fact d: yes/no
fact c: yes/no

policy lender
uses words
rule allowing: when a then allow call
rule forbidding: when f then forbid call
rule requiring: when r then require call
rule discouraging: when d then discourage call
rule recommending: when c then recommend call
"""

precedence = Suite(
    "precedence",
    "Conflict, forbidden, required, discouraged, recommended, allowed, silent: the first that fits",
    PRECEDENCE,
    Meant(
        (
            Says("allowing", "allow", ("call",), lambda f: f["a"]),
            Says("forbidding", "forbid", ("call",), lambda f: f["f"]),
            Says("requiring", "require", ("call",), lambda f: f["r"]),
            Says("discouraging", "discourage", ("call",), lambda f: f["d"]),
            Says("recommending", "recommend", ("call",), lambda f: f["c"]),
        )
    ),
    every(["call"], a=_YES_NO, f=_YES_NO, r=_YES_NO, d=_YES_NO, c=_YES_NO),
)

OVERRIDES = """
vocabulary words
kind whom: debtor, friend
action call (whom)
fact one: yes/no
fact two: yes/no
fact three: yes/no
fact four: yes/no

policy lender
uses words
rule low rebuttable: when one then forbid call(any)
rule middle rebuttable overrides low: when two then allow call(debtor)
rule high overrides middle: when three then discourage call(any)
rule top overrides low, high: when four then recommend call(debtor), allow call(friend)
"""

overrides = Suite(
    "overrides",
    "An applying rule that is not defeated defeats those that it overrides; presumptions rebut",
    OVERRIDES,
    Meant(
        (
            Says("low", "forbid", ("call", None), lambda f: f["one"], rebuttable=True),
            Says(
                "middle",
                "allow",
                ("call", {"debtor"}),
                lambda f: f["two"],
                overrides=("low",),
                rebuttable=True,
            ),
            Says("high", "discourage", ("call", None), lambda f: f["three"], ("middle",)),
            Says("top", "recommend", ("call", {"debtor"}), lambda f: f["four"], ("low", "high")),
            Says("top", "allow", ("call", {"friend"}), lambda f: f["four"], ("low", "high")),
        )
    ),
    every(["call(debtor)", "call(friend)"], one=_YES_NO, two=_YES_NO, three=_YES_NO, four=_YES_NO),
)

PRESUMPTIONS = """
vocabulary words
action call
fact first: yes/no
fact second: yes/no
fact must: yes/no

policy lender
uses words
rule presumed "more than seven calls" rebuttable: when first then forbid call
rule certain: when second then forbid call
rule duty rebuttable: when must then require call
"""

presumptions = Suite(
    "presumptions",
    "A verdict is rebuttable when every rule that gives it is; a conflict rests on both sides",
    PRESUMPTIONS,
    Meant(
        (
            Says("presumed", "forbid", ("call",), lambda f: f["first"], rebuttable=True),
            Says("certain", "forbid", ("call",), lambda f: f["second"]),
            Says("duty", "require", ("call",), lambda f: f["must"], rebuttable=True),
        )
    ),
    every(["call"], first=_YES_NO, second=_YES_NO, must=_YES_NO),
)

BRANCHES = """
vocabulary words
action call
action write
action visit
fact late: yes/no
fact ill: yes/no

policy lender
uses words
rule either: when late then allow call unless ill otherwise forbid call
rule several: when late then allow write, recommend write otherwise discourage write, require write
rule spared: forbid visit unless ill
when late and not ill then require visit
"""

branches = Suite(
    "branches",
    "Otherwise is the same rule where its when fails; unless exempts from both",
    BRANCHES,
    Meant(
        (
            Says("either", "allow", ("call",), lambda f: f["late"] and not f["ill"]),
            Says("either", "forbid", ("call",), lambda f: not f["late"] and not f["ill"]),
            Says("several", "allow", ("write",), lambda f: f["late"]),
            Says("several", "recommend", ("write",), lambda f: f["late"]),
            Says("several", "discourage", ("write",), lambda f: not f["late"]),
            Says("several", "require", ("write",), lambda f: not f["late"]),
            Says("spared", "forbid", ("visit",), lambda f: not f["ill"]),
            Says("rule 4", "require", ("visit",), lambda f: f["late"] and not f["ill"]),
        )
    ),
    every(["call", "write", "visit"], late=_YES_NO, ill=_YES_NO),
)

DEFAULTS = """
vocabulary words
kind lender_kind: bank, shop
kind whom: debtor, friend
action call (whom)
action write
fact lender: lender_kind
fact known: yes/no
fact kind_words: yes/no

policy lender
uses words
scope: lender = bank
rule friends: when known then allow call(friend)
rule gently: when kind_words then recommend call(friend)
rule debtors: when not known then discourage call(debtor)
default forbid call(friend)
default allow call(debtor)
default require known for write
"""


def _bank(facts: object) -> bool:
    return facts["lender"] == "bank"  # type: ignore[index,no-any-return]  # a case of this suite


defaults = Suite(
    "defaults",
    "A default acts where no live rule allows, forbids or requires; outside the scope is silence",
    DEFAULTS,
    Meant(
        (
            Says("friends", "allow", ("call", {"friend"}), lambda f: _bank(f) and f["known"]),
            Says(
                "gently", "recommend", ("call", {"friend"}), lambda f: _bank(f) and f["kind_words"]
            ),
            Says(
                "debtors", "discourage", ("call", {"debtor"}), lambda f: _bank(f) and not f["known"]
            ),
        ),
        (
            Says("default 4", "forbid", ("call", {"friend"}), _bank),
            Says("default 5", "allow", ("call", {"debtor"}), _bank),
            Says("default 6", "forbid", ("write",), lambda f: _bank(f) and not f["known"]),
        ),
        (Owes("default 6", ("write",), lambda f: f["known"], _bank),),
    ),
    every(
        ["call(friend)", "call(debtor)", "write"],
        lender=("bank", "shop"),
        known=_YES_NO,
        kind_words=_YES_NO,
    ),
)

DUTIES = """
vocabulary words
kind channel: phone, letter
action call (channel)
event default_event
fact named: yes/no
fact reason: yes/no
fact late: yes/no
fact dues: CNY

policy lender
uses words
rule say_who: require named and reason for call(any)
rule say_late: when late then require named for call(phone) unless reason
rule free: allow call(any)
"""

duties = Suite(
    "duties",
    "A condition for an action forbids it where the condition fails, and is owed with the action",
    DUTIES,
    Meant(
        (
            Says("say_who", "forbid", ("call", None), lambda f: not (f["named"] and f["reason"])),
            Says(
                "say_late",
                "forbid",
                ("call", {"phone"}),
                lambda f: f["late"] and not f["reason"] and not f["named"],
            ),
            Says("free", "allow", ("call", None)),
        ),
        (),
        (
            Owes("say_who", ("call", None), lambda f: f["named"] and f["reason"]),
            Owes(
                "say_late",
                ("call", {"phone"}),
                lambda f: f["named"],
                lambda f: f["late"] and not f["reason"],
            ),
        ),
    ),
    every(["call(phone)", "call(letter)"], named=_YES_NO, reason=_YES_NO, late=_YES_NO),
)

PATTERNS = """
vocabulary words
kind person: debtor, friend, boss
kind channel: sms, phone, visit
action contact (person, channel)
action pass_on (giver: person, taker: person)
action close

policy lender
uses words
rule a: forbid contact(friend)
rule b: allow contact(debtor, sms | phone)
rule c: discourage contact(channel = visit)
rule d: recommend contact(not friend | boss)
rule e: require contact(any, phone)
rule f: forbid pass_on(taker = not debtor)
rule g: allow pass_on(debtor, taker = friend)
rule h: require close
rule i: recommend contact
"""
_PEOPLE = ("debtor", "friend", "boss")
_CHANNELS = ("sms", "phone", "visit")

patterns = Suite(
    "patterns",
    "A pattern names a set of actions: missing arguments are any, `not` leaves some out",
    PATTERNS,
    Meant(
        (
            Says("a", "forbid", ("contact", {"friend"}, None)),
            Says("b", "allow", ("contact", {"debtor"}, {"sms", "phone"})),
            Says("c", "discourage", ("contact", None, {"visit"})),
            Says("d", "recommend", ("contact", {"debtor"}, None)),
            Says("e", "require", ("contact", None, {"phone"})),
            Says("f", "forbid", ("pass_on", None, {"friend", "boss"})),
            Says("g", "allow", ("pass_on", {"debtor"}, {"friend"})),
            Says("h", "require", ("close",)),
            Says("i", "recommend", ("contact", None, None)),
        )
    ),
    [
        *(Question(f"contact({p}, {c})", {}) for p, c in product(_PEOPLE, _CHANNELS)),
        *(Question(f"pass_on({g}, {t})", {}) for g, t in product(_PEOPLE, _PEOPLE)),
        Question("close", {}),
    ],
)

SUITES = (precedence, overrides, presumptions, branches, defaults, duties, patterns)
