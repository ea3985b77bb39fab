"""What kind of thing a value is, in the words of messages."""

from collections.abc import Iterable, Mapping, Sequence

from policyc.core.actions import Kind
from policyc.core.axes import Currency, Unit
from policyc.core.numbers import Number
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.suggest import nearest
from policyc.wording.values import number_text

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


def kind_name(kind: Kind) -> Words:
    """How a kind is called."""
    return {"en": f"`{kind.name}`", "zh": f"`{kind.label or kind.name}`"}


def a_quantity(unit: Unit | Currency) -> Words:
    """What a fact of a unit is: `in days`, `a time of day`."""
    if unit in (Unit.DAYS, Unit.HOURS, Unit.MINUTES, Unit.MONTHS, Unit.YEARS):
        words = unit_name(unit)
        return {"en": f"in {words['en']}", "zh": f"以{words['zh']}计的量"}
    return a_dimension(unit.code if isinstance(unit, Currency) else _NAMED.get(unit, "plain"))


_NAMED = {Unit.PERCENT: "percent", Unit.TIME_OF_DAY: "time of day", Unit.DATE: "date"}


def a_member(kind: Kind) -> Words:
    """A value of a kind."""
    name = kind_name(kind)
    return {"en": f"a member of {name['en']}", "zh": f"{name['zh']}的成员"}


def members(kind: Kind) -> Words:
    """Some members of a kind, as they can be written."""
    labels = [label or name for name, label in zip(kind.members, kind.member_labels, strict=False)]
    shown = {"en": kind.members[:_SHOWN], "zh": (labels or kind.members)[:_SHOWN]}
    return {"en": listed(shown["en"])["en"], "zh": listed(shown["zh"])["zh"]}


def unit_name(measure: Unit | Currency) -> Words:
    """How the unit is called."""
    if isinstance(measure, Currency):
        return {"en": measure.code, "zh": measure.code}
    return _UNITS[measure]


def quantity(value: Number, unit: Unit | Currency) -> Words:
    """A number with its unit."""
    return {"en": number_text(value, unit, "en"), "zh": number_text(value, unit, "zh")}


def ring_text(names: Sequence[str]) -> str:
    """Names that lead to one another and back to the first."""
    return " → ".join(f"`{name}`" for name in (*names, names[0]))


def listed(names: Sequence[str]) -> Words:
    """Names in a row."""
    quoted = [f"`{name}`" for name in names]
    return {"en": ", ".join(quoted) or "none", "zh": "、".join(quoted) or "无"}


def advice(name: str, candidates: Iterable[str]) -> Words:
    """`did you mean …?`, or what there is, or that a vocabulary seems to be missing."""
    known = list(candidates)
    suggestion = nearest(name, known)
    if suggestion is not None:
        return _did_you_mean([suggestion])
    if not known:
        return {
            "en": "nothing of the kind is declared: is a line like `uses collection` missing?",
            "zh": "此处没有声明任何同类名称：是否缺少`采用 collection`这样的一行？",
        }
    shown = listed(known[:_SHOWN])
    more = len(known) > _SHOWN
    return {
        "en": f"there are: {shown['en']}{', …' * more}",
        "zh": f"可用的有：{shown['zh']}{'等' * more}",
    }


def document_advice(name: str, known: Sequence[str]) -> Words:
    """`advice` on the name of a document: one in a folder, `cn.pipl`, may be meant by its end."""
    ends: dict[str, list[str]] = {}
    for candidate in known:
        ends.setdefault(_end(candidate), []).append(candidate)
    meant: str | None = _end(name)
    if meant not in ends and nearest(name, known) is None:
        meant = nearest(_end(name), ends)
    return _did_you_mean(ends[meant][:_SHOWN]) if meant in ends else advice(name, known)


def _end(name: str) -> str:
    return name.rpartition(".")[2]


def _did_you_mean(names: Sequence[str]) -> Words:
    quoted = [f"`{name}`" for name in names]
    return {
        "en": f"did you mean {' or '.join(quoted)}?",
        "zh": f"是否想写{'或'.join(quoted)}？",
    }
