"""Rules in the infix notation that several engines share, with their words for it.

Nothing but Python is imported here.
"""

import json
from collections.abc import Mapping
from typing import Any


def conjunction(
    rule: Mapping[str, Any],
    *,
    conjoined: str = "&&",
    disjoined: str = "||",
    negated: str = "!",
    prefix: str = "",
    among: str = "{fact} in {values}",
) -> str:
    """The condition of a rule; facts are prefixed, texts quoted as JSON quotes them."""

    def one_of(fact: str, values: list[Any]) -> str:
        if len(values) == 1:
            return f"{fact} == {json.dumps(values[0])}"
        return among.format(fact=fact, values=json.dumps(values))

    def condition(test: Mapping[str, Any]) -> str:
        fact = prefix + test["fact"]
        match test["kind"]:
            case "Is":
                return fact if test["value"] else f"{negated}{fact}"
            case "OneOf":
                return one_of(fact, test["values"])
            case "Between":
                lower, upper = test["lower"], test["upper"]
                ends = [f"{fact} >= {lower}"] if lower is not None else []
                ends += [f"{fact} < {upper}"] if upper is not None else []
                return f" {conjoined} ".join(ends)
            case "Outside":
                return f"({fact} < {test['lower']} {disjoined} {fact} >= {test['upper']})"
            case _:
                return f"{fact} > {test['factor']} * {prefix}{test['other']}"

    parts = [
        one_of(prefix + name, rule[f"{name}s"])
        for name in ("target", "channel")
        if rule[f"{name}s"]
    ]
    return f" {conjoined} ".join([*parts, *map(condition, rule["tests"])]) or "true"
