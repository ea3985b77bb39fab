"""Times of a history by one clock: what the wall clock showed, and how much time lies between.

Days, weeks and months are counted by the wall clock of one place. Where all times have one offset
from UTC, or none has any, that clock is plain. Where offsets differ (a clock that was put forward
or back, times from two places), only the name of the time zone says what the wall clock showed;
without it nothing is guessed.
"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import attrs

from policyc.decide.findings import CaseError, finding, shown
from policyc.diagnostics.catalogue import deciding
from policyc.diagnostics.diagnostic import Wording

_WITH_TIME = 16
"""Characters of `2025-05-05T10:00`: anything shorter is no moment but a day."""


@attrs.frozen
class Moment:
    """A moment: what the wall clock showed, and the time that passed up to it.

    `passed` counts microseconds from a fixed moment, so that differences are exact lengths.
    """

    passed: int
    wall: datetime


START = datetime.min  # noqa: DTZ901  # what a wall clock shows has no zone
"""The earliest time that there is."""

NOW: Wording = "`now`"
CASE: Wording = {"en": "the case", "zh": "案例"}
"""How messages call places of a case."""


def entry(number: int) -> Wording:
    """How an entry of a history is called; numbers begin at 1."""
    return {"en": f"entry {number} of `history`", "zh": f"`history`的第{number}条"}


def read_time(place: Wording, given: object) -> datetime:
    """The date and time that is given somewhere, with or without an offset."""
    if isinstance(given, datetime):
        return given
    if isinstance(given, str) and len(given) >= _WITH_TIME and given[10] in "T ":
        try:
            return datetime.fromisoformat(given)
        except ValueError:
            pass
    raise CaseError((finding(deciding.NO_MOMENT, place=place, value=shown(given)),))


def read_zone(given: object) -> ZoneInfo:
    """The time zone of a name of the IANA database."""
    if isinstance(given, str) and given.isascii():
        try:
            return ZoneInfo(given)
        except (KeyError, ValueError, OSError):
            pass
    raise CaseError((finding(deciding.UNKNOWN_TIME_ZONE, value=shown(given)),))


class Clock:
    """The clock of a case: that of a time zone, or the one by which `now` is given."""

    def __init__(self, now: datetime, zone: ZoneInfo | None) -> None:
        self._zone = zone
        self._offset = now.utcoffset()
        self._text = now.isoformat()
        self.now = self.moment(NOW, now)

    def moment(self, place: Wording, at: datetime) -> Moment:
        """A time by this clock. Raises `CaseError` where it is given by another one."""
        if self._zone is not None:
            return _in_zone(place, at, self._zone)
        if at.utcoffset() != self._offset:
            given = at.isoformat()
            error = finding(deciding.MIXED_OFFSETS, place=place, at=given, now=self._text)
            raise CaseError((error,))
        wall = at.replace(tzinfo=None)
        return Moment(_passed(wall), wall)


def _passed(at: datetime) -> int:
    return (at - START) // timedelta(microseconds=1)


def _in_zone(place: Wording, at: datetime, zone: ZoneInfo) -> Moment:
    """A time by the clocks of a zone; one without an offset is what these clocks showed."""
    aware = at if at.tzinfo is not None else _without_doubt(place, at, zone)
    try:
        passed = _passed(aware.astimezone(UTC).replace(tzinfo=None))
        wall = aware.astimezone(zone).replace(tzinfo=None)
    except OverflowError:
        error = finding(deciding.NO_MOMENT, place=place, value=shown(at.isoformat()))
        raise CaseError((error,)) from None
    return Moment(passed, wall)


def _without_doubt(place: Wording, at: datetime, zone: ZoneInfo) -> datetime:
    """A local time that the clocks of its zone showed exactly once (PEP 495)."""
    earlier, later = at.replace(tzinfo=zone, fold=0), at.replace(tzinfo=zone, fold=1)
    before, after = earlier.utcoffset(), later.utcoffset()
    if before == after or before is None or after is None:
        return earlier
    why: Wording = (
        {"en": "showed twice", "zh": "出现了两次"}
        if before > after
        else {"en": "skipped", "zh": "被跳过"}
    )
    example = f"`{earlier.isoformat()}`"
    given, name = at.isoformat(), str(zone)
    error = finding(
        deciding.DOUBTFUL_TIME, place=place, at=given, zone=name, why=why, example=example
    )
    raise CaseError((error,))
