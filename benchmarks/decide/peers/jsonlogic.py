"""JSONLogic in Rust: one expression that merges the names of the rules that hold."""

from collections.abc import Mapping, Sequence
from typing import Any

import datalogic_py
from harness import Names, Rules, run


def load(rules: Rules) -> Names:
    """One compiled expression for all rules."""
    parts = [{"if": [{"and": _conditions(rule)}, [rule["name"]], []]} for rule in rules]
    engine = datalogic_py.Engine()
    rule = engine.compile({"merge": parts})
    session = engine.session()

    def names(case: Mapping[str, Any]) -> Sequence[str]:
        found: Sequence[str] = session.evaluate(rule, case)
        return found

    return names


def _conditions(rule: Mapping[str, Any]) -> list[Any]:
    action = (("target", rule["targets"]), ("channel", rule["channels"]))
    found: list[Any] = [{"in": [{"var": name}, chosen]} for name, chosen in action if chosen]
    return [True, *found, *map(_condition, rule["tests"])]


def _condition(test: Mapping[str, Any]) -> Any:
    value = {"var": test["fact"]}
    match test["kind"]:
        case "Is":
            return value if test["value"] else {"!": [value]}
        case "OneOf":
            return {"in": [value, test["values"]]}
        case "Between":
            return {"and": [*_ends(value, test)]}
        case "Outside":
            return {"or": [{"<": [value, test["lower"]]}, {">=": [value, test["upper"]]}]}
        case _:
            return {">": [value, {"*": [test["factor"], {"var": test["other"]}]}]}


def _ends(value: Any, test: Mapping[str, Any]) -> list[Any]:
    ends: list[Any] = []
    if test["lower"] is not None:
        ends.append({">=": [value, test["lower"]]})
    if test["upper"] is not None:
        ends.append({"<": [value, test["upper"]]})
    return ends


if __name__ == "__main__":
    run(load)
