"""business-rules in Python: conditions as JSON, an action that notes the rule's name."""

from collections.abc import Mapping, Sequence
from typing import Any

from business_rules import run_all
from business_rules.actions import BaseActions, rule_action
from business_rules.fields import FIELD_TEXT
from business_rules.variables import (
    BaseVariables,
    boolean_rule_variable,
    numeric_rule_variable,
    string_rule_variable,
)
from harness import Names, Rules, run


class Noted(BaseActions):
    """Collects names."""

    def __init__(self) -> None:
        self.names: list[str] = []

    @rule_action(params={"name": FIELD_TEXT})
    def note(self, name: str) -> None:
        """Notes a name."""
        self.names.append(name)


def load(rules: Rules) -> Names:
    """The rules as the library has them."""
    variables = _variables(rules)
    loaded = [
        {
            "conditions": {"all": _conditions(rule)},
            "actions": [{"name": "note", "params": {"name": rule["name"]}}],
        }
        for rule in rules
    ]

    def names(case: Mapping[str, Any]) -> Sequence[str]:
        noted = Noted()
        run_all(loaded, variables(case), noted, stop_on_first_trigger=False)
        return noted.names

    return names


def _variables(rules: Rules) -> Any:
    """The class of variables: one method for each fact, and one for each product of a fact."""

    def __init__(self: Any, case: Mapping[str, Any]) -> None:  # noqa: N807  # it is made one
        self.case = case

    methods: dict[str, Any] = {"__init__": __init__}
    for name in ("target", "channel"):
        methods[name] = string_rule_variable()(_reading(name))
    for test in (test for rule in rules for test in rule["tests"]):
        fact, kind = test["fact"], test["kind"]
        if kind == "Is":
            methods[fact] = boolean_rule_variable()(_reading(fact))
        elif kind == "OneOf" and isinstance(test["values"][0], str):
            methods[fact] = string_rule_variable()(_reading(fact))
        else:
            methods[fact] = numeric_rule_variable()(_reading(fact))
        if kind == "MoreThan":
            methods[f"{fact}_excess"] = numeric_rule_variable()(_excess(test))
    return type("Variables", (BaseVariables,), methods)


def _reading(name: str) -> Any:
    def read(self: Any) -> Any:
        return self.case[name]

    read.__name__ = name
    return read


def _excess(test: Mapping[str, Any]) -> Any:
    def read(self: Any) -> Any:
        return self.case[test["fact"]] - test["factor"] * self.case[test["other"]]

    read.__name__ = f"{test['fact']}_excess"
    return read


def _conditions(rule: Mapping[str, Any]) -> list[Any]:
    found = [
        {"any": [_says(name, "equal_to", value) for value in rule[f"{name}s"]]}
        for name in ("target", "channel")
        if rule[f"{name}s"]
    ]
    return found + [part for test in rule["tests"] for part in _parts(test)]


def _says(name: str, operator: str, value: Any) -> dict[str, Any]:
    return {"name": name, "operator": operator, "value": value}


def _parts(test: Mapping[str, Any]) -> list[dict[str, Any]]:
    fact = test["fact"]
    match test["kind"]:
        case "Is":
            return [_says(fact, "is_true" if test["value"] else "is_false", True)]
        case "OneOf":
            return [{"any": [_says(fact, "equal_to", value) for value in test["values"]]}]
        case "Between":
            lower, upper = test["lower"], test["upper"]
            ends = [_says(fact, "greater_than_or_equal_to", lower)] if lower is not None else []
            return ends + ([_says(fact, "less_than", upper)] if upper is not None else [])
        case "Outside":
            below = _says(fact, "less_than", test["lower"])
            above = _says(fact, "greater_than_or_equal_to", test["upper"])
            return [{"any": [below, above]}]
        case _:
            return [_says(f"{fact}_excess", "greater_than", 0)]


if __name__ == "__main__":
    run(load)
