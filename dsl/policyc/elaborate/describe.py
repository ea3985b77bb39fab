"""What kind of thing a value is, in the words of messages."""

from collections.abc import Iterable, Mapping

from policyc.core.axes import Currency, Unit
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.suggest import nearest

Words = Mapping[Language, str]

_DIMENSIONS: dict[str, Words] = {
    "plain": {"en": "a plain number", "zh": "一个数"},
    "time": {"en": "a length of time", "zh": "一段时长"},
    "months": {"en": "a number of months", "zh": "若干个月"},
    "percent": {"en": "a percentage", "zh": "一个百分比"},
    "time of day": {"en": "a time of day", "zh": "一个时刻"},
    "date": {"en": "a date", "zh": "一个日期"},
    "bare": {"en": "a number without a unit", "zh": "一个没有单位的数"},
}
A_CONDITION: Words = {"en": "a condition", "zh": "一个条件"}
_SHOWN = 8
"""How many names are listed where none is near."""
A_STAGE: Words = {"en": "a stage", "zh": "一个阶段"}

_UNITS: dict[Unit, Words] = {
    Unit.COUNT: {"en": "count", "zh": "次数"},
    Unit.NUMBER: {"en": "number", "zh": "数"},
    Unit.DAYS: {"en": "days", "zh": "天"},
    Unit.HOURS: {"en": "hours", "zh": "小时"},
    Unit.MINUTES: {"en": "minutes", "zh": "分钟"},
    Unit.MONTHS: {"en": "months", "zh": "个月"},
    Unit.YEARS: {"en": "years", "zh": "年"},
    Unit.PERCENT: {"en": "percent", "zh": "百分比"},
    Unit.TIME_OF_DAY: {"en": "time of day", "zh": "时刻"},
    Unit.DATE: {"en": "date", "zh": "日期"},
}


def a_dimension(name: str) -> Words:
    """A dimension with its article: `a length of time`, `an amount of CNY`."""
    found = _DIMENSIONS.get(name)
    return found or {"en": f"an amount of {name}", "zh": f"一笔{name}金额"}


def a_member(kind: str) -> Words:
    """A value of a kind."""
    return {"en": f"a {kind}", "zh": f"一个{kind}"}


def unit_name(measure: Unit | Currency) -> Words:
    """How the unit is called."""
    if isinstance(measure, Currency):
        return {"en": measure.code, "zh": measure.code}
    return _UNITS[measure]


def advice(name: str, candidates: Iterable[str]) -> Words:
    """`did you mean …?`, or what there is; nothing where there is nothing."""
    known = list(candidates)
    suggestion = nearest(name, known)
    if suggestion is not None:
        return {"en": f"did you mean `{suggestion}`?", "zh": f"是否想写`{suggestion}`？"}
    if not known:
        return {"en": "", "zh": ""}
    shown = ", ".join(f"`{w}`" for w in known[:_SHOWN]) + (", …" if len(known) > _SHOWN else "")
    return {"en": f"there are: {shown}", "zh": f"可用的有：{shown}"}
