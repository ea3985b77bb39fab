"""The name that somebody probably meant."""

from collections.abc import Iterable

import attrs

_ONE_SOUND = ("逾预余愈", "联连", "期其", "账帐", "做作", "分份", "元员", "象像", "订定", "须需")
"""Characters that sound alike, which is how a typist comes to the wrong one."""

_ONE_MEANING = {"星期": "周", "礼拜": "周"}
"""Words that people take for one another, and the one that stands for all of them."""

_UNIT_ENDINGS = {
    "days": ("_days", "_day", "天数", "日数"),
    "hours": ("_hours", "_hour", "小时数", "时数"),
    "minutes": ("_minutes", "_minute", "分钟数"),
    "months": ("_months", "_month", "月数"),
    "years": ("_years", "_year", "年数"),
}
"""How names end that say their unit, by the unit."""

_SHORTEST = {True: 3, False: 2}
"""So many letters, or other characters, tell enough for a beginning to be recognised."""


@attrs.frozen
class _Name:
    """A name as it is compared: case, underscores and sounds away, its unit apart."""

    stem: str
    unit: str | None

    @property
    def whole(self) -> str:
        """All of it."""
        return self.stem + (self.unit or "")


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate that differs from a name by the fewest slips, or `None` where none is near.

    Near is a slip for about every three characters, so `overdu` finds `overdue` and `失连` finds
    `失联`. Case, underscores and which of two characters of one sound it is do not count. A unit
    at the end is apart: `overdue_days` finds `overdue`, and `逾期天数` never `逾期月数`. Of several
    equally near, the one that shares the longest beginning, then the first in order of code points.
    Where none is near, the shortest of those that the name begins with or that begin with it:
    `saturday` finds `sat`.
    """
    wanted = _read(name)
    best: tuple[int, int, str] | None = None
    known = [(candidate, _read(candidate)) for candidate in candidates]
    for candidate, offered in known:
        limit = (max(len(wanted.whole), len(offered.whole)) + 1) // 3
        slips = _apart(wanted, offered, limit if best is None else min(limit, best[0]))
        if slips is not None:
            found = slips, -_shared_start(wanted.whole, offered.whole), candidate
            best = found if best is None else min(best, found)
    return best[2] if best else _abbreviated(wanted, known)


def _read(name: str) -> _Name:
    for unit, endings in _UNIT_ENDINGS.items():
        for ending in endings:
            if name.casefold().endswith(ending) and len(name) > len(ending):
                return _Name(_folded(name[: -len(ending)]), unit)
    return _Name(_folded(name), None)


def _folded(name: str) -> str:
    for word, other in _ONE_MEANING.items():
        name = name.replace(word, other)
    return name.replace("_", "").casefold().translate(_FIRST_OF_SOUND)


_FIRST_OF_SOUND = str.maketrans({other: group[0] for group in _ONE_SOUND for other in group[1:]})


def _apart(wanted: _Name, offered: _Name, limit: int) -> int | None:
    """How many slips two names are apart, or `None` over `limit`.

    A unit that the offered name lacks counts as one, and two different units are never near.
    """
    if wanted.unit == offered.unit:
        return _slips(wanted.stem, offered.stem, limit)
    if wanted.unit and offered.unit:
        return None
    if wanted.unit is None:
        return _slips(wanted.stem, offered.whole, limit)
    slips = _slips(wanted.stem, offered.stem, min(limit, (len(offered.stem) + 1) // 3))
    return slips + 1 if slips is not None and slips < limit else None


def _abbreviated(wanted: _Name, known: Iterable[tuple[str, _Name]]) -> str | None:
    """What a name begins with, or what begins with it."""
    found = [
        (len(offered.whole), candidate)
        for candidate, offered in known
        if _begins(wanted.whole, offered.whole) or _begins(offered.whole, wanted.whole)
    ]
    return min(found)[1] if found else None


def _begins(beginning: str, whole: str) -> bool:
    return len(beginning) >= _SHORTEST[beginning.isascii()] and whole.startswith(beginning)


def _shared_start(one: str, other: str) -> int:
    return next(
        (
            place
            for place, (left, right) in enumerate(zip(one, other, strict=False))
            if left != right
        ),
        min(len(one), len(other)),
    )


def _slips(one: str, other: str, limit: int) -> int | None:
    """How many slips (a character more, less, other, or two swapped) apart, or `None` over `limit`.

    The optimal string alignment distance (Damerau 1964, restricted so that no part is edited
    twice), row by row; it gives up as soon as two rows running exceed the limit.
    """
    if abs(len(one) - len(other)) > limit:
        return None
    before_last: list[int] = []
    last = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        row = [i]
        for j, right in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, before_last[j - 2] + 1)
            row.append(cost)
        if min(row) > limit and min(last) > limit:
            return None
        before_last, last = last, row
    return last[-1] if last[-1] <= limit else None
