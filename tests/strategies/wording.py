"""A document with facts of every type, and random conditions over what it declares."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from random import Random

from policyc.core.axes import Axis, Currency, Members, Numbers, Unit, Value, YesNo
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
from policyc.core.numbers import Interval, Number, NumberSet, exact
from policyc.elaborate.elaborator import Elaborated, Elaborator
from policyc.elaborate.units import dimension
from policyc.library.library import Library, open_source
from policyc.source import Source
from policyc.space.grid.linear import linear_condition
from tests.strategies.core import random_numbers

TEXT = """
policy everything
subject borrower "借款人"
subject debt "债务"
kind target "对象": borrower "本人", emergency "紧急联系人", employer "单位", friend "单位"
kind only: single
action contact "联系" (target, only)
event answered "接听" (target)
event withdrawn
fact overdue "逾期": days from 0 to 3650
fact unreachable "失联": hours
fact waited "等待": minutes from 0 to 100_000
fact amount "金额": CNY
fact fee "费用": CNY from 0 CNY to 500 CNY
fact paid_in_dollars: USD
fact calls "次": count from 0 to 99
fact score "分数": number
fact rate "比例": percent from 0% to 100%
fact other_rate "比例": percent
fact tenure "账龄": months
fact age "年龄": years
fact time "当地时间": time of day
fact signed "签约日": date
fact due_date "到期日": date
fact weekday "星期几": weekday
fact role "角色": target
fact disputed "有异议": yes/no
fact holiday "是": yes/no
term grace "宽限期": days from 1 to 30, unspecified
term cap "上限": count from 1 to 9, unspecified
rule first: when ever(answered(borrower)) and since(answered) > 3h
  and days_since(answered(not borrower)) > 3 and since(withdrawn, for each debt) > 1h
  and count(contact(any), today) > 0 and count(contact(borrower | friend), last 36h) > 1
  and count(answered, since withdrawn, for each debt) > 2 and count(answered, last 3 months) > 1
  and count(contact, this week) > 0 and count(contact, this month) > 0 and count(contact) > 0
  and ever(contact(same target))
then allow contact(any)
rule second: when overdue > grace and calls > cap then allow contact(any)
"""


@cache
def everything() -> Elaborated:
    """The document, elaborated."""
    (found,) = open_source(Source("everything.policy", TEXT), "everything").documents
    return Elaborator(Library()).elaborate(found)


def random_condition(random: Random, axes: Mapping[str, Axis], depth: int = 3) -> Condition:
    """A condition over the axes, nested, with sums of axes of one dimension."""
    roll = random.random()
    if depth and roll < 0.5:
        parts = [random_condition(random, axes, depth - 1) for _ in range(random.randint(2, 3))]
        return (conjoin if roll < 0.25 else disjoin)(parts)
    if depth and roll < 0.65:
        return negate(random_condition(random, axes, depth - 1))
    if roll > 0.95:
        return random.choice((ALWAYS, negate(ALWAYS)))
    if roll > 0.75:
        return _sum(random, axes)
    return _atom(random, random.choice(list(axes.values())))


def _atom(random: Random, axis: Axis) -> Condition:
    match axis.domain:
        case YesNo():
            return Holds(axis.key)
        case Members(kind):
            count = random.randint(0, len(kind.members))
            return Among(axis.key, frozenset(random.sample(kind.members, count)))
        case Numbers():
            return Within(axis.key, _numbers(random, axis.domain))


def _numbers(random: Random, domain: Numbers) -> NumberSet:
    """A set near the domain's ordinary values, now and then of points or around a gap."""
    scale, start = _scale(domain.unit)
    found = random_numbers(random, -1, 12)
    roll = random.random()
    if roll < 0.2:
        points = random.sample(range(10), random.randint(1, 3))
        found = NumberSet.of(Interval(point, point) for point in points)
    if roll < 0.1 or roll > 0.9:
        found = found.complement()
    return NumberSet.of(
        Interval(
            None if i.lower is None else exact(Fraction(start + i.lower * scale)),
            None if i.upper is None else exact(Fraction(start + i.upper * scale)),
            i.lower_open,
            i.upper_open,
        )
        for i in found.intervals
    )


def _scale(unit: Unit | Currency) -> tuple[Number, Number]:
    """How far ordinary values are apart, and where they begin."""
    match unit:
        case Unit.TIME_OF_DAY:
            return 7200, 0
        case Unit.DATE:
            return 30, 738_000
        case Currency():
            return 1234, 0
        case _:
            return 1, 0


def _sum(random: Random, axes: Mapping[str, Axis]) -> Condition:
    """A sum of two or three axes of one dimension; of dates at most one more than of others."""
    by_dimension: dict[str, list[str]] = {}
    for key, axis in axes.items():
        if isinstance(axis.domain, Numbers) and axis.domain.unit is not Unit.TIME_OF_DAY:
            by_dimension.setdefault(dimension(axis.domain.unit), []).append(key)
    name = random.choice([name for name, keys in by_dimension.items() if len(keys) > 1])
    if name == "date":
        return _dated(random, axes, by_dimension)
    keys = random.sample(by_dimension[name], min(len(by_dimension[name]), random.randint(2, 3)))
    factors = {key: random.choice((1, 1, -1, -1, 2, -3, 10, 24, -24)) for key in keys}
    return scaled(factors, random_numbers(random, -60, 60))


def _dated(
    random: Random, axes: Mapping[str, Axis], by_dimension: dict[str, list[str]]
) -> Condition:
    """A date some days from another, or some days from a fixed one."""
    factors = {"signed": random.choice((1, -1))}
    if random.random() < 0.5:
        factors["due_date"] = -factors["signed"]
    start = 0 if "due_date" in factors else factors["signed"] * 738_000
    days = [k for k in by_dimension["time"] if _is_days(axes[k])]
    for key in random.sample(days, random.randint(len(factors) % 2, 2)):
        factors[key] = random.choice((1, -1))
    numbers = random_numbers(random, start - 60, start + 60)
    return scaled(factors, numbers)


def _is_days(axis: Axis) -> bool:
    return isinstance(axis.domain, Numbers) and axis.domain.unit is Unit.DAYS


def scaled(factors: dict[str, int], numbers: NumberSet) -> Condition:
    """The condition that a sum lies in a set, as the core has it."""
    return linear_condition(factors, numbers)


def near(random: Random, axis: Axis) -> Value:
    """A value of the axis near the thresholds that random conditions use."""
    match axis.domain:
        case YesNo():
            return random.random() < 0.5
        case Members(kind):
            return random.choice(kind.members)
        case Numbers(unit=unit, optional=optional) as domain:
            if optional and random.random() < 0.3:
                return None
            scale, start = _scale(unit)
            steps = random.choice((0, 1, 2, 3, 5, 7, 9, 10, 12, 20)) + Fraction(
                random.choice((0, 0, 1)), 2
            )
            value = exact(Fraction(start + steps * scale))
            if not domain.admits(value):
                value = int(value)
            return value if domain.admits(value) else (domain.lower or 0)
