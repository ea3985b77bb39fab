"""CLIPS: a fact for each case, a production for each rule that notes its name."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import clips
from harness import Names, Rules, run


def load(rules: Rules) -> Names:
    """One environment with every production."""
    environment = clips.Environment()
    noted: list[str] = []
    environment.define_function(noted.append, name="note")
    asked = dict.fromkeys(
        name
        for rule in rules
        for test in rule["tests"]
        for name in (test["fact"], test.get("other"))
        if name
    )
    slots = ("target", "channel", *asked)
    environment.build(f"(deftemplate case {' '.join(f'(slot {name})' for name in slots)})")
    for rule in rules:
        environment.build(_production(rule))
    template = environment.find_template("case")

    def names(case: Mapping[str, Any]) -> Sequence[str]:
        noted.clear()
        fact = template.assert_fact(**{name: _value(case[name]) for name in slots})
        environment.run()
        fact.retract()
        return list(noted)

    return names


def _value(value: Any) -> Any:
    """A truth as the symbol that stands for it."""
    return clips.Symbol(str(value).lower()) if isinstance(value, bool) else value


def _production(rule: Mapping[str, Any]) -> str:
    slots: dict[str, list[str]] = {}
    for name in ("target", "channel"):
        if rule[f"{name}s"]:
            slots[name] = ["|".join(json.dumps(value) for value in rule[f"{name}s"])]
    after = ""
    for test in rule["tests"]:
        if test["kind"] == "MoreThan":
            slots.setdefault(test["other"], [])
            after = f"(test (> ?{test['fact']} (* {test['factor']} ?{test['other']})))"
        slots.setdefault(test["fact"], []).extend(_constraints(test))
    patterns = " ".join(f"({name} {'&'.join([f'?{name}', *p])})" for name, p in slots.items())
    return f'(defrule {rule["name"]} (case {patterns}) {after} => (note "{rule["name"]}"))'


def _constraints(test: Mapping[str, Any]) -> list[str]:
    value = f"?{test['fact']}"
    match test["kind"]:
        case "Is":
            return ["true" if test["value"] else "false"]
        case "OneOf":
            return ["|".join(json.dumps(value) for value in test["values"])]
        case "Between":
            lower, upper = test["lower"], test["upper"]
            ends = [f":(>= {value} {lower})"] if lower is not None else []
            return ends + ([f":(< {value} {upper})"] if upper is not None else [])
        case "Outside":
            return [f":(or (< {value} {test['lower']}) (>= {value} {test['upper']}))"]
        case _:
            return []


if __name__ == "__main__":
    run(load)
