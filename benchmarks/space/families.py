"""Two families of random large policies.

*flat*: every rule independent, the adversarial family. *table*: how large real policies look:
global caps, then rows of product, province and stage that allow targets and channels.
"""

from fractions import Fraction
from random import Random

from policyc.core.actions import Kind, Parameter, Pattern, Signature, Vocabulary
from policyc.core.axes import Axis, Currency, Members, Numbers, Unit, YesNo
from policyc.core.conditions import (
    ALWAYS,
    Among,
    Condition,
    Holds,
    Within,
    conjoin,
    disjoin,
    negate,
)
from policyc.core.numbers import Interval, Number, NumberSet
from policyc.core.policy import Clause, Effect, Policy
from policyc.space.grid.linear import linear_condition

TARGET = Kind("target", ("borrower", "emergency", "family", "employer", "address_book", "other"))
CHANNEL = Kind("channel", ("sms", "phone", "app", "email", "letter", "visit"))
FIRM = Kind("firm", ("agency", "law_firm", "assignee"))
PRODUCT = Kind("product", tuple(f"product_{i}" for i in range(8)))
PROVINCE = Kind("province", tuple(f"province_{i}" for i in range(12)))
ACTIONS = {
    "contact": Signature("contact", (Parameter("target", TARGET), Parameter("channel", CHANNEL))),
    **{
        name: Signature(name, (Parameter("firm", FIRM),))
        for name in ("outsource", "report", "disclose", "charge")
    },
}
VOCABULARY = Vocabulary({}, ACTIONS, {}, ("borrower",))

POOLS: dict[str, tuple[int, ...]] = {
    "overdue": (1, 4, 8, 16, 31, 61, 91, 181),
    "time": (7 * 3600, 8 * 3600, 9 * 3600, 20 * 3600, 21 * 3600, 22 * 3600),
    "calls_today": (1, 2, 3, 5),
    "calls_week": (3, 5, 7, 10, 15),
    "unreachable": (24, 48, 72, 168),
    "amount": (500, 1000, 5000, 10_000, 50_000),
    "instalment": (100, 500, 1000, 5000),
    "rate": (10, 20, 30, 50),
}
WEIGHTS = {"overdue": 10, "time": 5, "calls_today": 5, "amount": 4, "product": 4, "province": 2}
FLAGS = ("notice_sent", "threat", "disputed", "complaint", "hardship", "consent")


def _numbers(unit: Unit | Currency, upper: int, step: Number | None = 1) -> Numbers:
    return Numbers(unit, 0, upper, step)


AXES = {
    axis.key: axis
    for axis in (
        Axis("overdue", _numbers(Unit.DAYS, 3650)),
        Axis("time", _numbers(Unit.TIME_OF_DAY, 86_399)),
        Axis("calls_today", _numbers(Unit.COUNT, 1000)),
        Axis("calls_week", _numbers(Unit.COUNT, 1000)),
        Axis("unreachable", _numbers(Unit.HOURS, 100_000, None)),
        Axis("amount", _numbers(Currency("CNY"), 10_000_000, Fraction(1, 100))),
        Axis("instalment", _numbers(Currency("CNY"), 1_000_000, Fraction(1, 100))),
        Axis("rate", _numbers(Unit.PERCENT, 400, None)),
        Axis("product", Members(PRODUCT)),
        Axis("province", Members(PROVINCE)),
        *(Axis(flag, YesNo()) for flag in FLAGS),
    )
}


class Maker:
    """Draws rules with one policy's own thresholds."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.pools = {
            key: sorted(
                random.sample(pool, max(2, len(pool) // 2))
                + [random.choice(pool) + random.randint(1, 3) for _ in range(2)]
            )
            for key, pool in POOLS.items()
        }

    def atom(self) -> Condition:
        """A condition on one axis, or on a sum."""
        random = self.random
        keys = [*POOLS, "product", "province", *FLAGS, "form"]
        key = random.choices(keys, [WEIGHTS.get(k, 2) for k in keys])[0]
        if key in FLAGS:
            return Holds(key) if random.random() < 0.6 else negate(Holds(key))
        if key == "form":
            above = NumberSet((Interval(0, None, True),))
            return linear_condition({"amount": 1, "instalment": -random.choice((3, 10))}, above)
        if key in ("product", "province"):
            kind = PRODUCT if key == "product" else PROVINCE
            return Among(key, frozenset(random.sample(kind.members, random.randint(1, 3))))
        return Within(key, self.range(key))

    def range(self, key: str) -> NumberSet:
        """A range between thresholds of the pool; of times it may go round midnight."""
        low, high = sorted(self.random.sample(self.pools[key], 2))
        if key == "time":
            day = NumberSet((Interval(low, high, False, True),))
            return day if self.random.random() < 0.4 else day.complement()
        if key == "overdue" and self.random.random() < 0.6:
            return NumberSet((Interval(low, high, False, True),))
        if self.random.random() < 0.5:
            return NumberSet((Interval(low, None, key == "rate"),))
        return NumberSet((Interval(None, high, False, True),))

    def argument(self, kind: Kind) -> frozenset[str] | None:
        """Any member, one, or some."""
        roll = self.random.random()
        if roll < 0.3:
            return None
        many = 1 if roll < 0.8 else self.random.randint(2, len(kind.members) - 1)
        return frozenset(self.random.sample(kind.members, many))

    def pattern(self) -> Pattern:
        """A pattern, mostly of contact."""
        name = self.random.choices(list(ACTIONS), (14, 2, 2, 1.5, 1.5))[0]
        return Pattern(name, tuple(self.argument(p.kind) for p in ACTIONS[name].parameters))

    def guard(self, low: int, high: int) -> Condition:
        """A conjunction of atoms, now and then with an alternative and an exemption."""
        parts = [self.atom() for _ in range(self.random.randint(low, high))]
        if self.random.random() < 0.12:
            parts.append(disjoin([self.atom(), self.atom()]))
        if self.random.random() < 0.15:
            parts.append(negate(self.atom()))
        return conjoin(parts)


def flat(seed: int, rules: int) -> Policy:
    """A policy of independent rules."""
    random = Random(seed)  # noqa: S311  # no secret: the same policy each time
    maker = Maker(random)
    clauses: list[Clause] = []
    effects = (Effect.ALLOW, Effect.FORBID, Effect.REQUIRE)
    for i in range(rules):
        effect = random.choices(effects, (56, 38, 6))[0]
        guard = maker.guard(1 if rules <= 30 else 2, 4)
        overridden = [c.rule for c in clauses[-20:] if c.effect is Effect.FORBID]
        defeats = overridden and effect is Effect.ALLOW and random.random() < 0.03
        overrides = frozenset((random.choice(overridden),)) if defeats else frozenset()
        clauses.append(Clause(f"r{i}", effect, maker.pattern(), guard, overrides))
    return Policy(f"flat_{seed}", AXES, VOCABULARY, tuple(clauses))


def table(seed: int, rules: int) -> Policy:
    """Global caps, then rows of product, province and stage."""
    random = Random(seed)  # noqa: S311  # no secret: the same policy each time
    maker = Maker(random)
    any_contact = Pattern("contact", (None, None))
    phone = Pattern("contact", (None, frozenset({"phone"})))
    caps: list[tuple[Pattern, Condition]] = [
        (
            phone,
            Within("time", NumberSet((Interval(8 * 3600, 20 * 3600, False, True),)).complement()),
        ),
        (phone, Within("calls_today", NumberSet((Interval(maker.pools["calls_today"][1], None),)))),
        (phone, Within("calls_week", NumberSet((Interval(maker.pools["calls_week"][1], None),)))),
        (Pattern("contact", (frozenset({"address_book"}), None)), ALWAYS),
        (any_contact, Holds("threat")),
        (any_contact, Within("rate", NumberSet((Interval(maker.pools["rate"][0], None, True),)))),
        (any_contact, conjoin([Holds("disputed"), negate(Holds("notice_sent"))])),
    ]
    clauses = [
        Clause(f"cap{i}", Effect.FORBID, pattern, guard) for i, (pattern, guard) in enumerate(caps)
    ]
    while len(clauses) < rules:
        clauses.append(_row(maker, random, len(clauses)))
    return Policy(f"table_{seed}", AXES, VOCABULARY, tuple(clauses[:rules]))


def _row(maker: Maker, random: Random, number: int) -> Clause:
    where: list[Condition] = [
        Among("product", frozenset(random.sample(PRODUCT.members, random.randint(1, 2)))),
        Among("province", frozenset(random.sample(PROVINCE.members, random.randint(1, 4)))),
        Within("overdue", maker.range("overdue")),
    ]
    extra = [maker.atom() for _ in range(random.randint(0, 2))]
    effect = Effect.FORBID if random.random() < 0.15 else Effect.ALLOW
    pattern = maker.pattern()
    return Clause(f"row{number}", effect, pattern, conjoin([*where, *extra]))


FAMILIES = {"table": table, "flat": flat}
