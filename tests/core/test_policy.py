"""Versions and what a policy could be asked about."""

from datetime import date

import pytest

from policyc.core.actions import Ground, Kind, Parameter, Signature, Vocabulary
from policyc.core.policy import Period, Policy

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)


@pytest.mark.parametrize(
    ("period", "days"),
    [
        (Period(), "before first middle last after"),
        (Period(FIRST), "first middle last after"),
        (Period(None, LAST), "before first middle"),
        (Period(FIRST, LAST), "first middle"),
        (Period(LAST, FIRST), ""),
    ],
)
def test_a_version_is_in_force_from_its_first_day_until_the_day_it_ends(
    period: Period, days: str
) -> None:
    asked = {
        "before": date(2024, 12, 31),
        "first": FIRST,
        "middle": date(2025, 6, 1),
        "last": LAST,
        "after": date(2026, 1, 1),
    }
    assert " ".join(name for name, day in asked.items() if day in period) == days


def test_a_policy_can_be_asked_about_each_action_and_about_no_event() -> None:
    channel = Kind("channel", ("sms", "phone"))
    contact = Signature("contact", (Parameter("channel", channel),))
    stop = Signature("stop", is_action=False)
    vocabulary = Vocabulary({}, {"report": Signature("report"), "contact": contact}, {"stop": stop})
    assert Policy("p", {}, vocabulary, ()).ground_actions() == (
        Ground("report"),
        Ground("contact", ("sms",)),
        Ground("contact", ("phone",)),
    )
