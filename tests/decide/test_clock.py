"""Times with and without offsets: one clock, or the clocks of a named zone."""

from typing import Any

import pytest

from policyc.core.axes import Value
from tests.decide.lender import problems
from tests.decide.test_history import DAY, DAYS, HOURS, TODAY, entries, said


def test_times_of_one_offset_are_times_by_one_clock() -> None:
    now = "2025-05-06T00:30+08:00"
    assert said(TODAY, now, entries("2025-05-06T00:10+08:00", "2025-05-05T23:50+08:00")) == 1


@pytest.mark.parametrize(
    ("now", "at"),
    [
        ("2025-05-06T10:00+08:00", "2025-05-06T01:00Z"),
        ("2025-10-26T10:00+01:00", "2025-10-25T10:00+02:00"),
        ("2025-05-06T10:00", "2025-05-06T09:00+08:00"),
        ("2025-05-06T10:00+08:00", "2025-05-06T09:00"),
    ],
)
def test_times_by_different_clocks_are_never_compared_in_silence(now: str, at: str) -> None:
    assert problems({"now": now, "history": entries(at)}) == ["mixed-offsets"]


def in_zone(expression: str, zone: str, now: str, at: str, action: str = "notice") -> Value:
    return said(expression, now, entries(at, action=action), timezone=zone)


def test_a_zone_says_what_its_clocks_showed() -> None:
    call = "contact(borrower, phone)"
    zone, now = "Asia/Shanghai", "2025-05-06T10:00+08:00"
    assert in_zone(TODAY, zone, now, "2025-05-05T16:00Z", call) == 1
    assert in_zone(TODAY, zone, now, "2025-05-05T15:59Z", call) == 0


def test_a_day_on_which_the_clock_was_put_back_has_twenty_five_hours() -> None:
    zone, talk = "Europe/Berlin", "conversation(borrower)"
    now, at = "2025-10-26T23:30", "2025-10-26T00:00"
    assert in_zone(HOURS, zone, now, at, talk) == pytest.approx(24.5, abs=0)
    assert in_zone(DAYS, zone, now, at, talk) == 0
    late, call = "2025-10-26T00:15+02:00", "contact(borrower, phone)"
    assert in_zone(DAY, zone, "2025-10-26T23:30+01:00", late, call) == 0
    assert in_zone(TODAY, zone, "2025-10-26T23:30+01:00", late, call) == 1


@pytest.mark.parametrize(
    ("at", "code"),
    [
        ("2025-10-26T02:30", ["doubtful-time"]),
        ("2025-03-30T02:30", ["doubtful-time"]),
        ("2025-10-26T02:30+01:00", []),
        ("2025-10-26T01:30", []),
        ("0001-01-01T00:00+14:00", ["no-moment"]),
    ],
)
def test_a_time_that_the_clocks_showed_twice_or_never_is_reported(at: str, code: list[str]) -> None:
    given: dict[str, Any] = {"now": "2025-11-01T10:00", "timezone": "Europe/Berlin"}
    assert problems({**given, "history": entries(at)}) == code


@pytest.mark.parametrize("zone", ["Mars/Base", "../../etc/passwd", "", "上海", 8, "Europe"])
def test_an_unknown_zone_is_reported(zone: Any) -> None:
    given = {"now": "2025-11-01T10:00", "timezone": zone, "history": []}
    assert problems(given) == ["unknown-time-zone"]
