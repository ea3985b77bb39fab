"""The rules and cases that every engine is given.

Rules are plain data, so that each engine can have them in its own language. There are two
families:

* `platform`: 15 rules over 12 facts, of the kind that a lender publishes;
* `table`: many rules, as large policies have them: a few caps for everybody, then rows for
  products, provinces and stages, some of them with further conditions.
"""

from collections.abc import Mapping
from random import Random
from typing import Any, TypeAlias

import attrs

from benchmarks.decide.yardstick import HOUR

TARGETS = ("borrower", "emergency", "address_book", "employer", "third_party")
CHANNELS = ("sms", "phone", "app", "letter", "visit")
PRODUCTS = tuple(f"product_{i}" for i in range(8))
PROVINCES = tuple(f"province_{i:02}" for i in range(12))


@attrs.frozen
class Is:
    """A yes/no fact is this."""

    fact: str
    value: bool


@attrs.frozen
class OneOf:
    """A fact is one of some values."""

    fact: str
    values: tuple[str, ...] | tuple[int, ...]


@attrs.frozen
class Between:
    """A number is at least `lower` and less than `upper`, where there is one."""

    fact: str
    lower: int | None
    upper: int | None = None


@attrs.frozen
class Outside:
    """A number is less than `lower` or at least `upper`."""

    fact: str
    lower: int
    upper: int


@attrs.frozen
class MoreThan:
    """A number is more than a multiple of another."""

    fact: str
    factor: int
    other: str


Test: TypeAlias = Is | OneOf | Between | Outside | MoreThan


@attrs.frozen
class Rule:
    """An effect on contacting some targets through some channels, where every test holds.

    Effects are `allow`, `forbid`, `discourage` and `recommend`; no targets or channels are any.
    """

    name: str
    effect: str
    targets: tuple[str, ...]
    channels: tuple[str, ...]
    tests: tuple[Test, ...] = ()


@attrs.frozen
class Fact:
    """What may be asked about a case: a number with bounds, one of some members, or yes/no."""

    name: str
    lower: int | None = None
    upper: int | None = None
    members: tuple[str, ...] = ()


Values: TypeAlias = Mapping[str, int | bool | str]


@attrs.frozen
class Case:
    """Whom to contact, through what, and every fact."""

    target: str
    channel: str
    facts: dict[str, int | bool | str]


@attrs.frozen
class Workload:
    """Rules, the facts that they ask about, and cases near the values that they ask about."""

    name: str
    rules: tuple[Rule, ...]
    facts: tuple[Fact, ...]
    cases: tuple[Case, ...]

    def plain_rules(self) -> list[dict[str, Any]]:
        """The rules as JSON has them."""
        return [
            {
                "name": rule.name,
                "effect": rule.effect,
                "targets": rule.targets,
                "channels": rule.channels,
                "tests": [{"kind": type(t).__name__, **attrs.asdict(t)} for t in rule.tests],
            }
            for rule in self.rules
        ]


PLATFORM_FACTS = (
    Fact("overdue", 0, 3650),
    Fact("unreachable", 0, 10_000),
    Fact("amount", 0, 10_000_000),
    Fact("instalment", 0, 10_000_000),
    Fact("time", 0, 86_399),
    Fact("calls_today", 0, 1000),
    Fact("calls_this_week", 0, 1000),
    Fact("address_book_rate", 0, 100),
    Fact("written_notice"),
    Fact("identified"),
    Fact("purpose_stated"),
    Fact("disputed"),
)

_ANY: tuple[str, ...] = ()
_PHONE = ("phone",)

PLATFORM_RULES = (
    Rule("sms_reminder", "allow", ("borrower",), ("sms",), (Between("overdue", 1, 8),)),
    Rule("phone_calls", "allow", ("borrower",), _PHONE, (Between("overdue", 8),)),
    Rule("say_who", "forbid", _ANY, _PHONE, (Is("identified", False),)),
    Rule("say_why", "forbid", _ANY, _PHONE, (Is("purpose_stated", False),)),
    Rule(
        "emergency_contact",
        "allow",
        ("emergency",),
        _ANY,
        (
            Between("overdue", 16),
            Between("unreachable", 73),
            MoreThan("amount", 10, "instalment"),
            Is("written_notice", True),
        ),
    ),
    Rule("no_early_emergency", "forbid", ("emergency",), _ANY, (Between("overdue", None, 16),)),
    Rule("no_address_book", "forbid", ("address_book",), _ANY),
    Rule("call_cap", "forbid", _ANY, _PHONE, (Between("calls_today", 3),)),
    Rule("weekly_cap", "forbid", _ANY, _PHONE, (Between("calls_this_week", 7),)),
    Rule("quiet_hours", "forbid", _ANY, _PHONE, (Outside("time", 8 * HOUR, 20 * HOUR),)),
    Rule("dial_rate", "forbid", ("address_book",), _ANY, (Between("address_book_rate", 31),)),
    Rule("disputed", "forbid", _ANY, ("phone", "visit"), (Is("disputed", True),)),
    Rule(
        "visits",
        "allow",
        ("borrower",),
        ("visit",),
        (Between("overdue", 60), Between("time", 9 * HOUR, 17 * HOUR)),
    ),
    Rule("no_early_visit", "discourage", _ANY, ("visit",), (Between("overdue", None, 60),)),
    Rule("reminder_days", "recommend", ("borrower",), ("sms",), (OneOf("overdue", (1, 3, 5, 7)),)),
)

TABLE_FACTS = (
    Fact("product", members=PRODUCTS),
    Fact("province", members=PROVINCES),
    *PLATFORM_FACTS,
)

_CAPS = PLATFORM_RULES[7:12]
_STAGES = (1, 4, 8, 16, 31, 61, 91, 121, 181, 361)
_EXTRA: tuple[Test, ...] = (
    *(Between("amount", bound) for bound in (500, 1_000, 3_000, 5_000, 10_000, 50_000)),
    *(Between("unreachable", bound) for bound in (25, 49, 73, 169)),
    *(Between("calls_today", None, bound) for bound in (1, 2, 3)),
    *(Between("calls_this_week", None, bound) for bound in (2, 4, 7)),
    *(Between("time", start * HOUR, end * HOUR) for start in (8, 9, 10) for end in (18, 19, 21)),
    *(Is(fact, True) for fact in ("written_notice", "identified", "purpose_stated")),
    Is("disputed", False),
)


def platform() -> Workload:
    """The 15 rules."""
    return Workload("platform", PLATFORM_RULES, PLATFORM_FACTS, cases(PLATFORM_FACTS, 2000))


def table(count: int, seed: int | None = None) -> Workload:
    """So many rules; the same ones each time that the seed is the same."""
    random = Random(count if seed is None else seed)  # noqa: S311  # no secret: the same rules each time
    rows = tuple(_row(random, place) for place in range(count - len(_CAPS)))
    return Workload(f"table {count:,}", (*_CAPS, *rows), TABLE_FACTS, cases(TABLE_FACTS, 2000))


def _row(random: Random, place: int) -> Rule:
    start = random.randrange(len(_STAGES) - 1)
    end = random.randrange(start + 1, len(_STAGES))
    tests: list[Test] = [
        OneOf("product", (random.choice(PRODUCTS),)),
        OneOf("province", tuple(random.sample(PROVINCES, random.choice((1, 1, 1, 2, 3))))),
        Between("overdue", _STAGES[start], _STAGES[end]),
    ]
    tests += random.sample(_EXTRA, random.choice((0, 1, 1, 2)))
    return Rule(
        f"row_{place}",
        random.choice(("allow", "allow", "allow", "forbid", "discourage")),
        tuple(random.sample(TARGETS, random.choice((1, 1, 2)))),
        tuple(random.sample(CHANNELS, random.choice((1, 1, 2)))),
        tuple(dict.fromkeys(tests)),
    )


_NEAR = {
    "overdue": (0, 1, 3, 4, 7, 8, 15, 16, 30, 31, 59, 60, 90, 200, 400),
    "unreachable": (0, 24, 48, 72, 73, 100, 200),
    "amount": (400, 500, 2_000, 5_000, 12_000, 60_000),
    "instalment": (100, 500, 1_200, 6_000),
    "time": tuple(hour * HOUR for hour in (3, 7, 8, 9, 12, 16, 18, 19, 20, 23)),
    "calls_today": (0, 1, 2, 3),
    "calls_this_week": (0, 1, 3, 6, 7),
    "address_book_rate": (0, 30, 31),
}


def cases(facts: tuple[Fact, ...], count: int, seed: int = 1) -> tuple[Case, ...]:
    """Cases about the actions that most rules speak of, each fact near where rules change."""
    random = Random(seed)  # noqa: S311  # no secret: the same cases each time
    return tuple(
        Case(
            random.choice(TARGETS[:3]),
            random.choice(("sms", "phone", "visit")),
            {fact.name: _value(random, fact) for fact in facts},
        )
        for _ in range(count)
    )


def _value(random: Random, fact: Fact) -> int | bool | str:
    if fact.members:
        return random.choice(fact.members)
    if fact.lower is None:
        return random.random() < 0.7  # most cases are in order
    return random.choice(_NEAR[fact.name])
