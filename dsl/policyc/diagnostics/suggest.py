"""The name that somebody probably meant."""

from collections.abc import Iterable


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate that differs from a name by the fewest slips, or `None` where none is near.

    Near is a slip for about every three characters, so `overdu` finds `overdue` and `失连` finds
    `失联`. Case and underscores do not count. Of several equally near, the one that shares the
    longest beginning, then the first in order of code points.
    """
    wanted = _folded(name)
    best: tuple[int, int, str] | None = None
    for candidate in candidates:
        offered = _folded(candidate)
        limit = (max(len(wanted), len(offered)) + 1) // 3
        if best is not None:
            limit = min(limit, best[0])
        slips = _slips(wanted, offered, limit)
        if slips is not None:
            found = slips, -_shared_start(wanted, offered), candidate
            best = found if best is None else min(best, found)
    return best[2] if best else None


def _folded(name: str) -> str:
    return name.replace("_", "").casefold()


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
