"""The yardstick: rules written by hand as one Python function, the way a person would.

Nothing but Python is imported here: it also runs beside engines in environments of their own.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

HOUR = 3600


def platform(  # noqa: C901, PLR0912, PLR0915  # one `if` a rule is what is measured
    target: str, channel: str, facts: Mapping[str, Any]
) -> tuple[str, list[str]]:
    """The verdict of the 15 rules, and the names of those that apply."""
    allowed = forbidden = discouraged = recommended = False
    rules = []
    overdue = facts["overdue"]
    if target == "borrower" and channel == "sms" and 1 <= overdue < 8:
        allowed = True
        rules.append("sms_reminder")
    if target == "borrower" and channel == "phone" and overdue >= 8:
        allowed = True
        rules.append("phone_calls")
    if channel == "phone" and not facts["identified"]:
        forbidden = True
        rules.append("say_who")
    if channel == "phone" and not facts["purpose_stated"]:
        forbidden = True
        rules.append("say_why")
    if (
        target == "emergency"
        and overdue >= 16
        and facts["unreachable"] > 72
        and facts["amount"] > 10 * facts["instalment"]
        and facts["written_notice"]
    ):
        allowed = True
        rules.append("emergency_contact")
    if target == "emergency" and overdue < 16:
        forbidden = True
        rules.append("no_early_emergency")
    if target == "address_book":
        forbidden = True
        rules.append("no_address_book")
    if channel == "phone" and facts["calls_today"] >= 3:
        forbidden = True
        rules.append("call_cap")
    if channel == "phone" and facts["calls_this_week"] >= 7:
        forbidden = True
        rules.append("weekly_cap")
    if channel == "phone" and not 8 * HOUR <= facts["time"] < 20 * HOUR:
        forbidden = True
        rules.append("quiet_hours")
    if target == "address_book" and facts["address_book_rate"] > 30:
        forbidden = True
        rules.append("dial_rate")
    if channel in {"phone", "visit"} and facts["disputed"]:
        forbidden = True
        rules.append("disputed")
    if (
        target == "borrower"
        and channel == "visit"
        and overdue >= 60
        and 9 * HOUR <= facts["time"] < 17 * HOUR
    ):
        allowed = True
        rules.append("visits")
    if channel == "visit" and overdue < 60:
        discouraged = True
        rules.append("no_early_visit")
    if target == "borrower" and channel == "sms" and overdue in (1, 3, 5, 7):
        recommended = True
        rules.append("reminder_days")
    if forbidden:
        return "forbidden", rules
    if discouraged:
        return "discouraged", rules
    if recommended:
        return "recommended", rules
    if allowed:
        return "allowed", rules
    return "silent", rules


def yardstick_for(workload: Mapping[str, Any]) -> Callable[..., tuple[str, list[str]]]:
    """The yardstick for a workload, as JSON has it."""
    return platform if workload["name"] == "platform" else written(workload["rules"])


def written(rules: Sequence[Mapping[str, Any]]) -> Callable[..., tuple[str, list[str]]]:
    """The function that a person would write for many rules, if they had the patience."""
    names: dict[str, Any] = {}
    exec("\n".join(_lines(rules)), names)  # noqa: S102  # the text is made here, from the workload
    made: Callable[..., tuple[str, list[str]]] = names["decide"]
    return made


def _lines(rules: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    facts = dict.fromkeys(name for rule in rules for name in _asked(rule))
    yield "def decide(target, channel, facts):"
    yield "    allow = forbid = discourage = recommend = False"
    yield "    rules = []"
    yield from (f"    {fact} = facts[{fact!r}]" for fact in facts)
    for rule in rules:
        yield f"    if {' and '.join(_conditions(rule)) or 'True'}:"
        yield f"        {rule['effect']} = True"
        yield f"        rules.append({rule['name']!r})"
    for effect, verdict in VERDICTS.items():
        yield f"    if {effect}: return {verdict!r}, rules"
    yield "    return 'silent', rules"


VERDICTS = {
    "forbid": "forbidden",
    "discourage": "discouraged",
    "recommend": "recommended",
    "allow": "allowed",
}
"""The verdict of each effect, in the order of precedence."""


def _asked(rule: Mapping[str, Any]) -> Iterator[str]:
    for test in rule["tests"]:
        yield test["fact"]
        if test["kind"] == "MoreThan":
            yield test["other"]


def _conditions(rule: Mapping[str, Any]) -> Iterator[str]:
    for name in ("target", "channel"):
        chosen = rule[f"{name}s"]
        if chosen:
            yield f"{name} == {chosen[0]!r}" if len(chosen) == 1 else f"{name} in {tuple(chosen)!r}"
    yield from map(condition, rule["tests"])


def condition(test: Mapping[str, Any]) -> str:
    """A test as a Python expression."""
    fact = test["fact"]
    match test["kind"]:
        case "Is":
            return fact if test["value"] else f"not {fact}"
        case "OneOf":
            values = tuple(test["values"])
            return f"{fact} == {values[0]!r}" if len(values) == 1 else f"{fact} in {values!r}"
        case "Between" if test["upper"] is None:
            return f"{fact} >= {test['lower']}"
        case "Between" if test["lower"] is None:
            return f"{fact} < {test['upper']}"
        case "Between":
            return f"{test['lower']} <= {fact} < {test['upper']}"
        case "Outside":
            return f"not {test['lower']} <= {fact} < {test['upper']}"
        case "MoreThan":
            return f"{fact} > {test['factor']} * {test['other']}"
        case kind:
            raise ValueError(kind)
