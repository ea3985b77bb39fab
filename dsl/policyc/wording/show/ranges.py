"""Sets of numbers as a sentence says them: `at least 16 days`, `from 20:00 until 08:00`."""

from collections.abc import Mapping

from policyc.core.axes import Axis, Count, Currency, ElapsedDays, Numbers, Unit
from policyc.core.numbers import Interval, Number, NumberSet
from policyc.diagnostics.diagnostic import Language
from policyc.wording.show.amounts import amount, bare, counted
from policyc.wording.show.names import Names

Words = Mapping[str, Mapping[Language, str]]

_AMOUNTS: Words = {
    "=": {"en": "{v}", "zh": "等于{v}"},
    ">=": {"en": "at least {v}", "zh": "不少于{v}"},
    ">": {"en": "more than {v}", "zh": "超过{v}"},
    "<=": {"en": "at most {v}", "zh": "不超过{v}"},
    "<": {"en": "less than {v}", "zh": "少于{v}"},
}
_MOMENTS: Words = {
    "=": {"en": "{v}", "zh": "为{v}"},
    ">=": {"en": "{v} or later", "zh": "不早于{v}"},
    ">": {"en": "after {v}", "zh": "晚于{v}"},
    "<=": {"en": "{v} or earlier", "zh": "不晚于{v}"},
    "<": {"en": "before {v}", "zh": "早于{v}"},
}
_TIMES: Words = {
    "=": {"en": "exactly {v}", "zh": "恰好{v}"},
    ">=": {"en": "at least {v}", "zh": "至少{v}"},
    ">": {"en": "more than {v}", "zh": "多于{v}"},
    "<=": {"en": "at most {v}", "zh": "至多{v}"},
    "<": {"en": "fewer than {v}", "zh": "少于{v}"},
}
_FROM_TO: Mapping[Language, str] = {"en": "from {a} to {b}", "zh": "在{a}至{b}之间（含两端）"}
_FROM_UNTIL: Mapping[Language, str] = {"en": "from {a} until {b}", "zh": "从{a}起至{b}前"}
_NEXT_DAY: Mapping[Language, str] = {"en": "{b} the next day", "zh": "次日{b}"}


def ranges_of(names: Names, axis: Axis, numbers: NumberSet) -> str:
    """What is said of a number that lies in a set."""
    said = Ranges(names, axis)
    if isinstance(axis.origin, Count):
        numbers = numbers.on_grid(1)
    clock = said.around_midnight(numbers)
    if clock is not None:
        return clock
    points = [i.lower for i in numbers.intervals if i.lower is not None and i.lower == i.upper]
    if len(points) == len(numbers.intervals) > 1:
        return said.listed(points)
    gaps = numbers.complement().intervals
    left_out = [i.lower for i in gaps if i.lower is not None and i.lower == i.upper]
    if left_out and len(left_out) == len(gaps):
        listed = said.listed(left_out)
        return f"不{listed}" if names.chinese else f"not {listed}"
    return names.either([said.interval(interval) for interval in numbers.intervals])


class Ranges:
    """What is said of the values of one numeric axis."""

    def __init__(self, names: Names, axis: Axis) -> None:
        assert isinstance(axis.domain, Numbers), f"{axis.key} is no number"
        self.names, self.axis, self.domain = names, axis, axis.domain
        moments = axis.domain.unit in (Unit.TIME_OF_DAY, Unit.DATE)
        counts = isinstance(axis.origin, Count)
        self.words = _MOMENTS if moments else _TIMES if counts else _AMOUNTS

    def around_midnight(self, numbers: NumberSet) -> str | None:
        """A range of times of day that ends the next morning; `None` for any other set."""
        if self.domain.unit is not Unit.TIME_OF_DAY:
            return None
        match numbers.intervals:
            case (Interval(None, end), Interval(start, None, lower_open=False)) if end is not None:
                closed = not numbers.intervals[0].upper_open
                return None if start is None else self._overnight(start, end, closed=closed)
            case _:
                return None

    def _overnight(self, start: Number, end: Number, *, closed: bool) -> str:
        language = self.names.language
        until = _NEXT_DAY[language].format(b=self.value(end))
        form = _FROM_TO if closed else _FROM_UNTIL
        return form[language].format(a=self.value(start), b=until)

    def interval(self, interval: Interval) -> str:
        """An interval with an end at least."""
        lower, upper = interval.lower, interval.upper
        if lower is not None and lower == upper:
            return self.compared("=", lower)
        if lower is not None and upper is not None:
            if not interval.lower_open:
                return self._between(lower, upper, closed=not interval.upper_open)
            below = self.compared(">", lower)
            above = self.compared("<" if interval.upper_open else "<=", upper)
            return f"{below}且{above}" if self.names.chinese else f"{below} and {above}"
        if lower is not None:
            return self.compared(">" if interval.lower_open else ">=", lower)
        if upper is not None:
            return self.compared("<" if interval.upper_open else "<=", upper)
        return "任何值" if self.names.chinese else "anything"

    def _between(self, lower: Number, upper: Number, *, closed: bool) -> str:
        clock = self.domain.unit in (Unit.TIME_OF_DAY, Unit.DATE)
        if not closed and not clock:
            below, above = self.compared(">=", lower), self.compared("<", upper)
            return f"{below}且{above}" if self.names.chinese else f"{below} and {above}"
        start = self.value(lower) if clock else bare(lower, self.domain.unit, self.names.language)
        form = _FROM_TO if closed else _FROM_UNTIL
        return form[self.names.language].format(a=start, b=self.value(upper))

    def listed(self, numbers: list[Number]) -> str:
        """One of some numbers, the unit said once."""
        unit, language = self.domain.unit, self.names.language
        texts = [bare(number, unit, language) for number in numbers[:-1]]
        listed = self.names.either([*texts, self.value(numbers[-1])])
        return f"等于{listed}" if self.names.chinese else listed

    def compared(self, operator: str, number: Number) -> str:
        """`at least 16 days`."""
        return self.words[operator][self.names.language].format(v=self.value(number))

    def value(self, number: Number) -> str:
        """A number with its unit: times for a count, calendar days for days since an event."""
        language = self.names.language
        if isinstance(self.axis.origin, Count):
            if language == "zh":
                return f"{number}次"
            return "once" if number == 1 else counted(number, "time")
        if isinstance(self.axis.origin, ElapsedDays):
            return f"{number}个自然日" if language == "zh" else counted(number, "calendar day")
        unit: Unit | Currency = self.domain.unit
        return amount(number, unit, language)
