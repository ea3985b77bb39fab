"""Values: what a case states of a fact, exactly, or why it cannot be."""

from __future__ import annotations

from policyc.engines.python.standalone.numbers import (
    LONGEST,
    between,
    bound,
    exact,
    fits,
    quotient,
    ratio,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import TypeAlias

    from policyc.engines.python.standalone.numbers import Cut, Number

    Value: TypeAlias = bool | str | Number | None

BASES = {
    "weeks": ("time", 604_800),
    "days": ("time", 86_400),
    "hours": ("time", 3_600),
    "minutes": ("time", 60),
    "months": ("months", 1),
    "years": ("months", 12),
}
"""Units that convert into one another, as multiples of what they have in common."""
WORDS = {
    "weeks": "week weeks 周",
    "days": "day days 天 日",
    "hours": "h hour hours 小时 时",
    "minutes": "min minute minutes 分钟 分",
    "months": "month months 个月 月",
    "years": "year years 年",
    "percent": "% ％",
    "CNY": "CNY 元 ¥ ￥",
    "USD": "USD $",
    "EUR": "EUR €",
    "GBP": "GBP £",
}
CHINESE = {
    "weeks": "周",
    "days": "天",
    "hours": "小时",
    "minutes": "分钟",
    "months": "个月",
    "years": "年",
    "percent": "百分之一",
    "CNY": "元",
}
UNITS = {word: unit for unit, words in WORDS.items() for word in words.split()}
TRUTHS = {"yes": True, "是": True, "no": False, "否": False}
HOURS, SIXTY = 24, 60
FIGURES = "-0123456789"
NEVER = ("never", "从未")

MESSAGES = {
    "fact": ("the policy has no fact `{fact}`", "政策中没有事实“{fact}”"),
    "twice": ("`{fact}` is stated twice", "“{fact}”出现了两次"),
    "truth": ("`{fact}` is true or false, not {value}", "“{fact}”应为真或假，不能是 {value}"),
    "member": (
        "`{fact}` is one of {bound}, not {value}",
        "“{fact}”应为 {bound} 之一，不能是 {value}",
    ),
    "number": (
        "`{fact}` is a number of {bound}, not {value}",
        "“{fact}”应为以 {bound} 为单位的数，不能是 {value}",
    ),
    "time of day": (
        "`{fact}` is a time of day, such as `20:30`, not {value}",
        "“{fact}”应为一天中的时刻，如 `20:30`，不能是 {value}",
    ),
    "date": (
        "`{fact}` is a date, such as `2025-03-31`, not {value}",
        "“{fact}”应为日期，如 `2025-03-31`，不能是 {value}",
    ),
    "lower": (
        "`{fact}` is at least {bound}, not {value}",
        "“{fact}”不得小于 {bound}，不能是 {value}",
    ),
    "upper": (
        "`{fact}` is at most {bound}, not {value}",
        "“{fact}”不得大于 {bound}，不能是 {value}",
    ),
    "step": (
        "`{fact}` is a multiple of {bound}, not {value}",
        "“{fact}”应为 {bound} 的整数倍，不能是 {value}",
    ),
}


class CaseError(ValueError):
    """An action or a case that the policy cannot be asked about; `zh` says why in Chinese."""

    def __init__(self, message: str, zh: str) -> None:
        super().__init__(message)
        self.zh = zh


def wrong(code: str, fact: str, value: object = None, bound: object = "") -> CaseError:
    """The error of a fact's value."""
    shown = f"`{value[:LONGEST]}`" if isinstance(value, str) else type(value).__name__
    if isinstance(value, int | float) and abs(value) < 10**LONGEST:
        shown = repr(value)
    words = {"fact": fact[:LONGEST], "value": shown}
    english, chinese = MESSAGES[str(bound) if code == "number" and bound in MESSAGES else code]
    labelled = CHINESE.get(bound, bound) if isinstance(bound, str) else bound
    return CaseError(english.format(**words, bound=bound), chinese.format(**words, bound=labelled))


class Fact:
    """A fact, or what else rules ask about, and the values that it can have.

    `unit` is `yes/no`, `member` or what its numbers count; members have labels. Numbers lie between
    `lower` and `upper` on multiples of `step`, where it has those; `never` says that `None` is a
    value too, of an event that did not happen. `before` and `after` hold the numbers just before
    and after which some rule changes its mind. A number that is not whole is a text, `1/3`.
    """

    def __init__(  # noqa: PLR0913  # a domain has these parts, and they are given by name
        self,
        key: str,
        unit: str,
        *,
        members: Mapping[str, str | None] | None = None,
        lower: Number | str | None = None,
        upper: Number | str | None = None,
        step: Number | str | None = None,
        never: bool = False,
        before: Iterable[Number | str] = (),
        after: Iterable[Number | str] = (),
    ) -> None:
        self.key = key
        self.unit = unit
        self.members = members or {}
        self.never = never
        # Kept as written until needed: numbers that are not whole take long to import.
        self._lower, self._upper, self.written_step = lower, upper, step
        self.before, self.after = tuple(before), tuple(after)

    @property
    def lower(self) -> Number | None:
        """The least value; `None` where there is none."""
        return bound(self._lower)

    @property
    def upper(self) -> Number | None:
        """The greatest value; `None` where there is none."""
        return bound(self._upper)

    @property
    def step(self) -> tuple[int, int] | None:
        """What values are multiples of, over and under the line; `None` where of nothing."""
        return None if self.written_step is None else ratio(str(self.written_step))

    @property
    def cuts(self) -> list[Cut]:
        """The numbers just before (0) or after (1) which some rule changes its mind."""
        before = [(exact(value), 0) for value in self.before]
        return before + [(exact(value), 1) for value in self.after]

    def value(self, given: object) -> Value:
        """The value that a case states. Raises `CaseError`."""
        if self.unit == "yes/no":
            found = TRUTHS.get(given) if isinstance(given, str) else given
            if isinstance(found, bool):
                return found
            raise wrong("truth", self.key, given)
        if self.unit == "member":
            for name, label in self.members.items():
                if given in (name, label):
                    return name
            raise wrong("member", self.key, given, ", ".join(self.members))
        if self.never and given in NEVER:
            return None
        return self._checked(given, self._number(given))

    def _number(self, given: object) -> Number:
        """The exact number that is stated; of clock and calendar only texts say what is meant."""
        is_clock = self.unit in ("time of day", "date")
        if isinstance(given, int) and not isinstance(given, bool) and not is_clock:
            return given
        text = str(given)
        if not isinstance(given, bool | float | int) and len(text) <= LONGEST:
            with_unit = self._read(text.strip())
            if with_unit is not None:
                return with_unit
        raise wrong("number", self.key, given, self.unit)

    def _read(self, text: str) -> Number | None:
        """The number that a literal is in this fact's unit."""
        try:
            if self.unit == "time of day" and ":" in text.replace("：", ":"):
                return seconds(text.replace("：", ":"))
            if self.unit == "date" and text.count("-") > 1:
                return ordinal(text)
            return self._quantity(text)
        except ValueError:
            return None

    def _quantity(self, text: str) -> Number | None:
        """The number that a number with a unit is in this fact's unit. Raises `ValueError`."""
        start = min(i for i, character in enumerate(text) if character in FIGURES)
        end = max(i for i, character in enumerate(text) if character in FIGURES) + 1
        top, bottom = ratio(text[start:end])
        word = (text[:start] + text[end:]).strip()
        unit = UNITS.get(word, word) if word else self.unit
        if unit == self.unit:
            return quotient(top, bottom)
        dimension, size = BASES.get(unit, ("", 1))
        own_dimension, own_size = BASES.get(self.unit, (None, 1))
        if dimension != own_dimension:
            return None
        return quotient(top * size, bottom * own_size)

    def _checked(self, given: object, found: Number) -> Number:
        lower, upper = self.lower, self.upper
        if lower is not None and found < lower:
            raise wrong("lower", self.key, given, lower)
        if upper is not None and found > upper:
            raise wrong("upper", self.key, given, upper)
        is_whole = isinstance(found, int) and self.written_step == 1
        if not is_whole and not fits(found, None, None, self.step):
            raise wrong("step", self.key, given, self.written_step)
        return found

    def choices(self, more: Iterable[Cut] = ()) -> Iterator[Value]:
        """One value from each range in which no rule tells two values apart.

        `more` are further numbers just before or after which something changes.
        """
        if self.unit == "yes/no":
            yield from (False, True)
            return
        if self.unit == "member":
            yield from self.members
            return
        lower, upper = self.lower, self.upper
        low = None if lower is None else (lower, 0)
        high = None if upper is None else (upper, 1)
        cuts = sorted({*self.cuts, *more})
        inner = [c for c in cuts if (low is None or c > low) and (high is None or c < high)]
        for start, end in zip([low, *inner], [*inner, high], strict=True):
            found = between(start, end, self.step)
            if found is not None:
                yield found
        if self.never:
            yield None


def seconds(text: str) -> int:
    """A time of day, `20:00` or `20:00:30`, as seconds from midnight. Raises `ValueError`."""
    parts = text.split(":")
    if len(parts) not in (2, 3) or not all(p.isascii() and p.isdigit() for p in parts):
        raise ValueError(text)
    hour, minute, second = (int(part) for part in (*parts, "0")[:3])
    if hour >= HOURS or max(minute, second) >= SIXTY:
        raise ValueError(text)
    return (hour * SIXTY + minute) * SIXTY + second


def ordinal(text: str) -> int:
    """A date, `2025-03-31`, as the number of its day. Raises `ValueError`."""
    from datetime import date  # noqa: PLC0415  # takes long, and only dates need it

    year, month, day = (int(part) for part in text.split("-"))
    return date(year, month, day).toordinal()
