"""How modules read what a case states."""

from datetime import date, time
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

from policyc.core.axes import Axis, Currency, Numbers, Unit
from policyc.core.conditions import ALWAYS, Within
from policyc.core.numbers import Interval, NumberSet
from tests.engines.python.modules import asking, decider, run


@pytest.mark.parametrize(
    ("fact", "literal", "value"),
    [
        ("overdue", "16 days", 16),
        ("overdue", "16天", 16),
        ("overdue", "2 weeks", 14),
        ("overdue", "48h", 2),
        ("overdue", " 3_650 ", 3650),
        ("overdue", 16, 16),
        ("unreachable", "73h", 73),
        ("unreachable", "90min", Fraction(3, 2)),
        ("unreachable", "3 days", 72),
        ("unreachable", "72小时", 72),
        ("unreachable", "0.5", Fraction(1, 2)),
        ("unreachable", Decimal("0.5"), Fraction(1, 2)),
        ("unreachable", Fraction(1, 2), Fraction(1, 2)),
        ("unreachable", "1/3", Fraction(1, 3)),
        ("age", "18 months", Fraction(3, 2)),
        ("age", "3年", 3),
        ("amount", "12_000 CNY", 12_000),
        ("amount", "¥5000.50", Fraction(10_001, 2)),
        ("amount", "5000元", 5000),
        ("amount", "-3", -3),
        ("rate", "30%", 30),
        ("rate", "12.5 %", Fraction(25, 2)),
        ("time", "20:00", 72_000),
        ("time", "08:05:30", 29_130),
        ("time", "20：00", 72_000),
        ("act_date", "2025-03-31", 739_341),
        ("act_date", date(2025, 3, 31), 739_341),
        ("time", time(20, 0), 72_000),
    ],
)
def test_a_literal_is_read_in_the_facts_own_unit(
    fact: str, literal: object, value: int | Fraction
) -> None:
    exactly = Within(fact, NumberSet((Interval(value, value),)))
    decided = decider(asking(exactly))
    assert decided("contact(phone)", {fact: literal})["verdict"] == "forbidden"


@pytest.mark.parametrize(
    ("fact", "given", "said"),
    [
        ("overdue", -1, "`overdue` is at least 0, not -1"),
        ("overdue", 3651, "`overdue` is at most 3650, not 3651"),
        ("overdue", "36h", "`overdue` is a multiple of 1, not `36h`"),
        ("overdue", "3 months", "`overdue` is a number of days, not `3 months`"),
        ("overdue", True, "`overdue` is a number of days, not True"),
        ("overdue", "many", "`overdue` is a number of days, not `many`"),
        ("overdue", "", "`overdue` is a number of days, not ``"),
        ("overdue", [3], "`overdue` is a number of days, not list"),
        ("overdue", float("nan"), "`overdue` is a number of days, not float"),
        ("overdue", 3.0, "`overdue` is a number of days, not 3.0"),
        ("time", 72_000, "`time` is a time of day, such as `20:30`, not 72000"),
        ("act_date", 739_341, "`act_date` is a date, such as `2025-03-31`, not 739341"),
        ("overdue", "1/0", "`overdue` is a number of days, not `1/0`"),
        ("overdue", "9" * 5000, f"`overdue` is a number of days, not `{'9' * 60}`"),
        pytest.param("overdue", 10**5000, "`overdue` is at most 3650, not int", id="huge"),
        ("amount", "12 USD", "`amount` is a number of CNY, not `12 USD`"),
        ("amount", "0.001", "`amount` is a multiple of 1/100, not `0.001`"),
        ("time", "25:00", "`time` is a time of day, such as `20:30`, not `25:00`"),
        ("act_date", "2025-02-30", "`act_date` is a date, such as `2025-03-31`, not `2025-02-30`"),
        ("unreachable", "never", "`unreachable` is a number of hours, not `never`"),
        ("channel", "fax", "`channel` is one of sms, phone, not `fax`"),
        ("notice", 1, "`notice` is true or false, not 1"),
        ("overdue", "2025-03-31", "`overdue` is a number of days, not `2025-03-31`"),
        ("overdue", "3 JPY", "`overdue` is a number of days, not `3 JPY`"),
        ("weather", 1, "the policy has no fact `weather`"),
    ],
)
def test_a_value_that_cannot_be_is_refused_in_words(fact: str, given: object, said: str) -> None:
    module = run(asking(ALWAYS))
    with pytest.raises(module["CaseError"]) as raised:
        module["decide"]("contact(phone)", {fact: given})
    assert str(raised.value) == said
    assert raised.value.zh != said


def test_an_amount_of_any_currency_may_name_it() -> None:
    yen = Axis("price", Numbers(Currency("JPY"), 0, None, 1))
    policy = asking(Within("price", NumberSet((Interval(500),))))
    decided = decider(attrs.evolve(policy, axes={**policy.axes, "price": yen}))
    assert decided("contact(phone)", {"price": "500 JPY"})["verdict"] == "forbidden"
    with pytest.raises(ValueError, match="`price` is a number of JPY, not `500 CNY`"):
        decided("contact(phone)", {"price": "500 CNY"})


@pytest.mark.parametrize(("given", "good"), [(20, True), ("30", True), (15, False), ("15", False)])
def test_a_whole_number_may_miss_the_multiples_of_its_step(given: object, good: bool) -> None:
    tens = Axis("tens", Numbers(Unit.COUNT, 0, None, 10))
    policy = asking(Within("tens", NumberSet((Interval(0),))))
    decided = decider(attrs.evolve(policy, axes={**policy.axes, "tens": tens}))
    if good:
        assert decided("contact(phone)", {"tens": given})["verdict"] == "forbidden"
    else:
        with pytest.raises(ValueError, match=r"`tens` is a multiple of 10, not `?15`?"):
            decided("contact(phone)", {"tens": given})
