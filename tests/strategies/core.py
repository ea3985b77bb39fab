"""Random core policies and cases, from one source of randomness.

`policies()` and `worlds()` are Hypothesis strategies; the functions below them draw from any
`random.Random`, so that long seeded loops and benchmarks use the same generator.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from random import Random

import attrs
from hypothesis import strategies as st

from policyc.core.actions import Ground, Kind, Parameter, Pattern, Same, Signature, Vocabulary
from policyc.core.axes import (
    AllTime,
    Axis,
    CalendarWindow,
    Count,
    Currency,
    Elapsed,
    ElapsedDays,
    Ever,
    History,
    Members,
    Numbers,
    OpenTerm,
    Rolling,
    SinceEvent,
    Unit,
    Value,
    Window,
    YesNo,
)
from policyc.core.conditions import (
    ALWAYS,
    Among,
    Condition,
    Holds,
    Within,
    axes_of,
    conjoin,
    disjoin,
    negate,
)
from policyc.core.keys import history_key, is_relative
from policyc.core.numbers import Interval, Number, NumberSet, exact
from policyc.core.policy import Assumption, Clause, Effect, Policy, Rule
from policyc.space.grid.linear import linear_condition

TARGET = Kind("target", ("borrower", "emergency", "employer"))
CHANNEL = Kind("channel", ("sms", "phone"))
PRODUCT = Kind("product", ("card", "loan", "car"))
CONTACT = Signature("contact", (Parameter("target", TARGET), Parameter("channel", CHANNEL)))
REPORT = Signature("report", ())
STOP = Signature("stop_request", (Parameter("target", TARGET),), is_action=False)
VOCABULARY = Vocabulary(
    {kind.name: kind for kind in (TARGET, CHANNEL, PRODUCT)},
    {"contact": CONTACT, "report": REPORT},
    {"stop_request": STOP},
    ("borrower",),
)

ANY_STOP = Pattern("stop_request", (None,))
SAME_STOP = Pattern("stop_request", (Same("target"),))
BORROWER_STOP = Pattern("stop_request", (frozenset({"borrower"}),))
ANY_CONTACT = Pattern("contact", (None, None))
PHONE = Pattern("contact", (None, frozenset({"phone"})))
DAY = 86_400

HISTORIES: tuple[History, ...] = (
    Ever(ANY_STOP, "borrower"),
    Ever(SAME_STOP, "borrower"),
    Ever(BORROWER_STOP, "borrower"),
    Elapsed(ANY_STOP, "borrower"),
    ElapsedDays(ANY_STOP, "borrower"),
    ElapsedDays(SAME_STOP, "borrower"),
    Count(ANY_STOP, AllTime(), "borrower"),
    Count(ANY_CONTACT, CalendarWindow.TODAY, "borrower"),
    Count(PHONE, CalendarWindow.TODAY, "borrower"),
    Count(PHONE, CalendarWindow.THIS_WEEK, "borrower"),
    Count(PHONE, CalendarWindow.THIS_MONTH, "borrower"),
    Count(ANY_CONTACT, Rolling(DAY), "borrower"),
    Count(PHONE, Rolling(7 * DAY), "borrower"),
    Count(ANY_CONTACT, Rolling(0, 1), "borrower"),
    Count(PHONE, SinceEvent(ANY_STOP), "borrower"),
    Count(PHONE, SinceEvent(SAME_STOP), "borrower"),
)


def history_axis(history: History) -> Axis:
    """The axis of a question about the past."""
    domain: YesNo | Numbers
    match history:
        case Ever():
            domain = YesNo()
        case Count():
            domain = Numbers(Unit.COUNT, 0, None, 1)
        case Elapsed():
            domain = Numbers(Unit.HOURS, 0, None, None, optional=True)
        case ElapsedDays():
            domain = Numbers(Unit.DAYS, 0, None, 1, optional=True)
    return Axis(history_key(VOCABULARY, history), domain, history)


FACTS = (
    Axis("overdue", Numbers(Unit.DAYS, 0, 12, 1)),
    Axis("calls", Numbers(Unit.COUNT, 0, 9, 1)),
    Axis("amount", Numbers(Currency("CNY"), 0, 12, Fraction(1, 2))),
    Axis("threat", YesNo()),
    Axis("notice", YesNo()),
    Axis("product", Members(PRODUCT)),
)
DENSE = (
    Axis("unreachable", Numbers(Unit.HOURS, 0, None, None)),
    Axis("rate", Numbers(Unit.PERCENT, 0, 100, None)),
)
TERMS = (
    Axis("early", Numbers(Unit.DAYS, 2, 6, 1), OpenTerm("terms")),
    Axis("late", Numbers(Unit.DAYS, 4, 11, 1), OpenTerm("terms")),
)
PAST = tuple(history_axis(history) for history in HISTORIES)
WINDOWS: tuple[Window, ...] = (
    AllTime(),
    *CalendarWindow,
    *(Rolling(seconds) for seconds in (DAY // 2, DAY, 7 * DAY, 31 * DAY)),
    *(Rolling(0, months) for months in (1, 2)),
    SinceEvent(SAME_STOP),
)


def _about(event: Pattern) -> Iterator[History]:
    yield Ever(event, "borrower")
    yield Elapsed(event, "borrower")
    yield ElapsedDays(event, "borrower")
    yield from (Count(event, window, "borrower") for window in WINDOWS)


STOPS = tuple(history_axis(h) for event in (ANY_STOP, SAME_STOP) for h in _about(event))
"""All kinds of questions about one event, in windows of every kind."""

PARTS = tuple(
    history_axis(asked)
    for arguments in (
        (None, None),
        (frozenset(("borrower",)), None),
        (frozenset(TARGET.members[1:]), None),
        (None, frozenset(CHANNEL.members[:1])),
    )
    for asked in _about(Pattern("contact", arguments))
)
"""All kinds of questions about an event and about parts that make it up."""


@attrs.frozen
class Shape:
    """What a random policy is made of."""

    axes: tuple[Axis, ...] = FACTS
    rules: int = 6
    defaults: float = 0.3
    overrides: float = 0.3
    assumptions: float = 0.3
    rebuttable: float = 0.3
    depth: int = 2
    linear: bool = True
    effects: tuple[Effect, ...] = tuple(Effect)


PLAIN = Shape()
EVERYTHING = Shape(axes=FACTS + DENSE + TERMS + PAST, rules=7)
OPEN = Shape(axes=FACTS + TERMS)
SMALL = Shape(axes=FACTS[:1] + FACTS[3:4] + FACTS[5:], rules=4)


def random_policy(random: Random, shape: Shape = PLAIN, name: str = "p") -> Policy:
    """A policy over some of the shape's axes; overriding is acyclic."""
    axes = {axis.key: axis for axis in shape.axes}
    chosen = random.sample(shape.axes, min(len(shape.axes), random.randint(2, 5)))
    count = random.randint(1, shape.rules)
    names = [f"r{i}" for i in range(count)]
    clauses = []
    plain = [axis for axis in chosen if not is_relative(axis)] or list(FACTS[:1])
    for i, rule in enumerate(names):
        overridden = frozenset(n for n in names[:i] if random.random() < shape.overrides / 2)
        about = random_pattern(random)
        guard = random_condition(random, chosen if about.name == "contact" else plain, shape)
        for _ in range(1 + (random.random() < 0.15)):
            clauses.append(_clause(random, rule, about, guard, shape, overridden))
            guard = negate(guard)
    defaults = tuple(
        _clause(
            random,
            f"d{i}",
            random_pattern(random),
            ALWAYS if random.random() < 0.6 else random_condition(random, plain, shape),
            shape,
            frozenset(),
        )
        for i in range(random.randint(1, 2) if random.random() < shape.defaults else 0)
    )
    assumptions = []
    if random.random() < shape.assumptions:
        parts = [random_condition(random, plain, shape) for _ in range(2)]
        assumptions.append(Assumption(disjoin(parts)))
    if "early" in axes:
        assumptions.append(Assumption(linear_condition({"early": 1, "late": -1}, below(0, True))))
    random.shuffle(clauses)
    return Policy(
        name,
        axes,
        VOCABULARY,
        tuple(clauses),
        defaults,
        assumptions=tuple(assumptions),
        rules={n: Rule(n) for n in names},
    )


def below(limit: Number, is_open: bool = False) -> NumberSet:
    """The numbers up to a limit."""
    return NumberSet((Interval(None, limit, False, is_open),))


def _clause(
    random: Random,
    rule: str,
    about: Pattern,
    guard: Condition,
    shape: Shape,
    overridden: frozenset[str],
) -> Clause:
    return Clause(
        rule,
        random.choice(shape.effects),
        about,
        guard,
        overridden,
        random.random() < shape.rebuttable,
    )


def random_pattern(random: Random) -> Pattern:
    """A pattern of either action."""
    if random.random() < 0.12:
        return Pattern("report", ())
    return Pattern("contact", (_argument(random, TARGET), _argument(random, CHANNEL)))


def _argument(random: Random, kind: Kind) -> frozenset[str] | None:
    if random.random() < 0.5:
        return None
    return frozenset(random.sample(kind.members, random.randint(1, len(kind.members) - 1)))


def random_condition(
    random: Random, axes: Sequence[Axis], shape: Shape, depth: int | None = None
) -> Condition:
    """A condition over the axes, now and then nested or over a sum."""
    depth = shape.depth if depth is None else depth
    roll = random.random()
    if depth and roll < 0.5:
        parts = [
            random_condition(random, axes, shape, depth - 1) for _ in range(random.randint(2, 3))
        ]
        return (conjoin if roll < 0.3 else disjoin)(parts)
    if depth and roll < 0.6:
        return negate(random_condition(random, axes, shape, depth - 1))
    numeric = [axis.key for axis in axes if isinstance(axis.domain, Numbers)]
    if shape.linear and len(numeric) > 1 and roll > 0.8:
        summed = random.sample(numeric, random.randint(2, min(3, len(numeric))))
        factors = {key: random.choice((1, 1, -1, -1, 2, -2, 3, -3)) for key in summed}
        return linear_condition(factors, random_numbers(random, -6, 10))
    return _atom(random, random.choice(axes))


def _atom(random: Random, axis: Axis) -> Condition:
    match axis.domain:
        case YesNo():
            return Holds(axis.key)
        case Members(kind):
            return Among(
                axis.key,
                frozenset(random.sample(kind.members, random.randint(1, len(kind.members) - 1))),
            )
        case Numbers():
            return Within(axis.key, random_numbers(random, 0, 10))


def random_numbers(random: Random, low: int, high: int) -> NumberSet:
    """One interval or two, with ends that are open, closed or missing."""
    found = []
    for _ in range(1 + (random.random() < 0.2)):
        a, b = sorted(random.choices(range(low, high + 1), k=2))
        scale: Number = Fraction(1, 2) if random.random() < 0.2 else 1
        lower = None if random.random() < 0.35 else exact(Fraction(a) * scale)
        upper = None if random.random() < 0.35 else exact(Fraction(b) * scale)
        found.append(
            Interval(
                lower,
                upper,
                lower is not None and random.random() < 0.4,
                upper is not None and random.random() < 0.4,
            )
        )
    return NumberSet.of(found)


def grounds() -> Iterator[Ground]:
    """Every action of the vocabulary."""
    for action in VOCABULARY.actions.values():
        yield from action.ground()


def used_axes(policy: Policy) -> list[Axis]:
    """The axes that guards and assumptions ask about."""
    conditions = [c.guard for c in policy.clauses + policy.defaults]
    conditions += [a.condition for a in policy.assumptions]
    keys = dict.fromkeys(key for condition in conditions for key in axes_of(condition))
    return [policy.axes[key] for key in keys]


def random_value(random: Random, axis: Axis) -> Value:
    """A value of the axis, near the thresholds that random conditions use."""
    match axis.domain:
        case YesNo():
            return random.random() < 0.5
        case Members(kind):
            return random.choice(kind.members)
        case Numbers(lower=lower, upper=upper, step=step, optional=optional):
            if optional and random.random() < 0.25:
                return None
            low, high = lower or 0, 14 if upper is None else upper
            fine = Fraction(1, 4) if step is None else Fraction(step)
            return exact(low + fine * random.randint(0, int((Fraction(high) - low) / fine)))


def random_case(random: Random, axes: Sequence[Axis]) -> dict[str, Value]:
    """A value for each axis, drawn on its own."""
    return {axis.key: random_value(random, axis) for axis in axes}


def every_case(axes: Sequence[Axis]) -> Iterator[Mapping[str, Value]]:
    """Every case of bounded stepped axes."""
    choices: list[list[Value]] = []
    for axis in axes:
        match axis.domain:
            case YesNo():
                choices.append([False, True])
            case Members(kind):
                choices.append(list(kind.members))
            case Numbers(lower=lower, upper=upper, step=step):
                assert lower is not None
                assert upper is not None
                assert step is not None
                many = int((Fraction(upper) - lower) / Fraction(step))
                choices.append([exact(lower + Fraction(step) * i) for i in range(many + 1)])
    for values in product(*choices):
        yield dict(zip((axis.key for axis in axes), values, strict=True))


def policies(shape: Shape = PLAIN) -> st.SearchStrategy[Policy]:
    """Random policies of a shape."""
    return st.builds(lambda random: random_policy(random, shape), st.randoms(use_true_random=False))


def randoms() -> st.SearchStrategy[Random]:
    """A source of randomness that Hypothesis steers and shrinks."""
    return st.randoms(use_true_random=False)
